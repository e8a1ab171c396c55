"""What percentages in tables measure: outcomes where the table has arms or outcomes, populations where it describes
patients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.components.context import DocumentContext
from extractor.model import Percentage
from extractor.relations.grids import Cell, Grid, Row, grids_of, is_section
from extractor.rulebook import Lexicon, Rulebook
from extractor.rulebook.prepared import compiled

CELL, BASELINE, LABEL, STRENGTH = "role.table-cell", "role.table-baseline", "role.table-label", "role.strength"
"""The rules that say so."""
BOUND = "role.confidence-bound"
"""The rule that finds the bounds of intervals, which are results but of no arm, and tell nothing of their
neighbours."""

_RULES = (CELL, BASELINE, LABEL, STRENGTH, BOUND)

_MONEY = re.compile(r"[$€£¥]\s?\d")
_PATIENTS = re.compile(r"(?<!\w)n ?= ?\d", re.IGNORECASE)
_WORDS = re.compile(r"[\w/-]+")


class TableRoles:
    """Reads the roles of percentages in tables, by the words of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        self._baseline = compiled(rf"(?<!\w)(?:{book.expression('baseline-table')})(?!\w)", re.IGNORECASE)
        self._controls = compiled(rf"(?<!\w)(?:{book.expression('control-arm')})(?!\w)", re.IGNORECASE)
        self._outcomes = [book.lexicon(name) for name in ("outcome-noun", "adverse-event", "side-effect")]
        self._money = book.lexicon("money-noun")
        self._says = {rule.id: str(rule.says["role"]) for rule in book.family("role") if rule.id in _RULES}

    def roles(self, context: DocumentContext, told: dict[int, str]) -> Iterator[tuple[Percentage, str, str]]:
        """The percentages of tables with their role and the rule that says so, where it differs from what the sentences
        have `told` (roles by the start of the percentage)."""
        for grid in grids_of(context):
            if self._is_of_money(context, grid):
                continue
            describes = self._describes(context, grid)
            if not describes and not self._has_outcomes(context, grid):
                continue
            yield from self._of_grid(context, grid, describes, told)

    def _of_grid(
        self, context: DocumentContext, grid: Grid, describes: bool, told: dict[int, str]
    ) -> Iterator[tuple[Percentage, str, str]]:
        for cell in (cell for row in grid.heads for cell in row):
            percentages = context.within(context.percentages, cell.start, cell.end)
            named = context.within(context.drugs, cell.start, cell.end)
            yield from self._in_label(percentages, STRENGTH if named else LABEL, told)
        section = describes
        for row in grid.body:
            if is_section(row):
                section = describes or self._baseline.search(row[0].text) is not None
            for number, cell in enumerate(row):
                percentages = context.within(context.percentages, cell.start, cell.end)
                if number == 0:
                    yield from self._in_label(percentages, LABEL, told)
                elif cell.is_value:
                    yield from self._in_cell(percentages, BASELINE if section else CELL, told)

    def _in_label(
        self, percentages: list[Percentage], rule: str, told: dict[int, str]
    ) -> Iterator[tuple[Percentage, str, str]]:
        for percentage in percentages if rule in self._says else ():
            if told.get(percentage.start) not in ("threshold", "confidence", "dose"):
                yield percentage, self._says[rule], rule

    def _in_cell(
        self, percentages: list[Percentage], rule: str, told: dict[int, str]
    ) -> Iterator[tuple[Percentage, str, str]]:
        figures = [p for p in percentages if told.get(p.start) != "confidence"]
        for number, percentage in enumerate(figures if rule in self._says else ()):
            bound = number > 0 and rule == CELL and BOUND in self._says
            yield percentage, self._says[rule], BOUND if bound else rule

    def _describes(self, context: DocumentContext, grid: Grid) -> bool:
        """Whether the caption or the heads say that the table describes patients."""
        above = context.text[slice(*grid.above)] if grid.above else ""
        return self._baseline.search(f"{above} | {grid.head_text()}") is not None

    def _has_outcomes(self, context: DocumentContext, grid: Grid) -> bool:
        """Whether its heads or labels name arms or outcomes."""
        names = [cell for row in grid.heads for cell in row] + [row[0] for row in grid.body if row]
        heads = grid.head_text()
        if _PATIENTS.search(heads) or self._controls.search(heads):
            return True
        return any(self._names_outcome(cell) or context.within(context.drugs, cell.start, cell.end) for cell in names)

    def _names_outcome(self, cell: Cell) -> bool:
        words = {word for written in _WORDS.findall(cell.text.lower()) for word in (written, *written.split("-"))}
        return any(word in lexicon.rows for word in words for lexicon in self._outcomes)

    def _is_of_money(self, context: DocumentContext, grid: Grid) -> bool:
        """Whether a table counts money: a sign of it in a cell, or its words in heads, labels or caption."""
        if _MONEY.search(context.text, grid.start, grid.end):
            return True
        above = context.text[slice(*grid.above)] if grid.above else ""
        labels = " ".join(_label(row) for row in grid.body)
        return _holds(self._money, f"{grid.head_text()} {labels} {above}")


def _label(row: Row) -> str:
    return row[0].text if row else ""


def _holds(lexicon: Lexicon, text: str) -> bool:
    return any(word in lexicon.rows for word in _WORDS.findall(text.lower()))
