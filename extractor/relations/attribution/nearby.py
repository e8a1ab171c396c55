"""The organisations around a place in the article: whose executive or official somebody without a firm is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import OrganizationMention
from extractor.relations.attribution.speakers import SpeakerWords, main_company, main_institution
from extractor.relations.leads import heading_of

_AT = re.compile(r"At (?:the )?")
_KNOWN = "organization.companies"
"""How the big companies are known, with whose drugs one is compared: "Gilead’s Sovaldi"."""
OPENING = 4
"""Characters before whoever opens a sentence at most: "The"."""
PHRASE = 30
"""Characters before a company that opens a sentence with what it is, at most: "European partner Acmera"."""


@dataclass
class Nearby:
    """The organisations of one document, and those that it is about."""

    context: DocumentContext
    words: SpeakerWords

    def __post_init__(self) -> None:
        self.kinds = {o.organization: o.kind for o in self.context.organizations}
        self.main_company, self.dominant = main_company(self.context)
        self.main_institution = main_institution(self.context, self.words)

    def kind_of(self, organization: str | None) -> str:
        """The kind of organisation: company, analyst firm, regulator, hospital …"""
        return self.kinds.get(organization or "", "company")

    def outside_quotes(self, start: int, end: int) -> list[OrganizationMention]:
        """The organisations named in [start, end), not counting those in a quotation."""
        mentions = self.context.within(self.context.organizations, start, end)
        return [m for m in mentions if not any(q.start <= m.start < q.end for q in self.context.quotes)]

    def in_quotes(self, offset: int, kinds: Collection[str]) -> str | None:
        """The last organisation of these kinds that the paragraph names before, in a quotation."""
        start = self.context.sentences[self.first_of_paragraph(self.context.sentence_at(offset).number)].start
        named = self.context.within(self.context.organizations, start, offset)
        return next((o.organization for o in reversed(named) if self.kind_of(o.organization) in kinds), None)

    def first_of_paragraph(self, number: int) -> int:
        """The number of the first sentence of the paragraph in which sentence `number` stands."""
        sentences = self.context.sentences
        while number and sentences[number - 1].paragraph == sentences[number].paragraph:
            number -= 1
        return number

    def company_near(self, offset: int) -> str | None:
        """The company that opens the sentence; else the last one named in the sentence before, the paragraph or the one
        before, if the main one is not named there; else the main company where it is most of those that the article
        names; else the last one named in the paragraph before or that one before."""
        companies = [o for o in self.outside_quotes(0, offset) if o.kind == "company"]
        near = companies[-1] if companies else None
        sentence = self.context.sentence_at(offset)
        subject = next((o for o in companies if sentence.start <= o.start <= sentence.start + OPENING), None)
        if subject is not None and subject.end < offset:
            return subject.organization
        opener = self._opener(sentence.number - 1, sentence.paragraph)
        if opener is not None:
            return opener
        acting = [o for o in companies if not (self.dominant and o.rule == _KNOWN and self._owns(o))]
        for stretch in (
            self._since_sentence(acting, sentence.number - 1),
            self._since_paragraph(acting, sentence.paragraph),
        ):
            if stretch and self.main_company not in stretch and self._is_subject(stretch[-1]):
                return stretch[-1]
        if self.main_company and self.dominant:
            return self.main_company
        if near is not None and self.paragraphs_between(near.start, offset) <= 2:
            return near.organization
        return self.main_company

    def research_house_above(self, offset: int) -> str | None:
        """The research house that the heading above a paragraph names: "Jefferies: Wait For More Data"."""
        heading = heading_of(self.context, self.context.sentence_at(offset))
        named = self.outside_quotes(heading.start, heading.end) if heading else []
        houses = [o.organization for o in named if o.kind == "analyst firm"]
        return houses[0] if houses else None

    def house_at(self, offset: int) -> str | None:
        """The hospital or university where a sentence plays that tells of no other organisation before: "At Mercy
        Hospital, …"."""
        sentence = self.context.sentence_at(offset)
        named = self.outside_quotes(sentence.start, offset)
        if len({o.organization for o in named}) != 1 or self.words.kinds.get(named[0].kind) != "investigator":
            return None
        opens = _AT.fullmatch(self.context.text, sentence.start, named[0].start)
        return named[0].organization if opens else None

    def regulator_near(self, offset: int) -> str | None:
        """The last regulator named in the paragraph, or before; else the first one that the paragraph goes on to
        name."""
        named = self.outside_quotes(0, len(self.context.text))
        regulators = [o for o in named if self.kind_of(o.organization) == "regulator"]
        before = [o for o in regulators if o.start < offset]
        after = [o for o in regulators if o.start >= offset and self.paragraphs_between(offset, o.start) == 0]
        return before[-1].organization if before else after[0].organization if after else None

    def _opener(self, number: int, paragraph: int) -> str | None:
        """The company that opens a sentence of the paragraph, if the article names it more than once: whom that speaks
        of."""
        if number < 0 or self.context.sentences[number].paragraph != paragraph:
            return None
        sentence = self.context.sentences[number]
        named = self.outside_quotes(sentence.start, min(sentence.start + PHRASE, sentence.end))
        firm = named[0] if named and named[0].kind == "company" else None
        if firm is None or self._owns(firm) or not self._is_subject(firm.organization):
            return None
        return firm.organization

    def _owns(self, mention: OrganizationMention) -> bool:
        """Whether an organisation is only named as the owner of something."""
        return self.context.text[mention.end : mention.end + 1] in ("’", "'")

    def _since_sentence(self, mentions: Sequence[OrganizationMention], number: int) -> list[str]:
        return [o.organization for o in mentions if self.context.sentence_at(o.start).number >= number]

    def _since_paragraph(self, mentions: Sequence[OrganizationMention], paragraph: int) -> list[str]:
        """The organisations of the mentions from the paragraph before `paragraph` on."""
        return [o.organization for o in mentions if self.context.sentence_at(o.start).paragraph >= paragraph - 1]

    def _is_subject(self, organization: str) -> bool:
        """Whether the article names an organisation more than once: it is no partner in passing."""
        return sum(o.organization == organization for o in self.context.organizations) > 1

    def paragraphs_between(self, one: int, other: int) -> int:
        """How many paragraphs later the second offset stands than the first."""
        return self.context.sentence_at(other).paragraph - self.context.sentence_at(one).paragraph
