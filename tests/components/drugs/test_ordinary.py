"""Which words are words of English, and no names."""

from __future__ import annotations

import pytest

from extractor.components.drugs.ordinary import OrdinaryWords
from extractor.rulebook import load_rulebook


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("walked", True),
        ("walking", True),
        ("cupboard", True),
        ("dyspnea", True),
        ("brevitane", False),
        ("cup", False),
        ("Walking", True),
        ("Cupboard", True),
        ("Cerovance", False),
        ("cerovance", True),
    ],
)
def test_words_of_the_table_and_of_an_ordinary_ending(word: str, expected: bool) -> None:
    endings = load_rulebook([]).lexicon("ordinary-endings")
    assert (word in OrdinaryWords.of({"cupboard"}, endings)) is expected
