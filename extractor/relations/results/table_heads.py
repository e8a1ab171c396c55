"""What the heads of a table's columns or rows name: arms with their medicine and number of patients, comparisons,
times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from extractor.components.context import DocumentContext
from extractor.model import DateExpression
from extractor.relations.grids import Cell, Grid
from extractor.relations.results.arms import ArmFinder
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

ARM, CONTROL, MEASURE, UNREAD = "arm", "control", "measure", "unread"

_PATIENTS = re.compile(r"[\s,;([]*(?<!\w)n ?= ?(?P<patients>\d[\d,]*)[)\]]?", re.IGNORECASE)
_NOTES = " \t,;:*†‡§¶"


@dataclass(frozen=True)
class Head:
    """What heads a column or row: `kind` is arm, control, unread (words that no rule knows), or a kind of
    `tables/table-column.tsv`; for arms the place of their words, the medicine (empty for words that no rule knows) and
    the number of patients."""

    kind: str
    start: int
    end: int
    drug: str | None = None
    patients: int | None = None
    time: DateExpression | None = None

    @property
    def is_arm(self) -> bool:
        return self.kind in (ARM, CONTROL)


class HeadReader:
    """Reads heads with the words of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        self._arms = ArmFinder(book)
        self._kinds = book.lexicon("table-column")
        self._units = compiled(rf"[\s,;:([–-]*(?:{book.expression('table-unit')})[)\]]?$", re.IGNORECASE)
        kinds = sorted(term for term, row in self._kinds.rows.items() if row["kind"] != MEASURE)
        self._compares = compiled(rf"(?<!\w)(?:{alternatives(kinds)})(?!\w)", re.IGNORECASE)

    def bare(self, cell: Cell) -> Cell:
        """A cell without the units, notes and number of patients at its end."""
        text = before = cell.text
        while True:
            text = self._units.sub("", _PATIENTS.sub("", text) if _PATIENTS.match(text[text.rfind("(") :]) else text)
            text = text.rstrip(_NOTES)
            if text == before:
                return Cell(cell.start, cell.start + len(text), text)
            before = text

    def columns(self, context: DocumentContext, grid: Grid, main: str | None, controls: Set[str]) -> list[Head]:
        """The heads of the columns behind the first."""
        heads = [
            self._joined([self.head(context, row[number], controls) for row in grid.heads])
            for number in range(1, grid.width)
        ]
        return as_controls(heads, self._drugs(context, heads), main)

    def labels(self, context: DocumentContext, grid: Grid, main: str | None, controls: Set[str]) -> list[Head]:
        """The heads of the rows."""
        heads = [self._whole(context, row[0], self.head(context, row[0], controls)) for row in grid.body]
        return as_controls(heads, self._drugs(context, heads), main)

    def head(self, context: DocumentContext, cell: Cell, controls: Set[str]) -> Head:
        """What one cell names."""
        bare = self.bare(cell)
        counted = _PATIENTS.search(cell.text)
        patients = int(counted["patients"].replace(",", "")) if counted else None
        times = [d for d in context.within(context.dates, cell.start, cell.end) if d.type == "DURATION"]
        head = Head(MEASURE, bare.start, bare.end, None, patients, times[0] if times else None)
        kind = self._kinds.get(bare.text, "kind") or self._kinds.get(cell.text, "kind") or self._compared(bare)
        if kind is not None or not bare.text:
            return replace(head, kind=kind or MEASURE)
        groups = self._arms.find(context, cell.start, cell.end, controls=controls)
        if groups:
            first = groups[0].arms[0]
            named = [arm for group in groups for arm in group.arms]
            drug = next((arm.drug for arm in named if arm.kind == "drug"), first.drug)
            return replace(head, kind=CONTROL if first.is_control else ARM, drug=drug)
        if times and len(bare.text) <= len(times[0].text) + len("at "):
            return head
        return replace(head, kind=UNREAD)

    def _whole(self, context: DocumentContext, cell: Cell, head: Head) -> Head:
        """A row's head; one that names an arm and more (“Response to the drug”) is none of an arm."""
        if not head.is_arm:
            return head
        arms = self._arms.find(context, cell.start, cell.end)
        begins = arms[0].start - cell.start <= len("the ") and head.end - arms[-1].end <= len(" once daily")
        return head if begins else replace(head, kind=UNREAD, drug=None)

    def _compared(self, cell: Cell) -> str | None:
        """The kind of a comparison that a head names beside its arms (“Difference vs placebo”)."""
        found = self._compares.match(cell.text)
        return self._kinds.get(found.group(), "kind") if found else None

    def _joined(self, heads: Sequence[Head]) -> Head:
        """The heads of one column that stand above each other as one: the lowest that names an arm, with the medicine,
        number of patients and time of the others."""
        if not heads:
            return Head(UNREAD, 0, 0)
        arms = [head for head in heads if head.is_arm]
        others = [head for head in heads if head.kind not in (MEASURE, UNREAD)]
        chosen = (arms or others or [head for head in heads if head.start < head.end] or heads)[-1]
        return replace(
            chosen,
            drug=chosen.drug or next((head.drug for head in arms if head.drug), None),
            patients=next((head.patients for head in reversed(heads) if head.patients), None),
            time=next((head.time for head in reversed(heads) if head.time), None),
        )

    def _drugs(self, context: DocumentContext, heads: Iterable[Head]) -> list[set[str]]:
        """The medicines that each head names."""
        return [{drug.drug for drug in context.within(context.drugs, head.start, head.end)} for head in heads]


def as_controls(heads: Sequence[Head], drugs: Sequence[set[str]], main: str | None) -> list[Head]:
    """The heads with their controls told apart: where one names the `main` medicine of the article, arms that name
    other medicines alone are what it is compared with, and an arm with it is no control."""
    named = main is not None and any(main in names for names in drugs)
    told = []
    for head, names in zip(heads, drugs, strict=True):
        if named and head.is_arm and names:
            head = replace(head, kind=ARM if main in names else CONTROL, drug=main if main in names else head.drug)
        told.append(head)
    return told
