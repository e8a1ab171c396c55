"""Which expressions can begin as a text does, and the first of them that matches."""

from __future__ import annotations

import re

import pytest

from extractor.rulebook.beginnings import Beginnings
from extractor.rulebook.by_beginning import ByBeginning, first_matches

SHAPES = {"month": "may|june", "mark": "“[a-z]+”", "number": r"\d+", "may two": "may2"}
TEXT = "May maybe “may2” june 12"


def by_beginning(*, lowered: bool = False) -> ByBeginning[tuple[str, re.Pattern[str]]]:
    shapes = ((name, re.compile(shape)) for name, shape in SHAPES.items())
    return ByBeginning(((name, shape), Beginnings([shape], lowered=lowered)) for name, shape in shapes)


@pytest.mark.parametrize(
    ("place", "lowered", "expected"),
    [
        (0, False, []),
        (0, True, ["month"]),
        (4, False, ["month"]),
        (11, False, ["month", "may two"]),
        (10, False, ["mark"]),
        (22, False, ["number"]),
        (5, False, []),
    ],
)
def test_what_can_begin_at_a_place(place: int, lowered: bool, expected: list[str]) -> None:
    assert [name for name, _ in by_beginning(lowered=lowered).at(TEXT, place)] == expected


def test_the_first_that_matches_counts_and_what_it_covers_is_passed_over() -> None:
    found = first_matches(by_beginning(), TEXT, [0, 4, 5, 10, 11, 17, 18, 22, 23])
    assert [(name, match.group()) for name, match in found] == [
        ("month", "may"),
        ("month", "may"),
        ("month", "june"),
        ("number", "12"),
    ]
