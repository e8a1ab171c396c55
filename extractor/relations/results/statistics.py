"""The numbers that readers need beside a figure, by the rules of the family `statistic`: p-value, interval, ratio,
patients."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from extractor.rulebook import Rule, Rulebook, compile_shapes

_SIGNS = {"<": "<", ">": ">", "≤": "≤", "≥": "≥"}
"""The signs that a p-value keeps; an equals sign goes without saying."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """The columns that a number fills, and where it stands; `slot` is its kind."""

    slot: str
    columns: dict[str, Any]
    start: int
    end: int


class StatisticFinder:
    """Finds statistics in a stretch of text."""

    def __init__(self, book: Rulebook) -> None:
        rules = book.family("statistic")
        self._shapes = [(rule, shape) for rule in rules for shape in compile_shapes(rule, book.lexicons)]
        for rule, shape in self._shapes:
            if not shape.groupindex.keys() & _READERS.keys():
                raise rule.error(f"its shape has none of the groups {', '.join(_READERS)}")

    def find(self, text: str, start: int, end: int) -> list[Statistic]:
        """The first statistic of each kind in text[start:end]."""
        found: dict[str, Statistic] = {}
        for rule, shape in self._shapes:
            match = shape.search(text, start, end)
            told = _columns(rule, match) if match is not None else None
            if match is not None and told is not None:
                slot, columns = told
                if slot not in found or match.start() < found[slot].start:
                    found[slot] = Statistic(slot, columns, *match.span())
        return list(found.values())


def _columns(rule: Rule, match: re.Match[str]) -> tuple[str, dict[str, Any]] | None:
    groups = {name: written for name, written in match.groupdict().items() if written is not None}
    return next((read(rule, groups) for name, read in _READERS.items() if name in groups), None)


def _p_value(rule: Rule, groups: dict[str, str]) -> tuple[str, dict[str, Any]]:
    sign = _SIGNS.get(groups.get("sign", ""), "<" if " " in groups.get("sign", "") else "")
    return "p_value", {"p_value": sign + groups["p"].replace("·", ".")}


def _interval(rule: Rule, groups: dict[str, str]) -> tuple[str, dict[str, Any]]:
    level = float(groups["level"]) if "level" in groups else None
    return "ci", {"ci_low": number(groups["low"]), "ci_high": number(groups["high"]), "ci_level": level}


def _ratio(rule: Rule, groups: dict[str, str]) -> tuple[str, dict[str, Any]]:
    return "ratio", {"ratio_kind": rule.says.get("kind"), "ratio": number(groups["ratio"])}


def _patients(rule: Rule, groups: dict[str, str]) -> tuple[str, dict[str, Any]]:
    written = groups.get("patients") or groups.get("counted") or groups["of"]
    return "patients", {"patients": int(written.replace(",", ""))}


def _rate(rule: Rule, groups: dict[str, str]) -> tuple[str, dict[str, Any]]:
    return "rate", {"rate": groups["rate"].strip()}


_READERS: dict[str, Callable[[Rule, dict[str, str]], tuple[str, dict[str, Any]]]] = {
    "p": _p_value,
    "low": _interval,
    "ratio": _ratio,
    "patients": _patients,
    "counted": _patients,
    "of": _patients,
    "rate": _rate,
}


def number(written: str) -> float:
    """A number as statistics are written: with a full stop or a point in the middle, and any minus sign."""
    return float(written.replace("·", ".").replace("−", "-").replace("–", "-"))
