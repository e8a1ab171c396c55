"""A rule as its file says it, before it is compiled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from extractor.errors import RuleError
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.family import Family

NAMED = 6
"""How many ids advice names at most."""


DEFAULT_PRIORITY = 50
"""The priority of a rule that gives none."""


@dataclass(frozen=True)
class Rule:
    """One rule: `patterns` in the line notation or as spaCy token descriptions, or `shapes`; what it `says` by its
    family's own keys; its examples; and where it, its patterns or shapes (`part_lines`) and its examples stand in its
    file. One that is `built_in` stands for what the program does by itself (with the `tables`, where it has some), so
    that it has a name, examples and a switch."""

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
    part_lines: tuple[int, ...] = ()
    example_lines: tuple[int, ...] = ()
    counterexample_lines: tuple[int, ...] = ()

    @property
    def family(self) -> Family:
        return FAMILIES[family_name(self.id)]

    @property
    def priority(self) -> int:
        """How much the rule counts against others of its family, where they go by their priority."""
        return int(self.says.get("priority", DEFAULT_PRIORITY))

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

    def line_of(self, part: Any) -> int:
        """The line of one of its patterns or shapes; the rule's own where that is not known."""
        parts = (*self.patterns, *self.shapes)
        return self.part_lines[parts.index(part)] if self.part_lines and part in parts else self.line

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
    named = ", ".join(close[:NAMED]) + (", …" if len(close) > NAMED else "")
    return f"did you mean {named}?" if close else "extractor rules list shows the ids that there are"
