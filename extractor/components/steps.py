"""Steps of the pipeline as components of spaCy: what fills the context of a text, for whoever has a `Doc`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, SpanGroup

from extractor.components.context import DocumentContext, context_of
from extractor.model import Mention

Step = Callable[[DocumentContext], None]
"""What finds something and adds it to the context."""

Show = Callable[[Doc, DocumentContext], None]
"""What shows on a document what was found."""


@dataclass(frozen=True)
class Component:
    """A spaCy component that runs a `step` on the context of a document, and then `show`."""

    step: Step
    show: Show

    def __call__(self, doc: Doc) -> Doc:
        context = context_of(doc)
        self.step(context)
        self.show(doc, context)
        return doc


def as_spans(**labels: str) -> Show:
    """Shows lists of the context, by their names, as `doc.spans`, each with a label of its own."""

    def show(doc: Doc, context: DocumentContext) -> None:
        for name, label in labels.items():
            spans = [_span(doc, context, mention, label) for mention in getattr(context, name)]
            doc.spans[name] = SpanGroup(doc, name=name, spans=spans)

    return show


def _span(doc: Doc, context: DocumentContext, mention: Mention, label: str) -> Span:
    """The smallest span that covers a mention, with its rule's id as `id_`."""
    first, last = context.token_at(mention.start), context.token_at(max(mention.start, mention.end - 1))
    return Span(doc, first, last + 1, label=label, span_id=mention.rule)
