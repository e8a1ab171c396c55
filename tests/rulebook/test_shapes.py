"""Shapes: regular expressions with slots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.numbers import number_value
from extractor.rulebook.shapes import ShapeError, compile_shape, lowered_text

VALUES = {"one": "1", "two": "2", "five": "5", "twenty": "20", "hundred": "100", "thousand": "1000"}
WORDS = Lexicon("number-words", {word: {"value": value} for word, value in VALUES.items()})
LEXICONS = {
    "number-words": WORDS,
    "months": Lexicon("months", {"may": {}, "new year's day": {}}),
    "units": Lexicon("units", {"w": {}, "%": {}}),
}


@pytest.mark.parametrize(
    ("shape", "text", "found"),
    [
        ("in {months}", "in May, maybe in mayhem", ["in May"]),
        ("{months}", "New\nYear’s  Day", ["New\nYear’s  Day"]),
        ("in {months}", "in\n\nMay", []),
        (r"\d+{units}", "12w, 12wk, 5%", ["12w", "5%"]),
        ("{number} {months}", "5 May, twenty-five May, 1,200 May", ["5 May", "twenty-five May", "1,200 May"]),
        ("[ab ]c", "a c", [" c"]),
        (r"a\ b", "a b", ["a b"]),
    ],
)
def test_what_a_shape_finds(shape: str, text: str, found: list[str]) -> None:
    assert [match.group() for match in compile_shape(shape, LEXICONS).finditer(text)] == found


def test_slots_are_groups_and_those_that_come_again_are_numbered() -> None:
    shape = compile_shape("{low:number}-{high:number} {months}? {months}", LEXICONS)
    assert list(shape.groupindex) == ["low", "high", "months", "months2"]


def test_a_shape_in_exact_case() -> None:
    assert compile_shape("May", LEXICONS, exact_case=True).findall("may May") == ["May"]


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        ("{mnths}", "names the unknown slot {mnths}: there is no lexicon mnths.tsv; did you mean {months}?"),
        ("a(", "is no regular expression: missing )"),
        ("(?P<low>a){low:number}", "is no regular expression: redefinition of group name"),
    ],
)
def test_what_is_no_shape(shape: str, message: str) -> None:
    with pytest.raises(ShapeError) as error:
        compile_shape(shape, LEXICONS)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,234.5", 1234.5),
        ("4½", 4.5),
        ("½", 0.5),
        (".5", 0.5),
        ("4·5", 4.5),
        ("Twenty-five", 25),
        ("one hundred and five", 105),
        ("two thousand one", 2001),
        ("many", None),
        ("1.2.3", None),
    ],
)
def test_numbers(written: str, value: float | None) -> None:
    assert number_value(written, WORDS) == value


@given(st.text(max_size=12), st.sampled_from(["", "“Drug–é” " * 60]))
def test_text_is_made_small_at_the_same_offsets_however_long_it_is(text: str, before: str) -> None:
    small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    assert lowered_text(before + text).casefold() == (before.lower() + small).casefold()
    assert len(lowered_text(before + text)) == len(before + text)
