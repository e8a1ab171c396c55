"""Opinions that the article reports without quotation marks: the relation `opinions`.

They become quotes with `direct` false: the span is what somebody is said to say or think, and only what speaks for or
against something counts. Sentences with a quotation are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language

from extractor.components.context import DocumentContext, Sentence
from extractor.model import FURNITURE_ZONES, Quote
from extractor.relations.attribution.frames import Frame
from extractor.relations.attribution.resolution import ANALYSTS, Resolver
from extractor.relations.attribution.sources import SourceFinder, source_finder
from extractor.relations.attribution.speakers import Attribution, Speaker, SpeakerWords, speaker_words, with_speaker
from extractor.relations.polarity import PolarityRelation
from extractor.rulebook import LineMatcher, Match, Rulebook
from extractor.rulebook.beginnings import WHOLE_WORDS, Beginnings, matches_at
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

_THAT = re.compile(r"[\s,:]*(?:that\b)?\s*")
_END = re.compile(r"[.;!?]?$")
MIN_WORDS = 3
"""An opinion of fewer words says too little."""


@dataclass(frozen=True)
class Opinions:
    """Adds the opinions to the context's quotes, in the order of the text."""

    finder: SourceFinder
    matcher: LineMatcher
    polarity: PolarityRelation
    condition: re.Pattern[str]
    trigger: re.Pattern[str]
    beginnings: Beginnings
    speakers: SpeakerWords
    name: str = "opinions"

    def __call__(self, context: DocumentContext) -> None:
        quoted = {context.sentence_at(quote.start).number for quote in context.quotes}
        resolver: Resolver | None = None
        found: list[Quote] = []
        for number in sorted(self._candidates(context) - quoted):
            sentence = context.sentences[number]
            for match in self._matches(context, sentence):
                resolver = resolver or Resolver(context, self.speakers)
                quote = self._quote(context, sentence, match, resolver)
                if quote is not None:
                    found.append(quote)
                    break
        if found:
            context.quotes[:] = sorted([*context.quotes, *found], key=lambda quote: quote.start)

    def _candidates(self, context: DocumentContext) -> set[int]:
        """The numbers of the sentences in which an analyst or an attitude stands."""
        triggers = matches_at(self.trigger, context.lowered, context.places(self.beginnings))
        return {context.sentence_at(match.start()).number for match in triggers} | {
            context.sentence_at(o.start).number for o in context.organizations if o.kind == "analyst firm"
        }

    def _matches(self, context: DocumentContext, sentence: Sentence) -> Iterator[Match]:
        """What the rules find in a sentence, but for what stands under a condition."""
        if context.zone_at(sentence.start) in FURNITURE_ZONES or any(
            sentence.start < quote.end and quote.start < sentence.end for quote in context.quotes
        ):
            return
        view = self.finder.view(context, Frame(sentence.start, sentence.end, ()), self.matcher)
        for match in self.matcher.matches(view):
            if not self.condition.search(context.text, sentence.start, match.slots["source"].start):
                yield match

    def _quote(self, context: DocumentContext, sentence: Sentence, match: Match, resolver: Resolver) -> Quote | None:
        """The opinion that a match finds; None where it is nobody's whom its rule wants, or none."""
        source = match.slots["source"].record
        speaker = resolver.resolve(source) if source.kind != "pronoun" else None
        wanted = match.rule.says.get("by")
        if speaker is None or (wanted and speaker.kind != wanted):
            return None
        return self._opinion(context, sentence, match, speaker)

    def _opinion(self, context: DocumentContext, sentence: Sentence, match: Match, speaker: Speaker) -> Quote | None:
        behind = _THAT.match(context.text, match.end, sentence.end)
        start = match.start if behind is None or match.rule.says.get("whole") else behind.end()
        end = start + len(_END.sub("", context.text[start : sentence.end]))
        if len(context.text[start:end].split()) < MIN_WORDS:
            return None
        opinion = Quote(**context.place("quote", start, end), rule=match.rule.id, direct=False)
        cue = context.text[match.start : match.end]
        judged = self.polarity.judged(context, with_speaker(opinion, Attribution(speaker, cue, match.rule.id)))
        return judged if judged.words else None


def create_opinions(book: Rulebook, nlp: Language, polarity: PolarityRelation) -> Opinions:
    """The relation with the rules in force; `polarity` judges what is said."""
    attitudes = alternatives(map(str.lower, book.lexicon("attitude").written()))
    nouns = book.lexicon("speaker-nouns")
    analysts = alternatives(form.lower() for kind in sorted(ANALYSTS) for form in nouns.written(resolves=kind))
    trigger = compiled(rf"(?:{attitudes}|{analysts})(?!\w)")
    words = book.expression
    condition = compiled(rf"(?<!\w)(?:{words('condition')})(?: (?:{words('determiners')}))? $", re.IGNORECASE)
    return Opinions(
        source_finder(book),
        LineMatcher(book.family("opinion"), book.lexicons, nlp.vocab),
        polarity,
        condition,
        trigger,
        Beginnings([trigger], lowered=True, length=WHOLE_WORDS),
        speaker_words(book),
    )
