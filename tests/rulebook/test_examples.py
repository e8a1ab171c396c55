"""Examples with their marks: spans, values, days of publication."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.errors import RuleError
from extractor.rulebook.examples import agrees, examples_of, read_example
from extractor.rulebook.rules import Rule


@pytest.mark.parametrize(
    ("written", "text", "spans"),
    [
        ("[5%] of them", "5% of them", [("5%", {})]),
        (
            "of [a]{k=v} and [b c]{k='d e' n=null}",
            "of a and b c",
            [("a", {"k": "v"}), ("b c", {"k": "d e", "n": None})],
        ),
        (r"a \[1\] and \{x\} [b]\{k=v\}", "a [1] and {x} b{k=v}", [("b", {})]),
        ("{not} values", "{not} values", []),
        ("[a]{}", "a", [("a", {})]),
        ("[a]{k=''}", "a", [("a", {"k": ""})]),
    ],
)
def test_marks_are_taken_out(written: str, text: str, spans: list[tuple[str, dict[str, str | None]]]) -> None:
    example = read_example(written)
    assert example.text == text
    assert [(text[span.start : span.end], span.values) for span in example.spans] == spans


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[a [b]", "“[” inside “[”"),
        ("a]", "“]” without “[”"),
        ("[a", "“[” without “]”"),
        ("[a]{k}", "cannot read “k”; write key=value"),
        ("[a]{k=b c}", "cannot read “c”"),
    ],
)
def test_wrong_marks(written: str, message: str) -> None:
    with pytest.raises(ValueError) as error:
        read_example(written)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("example", "message"),
    [
        ({"text": "a", "day": "b"}, "unknown key “day” in an example"),
        ({"published": date(2026, 1, 1)}, "an example needs a “text”"),
        ({"text": "a", "published": "soon"}, "“published: soon” must be a day such as 2026-01-31"),
        ("[a", "“[” without “]”"),
    ],
)
def test_wrong_examples_are_told_with_their_line(example: object, message: str) -> None:
    rule = Rule("event.x", "", examples=("fine", example), example_lines=(4, 5), path="x.yaml", line=1)
    with pytest.raises(RuleError) as error:
        examples_of(rule)
    assert str(error.value).startswith("x.yaml:5: rule event.x: ")
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("expected", "found", "agree"),
    [
        ("32.80", 32.8, True),
        ("33", 32.8, False),
        ("many", 32.8, False),
        ("true", True, True),
        (None, None, True),
        (None, 0.0, False),
        ("a", None, False),
        ("P24W", "P24W", True),
    ],
)
def test_values_agree(expected: str | None, found: object, agree: bool) -> None:
    assert agrees(expected, found) is agree
