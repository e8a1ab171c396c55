"""What relative expressions are counted from: day of publication, date that the text is at, tense of the verb."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.components.dates.calendar import Period
from extractor.rulebook import Rulebook

PAST, FUTURE = "past", "future"

_REGULAR_PAST = r"[^\W\d_]{2,}ed"


@dataclass(frozen=True)
class Anchors:
    """`published`: the day of publication, if known. `narrative`: the period that the text has just spoken of.
    `tense()`: the tense of the verb next to the expression, None where there is none. `after`: the date
    that begins the range which the expression ends. `fiscal_month`: the month in which fiscal years start."""

    published: Period | None = None
    narrative: Period | None = None
    tense: Callable[[], str | None] = lambda: None
    after: Period | None = None
    fiscal_month: int = 1


class TenseCues:
    """Tells past from future by the cue that stands nearest to an expression in its sentence."""

    def __init__(self, book: Rulebook) -> None:
        future = "|".join(re.escape(term) for term in book.lexicon("future-cue").rows)
        past = "|".join(re.escape(term) for term in book.lexicon("past-cue").rows)
        still = "|".join(re.escape(term) for term in book.lexicon("timeless-participle").rows)
        before = rf"(?:{future})(?: be| have been| not)?(?: {_REGULAR_PAST}| {past})?"
        self._cue = re.compile(
            rf"\b(?:(?P<future>{before})|(?!(?:{still})\b)(?P<past>{past}|{_REGULAR_PAST}))\b", re.IGNORECASE
        )

    def tense(self, sentence: str, start: int, end: int) -> str | None:
        """`past`, `future` or None for the expression at these offsets of its sentence."""
        best: tuple[int, str] | None = None
        for cue in self._cue.finditer(sentence):
            distance = start - cue.end() if cue.end() <= start else cue.start() - end
            if distance >= 0 and (best is None or distance < best[0]):
                best = (distance, FUTURE if cue["future"] else PAST)
        return best[1] if best else None
