"""Results from tables: one for each figure of an arm that is no control, with the control's figure in its row or column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.components.context import DocumentContext
from extractor.model import DateExpression, Percentage, Result, ResultSpan, record_id
from extractor.relations.grids import Cell, Grid, Row, is_section
from extractor.relations.results.background import Background
from extractor.relations.results.statistics import StatisticFinder
from extractor.relations.results.table_heads import ARM, CONTROL, MEASURE, UNREAD, Head, HeadReader
from extractor.relations.results.table_measures import TableMeasures
from extractor.relations.table_roles import BOUND
from extractor.rulebook import Rulebook

RULE = "results.table"
P_VALUE, COMPARISONS = "p-value", ("difference", "reduction")
"""Kinds of columns that tell of two arms."""

_P_VALUE = re.compile(r"[pP]?\s*=?\s*(?P<sign>[<>≤≥]?)\s*(?P<p>0?[.·]\d+)")
_INTERVAL = re.compile(
    r"[(\[]\s*(?P<low>[-−–]?\d+(?:\.\d+)?)\s?%?\s*(?:,|;|to|-|–|—)\s*(?P<high>[-−–]?\d+(?:\.\d+)?)\s?%?\s*[)\]]"
)
_LEVEL = re.compile(r"(?P<level>\d\d(?:\.\d)?)\s?%\s?C[Ir]", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """The figures of one endpoint side by side: each with its head, its cell and the head of its time; `label` names the
    endpoint; `lead` is the heading of the rows that it stands under."""

    label: Cell
    lead: Cell | None
    cells: tuple[tuple[Head, Cell], ...]
    time: DateExpression | None = None


class TableReader:
    """Reads tables with the rules in force."""

    def __init__(self, book: Rulebook, statistics: StatisticFinder) -> None:
        self.heads, self.measures, self.statistics = HeadReader(book), TableMeasures(book), statistics
        self.kinds = book.lexicon("table-column")

    def results(self, context: DocumentContext, background: Background, grid: Grid) -> Iterator[Result]:
        """The results of one table, endpoint by endpoint."""
        table = _Table(self, context, background, grid)
        for line in table.lines():
            yield from table.results_of(line)


def in_cells(context: DocumentContext, grids: Sequence[Grid]) -> set[int]:
    """The starts of the percentages that stand in cells of values."""
    cells = (cell for grid in grids for row in grid.body for cell in row[1:] if cell.is_value)
    return {p.start for cell in cells for p in context.within(context.percentages, cell.start, cell.end)}


class _Table:
    """One table of an article, on its way to results."""

    def __init__(self, reader: TableReader, context: DocumentContext, background: Background, grid: Grid) -> None:
        self._reader, self._context, self._background, self._grid = reader, context, background, grid
        main, controls = background.topics.main_drug, background.topics.controls
        self._main = main.drug if main else None
        self._columns = reader.heads.columns(context, grid, self._main, controls)
        self._labels = reader.heads.labels(context, grid, self._main, controls)

    def lines(self) -> Iterator[Line]:
        """The figures that are to be read side by side: those of a row, or of a column where the rows are arms."""
        if not any(head.is_arm for head in self._columns) and sum(head.is_arm for head in self._labels) > 1:
            yield from self._down()
        else:
            yield from self._across()

    def _across(self) -> Iterator[Line]:
        lead: Cell | None = None
        for row, label in zip(self._grid.body, self._labels, strict=True):
            if is_section(row):
                lead = row[0] if row[0].text else next(cell for cell in row if cell.text)
            elif len(row) == self._grid.width:
                cells = tuple(zip(self._heads_for(label), row[1:], strict=True))
                yield Line(row[0], lead, cells, label.time)

    def _heads_for(self, label: Head) -> list[Head]:
        """The heads of the columns; where none names an arm, the arm that the row's label names, or the article's own
        medicine if nothing else can be meant."""
        heads = self._columns
        if any(head.is_arm or head.patients for head in heads):
            return [self._as_written(head) for head in heads]
        if label.is_arm:
            return [_under(label, head) for head in heads]
        read = len(heads) == 1 or all(head.kind != UNREAD for head in heads)
        own = Head(ARM, label.start, label.start, self._main if read else None)
        return [head if head.kind in COMPARISONS else _under(own, head) for head in heads]

    def _as_written(self, head: Head) -> Head:
        """A column beside those of known arms whose words no rule knows is an arm all the same, of an unknown medicine."""
        if head.kind != UNREAD or head.start == head.end:
            return head
        return Head(ARM, head.start, head.end, "", head.patients, head.time)

    def _down(self) -> Iterator[Line]:
        """The columns of a table whose rows are arms; a heading among them begins a new comparison."""
        blocks: list[tuple[Cell | None, list[tuple[Row, Head]]]] = [(None, [])]
        for row, label in zip(self._grid.body, self._labels, strict=True):
            if is_section(row) and not label.is_arm:
                blocks.append((row[0], []))
            elif len(row) == self._grid.width:
                blocks[-1][1].append((row, self._as_written(label)))
        for lead, rows in blocks:
            for number, head in enumerate(self._columns, 1):
                cells = tuple((label, row[number]) for row, label in rows)
                yield Line(
                    self._reader.heads.bare(Cell(head.start, head.end, self._text(head))), lead, cells, head.time
                )

    def _text(self, head: Head) -> str:
        return self._context.text[head.start : head.end]

    def results_of(self, line: Line) -> Iterator[Result]:
        """The results of the figures that stand side by side."""
        arms = [(head, cell) for head, cell in line.cells if head.kind == ARM]
        controls = [(head, cell) for head, cell in line.cells if head.kind == CONTROL]
        control = controls[0] if len(controls) == 1 else None
        for head, cell in line.cells:
            figure = self._figure(cell)
            if figure is None or head.kind not in (ARM, *COMPARISONS):
                continue
            own = self._compared(head, line) if head.kind in COMPARISONS else head
            yield self._result(line, own, head, cell, figure, control, alone=len(arms) == 1)

    def _compared(self, head: Head, line: Line) -> Head:
        """The arm of a comparison: the only one, or that of the same place where each has its own; else one without words,
        of the medicine that all of them have."""
        arms = [other for other, _ in line.cells if other.kind == ARM]
        own = [other for other, _ in line.cells if other.kind == head.kind]
        if len(arms) == 1 or len(arms) == len(own):
            return arms[own.index(head) if len(arms) > 1 else 0]
        drugs = {self._drug(arm) for arm in arms}
        return Head(ARM, head.start, head.start, drugs.pop() if len(drugs) == 1 else None)

    def _figure(self, cell: Cell) -> Percentage | None:
        """The percentage that a cell is about."""
        if not cell.is_value:
            return None
        within = self._context.within(self._context.percentages, cell.start, cell.end)
        return next((p for p in within if p.role == "result" and p.role_rule != BOUND), None)

    def _result(
        self,
        line: Line,
        arm: Head,
        head: Head,
        cell: Cell,
        figure: Percentage,
        control: tuple[Head, Cell] | None,
        *,
        alone: bool,
    ) -> Result:
        slots = _Slots(self._context.text)
        words = " ".join(part.text for part in (line.label, line.lead) if part is not None)
        measure, sign = self._reader.measures.of(figure.value, figure.unit, words, head.kind)
        fields: dict[str, Any] = {"drug": self._drug(arm)}
        if arm.start < arm.end:
            fields["arm"] = slots.words("arm", arm.start, arm.end)
        fields["patients"] = arm.patients
        if control is not None:
            fields["comparator"] = slots.words("comparator", control[0].start, control[0].end)
            other = self._figure(control[1]) if head.kind == ARM else None
            if other is not None:
                fields["comparator_value"] = other.value * (sign if other.value > 0 else 1)
                slots.words("comparator_value", other.start, other.end)
        fields |= self._named(line, arm, slots) | self._study(figure, fields["drug"], slots)
        fields |= self._statistics(line, cell, figure, slots, alone=alone)
        return Result(
            id=record_id(figure.document_id, "results", figure.start, figure.end),
            document_id=figure.document_id,
            percentage_id=figure.id,
            rule=RULE,
            value=figure.value * (sign if figure.value > 0 else 1),
            sign=figure.comparator,
            measure=measure,
            **fields,
            spans=tuple(slots.spans),
        )

    def _drug(self, arm: Head) -> str | None:
        """The medicine of an arm: its own, none for words that no rule knows, else (a dose, a group) the article's."""
        if arm.drug is not None:
            return arm.drug or None
        return self._main if arm.start < arm.end else None

    def _named(self, line: Line, arm: Head, slots: _Slots) -> dict[str, Any]:
        """The endpoint, by its label or the headings above it, and the time point."""
        fields: dict[str, Any] = {}
        corner = self._grid.heads[-1][0] if self._grid.heads else None
        for cell in (line.label, line.lead, corner):
            named = self._reader.heads.bare(cell) if cell is not None else None
            if named is not None and self._is_endpoint(named):
                fields["endpoint"] = slots.words("endpoint", named.start, named.end)
                break
        time = line.time or arm.time or self._time_in(line.lead) or self._time_above
        if time is not None:
            fields["timepoint"] = slots.words("timepoint", time.start, time.end)
        return fields

    def _is_endpoint(self, cell: Cell) -> bool:
        time = self._time_in(cell)
        if time is not None and len(cell.text) <= len(time.text) + len("at "):
            return False
        return any(sign.isalpha() for sign in cell.text) and cell.text not in self._reader.kinds

    def _time_in(self, cell: Cell | None) -> DateExpression | None:
        if cell is None:
            return None
        dates = self._context.within(self._context.dates, cell.start, cell.end)
        return next((date for date in dates if date.type == "DURATION"), None)

    @cached_property
    def _time_above(self) -> DateExpression | None:
        """The time that the caption tells, or the sentences above the table."""
        first = self._context.sentence_at(self._grid.start).number
        for sentence in reversed(self._context.sentences[max(0, first - 2) : first]):
            times = self._background.times.lasting(sentence)
            if times:
                return times[-1]
        return None

    def _study(self, figure: Percentage, drug: str | None, slots: _Slots) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        studies = self._background.studies
        low = self._grid.above[0] if self._grid.above else self._grid.start
        named = self._context.within(self._context.trials, low, self._grid.end)
        trial = named[0] if len({one.trial for one in named}) == 1 else studies.trial(figure, drug)
        if trial is not None:
            fields["trial"] = trial.trial
            slots.words("trial", trial.start, trial.end)
        phase = studies.phase(figure, trial, drug)
        if phase is not None:
            fields["phase"] = phase.phase
            slots.words("phase", phase.start, phase.end)
        return fields

    def _statistics(self, line: Line, cell: Cell, figure: Percentage, slots: _Slots, *, alone: bool) -> dict[str, Any]:
        """The statistics of a figure's cell and, for the only arm, the p-value that stands in its row or column."""
        fields: dict[str, Any] = {}
        text = self._context.text
        for found in self._reader.statistics.find(text, cell.start, cell.end):
            fields |= found.columns
            slots.words(found.slot, found.start, found.end)
        interval = _INTERVAL.search(text, figure.end, cell.end)
        level = _LEVEL.search(f"{line.label.text} {self._grid.head_text()}")
        if interval is not None and level is not None and "ci_low" not in fields:
            fields |= {"ci_low": _number(interval["low"]), "ci_high": _number(interval["high"])}
            fields["ci_level"] = float(level["level"])
            slots.words("ci", *interval.span())
        tested = next((other for head, other in line.cells if head.kind == P_VALUE), None)
        written = _P_VALUE.match(tested.text) if tested is not None and alone else None
        if tested is not None and written is not None and "p_value" not in fields:
            fields["p_value"] = written["sign"] + written["p"].replace("·", ".")
            slots.words("p_value", tested.start, tested.end)
        return fields


class _Slots:
    """The words that fill the slots of one result."""

    def __init__(self, text: str) -> None:
        self._text, self.spans = text, list[ResultSpan]()

    def words(self, slot: str, start: int, end: int) -> str:
        """The words at these offsets, noted as those of a slot."""
        self.spans.append(ResultSpan(slot=slot, start=start, end=end))
        return self._text[start:end]


def _under(arm: Head, column: Head) -> Head:
    """The arm of a row in one of the columns, with that column's time."""
    kind = arm.kind if column.kind in (MEASURE, UNREAD, ARM, CONTROL) else column.kind
    return Head(kind, arm.start, arm.end, arm.drug, arm.patients or column.patients, column.time or arm.time)


def _number(written: str) -> float:
    return float(written.replace("−", "-").replace("–", "-"))
