"""Capitalised words, and what stands right beside them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.organizations.capitalised_words import (
    _BEFORE,
    CapitalisedWords,
    Sense,
    _stretches,
    word_before,
)

SENSES = {"Dr.": Sense.TITLE, "Inc.": Sense.LEGAL}
CAPITALISED = CapitalisedWords(SENSES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acmera said", ["Acmera"]),
        ("bioAcmera and Velmora", ["bioAcmera", "Velmora"]),
        ("Acmera's drug", ["Acmera"]),
        ("Dr. Roe of Acmera Inc.", ["Dr.", "Roe", "Acmera", "Inc."]),
        ("J. Roe", ["J.", "Roe"]),
        ("O'Neil-Smith", ["O'Neil-Smith"]),
        ("at a@Acmera.com", []),
        ("nothing here", []),
    ],
)
def test_words_are_those_that_begin_with_a_capital(text: str, words: list[str]) -> None:
    found = CAPITALISED(text)
    assert [word.text for word in found] == words
    assert all(text[word.start : word.end] == word.text for word in found)


@pytest.mark.parametrize(
    ("text", "before", "alone"),
    [
        ("Acmera said", None, True),
        ("Acmera Bio said", "Acmera", False),
        ("Acmera, Velmora said", None, True),
        ("Acmera said Velmora", None, True),
        ("Acmera & Velmora", "Acmera", False),
    ],
)
def test_only_a_space_stands_between_words_beside_each_other(text: str, before: str | None, alone: bool) -> None:
    words = CAPITALISED(text)
    last = len(words) - 1
    found = word_before(words, last)
    assert (found.text if found else None) == before
    assert (words[last].glued or words[last].follows) is not alone


@given(st.text("aAÉ \n\t\u2009\u3000.-’😀", max_size=60))
def test_capitals_are_looked_for_between_white_space(text: str) -> None:
    runs = [(match.start(), match.end(), re.search("[AÉ]", match.group())) for match in re.finditer(r"\S+", text)]
    assert list(_stretches(text)) == [
        (max(start, start + capital.start() - _BEFORE), end) for start, end, capital in runs if capital is not None
    ]
