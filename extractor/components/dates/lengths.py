"""Lengths of time and repetitions: durations and sets with their values in ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.components.dates.time_words import Words
from extractor.components.dates.values import DURATION, SET, Reading

CLOCK_UNITS = frozenset({"S", "TM", "H"})
"""Codes of the units that are shorter than a day."""

_HALVES = {"Y": (6, "M"), "H": (30, "TM")}
"""Half of a unit in the next smaller one."""

_SHORT = {"d": "D", "w": "W", "m": "M", "h": "H", "y": "Y"}


def length(count: float | None, code: str, times: int = 1) -> str:
    """An ISO 8601 duration: `P56W`, `P4.5Y`, `PT48H`, `PXY` where the number is not known.

    A quarter is three months, a weekend two days, as ISO 8601 has neither.
    """
    if code == "Q":
        code, times = "M", times * 3
    elif code == "WE":
        code, times = "D", times * 2
    number = "X" if count is None else f"{round(count * times, 4):g}" if count * times < 1e6 else f"{count * times:.0f}"
    prefix = "PT" if code in CLOCK_UNITS else "P"
    return f"{prefix}{number}{code.removeprefix('T')}"


def read_duration(words: Words, groups: Mapping[str, str]) -> Reading | None:
    """A number (or two, for a range) and a unit; a second unit adds to the first. None where no number can be read."""
    code, times = words.unit(groups.get("time_unit") or groups["time_unit2"])
    if "vague_number" in groups:
        cell = words.cell("vague-number", groups["vague_number"], "value")
        return Reading(DURATION, length(float(cell) if cell else None, code, times))
    count = 1.0 if "number" not in groups else words.number(groups["number"])
    if count is None:
        return None
    if "half_of" in groups:
        count, code = _HALVES.get(code, (0.5, code)) if times == 1 else (0.5, code)
    if "half" in groups:
        count += 0.5
    low = length(count, code, times)
    if "time_unit2" in groups and "unit" not in groups and "time_unit" in groups:
        return _joined(words, groups, low, code)
    if "number2" not in groups:
        return Reading(DURATION, low)
    high = words.number(groups["number2"])
    if high is None or high <= count:
        return None
    return Reading(DURATION, low, length(high, code, times))


def _joined(words: Words, groups: Mapping[str, str], low: str, code: str) -> Reading | None:
    """“2 years and 6 months”: the second unit must be the shorter one."""
    code2, times2 = words.unit(groups["time_unit2"])
    order = ("Y", "Q", "M", "W", "D", "H", "TM", "S")
    count = words.number(groups["number2"])
    if count is None or code not in order or code2 not in order or order.index(code2) <= order.index(code):
        return None
    second = length(count, code2, times2)
    clock = code2 in CLOCK_UNITS and code not in CLOCK_UNITS
    both = low + (second.removeprefix("P") if clock else second.lstrip("PT"))
    if "number3" in groups:
        rest = {"time_unit": groups["time_unit2"], "number2": groups["number3"], "time_unit2": groups["time_unit3"]}
        return _joined(words, rest, both, code2)
    return Reading(DURATION, both)


def read_set(words: Words, groups: Mapping[str, str]) -> Reading | None:
    """A word or code for a repetition, or the period after which it comes again."""
    if "frequency" in groups:
        value = words.cell("frequency", groups["frequency"], "value")
        count = words.number(groups.get("interval"))
        return Reading(SET, value.replace("1", f"{count:g}", 1) if count else value)
    if "dose_code" in groups:
        small = groups["dose_code"].isalpha() and not groups["dose_code"].isupper()
        if (small or words.cell("dose-code", groups["dose_code"], "needs")) and "dose" not in groups:
            return None
        return Reading(SET, words.cell("dose-code", groups["dose_code"], "value"))
    if "weekday" in groups:
        return Reading(SET, "P2W" if "other" in groups else "P1W")
    if "month" in groups or "season" in groups:
        return Reading(SET, "P1Y")
    code, times = words.unit(groups["time_unit"]) if "time_unit" in groups else (_SHORT[groups["code"].lower()], 1)
    if "vague_number" in groups:
        return Reading(SET, length(None, code, times))
    count = 2.0 if "other" in groups else words.number(groups.get("number") or groups.get("plain")) or 1.0
    high = words.number(groups.get("number2"))
    if high is not None and high <= count:
        return None
    return Reading(SET, length(count, code, times), length(high, code, times) if high else None)
