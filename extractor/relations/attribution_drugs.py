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
COMPARABLE = 0.4
"""A drug named less often than this, beside the article's own, is named in passing."""
FIRST, HEADLINE = 5, 3
"""What being named first of all, and in the first line, adds to a drug's mentions."""
OFTEN = 3
"""Mentions that a drug beside the headline's needs to be a subject of its own."""
FRAGMENT = 8
"""A quotation of fewer words is part of its sentence and about what that is about."""


@dataclass(frozen=True)
class Topics:
    """What words without a drug's name are about, by `topic-words.tsv` and the disease words of the polarity lexicon."""

    referring: re.Pattern[str]
    platform: re.Pattern[str]
    general: re.Pattern[str]
    disease: re.Pattern[str]

    def refers(self, words: str) -> bool:
        """Whether words refer to a drug or its data: "these results", "our study", "it"."""
        return self.referring.search(words) is not None

    def is_general(self, words: str) -> bool:
        """Whether words speak of the company as a whole, or of the disease and refer to no drug."""
        if self.platform.search(words):
            return True
        return not self.refers(words) and bool(self.general.search(words) or self.disease.search(words))


@dataclass(frozen=True)
class QuoteDrugs:
    """Gives the context's quotes their drug, and says whether the speaker is an interested party."""

    topics: Topics
    name: str = "quote drugs"

    def __call__(self, context: DocumentContext) -> None:
        if not context.quotes:
            return
        subject = subject_of(context)
        frames = {quote.start: frame for frame in frames_of(context, context.quotes) for quote in frame.quotes}
        found: list[Quote] = []
        for quote in context.quotes:
            frame = frames[quote.start]
            drug = self.drug_of(context, quote, (frame.start, frame.end), subject) if subject else None
            found.append(replace(quote, drug=drug, interested=is_interested(context, quote, drug)))
        context.quotes[:] = found

    def drug_of(
        self,
        context: DocumentContext,
        quote: Quote,
        sentence: tuple[int, int],
        subject: Subject,
    ) -> str | None:
        """The drug that `quote` is about, `sentence` being the stretch of whole sentences that it stands in."""
        own = context.within(context.drugs, quote.start, quote.end)
        if own:
            return self._chief(own, quote.text, subject)
        fragment = len(quote.text.split()) < FRAGMENT
        if not fragment and self.topics.is_general(quote.text):
            return None
        around = [d for d in context.within(context.drugs, *sentence) if not quote.start <= d.start < quote.end]
        around = [d for d in around if not any(q.start <= d.start < q.end for q in context.quotes)]
        if around:
            return self._chief(around, quote.text, subject)
        return self._topic(context, quote, subject)

    def _chief(self, mentions: Sequence[DrugMention], words: str, subject: Subject) -> str:
        """Of the drugs named together the one that the article is about, else the first; but a drug named in passing, beside
        words that refer to another ("this does not clear the bar set by …"), leaves it to the article's."""
        first, chief = mentions[0].drug, subject.drug
        named = {mention.drug for mention in mentions}
        if chief in named and (subject.headed or subject.counts[chief] >= 2 * subject.counts[first]):
            return chief
        if chief not in named and subject.is_passing(first) and self.topics.refers(words):
            return chief
        return first

    def _topic(self, context: DocumentContext, quote: Quote, subject: Subject) -> str | None:
        """What the paragraphs before are about: in the nearest of them that names drugs the article's subject, if it is there,
        else the first one there that is not merely named in passing."""
        paragraph = context.sentence_at(quote.start).paragraph
        for distance in range(PARAGRAPHS + 1):
            sentences = [s for s in context.sentences if s.paragraph == paragraph - distance]
            end = quote.start if distance == 0 else sentences[-1].end if sentences else 0
            mentions = context.within(context.drugs, sentences[0].start, end) if sentences else []
            here = [m.drug for m in mentions if not subject.is_passing(m.drug)]
            if here:
                return subject.drug if subject.drug in here else here[0]
        return subject.drug


@dataclass(frozen=True)
class Subject:
    """The drug that an article is about: the first of its headline, or the one named most; `headed`: the headline names it."""

    drug: str
    counts: Counter[str]
    headed: bool

    def is_passing(self, drug: str) -> bool:
        """Whether a drug is merely named in passing: a comparator, a competitor, a past case."""
        share = self.counts[drug] / self.counts[self.drug]
        return drug != self.drug and (share < COMPARABLE or (self.headed and self.counts[drug] < OFTEN))


def subject_of(context: DocumentContext) -> Subject | None:
    """The drug that the article is about: of those named in the first line or first of all, and those named most, the one with
    the most mentions, where being named first counts as five more and the first line as three; None where it names none."""
    if not context.drugs:
        return None
    head = max(context.text.find("\n", 1), 1)
    counts = Counter(mention.drug for mention in context.drugs)
    headed = {mention.drug for mention in context.drugs if mention.start < head}
    weights = counts.copy()
    weights[context.drugs[0].drug] += FIRST
    weights.update({drug: HEADLINE for drug in headed})
    drug = max(weights, key=lambda name: weights[name])
    return Subject(drug, counts, drug in headed)


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
    terms = [row["term"].removesuffix("*") for row in rows if row["class"] == "existing"]
    disease = alternatives([*terms, *written_forms(words, about="disease")])
    return Topics(
        re.compile(rf"\b(?:this|these|those|our|the|its|their)\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns})\b|^\W*(?:{nouns})\b|\bit\b", re.IGNORECASE),
        re.compile(rf"\b(?:{alternatives(written_forms(words, about='several'))})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{general})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{disease})", re.IGNORECASE),
    )
