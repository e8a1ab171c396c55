"""Tables in the text: lines of cells parted by ` | `, tabs or wide gaps, read into rows whose cells stand under one
head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.components.context import DocumentContext
from extractor.model import Percentage

TABLE = "table"
LONGEST_HEADING = 160
"""How long a line right above a table may be to be its caption, in characters."""

FEWEST_LINES = 2
MOST_WORDS = 4
"""How many words a cell with a figure may have besides: more than that is prose."""

_BAR, _TAB = re.compile(r"\|"), re.compile(r"\t")
_SPACED = re.compile(r" {3,}")
_RULER = re.compile(r"[\s|:+=-]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"[\s(\[<>=≤≥~≈±+$€£–−-]*\d")
_SHARE = re.compile(r"\d\s?%")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: offsets in the article without the blanks around it; one without words ends where it starts."""

    start: int
    end: int
    text: str

    @property
    def is_value(self) -> bool:
        """Whether it holds a bare number, or a percentage with few words beside it (“45 of 118 (38%)”)."""
        words = len(_WORD.findall(self.text))
        return _NUMBER.match(self.text) is not None and (
            not words or (_SHARE.search(self.text) is not None and words <= MOST_WORDS)
        )


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A table: its rows from the first to the last line, and the caption or heading above it (`above`: offsets)."""

    start: int
    end: int
    rows: tuple[Row, ...]
    above: tuple[int, int] | None

    @cached_property
    def width(self) -> int:
        """The number of cells that most rows with values have; 0 for a table without any."""
        widths = Counter(len(row) for row in self.rows if _has_values(row))
        return widths.most_common(1)[0][0] if widths else 0

    @cached_property
    def heads(self) -> tuple[Row, ...]:
        """The rows above the first one with values, one cell for each column; rows that cannot be aligned are left
        out."""
        return tuple(row for row in map(self.aligned, self.rows[: self._first]) if row is not None)

    @cached_property
    def body(self) -> tuple[Row, ...]:
        """The rows from the first one with values on."""
        return self.rows[self._first :]

    @cached_property
    def _first(self) -> int:
        """The number of the first row with values, or of the headings right above it; the first row of all has values
        only where all its cells are such."""
        if all(cell.is_value for cell in self.rows[0][1:] if cell.text):
            return 0
        first = next((number for number, row in enumerate(self.rows) if number and _has_values(row)), len(self.rows))
        while first > 1 and self.rows[first - 1][0].text and is_section(self.rows[first - 1]):
            first -= 1
        return first

    def aligned(self, row: Row) -> Row | None:
        """The row with a cell for each column: one that lacks a single cell lacks the first (the corner)."""
        if len(row) == self.width:
            return row
        if len(row) == self.width - 1 and self.width > FEWEST_LINES and not _has_values(row):
            return (Cell(row[0].start, row[0].start, ""), *row)
        return None

    def head_text(self) -> str:
        """All words of the heads."""
        return " ".join(cell.text for row in self.heads for cell in row)


def is_section(row: Row) -> bool:
    """Whether a row holds one text only (or the same in all its cells): the heading of the rows below it."""
    texts = {cell.text for cell in row if cell.text}
    return len(texts) == 1 and not _has_values(row)


def grids_of(context: DocumentContext) -> list[Grid]:
    """The tables of a document in which percentages stand, in their order."""
    grids: list[Grid] = []
    seen = 0
    for percentage in context.percentages:
        if percentage.start < seen or not _is_celled(context, *_line(context.text, percentage.start)):
            continue
        grid = _grid_around(context, percentage)
        if grid is not None:
            grids.append(grid)
            seen = grid.end
    return grids


def _has_values(row: Row) -> bool:
    return any(cell.is_value for cell in row[1:])


def _grid_around(context: DocumentContext, percentage: Percentage) -> Grid | None:
    text = context.text
    lines = [_line(text, percentage.start)]
    while lines[0][0] > 0 and _belongs(context, _line(text, lines[0][0] - 1), lines[0]):
        lines.insert(0, _line(text, lines[0][0] - 1))
    while lines[-1][1] < len(text) and _belongs(context, _line(text, lines[-1][1] + 1), lines[-1]):
        lines.append(_line(text, lines[-1][1] + 1))
    while lines and not _is_celled(context, *lines[-1]):
        lines.pop()
    rows = tuple(_cells(text, *line) for line in lines if not _RULER.fullmatch(text[slice(*line)]))
    if len(rows) < FEWEST_LINES:
        return None
    return Grid(lines[0][0], lines[-1][1], rows, _above(text, lines[0][0]))


def _line(text: str, offset: int) -> tuple[int, int]:
    """The line in which the character at `offset` stands, without its break."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _belongs(context: DocumentContext, line: tuple[int, int], beside: tuple[int, int]) -> bool:
    """Whether a line next to one of a table is part of it: it has cells, or stands as a heading among rows."""
    content = context.text[slice(*line)].strip()
    return bool(content) and (
        _is_celled(context, *line) or (len(content) <= LONGEST_HEADING and _is_celled(context, *beside))
    )


def _is_celled(context: DocumentContext, start: int, end: int) -> bool:
    line = context.text[start:end].strip()
    parted = "|" in line or "\t" in line
    return parted or ("   " in line and context.zone_at(start + len(line) // 2) == TABLE)


def _cells(text: str, start: int, end: int) -> Row:
    line = text[start:end]
    if "|" in line:
        inner = line.strip()
        framed = inner.startswith("|")
        low = start + line.index(inner) + framed
        high = start + line.index(inner) + len(inner) - (framed and inner.endswith("|") and len(inner) > 1)
        parts = _parts(text, low, high, _BAR)
    elif "\t" in line.strip(" "):
        parts = _parts(text, start, end, _TAB)
    else:
        parts = _parts(text, start, end, _SPACED)
    return tuple(_cell(text, *part) for part in parts)


def _parts(text: str, start: int, end: int, mark: re.Pattern[str]) -> Sequence[tuple[int, int]]:
    marks = [match.span() for match in mark.finditer(text, start, end)]
    return list(zip([start, *(e for _, e in marks)], [*(s for s, _ in marks), end], strict=True))


def _cell(text: str, start: int, end: int) -> Cell:
    content = text[start:end].strip(" \t\xa0*_")
    begin = start + text[start:end].index(content) if content else start
    return Cell(begin, begin + len(content), content)


def _above(text: str, start: int) -> tuple[int, int] | None:
    """The line above a table, at most one empty line before it, where it is short enough for a caption or leads in."""
    end = len(text[:start].rstrip())
    if end == 0:
        return None
    begin, _ = _line(text, end - 1)
    line = text[begin:end]
    return (begin, end) if len(line) <= LONGEST_HEADING or line.endswith(":") else None
