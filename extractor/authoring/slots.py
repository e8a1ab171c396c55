"""Which rules found the parts of a result: who tied them to the figure, and who found what they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.authoring.found import Found
from extractor.components.context import DocumentContext
from extractor.model import Result, ResultSpan
from extractor.rulebook import Match, Rulebook, compile_shapes
from extractor.rulebook.rules import family_name

TIES, NUMBERS = "results", "statistic"
"""The families whose rules tie words to a figure, and find the numbers beside it."""
NAMES = frozenset({"drug", "date", "trial"})
"""Families of what the parts of a result are."""
TABLES = {"arm": "control-arm", "comparator": "control-arm", "phase": "phases"}
"""The tables in which the words of a part stand that no rule found."""


@dataclass(frozen=True)
class Part:
    """A slot of a result, the words that fill it, and the ids of the rules that found them, the deciding one first (or
    the file of the table in which they stand)."""

    slot: str
    text: str
    rules: Sequence[str]


def parts_of(
    figure: Found, context: DocumentContext, matches: Sequence[Match], found: Sequence[Found], book: Rulebook
) -> Iterator[Part]:
    """The parts of a result, of which `figure` is the percentage, as far as their words stand in the article; `matches`
    and `found` are what all rules matched and found there."""
    result: Result = figure.record
    about = [match for match in matches if family_name(match.rule.id) == TIES and _holds(match, figure)]
    about.sort(key=lambda match: (-match.rule.priority, match.whole_end - match.whole_start))
    if measuring := [match for match in about if result.measure and match.rule.says.get("measure") == result.measure]:
        words = context.text[measuring[0].whole_start : measuring[0].whole_end]
        yield Part("measure", words, [measuring[0].rule.id])
    for span in result.spans:
        tied = [match.rule.id for match in about if _fills(match, span)]
        if span.slot == "arm":
            tied = [result.rule]
        named = [one.rule for one in found if one.family in NAMES and span.start <= one.start and one.end <= span.end]
        words = context.text[span.start : span.end]
        listed = () if tied or named else (*_numbers(context, span, book), *_tables(span.slot, words, book))
        yield Part(span.slot, words, list(dict.fromkeys([*tied[:1], *named, *listed])))


def _holds(match: Match, figure: Found) -> bool:
    return match.whole_start <= figure.start and figure.end <= match.whole_end


def _fills(match: Match, span: ResultSpan) -> bool:
    """Whether a match tells the slot: its own slot stands there, or it says on which side the endpoint does."""
    if span.slot == "endpoint":
        return "endpoint" in match.rule.says
    hits = (hit for name, hit in match.slots.items() if name != "percentage")
    return any(hit.start < span.end and span.start < hit.end for hit in hits)


def _tables(slot: str, words: str, book: Rulebook) -> Iterator[str]:
    if slot in TABLES and words in book.lexicon(TABLES[slot]):
        yield f"{TABLES[slot]}.tsv"


def _numbers(context: DocumentContext, span: ResultSpan, book: Rulebook) -> Iterator[str]:
    for rule in book.family(NUMBERS):
        for shape in compile_shapes(rule, book.lexicons):
            if shape.match(context.text, span.start, span.end):
                yield rule.id
