"""What matches of expressions can begin with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.strings import StringStore

from extractor.rulebook.beginnings import LENGTH, WHOLE_WORDS, Beginnings, beginnings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("march", {"marc"}),
        ("(?:may|june?)", {"may", "jun"}),
        ("(?<!x)(?P<q>q[12])", {"q1", "q2"}),
        ("in? the", {"in t", "i th"}),
        (r"o\w+", {"o"}),
        ("a+b", {"aa", "ab"}),
        ("(?:ab){2}c", {"abab"}),
        ("x{1,3}y", {"xx", "xy"}),
        ("(?:the )?end", {"the ", "end"}),
        (r"\w+", None),
        ("a?", None),
        ("[^a]b", None),
        ("(?i:ab)c", None),
        ("x(?i:ab)c", {"x"}),
    ],
)
def test_beginnings(pattern: str, expected: set[str] | None) -> None:
    assert beginnings(re.compile(pattern)) == expected


PATTERNS = [
    re.compile(p) for p in (r"a(?:b|cd)?e*f", r"(?:ab?|b{1,2})c", r"[a-c]{2}d?", r"(?:a|bc)(?:d|e)?f?", r"a*?b")
]


def offsets(beginnings: Beginnings, word: str) -> tuple[int, ...]:
    strings = StringStore([word])
    return beginnings.offsets(strings[word], strings)


@given(st.sampled_from(PATTERNS), st.text("abcdef", max_size=8), st.sampled_from([1, LENGTH, WHOLE_WORDS]))
def test_no_match_begins_otherwise(pattern: re.Pattern[str], text: str, length: int) -> None:
    asked = Beginnings([pattern], length=length)
    for place in range(len(text) + 1):
        match = pattern.match(text, place)
        if match is not None and match.group():
            assert asked.fit(text[place:])
            assert 0 in offsets(asked, text[place:])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("May", (0,)),
        ("12May", (2,)),
        ("mid-may", (4,)),
        ("maybe", (0,)),
        ("dismay", ()),
        ("m", ()),
        ("Q2", (0, 1)),
        ("Q", (0,)),
    ],
)
def test_offsets_in_a_word(word: str, expected: tuple[int, ...]) -> None:
    assert offsets(Beginnings([re.compile("may|q?2")], lowered=True), word) == expected


def test_any() -> None:
    assert Beginnings([re.compile(r"\w+x"), re.compile("b")]).any
    assert not Beginnings([re.compile("a"), re.compile("b")]).any


@pytest.mark.parametrize(
    ("characters", "expected"), [(" Inc", True), (", In", True), (" plc", True), (", as", False), (" was", False)]
)
def test_a_match_may_begin_with_the_characters_that_its_expression_has(characters: str, expected: bool) -> None:
    assert Beginnings([re.compile(r",? (?:Inc|plc)\b")]).fit(characters) is expected
