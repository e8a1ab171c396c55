"""What a report covers, where it names the last day: “the year ended December 31, 2025”, “six months to 30 June”."""

from __future__ import annotations

import re
from datetime import timedelta

from extractor.components.dates.calendar import DAY, HALF, MONTH, QUARTER, YEAR, Period, add_months, months
from extractor.components.dates.time_words import Words
from extractor.components.dates.values import Reading, resolved, spanning
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

REACH = 40
"""So many characters at most stand between the length of what is covered and the end of its last day."""

_MONTHS = {"M": 1, "Q": 3, "Y": 12}
"""How many months a unit has that a report covers."""

_UNITS = {3: QUARTER, 6: HALF, 12: YEAR}
"""What so many months are, where they begin a quarter, half or year of the calendar."""


class CoveredPeriods:
    """Finds the length of what ends with a day in the words right before that day."""

    def __init__(self, book: Rulebook, words: Words) -> None:
        ending = book.expression("period-end-word")
        self._words = words
        self._length = compiled(rf"(?:(\w+)[- ])?([a-z]+)[- ](?:{ending}) (?:on )?$", re.IGNORECASE)

    def ending(self, lowered: str, start: int, day: Period) -> Period | None:
        """The months whose last day is this `day`, which stands at `start` of the text in small letters; None where no
        length stands before it, or where it is not the last day of a month."""
        if day.unit != DAY or (day.last + timedelta(days=1)).day != 1:
            return None
        told = self._length.search(lowered, max(0, start - REACH), start)
        code = self._words.cell("time-unit", told[2], "code") if told else ""
        if told is None or code not in _MONTHS:
            return None
        number = (self._words.number(told[1]) if told[1] else None) or 1
        count = int(number) * _MONTHS[code]
        first = add_months(day.last.replace(day=1), 1 - count)
        return Period(first, day.last, MONTH, count)


def years_away(covered: Period, shift: int) -> Reading | None:
    """The same months so many years away."""
    first = add_months(covered.first, 12 * shift)
    unit = _UNITS.get(covered.times)
    if unit and (first.month - 1) % covered.times == 0:
        return resolved(months(first, covered.times, unit))
    return spanning(months(first, 1, MONTH), months(add_months(first, covered.times - 1), 1, MONTH))
