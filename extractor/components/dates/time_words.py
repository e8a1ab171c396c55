"""The words of time, looked up in the lexicons of `rules/dates/`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.components.dates.numeric import full_year
from extractor.rulebook import Lexicon, Rulebook, number_value

_BETWEEN_WORDS = re.compile(r"[\s-]+")
_HUNDRED = 100
"""From this value on, “and” behind a number word joins one number: “two hundred and six”; “three and six” are two."""

_SUFFIX = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


def spoken_year(values: list[int]) -> int:
    """The year whose words have these values: 19 90 6, 20 10, 19 0 1, 2 1000 5, 17 100 33. Raises `ValueError`."""
    if len(values) > 1 and values[1] == 1000:
        return values[0] * 1000 + sum(values[2:])
    if len(values) > 1 and values[1] == 100:
        return values[0] * 100 + sum(values[2:])
    if len(values) < 2 or not 15 <= values[0] <= 20 or sum(values[1:]) > 99:
        raise ValueError(values)
    return values[0] * 100 + sum(values[1:])


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
        if written is None or self._is_two(written):
            return None
        return number_value(written, self.lexicons["number-words"])

    def _is_two(self, written: str) -> bool:
        """Whether number words with “and” between them are two numbers."""
        words = _BETWEEN_WORDS.split(written.lower())
        return "and" in words and all(self._value(word) < _HUNDRED for word in words)

    def _value(self, word: str) -> float:
        return float(self.cell("number-words", word, "value") or 0)

    def year(self, written: str) -> int:
        """A year in four figures, in two with an apostrophe, or in words. Raises `ValueError`."""
        figures = written.lstrip("'’")
        if figures.isdigit():
            return full_year(figures)
        words = [word for word in _BETWEEN_WORDS.split(written.lower()) if word != "and"]
        values = [0.0 if word in self.lexicons["spoken-zero"] else self.number(word) for word in words]
        if None in values or not values:
            raise ValueError(written)
        return spoken_year([int(value or 0) for value in values])

    def day(self, written: str) -> int:
        """The day of a month: `7`, `7th`, `seventh`. Raises `ValueError`."""
        figures = _SUFFIX.sub("", written.lower())
        return int(figures) if figures.isdigit() else self.integer("ordinal-day", written)
