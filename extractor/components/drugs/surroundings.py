"""The words beside any place of a text, as rules on the evidence for medicines read them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

REACH = 110
"""How far, in characters, the words beside a candidate are read."""

MOST_WORDS = 16
"""How many words behind a candidate are read at most."""

LONGEST_WORD = 40
"""How many characters are enough to read the word before a candidate."""

KNOWN = "\ue000"
"""A sign that no text has: stands for a certain mention in the words beside a candidate."""

_WORD = re.compile(r"\w+|['’]s\b|[^\w\s]")


class Words(NamedTuple):
    """Words beside a candidate, the nearest first, and an empty one at the end: as written, and in lower case."""

    written: list[str]
    lower: list[str]

    @classmethod
    def of(cls, written: list[str]) -> Words:
        """These words, the nearest first."""
        return cls([*written, ""], [*map(str.lower, written), ""])


class Surroundings:
    """The words beside any place of a text, with each certain mention (`known`: offsets, without overlap) as one
    word."""

    def __init__(self, text: str, known: Iterable[tuple[int, int]]) -> None:
        self.text = text
        known = sorted(known)
        self._starts = [first for first, _ in known]
        self._ends = [last for _, last in known]
        self._begins: list[int] = []
        """Where the mentions begin in `_written`, the text in which each of them is one sign."""
        plain = text.replace(KNOWN, " ").replace("’", "'")
        parts: list[str] = []
        length = end = 0
        for first, last in known:
            parts += (plain[end:first], KNOWN)
            self._begins.append(length := length + first - end)
            length, end = length + 1, last
        self._written = "".join((*parts, plain[end:]))

    def behind(self, end: int) -> Words:
        """The words from `end` on, to the paragraph's end."""
        start, stop = self._written_at(end), self._written_at(end + REACH)
        paragraph = self._written.find("\n\n", start, stop)
        return Words.of(_WORD.findall(self._written, start, paragraph if paragraph >= 0 else stop)[:MOST_WORDS])

    def next_word(self, end: int) -> str:
        """The first word from `end` on, in lower case; empty at the text's end."""
        match = _WORD.search(self._written, self._written_at(end))
        return match.group().lower() if match else ""

    def before(self, start: int) -> Words:
        """The words before `start`, the nearest first, to the paragraph's begin."""
        begin, stop = self._written_at(max(0, start - REACH // 2), inside=0), self._written_at(start, inside=0)
        return Words.of(_WORD.findall(self._written, max(begin, self._written.rfind("\n\n", begin, stop)), stop)[::-1])

    def last_word(self, start: int) -> str:
        """The last word before `start`, in lower case, or the end of one; empty at the text's begin."""
        stop = self._written_at(start, inside=0)
        words = _WORD.findall(self._written, max(0, stop - LONGEST_WORD), stop)
        return words[-1].lower() if words else ""

    def _written_at(self, offset: int, inside: int = 1) -> int:
        """Where an offset of the text is in `_written`; for one inside a mention, `inside` signs behind its begin."""
        place = bisect_left(self._starts, offset) - 1
        if place < 0:
            return offset
        last, begin = self._ends[place], self._begins[place]
        return begin + (offset - last + 1 if offset >= last else inside)
