"""Phases of clinical development, by the lexicon `phases`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.rulebook import Rulebook
from extractor.rulebook.beginnings import Beginnings, matches_at
from extractor.rulebook.lines import alternation
from extractor.rulebook.prepared import compiled

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
        self._begun = Beginnings([self._shape], lowered=True)

    def find(self, context: DocumentContext) -> list[PhaseMention]:
        """The phases that a document names, in order."""
        lowered = context.lowered
        spaced = lowered.replace("\n", " ").replace("\u00a0", " ")
        return [
            PhaseMention(m.start(), m.end(), self._phase(" ".join(m.group().split())))
            for m in matches_at(self._shape, spaced, context.places(self._begun))
            if not _GLUED.match(lowered[max(0, m.start() - 1) : m.start()])
            and not self._planned.search(lowered[max(0, m.start() - 20) : m.start()])
        ]

    def _phase(self, written: str) -> str:
        return self._phases.get(written, "phase") or written
