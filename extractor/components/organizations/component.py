"""Organisations and persons: `extractor_organizations`.

No trained model: a name is known by its own words (suffix, head, lexicon), by what stands beside it (ticker, degree,
role, title), or because the article has defined it before. The words are in `rules/organizations` and `rules/persons`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.components.organizations.capitalised_words import CapitalisedWords, Word, word_senses
from extractor.components.organizations.lexicons import OrganizationLexicons, organization_lexicons
from extractor.components.organizations.mentions import find_organizations
from extractor.components.organizations.organization_name import OrganizationName
from extractor.components.organizations.person_evidence import PersonEvidence
from extractor.components.organizations.persons import PersonFinder, PersonName
from extractor.components.organizations.place_names import PlaceNames
from extractor.components.organizations.role_words import role_lexicons
from extractor.components.organizations.roles import PersonPhrase
from extractor.components.steps import Component, as_spans
from extractor.model import OrganizationMention, PersonMention
from extractor.rulebook import Rulebook, load_rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

_PHRASES = "person phrases"


@dataclass(frozen=True)
class OrganizationStep:
    """Fills the context's organisations and persons."""

    capitalised: CapitalisedWords
    lexicons: OrganizationLexicons
    people: PersonFinder

    def __call__(self, context: DocumentContext) -> None:
        small = self.lexicons.small
        words = small.added_to(self.capitalised(context.text), context.text, context.places(small.beginnings))
        barred = [(drug.start, drug.end) for drug in context.drugs]
        names = find_organizations(context.text, words, self.lexicons, barred)
        inside = _starts_inside(words, names) | {start for start, _ in barred}
        people = self.people.find(context.text, words, names, inside)
        context.organizations[:] = [_organization(context, name) for name in names]
        context.persons[:] = _persons(context, people)
        context.notes[_PHRASES] = {person.start: person.phrase for person in people}


def _starts_inside(words: Sequence[Word], names: Sequence[OrganizationName]) -> set[int]:
    """Where the words start that stand in one of the `names`."""
    starts = [word.start for word in words]
    inside: set[int] = set()
    for name in names:
        inside.update(starts[bisect_left(starts, name.start) : bisect_left(starts, name.end)])
    return inside


def _organization(context: DocumentContext, name: OrganizationName) -> OrganizationMention:
    return OrganizationMention(
        **context.place("organization", name.start, name.end),
        rule=name.rule,
        organization=name.name,
        kind=name.kind,
        ticker=name.ticker,
    )


def _persons(context: DocumentContext, people: list[PersonName]) -> list[PersonMention]:
    """The mentions, each with the role and organisation that the article gives the person, there or elsewhere."""
    known: dict[str, tuple[str | None, str | None]] = {}
    for person in people:
        role, organization = known.get(person.name, (None, None))
        known[person.name] = (role or person.phrase.role, organization or person.phrase.organization)
    return [
        PersonMention(
            **context.place("person", person.start, person.end),
            rule=person.rule,
            person=person.name,
            role=person.phrase.role or known[person.name][0],
            organization=person.phrase.organization or known[person.name][1],
        )
        for person in people
    ]


def phrase_at(context: DocumentContext, person: PersonMention) -> PersonPhrase:
    """The phrase around a person's mention: from the title before the name to the organisation after it."""
    phrases = context.notes.get(_PHRASES, {})
    return phrases.get(person.start) or PersonPhrase(person.start, person.end, person.role, person.organization)


def create_finder(book: Rulebook) -> PersonFinder:
    """The finder of persons with the rules in force."""
    particles = alternatives(book.lexicon("name-particles").written())
    return PersonFinder(
        PersonEvidence(role_lexicons(book), PlaceNames.of(book)),
        compiled(rf" (?:(?:{particles}) ?)+"),
        book.ways("person"),
    )


@Language.factory("extractor_organizations", default_config={"rules": []})
def create_organizations(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    book = load_rulebook(rules)
    step = OrganizationStep(CapitalisedWords(word_senses(book)), organization_lexicons(book), create_finder(book))
    return Component(step, as_spans(organizations="ORGANIZATION", persons="PERSON"))
