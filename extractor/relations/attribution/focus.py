"""What an article speaks of where somebody is quoted: its sentence before the quotation, its paragraphs before that."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import DrugMention, Quote
from extractor.relations.attribution.topics import FRAGMENT, Topics
from extractor.relations.comparators import Comparators
from extractor.relations.subject import Subject

PARAGRAPHS = 3
"""How many paragraphs back the topic of a quotation is looked for."""


@dataclass(frozen=True)
class Focus:
    """Finds the drug under discussion before a quotation that names none."""

    topics: Topics
    comparators: Comparators

    def before(self, context: DocumentContext, quote: Quote, subject: Subject) -> str | None:
        """The one drug of the sentence before, for words that begin with "it", and for a fragment that goes on with
        that sentence where its paragraph does not name the article's drug."""
        of_it = self.topics.begins_with_it(quote.text)
        if not of_it and not _goes_on(quote):
            return None
        sentence = context.sentence_at(quote.start)
        paragraph = [s for s in context.sentences[: sentence.number] if s.paragraph == sentence.paragraph]
        if not paragraph:
            return None
        mentions = context.within(context.drugs, paragraph[-1].start, paragraph[-1].end)
        if not of_it:
            named = context.within(context.drugs, paragraph[0].start, sentence.start)
            mentions = [m for m in mentions if not is_spoken(context, m)]
            if any(mention.drug == subject.drug for mention in named):
                return None
        if len({mention.drug for mention in mentions}) != 1:
            return None
        added = self.comparators.added(context)
        beside = any(m.start in added or self.comparators.has(context, m) for m in mentions)
        return None if beside else mentions[0].drug

    def around(self, context: DocumentContext, quote: Quote, subject: Subject) -> str | None:
        """What the paragraphs before are about: in the nearest of them that names drugs the article's subject, if it is
        there, else the first one there that is not merely named in passing or, but for a fragment that goes on with
        them, in somebody's words; where they name none, the drug of the headline or the leading one, or None."""
        paragraph = context.sentence_at(quote.start).paragraph
        near = PARAGRAPHS if subject.is_known(quote.start) else int(self.topics.points(quote.text))
        for distance in range(near + 1):
            sentences = [s for s in context.sentences if s.paragraph == paragraph - distance]
            end = quote.start if distance == 0 else sentences[-1].end if sentences else 0
            mentions = context.within(context.drugs, sentences[0].start, end) if sentences else []
            mentions = [m for m in mentions if not self.comparators.has(context, m)]
            if distance or not _goes_on(quote):
                mentions = [m for m in mentions if not is_spoken(context, m)]
            if distance:
                mentions = [m for m in mentions if not subject.is_aside(m.drug)]
            here = [m.drug for m in mentions if not subject.is_passing(m.drug)]
            if not here and not subject.headed:
                here = [m.drug for m in mentions]
            if here:
                return subject.drug if subject.drug in here else here[0]
        return subject.drug if subject.is_known(quote.start) and (subject.headed or subject.leads) else None


def is_spoken(context: DocumentContext, mention: DrugMention) -> bool:
    """Whether a drug is named in somebody's words."""
    return any(quote.start <= mention.start < quote.end for quote in context.quotes)


def _goes_on(quote: Quote) -> bool:
    """Whether a quotation is a fragment of the sentence that it stands in."""
    return quote.text[0].islower() and len(quote.text.split()) < FRAGMENT
