"""The words of English: a word that is none of them, and ends as none does, may be a new name."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from extractor.rulebook import Lexicon


@dataclass(frozen=True)
class OrdinaryWords:
    """Words of the language (`words`, in small letters), what others of them end in (`endings`), and those of the
    endings that names do not have (`sure`)."""

    words: Set[str] = frozenset()
    endings: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Set[str], endings: Lexicon) -> OrdinaryWords:
        """From the table of words and the lexicon of endings (`-ing`), with what it says of names."""
        ends = {term.removeprefix("-"): row for term, row in endings.rows.items()}
        return cls(words, tuple(ends), tuple(term for term, row in ends.items() if not row.get("names")))

    def __contains__(self, word: str) -> bool:
        """Whether a word is ordinary, as written: one with a capital letter may be a name in spite of its ending."""
        lower = word.lower()
        return lower in self.words or lower.endswith(self.endings if word == lower else self.sure)
