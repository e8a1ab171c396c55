"""Periods of the calendar: first and last day, steps, TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.components.dates import calendar
from extractor.components.dates.calendar import Period, containing, iso, shifted

PERIODS = [
    (calendar.day(date(2026, 2, 10)), "2026-02-10", "2026-02-10", "2026-02-10"),
    (calendar.week(date(2026, 2, 10)), "2026-02-09", "2026-02-15", "2026-W07"),
    (containing(date(2026, 2, 10), "WE"), "2026-02-14", "2026-02-15", "2026-W07-WE"),
    (calendar.month(2024, 2), "2024-02-01", "2024-02-29", "2024-02"),
    (calendar.quarter(2025, 3), "2025-07-01", "2025-09-30", "2025-Q3"),
    (calendar.quarter(2025, -1), "2025-10-01", "2025-12-31", "2025-Q4"),
    (calendar.half(2026, 1), "2026-01-01", "2026-06-30", "2026-H1"),
    (calendar.season(2025, 12), "2025-12-01", "2026-02-28", "2025-WI"),
    (calendar.year(2026), "2026-01-01", "2026-12-31", "2026"),
    (calendar.year(1980, 10), "1980-01-01", "1989-12-31", "198"),
    (shifted(calendar.month(2025, 12), 1), "2026-01-01", "2026-01-31", "2026-01"),
    (shifted(calendar.week(date(2026, 1, 1)), -1), "2025-12-22", "2025-12-28", "2025-W52"),
    (containing(date(2026, 1, 20), "S"), "2025-12-01", "2026-02-28", "2025-WI"),
]


@pytest.mark.parametrize(("period", "first", "last", "value"), PERIODS)
def test_first_last_and_value(period: Period, first, last, value):
    assert (period.first.isoformat(), period.last.isoformat(), iso(period)) == (first, last, value)


def test_a_month_later_ends_with_the_month():
    assert calendar.add_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert calendar.stepped_day(date(2024, 2, 29), "Y", 1) == date(2025, 2, 28)


def test_a_day_that_no_year_has_is_none():
    assert calendar.attempt(lambda year: calendar.day(date(year, 2, 30)), 2024) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-02-10", "2026-02-10", "2026-02-10"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        *((value, None, None) for value in ("2026-02-31", "2026-13", "0000", "XXXX-02", "PRESENT_REF", "198", "")),
    ],
)
def test_the_period_that_a_value_names(value, first, last):
    period = calendar.period_of(value)
    assert (period and period.first.isoformat(), period and period.last.isoformat()) == (first, last)
