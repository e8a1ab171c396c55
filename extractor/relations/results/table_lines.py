"""The figures of a table that are to be read side by side: those of a row, or of a column where the rows are arms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import DateExpression
from extractor.relations.grids import Cell, Grid, Row, is_section
from extractor.relations.results.background import Background
from extractor.relations.results.table_heads import ARM, CONTROL, MEASURE, UNREAD, Head, HeadReader

COMPARISONS = ("difference", "reduction")
"""Kinds of columns that tell of two arms."""


@dataclass(frozen=True)
class Line:
    """The figures of one endpoint side by side: each with its head, its cell and the head of its time; `label` names
    the endpoint; `lead` is the heading of the rows that it stands under."""

    label: Cell
    lead: Cell | None
    cells: tuple[tuple[Head, Cell], ...]
    time: DateExpression | None = None


class LineReader:
    """Reads the lines of one table; an arm whose head names no medicine has the article's `main` one."""

    def __init__(self, heads: HeadReader, context: DocumentContext, background: Background, grid: Grid) -> None:
        self._heads, self._context, self._grid = heads, context, grid
        main, controls = background.topics.main_drug, background.topics.controls
        self.main = main.drug if main else None
        self._columns = heads.columns(context, grid, self.main, controls)
        self._labels = heads.labels(context, grid, self.main, controls)

    def lines(self) -> Iterator[Line]:
        """The lines from top to bottom, or from left to right where the rows are arms."""
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
            return [_as_written(head) for head in heads]
        if label.is_arm:
            return [_under(label, head) for head in heads]
        read = len(heads) == 1 or all(head.kind != UNREAD for head in heads)
        own = Head(ARM, label.start, label.start, self.main if read else None)
        return [head if head.kind in COMPARISONS else _under(own, head) for head in heads]

    def _down(self) -> Iterator[Line]:
        """The columns of a table whose rows are arms; a heading among them begins a new comparison."""
        blocks: list[tuple[Cell | None, list[tuple[Row, Head]]]] = [(None, [])]
        for row, label in zip(self._grid.body, self._labels, strict=True):
            if is_section(row) and not label.is_arm:
                blocks.append((row[0], []))
            elif len(row) == self._grid.width:
                blocks[-1][1].append((row, _as_written(label)))
        for lead, rows in blocks:
            for number, head in enumerate(self._columns, 1):
                cells = tuple((label, row[number]) for row, label in rows)
                written = Cell(head.start, head.end, self._context.text[head.start : head.end])
                yield Line(self._heads.bare(written), lead, cells, head.time)


def _as_written(head: Head) -> Head:
    """A column beside those of known arms whose words no rule knows is an arm all the same, of an unknown medicine."""
    if head.kind != UNREAD or head.start == head.end:
        return head
    return Head(ARM, head.start, head.end, "", head.patients, head.time)


def _under(arm: Head, column: Head) -> Head:
    """The arm of a row in one of the columns, with that column's time."""
    kind = arm.kind if column.kind in (MEASURE, UNREAD, ARM, CONTROL) else column.kind
    return Head(kind, arm.start, arm.end, arm.drug, arm.patients or column.patients, column.time or arm.time)
