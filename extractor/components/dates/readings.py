"""What an expression of time means: its TIMEX3 type, value and mod, and the period on the calendar.

Each way of reading (`reads` of a rule) is a function of the shape's groups; the groups' names say what they are.
A function returns None for what cannot be that (31 February), so that a shorter expression is tried instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extractor.components.dates import lengths
from extractor.components.dates.anchors import FUTURE, Anchors
from extractor.components.dates.calendar import (
    COARSER,
    DAY,
    Period,
    containing,
    day,
    shifted,
    stepped_day,
)
from extractor.components.dates.calendar_dates import CalendarReader
from extractor.components.dates.numeric import read_month, read_numeric
from extractor.components.dates.parsed import parsed_day
from extractor.components.dates.piece_of_year import read_piece_of_year
from extractor.components.dates.time_words import Words
from extractor.components.dates.values import DATE, DURATION, SET, Reading, resolved
from extractor.components.dates.within import read_within

__all__ = ["DATE", "DURATION", "SET", "DateReader", "Reading"]

Groups = Mapping[str, str]


@dataclass(frozen=True)
class DateReader:
    """Reads expressions by the words of the lexicons."""

    words: Words

    def read(self, reads: str, groups: Groups, anchors: Anchors) -> Reading | None:
        """What an expression means, None where it is none. Raises `KeyError` for a way of reading that there is not."""
        way: Callable[[Groups, Anchors], Reading | None] = getattr(self, f"_{reads}")
        try:
            return way(groups, anchors)
        except (ValueError, OverflowError):  # no such day, or beyond the calendar
            return None

    def _calendar(self, groups: Groups, anchors: Anchors) -> Reading | None:
        return CalendarReader(self.words, groups, anchors).read()

    def _numeric(self, groups: Groups, anchors: Anchors) -> Reading | None:
        return read_numeric(groups, anchors)

    def _month(self, groups: Groups, anchors: Anchors) -> Reading | None:
        return read_month(groups)

    def _parsed(self, groups: Groups, anchors: Anchors) -> Reading | None:
        found = parsed_day(groups["written"])
        return resolved(day(found)) if found else None

    def _within(self, groups: Groups, anchors: Anchors) -> Reading | None:
        return read_within(self.words, groups, anchors)

    def _day(self, groups: Groups, anchors: Anchors) -> Reading | None:
        """“today”, “yesterday”: so many days from the day of publication; None where “today” means these times."""
        shift = int(self.words.cell("day-word", groups["day_word"], "shift"))
        if shift == 0 and anchors.no_day():
            return None
        if anchors.published is None:
            return Reading(DATE, "XXXX-XX-XX")
        return resolved(shifted(anchors.published, shift))

    def _offset(self, groups: Groups, anchors: Anchors) -> Reading | None:
        """“two years ago”, “three weeks later”, “days earlier”."""
        sign = int(self.words.cell("time-direction", groups["time_direction"], "sign"))
        code, times = self.words.unit(groups["time_unit"])
        if code in lengths.CLOCK_UNITS:
            return None
        if "time_unit2" in groups:
            return self._two_steps(groups, anchors, sign)
        count = 1.0 if "one" in groups else self.words.number(groups.get("number"))
        unknown = Reading(DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")
        narrative = self.words.cell("time-direction", groups["time_direction"], "from") == "narrative"
        anchor = anchors.narrative if narrative else anchors.published
        if count is None or "number2" in groups or times > 2 or anchor is None or count != int(count):
            return unknown
        found = self._stepped(anchor, code, int(count) * times * sign, narrative)
        if found is None:
            return unknown
        if narrative and _is_yet_to_come(found, anchors):
            return Reading(DATE, "XXXX")
        return found._replace(passing=narrative and sign < 0)

    def _two_steps(self, groups: Groups, anchors: Anchors, sign: int) -> Reading | None:
        """“1 month 21 days ago”: the day after both steps from the day of publication."""
        if anchors.published is None:
            return Reading(DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")
        at = anchors.published
        for number, unit in (("number", "time_unit"), ("number2", "time_unit2")):
            code, times = self.words.unit(groups[unit])
            count = self.words.number(groups[number])
            if count is None or code in lengths.CLOCK_UNITS:
                return None
            at = day(stepped_day(at.first, code, sign * int(count) * times))
        return resolved(at)

    @staticmethod
    def _stepped(anchor: Period, code: str, steps: int, narrative: bool) -> Reading | None:
        if COARSER.index(anchor.unit) > COARSER.index(code):
            return None
        if narrative and anchor.unit == DAY and code == "W":
            return resolved(shifted(anchor, 7 * steps))
        return resolved(shifted(containing(anchor.first, code), steps))

    def _neighbour(self, groups: Groups, anchors: Anchors) -> Reading | None:
        """“the day before”, “the year after”: next to the date that the text is at."""
        sign = int(self.words.cell("time-direction", groups["time_direction"], "sign"))
        code, times = self.words.unit(groups["time_unit"])
        anchor = anchors.narrative
        if code in lengths.CLOCK_UNITS or anchor is None or COARSER.index(anchor.unit) > COARSER.index(code):
            return Reading(DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")
        return resolved(shifted(containing(anchor.first, code, times), sign))._replace(passing=sign < 0)

    def _anaphor(self, groups: Groups, anchors: Anchors) -> Reading | None:
        """“the quarter”, “the year”: the one that the text is at; None for a month or year that it is not at."""
        if "piece" in groups:
            reported = anchors.reported(groups["piece"][0].upper())
            mod = self.words.cell("period-part", groups["period_part"], "mod") if "period_part" in groups else None
            return resolved(reported, mod)._replace(passing=True) if reported else Reading(DATE, "XXXX", None, mod)
        code, _ = self.words.unit(groups["time_unit"])
        at = anchors.narrative
        if at is None or at.times > 1 or COARSER.index(at.unit) > COARSER.index(code):
            return None
        return resolved(containing(at.first, code))._replace(passing=True)

    def _piece_of_year(self, groups: Groups, anchors: Anchors) -> Reading | None:
        return read_piece_of_year(self.words, groups, anchors)._replace(passing=True)

    def _duration(self, groups: Groups, anchors: Anchors) -> Reading | None:
        return lengths.read_duration(self.words, groups)

    def _set(self, groups: Groups, anchors: Anchors) -> Reading | None:
        return lengths.read_set(self.words, groups)


def _is_yet_to_come(found: Reading, anchors: Anchors) -> bool:
    """Whether a date counted from one in the text lies beyond the day of publication though nothing says that it is to
    come: “Two months later, it filed for bankruptcy” below a dateline is counted from a day that the text does not
    tell."""
    beyond = found.period is not None and anchors.published is not None and found.period.first > anchors.published.last
    return beyond and anchors.tense() != FUTURE
