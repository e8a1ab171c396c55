"""A rule as it is read from its file, before it is compiled: checked for its form, with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from extractor.errors import RuleError
from extractor.rulebook.families import FAMILIES, FLAG, LIST, NUMBER, TEXT, Family

COMMON_KEYS = frozenset(
    {"id", "description", "pattern", "shape", "examples", "counterexamples", "off", "case"}
)

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml is slower, and the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


@dataclass(frozen=True)
class Rule:
    """One rule: `patterns` in the line notation or as spaCy token descriptions, or a `shape`; what it `says` by its
    family's own keys; its examples; and where it stands."""

    id: str
    description: str
    patterns: tuple[Any, ...] = ()
    shapes: tuple[str, ...] = ()
    says: Mapping[str, Any] = field(default_factory=dict)
    examples: tuple[Any, ...] = ()
    counterexamples: tuple[Any, ...] = ()
    off: bool = False
    exact_case: bool = False
    path: str = ""
    line: int = 0

    @property
    def family(self) -> Family:
        return FAMILIES[family_name(self.id)]

    def error(self, problem: str) -> RuleError:
        """An error that names this rule with its file and line."""
        return RuleError(f"rule {self.id}: {problem}", path=self.path, line=self.line)


def family_name(rule_id: str) -> str:
    """`percent.of-patients` belongs to the family `percent`."""
    return rule_id.split(".", 1)[0]


def read_rules(path: Path) -> list[Rule]:
    """The rules of one YAML file. Raises `RuleError` with the line for what is not in the form of a rule."""
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise RuleError(
            f"is not YAML: {problem}; check indentation, and put patterns in quotation marks",
            path=path,
            line=mark.line + 1 if mark else None,
        ) from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise RuleError(
            "must be a list of rules, each starting with “- id: …”", path=path, line=root.start_mark.line + 1
        )
    constructor = _Loader("")
    return [
        _rule(constructor.construct_document(node), node.start_mark.line + 1, path) for node in root.value
    ]


def _rule(data: Any, line: int, path: Path) -> Rule:
    def fail(problem: str) -> RuleError:
        return RuleError(problem, path=path, line=line)

    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        raise fail("a rule needs an “id: family.name”")
    name = data["id"]
    family = FAMILIES.get(family_name(name))
    if family is None or "." not in name:
        raise fail(
            f"rule {name}: the id must start with a family and a full stop; families: {', '.join(FAMILIES)}"
        )
    _check_keys(data, family, fail)
    return Rule(
        id=name,
        description=str(data.get("description", "")),
        patterns=_patterns(data.get("pattern")),
        shapes=tuple(_as_list(data.get("shape"))),
        says={key: value for key, value in data.items() if key in family.keys},
        examples=tuple(_as_list(data.get("examples"))),
        counterexamples=tuple(_as_list(data.get("counterexamples"))),
        off=bool(data.get("off", False)),
        exact_case=data.get("case") == "exact",
        path=str(path),
        line=line,
    )


def _check_keys(data: dict[str, Any], family: Family, fail: Any) -> None:
    known = COMMON_KEYS | set(family.keys)
    for key, value in data.items():
        if key not in known:
            close = get_close_matches(str(key), known, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"known keys: {', '.join(sorted(known))}"
            raise fail(f"rule {data['id']}: unknown key “{key}”; {hint}")
        if key in family.keys and not _allowed(value, family.keys[key]):
            wanted = family.keys[key]
            choice = wanted if isinstance(wanted, str) else "one of " + ", ".join(map(str, wanted))
            raise fail(f"rule {data['id']}: “{key}: {value}” must be {choice}")
    if data.get("off"):
        return
    if ("pattern" in data) == ("shape" in data):
        raise fail(f"rule {data['id']}: needs a “pattern” or a “shape” (one of the two)")
    for key in sorted(family.required - set(data)):
        raise fail(f"rule {data['id']}: needs the key “{key}”")


def _allowed(value: Any, wanted: Any) -> bool:
    kinds = {NUMBER: (int, float), TEXT: str, LIST: list, FLAG: bool}
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
