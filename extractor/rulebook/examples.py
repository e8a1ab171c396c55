"""Examples of rules: texts with the expected spans in brackets and, behind them in braces, the expected values.

    "[32.8%]{value=32.8 drug='insulin glargine'} of patients"

A value is a word, or stands in single quotation marks; `null` is none. `\\[`, `\\]`, `\\{` and `\\}` are the signs
themselves; braces that do not follow a bracket are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from extractor.errors import RuleError
from extractor.rulebook.rules import Rule

_SIGN = re.compile(r"\\(?P<sign>[\[\]{}\\])|(?P<open>\[)|(?P<close>\](?:\{(?P<values>[^{}]*)\})?)")
_VALUE = re.compile(r"\s*(?P<key>[A-Za-z_][\w-]*)=(?:'(?P<quoted>[^']*)'|(?P<word>[^\s']+))(?=\s|$)")
EXAMPLE_KEYS = frozenset({"text", "published"})


@dataclass(frozen=True)
class ExpectedSpan:
    """A span that a rule should find, with the values that it should have (`None` for `null`)."""

    start: int
    end: int
    values: Mapping[str, str | None]


@dataclass(frozen=True)
class Example:
    """A text without its marks, the spans that were marked, the day of publication, and the line it stands in."""

    text: str
    spans: tuple[ExpectedSpan, ...]
    published: date | None
    line: int


def examples_of(rule: Rule) -> list[Example]:
    """The examples of a rule. Raises `RuleError` for one that cannot be read."""
    return list(_read(rule, rule.examples, rule.example_lines))


def counterexamples_of(rule: Rule) -> list[Example]:
    """The counterexamples of a rule. Raises `RuleError` for one that cannot be read."""
    return list(_read(rule, rule.counterexamples, rule.counterexample_lines))


def _read(rule: Rule, written: tuple[Any, ...], lines: tuple[int, ...]) -> Iterator[Example]:
    for example, line in zip(written, lines, strict=False):
        text, published = (example, None) if isinstance(example, str) else _parts(rule, example, line)
        try:
            yield read_example(text, published, line)
        except ValueError as error:
            raise rule.error(f"{error} in the example “{text}”", line) from error


def _parts(rule: Rule, example: Mapping[str, Any], line: int) -> tuple[str, date | None]:
    unknown = sorted(map(str, set(example) - EXAMPLE_KEYS))
    if unknown or not isinstance(example.get("text"), str):
        problem = f"unknown key “{unknown[0]}” in an example" if unknown else "an example needs a “text”"
        raise rule.error(f"{problem}; write it as a text, or as {{text: …, published: 2026-01-31}}", line)
    published = example.get("published")
    if published is not None and type(published) is not date:
        raise rule.error(f"“published: {published}” must be a day such as 2026-01-31", line)
    return example["text"], published


def read_example(written: str, published: date | None = None, line: int = 0) -> Example:
    """Takes the marks out of an example. Raises `ValueError` for brackets without their pair, or values that are
    none."""
    text, spans, place, start = "", [], 0, None
    for match in _SIGN.finditer(written):
        text += written[place : match.start()]
        place = match.end()
        if match["sign"]:
            text += match["sign"]
        elif match["open"]:
            if start is not None:
                raise ValueError("“[” inside “[”; write “\\[” for the sign itself")
            start = len(text)
        elif start is None:
            raise ValueError("“]” without “[”; write “\\]” for the sign itself")
        else:
            spans.append(ExpectedSpan(start, len(text), _values(match["values"] or "")))
            start = None
    if start is not None:
        raise ValueError("“[” without “]”; write “\\[” for the sign itself")
    return Example(text + written[place:], tuple(spans), published, line)


def _values(written: str) -> dict[str, str | None]:
    values: dict[str, str | None] = {}
    place = 0
    while written[place:].strip():
        match = _VALUE.match(written, place)
        if match is None:
            raise ValueError(f"cannot read “{written[place:].strip()}”; write key=value or key='two words'")
        values[match["key"]] = None if match["word"] == "null" else match["quoted"] or match["word"] or ""
        place = match.end()
    return values


def agrees(expected: str | None, found: object) -> bool:
    """Whether a value of a record is the one that an example expects; numbers by their value."""
    if expected is None or found is None:
        return expected is None and found is None
    if isinstance(found, bool):
        return expected.lower() == str(found).lower()
    if isinstance(found, int | float):
        try:
            return abs(float(expected) - found) < 1e-9
        except ValueError:
            return False
    return expected == str(found)


def unreadable(rule: Rule) -> list[RuleError]:
    """What cannot be read of a rule's examples and counterexamples."""
    errors = []
    for read in (examples_of, counterexamples_of):
        try:
            read(rule)
        except RuleError as error:
            errors.append(error)
    return errors
