"""The rules in force, listed and shown: for those who meet an id in a row and look for the rule."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.errors import RuleError
from extractor.rulebook import Rule, Rulebook
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.rulebook import rules_of
from extractor.rulebook.rules import family_name, nearest


@dataclass(frozen=True)
class Listed:
    """A rule in a list: its id and family, where it stands, and the first thing that it finds."""

    id: str
    family: str
    place: str
    example: str


def listed(book: Rulebook, words: Sequence[str] = ()) -> Iterator[Listed]:
    """The rules in force of which all the `words` tell, in the order of families and files: a family by its name, any
    other word by standing in the id, the description, the pattern or an example."""
    for family in FAMILIES:
        for rule in book.family(family):
            if all(_is_told(word, rule) for word in words):
                yield Listed(rule.id, family, f"{_short(rule.path)}:{rule.line}", _first(rule))


def _short(path: str) -> str:
    """A path as it is, or from the current folder, whichever is shorter."""
    try:
        return min(path, os.path.relpath(path), key=len)
    except ValueError:  # on another drive
        return path


def _is_told(word: str, rule: Rule) -> bool:
    if word in FAMILIES:
        return family_name(rule.id) == word
    said = (rule.id, rule.description, *rule.patterns, *rule.shapes, *rule.tables, *map(_text, rule.examples))
    return any(word.lower() in str(part).lower() for part in said)


def _first(rule: Rule) -> str:
    texts = [_text(example) for example in (*rule.examples, *rule.counterexamples)]
    return " ".join(texts[0].split()) if texts else ""


def _text(example: object) -> str:
    return str(example.get("text", "")) if isinstance(example, dict) else str(example)


def rule_of(book: Rulebook, rule_id: str) -> Rule:
    """The rule of that id. Raises `RuleError` where it is switched off, or with the nearest ids where there is none."""
    for rule in book.rules:
        if rule.id == rule_id:
            return rule
    for folder in book.folders:
        for rule in rules_of(folder):
            if rule.id == rule_id and rule.off:
                raise rule.error("is switched off here")
    raise RuleError(f"there is no rule {rule_id} in force; {nearest(rule_id, (rule.id for rule in book.rules))}")


def told(rule: Rule) -> Iterator[tuple[str, str]]:
    """All that a rule says, as names and values for people."""
    yield "says", FAMILIES[family_name(rule.id)].purpose
    yield "for", rule.description
    yield from (("pattern", str(pattern)) for pattern in rule.patterns)
    yield from (("shape", shape) for shape in rule.shapes)
    if rule.built_in:
        table = f", with the table {', '.join(rule.tables)}" if rule.tables else ""
        yield "does", f"the program by itself{table}; “off: true” switches it off"
    yield from ((key, str(value)) for key, value in rule.says.items())
    yield from (("example", _text(example)) for example in rule.examples)
    yield from (("not", _text(example)) for example in rule.counterexamples)
