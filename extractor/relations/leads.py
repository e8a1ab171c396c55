"""The line that leads a list in: what it says of arms, comparator and time point holds for the items below it."""

from __future__ import annotations

import re

from extractor.components.context import DocumentContext, Sentence

LONGEST_HEADING = 120
"""How long a line without a full stop may be to be a heading of the list below it, in characters."""

_ITEM = re.compile(r"\s*(?:[•‣◦▪●○·*+–—-]+\s|\d{1,2}[.)]\s|[a-z][.)]\s)")
_CLOSED = re.compile(r"[.!?][\"”’)]*$")


def lead_of(context: DocumentContext, sentence: Sentence) -> Sentence | None:
    """The line above the list in which a sentence stands; None for a sentence that is in no list."""
    first = _item_start(context, sentence)
    if first is None:
        return None
    for earlier in reversed(context.sentences[: first.number]):
        start = _item_start(context, earlier)
        if start is None:
            return earlier if _leads(context, earlier) else None
    return None


def _item_start(context: DocumentContext, sentence: Sentence) -> Sentence | None:
    """The first sentence of the list item in which a sentence stands."""
    for earlier in reversed(context.sentences[: sentence.number + 1]):
        if earlier.paragraph != sentence.paragraph:
            return None
        if _ITEM.match(context.text, earlier.start):
            return earlier
    return None


def _leads(context: DocumentContext, sentence: Sentence) -> bool:
    text = context.text[sentence.start : sentence.end]
    return text.endswith(":") or (len(text) <= LONGEST_HEADING and _CLOSED.search(text) is None)
