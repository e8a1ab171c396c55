"""What is wrong with the keys of a rule as its file has them: those that there are not, values that cannot be, what is
lacking."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from extractor.rulebook.family import FLAG, LIST, NUMBER, TEXT, Family

COMMON_KEYS = frozenset(
    {"id", "description", "pattern", "shape", "table", "built-in", "examples", "counterexamples", "off", "case"}
)
_OURS = frozenset({"table", "built-in"})
"""Keys that only rules of ours have, for what the program does by itself."""
CASES = ("any", "exact")
_TOLD = 60
"""How many characters of a wrong value an error repeats."""

_VALUES: dict[Any, tuple[re.Pattern[str] | None, str]] = {
    "DATE": (
        re.compile(r"(?:\d{2,4}|[\dX]{4})(?:[-/T].+)?|(?:PRESENT|PAST|FUTURE)_REF"),
        "2026-05-31, 2026-05, 2026-Q2",
    ),
    "DURATION": (re.compile(r"PT?[\d.X]+[A-Z].*"), "P3W, P6M, PT12H"),
    "SET": (re.compile(r"PT?[\d.X]+[A-Z].*|XXXX.*"), "P1W, XXXX-WXX-1"),
}
"""The values of an expression of time, by its type: how they are written, and examples."""

Problem = tuple[str, str]
"""What is wrong, and the key where it is."""


def wrong_values(data: Mapping[str, Any], family: Family) -> Iterator[Problem]:
    """Keys that a rule of the family does not have, and values that a key cannot have."""
    known = COMMON_KEYS | set(family.keys)
    for key, value in data.items():
        if key not in known:
            close = get_close_matches(str(key), known, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"known keys: {', '.join(sorted(known - _OURS))}"
            yield f"unknown key “{key}”; {hint}", str(key)
        elif key in family.keys and not _allowed(value, family.keys[key]):
            wanted = family.keys[key]
            choice = _WANTED[wanted] if isinstance(wanted, str) else "one of " + ", ".join(map(str, wanted))
            yield f"“{key}: {str(value)[:_TOLD]}” must be {choice}", key
        elif key in _FORMS and not _has_form(value, key):
            yield f"“{key}” must be {_FORMS[key][1]}", key
        elif key in _SINGLE and not _SINGLE[key][0](value):
            yield f"“{key}: {str(value)[:_TOLD]}” must be {_SINGLE[key][1]}", key


def wrong_together(data: Mapping[str, Any], family: Family) -> Iterator[Problem]:
    """What a rule of the family lacks, or has too much of."""
    if data.get("off"):
        return
    if sum(bool(data.get(key)) for key in ("pattern", "shape", "table", "built-in")) != 1:
        yield "needs a “pattern” or a “shape” (one of the two)", ""
    if data.get("built-in"):
        return
    form = next((form for form in ("pattern", "shape") if data.get(form)), "table")
    if form not in family.forms:
        other = "shape" if form == "pattern" else "pattern"
        yield f"a rule on {family.purpose} has a “{other}”, no “{form}”", form
    other, foreign = ("pattern", family.pattern_keys) if form == "shape" else ("shape", family.shape_keys)
    for key in sorted(foreign & set(data)) if form in ("shape", "pattern") else ():
        yield f"“{key}” says nothing in a rule with a “{form}”; it goes with a “{other}”", key
    required = family.required | (family.shape_required if form == "shape" else frozenset())
    if form == "pattern" and not any(data.get(key) in values for key, values in family.excluding.items()):
        required |= family.pattern_required
    for key in sorted(required - set(data)):
        yield f"needs the key “{key}”", ""
    written, example = _VALUES.get(data.get("type"), (None, ""))
    if written is not None and not written.fullmatch(data.get("value", "")):
        yield f"“value: {data.get('value', '')}” is no {data['type']} in ISO 8601, such as {example}", "value"


def _allowed(value: Any, wanted: Any) -> bool:
    if wanted == NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if wanted == LIST:
        return isinstance(value, list) and all(isinstance(item, str) and item for item in value)
    return isinstance(value, _KINDS[wanted]) if isinstance(wanted, str) else value in wanted


_KINDS: dict[str, type] = {TEXT: str, FLAG: bool}
_WANTED = {
    NUMBER: "a number",
    TEXT: "text; put it in quotation marks",
    LIST: "a list of texts in square brackets, such as [one, two]",
    FLAG: "true or false",
}


def _has_form(value: Any, key: str) -> bool:
    items = as_list(value)
    if key == "pattern":
        return all(map(is_mapping, items)) or all(_is_text(item) or _is_tokens(item) for item in items)
    return all(isinstance(item, _FORMS[key][0]) for item in items)


def _is_text(item: Any) -> bool:
    return isinstance(item, str)


def is_mapping(item: Any) -> bool:
    """Whether it is keys with values."""
    return isinstance(item, dict)


def _is_tokens(item: Any) -> bool:
    return isinstance(item, list) and bool(item) and all(map(is_mapping, item))


_FORMS: dict[str, tuple[tuple[type, ...], str]] = {
    "pattern": ((), "a line, a list of lines, or a list of spaCy token descriptions; put it in quotation marks"),
    "shape": ((str,), "a regular expression or a list of them; put it in quotation marks"),
    "table": ((str,), "the name of a table"),
    "examples": (
        (str, dict),
        "a list of texts (or of mappings with “text” and “published”); put it in quotation marks",
    ),
    "counterexamples": (
        (str, dict),
        "a list of texts (or of mappings with “text” and “published”); put it in quotation marks",
    ),
}
"""What the values of common keys are, or lists of them, and how an error says it."""

_SINGLE: dict[str, tuple[Callable[[Any], bool], str]] = {
    "description": (_is_text, "text; put it in quotation marks"),
    "off": (lambda value: isinstance(value, bool), "true or false"),
    "built-in": (lambda value: isinstance(value, bool), "true or false"),
    "case": (lambda value: value in CASES, f"one of {', '.join(CASES)}"),
}
"""The same for keys with one value."""


def as_list(value: Any) -> list[Any]:
    """A value as a list of values: none, itself, or those that it is."""
    return [] if value is None else value if isinstance(value, list) else [value]
