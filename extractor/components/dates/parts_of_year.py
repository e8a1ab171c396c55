"""Which part of a year an expression names: a day, month, quarter, half or season, and the last part of a range."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from extractor.components.dates import calendar
from extractor.components.dates.calendar import HALF, QUARTER, FiscalCalendar, OfYear
from extractor.components.dates.time_words import Words

Groups = Mapping[str, str]
Ends = tuple[OfYear | None, OfYear | None]
"""The first part and, of a range, the last one."""


def parts_of_year(words: Words, groups: Groups, fiscal: FiscalCalendar) -> Ends:
    """What the groups of an expression name of a year; None and None if it is no part of a year.

    `month` (`month_number`) with `day`, `month2` or `day2` as the end of a range; `quarter_end` for the quarter that
    ends with the month; `months_of` for the first or last `number` months; `piece` (quarter or half) with `ordinal` or
    `figure` and their `2`; `season`; `holiday`. Raises `ValueError`.
    """
    if "month" in groups or "month_number" in groups:
        return _of_month(words, groups)
    if "months_of" in groups:
        return _months_of(words, groups)
    if "piece" in groups:
        return _pieces(words, groups, fiscal)
    if "season" in groups:
        first = words.integer("season", groups["season"], "first")
        return (lambda year: calendar.season(year, first)), None
    if "holiday" in groups:
        month, day = (words.integer("holiday", groups["holiday"], column) for column in ("month", "day"))
        return _day(month, day), None
    return None, None


def _of_month(words: Words, groups: Groups) -> Ends:
    number = words.integer("month", groups["month"]) if "month" in groups else int(groups["month_number"])
    if "quarter_end" in groups:
        return (lambda year: calendar.months(calendar.add_months(date(year, number, 1), -2), 3, QUARTER)), None
    first = _day(number, words.day(groups["day"])) if "day" in groups else _month(number)
    if "month2" in groups:
        return first, _month(words.integer("month", groups["month2"]))
    if "day2" in groups:
        return first, _day(number, words.day(groups["day2"]))
    return first, None


def _months_of(words: Words, groups: Groups) -> Ends:
    count = int(words.number(groups["number"]) or 0)
    if not 1 < count < 12:
        return None, None
    at_end = groups["months_of"] and words.integer("ordinal", groups["months_of"]) < 0
    return (_month(13 - count), _month(12)) if at_end else (_month(1), _month(count))


def _pieces(words: Words, groups: Groups, fiscal: FiscalCalendar) -> Ends:
    ends: list[OfYear | None] = []
    named = "fiscal" in groups or "fiscal2" in groups
    for tail in ("", "2"):
        number = None
        if "figure" + tail in groups:
            number = int(groups["figure" + tail])
        elif "ordinal" + tail in groups:
            number = words.integer("ordinal", groups["ordinal" + tail])
        ends.append(None if number is None else _piece(groups["piece"][0].lower(), number, fiscal, named))
    return ends[0], ends[1]


def _piece(letter: str, number: int, fiscal: FiscalCalendar, named: bool) -> OfYear | None:
    if letter == "h":
        if number not in (1, 2, -1):
            return None
        if named and not fiscal.is_plain:
            return lambda year: calendar.months(fiscal.first_day(year, 0 if number == 1 else 2), 6, HALF)
        return lambda year: calendar.half(year, number)
    if fiscal.is_plain:
        return lambda year: calendar.quarter(year, number)
    return lambda year: calendar.months(fiscal.first_day(year, (number - 1) % 4 if number > 0 else 3), 3, QUARTER)


def _month(number: int) -> OfYear:
    return lambda year: calendar.month(year, number)


def _day(month: int, day: int) -> OfYear:
    return lambda year: calendar.day(date(year, month, day))
