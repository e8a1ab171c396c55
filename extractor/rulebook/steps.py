"""What a pattern compiles to: sequences of token descriptions, and how alternatives are joined without a pattern for
each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Step:
    """One token description of a compiled pattern: what it must be, the slot it fills, whether the span covers it."""

    spec: Mapping[str, Any]
    slot: str | None = None
    captured: bool = False
    gap: bool = False
    part: int = 0
    """Where in the line the slot stands: what tells two slots of one name apart."""

    def __hash__(self) -> int:  # `spec` is a dict
        return hash((repr(self.spec), self.slot, self.captured))

    @property
    def optional(self) -> bool:
        """Whether a match can do without it (or, with `!`, must)."""
        return self.spec.get("OP", "1")[0] in "?*{!"


Sequence_ = tuple[Step, ...]
"""One way to say a pattern."""


@dataclass(frozen=True)
class CompiledPattern:
    """A pattern as spaCy takes it (`tokens`), and what each of its token descriptions stands for (`steps`)."""

    steps: Sequence_

    @property
    def tokens(self) -> list[dict[str, Any]]:
        return [dict(step.spec) for step in self.steps]


def named(sequence: Sequence_, name: str, part: int) -> Sequence_:
    """The steps of a slot or a named group; slots inside the group keep their own names."""
    return tuple(step if step.slot else replace(step, slot=name, part=part) for step in sequence)


def numbered(sequence: Sequence_) -> Sequence_:
    """Slots that come again in a sequence become `drug2`, `drug3` …"""
    parts: dict[str, list[int]] = {}
    steps = []
    for step in sequence:
        if step.slot:
            seen = parts.setdefault(step.slot, [])
            if step.part not in seen:
                seen.append(step.part)
            number = seen.index(step.part) + 1
            step = step if number == 1 else replace(step, slot=f"{step.slot}{number}")
        steps.append(step)
    return tuple(steps)


def optional(branches: list[Sequence_]) -> list[Sequence_]:
    """Branches that may also be missing."""
    if len(branches) == 1 and len(branches[0]) == 1 and not branches[0][0].optional:
        step = branches[0][0]
        return [(replace(step, spec={**step.spec, "OP": "?"}),)]
    return [*branches, ()]


def merged(branches: list[Sequence_]) -> list[Sequence_]:
    """Branches of one plain word each become one token description with an `IN` list."""
    words: dict[tuple[str, str | None, bool, int], list[str]] = {}
    others: dict[Sequence_, None] = {}
    for branch in branches:
        step = branch[0] if len(branch) == 1 else None
        key, value = next(iter(step.spec.items())) if step and len(step.spec) == 1 else ("", None)
        if step and key in ("LOWER", "TEXT") and isinstance(value, str):
            words.setdefault((key, step.slot, step.captured, step.part), []).append(value)
        elif step and key == "LOWER" and isinstance(value, dict) and set(value) == {"IN"}:
            words.setdefault((key, step.slot, step.captured, step.part), []).extend(value["IN"])
        else:
            others[branch] = None
    joined = [
        (Step({key: {"IN": sorted(set(values))} if len(set(values)) > 1 else values[0]}, slot, captured, part=part),)
        for (key, slot, captured, part), values in words.items()
    ]
    return [*joined, *others]
