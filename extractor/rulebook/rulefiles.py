"""Rule files: YAML read into rules, with the line for all that is not in the form of one."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from extractor.errors import RuleError
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.ruleform import as_list, is_mapping, wrong_together, wrong_values
from extractor.rulebook.rules import Rule, family_name

_NAME = re.compile(r"[a-z]+\.[\w.-]+")

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml is slower, and the same
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]


_BREAKS = re.compile(r"\s*\n\s*")
_BREAKS_AT_BRACKETS = re.compile(r"(?<=[(|])\s*\n\s*|\s*\n\s*(?=[|)])")

_BOOLEAN = "tag:yaml.org,2002:bool"


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
    for problem, key in chain(wrong_values(data, family), wrong_together(data, family)):
        raise fail(f"rule {name}: {problem}", lines.get(key, [line])[0])
    return Rule(
        id=name,
        description=data.get("description", ""),
        patterns=_patterns(data.get("pattern")),
        shapes=tuple(_BREAKS.sub("", shape) for shape in as_list(data.get("shape"))),
        tables=tuple(as_list(data.get("table"))),
        built_in=bool(data.get("table") or data.get("built-in")),
        says={key: value for key, value in data.items() if key in family.keys},
        examples=tuple(as_list(data.get("examples"))),
        counterexamples=tuple(as_list(data.get("counterexamples"))),
        off=data.get("off", False),
        exact_case=data.get("case") == "exact",
        path=str(path),
        line=line,
        part_lines=_part_lines(data, lines),
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


def _part_lines(data: dict[str, Any], lines: dict[str, list[int]]) -> tuple[int, ...]:
    """The lines of a rule's patterns or shapes; a list of token descriptions is one pattern, which begins at its
    first."""
    found = lines.get("pattern") or lines.get("shape") or []
    return tuple(found[:1] if len(_patterns(data.get("pattern"))) == 1 else found)


def _patterns(value: Any) -> tuple[Any, ...]:
    """One line, a list of lines, one list of token descriptions, or a list of such lists."""
    items = as_list(value)
    if items and all(map(is_mapping, items)):
        return (items,)
    return tuple(_in_one_line(item) if isinstance(item, str) else item for item in items)


def _in_one_line(pattern: str) -> str:
    """A pattern that its file has over several lines."""
    return _BREAKS.sub(" ", _BREAKS_AT_BRACKETS.sub("", pattern.strip()))
