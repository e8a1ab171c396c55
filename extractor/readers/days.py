"""Full dates in an article's head, read strictly: day, month and year, or nothing."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from extractor.readers.vocabulary import alternation, vocabulary

FILE_NAME = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<sep>[-_.]?)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![\d])")


@lru_cache(maxsize=1)
def day_pattern() -> str:
    """A pattern (to be compiled without regard to case) for a full date; `day_of` reads what it matches."""
    month = alternation(vocabulary().months)
    ordinal = r"(?:st|nd|rd|th)?"
    return (
        rf"(?:(?:{month})\.?[ ]?\d{{1,2}}{ordinal}(?:,[ ]?|[ ])(?:19|20)\d\d"
        rf"|\d{{1,2}}{ordinal}[ -](?:{month})\.?,?[ -](?:19|20)\d\d"
        r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?!\d)"
    )


def day_of(written: str) -> date | None:
    """The day that a text of `day_pattern` names; null where there is none such or its order cannot be told."""
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    word = re.search(r"[^\W\d_]{3,}", re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", written))
    if word:
        month = vocabulary().months.get(word.group().casefold())
        return _day(numbers[-1], month, numbers[0]) if month else None
    if numbers[0] > 31:
        return _day(*numbers)
    first, second, year = numbers
    if first != second and max(first, second) <= 12:
        return None
    return _day(year, min(first, second), max(first, second))


def day_of_file_name(name: str) -> date | None:
    """The date that a file's name begins with, `2025-07-22_name.txt` or `2025-07-22-name.txt`; otherwise null."""
    match = FILE_NAME.match(name)
    return _day(int(match["y"]), int(match["m"]), int(match["d"])) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
