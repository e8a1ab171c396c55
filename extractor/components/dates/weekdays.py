"""Days of the week and weekends, counted from the day of publication."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from extractor.components.dates import calendar
from extractor.components.dates.anchors import FUTURE, PAST, Anchors
from extractor.components.dates.calendar import WEEKEND, Period, containing, distance, shifted
from extractor.components.dates.time_words import Words
from extractor.components.dates.values import DATE, Reading, resolved

Groups = Mapping[str, str]


def shift_of(words: Words, word: str, anchors: Anchors) -> tuple[Period | None, int]:
    """What a word such as “last” counts from, None where that is not known, and how many periods."""
    narrative = words.cell("time-shift", word, "from") == "narrative"
    return (anchors.narrative if narrative else anchors.published), words.integer("time-shift", word, "shift")


def weekday(words: Words, groups: Groups, anchors: Anchors, mod: str | None) -> Reading:
    """“Thursday”: the latest one, or the next one with a verb of the future; “next Thursday”: that of next week."""
    number = words.integer("weekday", groups["weekday"])
    unsettled = Reading(DATE, f"XXXX-WXX-{number}", None, mod)
    if anchors.published is None:
        return unsettled
    today = anchors.published.first
    ahead = (number - today.isoweekday()) % 7
    shift = groups.get("time_shift")
    if shift:
        anchor, weeks = shift_of(words, shift, anchors)
        if anchor is None:
            return unsettled
        if words.cell("time-shift", shift, "weekday") != "nearest":
            ahead = number - today.isoweekday() + 7 * weeks
    elif anchors.tense() != FUTURE:
        ahead = ahead - 7 if ahead else 0
    return resolved(calendar.day(today + timedelta(days=ahead)), mod)


def weekday_of_month(words: Words, groups: Groups, anchors: Anchors, mod: str | None) -> Reading | None:
    """“Thursday the 21st”: in the nearest month in which that day is that weekday; None where there is none near."""
    number, wanted = words.day(groups["day"]), words.integer("weekday", groups["weekday"])
    if anchors.published is None:
        return Reading(DATE, f"XXXX-XX-{number:02d}")
    today = anchors.published.first
    days = []
    for step in range(-14, 15):
        month = calendar.add_months(today.replace(day=1), step)
        at = month + timedelta(days=number - 1)
        if at.month == month.month and at.isoweekday() == wanted:
            days.append(calendar.day(at))
    return resolved(min(days, key=lambda period: distance(period, today)), mod) if days else None


def weekend(anchors: Anchors, mod: str | None) -> Reading:
    """The weekend of the week of publication; the one before, where it is still to come and the verb is of the past."""
    if anchors.published is None:
        return Reading(DATE, "XXXX-WXX-WE")
    found = containing(anchors.published.first, WEEKEND)
    past = anchors.tense() == PAST and found.first > anchors.published.first
    return resolved(shifted(found, -1) if past else found, mod)
