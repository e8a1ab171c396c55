"""The words of time, looked up in the lexicons of `rules/dates/`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.rulebook import Lexicon, Rulebook, number_value

_SUFFIX = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


@dataclass(frozen=True)
class Words:
    """Looks words up as they are written: in any case, with or without their full stop or hyphens."""

    lexicons: Mapping[str, Lexicon]

    @classmethod
    def of(cls, book: Rulebook) -> Words:
        """The words of the rules in force."""
        return cls(book.lexicons)

    def cell(self, lexicon: str, word: str, column: str) -> str:
        """One cell of a word's row; empty where the word or the cell is missing."""
        return self.lexicons[lexicon].get(word, column) or ""

    def integer(self, lexicon: str, word: str, column: str = "number") -> int:
        """A cell that is a whole number. Raises `ValueError` where there is none."""
        return int(self.cell(lexicon, word, column))

    def unit(self, word: str) -> tuple[str, int]:
        """The ISO code of a unit of time, and how many times it."""
        return self.cell("time-unit", word, "code"), self.integer("time-unit", word, "times")

    def number(self, written: str | None) -> float | None:
        """The value of a number in figures or words; None for None or what is no number."""
        return None if written is None else number_value(written, self.lexicons["number-words"])

    def day(self, written: str) -> int:
        """The day of a month: `7`, `7th`, `seventh`. Raises `ValueError`."""
        figures = _SUFFIX.sub("", written.lower())
        return int(figures) if figures.isdigit() else self.integer("ordinal-day", written)
