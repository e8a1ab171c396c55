"""Results from tables: one for each figure of an arm that is no control, with the control's figure in its row or
column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from extractor.components.context import DocumentContext
from extractor.model import DateExpression, Percentage, Result
from extractor.relations.grids import Cell, Grid
from extractor.relations.results.background import Background
from extractor.relations.results.drafting import Draft
from extractor.relations.results.statistics import Statistic, StatisticFinder, number
from extractor.relations.results.table_heads import ARM, CONTROL, Head, HeadReader
from extractor.relations.results.table_lines import COMPARISONS, Line, LineReader
from extractor.relations.results.table_measures import TableMeasures
from extractor.relations.table_roles import BOUND
from extractor.rulebook import Rulebook

RULE = "results.table"
P_VALUE = "p-value"
"""The kind of a column of p-values."""

_P_VALUE = re.compile(r"[pP]?\s*=?\s*(?P<sign>[<>≤≥]?)\s*(?P<p>0?[.·]\d+)")
_INTERVAL = re.compile(
    r"[(\[]\s*(?P<low>[-−–]?\d+(?:\.\d+)?)\s?%?\s*(?:,|;|to|-|–|—)\s*(?P<high>[-−–]?\d+(?:\.\d+)?)\s?%?\s*[)\]]"
)
_LEVEL = re.compile(r"(?P<level>\d\d(?:\.\d)?)\s?%\s?C[Ir]", re.IGNORECASE)


class TableReader:
    """Reads tables with the rules in force."""

    def __init__(self, book: Rulebook, statistics: StatisticFinder) -> None:
        self.heads, self.measures, self.statistics = HeadReader(book), TableMeasures(book), statistics
        self.kinds = book.lexicon("table-column")

    def results(self, context: DocumentContext, background: Background, grid: Grid) -> Iterator[Result]:
        """The results of one table, endpoint by endpoint."""
        lines = LineReader(self.heads, context, background, grid)
        table = _Table(self, context, background, grid, lines.main)
        for line in lines.lines():
            yield from table.results_of(line)


def in_cells(context: DocumentContext, grids: Sequence[Grid]) -> set[int]:
    """The starts of the percentages that stand in cells of values."""
    cells = (cell for grid in grids for row in grid.body for cell in row[1:] if cell.is_value)
    return {p.start for cell in cells for p in context.within(context.percentages, cell.start, cell.end)}


class _Table:
    """One table of an article, on its way to results; `main` is the article's medicine."""

    def __init__(
        self, reader: TableReader, context: DocumentContext, background: Background, grid: Grid, main: str | None
    ) -> None:
        self._reader, self._context, self._background, self._grid = reader, context, background, grid
        self._main = main

    def results_of(self, line: Line) -> Iterator[Result]:
        """The results of the figures that stand side by side."""
        arms = [(head, cell) for head, cell in line.cells if head.kind == ARM]
        controls = [(head, cell) for head, cell in line.cells if head.kind == CONTROL]
        control = controls[0] if len(controls) == 1 else None
        for head, cell in line.cells:
            figure = self._figure(cell)
            if figure is not None and head.kind in (ARM, *COMPARISONS):
                draft = self._draft(line, head, figure, control)
                self._tell_statistics(draft, line, cell, figure, alone=len(arms) == 1)
                yield draft.result()

    def _figure(self, cell: Cell) -> Percentage | None:
        """The percentage that a cell is about."""
        if not cell.is_value:
            return None
        within = self._context.within(self._context.percentages, cell.start, cell.end)
        return next((p for p in within if p.role == "result" and p.role_rule != BOUND), None)

    def _draft(self, line: Line, head: Head, figure: Percentage, control: tuple[Head, Cell] | None) -> Draft:
        """All of a result but its statistics."""
        words = " ".join(part.text for part in (line.label, line.lead) if part is not None)
        measure, sign = self._reader.measures.of(figure.value, figure.unit, words, head.kind)
        draft = Draft(self._context.text, figure, RULE, measure, sign)
        arm = self._compared(head, line) if head.kind in COMPARISONS else head
        draft.columns |= {"drug": self._drug(arm), "patients": arm.patients}
        if arm.start < arm.end:
            draft.fill("arm", arm.start, arm.end)
        if control is not None:
            draft.fill("comparator", control[0].start, control[0].end)
            other = self._figure(control[1]) if head.kind == ARM else None
            if other is not None:
                draft.compare(other, sign)
        self._tell_endpoint(draft, line, arm)
        self._tell_study(draft, figure)
        return draft

    def _compared(self, head: Head, line: Line) -> Head:
        """The arm of a comparison: the only one, or that of the same place where each has its own; else one without
        words, of the medicine that all of them have."""
        arms = [other for other, _ in line.cells if other.kind == ARM]
        own = [other for other, _ in line.cells if other.kind == head.kind]
        if len(arms) == 1 or len(arms) == len(own):
            return arms[own.index(head) if len(arms) > 1 else 0]
        drugs = {self._drug(arm) for arm in arms}
        return Head(ARM, head.start, head.start, drugs.pop() if len(drugs) == 1 else None)

    def _drug(self, arm: Head) -> str | None:
        """The medicine of an arm: its own, none for words that no rule knows, else (a dose, a group) the article's."""
        if arm.drug is not None:
            return arm.drug or None
        return self._main if arm.start < arm.end else None

    def _tell_endpoint(self, draft: Draft, line: Line, arm: Head) -> None:
        """The endpoint, by its label or the headings above it, and the time point."""
        corner = self._grid.heads[-1][0] if self._grid.heads else None
        for cell in (line.label, line.lead, corner):
            named = self._reader.heads.bare(cell) if cell is not None else None
            if named is not None and self._is_endpoint(named):
                draft.fill("endpoint", named.start, named.end)
                break
        time = line.time or arm.time or self._time_in(line.lead) or self._time_above
        if time is not None:
            draft.fill("timepoint", time.start, time.end)

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

    def _tell_study(self, draft: Draft, figure: Percentage) -> None:
        """The trial that the table or its caption names, else that of the text."""
        studies, drug = self._background.studies, draft.columns["drug"]
        low = self._grid.above[0] if self._grid.above else self._grid.start
        named = self._context.within(self._context.trials, low, self._grid.end)
        trial = named[0] if len({one.trial for one in named}) == 1 else studies.trial(figure, drug)
        draft.tell_study(trial, studies.phase(figure, trial, drug))

    def _tell_statistics(self, draft: Draft, line: Line, cell: Cell, figure: Percentage, *, alone: bool) -> None:
        """The statistics of a figure's cell and, for the only arm, the p-value that stands in its row or column."""
        text = self._context.text
        for found in self._reader.statistics.find(text, cell.start, cell.end):
            draft.tell(found)
        interval = _INTERVAL.search(text, figure.end, cell.end)
        level = _LEVEL.search(f"{line.label.text} {self._grid.head_text()}")
        if interval is not None and level is not None and "ci_low" not in draft.columns:
            bounds = {"ci_low": number(interval["low"]), "ci_high": number(interval["high"])}
            draft.tell(Statistic("ci", bounds | {"ci_level": float(level["level"])}, *interval.span()))
        tested = next((other for head, other in line.cells if head.kind == P_VALUE), None)
        written = _P_VALUE.match(tested.text) if tested is not None and alone else None
        if tested is not None and written is not None and "p_value" not in draft.columns:
            p_value = written["sign"] + written["p"].replace("·", ".")
            draft.tell(Statistic("p_value", {"p_value": p_value}, tested.start, tested.end))
