"""Rule files: YAML read into rules, with the line for all that is not in the form of one."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from extractor.errors import RuleError
from extractor.rulebook.families import FAMILIES, FLAG, LIST, NUMBER, TEXT, Family
from extractor.rulebook.rules import Rule, family_name

COMMON_KEYS = frozenset(
    {"id", "description", "pattern", "shape", "table", "built-in", "examples", "counterexamples", "off", "case"}
)
_OURS = frozenset({"table", "built-in"})
"""Keys that only rules of ours have, for what the program does by itself."""
CASES = ("any", "exact")
_NAME = re.compile(r"[a-z]+\.[\w.-]+")
_TOLD = 60
"""How many characters of a wrong value an error repeats."""

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml is slower, and the same
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_BOOLEAN = "tag:yaml.org,2002:bool"
Fail = Callable[..., RuleError]
"""An error of one file: `fail(problem, line)`."""


class _Loader(_SafeLoader):
    """YAML in which only `true` and `false` are booleans (as in YAML 1.2), so that `off` is a key and `no` a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012  as the base class has it
        first: [(tag, shape) for tag, shape in resolvers if tag != _BOOLEAN]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


def read_rules(path: Path) -> list[Rule]:
    """The rules of one YAML file. Raises `RuleError` with the line for what is not in the form of a rule."""
    rules, errors = scan_rules(path)
    if errors:
        raise errors[0]
    return rules


def scan_rules(path: Path) -> tuple[list[Rule], list[RuleError]]:
    """The rules of one YAML file that are in the form of a rule, and what is wrong with the others."""
    try:
        root = yaml.compose(_text(path), Loader=_Loader)
    except RuleError as error:
        return [], [error]
    except yaml.YAMLError as error:
        return [], [_not_yaml(path, error)]
    if root is None:
        return [], []
    if not isinstance(root, yaml.SequenceNode):
        line = root.start_mark.line + 1
        return [], [RuleError("must be a list of rules, each starting with “- id: …”", path=path, line=line)]
    constructor = _Loader("")
    rules, errors = [], []
    for node in root.value:
        try:
            _check_once(node, path)
            rules.append(_rule(node, constructor.construct_document(node), path))
        except RuleError as error:
            errors.append(error)
        except yaml.YAMLError as error:
            problem = getattr(error, "problem", None) or str(error)
            errors.append(RuleError(f"is not YAML: {problem}", path=path, line=node.start_mark.line + 1))
    return rules, errors


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise RuleError(f"cannot be read ({error.strerror})", path=path) from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RuleError("is no text in UTF-8; save it again as UTF-8", path=path, line=line) from error
    if odd := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text):
        line = text.count("\n", 0, odd.start()) + 1
        raise RuleError(f"holds the sign {odd.group()!r}, which no text has; delete it", path=path, line=line)
    return text


def _not_yaml(path: Path, error: yaml.YAMLError) -> RuleError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    advice = "check indentation, and put patterns in quotation marks"
    return RuleError(f"is not YAML: {problem}; {advice}", path=path, line=mark.line + 1 if mark else None)


def _check_once(node: yaml.Node, path: Path) -> None:
    """Raises where a key comes twice, for YAML would keep the last alone."""
    seen: set[str] = set()
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        if str(key.value) in seen:
            name = next((value.value for one, value in node.value if one.value == "id"), "")
            problem = f"rule {name}: the key “{key.value}” comes twice; put both under one"
            raise RuleError(problem, path=path, line=key.start_mark.line + 1)
        seen.add(str(key.value))


def _rule(node: yaml.Node, data: Any, path: Path) -> Rule:
    line = node.start_mark.line + 1

    def fail(problem: str, place: int | None = None) -> RuleError:
        return RuleError(problem, path=path, line=place or line)

    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        raise fail("a rule needs an “id: family.name”")
    name = data["id"]
    family = FAMILIES.get(family_name(name))
    if family is None or not name.partition(".")[2]:
        raise fail(f"rule {name}: the id must start with a family and a full stop; families: {', '.join(FAMILIES)}")
    if not _NAME.fullmatch(name):
        raise fail(f"rule {name}: the id must be of letters, figures and hyphens, without spaces")
    lines = _lines(node)
    for problem, key in chain(_wrong_values(data, family), _wrong_together(data, family)):
        raise fail(f"rule {name}: {problem}", lines.get(key, [line])[0])
    return Rule(
        id=name,
        description=data.get("description", ""),
        patterns=_patterns(data.get("pattern")),
        shapes=tuple(_as_list(data.get("shape"))),
        tables=tuple(_as_list(data.get("table"))),
        built_in=bool(data.get("table") or data.get("built-in")),
        says={key: value for key, value in data.items() if key in family.keys},
        examples=tuple(_as_list(data.get("examples"))),
        counterexamples=tuple(_as_list(data.get("counterexamples"))),
        off=data.get("off", False),
        exact_case=data.get("case") == "exact",
        path=str(path),
        line=line,
        example_lines=tuple(lines.get("examples", ())),
        counterexample_lines=tuple(lines.get("counterexamples", ())),
    )


def _lines(node: yaml.Node) -> dict[str, list[int]]:
    """For each key the lines of its items, or of itself; those of keys that stand here before those that are merged."""
    lines: dict[str, list[int]] = {}
    for key, value in node.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else ()
        lines[str(key.value)] = [item.start_mark.line + 1 for item in items] or [key.start_mark.line + 1]
    return lines


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


def _wrong_values(data: Mapping[str, Any], family: Family) -> Iterator[Problem]:
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


def _wrong_together(data: Mapping[str, Any], family: Family) -> Iterator[Problem]:
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
    items = _as_list(value)
    if key == "pattern":
        return all(map(_is_mapping, items)) or all(_is_text(item) or _is_tokens(item) for item in items)
    return all(isinstance(item, _FORMS[key][0]) for item in items)


def _is_text(item: Any) -> bool:
    return isinstance(item, str)


def _is_mapping(item: Any) -> bool:
    return isinstance(item, dict)


def _is_tokens(item: Any) -> bool:
    return isinstance(item, list) and bool(item) and all(map(_is_mapping, item))


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


def _as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _patterns(value: Any) -> tuple[Any, ...]:
    """One line, a list of lines, one list of token descriptions, or a list of such lists."""
    items = _as_list(value)
    if items and all(map(_is_mapping, items)):
        return (items,)
    return tuple(items)
