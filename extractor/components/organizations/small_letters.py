"""The first words of names that begin with a small letter or a figure (argenx, bluebird bio, 89bio): only those that a
lexicon has are told from other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter

from extractor.components.organizations.capitalised_words import Word
from extractor.rulebook.beginnings import Beginnings
from extractor.rulebook.prepared import compiled

_START = attrgetter("start")

_NOT_BEFORE = frozenset("@/.-_&")
_NOT_BEHIND = frozenset("@/_")
"""Signs beside a word that make it a part of an address or of another word."""


class SmallLetterNames:
    """Names that begin with a small letter or a figure; `beginnings`: what tells where they may begin."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self.beginnings = Beginnings(compiled(re.escape(name)) for name in self._names)

    def added_to(self, words: list[Word], text: str, places: Iterable[int]) -> list[Word]:
        """The `words` of a text, and the first words of those names that begin at one of the `places`, in order."""
        places = [place for place in places if text.startswith(self._names, place)]
        more = [word for place in places if (word := self._at(text, place)) is not None]
        starts = {word.start for word in words} if more else set()
        new = [word for word in more if word.start not in starts]
        return sorted([*words, *new], key=_START) if new else words

    def _at(self, text: str, start: int) -> Word | None:
        """The first word of the name that stands there."""
        for name in self._names:
            if text.startswith(name, start) and _stands_alone(text, start, start + len(name)):
                first = name.partition(" ")[0]
                return Word(start, start + len(first), first, 0, glued=False, follows=False)
        return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands here is no part of a longer word, of an address or of a file's name."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isalnum() or before in _NOT_BEFORE or behind.isalnum() or behind in _NOT_BEHIND:
        return False
    return not (behind in (".", "-") and text[end + 1 : end + 2].isalnum())
