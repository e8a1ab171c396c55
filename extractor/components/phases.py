"""Phases of clinical development, by the lexicon `phases`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.rulebook import Rulebook
from extractor.rulebook.lines import alternation
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import lowered_text

_GLUED = re.compile(r"[\w-]")


@dataclass(frozen=True)
class PhaseMention:
    """A phase of clinical development where the text names one: `phase` is `1`, `2a`, `1/2`, `3` or `preclinical`."""

    start: int
    end: int
    phase: str


class PhaseFinder:
    """Finds phases by the lexicon `phases`."""

    def __init__(self, book: Rulebook) -> None:
        self._phases = book.lexicon("phases")
        self._planned = compiled(rf"(?<!\w)(?:{book.expression('no-phase-before')}) $")
        self._shape = compiled(
            alternation(re.sub(r"([^\w ])", r"\\\1", term) for term in self._phases.rows)
            + rf"(?![\w/]|-\d|[ -](?:{book.expression('no-phase-after')})(?!\w))"
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[PhaseMention]:
        """The phases named in text[start:end], in order."""
        lowered = lowered_text(text[start:end])
        return [
            PhaseMention(start + m.start(), start + m.end(), self._phase(" ".join(m.group().split())))
            for m in self._shape.finditer(lowered.replace("\n", " ").replace("\u00a0", " "))
            if not _GLUED.match(lowered[max(0, m.start() - 1) : m.start()])
            and not self._planned.search(lowered[max(0, m.start() - 20) : m.start()])
        ]

    def _phase(self, written: str) -> str:
        return self._phases.get(written, "phase") or written
