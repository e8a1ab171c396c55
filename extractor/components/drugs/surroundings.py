"""The words beside any place of a text, as rules on the evidence for medicines read them."""

from __future__ import annotations

import re
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

INSIDE = "\x1f"
"""White space that no text has: stands for the further letters of a certain mention."""

_WORD = re.compile(r" *(\w+|'s\b|[^ \w\s])")


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
        self._text = text.replace(KNOWN, " ").replace(INSIDE, " ").replace("’", "'")
        self._known = sorted(known)
        parts: list[str] = []
        end = 0
        for first, last in self._known:
            parts += (self._text[end:first], KNOWN, INSIDE * (last - first - 1))
            end = last
        self._written = "".join((*parts, self._text[end:]))
        """The text, at the same offsets, with one sign for each mention and white space for the rest of it."""

    def knowing(self, known: Iterable[tuple[int, int]]) -> Surroundings:
        """Those in the same text with these certain mentions."""
        known = sorted(known)
        return self if known == self._known else Surroundings(self._text, known)

    def beside(self, start: int, end: int) -> Beside:
        """What stands before `start` and behind `end`, in one paragraph with it."""
        text = self._written
        begin, start, stop = self._outside(max(0, start - REACH // 2)), self._outside(start), end + REACH
        begin = max(begin, text.rfind("\n\n", begin, start))
        paragraph = text.find("\n\n", end, stop)
        stop = paragraph if paragraph >= 0 else stop
        following = _WORD.search(text, end, stop)
        return Beside(_last_word(text, begin, start), following[1] if following else "", text, begin, start, end, stop)

    def _outside(self, offset: int) -> int:
        """The begin of the mention that an offset is inside of, else the offset itself."""
        return self._written.rfind(KNOWN, 0, offset) if self._written[offset : offset + 1] == INSIDE else offset


def _last_word(text: str, begin: int, end: int) -> str:
    """The last word in a stretch of a text; empty where there is none."""
    words = _WORD.findall(text, max(begin, end - NEAREST), end)
    if len(words) < 2:  # its begin may not be among these characters
        words = _WORD.findall(text, begin, end)
    return words[-1] if words else ""
