"""Lines above an article on who published it and when: `Patient Daily | Feb 10, 2026`, `By A. Writer, Journal`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractor.readers.dateline import TIME
from extractor.readers.days import day_of, day_pattern
from extractor.readers.vocabulary import vocabulary

META_LENGTH = 200
SPLIT = re.compile(r"\s*[|•·●]\s*|\s+[–—-]{1,2}\s+|\s{3,}|\t+")
CAPITALS = re.compile(r"[^\W\d_a-z][\w.'’&-]*|&")
HOUR = r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?"
CLOCK = rf"{HOUR}(?:\s*/\s*{HOUR})?"
PAGE = r"[;,] [A-Z][a-z]+ [A-Z]{0,2}\d{1,3}"
TRAIL = (
    rf"(?:\s+\d{{1,2}}(?: [a-z]+){{1,2}}|[,;]?\s*[A-Za-z]+(?: [A-Za-z]+){{0,2}} [A-Za-z]+|\s*\([^)]{{1,30}}\)|{PAGE})?"
)


@dataclass(frozen=True, slots=True)
class MetaLine:
    """What such a line says; `updated` is the day of a later change."""

    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    updated: date | None = None

    def filled_by(self, other: MetaLine | None) -> MetaLine:
        """These values, with those of the other line where these are null."""
        if other is None:
            return self
        return MetaLine(
            self.published or other.published,
            self.publisher or other.publisher,
            self.author or other.author,
            self.updated or other.updated,
        )


@lru_cache(maxsize=1)
def _date_part() -> re.Pattern[str]:
    head = vocabulary().head
    return re.compile(
        rf"(?:(?:(?P<update>{head['update-label']})|{head['date-label']})\b\s*[:–-]?\s*)?"
        rf"(?:{CLOCK},?\s+)?(?:[a-z]{{3,9}}\.?,?\s+)?(?P<day>{day_pattern()})(?:T[\d:.]+Z?|{TIME}){TRAIL}[.)\]]?$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    head = vocabulary().head
    byline = re.compile(rf"(?:{head['byline']})\b\s*:?\s+(?P<name>\S.*)$", re.IGNORECASE)
    publisher = re.compile(rf"(?:{head['publisher-label']})\s*:\s*(?P<name>\S.*)$", re.IGNORECASE)
    return byline, publisher


def meta_line(text: str) -> MetaLine | None:
    """What the line says about the article's publication; null where it is no such line."""
    if len(text) > META_LENGTH or "\n" in text:
        return None
    parts = [part for part in SPLIT.split(text.strip("*_ []()")) if part]
    said, rest = MetaLine(), []
    for part in parts:
        found = _dated(part) or _bylined(part)
        if found:
            said = said.filled_by(found)
        elif not (part[0].isdigit() and len(part) < 20):
            rest.append(part)
    plain = [_unlabelled(part) for part in rest]
    names = [part for part in plain if _is_name(part) and not _is_author_title(part)]
    names = [name for name in names if name.casefold() not in vocabulary().words["furniture"]]
    dated = said.published or said.updated
    if said == MetaLine() or not all(_is_name(part) or (dated and part.count(" ") < 3) for part in plain):
        return None
    return said.filled_by(MetaLine(publisher=names[0])) if names and len(plain) <= 3 else said


def _dated(part: str) -> MetaLine | None:
    match = _date_part().match(part)
    day = day_of(match["day"]) if match else None
    if match is None or day is None:
        return None
    return MetaLine(updated=day) if match["update"] else MetaLine(published=day)


def _dated_at_end(part: str) -> MetaLine | None:
    """The full date that a part ends with."""
    match = re.search(rf"\b(?P<day>{day_pattern()})$", part, re.IGNORECASE)
    day = day_of(match["day"]) if match else None
    return MetaLine(published=day) if day else None


def _bylined(part: str) -> MetaLine | None:
    """`By A. Writer`, `By A. Writer, Journal`, `By A. Writer Journal`."""
    match = _labels()[0].match(part)
    if match is None or len(part) > 120:
        return None
    first, *others = (name.strip() for name in match["name"].split(","))
    names = [first, *(name for name in others if not _is_author_title(name))]
    dated = _dated(names[-1]) or _dated_at_end(names[-1]) or _dated_at_end(part)
    if not _is_name(names[0]) or (len(names) == 1 and " " not in names[0]):
        return None
    publisher = names[1] if len(names) == 2 and _is_name(names[1]) and not dated else None
    wires = vocabulary().wires
    last = names[0].rsplit(" ", 1)
    if publisher is None and len(last) == 2 and last[1].casefold() in wires:
        names[0], publisher = last[0], wires[last[1].casefold()]
    return MetaLine(author=names[0], publisher=publisher).filled_by(dated)


def _is_name(part: str) -> bool:
    """Whether it is the name of a person or publisher: at most eight words with capitals, small ones between them."""
    words = part.replace(",", " ").split()
    if not words or len(words) > 8 or not CAPITALS.match(words[0]):
        return False
    return all(CAPITALS.fullmatch(word) or word in vocabulary().words["connector"] for word in words)


def _is_author_title(part: str) -> bool:
    """Whether it tells what the author is: `Staff Writer`, `MD`."""
    return part.rpartition(" ")[2].casefold() in vocabulary().words["author-title"]


def _unlabelled(part: str) -> str:
    match = _labels()[1].match(part)
    return match["name"] if match else part
