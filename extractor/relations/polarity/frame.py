"""The words that lead to a quotation and are read with it."""

from __future__ import annotations

from extractor.components.context import DocumentContext
from extractor.components.quotes import quotation_of
from extractor.model import Quote
from extractor.relations.attribution.topics import FRAGMENT


def is_sentence(words: str) -> bool:
    """Whether words are enough to speak for themselves."""
    return len(words.split()) >= FRAGMENT


def lead_of(context: DocumentContext, quote: Quote, since: int) -> int:
    """Where the words start that lead to a quotation: for a part of a sentence that began before it the start of that
    sentence, or `since`, the end of the quotation before; for any other its own start."""
    if not quote.text[:1].islower():
        return quote.start
    return min(quote.start, max(since, context.sentence_at(quotation_of(context, quote).outer_start).start))
