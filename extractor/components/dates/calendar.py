"""The calendar: periods (day, week, month, quarter, half, season, year …) with first and last day, and steps."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

DAY, WEEK, WEEKEND, MONTH, QUARTER, HALF, SEASON, YEAR = "D", "W", "WE", "M", "Q", "H", "S", "Y"
"""Units of the calendar: codes of ISO 8601 where it has one."""

COARSER = (DAY, WEEKEND, WEEK, MONTH, QUARTER, SEASON, HALF, YEAR)
"""The units, each longer than the one before it."""


class Period(NamedTuple):
    """A stretch of the calendar: first and last day, both inclusive; its unit, and how many `times` that unit."""

    first: date
    last: date
    unit: str
    times: int = 1

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """The `month` in which fiscal years start, and whether they are named after the year in which they start."""

    month: int = 1
    named_by_start: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether fiscal years are those of the calendar."""
        return self.month == 1

    def first_day(self, year: int, quarters: int = 0) -> date:
        """The first day of the fiscal year of that name, or of the quarter so many quarters later."""
        starts = year if self.is_plain or self.named_by_start else year - 1
        return add_months(date(starts, self.month, 1), 3 * quarters)


CALENDAR_YEARS = FiscalCalendar()
"""Fiscal years that are those of the calendar."""

OfYear = Callable[[int], Period]
"""A period of any year, such as its March or its third quarter. Raises `ValueError` for 29 February of most years."""


def day(value: date) -> Period:
    """The period that is one day."""
    return Period(value, value, DAY)


def months(first: date, count: int, unit: str, times: int = 1) -> Period:
    """The period of `count` months from the month of `first`. Raises `ValueError` outside of the years 1 to 9999."""
    begin = first.replace(day=1)
    last = add_months(begin, count - 1)
    return Period(begin, last.replace(day=monthrange(last.year, last.month)[1]), unit, times)


def year(number: int, times: int = 1) -> Period:
    """A year, or the `times` years from it (a decade from 1980: `year(1980, 10)`)."""
    return months(date(number, 1, 1), 12 * times, YEAR, times)


def month(of_year: int, number: int) -> Period:
    """A month of a year."""
    return months(date(of_year, number, 1), 1, MONTH)


def quarter(of_year: int, number: int) -> Period:
    """A quarter of a year; the number -1 is the last one."""
    return months(date(of_year, 3 * (number - 1) + 1 if number > 0 else 10, 1), 3, QUARTER)


def half(of_year: int, number: int) -> Period:
    """A half of a year; the number -1 is the last one."""
    return months(date(of_year, 1 if number == 1 else 7, 1), 6, HALF)


def season(of_year: int, first_month: int) -> Period:
    """The three months from `first_month`; the winter of a year runs into the next one."""
    return months(date(of_year, first_month, 1), 3, SEASON)


def week(of: date) -> Period:
    """The week from Monday to Sunday in which a day falls (ISO 8601)."""
    first = of - timedelta(days=of.weekday())
    return Period(first, first + timedelta(days=6), WEEK)


def containing(of: date, unit: str, times: int = 1) -> Period:
    """The period of a unit in which a day falls. Decades and centuries start with a year that `times` divides."""
    if unit == DAY:
        return day(of)
    if unit == WEEK:
        return week(of)
    if unit == WEEKEND:
        saturday = week(of).first + timedelta(days=5)
        return Period(saturday, saturday + timedelta(days=1), WEEKEND)
    if unit == MONTH:
        return month(of.year, of.month)
    if unit == QUARTER:
        return quarter(of.year, (of.month + 2) // 3)
    if unit == HALF:
        return half(of.year, 1 if of.month < 7 else 2)
    if unit == SEASON:
        return months(add_months(of.replace(day=1), -(of.month % 3)), 3, SEASON)
    return year(max(1, of.year - of.year % times), times)


def shifted(period: Period, by: int) -> Period:
    """The period of the same kind, `by` of them later. Raises `OverflowError` or `ValueError` beyond the calendar."""
    unit = period.unit
    if unit in (DAY, WEEK, WEEKEND):
        step = timedelta(days=by * (1 if unit == DAY else 7))
        return Period(period.first + step, period.last + step, unit)
    length = {MONTH: 1, QUARTER: 3, SEASON: 3, HALF: 6, YEAR: 12}[unit] * period.times
    return months(add_months(period.first, by * length), length, unit, period.times)


def add_months(of: date, count: int) -> date:
    """The same day `count` months later, or the last day of that month where it is shorter."""
    index = of.year * 12 + of.month - 1 + count
    to_year, to_month = divmod(index, 12)
    return date(to_year, to_month + 1, min(of.day, monthrange(to_year, to_month + 1)[1]))


def stepped_day(of: date, unit: str, count: int) -> date:
    """The day so many days, weeks, months, quarters or years later."""
    if unit in (DAY, WEEK):
        return of + timedelta(days=count * (7 if unit == WEEK else 1))
    return add_months(of, count * {MONTH: 1, QUARTER: 3, YEAR: 12}[unit])


def iso(period: Period) -> str:
    """The TIMEX3 value: `2026-02-10`, `2026-W07`, `2026-02`, `2026-Q1`, `2026-H1`, `2026`, `198` for a decade."""
    first = period.first
    if period.unit == DAY:
        return first.isoformat()
    if period.unit in (WEEK, WEEKEND):
        iso_year, number, _ = first.isocalendar()
        return f"{iso_year:04d}-W{number:02d}" + ("-WE" if period.unit == WEEKEND else "")
    if period.unit == MONTH:
        return f"{first.year:04d}-{first.month:02d}"
    if period.unit == QUARTER:
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    if period.unit == HALF:
        return f"{first.year:04d}-H{1 if first.month < 7 else 2}"
    if period.unit == SEASON:
        return f"{first.year:04d}-{ {3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI'}.get(first.month, 'XX') }"
    return f"{first.year:04d}"[: {1: 4, 10: 3, 100: 2}.get(period.times, 4)]


_VALUE = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?")


def period_of(value: str) -> Period | None:
    """The period that a TIMEX3 value names: a day, a month, a quarter, a half or a year; None for any other value."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    of_year, parts = int(match["year"]), {name: int(part) for name, part in match.groupdict().items() if part}
    try:
        if "day" in parts:
            return day(date(of_year, parts["month"], parts["day"]))
        for name, of in (("month", month), ("quarter", quarter), ("half", half)):
            if name in parts:
                return of(of_year, parts[name])
        return year(of_year)
    except ValueError:  # no such day
        return None


def attempt(of_year: OfYear, year: int) -> Period | None:
    """The period in that year; None where the year has none."""
    try:
        return of_year(year)
    except (ValueError, OverflowError):
        return None


def in_years(of_year: OfYear, years: range) -> list[Period]:
    """The periods in those of the `years` that have one, in order."""
    return [period for year in years if (period := attempt(of_year, year))]


def distance(period: Period, today: date) -> int:
    """How many days a period is away from a day, 0 if it holds the day."""
    return max(0, (period.first - today).days, (today - period.last).days)
