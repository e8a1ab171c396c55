"""Branches of regular expressions that share what they begin with."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.rulebook.branches import branching


@pytest.mark.parametrize(
    ("sequences", "expression"),
    [
        (["may", "march", "june"], "(?:ma(?:y|rch)|june)"),
        ([[r"\'", "s"], "w", "week"], r"(?:\'s|w(?:|eek))"),
        (["week"], "week"),
        (["weak", "we", "week"], "we(?:ak||ek)"),
    ],
)
def test_what_branches_begin_with_is_written_once(sequences: list[str | list[str]], expression: str) -> None:
    assert branching(sequences) == expression


@example(words=["'ba", "'", "'b"], text="'b")
@given(words=st.lists(st.text("ab'.-", min_size=1, max_size=4), min_size=1, max_size=6), text=st.text("ab'.-"))
def test_they_match_what_they_matched(words: list[str], text: str) -> None:
    expression = branching([re.escape(sign) for sign in word] for word in words)
    assert re.findall(expression, text) == re.findall("|".join(map(re.escape, words)), text)
