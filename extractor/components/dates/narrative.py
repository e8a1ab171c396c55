"""The dates that a text has spoken of so far, from which later ones are counted."""

from __future__ import annotations

import re

from extractor.components.dates.calendar import DAY, HALF, QUARTER, Period, containing
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

REACH = 3
"""So many sentences back may stand the date that the text is at."""

RANGE_WIDTH = 12
"""So many characters at most may stand between the two ends of a range."""


def range_words(book: Rulebook) -> re.Pattern[str]:
    """What may stand between the two ends of a range: a dash, or a word of `range-word.tsv`."""
    return compiled(rf"\s?(?:[-–—‑−/]|{book.expression('range-word')})\s?", re.IGNORECASE)


class Narrative:
    """Remembers where the last date stood, which quarters and halves were named, if only by their last day, and what a
    report covered last."""

    def __init__(self, between: re.Pattern[str]) -> None:
        self._between = between
        self._last: tuple[int, int, Period] | None = None
        self.pieces: list[Period] = []
        self.covered: Period | None = None

    def note(self, sentence: int, end: int, period: Period, covered: Period | None = None) -> None:
        """A date that ends at the offset `end`, in the sentence of that number; what a report `covered` that ends with
        it, where it says so."""
        self._last = (sentence, end, period)
        if covered is not None or period.unit in (QUARTER, HALF):
            self.covered = covered
        if period.unit in (QUARTER, HALF):
            self.pieces.append(period)
        elif period.unit == DAY and containing(period.last, QUARTER).last == period.last:
            self.pieces.append(containing(period.last, QUARTER))

    def at(self, sentence: int) -> Period | None:
        """The date that the text is at in a sentence: the last one, if it does not stand too far back."""
        near = self._last is not None and sentence - self._last[0] <= REACH
        return self._last[2] if self._last and near else None

    def range_begin(self, text: str, start: int) -> Period | None:
        """The date before `start`, where nothing but a word or dash for a range stands between the two."""
        if self._last is None or start - self._last[1] > RANGE_WIDTH:
            return None
        return self._last[2] if self._between.fullmatch(text, self._last[1], start) else None
