"""How the words of patterns and of articles are cut."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline import blank_pipeline
from extractor.rulebook.words import tokenize_pattern


@pytest.fixture(scope="module")
def cut() -> Language:
    return blank_pipeline()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("QXR-071 (doravetug): enrollment", ["QXR-071", "(", "doravetug", ")", ":", "enrollment"]),
        ("(4 to 8) and", ["(", "4", "to", "8", ")", "and"]),
        ("U.S. (Europe)", ["U.S.", "(", "Europe", ")"]),
    ],
)
def test_what_ends_a_bracket_is_no_emoticon(text: str, words: list[str], cut: Language) -> None:
    assert [token.text for token in cut.tokenizer(text)] == words
    assert tokenize_pattern(text) == words
