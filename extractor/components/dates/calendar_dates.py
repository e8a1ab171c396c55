"""Dates in the calendar's words: days, months, seasons, quarters, halves, years, and those counted from an anchor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from extractor.components.dates import calendar
from extractor.components.dates.anchors import FUTURE, PAST, Anchors
from extractor.components.dates.calendar import (
    CALENDAR_YEARS,
    DAY,
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    YEAR,
    FiscalCalendar,
    OfYear,
    Period,
    attempt,
    containing,
    distance,
    in_years,
    iso,
    shifted,
)
from extractor.components.dates.numeric import full_year
from extractor.components.dates.parts_of_year import parts_of_year
from extractor.components.dates.time_words import Words
from extractor.components.dates.values import DATE, Reading, resolved, spanning
from extractor.components.dates.weekdays import shift_of, weekday, weekday_of_month, weekend

NEAR = 130
"""So many days away at most may be a day that needs no tense: who means a day of another year names the year."""

NEAR_AHEAD = 75
"""The same for a day to come next to a verb of the past."""

JUST_PAST = 14
"""So many days ago at most may be a day of which a verb of the future right before it speaks: news come late."""


@dataclass(frozen=True)
class CalendarReader:
    """Reads one expression by its groups.

    `year` (`year2`), `month` (`month2`), `day` (`day2`), `weekday`, `piece` (quarter or half) with `ordinal` or
    `figure`, `season`, `decade`, `time_unit` say what it is; `time_shift` stands before the whole, `year_shift` before
    its year; `shared_year` (with `other_month`) is the year of the date that follows; `period_part` makes the mod.
    """

    words: Words
    groups: Mapping[str, str]
    anchors: Anchors

    def read(self) -> Reading | None:
        """The date; without period where its anchor is missing. None if it is no date. Raises `ValueError`."""
        groups = self.groups
        if self._lacks_capital():
            return None
        if "week_of" in groups:
            return self._week_of()
        of_year, last = parts_of_year(self.words, groups, self._calendar)
        if of_year is None:
            return self._whole()
        year, unsettled = self._year()
        if year is not None:
            if last is not None:
                first = of_year(year) if of_year(year).first <= last(year).first else of_year(year - 1)
                return spanning(first, last(year), self._mod)
            return self._reading(of_year(year))
        if unsettled or self.anchors.published is None:
            return self._open(of_year)
        period = self._relative(of_year) if "time_shift" in groups else self._yearless(of_year)
        if period is None:
            return None
        if last is not None:
            return spanning(period, last(period.first.year), self._mod)
        return self._reading(period)

    @property
    def _mod(self) -> str | None:
        part = self.groups.get("period_part")
        return (self.words.cell("period-part", part.rstrip("- "), "mod") or None) if part else None

    def _reading(self, period: Period) -> Reading:
        return resolved(period, self._mod)

    def _week_of(self) -> Reading | None:
        rest = {name: value for name, value in self.groups.items() if name != "week_of"}
        reading = CalendarReader(self.words, rest, self.anchors).read()
        return self._reading(calendar.week(reading.period.first)) if reading and reading.period else reading

    def _lacks_capital(self) -> bool:
        """Whether a month or weekday is a word of another sense and written small."""
        if "any_case" in self.groups:
            return False
        for name in ("month", "weekday", "month2"):
            written = self.groups.get(name)
            if written and written[0].islower() and self.words.cell(name.rstrip("2"), written, "capital"):
                return True
        return False

    def _year(self) -> tuple[int | None, bool]:
        """The year that the expression names, by number or by what it is counted from; and whether it names one that is
        not settled."""
        groups = self.groups
        if "year" in groups:
            return self.words.year(groups["year"]), False
        if "shared_year" in groups:
            month, other = (self.words.integer("month", groups[name]) for name in ("month", "other_month"))
            return self.words.year(groups["shared_year"]) - (month > other), False
        if "year_shift" in groups:
            anchor, shift = shift_of(self.words, groups["year_shift"], self.anchors)
            return (anchor.first.year + shift, False) if anchor else (None, True)
        if "the_year" in groups:
            published = self.anchors.published
            return (published.first.year, False) if published else (None, True)
        return None, False

    def _whole(self) -> Reading | None:
        """A year, decade, weekday, or a unit counted from an anchor."""
        groups = self.groups
        if "time_unit" in groups or "fiscal_year" in groups:
            return self._unit()
        if "century" in groups:
            return self._reading(calendar.year((int(groups["century"]) - 1) * 100, 100))
        if "short_decade" in groups:
            return self._reading(calendar.year(full_year(groups["short_decade"], 30), 10))
        if "nearest" in groups:
            return weekend(self.anchors, self._mod)
        if "decade" in groups:
            return self._reading(calendar.year(int(groups["decade"]) - int(groups["decade"]) % 10, 10))
        if "decade_word" in groups:
            return self._reading(calendar.year(self.words.integer("decade-word", groups["decade_word"], "year"), 10))
        year, unsettled = self._year()
        if "year2" in groups and year is not None:
            return self._years(year, groups["year2"])
        if year is not None:
            return self._fiscal(year)
        if unsettled:
            return Reading(DATE, "XXXX", None, self._mod)
        if "weekday" in groups:
            read = weekday_of_month if "day" in groups else weekday
            return read(self.words, groups, self.anchors, self._mod)
        return None

    def _fiscal(self, year: int) -> Reading:
        if "fiscal" not in self.groups or self._calendar.is_plain:
            return self._reading(calendar.year(year))
        period = calendar.months(self._calendar.first_day(year), 12, YEAR)
        return Reading(DATE, f"FY{year}", None, self._mod, period)

    @property
    def _calendar(self) -> FiscalCalendar:
        """The month in which the years start by which quarters are counted here."""
        named = self.groups.get("fiscal") or self.groups.get("fiscal2") or ""
        return CALENDAR_YEARS if self.words.cell("calendar-year", named, "calendar") else self.anchors.fiscal

    def _years(self, first: int, written: str) -> Reading | None:
        figures = written.lstrip("'’")
        last = int(str(first)[: 4 - len(figures)] + figures)
        if last <= first:
            return None
        return spanning(calendar.year(first), calendar.year(last), self._mod)

    def _unit(self) -> Reading | None:
        """“last week”, “this year”, “the following quarter”, “the same month of 2024”."""
        groups = self.groups
        code, times = (YEAR, 1) if "fiscal_year" in groups else self.words.unit(groups["time_unit"])
        if "fiscal_year" not in groups and not self.words.cell("time-unit", groups["time_unit"], "period"):
            return None
        anchor, shift = self.anchors.published, 2 if "after_next" in groups else 0
        if code == QUARTER and not shift and self.anchors.tense() != FUTURE:
            anchor = self.anchors.reported(QUARTER) or anchor
        if "time_shift" in groups:
            anchor, shift = shift_of(self.words, groups["time_shift"], self.anchors)
        if anchor is None or calendar.COARSER.index(anchor.unit) > calendar.COARSER.index(code):
            return Reading(DATE, "XXXX", None, self._mod)
        first = anchor.first
        year, unsettled = self._year()
        if unsettled:
            return Reading(DATE, "XXXX", None, self._mod)
        if year is not None:
            first = first.replace(year=year, day=1)
        narrative = self.anchors.narrative
        counted = anchor is narrative or (shift < 0 and narrative is not None and narrative.unit in (QUARTER, HALF))
        compared = "time_shift" in groups and shift <= 0 and counted
        return self._reading(shifted(containing(first, code, times), shift))._replace(passing=compared)

    def _relative(self, of_year: OfYear) -> Period | None:
        """“last March”, “next spring”, “this fall”."""
        anchor, shift = shift_of(self.words, self.groups["time_shift"], self.anchors)
        today = (anchor or self.anchors.published).first  # type: ignore[union-attr]
        periods = in_years(of_year, range(today.year - 2, today.year + 3))
        if shift < 0:
            return next((period for period in reversed(periods) if period.last < today), None)
        if shift > 0:
            return next((period for period in periods if period.first > today), None)
        of_this_year = (period for period in periods if period.first.year == today.year)
        return next((period for period in periods if today in period), None) or next(of_this_year, None)

    def _yearless(self, of_year: OfYear) -> Period | None:
        named = self.anchors.named(of_year) if "piece" in self.groups else None
        return named or self._nearest(of_year)

    def _nearest(self, of_year: OfYear) -> Period | None:
        """The period of the year that tense and day of publication point to; a named weekday must fall on it."""
        today = self.anchors.published.first  # type: ignore[union-attr]
        near = in_years(of_year, range(today.year - 2, today.year + 3))
        periods = [p for p in near if self._falls(p) and abs(p.first.year - today.year) < 2]
        periods = periods or in_years(of_year, range(today.year - 4, today.year + 5))
        if self.anchors.after is not None:
            begin = self.anchors.after.first
            return next((period for period in periods if period.first >= begin), None)
        nearest = min(periods, key=lambda period: distance(period, today), default=None)
        if nearest is None or "weekday" in self.groups:
            return nearest
        tense = self.anchors.tense()
        if nearest.unit == DAY and distance(nearest, today) <= self._near(nearest, tense):
            return nearest
        ahead = next((period for period in periods if period.last >= today), nearest)
        behind = next((period for period in reversed(periods) if self._has_begun(period, today)), nearest)
        if tense is None and nearest.unit in (MONTH, SEASON):
            return ahead if 2 * distance(ahead, today) < distance(behind, today) else behind
        return ahead if tense == FUTURE else behind

    def _near(self, day: Period, tense: str | None) -> int:
        """So many days away at most is a day that is meant whatever its year."""
        governing = self.anchors.governing()
        ahead = self.anchors.published is not None and day.first > self.anchors.published.first
        if ahead:
            return 0 if governing == PAST else NEAR_AHEAD if tense == PAST else NEAR
        return JUST_PAST if governing == FUTURE else NEAR

    @staticmethod
    def _has_begun(period: Period, today: date) -> bool:
        """Whether a verb of the past may speak of it; of a quarter or half, at least half of it must be over."""
        grace = (period.last - period.first) / 2 if period.unit in (QUARTER, HALF) else timedelta(0)
        return period.first + grace <= today

    def _falls(self, period: Period) -> bool:
        weekday = self.groups.get("weekday")
        if weekday is None or period.unit != DAY:
            return True
        return period.first.isoweekday() == self.words.integer("weekday", weekday)

    def _open(self, of_year: OfYear) -> Reading | None:
        """A date whose year is not settled: its value without the year. None for 31 February."""
        period = attempt(of_year, 2000)
        return Reading(DATE, "XXXX" + iso(period)[4:], None, self._mod) if period else None
