"""Paragraphs, headings, lists and tables of a format → one text, with the zones that the format itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.model import Zone

BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
EMPTY_LINES = re.compile(r"\n{3,}")
CLOSING_CELL = re.compile(r"[%)\]*†‡§¶]+")
OPENING_CELL = re.compile(r"[$€£¥(\[]+")


@dataclass(slots=True)
class Composition:
    """A text under construction; paragraphs are parted by an empty line, list items and table rows by a line's end."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    hints: list[Zone] = field(default_factory=list)

    def paragraph(self, text: str, *, zone: str | None = None) -> None:
        """Add a paragraph or heading; line breaks in it are kept."""
        self._add("\n\n", _tidy(text), zone)

    def item(self, text: str, *, first: bool = False, marker: str = "- ") -> None:
        """Add an item of a list."""
        tidy = _tidy(text)
        if tidy:
            self._add("\n\n" if first else "\n", marker + tidy, None)

    def table(self, rows: Iterable[Sequence[str]]) -> None:
        """Add a table: a line for each row, its cells parted by ` | `, without cells that only make room."""
        filled = [_whole_cells([" ".join(cell.split()) for cell in row]) for row in rows]
        filled = _without_empty_columns([row for row in filled if any(row)])
        self._add("\n\n", "\n".join(" | ".join(row) for row in filled), "table")

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def _add(self, gap: str, text: str, zone: str | None) -> None:
        if not text:
            return
        if self.parts:
            self.parts.append(gap)
            self.length += len(gap)
        if zone:
            self.hints.append(Zone(self.length, self.length + len(text), zone))
        self.parts.append(text)
        self.length += len(text)


def _whole_cells(row: Sequence[str]) -> list[str]:
    """The cells, with signs that stand in cells of their own (`$ | 12.5 | %`) put to their numbers."""
    cells: list[str] = []
    opening: int | None = None
    filled: int | None = None
    for at, cell in enumerate(row):
        cells.append(cell)
        if filled is not None and CLOSING_CELL.fullmatch(cell):
            cells[filled], cells[at] = cells[filled] + cell, ""
        elif OPENING_CELL.fullmatch(cell):
            opening = at
        elif cell:
            filled = at
            if opening is not None:
                cells[opening], cells[at] = cells[opening] + cell, ""
                filled, opening = opening, None
    return cells


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    if len({len(row) for row in rows}) > 1:
        return [[cell for cell in row if cell] for row in rows]
    kept = [at for at in range(len(rows[0]) if rows else 0) if any(row[at] for row in rows)]
    return [[row[at] for at in kept] for row in rows]


def _tidy(text: str) -> str:
    lines = "\n".join(BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", lines).strip("\n")
