"""The drug that each percentage is about."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.context import DocumentContext
from extractor.model import Percentage


def with_drugs(context: DocumentContext) -> list[Percentage]:
    """The percentages with their `drug`: that of the result which a percentage heads; of the sentence's only result,
    for a threshold or level in it; else the medicine named nearest in the sentence. Figures of a comparator keep none
    but their own.
    """
    heads = {result.percentage_id: result.drug for result in context.results}
    compared = {span.start for result in context.results for span in result.spans if span.slot == "comparator_value"}
    return [_with_drug(context, p, heads, p.start in compared) for p in context.percentages]


def _with_drug(
    context: DocumentContext, percentage: Percentage, heads: dict[str, str | None], compared: bool
) -> Percentage:
    if percentage.id in heads:
        return replace(percentage, drug=heads[percentage.id])
    if compared:
        return percentage
    sentence = context.sentence_at(percentage.start)
    others = context.within(context.percentages, sentence.start, sentence.end)
    told = {heads[other.id] for other in others if other.id in heads}
    if len(told) == 1:
        return replace(percentage, drug=told.pop())
    drugs = context.within(context.drugs, sentence.start, sentence.end)
    nearest = min(drugs, key=lambda drug: abs(drug.start - percentage.start), default=None)
    return replace(percentage, drug=nearest.drug) if nearest else percentage
