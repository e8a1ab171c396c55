"""spaCy components, one for each thing that is found; importing this package registers them all.

Each takes a `Doc`, adds its records to the document's context and its spans to `doc.spans`, and needs only those before
it that its docstring names.
"""

from extractor.components import dates, drugs, organizations, patterns, percentages, quotes, sentences, trials
from extractor.components.context import DocumentContext, Sentence, context_of

__all__ = [
    "DocumentContext",
    "Sentence",
    "context_of",
    "dates",
    "drugs",
    "organizations",
    "patterns",
    "percentages",
    "quotes",
    "sentences",
    "trials",
]
