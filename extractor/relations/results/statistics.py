"""The numbers that readers need beside a figure: p-value, confidence interval, ratio, number of patients, rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_P_VALUE = re.compile(
    r"(?<![A-Za-z])(?:nominal )?[pP](?:[- ]?values?)?(?: (?:of|was))? ?(?P<sign>[<>=≤≥]|less than|of|is) ?(?P<value>0?[.·]\d+|\d(?:\.\d+)?(?: ?[x×] ?10[-−–]?\d+)?)"
)
_NUMBER = r"[-−–+]?\d+(?:[.,·]\d+)?"
_INTERVAL = re.compile(
    rf"(?:(?P<level>\d\d(?:\.\d)?) ?(?:%|percent|per cent) ?)?(?:two-sided )?(?:CI|confidence interval|Confidence Interval|CrI|credible interval)\)?[:;,= ]*(?:of |from |between |was )?[\[(]?(?P<low>{_NUMBER}) ?(?:%|percent(?:age points?)?|per cent)? ?(?:-|–|—|to|,|and|;) ?(?P<high>{_NUMBER})"
)
_RATIO = re.compile(
    r"(?P<kind>(?:[Aa]djusted )?(?:[Hh]azard|[Oo]dds|[Rr]isk|[Rr]ate) ratio|\b[a]?(?:HR|OR|RR)\b)(?: ?\((?:HR|OR|RR)\))?[:;,= ]*(?:of |was )?(?P<value>\d+[.·]\d+)"
)
_PATIENTS = re.compile(
    r"\b[nN] ?= ?(?P<n>\d[\d,]*)|(?<![\w.,/-])(?P<count>\d{1,3}(?:,\d{3})+|\d{1,5}) (?:\w+[- ]){0,3}?(?:patients|participants|subjects|volunteers|adults|women|men|children|people|individuals|infants)\b|\(\d+ ?/ ?(?P<of>\d+)\)"
)
_RATE = re.compile(
    r"(?P<rate>[<>≤≥~]? ?\d+(?:\.\d+)? (?:\w+ ){0,2}(?:per|/) ?(?:\d[\d,]* )?(?:patient|person|subject)[- ]years?)"
)
_KINDS = {"hazard": "HR", "hr": "HR", "odds": "OR", "or": "OR", "risk": "RR", "rate": "RR", "rr": "RR"}


@dataclass(frozen=True, slots=True)
class Statistic:
    """The columns that a number fills, and where it stands."""

    slot: str
    columns: dict[str, Any]
    start: int
    end: int


def statistics(text: str, start: int, end: int) -> list[Statistic]:
    """The statistics in a stretch of text, the first of each kind."""
    found: list[Statistic] = []
    readers = (
        ("p_value", _P_VALUE, _p_value),
        ("ci", _INTERVAL, _interval),
        ("ratio", _RATIO, _ratio),
        ("patients", _PATIENTS, _patients),
        ("rate", _RATE, _rate),
    )
    for slot, shape, read in readers:
        match = shape.search(text, start, end)
        if match is not None:
            found.append(Statistic(slot, read(match), *match.span()))
    return found


def _p_value(match: re.Match[str]) -> dict[str, Any]:
    sign = {"less than": "<", "of": "=", "is": "="}.get(match["sign"], match["sign"])
    return {"p_value": f"{sign.strip('=')}{match['value'].replace('·', '.')}"}


def _interval(match: re.Match[str]) -> dict[str, Any]:
    level = float(match["level"]) if match["level"] else None
    return {"ci_low": _number(match["low"]), "ci_high": _number(match["high"]), "ci_level": level}


def _ratio(match: re.Match[str]) -> dict[str, Any]:
    words = match["kind"].lower().split()
    kind = next((name for word, name in _KINDS.items() if word in words or f"a{word}" in words), None)
    return {"ratio_kind": kind, "ratio": _number(match["value"])}


def _patients(match: re.Match[str]) -> dict[str, Any]:
    written = match["n"] or match["count"] or match["of"]
    return {"patients": int(written.replace(",", ""))}


def _rate(match: re.Match[str]) -> dict[str, Any]:
    return {"rate": match["rate"].strip()}


def _number(written: str) -> float:
    plain = written.replace("·", ".").replace(",", ".").replace("−", "-").replace("–", "-")
    return float(plain)
