"""Where strings stand in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.components.occurrences import places_of


def test_places_are_given_string_by_string() -> None:
    assert list(places_of("a@b, www.c and @", ("@", "www."))) == [1, 15, 5]


@given(st.text("ab", max_size=20), st.text("ab", min_size=1, max_size=3))
def test_every_place_is_found_overlaps_included(text: str, string: str) -> None:
    assert list(places_of(text, [string])) == [at for at in range(len(text)) if text.startswith(string, at)]
