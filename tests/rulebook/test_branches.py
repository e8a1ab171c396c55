"""Branches of regular expressions by the sign that they begin with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.rulebook.branches import by_first_sign


@pytest.mark.parametrize(
    ("branches", "grouped"),
    [
        (["may", "march", "june"], ["m(?:ay|arch)", "j(?:une)"]),
        ([r"\'s", "w", "week"], [r"\'(?:s)", "w(?:|eek)"]),
        ([], []),
    ],
)
def test_branches_by_their_first_sign(branches: list[str], grouped: list[str]) -> None:
    assert by_first_sign(branches) == grouped


@given(words=st.lists(st.text("ab'.-", min_size=1, max_size=4), min_size=1, max_size=6), text=st.text("ab'.-"))
def test_grouped_branches_match_what_they_matched(words: list[str], text: str) -> None:
    branches = [re.escape(word) for word in words]
    grouped = "|".join(by_first_sign(branches))
    assert re.findall(grouped, text) == re.findall("|".join(branches), text)
