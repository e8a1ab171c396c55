"""Columns → lines → paragraphs: what belongs together, by the space between lines, their length and their size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractor.readers.paragraphs import BULLET
from extractor.readers.pdf.segments import Segment

CELL_GAP = 1.6
NARROW, STRETCH, FULL = 0.75, 6, 0.6
"""A stretch of so many lines is narrower where they reach less than this far, and the share of full ones is such."""

BROKEN_WORD = re.compile(r"[^\W\d_]{2}-$")
SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
IN_SENTENCES = re.compile(r"(?:\(?\w{1,4}[.)]|[-–—])\s")
MARK_ALONE = re.compile(r"(?:[•●▪■◦‣⁃∙·*–—o-]|\(?\d{1,2}[.)])$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column: its cells (one, unless wide gaps part it), its place, and its page from 1.

    `edges` are the left and right edges of its cells.
    """

    cells: tuple[str, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    page: int
    rows: tuple[tuple[str, ...], ...] = ()
    edges: tuple[tuple[float, float], ...] = ()

    @property
    def text(self) -> str:
        """The line as it is read."""
        return " ".join(self.cells)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one paragraph, or the rows of a table."""

    lines: tuple[Line, ...]
    table: bool = False

    @property
    def size(self) -> float:
        """The size of its type."""
        return median(line.size for line in self.lines)


def lines_of(column: Sequence[Segment], page: int) -> list[Line]:
    """The lines of a column: its segments that stand on one height, from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(column, key=lambda segment: (segment.top, segment.x0)):
        row = next((row for row in reversed(rows[-3:]) if not segment.rows and _level(row[0], segment)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    return _with_table_rows([_line(sorted(row, key=lambda segment: segment.x0), page) for row in rows])


def _level(one: Segment, other: Segment) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return not one.rows and overlap > 0.6 * min(one.bottom - one.top, other.bottom - other.top)


def _line(row: Sequence[Segment], page: int) -> Line:
    cells, edges = [row[0].text], [(row[0].x0, row[0].x1)]
    for before, segment in pairwise(row):
        if segment.x0 - before.x1 > CELL_GAP * segment.size and not MARK_ALONE.match(cells[-1]):
            cells.append(segment.text)
            edges.append((segment.x0, segment.x1))
        else:
            cells[-1] += f" {segment.text}"
            edges[-1] = (edges[-1][0], segment.x1)
    widest = max(row, key=lambda segment: segment.width)
    return Line(
        tuple(cells),
        row[0].x0,
        min(segment.top for segment in row),
        max(segment.x1 for segment in row),
        max(segment.bottom for segment in row),
        widest.size,
        page,
        row[0].rows,
        tuple(edges),
    )


def _with_table_rows(lines: list[Line]) -> list[Line]:
    """Lines whose gaps stand under each other keep their cells; gaps that only fill a line out do not part it."""
    near = [None, *lines, None]
    return [
        line if len(line.cells) < 2 or _aligned(line, before) or _aligned(line, after) else _whole(line)
        for before, line, after in zip(near, lines, near[2:], strict=False)
    ]


def _aligned(line: Line, other: Line | None) -> bool:
    """Whether all cells but the first begin or end where those of the line above or below do."""
    if other is None or len(line.cells) != len(other.cells):
        return False
    slack = 0.7 * line.size
    return all(
        abs(one[0] - two[0]) < slack or abs(one[1] - two[1]) < slack
        for one, two in zip(line.edges[1:], other.edges[1:], strict=True)
    )


def _whole(line: Line) -> Line:
    return replace(line, cells=(line.text,), edges=((line.x0, line.x1),))


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The paragraphs and tables of one column."""
    blocks: list[Block] = []
    run: list[Line] = []
    leading = _leading(lines)
    for line, right in zip(lines, _rights(lines), strict=True):
        if run and not _goes_on(run, line, leading, right):
            blocks.append(_block(run))
            run = []
        run.append(line)
    if run:
        blocks.append(_block(run))
    return blocks


def _block(run: Sequence[Line]) -> Block:
    return Block(tuple(run), table=bool(run[0].rows) or len(run[0].cells) > 1)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from a line to the next, in font sizes."""
    steps = [(after.bottom - line.bottom) / line.size for line, after in pairwise(lines)]
    usual = [step for step in steps if 0.8 < step < 2.6]
    return sorted(usual)[len(usual) // 3] if usual else 1.3


def _right_edges(lines: Sequence[Line]) -> float:
    """How far the column's lines reach to the right."""
    ends = sorted(line.x1 for line in lines if not line.rows)
    return ends[round(0.9 * (len(ends) - 1))] if ends else 0.0


def _rights(lines: Sequence[Line]) -> list[float]:
    """For each line, how far the text reaches there: less far where a stretch of full lines is narrower than the
    rest."""
    right, left = _right_edges(lines), min((line.x0 for line in lines), default=0.0)
    rights = [right] * len(lines)
    start = 0
    for end in range(len(lines) + 1):
        if end < len(lines) and lines[end].x1 < left + NARROW * (right - left):
            continue
        stretch = lines[start:end]
        own = _right_edges(stretch)
        full = sum(1 for line in stretch if line.x1 > own - 0.1 * (own - left))
        if len(stretch) >= STRETCH and full >= FULL * len(stretch):
            rights[start:end] = [own] * len(stretch)
        start = end + 1
    return rights


def _goes_on(run: Sequence[Line], line: Line, leading: float, right: float) -> bool:
    """Whether a line goes on with the paragraph or table before it."""
    last = run[-1]
    if last.rows or line.rows:
        return False
    step = (line.bottom - last.bottom) / last.size
    if not 0 < step < 1.22 * leading + 0.05 or abs(line.size - last.size) > 0.08 * last.size:
        return False
    if len(last.cells) > 1 or len(line.cells) > 1:
        return len(last.cells) > 1 and len(line.cells) > 1
    if BULLET.match(line.text) and not (line.x0 > run[0].x0 + 0.3 * line.size and not BULLET.match(run[0].text)):
        return not _starts_item(line, last)
    return not _had_room(last, line, right) and not _is_indented(run, line)


def _starts_item(line: Line, last: Line) -> bool:
    """Whether a line that looks like a list item is one, not a dash or number that a sentence broke at."""
    doubtful = IN_SENTENCES.match(line.text) is not None
    return not doubtful or bool(SENTENCE_END.search(last.text)) or bool(BULLET.match(last.text))


def _had_room(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted on the last line, which therefore ended a paragraph; a word
    that is broken at its end goes on."""
    if BROKEN_WORD.search(last.text) and line.text[:1].islower():
        return False
    letters = max(len(line.text), 1)
    word = (line.x1 - line.x0) * (len(line.text.split(" ", 1)[0]) + 1) / letters
    slack = 0.12 * (right - last.x0) if SENTENCE_END.search(last.text) is None else 0.6 * last.size
    return last.x1 + word < right - slack


def _is_indented(run: Sequence[Line], line: Line) -> bool:
    """Whether the line's first words are set in from lines that had ended a sentence."""
    last = run[-1]
    if BULLET.match(run[0].text):
        return False
    return 0.8 * line.size < line.x0 - last.x0 < 5 * line.size and bool(SENTENCE_END.search(last.text))


def joined_over_breaks(columns: Iterable[list[Block]]) -> list[Block]:
    """The blocks of all columns and pages; a paragraph that a column's end breaks is one block."""
    found: list[Block] = []
    right = 0.0
    for blocks in columns:
        first = blocks[0] if blocks else None
        if found and first and _breaks_off(found[-1], first, right):
            found[-1] = Block(found[-1].lines + first.lines)
            blocks = blocks[1:]
        found.extend(blocks)
        right = _right_edges([line for block in blocks for line in block.lines]) or right
    return found


def _breaks_off(block: Block, after: Block, right: float) -> bool:
    """Whether a block that ends a column, which reaches to `right`, goes on in the next one."""
    if block.table or after.table or abs(block.size - after.size) > 0.08 * block.size:
        return False
    last, first = block.lines[-1], after.lines[0]
    if SENTENCE_END.search(last.text) or BULLET.match(first.text):
        return False
    if first.page == last.page and 0 < first.bottom - last.bottom < 1.7 * last.size:
        return abs(first.x0 - last.x0) < 3 and last.x1 > first.x1
    full = last.x1 > right - 0.15 * (right - last.x0)
    return first.text[0].islower() or last.text[-1] in ",-" or full
