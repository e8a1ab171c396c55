"""Pieces of shapes by name, and slots that cannot be read."""

from __future__ import annotations

import pytest

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.shapes import ShapeError, compile_shape

LEXICONS = {
    "shape-parts": Lexicon(
        "shape-parts",
        {
            "year": {"shape": r"\d{4}"},
            "of-year": {"shape": "(?:,? (?:of )?{year:year})?"},
            "month-of-year": {"shape": "{month}{of-year}"},
            "endless": {"shape": "more {endless}"},
        },
    ),
    "month": Lexicon("month", {"may": {}}),
}


def test_a_part_is_a_slot_with_a_name():
    match = compile_shape("{month} {begun:year}", LEXICONS).fullmatch("May 2024")
    assert match is not None
    assert match.groupdict() == {"month": "May", "begun": "2024"}


def test_the_slots_of_a_part_stand_in_the_shape():
    match = compile_shape("in {whole:month-of-year}", LEXICONS).fullmatch("in May of 2024")
    assert match is not None
    assert match.groupdict() == {"whole": "May of 2024", "month": "May", "year": "2024"}


def test_a_part_in_a_part_need_not_be_there():
    match = compile_shape("{month-of-year}", LEXICONS).fullmatch("May")
    assert match is not None
    assert match.groupdict() == {"month": "May", "year": None}


@pytest.mark.parametrize("shape", ["{my-month:month}", "{no-such}", "{endless}"])
def test_a_slot_that_cannot_be_read_is_an_error(shape):
    with pytest.raises(ShapeError):
        compile_shape(shape, LEXICONS)
