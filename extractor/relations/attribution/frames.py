"""The stretches of text around quotations in which it is looked for who said them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.components.context import DocumentContext
from extractor.components.quotes import quotation_of
from extractor.model import Quote

SHORT_TAIL = 110
"""Characters of a sentence behind a quotation that may say who spoke, at most."""
LONGEST_LEAD = 400
"""Characters of a sentence with a colon that leads to a quotation, at most."""
_TOKEN = re.compile(r"[’']s\b|\w+(?:[-.&/]\w+)*|[^\w\s]")


class Frame(NamedTuple):
    """A stretch of text with quotations in it, whole sentences; `quotes` are those in it."""

    start: int
    end: int
    quotes: tuple[Quote, ...]


def frames_of(context: DocumentContext, quotes: Sequence[Quote]) -> list[Frame]:
    """The stretches of whole sentences that hold quotations, those that share a sentence joined."""
    frames: list[Frame] = []
    for quote in quotes:
        marks = quotation_of(context, quote)
        first, last = (
            context.sentence_at(marks.outer_start),
            context.sentence_at(max(marks.outer_start, marks.outer_end - 1)),
        )
        end = max(last.end, marks.outer_end)
        if marks.outer_start <= first.start and first.number:
            before = context.sentences[first.number - 1]
            if context.text[before.end - 1] == ":" and before.end - before.start < LONGEST_LEAD:
                first = before
        if frames and first.start < frames[-1].end:
            frames[-1] = Frame(frames[-1].start, max(end, frames[-1].end), (*frames[-1].quotes, quote))
        else:
            frames.append(Frame(min(first.start, marks.outer_start), end, (quote,)))
    return frames


def with_tail(context: DocumentContext, frame: Frame) -> Frame:
    """The frame with the sentence after it, where that is short, in the same paragraph and without a quotation: it may
    say who spoke ("…." Smith said.)."""
    last = context.sentence_at(frame.end - 1)
    if last.number + 1 < len(context.sentences) and last.end <= frame.end:
        following = context.sentences[last.number + 1]
        marks = quotation_of(context, frame.quotes[-1])
        short = following.end - following.start <= SHORT_TAIL
        if short and following.paragraph == last.paragraph and marks.outer_end >= frame.end - 1:
            if not context.within(context.quotes, following.start, following.end):
                return Frame(frame.start, following.end, frame.quotes)
    return frame


def gaps_between(start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of [start, end) between the stretches that are `taken`, in their order."""
    for first, last in taken:
        if first > start:
            yield start, first
        start = max(start, last)
    if end > start:
        yield start, end


def tokens_around(text: str, frame: Frame, quoted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words and signs outside the quotations, cut as the tokenizer cuts the words of patterns, and the quotations."""
    spans: list[tuple[int, int]] = list(quoted)
    for start, end in gaps_between(frame.start, frame.end, quoted):
        spans += [match.span() for match in _TOKEN.finditer(text, start, end)]
    return sorted(spans)
