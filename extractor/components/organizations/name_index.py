"""Names by their first word, to be found where a capitalised word begins one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.components.organizations.capitalised_words import Word, first_word

V = TypeVar("V")

_LONG_NAME = 15
"""Letters of a name of which small words may be written with a capital, at least."""


@dataclass(frozen=True)
class NameIndex(Generic[V]):
    """Names by their first word, the longest first, each in small letters as well if it is a long one; the value of a
    name is whatever was given. `first_words`: those words, also as they stand at the end of a sentence."""

    entries: Mapping[str, Sequence[tuple[str, str | None, V]]]
    first_words: frozenset[str]

    @classmethod
    def of(cls, names: Mapping[str, V]) -> NameIndex[V]:
        """An index of `names` as they are written."""
        entries: dict[str, list[tuple[str, str | None, V]]] = {}
        for name, value in names.items():
            first = first_word(name) or next(iter(name.split()), None)
            if first is not None:
                plain = _plain(name)
                lowered = plain.lower() if len(name) >= _LONG_NAME else None
                entries.setdefault(first, []).append((plain, lowered, value))
        for listed in entries.values():
            listed.sort(key=_by_length)
        return cls(entries, frozenset((*entries, *(f"{word}." for word in entries))))

    def at(self, text: str, word: Word) -> tuple[int, V] | None:
        """Where the longest name that starts with this word ends, and its value."""
        start, written = word.start, word.text
        entries = self.entries.get(written, ())
        if written[-1] == ".":
            entries = sorted((*entries, *self.entries.get(written.rstrip("."), ())), key=_by_length)
        if not entries:
            return None
        plain = text[start : start + len(entries[0][0])]
        if not plain.isascii():
            plain = _plain(plain)
        lowered = plain.lower()
        for name, small, value in entries:
            if plain.startswith(name) or (small is not None and lowered.startswith(small)):
                end = start + len(name)
                if not text[end : end + 1].isalnum():
                    return end, value
        return None


def _by_length(entry: tuple[str, str | None, object]) -> tuple[int, str]:
    """The longest first."""
    return -len(entry[0]), entry[0]


def _plain(written: str) -> str:
    """With straight apostrophes and plain spaces."""
    return written.replace("’", "'").replace("\u00a0", " ")
