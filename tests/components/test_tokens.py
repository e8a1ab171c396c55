"""The tokens are spaCy's own."""

from __future__ import annotations

from itertools import product

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractor.components import tokens
from extractor.components.tokens import RememberingTokenizer
from extractor.rulebook.words import spacy_tokenizer

SPACY = spacy_tokenizer(spacy.blank("en"))
OURS = RememberingTokenizer(spacy_tokenizer(spacy.blank("en")))

PIECES = st.sampled_from(
    [
        " ",
        "  ",
        "\n",
        "\u00a0",
        "U.S.",
        "don't",
        "32.8%",
        "(AMG-451)",
        "“We",
        "pleased,”",
        "https://a.org/b?c=1",
        ":)",
        "''",
        "'",
        "e.g.",
    ]
)


def same(text: str) -> bool:
    ours, theirs, tokens = OURS(text), SPACY(text), OURS.tokens(text)
    assert tokens.words.hashes.tolist() == [token.orth for token in theirs]
    assert tokens.starts == [token.idx for token in theirs]
    assert tokens.ends == [token.idx + len(token) for token in theirs]
    return ours.text == text and [token.text_with_ws for token in ours] == [token.text_with_ws for token in theirs]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        " led by a space",
        "two  spaces",
        "ends with one ",
        "a\u00a0b",
        "It isn't; the U.S. didn't\n\n\tagree.",
    ],
)
def test_the_tokens_are_those_of_spacy(text: str) -> None:
    assert same(text)
    assert same(text)  # as remembered


@given(st.lists(PIECES | st.text(max_size=8), max_size=8).map("".join))
def test_they_are_for_any_text(text: str) -> None:
    assert same(text)


def test_they_are_however_white_space_comes_together() -> None:
    for length in range(7):
        for signs in product("a \n\u00a0", repeat=length):
            assert same("".join(signs))


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "REMEMBERED", 3)
    tokenizer = RememberingTokenizer(spacy.blank("en").tokenizer)
    tokenizer("one two three four five six seven " + "x" * 100)
    assert len(tokenizer._remembered) <= 3
