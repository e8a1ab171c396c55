"""Where a rule matches by itself, whatever became of it: for rules of which no record tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.rulebook import Lexicon, LineMatcher, Match, Rule, compile_shapes


def matched_by(
    rule: Rule, context: DocumentContext, lexicons: Mapping[str, Lexicon], named: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """Where (start, end) a rule matches in a document in which everything has been found.

    The spans `named` count as drugs for a rule that speaks for or against words being one, found or not.
    """
    for shape in compile_shapes(rule, lexicons):
        yield from (match.span() for match in shape.finditer(context.text) if match.end() > match.start())
    if rule.supports and named:
        context = _with_drugs(context, named)
    yield from ((match.whole_start, match.whole_end) for match in matches_of(rule, context, lexicons))


def matches_of(rule: Rule, context: DocumentContext, lexicons: Mapping[str, Lexicon]) -> Iterator[Match]:
    """The matches of a rule's patterns in the sentences of a document, with quotations as they are and as one token."""
    if not rule.patterns or rule.family.slots:
        return
    matcher = LineMatcher([rule], lexicons, context.vocab)
    for sentence in context.sentences:
        for quotes in (False, True) if context.quotes else (False,):
            view = context.view_of(sentence.start, sentence.end, quotes=quotes)
            yield from matcher.matches(view)


def _with_drugs(context: DocumentContext, spans: Sequence[tuple[int, int]]) -> DocumentContext:
    """The same document with drugs at these spans as well."""
    others = [m for m in context.drugs if not any(m.start < end and start < m.end for start, end in spans)]
    more = [DrugMention(**context.place("drug_mentions", *span), rule="", drug="") for span in spans]
    return replace(context, drugs=sorted([*others, *more], key=lambda mention: mention.start))
