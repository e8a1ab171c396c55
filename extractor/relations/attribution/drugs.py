"""The drug that a quotation is about: the relation `quote drugs`.

Its own words decide first (of several drugs the one that the article is about), then the rest of its sentence, then
whose medicine the speaker calls "ours", what the sentence before is about, the trial that it names, and the one drug
that the article is about, if the article has said so by then; in an article about several, or that comes to its drug
late, what the paragraphs before it are about. A company's quotation that speaks of the company as a whole, or anybody's
without an opinion of the disease, and neither names a drug nor refers to one is about none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.components.context import DocumentContext
from extractor.model import DrugMention, Quote
from extractor.relations.attribution.focus import Focus, is_spoken
from extractor.relations.attribution.frames import frames_of
from extractor.relations.attribution.illnesses import Illnesses
from extractor.relations.attribution.topics import FRAGMENT, Topics
from extractor.relations.subject import Subject, Subjects

_GOVERNED = re.compile(r"(?: [\w’'-]+){0,2} \W?")
"""What stands between a drug and the words of which it is the subject."""
_OF_COMPANY = ("company", None)
"""Kinds of speakers who may speak of their company as a whole; others speak of what the article is about."""


@dataclass(frozen=True)
class QuoteDrugs:
    """Gives the context's quotes their drug, and says whether the speaker is an interested party."""

    topics: Topics
    subjects: Subjects
    focus: Focus
    illnesses: Illnesses
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
        own = self._own(context, quote, subject)
        if own:
            return self._chief(context, own, subject)
        around = [d for d in context.within(context.drugs, *sentence) if not is_spoken(context, d)]
        fragment = len(quote.text.split()) < FRAGMENT or (quote.text[0].islower() and bool(around))
        if not (fragment and around) and self._is_general(context, quote, fragment, subject):
            return None
        if not fragment and self._is_of_disease(context, quote):
            return None
        if subject.alone:
            around = [d for d in around if d.start < quote.start or d.drug == subject.drug]
        if around:
            governing = self._governing(context, quote, around) if fragment else None
            return governing or self._chief(context, around, subject)
        return self._unnamed(context, quote, subject)

    def _own(self, context: DocumentContext, quote: Quote, subject: Subject) -> list[DrugMention]:
        """The drugs that a quotation names; in an article about one drug without those that its patients had before, in
        others none that stand beside another drug ("the best since …")."""
        own = context.within(context.drugs, quote.start, quote.end)
        if subject.alone and subject.clear:
            before = {d.start for d in own if self.topics.is_of_past(context.text[quote.start : d.start])}
            return [d for d in own if d.drug == subject.drug or d.start not in before]
        return own if any(not self.subjects.comparators.has(context, d) for d in own) else []

    def _unnamed(self, context: DocumentContext, quote: Quote, subject: Subject) -> str | None:
        """The drug of a quotation that stands in a sentence without one."""
        for found in (
            self._of_house(context, quote),
            self.focus.before(context, quote, subject),
            self._tried(context, quote),
        ):
            if found is not None:
                return found
        if subject.alone and subject.is_known(quote.start):
            return subject.drug
        return self.focus.around(context, quote, subject)

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

    def _is_of_disease(self, context: DocumentContext, quote: Quote) -> bool:
        """Whether a quotation speaks of people in general, or of their illness without an opinion."""
        if quote.polarity == "neutral":
            if self.topics.is_disease(quote.text):
                return True
            first = context.text[quote.start : min(quote.end, context.sentence_at(quote.start).end)]
            if self.illnesses.begins(context, first) and not self.topics.points(first):
                return True
        return self.topics.is_of_people(quote.text)

    def _chief(self, context: DocumentContext, mentions: Sequence[DrugMention], subject: Subject) -> str:
        """Of the drugs named together the one that the article is about, else the first that stands beside no other
        ("the bar set by …"); where all do, the article's."""
        chief = subject.drug
        free = [m.drug for m in mentions if not self.subjects.comparators.has(context, m)]
        named = free or [mentions[0].drug]
        first = named[0]
        if chief in named and (subject.headed or subject.alone or subject.counts[chief] >= 2 * subject.counts[first]):
            return chief
        return first if free else chief

    def _tried(self, context: DocumentContext, quote: Quote) -> str | None:
        """The drug of the trial that a quotation names: the one in most of the sentences with that trial."""
        trials = {trial.trial for trial in context.within(context.trials, quote.start, quote.end)}
        named = {context.sentence_at(trial.start).number for trial in context.trials if trial.trial in trials}
        drugs = (
            Counter(
                mention.drug
                for mention in context.drugs
                if context.sentence_at(mention.start).number in named
                and not self.subjects.comparators.has(context, mention)
            )
            if named
            else Counter()
        )
        ranked = drugs.most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None

    def _governing(self, context: DocumentContext, quote: Quote, around: Sequence[DrugMention]) -> str | None:
        """The drug right before a fragment: "Sovaldi has “raised the bar”"."""
        before = [d for d in around if d.end < quote.start]
        if not before or self.subjects.comparators.has(context, before[-1]):
            return None
        return before[-1].drug if _GOVERNED.fullmatch(context.text, before[-1].end, quote.start) else None

    def _of_house(self, context: DocumentContext, quote: Quote) -> str | None:
        """The one medicine of a company that speaks of its own: "our drug"."""
        if quote.speaker_kind != "company" or not self.topics.is_of_ours(quote.text):
            return None
        drugs = [drug for drug, firms in self.subjects.owners.of(context).items() if quote.organization in firms]
        return drugs[0] if len(drugs) == 1 else None


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
