"""What stands right before and right behind the capitalised words of a text, told of all at once by a few characters:
most stand beside nothing that makes a name of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.components.organizations.capitalised_words import REMEMBERED, Word
from extractor.rulebook.beginnings import LENGTH, Beginnings

_APOSTROPHES = frozenset("'’")


class Beside:
    """What may stand beside a word, as bits of a number (see `Sense`)."""

    TIE = 1
    """Before it: a small word that ties it to a role."""
    NOUN = 2
    """Before it: a noun for what a name stands for."""
    LEGAL = 4
    """Behind it: a legal form."""
    SPEECH = 8
    """Behind it: a verb of saying, or what stands before one."""
    SPACE = 16
    """Behind it: a plain space."""
    APOSTROPHE = 32
    """Behind it."""


class Surroundings:
    """Tells what may stand beside words: before them what ends as one of the `ties` or `nouns`, behind them what begins
    as a `legal` form or as `speech`."""

    def __init__(
        self, ties: Iterable[str], nouns: Iterable[str], legal: re.Pattern[str], speech: re.Pattern[str]
    ) -> None:
        self._before = {noun[-LENGTH:]: Beside.NOUN for noun in nouns}
        for tie in ties:
            self._before[tie[-LENGTH:]] = self._before.get(tie[-LENGTH:], 0) | Beside.TIE
        self._legal, self._speech = Beginnings([legal]), Beginnings([speech])
        self._behind = lru_cache(maxsize=REMEMBERED)(self._behind_which)  # most come again and again

    def behind(self, text: str, words: Sequence[Word]) -> list[int]:
        """What may stand behind each of the words of a text; behind those that another one follows only a space."""
        behind = self._behind
        return [Beside.SPACE if word.glued else behind(text[word.end : word.end + LENGTH]) for word in words]

    def _behind_which(self, written: str) -> int:
        """What may stand behind a word, by the first characters behind it."""
        sign = Beside.SPACE if written[:1] == " " else Beside.APOSTROPHE if written[:1] in _APOSTROPHES else 0
        return sign | Beside.LEGAL * self._legal.fit(written) | Beside.SPEECH * self._speech.fit(written)

    def before(self, text: str, words: Sequence[Word], numbers: Iterable[int]) -> dict[int, int]:
        """What may stand before the words of these numbers, by the number; of most nothing may."""
        before = self._before
        signs = {}
        for number in numbers:
            start = words[number].start
            ends = text[start - LENGTH : start]
            if ends in before:
                signs[number] = before[ends]
        return signs


@dataclass(slots=True)
class FreeWords:
    """The words of a text that stand in no name yet: their `numbers`, in order. `behind` says of all words what may
    stand behind them, `before` of some, by their numbers, what may stand before them (see `Beside`)."""

    numbers: list[int]
    behind: Sequence[int]
    before: dict[int, int]

    def with_behind(self, signs: int) -> list[int]:
        """The numbers of those behind which one of these may stand."""
        behind = self.behind
        return [number for number in self.numbers if behind[number] & signs]

    def with_before(self, signs: int) -> list[int]:
        """The numbers of those before which one of these may stand."""
        return [number for number, sign in self.before.items() if sign & signs]

    def take(self, words: Sequence[Word], start: int, end: int) -> None:
        """Those that start in [start, end) are free no more."""

        def place(number: int) -> int:
            return words[number].start

        first = bisect_left(self.numbers, start, key=place)
        last = bisect_left(self.numbers, end, lo=first, key=place)
        for number in self.numbers[first:last]:
            self.before.pop(number, None)
        del self.numbers[first:last]
