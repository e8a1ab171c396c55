"""The words beside any place of a text, as rules on the evidence for medicines read them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

REACH = 110
"""How far, in characters, the words beside a candidate are read."""

MOST_WORDS = 16
"""How many words behind a candidate are read at most."""

NEAREST = 14
"""How many characters before a candidate mostly hold a word and the end of another one."""

KNOWN = "\ue000"
"""A sign that no text has: stands for a certain mention in the words beside a candidate."""

_WORD = re.compile(r" *(\w+|['’]s\b|[^ \w\s])")


class Words(NamedTuple):
    """Words beside a candidate, the nearest first, and an empty one at the end: as written, and in lower case."""

    written: list[str]
    lower: list[str]

    @classmethod
    def of(cls, words: Iterable[str]) -> Words:
        """These words, the nearest first."""
        written = [*words, ""]
        return cls(written, list(map(str.lower, written)))


class Beside(NamedTuple):
    """What stands beside a candidate: the word right before it (`last`) and the one right behind it (`following`), as
    written, empty where there is none; `text` from `begin` to `start` before it, and from `end` to `stop` behind it."""

    last: str
    following: str
    text: str
    begin: int
    start: int
    end: int
    stop: int

    def before(self) -> Words:
        """The words before the candidate."""
        return Words.of(reversed(_WORD.findall(self.text, self.begin, self.start)))

    def behind(self, most: int = MOST_WORDS) -> Words:
        """The words behind the candidate, so many at `most`."""
        found = _WORD.finditer(self.text, self.end, self.stop)
        return Words.of(map(itemgetter(1), islice(found, min(most, MOST_WORDS))))


class Surroundings:
    """The words beside any place of a text, with each certain mention (`known`: offsets, without overlap) as one
    word."""

    def __init__(self, text: str, known: Iterable[tuple[int, int]]) -> None:
        self._text = text.replace(KNOWN, " ").replace("’", "'")
        self._known = sorted(known)
        self._starts = [first for first, _ in self._known]
        self._ends = [last for _, last in self._known]
        self._begins: list[int] = []
        """Where the mentions begin in `_written`, the text in which each of them is one sign."""
        parts: list[str] = []
        length = end = 0
        for first, last in self._known:
            parts += (self._text[end:first], KNOWN)
            self._begins.append(length := length + first - end)
            length, end = length + 1, last
        self._written = "".join((*parts, self._text[end:]))

    def knowing(self, known: Iterable[tuple[int, int]]) -> Surroundings:
        """Those in the same text with these certain mentions."""
        known = sorted(known)
        return self if known == self._known else Surroundings(self._text, known)

    def beside(self, start: int, end: int) -> Beside:
        """What stands before `start` and behind `end`, in one paragraph with it."""
        text, first, last = self._written, self._written_at(start, inside=0), self._written_at(end)
        begin, stop = self._written_at(max(0, start - REACH // 2), inside=0), self._written_at(end + REACH)
        begin = max(begin, text.rfind("\n\n", begin, first))
        paragraph = text.find("\n\n", last, stop)
        stop = paragraph if paragraph >= 0 else stop
        following = _WORD.search(text, last, stop)
        return Beside(_last_word(text, begin, first), following[1] if following else "", text, begin, first, last, stop)

    def _written_at(self, offset: int, inside: int = 1) -> int:
        """Where an offset of the text is in `_written`; for one inside a mention, `inside` signs behind its begin."""
        place = bisect_left(self._starts, offset) - 1
        if place < 0:
            return offset
        last, begin = self._ends[place], self._begins[place]
        return begin + (offset - last + 1 if offset >= last else inside)


def _last_word(text: str, begin: int, end: int) -> str:
    """The last word in a stretch of a text; empty where there is none."""
    words = _WORD.findall(text, max(begin, end - NEAREST), end)
    if len(words) < 2:  # its begin may not be among these characters
        words = _WORD.findall(text, begin, end)
    return words[-1] if words else ""
