"""Where in the words of a text something may begin: worked out once for each distinct word, and then looked up."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence

from spacy.strings import StringStore

from extractor.rulebook.plain import Words

REMEMBERED = 50_000
"""How many words are remembered; with one more, all are forgotten, so that memory does not grow."""


class WordPlaces(ABC):
    """Remembers of each word where in it something may begin; what that is, the subclasses tell."""

    def __init__(self) -> None:
        self._offsets: dict[int, tuple[int, ...]] = {}

    @abstractmethod
    def offsets_in(self, word: str) -> tuple[int, ...]:
        """Where in a word something may begin, in order."""

    def places_in(self, words: Words, tokens: range, starts: Sequence[int], strings: StringStore) -> list[int]:
        """The offsets in a text, in order, at which something may begin, in these `tokens`; `strings` has the words,
        and `starts` is where they start."""
        known = self._offsets
        found = []
        for number, word in words.not_plain(self, tokens):
            offsets = known.get(word)
            if not offsets:
                offsets = self.offsets(word, strings)
                if not offsets:
                    words.add_plain(self, word)
            for offset in offsets:
                found.append(starts[number] + offset)
        return found

    def offsets(self, word: int, strings: StringStore) -> tuple[int, ...]:
        """Where in a word, given by its hash in `strings`, something may begin. Remembered for the next time."""
        offsets = self._offsets.get(word)
        if offsets is None:
            if len(self._offsets) >= REMEMBERED:
                self._offsets.clear()
            offsets = self._offsets[word] = self.offsets_in(strings[word])
        return offsets


class MatchesInWords(WordPlaces):
    """Where in words a regular expression matches that looks at one word only."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self._pattern = pattern

    def offsets_in(self, word: str) -> tuple[int, ...]:
        """Where the expression matches."""
        return tuple(match.start() for match in self._pattern.finditer(word))
