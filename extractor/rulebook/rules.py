"""A rule as it is read from its file, before it is compiled: checked for its form, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from extractor.errors import RuleError
from extractor.rulebook.families import FAMILIES, FLAG, LIST, NUMBER, TEXT, Family

COMMON_KEYS = frozenset(
    {"id", "description", "pattern", "shape", "table", "built-in", "examples", "counterexamples", "off", "case"}
)
_OURS = frozenset({"table", "built-in"})
"""Keys that only rules of ours have, for what the program does by itself."""
CASES = ("any", "exact")

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml is slower, and the same
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_BOOLEAN = "tag:yaml.org,2002:bool"


class _Loader(_SafeLoader):
    """YAML in which only `true` and `false` are booleans (as in YAML 1.2), so that `off` is a key and `no` a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012  as the base class has it
        first: [(tag, shape) for tag, shape in resolvers if tag != _BOOLEAN]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


@dataclass(frozen=True)
class Rule:
    """One rule: `patterns` in the line notation or as spaCy token descriptions, or `shapes`; what it `says` by its
    family's own keys; its examples (`example_lines`: where they stand in the file); and where it stands. One that is
    `built_in` stands for what the program does by itself (with the `tables`, where it has some), so that it has a
    name, examples and a switch."""

    id: str
    description: str
    patterns: tuple[Any, ...] = ()
    shapes: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    built_in: bool = False
    says: Mapping[str, Any] = field(default_factory=dict)
    examples: tuple[Any, ...] = ()
    counterexamples: tuple[Any, ...] = ()
    off: bool = False
    exact_case: bool = False
    path: str = ""
    line: int = 0
    example_lines: tuple[int, ...] = ()
    counterexample_lines: tuple[int, ...] = ()

    @property
    def family(self) -> Family:
        return FAMILIES[family_name(self.id)]

    @property
    def excludes(self) -> bool:
        """Whether the rule says what is none of what its family finds."""
        number = self.says.get(self.family.excluding_below_zero or "", 0)
        return number < 0 or any(self.says.get(key) in values for key, values in self.family.excluding.items())

    @property
    def supports(self) -> bool:
        """Whether the rule only adds to what other rules of its family find, so that records need not name it."""
        adds = bool(self.patterns) and not self.family.supporting.isdisjoint(self.says)
        return adds or self.family.shares_records

    def error(self, problem: str, line: int | None = None) -> RuleError:
        """An error that names this rule with its file and its line (or that of one of its parts)."""
        return RuleError(f"rule {self.id}: {problem}", path=self.path, line=line or self.line)


def family_name(rule_id: str) -> str:
    """`percent.of-patients` belongs to the family `percent`."""
    return rule_id.split(".", 1)[0]


def nearest(rule_id: str, known: Iterable[str]) -> str:
    """Advice for an id that there is not: the ids of `known` that are most like it, or the family's."""
    ids = sorted(known)
    close = get_close_matches(rule_id, ids, 3) or [name for name in ids if family_name(name) == family_name(rule_id)]
    named = ", ".join(close[:_NAMED]) + (", …" if len(close) > _NAMED else "")
    return f"did you mean {named}?" if close else "extractor rules list shows the ids that there are"


_NAMED = 6
"""How many ids advice names at most."""


def read_rules(path: Path) -> list[Rule]:
    """The rules of one YAML file. Raises `RuleError` with the line for what is not in the form of a rule."""
    rules, errors = scan_rules(path)
    if errors:
        raise errors[0]
    return rules


def scan_rules(path: Path) -> tuple[list[Rule], list[RuleError]]:
    """The rules of one YAML file that are in the form of a rule, and what is wrong with the others."""
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        advice = "check indentation, and put patterns in quotation marks"
        return [], [RuleError(f"is not YAML: {problem}; {advice}", path=path, line=mark.line + 1 if mark else None)]
    if root is None:
        return [], []
    if not isinstance(root, yaml.SequenceNode):
        line = root.start_mark.line + 1
        return [], [RuleError("must be a list of rules, each starting with “- id: …”", path=path, line=line)]
    constructor = _Loader("")
    rules, errors = [], []
    for node in root.value:
        try:
            rules.append(_rule(node, constructor.construct_document(node), path))
        except RuleError as error:
            errors.append(error)
        except yaml.YAMLError as error:
            problem = getattr(error, "problem", None) or str(error)
            errors.append(RuleError(f"is not YAML: {problem}", path=path, line=node.start_mark.line + 1))
    return rules, errors


