"""Numbers in text: figures with thousands, decimals and fractions, and number words of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.rulebook.branches import branching
from extractor.rulebook.lexicon import Lexicon, fold
from extractor.rulebook.prepared import prepared

FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.·]\d+)?[½¼¾⅓⅔⅛]?|(?<![\w.])\.\d+|[½¼¾⅓⅔⅛])"
NUMBER_WORDS = "number-words"

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


def number_shape(lexicons: Mapping[str, Lexicon]) -> str:
    """A regular expression for a number in figures or, with the lexicon `number-words`, in words."""
    if NUMBER_WORDS not in lexicons:
        return FIGURES
    words = lexicons[NUMBER_WORDS]
    return prepared(("number", words.mark), lambda: _figures_or(words))


def _figures_or(number_words: Lexicon) -> str:
    longest_first = sorted(number_words.rows, key=len, reverse=True)
    words = branching([re.escape(sign) for sign in word] for word in longest_first)
    spelled = rf"(?:(?<![\w-])|(?<=-to-))(?:{words})(?:(?:[ -]|[ -]and[ -])(?:{words}))*(?![a-z])"
    return f"(?:{FIGURES}|{spelled})"


def number_value(written: str, words: Lexicon) -> float | None:
    """The value of a number as `number_shape` finds it; None for anything else.

    `1,234.5` → 1234.5, `4½` → 4.5, `Seventy-one` → 71, `one hundred and five` → 105.
    """
    text = fold(written)
    if text[:1].isdigit() or text[:1] in ".½¼¾⅓⅔⅛":
        fraction = _FRACTIONS.get(text[-1:], 0.0)
        digits = text.rstrip("".join(_FRACTIONS)).replace(",", "").replace("·", ".")
        try:
            return float(digits or 0) + fraction
        except ValueError:
            return None
    return _spelled(re.split(r"[\s-]+", text), words)


def _spelled(parts: list[str], words: Lexicon) -> float | None:
    total, current = 0.0, 0.0
    for part in parts:
        if part == "and":
            continue
        cell = words.get(part, "value")
        if cell is None:
            return None
        value = float(cell)
        if value >= 1000:
            total, current = total + (current or 1) * value, 0.0
        elif value == 100:
            current = (current or 1) * value
        else:
            current += value
    return total + current
