"""The words beside any place of a text, as rules on the evidence for medicines read them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

REACH = 110
"""How far, in characters, the words beside a candidate are read."""

MOST_WORDS = 16
"""How many words behind a candidate are read at most."""

KNOWN = "\ue000"
"""A sign that no text has: stands for a certain mention in the words beside a candidate."""

Words = Sequence[tuple[str, str]]
"""Words as (as written, in lower case), the nearest to the candidate first."""

_WORD = re.compile(r"\w+|['’]s\b|[^\w\s]")


class Surroundings:
    """The words beside any place of a text, with each certain mention (`known`: offsets, without overlap) as one
    word."""

    def __init__(self, text: str, known: Iterable[tuple[int, int]]) -> None:
        self.text = text
        self._known = sorted(known)
        self._begins: list[int] = []
        """Where the mentions begin in `_written`, the text in which each of them is one sign."""
        plain = text.replace(KNOWN, " ").replace("’", "'")
        parts: list[str] = []
        length = end = 0
        for first, last in self._known:
            parts += (plain[end:first], KNOWN)
            self._begins.append(length := length + first - end)
            length, end = length + 1, last
        self._written = "".join((*parts, plain[end:]))

    def behind(self, end: int) -> Words:
        """The words from `end` on, to the paragraph's end."""
        start, stop = self._written_at(end), self._written_at(end + REACH)
        paragraph = self._written.find("\n\n", start, stop)
        words = _WORD.findall(self._written, start, paragraph if paragraph >= 0 else stop)[:MOST_WORDS]
        return list(zip(words, map(str.lower, words), strict=True))

    def next_word(self, end: int) -> str:
        """The first word from `end` on, in lower case; empty at the text's end."""
        match = _WORD.search(self._written, self._written_at(end))
        return match.group().lower() if match else ""

    def before(self, start: int) -> Words:
        """The words before `start`, the nearest first, to the paragraph's begin."""
        begin, stop = self._written_at(max(0, start - REACH // 2), inside=0), self._written_at(start, inside=0)
        words = _WORD.findall(self._written, max(begin, self._written.rfind("\n\n", begin, stop)), stop)[::-1]
        return list(zip(words, map(str.lower, words), strict=True))

    def _written_at(self, offset: int, inside: int = 1) -> int:
        """Where an offset of the text is in `_written`; for one inside a mention, `inside` signs behind its begin."""
        place = bisect_right(self._known, (offset, offset)) - 1
        if place < 0:
            return offset
        last, begin = self._known[place][1], self._begins[place]
        return begin + (offset - last + 1 if offset >= last else inside)
