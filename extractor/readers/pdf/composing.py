"""Blocks → the article's text, its zones by form, and the boxes of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.model import PageBox, Zone
from extractor.readers.paragraphs import BULLET
from extractor.readers.pdf.hyphens import Hyphens, hyphens_of
from extractor.readers.pdf.lines import Block, Line


def compose(body: Sequence[Block], notes: Sequence[Block]) -> tuple[str, list[Zone], list[PageBox]]:
    """The text: the paragraphs parted by an empty line, list items and rows by a line's end, the footnotes last."""
    hyphens = hyphens_of([line.text for block in [*body, *notes] for line in block.lines])
    parts: list[str] = []
    hints: list[Zone] = []
    boxes: list[PageBox] = []
    length, listed = 0, False
    for number, block in enumerate([*body, *notes]):
        item = not block.table and BULLET.match(block.lines[0].text) is not None
        gap = "" if not parts else "\n" if item and listed else "\n\n"
        start = length = length + len(gap)
        parts.append(gap)
        for text, line in _pieces(block, hyphens):
            boxes.append(_box(line, length, length + len(text.rstrip())))
            parts.append(text)
            length += len(text)
        if block.table or number >= len(body):
            hints.append(Zone(start, length, "table" if block.table else "boilerplate"))
        listed = item
    return "".join(parts), hints, boxes


def _box(line: Line, start: int, end: int) -> PageBox:
    x0, top, x1, bottom = (round(value, 1) for value in (line.x0, line.top, line.x1, line.bottom))
    return PageBox(start, end, line.page, x0, top, x1, bottom)


def _pieces(block: Block, hyphens: Hyphens) -> Iterator[tuple[str, Line]]:
    """Each line's part of the text, with what stands between it and the next."""
    if block.table:
        yield from _rows(block)
        return
    for line, after in pairwise(block.lines):
        glue = hyphens.join(line.text, after.text)
        text = line.text[:-1] if line.text.endswith("-") and glue != " " else line.text
        yield text + glue, line
    yield block.lines[-1].text, block.lines[-1]


def _rows(block: Block) -> Iterator[tuple[str, Line]]:
    rows = [(row, line) for line in block.lines for row in (line.rows or (line.cells,))]
    for number, (row, line) in enumerate(rows):
        yield " | ".join(row) + ("\n" if number < len(rows) - 1 else ""), line
