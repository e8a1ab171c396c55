"""A certain day, weekday or week of a month or year: “the first Friday of July”, “the second week of 2021”."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from extractor.components.dates import calendar
from extractor.components.dates.anchors import Anchors
from extractor.components.dates.calendar import Period
from extractor.components.dates.calendar_dates import CalendarReader
from extractor.components.dates.time_words import Words
from extractor.components.dates.values import DATE, Reading, resolved

LAST = -1
"""The number of the last one, as the lexicon `ordinal` has it."""

THURSDAY = 4
"""ISO 8601: a week is of the year, and here of the month, in which its Thursday lies."""


def read_within(words: Words, groups: Mapping[str, str], anchors: Anchors) -> Reading | None:
    """The day or week that `nth` names, of the month or year that the other groups name.

    None where there is none such. Raises `ValueError`.
    """
    number = LAST if words.cell("ordinal", groups["nth"], "number") == str(LAST) else words.day(groups["nth"])
    whole = container(words, groups, anchors)
    if whole is None:
        return Reading(DATE, None)
    if "weekday" in groups:
        found = nth_weekday(whole, number, words.integer("weekday", groups["weekday"]))
        return resolved(calendar.day(found)) if found else None
    if "week" in groups:
        found = nth_weekday(whole, number, THURSDAY)
        return resolved(calendar.week(found)) if found else None
    at = whole.first + timedelta(days=number - 1)
    return resolved(calendar.day(at)) if number > 0 and whole.holds(at) else None


def container(words: Words, groups: Mapping[str, str], anchors: Anchors) -> Period | None:
    """The month or year that holds it; None where that is not settled."""
    names = {"year2": "year", "time_unit2": "time_unit"}
    parts = ("month", "year", "year2", "time_shift", "time_unit", "time_unit2")
    rest = {names.get(name, name): groups[name] for name in parts if name in groups}
    reading = CalendarReader(words, rest, anchors).read()
    return reading.period if reading else None


def nth_weekday(whole: Period, number: int, weekday: int) -> date | None:
    """The nth such weekday in a period, the last one for -1; None where it has fewer."""
    if number < 0:
        return whole.last - timedelta(days=(whole.last.isoweekday() - weekday) % 7)
    first = whole.first + timedelta(days=(weekday - whole.first.isoweekday()) % 7)
    found = first + timedelta(days=7 * (number - 1))
    return found if whole.holds(found) else None
