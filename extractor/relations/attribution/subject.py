"""The drug that an article is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import FURNITURE_ZONES
from extractor.relations.attribution.topics import Topics
from extractor.relations.owners import drugs_compared_with, drugs_of_others

COMPARABLE = 0.4
"""A drug named less often than this, beside the article's own, is named in passing."""
FIRST, HEADLINE = 2, 3
"""What being named first of all, and in the first line, adds to the paragraphs that name a drug."""
OFTEN = 2
"""Sentences that a drug beside the headline's needs to be a subject of its own."""
LEAD = 1.5
"""How many times the weight of any other drug that of a leading one is."""
SPREAD = 0.45
"""Share of the paragraphs with drugs that name the one drug of an article about one drug."""
EARLY = 10
"""Sentences, with the headline, in one of which an article names what it is about."""
THROUGHOUT = 0.25
"""Share of the paragraphs that name a drug which the article is about though it comes to it late."""
RIVAL = 0.8
"""A second drug in this share of the paragraphs that name the first is a subject of its own, unless the headline decides."""


@dataclass(frozen=True)
class Subject:
    """The drug that an article is about; `counts`: the sentences that name each drug; `headed`: the headline names it;
    `alone`: the article is about no other; `leads`: about no other nearly as much; `clear`: it is named early or throughout, so
    that words anywhere may be about it; `first`: where it is named first; `others`: medicines of other companies, and
    those that the article compares its own with; `strangers`: those named but once, codes not counted, which companies give to
    medicines of their own."""

    drug: str
    counts: Counter[str]
    headed: bool
    alone: bool
    leads: bool
    clear: bool
    first: int
    others: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()

    def is_known(self, offset: int) -> bool:
        """Whether words at `offset` that name no drug may be about it: the article has named it by then, or does so often."""
        return self.clear and (self.first < offset or self.counts[self.drug] > OFTEN)

    def is_passing(self, drug: str) -> bool:
        """Whether a drug is merely named in passing: a comparator, a competitor, a past case."""
        count = self.counts[drug]
        if drug == self.drug:
            return False
        return count < COMPARABLE * self.counts[self.drug] or (self.headed and count < OFTEN)


def subject_of(context: DocumentContext, topics: Topics) -> Subject | None:
    """The drug that most paragraphs name, not counting the article's furniture and where it stands beside another ("versus X");
    None without any drug."""
    drugs = [d for d in context.drugs if d.zone not in FURNITURE_ZONES]
    if not drugs:
        return None
    others = drugs_of_others(context) | drugs_compared_with(context)
    named = [d for d in drugs if not topics.is_beside(context.text, d)]
    own = [d for d in named or drugs if d.drug not in others] or named or drugs
    head = max(context.text.find("\n", 1), 1)
    counts = Counter(drug for drug, _ in {(d.drug, context.sentence_at(d.start).number) for d in own})
    paragraphs = {(d.drug, context.sentence_at(d.start).paragraph) for d in own}
    spread = Counter(drug for drug, _ in paragraphs)
    with_drugs = {context.sentence_at(d.start).paragraph for d in named or drugs}
    headed = {mention.drug for mention in own if mention.start < head}
    weights = Counter(spread)
    weights[own[0].drug] += FIRST
    weights.update({drug: HEADLINE for drug in headed})
    drug = max(weights, key=lambda name: (weights[name], counts[name]))
    second = max((spread[other] for other in spread if other != drug), default=0)
    rivalled = headed != {drug} and second >= RIVAL * spread[drug]
    first = next(d.start for d in own if d.drug == drug)
    clear = bool(named) and (
        context.sentence_at(first).number < EARLY or spread[drug] >= THROUGHOUT * _paragraphs(context)
    )
    return Subject(
        drug,
        counts,
        drug in headed,
        spread[drug] >= SPREAD * len(with_drugs) and not rivalled,
        weights[drug] >= LEAD * max((weights[other] for other in weights if other != drug), default=0),
        clear,
        first,
        others,
        frozenset(
            record.name for record in context.drug_records if record.kind != "code" and counts[record.name] < OFTEN
        ),
    )


def _paragraphs(context: DocumentContext) -> int:
    """How many paragraphs the article has without its furniture."""
    return len({s.paragraph for s in context.sentences if context.zone_at(s.start) not in FURNITURE_ZONES})
