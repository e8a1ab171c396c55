"""What stands in an address of the web or of e-mail, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.addresses import addresses


def _in_address(text: str, offset: int) -> bool:
    return any(start <= offset <= end for start, end in addresses(text))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("see https://example.org/trial-20 for 20 more", "20", True),
        ("see www.Example.org, 20", "Example", True),
        ("write to press@example.org (20)", "example", True),
        ("at example.org/a%20b now", "20", True),
        ("12/20 patients and/or 20", "20", False),
        ("a dose of 20 mg/day", "20", False),
        ("(https://example.org) 20", "20", False),
        ("HTTP://EXAMPLE.ORG", "EXAMPLE", True),
        ("", "", False),
    ],
)
def test_in_address(text: str, word: str, expected: bool) -> None:
    assert _in_address(text, text.find(word)) is expected


@given(st.text("ab.:/@w \n()", max_size=30), st.integers(0, 30))
def test_only_the_run_around_a_place_tells(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    start = max(text.rfind(bound, 0, offset) for bound in " \n()") + 1
    run = text[start:].replace("\n", " ").replace("(", " ").replace(")", " ").split(" ")[0]
    assert _in_address(text, offset) is _in_address(run, 0)
