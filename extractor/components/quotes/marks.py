"""Quotation marks on characters: which open, which close, and what stands between them.

Marks are paired within a paragraph. What runs on from paragraph to paragraph follows the custom of open marks: each
paragraph opens, only the last one closes. A mark without a partner is left alone, so that it never swallows the
article. Of nested quotations only the outer one counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.components.occurrences import places_of
from extractor.rulebook.beginnings import matches_at

_SIGNS = "“”\"«»„‟‘’`'"
_MARK = re.compile(rf"[{_SIGNS}](?:(?<=‘)‘|(?<=’)’|(?<=`)`|(?<=')'|(?<!`)(?!(?<=\w')\w))")
"""One or two signs; a backtick alone is none, and a straight apostrophe between letters neither."""
_OPENERS = frozenset(("“", "«", "„", "‟", "‘‘"))
_CLOSERS = {"‘‘": "’’", "“": '”"“’’', "”": '”"', '"': '"”“', "«": "»", "„": '“”"', "‟": '”"', "``": "''\"”", "''": "''"}
_SINGLE_CLOSERS = {"‘": "’'", "'": "'’", "’": "’'"}
_BEFORE_OPENING = frozenset(' \t\n\xa0\u2009\u202f([{—–-/:;,‘“"*_>|\u200b\ufeff')
_AFTER_CLOSING = frozenset(" \t\n\xa0\u2009\u202f)]}—–-/:;,.!?’'”\"[*_<|…†‡®™\u200b")
_INCHES = re.compile(r"(?<![\w-])\d{1,2}(?:[./]\d+)?$")
_WORD = re.compile(r"\w+")
MIN_RUNNING_WORDS = 5
"""Words that a paragraph needs to be a quotation whose closing mark was forgotten."""
MAX_SINGLE = 400
"""Characters between single marks at most: they are too easily apostrophes."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: `start` and `end` without the marks, `outer_start` and `outer_end` with them.

    `running`: it stops at the end of its paragraph, and the next one goes on. `continued`: its paragraph has no opening
    mark, because the quotation before it had already closed."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    running: bool = False
    continued: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    glyph: str
    opens: bool
    closes: bool


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """All quotations in `text`, in order, without overlap; `paragraphs` are (start, end) offsets in order, without
    blank ones."""
    # A round apostrophe before a letter or figure neither opens nor closes.
    signs = sorted(places_of(text, _SIGNS))
    places = [place for place in signs if text[place] != "’" or not text[place + 1 : place + 2].isalnum()]
    marked = [(start, end, _marks(text, start, end, places)) for start, end in paragraphs]
    found: list[Quotation] = []
    for number, (start, end, marks) in enumerate(marked):
        if not marks:
            continue
        following = marked[number + 1][2][0] if number + 1 < len(marked) and marked[number + 1][2] else None
        goes_on = following is not None and following.opens and _is_blank(text, end, following.start)
        quoted_before = bool(found) and _is_blank(text, found[-1].outer_end, start)
        found.extend(_in_paragraph(text, start, end, marks, goes_on, quoted_before))
    return found


def _is_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _marks(text: str, start: int, end: int, places: Sequence[int]) -> list[_Mark]:
    """The marks of a paragraph; `places`: where the signs for them stand in the text, in order."""
    inside = places[bisect_left(places, start) : bisect_left(places, end)]
    marks: list[_Mark] = []
    for match in matches_at(_MARK, text, inside, end) if inside else ():
        before = text[match.start() - 1] if match.start() > start else "\n"
        after = text[match.end()] if match.end() < end else "\n"
        mark = _classified(match.group(), match.start(), match.end(), before, after)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _classified(glyph: str, start: int, end: int, before: str, after: str) -> _Mark:
    opening = before in _BEFORE_OPENING and not after.isspace()
    closing = not before.isspace() and (after in _AFTER_CLOSING or not after.isalnum())
    if glyph in _OPENERS:
        return _Mark(start, end, glyph, True, glyph == "“" and closing and not opening)
    if glyph == "’’":
        return _Mark(start, end, glyph, False, closing)
    if glyph in "”»":
        return _Mark(start, end, glyph, glyph == "”" and opening and not closing, True)
    if glyph == "‘":
        return _Mark(start, end, glyph, opening, False)
    if glyph in "’'":
        return _Mark(start, end, glyph, glyph == "'" and opening and not after.isdigit(), closing)
    if not opening and not closing:  # a straight mark glued to words on both sides, or with space on both
        return _Mark(start, end, glyph, False, after.isalpha() and not before.isspace())
    return _Mark(start, end, glyph, opening, closing)


def _in_paragraph(
    text: str, start: int, end: int, marks: list[_Mark], goes_on: bool, quoted_before: bool
) -> Iterator[Quotation]:
    doubles = [mark for mark in marks if mark.glyph not in "‘’'"]
    singles = [mark for mark in marks if mark.glyph in "‘’'"]
    found, unclosed, stray = _paired(text, doubles, start if goes_on else None)
    if unclosed is not None and _runs_to_end(text, start, end, unclosed, goes_on):
        found.append(_quotation(text, unclosed.start, unclosed.end, end, end, running=goes_on))
    elif stray is not None and not found and quoted_before and _is_blank(text, stray.end, end):
        found.append(_quotation(text, start, start, stray.start, stray.end, continued=True))
    taken = [(quotation.outer_start, quotation.outer_end) for quotation in found]
    outer = list(_single(text, singles, taken))
    found = [q for q in found if not any(o.start <= q.outer_start and q.outer_end <= o.end for o in outer)] + outer
    if goes_on and not found and singles and singles[0].start == start and singles[0].opens:
        if not any(mark.closes and mark.glyph == "’" and not _is_apostrophe(text, mark) for mark in singles[1:]):
            found.append(_quotation(text, start, singles[0].end, end, end, running=True))
    yield from sorted((q for q in found if q.end > q.start), key=lambda q: q.start)


