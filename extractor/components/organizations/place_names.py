"""Names of places that first names and surnames make too: "San Francisco Bay", "Winter Park"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.components.organizations.capitalised_words import Word, word_before
from extractor.rulebook import Rulebook

_IN = re.compile(r"\b(?:in|from|near) $")
_STATE = re.compile(r", (?:[A-Z]{2}\b|[A-Z][a-z]{2,4}\.)")


@dataclass(frozen=True)
class PlaceNames:
    """Words that a place's name begins with (`openers`) or ends with (`ends`), and whole names of places (`names`)."""

    openers: frozenset[str]
    ends: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, book: Rulebook) -> PlaceNames:
        """From the table of the rules in force."""
        places = book.lexicon("place-words")
        return cls(*(frozenset(places.written(kind=kind)) for kind in ("opener", "end", "whole")))

    def are_named(self, text: str, words: Sequence[Word], first: int, last: int) -> bool:
        """Whether the words from `first` to `last` name a place: what it begins with stands before them, or they end as
        places do and a preposition stands before them or a state behind."""
        start, end = words[first].start, words[last].end
        if text[start:end] in self.names:
            return True
        before = word_before(words, first)
        if before is not None and before.text in self.openers:
            return True
        if words[last].text not in self.ends:
            return False
        return _IN.search(text, max(0, start - 6), start) is not None or _STATE.match(text, end) is not None
