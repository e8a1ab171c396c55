"""Paragraphs, headings, lists and tables of a format → one text, with the zones that the format itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.model import Zone

BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")


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
        """Add a table: a line for each row, its cells parted by ` | `."""
        lines = [" | ".join(" ".join(cell.split()) for cell in row) for row in rows]
        self._add("\n\n", "\n".join(line for line in lines if line.strip(" |")), "table")

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


def _tidy(text: str) -> str:
    lines = (BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