def _paired(
    text: str, marks: list[_Mark], running: int | None = None
) -> tuple[list[Quotation], _Mark | None, _Mark | None]:
    """Pairs of double marks, the opening one left over, and the closing one that nothing opened. `running`: where a
    paragraph starts whose last quotation may run on, so that others stand inside it."""
    found: list[Quotation] = []
    opened: _Mark | None = None
    stray: _Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if opened is None:
            if mark.opens:
                opened, depth = mark, 0
            else:
                stray = mark
            continue
        closes = mark.closes and mark.glyph in _CLOSERS.get(opened.glyph, "")
        if mark.opens and not (closes and not _nests(text, mark)):
            runs_on = running is not None and depth == 0 and _leads(text, running, opened.start)
            if _closings(marks[number:]) > 1 or (runs_on and text[mark.start - 1] == "("):
                depth += 1
            elif depth == 0:
                opened = mark  # the one before it was never closed
        elif closes and _is_inch(text, mark, marks[number + 1 :]):
            continue
        elif closes and depth:
            depth -= 1
        elif closes:
            found.append(_quotation(text, opened.start, opened.end, mark.start, mark.end))
            opened = None
    return found, opened, stray


def _nests(text: str, mark: _Mark) -> bool:
    """Whether a mark that may open or close opens: a letter follows it, and white space comes before."""
    return text[mark.start - 1 : mark.start].isspace() and text[mark.end : mark.end + 1].isalnum()


def _closings(marks: Sequence[_Mark]) -> int:
    """How many closing marks come before the next but one opens."""
    count = 0
    for mark in marks[1:]:
        if mark.closes and not mark.opens:
            count += 1
            if count > 1:
                return count
        elif mark.opens:
            return count
    return count


def _is_inch(text: str, mark: _Mark, later: Sequence[_Mark]) -> bool:
    """`a 5" screen` within a quotation that another mark closes before the next one opens."""
    if mark.glyph != '"' or _INCHES.search(text, max(0, mark.start - 8), mark.start) is None:
        return False
    after = text[mark.end : mark.end + 2]
    return after[:1] == " " and after[1:].islower() and bool(later) and later[0].closes and not later[0].opens


def _runs_to_end(text: str, start: int, end: int, mark: _Mark, goes_on: bool) -> bool:
    """Whether an opening mark without a partner opens a quotation up to the end of its paragraph."""
    before = text[start : mark.start].rstrip()
    words = sum(1 for _ in _WORD.finditer(text, mark.end, end))
    leads = _leads(text, start, mark.start)
    stops = text[mark.end : end].rstrip()[-1:] in (".", "!", "?", "…", ",", "’", "'")
    if goes_on:
        return words > 0 and (leads or before[-1] in '.!?”"')
    return leads and words >= MIN_RUNNING_WORDS and bool(stops) and not text[mark.end : mark.end + 1].islower()


def _leads(text: str, start: int, place: int) -> bool:
    """Whether what stands before an opening mark in its paragraph leads to a quotation: nothing, a comma or a colon."""
    before = text[start:place].rstrip()
    return not before or before[-1] in ":,"


def _single(text: str, marks: list[_Mark], taken: list[tuple[int, int]]) -> Iterator[Quotation]:
    opened: _Mark | None = None
    for number, mark in enumerate(marks):
        if any(start <= mark.start < end for start, end in taken):
            continue
        if opened is None or (mark.opens and not mark.closes):
            opened = mark if mark.opens else opened
        elif mark.closes and mark.glyph in _SINGLE_CLOSERS[opened.glyph]:
            possessive = text[mark.start - 1 : mark.start] == "s" and text[mark.end : mark.end + 1] == " "
            rest = [m for m in marks[number + 1 :] if m.start - opened.start <= MAX_SINGLE]
            if possessive and _closes_before_opening(rest):
                continue
            inside = any(opened.start < start < mark.start for start, _ in taken)
            fits = opened.end + 1 < mark.start <= opened.end + MAX_SINGLE
            if fits and (not inside or _encloses(text, opened, mark)):
                yield _quotation(text, opened.start, opened.end, mark.start, mark.end)
            opened = None


def _encloses(text: str, opened: _Mark, closed: _Mark) -> bool:
    """Whether single marks around double ones are the outer ones: a sentence opens and ends there."""
    first = text[opened.end : opened.end + 1]
    return (first.isupper() or first in '“"') and text[closed.start - 1] in '.,?!”"'


def _is_apostrophe(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1 : mark.start] == "s" or text[mark.end : mark.end + 1].isalnum()


def _closes_before_opening(marks: Sequence[_Mark]) -> bool:
    first = next(iter(marks), None)
    return first is not None and first.closes and not first.opens


def _quotation(
    text: str, outer_start: int, start: int, end: int, outer_end: int, *, running: bool = False, continued: bool = False
) -> Quotation:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end = start + len(inside.strip())
    return Quotation(start, end, outer_start, max(outer_end, end), running, continued)


def paragraphs_of(text: str, wrapped: bool) -> list[tuple[int, int]]:
    """The paragraphs of a text, without white space around: lines, or blocks of lines where it is `wrapped` at a
    width."""
    pattern = r"\S(?:.|\n(?![^\S\n]*\n))*" if wrapped else r"\S.*"
    spans = ((m.start(), m.end()) for m in re.finditer(pattern, text))
    return [(start, start + len(text[start:end].rstrip())) for start, end in spans]
