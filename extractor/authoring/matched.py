"""Where a rule matches by itself, whatever became of it: for rules of which no record tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.components.context import DocumentContext
from extractor.rulebook import Lexicon, LineMatcher, Match, Rule, compile_shapes


def matched_by(rule: Rule, context: DocumentContext, lexicons: Mapping[str, Lexicon]) -> Iterator[tuple[int, int]]:
    """Where (start, end) a rule matches in a document in which everything has been found."""
    for shape in compile_shapes(rule, lexicons):
        yield from (match.span() for match in shape.finditer(context.text) if match.end() > match.start())
    yield from ((match.whole_start, match.whole_end) for match in matches_of(rule, context, lexicons))


def matches_of(rule: Rule, context: DocumentContext, lexicons: Mapping[str, Lexicon]) -> Iterator[Match]:
    """The matches of a rule's patterns in the sentences of a document, with quotations as they are and as one token."""
    if not rule.patterns or rule.family.slots:
        return
    matcher = LineMatcher([rule], lexicons, context.doc.vocab)
    for sentence in context.sentences:
        for quotes in (False, True) if context.quotes else (False,):
            yield from matcher.matches(context.view(sentence, quotes=quotes))
