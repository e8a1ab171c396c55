"""Datelines: `TORONTO, Jan. 29, 2025 /PRNewswire/ --`, `Basel, 10 January 2026 –`, `NEW YORK (Reuters) -`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractor.readers.days import day_of, day_pattern
from extractor.readers.vocabulary import alternation, vocabulary

REACH = 240
PLACE_LENGTH = 110
TIME = r"(?:[,;]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?[A-Z]{2,4}\b\)?)?)?"
HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?$", re.IGNORECASE)
SEPARATORS = r"[\s,.;|()\[\]*_/–—-]*?"
CLOSE = re.compile(r"[\s)\]*_/]*(?:(?:-{2,}|[–—―‒:]|-(?=\s|[A-Z]))[\s–—-]*|$)|(?:\.|\s?/|[)\]])\s+(?=[A-Z])")
CAPITAL_PLACE = re.compile(r"[A-Z][A-Z .,'’&/-]{2,50}?\s*(?:--+|[–—])\s*(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: how many characters of the paragraph it takes, its date and its wire, each null where it has none."""

    length: int
    published: date | None
    publisher: str | None


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    """A full date, a date without a year, or a wire between its marks."""
    words = vocabulary()
    month = alternation(words.months)
    initials = "".join(sorted({form[0] for form in words.months}))
    return re.compile(
        rf"(?=[\d/(\[–—{initials}-])(?:(?P<day>{day_pattern()}){TIME}"
        rf"|(?P<short>(?:\b(?:{month})\.?\s\d{{1,2}}|\b\d{{1,2}}\s(?:{month})\b\.?))(?!\s*,?\s*\d)"
        rf"|[/(\[]\s*(?P<wire>{words.wire})\b(?P<rest>[^/)\]\n]{{0,60}})[/)\]]"
        rf"|(?:-{{2,}}|[–—])\s*(?P<bare>{words.wire})\s*(?=-{{2,}}|[–—]))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _more() -> re.Pattern[str]:
    return re.compile(SEPARATORS + f"(?:{_item().pattern})", re.IGNORECASE)


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that the paragraph begins with, or null."""
    beginning = paragraph[:REACH]
    item = _item().search(beginning)
    if item is None or item.start() > PLACE_LENGTH or not _is_place(beginning[: item.start()], item):
        capitals = CAPITAL_PLACE.match(beginning)
        return Dateline(capitals.end(), None, None) if capitals else None
    published, publisher, end = None, None, 0
    while item:
        end = item.end()
        published = published or _day(item)
        name = item["wire"] or item["bare"]
        publisher = publisher or (vocabulary().wires[name.casefold()] if name else None)
        item = _more().match(beginning, end)
    close = CLOSE.match(beginning, end)
    if close is None or (close.group().startswith(".") and end < 12):
        return None
    hour = HOUR.match(paragraph, close.end())
    return Dateline(hour.end() if hour else close.end(), published, publisher)


def _day(item: re.Match[str]) -> date | None:
    """The full date of an item: its own, or one between the marks of a wire."""
    within = re.search(day_pattern(), item["rest"] or "", re.IGNORECASE)
    written = item["day"] or (within.group() if within else None)
    return day_of(written) if written else None


def _is_place(before: str, item: re.Match[str]) -> bool:
    """Whether nothing but the name of a place (or nothing) stands before the first date or wire."""
    words = vocabulary().words
    if len(re.findall(r"\b[a-z]+", item["rest"] or "")) > 1:
        return False
    bare = before.strip(" \t*_[(")
    named = re.findall(r"[^\W\d_][\w.'’-]*", bare)
    if not named:
        return not re.search(r"\w", bare)
    if (
        named[0].casefold() in words["not-a-place"]
        or len(named) > 14
        or re.search(r"\d|[.!?][\"”]?\s", _abbreviated(bare))
    ):
        return False
    if any(word[0].islower() and word.casefold() not in words["connector"] for word in named):
        return False
    return bool(item["wire"] or item["bare"] or re.search(r"[,–—|/-]", bare) or bare.isupper())


def _abbreviated(place: str) -> str:
    """The place without the full stops of its short forms: `N.J.`, `Calif.`, `St.`"""
    return re.sub(r"\b([^\W\d_]{1,5})\.", r"\1", place)
