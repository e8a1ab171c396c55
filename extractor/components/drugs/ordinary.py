"""The words of English: a word in small letters that is none of them, and ends as none does, may be a new name."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from extractor.rulebook import Lexicon


@dataclass(frozen=True)
class OrdinaryWords:
    """Words of the language (`words`, in small letters), and what others of them end in (`endings`)."""

    words: Set[str] = frozenset()
    endings: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Set[str], endings: Lexicon) -> OrdinaryWords:
        """From the table of words and the lexicon of endings (`-ing`)."""
        return cls(words, tuple(term.removeprefix("-") for term in endings.rows))

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.endswith(self.endings)
