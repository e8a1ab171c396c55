"""The drug that a quotation is about: the relation `quote drugs`.

Its own words decide first (of several drugs the one that the article is most about), then the rest of its sentence, then
what the paragraphs before it are about. A quotation that speaks of the disease, today's treatments or the company as a whole
and neither names a drug nor refers to one is about none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.components.context import DocumentContext
from extractor.components.organizations_words import written_forms
from extractor.model import DrugMention, Quote
from extractor.relations.attribution_sources import frames_of
from extractor.rulebook import Rulebook
from extractor.rulebook.folders import read_table
from extractor.rulebook.shapes import alternatives

PARAGRAPHS = 3
"""How many paragraphs back the topic of a quotation is looked for."""
FRAGMENT = 8
"""A quotation of fewer words is part of its sentence and about what that is about."""


@dataclass(frozen=True)
class Topics:
    """What words without a drug's name are about, by `topic-words.tsv` and the disease words of the polarity lexicon."""

    referring: re.Pattern[str]
    general: re.Pattern[str]
    disease: re.Pattern[str]

    def refers(self, words: str) -> bool:
        """Whether words refer to a drug or its data: "these results", "our study", "it"."""
        return self.referring.search(words) is not None

    def is_general(self, words: str) -> bool:
        """Whether words speak of the company as a whole, or of the disease and refer to no drug."""
        return bool(self.general.search(words)) or (not self.refers(words) and bool(self.disease.search(words)))


@dataclass(frozen=True)
class QuoteDrugs:
    """Gives the context's quotes their drug, and says whether the speaker is an interested party."""

    topics: Topics
    name: str = "quote drugs"

    def __call__(self, context: DocumentContext) -> None:
        if not context.quotes:
            return
        counts = Counter(mention.drug for mention in context.drugs)
        frames = {quote.start: frame for frame in frames_of(context, context.quotes) for quote in frame.quotes}
        found: list[Quote] = []
        for quote in context.quotes:
            frame = frames[quote.start]
            drug = self.drug_of(context, quote, (frame.start, frame.end), counts, found)
            found.append(replace(quote, drug=drug, interested=is_interested(context, quote, drug)))
        context.quotes[:] = found

    def drug_of(
        self,
        context: DocumentContext,
        quote: Quote,
        sentence: tuple[int, int],
        counts: Counter[str],
        before: Sequence[Quote],
    ) -> str | None:
        """The drug that `quote` is about, `sentence` being the stretch of whole sentences that it stands in."""
        if not counts:
            return None
        own = context.within(context.drugs, quote.start, quote.end)
        if own:
            return _chief(own, counts)
        fragment = len(quote.text.split()) < FRAGMENT
        if not fragment and self.topics.is_general(quote.text):
            return None
        around = [d for d in context.within(context.drugs, *sentence) if not quote.start <= d.start < quote.end]
        around = [d for d in around if not any(q.start <= d.start < q.end for q in context.quotes)]
        if around:
            return _chief(around, counts)
        return self._topic(context, quote, counts, before)

    def _topic(
        self, context: DocumentContext, quote: Quote, counts: Counter[str], before: Sequence[Quote]
    ) -> str | None:
        """What the paragraphs before are about: the drug that the nearest of them with a drug names most."""
        paragraph = context.sentence_at(quote.start).paragraph
        for distance in range(PARAGRAPHS + 1):
            numbers = [s for s in context.sentences if s.paragraph == paragraph - distance]
            if not numbers:
                continue
            end = quote.start if distance == 0 else numbers[-1].end
            mentions = context.within(context.drugs, numbers[0].start, end)
            if mentions:
                here = Counter(mention.drug for mention in mentions)
                return max(here, key=lambda drug: (here[drug], counts[drug]))
        return counts.most_common(1)[0][0]


def _chief(mentions: Sequence[DrugMention], counts: Counter[str]) -> str:
    """Of the drugs named together the one that the article is most about, if by far; else the first."""
    first = mentions[0].drug
    best = max((mention.drug for mention in mentions), key=lambda drug: counts[drug])
    return best if counts[best] >= 2 * counts[first] else first


def is_interested(context: DocumentContext, quote: Quote, drug: str | None) -> bool | None:
    """Whether the speaker belongs to a company that has the drug: one that the article names in a sentence with it.

    None where nothing is known of the speaker.
    """
    if quote.speaker is None:
        return None
    if quote.speaker_kind != "company" or quote.organization is None:
        return False
    if drug is None:
        return True
    mentions = [m for m in context.organizations if m.organization == quote.organization]
    sentences = {context.sentence_at(m.start).number for m in mentions}
    return any(context.sentence_at(m.start).number in sentences for m in context.drugs if m.drug == drug)


def create_quote_drugs(book: Rulebook) -> QuoteDrugs:
    """The relation with the rules in force."""
    return QuoteDrugs(create_topics(book))


def create_topics(book: Rulebook) -> Topics:
    """The topics of the rules in force."""
    words = book.lexicon("topic-words")
    nouns = alternatives(written_forms(words, about="drug"))
    general = alternatives(written_forms(words, about="general"))
    rows = [row for path in book.path("polarity/polarity-words.tsv") for row in read_table(path)]
    disease = alternatives(row["term"].removesuffix("*") for row in rows if row["class"] == "existing")
    return Topics(
        re.compile(rf"\b(?:this|these|those|our|the|its|their)\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns})\b|^\W*(?:{nouns})\b|\bit\b", re.IGNORECASE),
        re.compile(rf"\b(?:{general})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{disease})", re.IGNORECASE),
    )
