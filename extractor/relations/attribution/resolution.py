"""Who is meant by a source: pronouns, "the firm", "the company", "analysts" resolved to those the article has named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.components.context import DocumentContext
from extractor.model import PersonMention
from extractor.relations.attribution.employers import Employers
from extractor.relations.attribution.nearby import OPENING, Nearby
from extractor.relations.attribution.sources import Source
from extractor.relations.attribution.speakers import Speaker, SpeakerWords

ANALYSTS = frozenset({"analyst", "analyst firm"})
"""What the nouns for analysts and research houses resolve to."""

_OWNER = re.compile(r"[’']s?$")


@dataclass
class Resolver:
    """Resolves the sources of one document, in the order of the text: `spoken` are the speakers so far, `last_quote` is
    where their last words end."""

    context: DocumentContext
    words: SpeakerWords
    spoken: list[Speaker] = field(default_factory=list)
    last_quote: int = 0

    def __post_init__(self) -> None:
        self.nearby = Nearby(self.context, self.words)
        self.employers = Employers(self.context, self.words, self.nearby, self._organization_meant)

    def resolve(self, source: Source, before: Sequence[Source] = ()) -> Speaker | None:
        """The speaker that a source stands for, `before` being the sources that stand before it in its sentence; None
        where the article does not say."""
        if source.person is not None:
            return self.of_person(source.person)
        if source.organization is not None:
            return self._of_organization(source.organization.organization, source.word)
        if source.resolves == "person":
            return self._last_person(source, before) if source.kind == "pronoun" else self._of_role(source)
        if source.resolves == "any":
            return self._last_subject(source, before)
        if self._is_one_of_many(source):
            return Speaker(self.context.text[source.start : source.end].split()[-1], kind=self._kind_of_noun(source))
        if source.resolves == "group":
            return Speaker(self._words(source), kind=self._kind_of_noun(source))
        if source.resolves == "analyst" and (analyst := self._last_analyst(source)) is not None:
            return analyst
        return self._of_noun(source)

    def _is_one_of_many(self, source: Source) -> bool:
        """Whether a source is analysts of whom the article says no more than that: "some analysts", "one analyst"."""
        if source.resolves not in ANALYSTS:
            return False
        first, *_ = self.context.lowered[source.start : source.end].split()
        return first in self.words.indefinite

    def issuer(self, offset: int) -> Speaker | None:
        """Who issued the text that "the statement" means there: whom "it" would mean."""
        sentence = self.context.sentence_at(offset)
        here = self.nearby.outside_quotes(sentence.start, offset)
        if here:
            return self._of_organization(here[0].organization)
        return self._last_subject(Source(offset, offset, "pronoun", resolves="any"), ())

    def _last_analyst(self, source: Source) -> Speaker | None:
        """The last person of a research house whom the paragraph or the one before names."""
        near = [p for p in self.context.persons if p.start < source.start and self._near(p.start, source.start)]
        speakers = [self.of_person(p) for p in reversed(near)]
        return next((speaker for speaker in speakers if speaker.kind == "analyst firm"), None)

    def of_person(self, mention: PersonMention) -> Speaker:
        """The speaker that a person's mention names, of the organisation that is told or assumed."""
        organization = self.employers.told(mention)
        kind = self._kind(organization, mention.role)
        if organization is None:
            organization, kind = self.employers.assumed(mention, kind, self._last_house(mention.start))
        return Speaker(mention.person, organization, mention.role, kind, mention.person)

    def _last_house(self, offset: int) -> str | None:
        """The patient group that spoke last, if it did so in the paragraph or the one before: whose "chief executive"
        speaks next."""
        last = self.spoken[-1] if self.spoken else None
        if last is None or last.kind != "patient group" or last.name != last.organization:
            return None
        return last.organization if self._near(self.last_quote, offset) else None

    def _organization_meant(self, owner: str, mention: PersonMention) -> str | None:
        """ "the charity": the last organisation of that kind; "its": the first one that the sentence names before, else
        whom "it" would mean."""
        if owner in self.words.nouns and owner not in self.words.determiners:
            source = Source(mention.start, mention.end, "noun", word=owner, resolves=self.words.nouns[owner])
            speaker = self.resolve(source)
        elif owner not in self.words.determiners and owner not in self.words.nouns:
            return None
        else:
            sentence = self.context.sentence_at(mention.start)
            here = self.nearby.outside_quotes(sentence.start, mention.start)
            if here:
                return here[0].organization
            speaker = self._last_subject(Source(mention.start, mention.end, "pronoun", resolves="any"), ())
        return speaker.organization if speaker is not None else None

    def _of_organization(self, organization: str, word: str | None = None) -> Speaker:
        """An organisation that speaks for itself; `word`: its people who speak ("researchers")."""
        return Speaker(organization, organization, word, self._kind(organization, None))

    def _of_role(self, source: Source) -> Speaker | None:
        """ "the CEO", "its chairman": the last speaker or person with that word in the role."""
        word = (source.word or "").lower()
        persons = [p for p in self.context.persons if p.start < source.start and p.role and word in p.role.lower()]
        if persons:
            return self.of_person(persons[-1])
        named = [p for p in self.context.persons if p.role and word in p.role.lower()]
        if named:
            return self.of_person(named[0])
        last = self.spoken[-1] if self.spoken else None
        if last is not None and last.person and not last.role and self._same_paragraph(self.last_quote, source.start):
            return last
        company = self.nearby.main_company
        return Speaker(company, company, word, "company") if company else None

    def _last_person(self, source: Source, before: Sequence[Source]) -> Speaker | None:
        """The last person who "he" or "she" can mean: in the sentence, the paragraph, else who spoke last."""
        for other in reversed(before):
            if other.person is not None and self._agrees(other.person.person, source.word):
                return self.of_person(other.person)
        unnamed = self._last_unnamed(source)
        if unnamed is not None:
            return unnamed
        last = next((s for s in reversed(self.spoken) if s.person and self._agrees(s.person, source.word)), None)
        near = [p for p in self.context.persons if p.start < source.start and self._agrees(p.person, source.word)]
        if near and (last is None or self._just_named(near[-1], source.start) or self._is_new(near[-1], source.start)):
            return self.of_person(near[-1])
        return last or (self.of_person(near[-1]) if near else None)

    def _last_unnamed(self, source: Source) -> Speaker | None:
        """The spokesman without a name who spoke last in the paragraph or the one before, where nobody is named
        since."""
        last = self.spoken[-1] if self.spoken else None
        if last is None or last.person or not self._near(self.last_quote, source.start):
            return None
        if self.words.nouns.get(last.role or "") != "company" or (last.role or "").endswith("s"):
            return None
        since = self.context.within(self.context.persons, self.last_quote, source.start)
        return None if since else last

    def _just_named(self, person: PersonMention, offset: int) -> bool:
        """Whether a person is named in the paragraph of `offset`, or in the last sentence of the one before."""
        named, sentence = self.context.sentence_at(person.start), self.context.sentence_at(offset)
        return (
            named.paragraph == sentence.paragraph or named.number == self.nearby.first_of_paragraph(sentence.number) - 1
        )

    def _is_new(self, person: PersonMention, offset: int) -> bool:
        """Whether a person opens a sentence behind the last quotation, in this paragraph or the one before."""
        opens = person.start - self.context.sentence_at(person.start).start <= OPENING
        return opens and person.start > self.last_quote and self.nearby.paragraphs_between(person.start, offset) <= 1

    def _agrees(self, person: str, pronoun: str | None) -> bool:
        """Whether a first name's gender, where it is known, is the pronoun's."""
        wanted = self.words.genders.get(pronoun or "")
        known = self.words.genders.get(person.split()[0].lower())
        return not wanted or not known or wanted == known

    def _last_subject(self, source: Source, before: Sequence[Source]) -> Speaker | None:
        """Whom "it" or "they" means: the first organisation of the sentence, then of the nearest sentence before it in
        the paragraph that names one, or which spoke last in that; else whoever spoke last."""
        for other in before:
            if other.kind != "pronoun" and other.person is None:
                return self.resolve(other)
        last = self.spoken[-1] if self.spoken else None
        sentence = self.context.sentence_at(source.start)
        for previous in reversed(self.context.sentences[: sentence.number]):
            if previous.paragraph != sentence.paragraph:
                break
            outside = self.nearby.outside_quotes(previous.start, previous.end)
            if outside:
                spoke = last is not None and not last.person and previous.start <= self.last_quote < previous.end
                return last if spoke else self._of_organization(outside[0].organization)
        above = self.nearby.research_house_above(source.start)
        known = last is not None and last.organization == above
        return self._of_organization(above) if above and not known else last

    def _same_paragraph(self, one: int, other: int) -> bool:
        return self.nearby.paragraphs_between(one, other) == 0

    def _of_noun(self, source: Source) -> Speaker:
        """ "the company", "the agency": the last organisation of that kind that is named near by, not counting those in
        quotations; else the one that spoke last; else any before it, or the words themselves."""
        wanted = self.words.meant.get(source.resolves or "", frozenset())
        last = next((s for s in reversed(self.spoken) if s.organization and s.kind in wanted), None)
        before = [
            o for o in self.nearby.outside_quotes(0, source.start) if self.nearby.kind_of(o.organization) in wanted
        ]
        near = [o for o in before if self._near(o.start, source.start)]
        if source.resolves == "company" and not near and self.nearby.main_company:
            return self._of_organization(self.nearby.main_company)
        if near:
            return self._of_organization(near[-1].organization)
        if last is not None and last.organization:
            return self._of_organization(last.organization)
        if before and source.resolves not in ANALYSTS:
            return self._of_organization(before[-1].organization)
        quoted = self.nearby.in_quotes(source.start, wanted)
        if quoted is not None:
            return self._of_organization(quoted)
        if source.resolves == "institution" and (regulator := self.nearby.regulator_near(source.start)) is not None:
            return self._of_organization(regulator)
        return Speaker(self._words(source), kind=self._kind_of_noun(source))

    def _near(self, one: int, other: int) -> bool:
        return self.nearby.paragraphs_between(one, other) <= 1

    def _words(self, source: Source) -> str:
        words = self.context.text[source.start : source.end].split()
        owner = next((n for n, word in enumerate(words[:-1]) if _OWNER.search(word)), -1)
        words = words[owner + 1 :]
        return " ".join(words[1:] if len(words) > 1 and words[0].lower() in self.words.determiners else words)

    def _kind_of_noun(self, source: Source) -> str:
        resolves = source.resolves or ""
        return resolves if resolves in self.words.kinds.values() else self.words.roles.get(source.word or "", "other")

    def _kind(self, organization: str | None, role: str | None) -> str:
        """The kind of speaker, by the organisation, then by the role; an analyst by the role."""
        told = self.words.kind_of_role(role)
        if organization is None or told == "analyst firm":
            return told or "other"
        return self.words.kinds.get(self.nearby.kind_of(organization), "other")
