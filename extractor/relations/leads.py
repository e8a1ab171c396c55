"""The line that leads a list in: what it says of arms, comparator and time point holds for the items below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.components.context import DocumentContext, Sentence

LONGEST_HEADING = 120
"""How long a line without a full stop may be to be a heading of the list below it, in characters."""

_ITEM = re.compile(r"\s*(?:[•‣◦▪●○·*+–—-]+\s|\d{1,2}[.)]\s|[a-z][.)]\s)")
_CLOSED = re.compile(r"[.!?][\"”’)]*$")


def lead_of(context: DocumentContext, sentence: Sentence) -> Sentence | None:
    """The line above the list in which a sentence stands; None for a sentence that is in no list."""
    above = _above(context, sentence)
    return above if above is not None and _leads(context, above) else None


def heading_of(context: DocumentContext, sentence: Sentence) -> Sentence | None:
    """The short line without a full stop right above the paragraph in which a sentence stands."""
    first = [sentence, *_paragraph_before(context, sentence.number, sentence.paragraph)][-1]
    if not first.number:
        return None
    above = context.sentences[first.number - 1]
    short = above.end - above.start <= LONGEST_HEADING and _leads(context, above)
    alone = next(_paragraph_before(context, above.number, above.paragraph), None) is None
    return above if short and alone else None


def part_of(context: DocumentContext, sentence: Sentence) -> int:
    """The number of a sentence's paragraph or, for one in a list, of the paragraph above that list (-1 at the top)."""
    if _item_start(context, sentence) is None:
        return sentence.paragraph
    above = _above(context, sentence)
    return above.paragraph if above is not None else -1


def sentences_before(context: DocumentContext, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before one in its paragraph, the nearest first; then, for one in a list, the line that leads the
    list in and the sentences before that in its paragraph."""
    yield from _paragraph_before(context, sentence.number, sentence.paragraph)
    lead = lead_of(context, sentence)
    if lead is not None:
        yield from _paragraph_before(context, lead.number + 1, lead.paragraph)


def _paragraph_before(context: DocumentContext, number: int, paragraph: int) -> Iterator[Sentence]:
    """The sentences of a paragraph before a sentence's `number`, the last first."""
    for place in range(number - 1, -1, -1):
        earlier = context.sentences[place]
        if earlier.paragraph != paragraph:
            return
        yield earlier


def _above(context: DocumentContext, sentence: Sentence) -> Sentence | None:
    """The sentence above the list in which a sentence stands."""
    first = _item_start(context, sentence)
    if first is None:
        return None
    for place in range(first.number - 1, -1, -1):
        earlier = context.sentences[place]
        if _item_start(context, earlier) is None:
            return earlier
    return None


def _item_start(context: DocumentContext, sentence: Sentence) -> Sentence | None:
    """The first sentence of the list item in which a sentence stands."""
    for earlier in (sentence, *_paragraph_before(context, sentence.number, sentence.paragraph)):
        if _ITEM.match(context.text, earlier.start):
            return earlier
    return None


def _leads(context: DocumentContext, sentence: Sentence) -> bool:
    text = context.text[sentence.start : sentence.end]
    return text.endswith(":") or (len(text) <= LONGEST_HEADING and _CLOSED.search(text) is None)
