"""Quotations: `extractor_quotes`. Which words between quotation marks may be somebody's words.

The component finds the marks (`quotes_marks`) and leaves out what the rules of the family `quote` know to be nobody's:
defined terms, titles, nicknames, words as such. Who said the others is the relation `attribution`'s to say, which drops
those that nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.components.quotes.marks import Quotation, paragraphs_of, quotations
from extractor.components.sentences import is_wrapped
from extractor.components.steps import Component, as_spans
from extractor.model import Quote
from extractor.rulebook import Rulebook, compile_shapes, load_rulebook
from extractor.rulebook.beginnings import Beginnings
from extractor.rulebook.by_beginning import ByBeginning

_QUOTATIONS = "quotations"
_OPENING = "“”\"«»„‟‘`'"
"""The signs with which quotations may begin."""
_ALIKE = '"«»„‟'
_BEGINNING = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
"""What a shape may begin with the first character of: as in words, a run of letters or of figures, or a sign."""
_IN_A_ROW = re.compile(r"[,;]?\s*(?:\w{2,3}\s+)?(?:the )?")
_BEFORE, _AFTER = 140, 80


@dataclass(frozen=True)
class QuoteStep:
    """Fills the context's quotes, without speakers."""

    shapes: ByBeginning[re.Pattern[str]]
    """Those of words that are nobody's."""
    ways: frozenset[str]
    """The ids of the ways in which quotations stand that are looked for."""

    def __call__(self, context: DocumentContext) -> None:
        found = [q for q in all_quotations(context) if q.end != q.start and _way(q) in self.ways]
        kept = [q for q in self.without_terms(context.text, found) if re.search(r"\w", context.text[q.start : q.end])]
        context.notes[_QUOTATIONS] = {quotation.start: quotation for quotation in kept}
        context.quotes[:] = [_quote(context, quotation) for quotation in kept]

    def without_terms(self, text: str, found: Sequence[Quotation]) -> Iterator[Quotation]:
        """The quotations that no rule knows to be nobody's words. Of words in a row (`"may," "will" and "could"`) the
        first one decides for all."""
        dropped: Quotation | None = None
        for quotation in found:
            follows = dropped is not None and _IN_A_ROW.fullmatch(text, dropped.outer_end, quotation.outer_start)
            short = len(text[quotation.start : quotation.end].split()) <= 4
            if (follows and short) or self.is_nobodys(text, quotation):
                dropped = quotation
            else:
                dropped = None
                yield quotation

    def is_nobodys(self, text: str, quotation: Quotation) -> bool:
        """Whether a rule of the family `quote` knows these words to be a term, a title, a name or a word as such."""
        inside = text[quotation.start : quotation.end]
        line = text.rfind("\n", 0, quotation.outer_start) + 1
        before = text[max(line, quotation.outer_start - _BEFORE) : quotation.outer_start]
        for mark in _ALIKE:
            before = before.replace(mark, "”")
        around = f"{before}“{inside[:260]}”{text[quotation.outer_end : quotation.outer_end + _AFTER]}"
        place = len(before)
        for run in _BEGINNING.finditer(around, 0, place + 1):
            start = run.start()
            for shape in self.shapes.at(around, start):
                if (match := shape.match(around, start)) is not None and match.end() > place:
                    return True
        return False


def all_quotations(context: DocumentContext) -> list[Quotation]:
    """What stands between quotation marks in the text, whatever it is."""
    text = context.text
    if not any(map(text.__contains__, _OPENING)):
        return []
    return quotations(text, paragraphs_of(text, is_wrapped(text)))


def quotation_of(context: DocumentContext, quote: Quote) -> Quotation:
    """The marks of a quote; for one that has none, its own span."""
    known = context.notes.get(_QUOTATIONS, {})
    return known.get(quote.start) or Quotation(quote.start, quote.end, quote.start, quote.end)


def _quote(context: DocumentContext, quotation: Quotation) -> Quote:
    return Quote(**context.place("quote", quotation.start, quotation.end), rule=_way(quotation))


def _way(quotation: Quotation) -> str:
    """The id of the way in which a quotation's marks stand."""
    return "quote.running" if quotation.running else "quote.continued" if quotation.continued else "quote.marks"


@Language.factory("extractor_quotes", default_config={"rules": []})
def create_quotes(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    book = load_rulebook(rules)
    return Component(QuoteStep(ByBeginning(_shapes(book)), book.ways("quote")), as_spans(quotes="QUOTE"))


def _shapes(book: Rulebook) -> Iterator[tuple[re.Pattern[str], Beginnings]]:
    """The shapes of the family `quote` with what they begin with, in small letters for those indifferent to case."""
    for rule in book.family("quote"):
        shapes = compile_shapes(rule, book.lexicons)
        written = shapes if rule.exact_case else compile_shapes(rule, book.lexicons, lowered=True)
        for shape, one in zip(shapes, written, strict=True):
            yield shape, Beginnings([one], lowered=not rule.exact_case)
