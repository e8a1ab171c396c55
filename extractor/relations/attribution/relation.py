"""Who said a quotation: the relation `attribution`.

The sentences around a quotation become a view in which quotation, sources and cue verbs are one token each, and the
rules of the family `attribution` say who speaks. A quotation without such a rule has the speaker of the one before it
in its paragraph or of the paragraph before; a fragment that nobody says is no quote and is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.model import Quote
from extractor.relations.attribution.echoes import is_in_heading, said_below, signature_of
from extractor.relations.attribution.frames import Frame, frames_of, with_tail
from extractor.relations.attribution.ranking import ranked_matches
from extractor.relations.attribution.resolution import Resolver
from extractor.relations.attribution.sources import Source, SourceFinder, source_finder
from extractor.relations.attribution.speakers import (
    Attribution,
    Speaker,
    SpeakerWords,
    same_speaker,
    speaker_words,
    with_speaker,
)
from extractor.relations.attribution.unnamed import UnnamedSpeakers, unnamed_speakers
from extractor.relations.attribution.utterances import is_sentence, is_speech, stands_alone
from extractor.rulebook import LineMatcher, Match, Rulebook, View

_HEADING, _SAME_SENTENCE = "attribution.heading", "attribution.same-sentence"
_FAR = "attribution.far"


@dataclass(frozen=True)
class AttributionRelation:
    """Gives the context's quotes their speakers and drops those that nobody says; `ways` are the ids of the ways apart
    from patterns by which a speaker is known."""

    finder: SourceFinder
    matcher: LineMatcher
    speakers: SpeakerWords
    unnamed: UnnamedSpeakers
    ways: frozenset[str]
    name: str = "attribution"

    def __call__(self, context: DocumentContext) -> None:
        if not context.quotes:
            return
        resolver = Resolver(context, self.speakers)
        attributed: list[Quote] = []
        unsettled: list[Quote] = []  # of nobody, or in a heading of somebody far away
        for frame in frames_of(context, context.quotes):
            for quote, attribution in self._frame(context, frame, resolver, attributed[-1] if attributed else None):
                if attribution is not None and attribution.rule == _FAR and is_in_heading(context, quote):
                    unsettled.append(with_speaker(quote, attribution))
                elif attribution is not None:
                    attributed.append(with_speaker(quote, attribution))
                elif stands_alone(context, quote):
                    attributed.append(quote)
                else:
                    unsettled.append(quote)
        for quote in unsettled:
            below = said_below(context, quote, attributed) if _HEADING in self.ways else None
            if below is not None:
                attributed.append(with_speaker(quote, same_speaker(below, _HEADING)))
            elif quote.speaker:
                attributed.append(quote)
        context.quotes[:] = sorted(attributed, key=lambda quote: quote.start)

    def _frame(
        self, context: DocumentContext, frame: Frame, resolver: Resolver, before: Quote | None
    ) -> list[tuple[Quote, Attribution | None]]:
        view = self.finder.view(context, with_tail(context, frame), self.matcher)
        ranked = ranked_matches(self.matcher.matches(view), view, self.finder)
        found: list[tuple[Quote, Attribution | None]] = []
        for quote in frame.quotes:
            told = (self._from_match(match, view, resolver) for match in ranked.get(quote.start, ()))
            attribution = next((attribution for attribution in told if attribution is not None), None)
            if attribution is None:
                spoken = next((with_speaker(q, a) for q, a in reversed(found) if a), before)
                known = self._without_pattern(context, quote, frame, resolver, spoken)
                attribution = next((one for one in known if one.rule in self.ways), None)
            if attribution is not None:
                resolver.spoken.append(attribution.speaker)
                resolver.last_quote = quote.end
            found.append((quote, attribution))
        if _SAME_SENTENCE not in self.ways:
            return found
        return [(quote, attribution or self._from_next(context, quote, found)) for quote, attribution in found]

    def _without_pattern(
        self, context: DocumentContext, quote: Quote, frame: Frame, resolver: Resolver, before: Quote | None
    ) -> Iterator[Attribution]:
        """What is known of a speaker whom no pattern finds, the surest first."""
        unnamed = self._unnamed(context, quote, resolver)
        if unnamed is not None:
            yield unnamed
        yield from self._from_neighbours(context, quote, frame, resolver, before)

    def _unnamed(self, context: DocumentContext, quote: Quote, resolver: Resolver) -> Attribution | None:
        """The words beside a verb of saying, where no rule knows them; who issued it, where they mean a text."""
        found = self.unnamed.words(context, quote)
        if found is None:
            return None
        words, cue = found
        issuer = resolver.issuer(quote.start) if words.split()[-1].lower() in self.unnamed.texts else None
        return Attribution(issuer or Speaker(words), cue, "attribution.words")

    def _from_next(
        self, context: DocumentContext, quote: Quote, found: Sequence[tuple[Quote, Attribution | None]]
    ) -> Attribution | None:
        """The speaker of the next quotation of the sentence: “…” on the data, “…,” she said."""
        following = next((a for q, a in found if a is not None and q.start > quote.start), None)
        if following is None or following.cue is None:
            return None
        place = next(q.start for q, a in found if a is following)
        same = context.sentence_at(quote.start).number == context.sentence_at(place).number
        return Attribution(following.speaker, following.cue, _SAME_SENTENCE) if same else None

    def _from_match(self, match: Match, view: View, resolver: Resolver) -> Attribution | None:
        if match.rule.says.get("fragment") and match.slots["quote"].text[1:2].isupper():
            return None
        source = match.slots["source"].record
        before = [record for record in view.records if isinstance(record, Source) and record.start < source.start]
        speaker = resolver.resolve(source, before)
        cue = next(
            (match.slots[name].text for name in ("say", "call", "stance", "cue-noun") if name in match.slots), None
        )
        return Attribution(speaker, cue, match.rule.id) if speaker is not None else None

    def _from_neighbours(
        self, context: DocumentContext, quote: Quote, frame: Frame, resolver: Resolver, before: Quote | None
    ) -> Iterator[Attribution]:
        """The speaker of the quotation before, in the sentence, the paragraph or the paragraph before; or the one
        source of the sentence before."""
        last = before if before and before.speaker else None
        paragraph = context.sentence_at(quote.start).paragraph
        if last is not None and last.start >= frame.start:
            yield same_speaker(last, _SAME_SENTENCE)
        if not (is_speech(quote) or is_sentence(context, quote)):
            return
        distance = paragraph - context.sentence_at(last.end).paragraph if last is not None else None
        if last is not None and distance == 0 and resolver.spoken:
            yield same_speaker(last, "attribution.same-paragraph")
        if not is_speech(quote):
            return
        signed = self._of_signature(context, quote, resolver)
        if signed is not None:
            yield Attribution(signed, None, "attribution.signature")
        speaker = self._of_sentence_before(context, quote, frame, resolver)
        if speaker is not None:
            yield Attribution(speaker, None, "attribution.sentence-before")
        if last is not None and distance == 1:
            yield same_speaker(last, "attribution.next-paragraph")

    def _of_signature(self, context: DocumentContext, quote: Quote, resolver: Resolver) -> Speaker | None:
        """Who signs a quotation that makes up its paragraph: a name with its role in a short line behind it."""
        line = signature_of(context, quote)
        if line is None:
            return None
        sources = self.finder.sources(context, *line)
        first = sources[0] if sources else None
        opens = (
            first is not None and first.person is not None and not context.text[line[0] : first.start].strip(" —–-~\t")
        )
        return resolver.resolve(first) if opens and first is not None else None

    def _of_sentence_before(
        self, context: DocumentContext, quote: Quote, frame: Frame, resolver: Resolver
    ) -> Speaker | None:
        number = context.sentence_at(frame.start).number - 1
        if number < 0:
            return None
        sentence = context.sentences[number]
        here = context.sentence_at(frame.start)
        text = context.text[sentence.start : sentence.end]
        leads = text.endswith((":", ","))
        if not (leads or sentence.paragraph == here.paragraph) or any(
            sentence.start <= q.start < sentence.end for q in context.quotes
        ):
            return None
        sources = self.finder.sources(context, sentence.start, sentence.end)
        persons = [s for s in sources if s.person is not None]
        chosen = persons or [s for s in sources if s.organization is not None or s.resolves == "analyst firm"]
        return resolver.resolve(chosen[0]) if chosen else None


def create_attribution(book: Rulebook, nlp: Language) -> AttributionRelation:
    """The relation with the rules in force."""
    return AttributionRelation(
        source_finder(book),
        LineMatcher(book.family("attribution"), book.lexicons, nlp.vocab),
        speaker_words(book),
        unnamed_speakers(book),
        book.ways("attribution"),
    )
