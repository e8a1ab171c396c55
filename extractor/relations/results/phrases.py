"""The words of an endpoint without what belongs to none at their ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.rulebook import Rulebook

_FEWEST_LETTERS = 2
_NUMBER = re.compile(r"\d+[%,]?")
"""A number before an article is the end of what stands before the endpoint: “at Week 24 the response rate”."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of an endpoint: offsets in the article."""

    start: int
    end: int


class Phrases:
    """Trims phrases by the words of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        self._edge = book.lexicon("endpoint-edge")
        self._nothing = book.lexicon("endpoint-none")
        moved = frozenset(word for name in ("down-verb", "up-verb") for word in book.lexicon(name).rows)
        self._moved = moved - frozenset(book.lexicon("event-verb").rows)
        self._anaphora = book.lexicon("anaphora")

    def trimmed(self, text: str, start: int, end: int) -> Phrase | None:
        """The phrase without articles, prepositions and the like at its ends; None where nothing is left."""
        words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[start:end])]
        words = [(start + s, start + e) for s, e in words]
        while words and self.is_edge(text[slice(*words[0])]):
            words.pop(0)
        while words and self.is_edge(text[slice(*words[-1])]):
            words.pop()
        if len(words) > 1 and _NUMBER.fullmatch(text[slice(*words[0])]) and self.is_edge(text[slice(*words[1])]):
            return self.trimmed(text, words[1][0], end)
        if not words:
            return None
        begin, stop = words[0][0], words[-1][1]
        while begin < stop and text[begin] in " ,;:.(-–—≥>*•\"“”'’":
            begin += 1
        while stop > begin and (text[stop - 1] in " ,;:.-–—*\"“”'’" or (text[stop - 1] == "(")):
            stop -= 1
        phrase = text[begin:stop]
        letters = sum(sign.isalpha() for sign in phrase)
        words_of = phrase.lower().split()
        if letters < _FEWEST_LETTERS or phrase in self._nothing or phrase.lower() in self._moved:
            return None
        if any(word in self._anaphora for word in words_of[-1:]):
            return None
        return Phrase(begin, stop)

    def is_edge(self, word: str) -> bool:
        """Whether a word belongs to no endpoint at its ends: an article, a preposition, a verb that tells."""
        bare = word.strip(" ,;:.()[]-–—*•≥>~\"“”'’")
        return not bare or bare in self._edge
