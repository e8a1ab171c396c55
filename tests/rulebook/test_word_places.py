"""Where in the words of a text something may begin."""

from __future__ import annotations

import re

import numpy as np
import pytest
from spacy.strings import StringStore

from extractor.rulebook.plain import PlainWords, Words
from extractor.rulebook.word_places import MatchesInWords


@pytest.mark.parametrize(
    ("word", "expected"), [("ORCHID", (0,)), ("xAB", (1,)), ("Orchid", ()), ("A1/B2", (0, 3)), ("", ())]
)
def test_where_an_expression_matches_in_a_word(word: str, expected: tuple[int, ...]) -> None:
    assert MatchesInWords(re.compile("[A-Z][A-Z0-9]+")).offsets_in(word) == expected


def test_places_in_a_text_are_the_same_when_its_words_are_known() -> None:
    strings, plain = StringStore(["the", "ORCHID", "xAB"]), PlainWords()
    hashes = np.array([strings[word] for word in ("the", "ORCHID", "the", "xAB")], dtype=np.uint64)
    wanted = MatchesInWords(re.compile("[A-Z]{2,}"))
    for _ in range(2):
        words = Words(hashes, plain)
        assert wanted.places_in(words, range(4), [0, 4, 11, 15], strings) == [4, 16]
        assert wanted.places_in(words, range(2, 4), [0, 4, 11, 15], strings) == [16]
    assert [number for number, _ in Words(hashes, plain).not_plain(wanted, range(4))] == [1, 3]
