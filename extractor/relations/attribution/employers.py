"""Whose person somebody is: the organisation that the article tells of, or the one that can be assumed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extractor.components.context import DocumentContext
from extractor.components.organizations import phrase_at
from extractor.model import PersonMention
from extractor.relations.attribution.nearby import Nearby
from extractor.relations.attribution.speakers import SpeakerWords

_LEARNED = frozenset(("person.title", "person.degree"))
LEAD = 4
"""Sentences, with the headline, in one of which a release tells whom its company appoints."""
_OF_NOUN = re.compile(r"\b(?:of|on|for|at) (?:the|its|an?) (?:[\w-]+ )?(?P<noun>[\w-]+)$")
"""The noun of what somebody heads: "chairwoman of the advisory panel"."""


@dataclass
class Employers:
    """The employers of the persons of one document; `meant` resolves an owner's noun or pronoun there ("its",
    "charity")."""

    context: DocumentContext
    words: SpeakerWords
    nearby: Nearby
    meant: Callable[[str, PersonMention], str | None]
    _owners: dict[str, str | None] = field(default_factory=dict)

    def told(self, mention: PersonMention) -> str | None:
        """The organisation that the article gives somebody, here or elsewhere."""
        return self._appointing(mention) or mention.organization or self._owner(mention)

    def assumed(self, mention: PersonMention, kind: str, last_house: str | None) -> tuple[str | None, str]:
        """The organisation of somebody to whom the article gives none, and what kind of speaker it is: an executive's
        is the house that spoke last or a company near by, an analyst's that of the heading above, a scholar's or an
        official's the article's. Who heads something else, "the county's director", "chair of the panel", is no
        company's."""
        if mention.role and self.words.is_past(mention.role):
            return None, kind
        if kind == "company" and mention.role:
            if self._is_elsewhere(mention):
                return None, "other"
            return last_house or self.nearby.company_near(mention.start), kind
        if kind == "analyst firm":
            return self.nearby.research_house_above(self._first_mention(mention).start), kind
        if kind == "investigator" or (kind == "other" and self._is_scholar(mention)):
            return None if self._is_outsider(mention) else self.nearby.main_institution, kind
        return (self.nearby.regulator_near(mention.start) if kind == "regulator" else None), kind

    def _first_mention(self, mention: PersonMention) -> PersonMention:
        """Where the article first names the person."""
        return next(p for p in self.context.persons if p.person == mention.person)

    def _is_elsewhere(self, mention: PersonMention) -> bool:
        """Whether somebody's role is one in something that is no company, by its owner or by what it is the head of."""
        owners = (phrase_at(self.context, p).owner for p in self.context.persons if p.person == mention.person)
        if any(owner and self._is_no_company(owner) for owner in owners):
            return True
        headed = _OF_NOUN.search((mention.role or "").lower())
        return headed is not None and self.words.nouns.get(headed["noun"]) in self.words.elsewhere

    def _is_no_company(self, owner: str) -> bool:
        """Whether an owner's noun means something else: "the panel", "the county"."""
        resolves = self.words.nouns.get(owner)
        if resolves is None:
            return owner not in self.words.determiners and owner not in self.words.roles
        return resolves in self.words.elsewhere

    def _is_scholar(self, mention: PersonMention) -> bool:
        """Whether the article gives somebody a title or degrees."""
        return any(p.rule in _LEARNED for p in self.context.persons if p.person == mention.person)

    def _is_outsider(self, mention: PersonMention) -> bool:
        """Whether a sentence that names somebody says that the study was not theirs."""
        named = (p for p in self.context.persons if p.person == mention.person)
        sentences = ((p.start, self.context.sentence_at(p.start).end) for p in named)
        return any(self.words.outsider.search(self.context.text, *stretch) for stretch in sentences)

    def _appointing(self, mention: PersonMention) -> str | None:
        """The article's company, where one of its first sentences tells that it appoints somebody and names no other
        firm."""
        company = self.nearby.main_company
        first = self._first_mention(mention)
        sentence = self.context.sentence_at(first.start)
        if (
            company is None
            or sentence.number >= LEAD
            or phrase_at(self.context, first).organization not in (None, company)
        ):
            return None
        if self.words.appointing.search(self.context.text, sentence.start, sentence.end) is None:
            return None
        named = self.context.within(self.context.organizations, sentence.start, sentence.end)
        return company if {o.organization for o in named if o.kind == "company"} == {company} else None

    def _owner(self, mention: PersonMention) -> str | None:
        """The organisation that "its" or "the charity" means in what is said of a person, or the hospital at which that
        is said, here or where the article first says it."""
        if mention.person not in self._owners:
            told = (self._owner_here(p) for p in self.context.persons if p.person == mention.person)
            self._owners[mention.person] = next(filter(None, told), None)
        return self._owners[mention.person]

    def _owner_here(self, mention: PersonMention) -> str | None:
        owner = phrase_at(self.context, mention).owner
        return (self.meant(owner, mention) if owner else None) or self.nearby.house_at(mention.start)
