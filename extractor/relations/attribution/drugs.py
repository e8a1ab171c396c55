"""The drug that a quotation is about: the relation `quote drugs`.

Its own words decide first (of several drugs the one that the article is about), then the rest of its sentence, then the
trial that it names, then the one drug that the article is about, if the article has said so by then; in an article
about several, or that comes to its drug late, what the paragraphs before it are about. A company's quotation that
speaks of the company as a whole, or anybody's without an opinion of the disease, and neither names a drug nor refers to
one is about none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.components.context import DocumentContext
from extractor.model import DrugMention, Quote
from extractor.relations.attribution.frames import frames_of
from extractor.relations.attribution.topics import FRAGMENT, Topics
from extractor.relations.subject import Subject, Subjects

PARAGRAPHS = 3
"""How many paragraphs back the topic of a quotation is looked for."""
_OF_COMPANY = ("company", None)
"""Kinds of speakers who may speak of their company as a whole; others speak of what the article is about."""


@dataclass(frozen=True)
class QuoteDrugs:
    """Gives the context's quotes their drug, and says whether the speaker is an interested party."""

    topics: Topics
    subjects: Subjects
    name: str = "quote drugs"

    def __call__(self, context: DocumentContext) -> None:
        if not context.quotes:
            return
        subject = self.subjects.of(context)
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
        if not (subject.alone and subject.clear) and all(self.subjects.comparators.has(context.text, d) for d in own):
            own = []  # "the best since …"
        if own and subject.alone and subject.clear and subject.strangers.issuperset(d.drug for d in own):
            return subject.drug
        if own:
            return self._chief(context.text, own, subject)
        around = [d for d in context.within(context.drugs, *sentence) if not quote.start <= d.start < quote.end]
        around = [d for d in around if not any(q.start <= d.start < q.end for q in context.quotes)]
        fragment = len(quote.text.split()) < FRAGMENT or (quote.text[0].islower() and bool(around))
        if not (fragment and around) and self._is_general(context, quote, fragment, subject):
            return None
        if not fragment and self._is_of_disease(quote):
            return None
        if subject.alone:
            around = [d for d in around if d.start < quote.start or d.drug == subject.drug]
        if around:
            return self._chief(context.text, around, subject)
        if (tried := self._tried(context, quote)) is not None:
            return tried
        if subject.alone and subject.is_known(quote.start):
            return subject.drug
        return self._topic(context, quote, subject)

    def _is_general(self, context: DocumentContext, quote: Quote, fragment: bool, subject: Subject) -> bool:
        """Whether a quotation speaks of several drugs, of money or of the company as a whole. In an article about one
        drug what is named first decides, for a fragment with the clause that leads to it."""
        if not self.topics.is_general(quote.text, of_company=quote.speaker_kind in _OF_COMPANY):
            return False
        if not (subject.alone and subject.is_known(quote.start)):
            return True
        start = quote.start
        if fragment:
            sentence = context.sentence_at(quote.start)
            start = max(sentence.start, context.text.rfind(",", sentence.start, quote.start) + 1)
        return not self.topics.is_of_drug_first(context.text[start : quote.end])

    def _is_of_disease(self, quote: Quote) -> bool:
        """Whether a quotation speaks of people in general, or of their illness without an opinion."""
        neutral = quote.polarity == "neutral" and self.topics.is_disease(quote.text)
        return neutral or self.topics.is_of_people(quote.text)

    def _chief(self, text: str, mentions: Sequence[DrugMention], subject: Subject) -> str:
        """Of the drugs named together the one that the article is about, else the first that stands beside no other
        ("the bar set by …"); where all do, the article's."""
        chief = subject.drug
        named = [m.drug for m in mentions if not self.subjects.comparators.has(text, m)] or [
            m.drug for m in mentions[:1]
        ]
        first = named[0]
        if chief in named and (subject.headed or subject.alone or subject.counts[chief] >= 2 * subject.counts[first]):
            return chief
        return chief if all(self.subjects.comparators.has(text, m) for m in mentions) else first

    def _tried(self, context: DocumentContext, quote: Quote) -> str | None:
        """The drug of the trial that a quotation names: the one in most of the sentences with that trial."""
        trials = {trial.trial for trial in context.within(context.trials, quote.start, quote.end)}
        named = {context.sentence_at(trial.start).number for trial in context.trials if trial.trial in trials}
        drugs = (
            Counter(
                mention.drug
                for mention in context.drugs
                if context.sentence_at(mention.start).number in named
                and not self.subjects.comparators.has(context.text, mention)
            )
            if named
            else Counter()
        )
        ranked = drugs.most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None

    def _topic(self, context: DocumentContext, quote: Quote, subject: Subject) -> str | None:
        """What the paragraphs before are about: in the nearest of them that names drugs the article's subject, if it is
        there, else the first one there that is not merely named in passing; where they name none, the drug of the
        headline or the leading one, or None."""
        paragraph = context.sentence_at(quote.start).paragraph
        near = PARAGRAPHS if subject.is_known(quote.start) else int(self.topics.points(quote.text))
        for distance in range(near + 1):
            sentences = [s for s in context.sentences if s.paragraph == paragraph - distance]
            end = quote.start if distance == 0 else sentences[-1].end if sentences else 0
            mentions = context.within(context.drugs, sentences[0].start, end) if sentences else []
            mentions = [m for m in mentions if not self.subjects.comparators.has(context.text, m)]
            if distance:
                mentions = [m for m in mentions if m.drug not in subject.others]
            here = [m.drug for m in mentions if not subject.is_passing(m.drug)]
            if not here and not subject.headed:
                here = [m.drug for m in mentions]
            if here:
                return subject.drug if subject.drug in here else here[0]
        return subject.drug if subject.is_known(quote.start) and (subject.headed or subject.leads) else None


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