def _rule(node: yaml.Node, data: Any, path: Path) -> Rule:
    line = node.start_mark.line + 1

    def fail(problem: str, place: int = line) -> RuleError:
        return RuleError(problem, path=path, line=place)

    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        raise fail("a rule needs an “id: family.name”")
    name = data["id"]
    family = FAMILIES.get(family_name(name))
    if family is None or not name.partition(".")[2]:
        raise fail(f"rule {name}: the id must start with a family and a full stop; families: {', '.join(FAMILIES)}")
    lines = _lines(node, name, fail)
    _check_keys(data, family, lines, fail)
    return Rule(
        id=name,
        description=str(data.get("description", "")),
        patterns=_patterns(data.get("pattern")),
        shapes=tuple(_as_list(data.get("shape"))),
        tables=tuple(_as_list(data.get("table"))),
        built_in=bool(data.get("table") or data.get("built-in")),
        says={key: value for key, value in data.items() if key in family.keys},
        examples=tuple(_as_list(data.get("examples"))),
        counterexamples=tuple(_as_list(data.get("counterexamples"))),
        off=bool(data.get("off", False)),
        exact_case=data.get("case") == "exact",
        path=str(path),
        line=line,
        example_lines=tuple(lines.get("examples", ())),
        counterexample_lines=tuple(lines.get("counterexamples", ())),
    )


def _lines(node: yaml.Node, name: str, fail: Any) -> dict[str, list[int]]:
    """For each key the lines of its items, or of itself. Raises where a key comes twice (YAML would keep the last
    alone)."""
    lines: dict[str, list[int]] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in lines:
            raise fail(f"rule {name}: the key “{key.value}” comes twice; put both under one", line)
        items = value.value if isinstance(value, yaml.SequenceNode) else ()
        lines[key.value] = [item.start_mark.line + 1 for item in items] or [line]
    return lines


def _check_keys(data: dict[str, Any], family: Family, lines: Mapping[str, list[int]], fail: Any) -> None:
    known = COMMON_KEYS | set(family.keys)
    name = data["id"]
    for key, value in data.items():
        place = lines[str(key)][0] if str(key) in lines else None
        if key not in known:
            close = get_close_matches(str(key), known, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"known keys: {', '.join(sorted(known - _OURS))}"
            raise fail(f"rule {name}: unknown key “{key}”; {hint}", place)
        if key in family.keys and not _allowed(value, family.keys[key]):
            wanted = family.keys[key]
            choice = wanted if isinstance(wanted, str) else "one of " + ", ".join(map(str, wanted))
            raise fail(f"rule {name}: “{key}: {value}” must be {choice}", place)
        if key in _FORMS and not all(isinstance(item, _FORMS[key]) for item in _as_list(value)):
            raise fail(f"rule {name}: “{key}” must be {_FORM_NAMES[key]}; put it in quotation marks", place)
    if data.get("case", "any") not in CASES:
        raise fail(f"rule {name}: “case: {data['case']}” must be one of {', '.join(CASES)}", lines["case"][0])
    for key in ("off", "built-in"):
        if not isinstance(data.get(key, False), bool):
            raise fail(f"rule {name}: “{key}: {data[key]}” must be true or false", lines[key][0])
    if data.get("off"):
        return
    if sum(bool(data.get(key)) for key in ("pattern", "shape", "table", "built-in")) != 1:
        raise fail(f"rule {name}: needs a “pattern” or a “shape” (one of the two)")
    if data.get("built-in"):
        return
    required = family.required | (family.shape_required if "shape" in data else frozenset())
    for key in sorted(required - set(data)):
        raise fail(f"rule {name}: needs the key “{key}”")


_FORMS: dict[str, tuple[type, ...]] = {
    "pattern": (str, dict, list),
    "shape": (str,),
    "examples": (str, dict),
    "counterexamples": (str, dict),
}
_FORM_NAMES = {
    "pattern": "a line, a list of lines, or a list of spaCy token descriptions",
    "shape": "a regular expression or a list of them",
    "examples": "a list of texts (or of mappings with “text” and “published”)",
    "counterexamples": "a list of texts (or of mappings with “text” and “published”)",
}


def _allowed(value: Any, wanted: Any) -> bool:
    kinds: dict[str, Any] = {NUMBER: (int, float), TEXT: str, LIST: list, FLAG: bool}
    if isinstance(wanted, str):
        return isinstance(value, kinds[wanted]) and (wanted == FLAG or not isinstance(value, bool))
    return value in wanted


def _as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _patterns(value: Any) -> tuple[Any, ...]:
    """One line, a list of lines, one list of token descriptions, or a list of such lists."""
    items = _as_list(value)
    if items and all(isinstance(item, dict) for item in items):
        return (items,)
    return tuple(items)
