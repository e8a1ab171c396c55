"""Dates in figures alone: `2026-02-10`, `10.02.2026`, `02/10/2026` where month and day can be told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from extractor.components.dates.anchors import Anchors
from extractor.components.dates.calendar import day, month
from extractor.components.dates.values import DATE, Reading, resolved

_FIGURES = re.compile(r"(?<![\d/.-])(?P<first>\d{1,2})([/-])(?P<second>\d{1,2})\2(?P<year>\d{4}|\d\d)(?![\d/-])")

CENTURY_TURN = 70
"""Two figures of a year from here on are of the last century."""


def full_year(written: str, turn: int = CENTURY_TURN) -> int:
    """The year that two or four figures stand for, an apostrophe before them or not; two from `turn` on are of the last
    century."""
    figures = written.lstrip("'’")
    if len(figures) > 2:
        return int(figures)
    return int(figures) + (1900 if int(figures) >= turn else 2000)


def read_month(groups: Mapping[str, str]) -> Reading | None:
    """A month in figures; None for what is rather two years (`2009-10`)."""
    year, number = int(groups["year"]), int(groups["month_number"])
    if len(groups["month_number"]) == 2 and number > year % 100 and not groups.get("slash"):
        return None
    return resolved(month(year, number))


def read_numeric(groups: Mapping[str, str], anchors: Anchors) -> Reading | None:
    """A date in figures. Between full stops the day comes first; where both orders are possible, nothing is guessed.

    Raises `ValueError` for a day that does not exist.
    """
    year = full_year(groups["year"])
    if "month_number" in groups:
        return resolved(day(date(year, int(groups["month_number"]), int(groups["day"]))))
    first, second = int(groups["first"]), int(groups["second"])
    if groups.get("mark") == "." or first > 12 or first == second:
        return resolved(day(date(year, second, first)))
    if second > 12:
        return resolved(day(date(year, first, second)))
    if first < 1 or second < 1:
        return None
    order = anchors.day_first()
    if order is None:
        return Reading(DATE, f"{year:04d}-XX-XX")
    return resolved(day(date(year, second, first) if order else date(year, first, second)))


def day_first(text: str, published: date | None) -> bool | None:
    """Whether the dates in figures of a text put the day before the month; None where that cannot be told.

    The first one tells that can be read in one way only, or that is the day of publication in one of both.
    """
    for match in _FIGURES.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if (first > 12) != (second > 12) and min(first, second) > 0 and max(first, second) < 32:
            return first > 12
        if published and first != second and {first, second} == {published.day, published.month}:
            if full_year(match["year"]) == published.year:
                return first == published.day
    return None
