"""The first words of names that begin with a small letter or a figure (argenx, bluebird bio, 89bio): only those that a
lexicon has are told from other words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.components.occurrences import places_of
from extractor.components.organizations.capitalised_words import Word

_NOT_BEFORE = frozenset("@/.-_&")
_NOT_BEHIND = frozenset("@/_")
"""Signs beside a word that make it a part of an address or of another word."""


def with_small_letters(text: str, words: Sequence[Word], names: Iterable[str]) -> Sequence[Word]:
    """The `words` of `text`, and the first words of those `names`, in order."""
    starts = {word.start for word in words}
    more: dict[int, Word] = {}
    for name in names:
        first = name.partition(" ")[0]
        for start in places_of(text, [name]):
            if start not in starts and _stands_alone(text, start, start + len(name)):
                more[start] = Word(start, start + len(first), first, 0, glued=False, follows=False)
    return sorted([*words, *more.values()]) if more else words


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands here is no part of a longer word, of an address or of a file's name."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isalnum() or before in _NOT_BEFORE or behind.isalnum() or behind in _NOT_BEHIND:
        return False
    return not (behind in (".", "-") and text[end + 1 : end + 2].isalnum())
