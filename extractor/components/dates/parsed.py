"""Dates in forms that the rules recognise and do not compute, such as those in other languages: read by dateparser.

A parse takes about a millisecond, so that it is asked for such expressions alone, once for each.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

LANGUAGES = ["en", "fr", "de", "es", "it", "nl", "pt", "da", "sv"]
"""The languages of the month names in `rules/dates/foreign-month.tsv`."""


@lru_cache(maxsize=4096)
def parsed_day(written: str) -> date | None:
    """The day that an expression with day, month and year names; None where dateparser reads no whole date in it."""
    import dateparser  # slow to import, and seldom needed

    found = dateparser.parse(written, languages=LANGUAGES, settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"})
    return found.date() if found else None
