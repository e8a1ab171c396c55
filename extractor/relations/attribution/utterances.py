"""Whether the words of a quotation are something that somebody says, or a mere phrase."""

from __future__ import annotations

import re

from extractor.components.context import DocumentContext
from extractor.components.quotes import quotation_of
from extractor.model import Quote

SENTENCE_WORDS = 5
"""Words that the end of a sentence has at least."""
ALONE_WORDS = 8
"""Words at least of a quotation that nobody says."""
_STOPS = (".", "!", "?")


def is_speech(quote: Quote) -> bool:
    """Whether the words are a sentence or the end of one, not a mere phrase."""
    words = quote.text.split()
    return len(words) >= SENTENCE_WORDS and (quote.text[-1] in ".,!?…" or quote.text[0].isupper())


def is_sentence(context: DocumentContext, quote: Quote) -> bool:
    """Whether the words are a whole sentence, however short, behind the end of another one: … she said. “Never.”"""
    marks = quotation_of(context, quote)
    before = context.text[: marks.outer_start].rstrip()[-1:]
    return before in _STOPS and quote.text[0].isupper() and quote.text[-1] in _STOPS


def stands_alone(context: DocumentContext, quote: Quote) -> bool:
    """Whether a quotation that nobody says is one all the same: whole sentences that make up their paragraph."""
    marks = quotation_of(context, quote)
    before = context.text[: marks.outer_start].rstrip(" \t")
    alone = not before or before[-1] in "\n:>•*"
    return (
        alone
        and is_speech(quote)
        and len(quote.text.split()) >= ALONE_WORDS
        and re.search(r"[.!?,]$", quote.text) is not None
    )
