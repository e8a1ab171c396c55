"""The drug that an article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.relations.attribution.topics import Topics

COMPARABLE = 0.4
"""A drug named less often than this, beside the article's own, is named in passing."""
FIRST, HEADLINE = 2, 3
"""What being named first of all, and in the first line, adds to the paragraphs that name a drug."""
OFTEN = 3
"""Mentions that a drug beside the headline's needs to be a subject of its own."""
SPREAD = 0.45
"""Share of the paragraphs with drugs that name the one drug of an article about one drug."""


@dataclass(frozen=True)
class Subject:
    """The drug that an article is about; `headed`: the headline names it; `alone`: the article is about no other."""

    drug: str
    counts: Counter[str]
    headed: bool
    alone: bool

    def is_passing(self, drug: str) -> bool:
        """Whether a drug is merely named in passing: a comparator, a competitor, a past case."""
        share = self.counts[drug] / self.counts[self.drug]
        return drug != self.drug and (share < COMPARABLE or (self.headed and self.counts[drug] < OFTEN))


def subject_of(context: DocumentContext, topics: Topics) -> Subject | None:
    """The drug that most paragraphs name, not counting where it stands beside another ("versus X"); None without any drug."""
    if not context.drugs:
        return None
    own = [d for d in context.drugs if not topics.is_beside(context.text, d)] or context.drugs
    head = max(context.text.find("\n", 1), 1)
    counts = Counter(mention.drug for mention in own)
    spread = Counter(drug for drug, _ in _paragraphs(context, own))
    headed = {mention.drug for mention in own if mention.start < head}
    weights = Counter(spread)
    weights[own[0].drug] += FIRST
    weights.update({drug: HEADLINE for drug in headed})
    drug = max(weights, key=lambda name: (weights[name], counts[name]))
    paragraphs = {paragraph for _, paragraph in _paragraphs(context, own)}
    return Subject(drug, counts, drug in headed, spread[drug] >= SPREAD * len(paragraphs))


def _paragraphs(context: DocumentContext, mentions: Sequence[DrugMention]) -> set[tuple[str, int]]:
    """Each drug with the number of each paragraph that names it."""
    return {(mention.drug, context.sentence_at(mention.start).paragraph) for mention in mentions}
