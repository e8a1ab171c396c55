"""What keeps a figure and an arm apart: words of comparison, or a clause between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

_UP_TO_TIME = re.compile(r"[a-z ]{0,12}")
"""What may stand between “over” and the time of which it says how long: “over the next 48 weeks”."""

_ARTICLE = re.compile(r" (?:\w{1,3} )?")
"""What stands between “, with” and an arm that it leads up to."""


def cue_expression(book: Rulebook) -> str:
    """A regular expression for the words that set two arms side by side."""
    return book.expression("compared-with")


def protection(book: Rulebook) -> re.Pattern[str]:
    """What stands before an “against” that says what a treatment protects from, and sets nothing beside it."""
    return compiled(rf"(?<!\w)(?:{book.expression('protection-word')}) $", re.IGNORECASE)


def _is_before_time(text: str, end: int, times: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the `times` stands right behind a word that ends at `end`: “over a year”."""
    return any(_UP_TO_TIME.fullmatch(text, end, low) for low, _ in times if low >= end)


class Apart:
    """Reads what stands between figures and arms, by the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        words = book.expression

        self.cue = compiled(cue_expression(book), re.IGNORECASE)
        self._protects = protection(book)
        self._leading = compiled(rf"(?<!\w)(?:{self.cue.pattern})(?: \w+){{0,3}} $", re.IGNORECASE)
        self._clause = compiled(
            rf"[;:]|, (?:{words('clause-word')})(?!\w)|,? and (?:{words('be-verb')})(?!\w)", re.IGNORECASE
        )
        self._others = compiled(rf", (?:those|{words('patient-noun')}|{words('person-noun')})(?!\w)", re.IGNORECASE)

    def is_compared(self, text: str, start: int) -> bool:
        """Whether a word of comparison leads up to the arm at `start`."""
        return self._leading.search(text[max(0, start - 50) : start]) is not None

    def by_comparison(
        self, text: str, figure: tuple[int, int], arm: tuple[int, int], times: Sequence[tuple[int, int]]
    ) -> bool:
        """Whether a word of comparison (“versus”) stands between a figure and an arm, or makes the arm a comparator;
        “over 48 weeks” is none, where that is one of the `times`."""
        if arm[0] >= figure[1]:
            return self._compares(text, figure[1], arm[0], times)
        return self._compares(text, arm[1], figure[0], times) or self.is_compared(text, arm[0])

    def by_clause(self, text: str, figure_end: int, arm_start: int, *, has_subject: bool) -> bool:
        """Whether an arm behind a figure stands in a clause of its own: “…, and no trial has compared the drug with …”;
        where the sentence has named another arm before, also by other people: “…, those on the drug …”."""
        between = text[figure_end:arm_start]
        clause = self._clause.search(between)
        if clause is not None and not _ARTICLE.fullmatch(between, clause.end()):
            return True
        return has_subject and self._others.search(between) is not None

    def sets_beside(self, text: str, low: int, cue: tuple[int, int], times: Sequence[tuple[int, int]]) -> bool:
        """Whether a word of comparison behind `low` sets anything beside another: not “over a year”, where that is one
        of the `times`, nor “effective against”."""
        return not _is_before_time(text, cue[1], times) and self._protects.search(text, low, cue[0]) is None

    def _compares(self, text: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> bool:
        return any(self.sets_beside(text, start, cue.span(), times) for cue in self.cue.finditer(text, start, end))
