"""What is known of an expression of time, and how that is written."""

from __future__ import annotations

from typing import NamedTuple

from extractor.components.dates.calendar import Period, iso

DATE, DURATION, SET = "DATE", "DURATION", "SET"


class Reading(NamedTuple):
    """Type, value, high end and mod as in TIMEX3, and the period where it is settled.

    `passing`: the text does not stay at this date, so that the next one is counted from the date before.
    """

    type: str
    value: str | None = None
    value_high: str | None = None
    mod: str | None = None
    period: Period | None = None
    passing: bool = False


def resolved(period: Period, mod: str | None = None) -> Reading:
    """A date that is settled."""
    return Reading(DATE, iso(period), None, mod, period)


def spanning(first: Period, last: Period, mod: str | None = None) -> Reading | None:
    """From the start of one period to the end of another, as an ISO 8601 interval; None if they are out of order."""
    if first.first > last.last:
        return None
    period = Period(first.first, last.last, last.unit)
    return Reading(DATE, f"{iso(first)}/{iso(last)}", None, mod, period)
