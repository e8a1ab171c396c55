"""Quotations set apart: words in a heading, whose speaker only the article below tells, and those that a line signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.components.context import DocumentContext
from extractor.components.quotes import quotation_of
from extractor.model import Quote

LONGEST = 220
"""Characters of a heading at most."""
_NO_WORD = re.compile(r"[^\w]+")
_NEXT_LINE = re.compile(r"[ \t*_]*\n\s*(?P<line>\S[^\n“\"]{4,119}?)[ \t]*(?:\n|$)")
_ENDS = (".", "!", "?", ":", ",", ";")


def said_below(context: DocumentContext, quote: Quote, attributed: Sequence[Quote]) -> Quote | None:
    """The quotation with a speaker that repeats the words of one in a heading; None where `quote` stands in no heading
    or no other one holds its words."""
    if not is_in_heading(context, quote):
        return None
    words = _folded(quote.text)
    return next((other for other in attributed if other.speaker and words in _folded(other.text)), None)


def is_in_heading(context: DocumentContext, quote: Quote) -> bool:
    """Whether a quotation stands in a line by itself that is short and ends as no sentence does."""
    marks, text = quotation_of(context, quote), context.text
    start = text.rfind("\n", 0, marks.outer_start) + 1
    end = text.find("\n", marks.outer_end)
    line = text[start : end if end >= 0 else len(text)].strip(" \t*#_")
    return len(line) <= LONGEST and not line.rstrip("”\"'’»").endswith(_ENDS)


def signature_of(context: DocumentContext, quote: Quote) -> tuple[int, int] | None:
    """Where the line stands that may sign a quotation which makes up its paragraph: the next one, short, and no
    sentence."""
    marks, text = quotation_of(context, quote), context.text
    following = _NEXT_LINE.match(text, marks.outer_end)
    alone = not text[text.rfind("\n", 0, marks.outer_start) + 1 : marks.outer_start].strip(" \t>*_")
    if following is None or not alone or following["line"].endswith(_ENDS):
        return None
    return following.span("line")


def _folded(words: str) -> str:
    """Words in lower case with one space around each, without what stands between."""
    return f" {_NO_WORD.sub(' ', words.lower()).strip()} "
