"""What the rules know of organisations, ready for use: names, suffixes, heads, and the words that stand beside a
name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.cue_verbs import finite_forms
from extractor.components.organizations.capitalised_words import first_word
from extractor.components.organizations.name_index import NameIndex
from extractor.components.organizations.small_letters import SmallLetterNames
from extractor.components.organizations.surroundings import Surroundings
from extractor.rulebook import Rulebook
from extractor.rulebook.lexicon import row_forms
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

_KNOWN = {"companies": "company", "analyst-firms": "analyst firm", "agencies": "regulator", "institutions": ""}
"""The lexicons of names and the kind of what they hold; where that is empty, the rows tell it."""


@dataclass(frozen=True, eq=False)
class OrganizationLexicons:
    """What the rules know of organisations, ready for use; `ways` are those of finding names that are in force."""

    ways: frozenset[str]
    known: NameIndex[tuple[str, str, str]]
    small: SmallLetterNames
    whole: frozenset[str]
    """Names of the tables to which their legal form belongs."""
    legal: re.Pattern[str]
    legal_end: re.Pattern[str]
    connector: re.Pattern[str]
    joins: frozenset[str]
    ticker: re.Pattern[str]
    head_kinds: dict[str, str]
    opening_heads: frozenset[str]
    not_companies: frozenset[str]
    branches: frozenset[str]
    suffix_kinds: dict[str, str]
    roles: frozenset[str]
    firm_roles: frozenset[str]
    heads_of_any: frozenset[str]
    """Roles behind which "of" leads to a firm's name, even to one made of common words."""
    persons_own: frozenset[str]
    """Roles that people have and no company: "Hughes's daughter", "Bonnard's professor"."""
    analysts: frozenset[str]
    defined: frozenset[str]
    deeds: frozenset[str]
    cause: re.Pattern[str]
    cause_openers: frozenset[str]
    tie: re.Pattern[str]
    """What ties a role to the organisation behind it, with its spaces."""
    duties: frozenset[str]
    things: re.Pattern[str]
    speech: re.Pattern[str]
    plain_endings: tuple[str, ...]
    title_endings: tuple[str, ...]
    inside: re.Pattern[str]
    particle: re.Pattern[str]
    """A small word of a person's name, before its last word."""
    noun: re.Pattern[str]
    noun_behind: re.Pattern[str]
    """A noun behind a name: one for a group of people for a cause."""
    noun_kinds: dict[str, str]
    surroundings: Surroundings


def organization_lexicons(book: Rulebook) -> OrganizationLexicons:
    """Made once from the rules in force."""
    suffixes, roles = book.lexicon("company-suffixes"), book.lexicon("role-heads")
    legal, without_comma = (
        alternatives(form.rstrip(".") for form in suffixes.written(kind="legal", comma=comma)) for comma in ("", "no")
    )
    forms = rf"(?:,? (?:{legal})| (?:{without_comma}))"
    connectors = book.lexicon("name-connectors")
    exchanges = alternatives(book.lexicon("exchanges").written())
    legal_forms = compiled(rf"(?:{forms}(?![\w-])\.?)+")
    legal_end = compiled(rf"(?:{forms}\.?)+$")
    known, speech = _known_names(book), _speech(book)
    heads, small = book.lexicon("institution-heads"), book.lexicon("role-links")
    nouns = {form: row["kind"] for row in book.lexicon("kind-nouns").rows.values() for form in row_forms(row)}
    ties = small.terms(kind="link", names="yes")
    causes = [noun for noun, kind in nouns.items() if kind == "association"]
    return OrganizationLexicons(
        ways=book.ways("organization"),
        known=NameIndex.of(known),
        small=SmallLetterNames(name for name in known if first_word(name) is None),
        whole=frozenset(term for term, *_ in known.values() if legal_end.search(term)),
        legal=legal_forms,
        legal_end=legal_end,
        connector=compiled(rf",? (?P<word>{alternatives(connectors.rows)}) ", re.IGNORECASE),
        joins=frozenset(connectors.terms(joins="and")),
        ticker=compiled(
            rf"\((?:[^()]{{0,40}}[;,] ?)?(?:{exchanges})\s?:\s?[“\"]?(?P<ticker>[A-Z0-9.]{{1,9}})\b[^()]*\)"
        ),
        head_kinds={form: row["kind"] for row in heads.rows.values() for form in row_forms(row)},
        opening_heads=frozenset(heads.written(first="yes")),
        not_companies=frozenset(book.lexicon("after-names").written(kind="other")),
        branches=frozenset(book.lexicon("after-names").written(kind="branch")),
        suffix_kinds={form.split()[-1]: row["kind"] for row in suffixes.rows.values() for form in row_forms(row)},
        roles=frozenset(form.lower() for form in roles.written()),
        firm_roles=frozenset(form.lower() for firm in ("yes", "any") for form in roles.written(firm=firm)),
        heads_of_any=frozenset(form.lower() for form in roles.written(firm="any")),
        persons_own=frozenset(
            form.lower() for kind in ("investigator", "patient group", "other") for form in roles.written(kind=kind)
        ),
        analysts=frozenset(form.lower() for form in roles.written(kind="analyst firm")),
        defined=frozenset(word.lower() for word in book.lexicon("defined-words").written()),
        cause=_cause(book),
        cause_openers=frozenset(form.split()[0] for form in book.lexicon("cause-names").written()),
        tie=compiled(rf" (?:{alternatives(ties)}) $"),
        duties=frozenset((*small.terms(kind="leads"), *small.terms(kind="works"))),
        things=compiled(rf"[’']s? (?:[\w-]+ ){{0,3}}?(?:{alternatives(book.lexicon('company-things').written())})\b"),
        speech=speech,
        plain_endings=tuple(book.lexicon("speech-words").terms(kind="ending")),
        title_endings=tuple(book.lexicon("speech-words").terms(heading="yes")),
        inside=compiled(rf"\b(?:{alternatives(book.lexicon('speech-words').terms(kind='inside'))}) $"),
        particle=compiled(rf"\b(?:{alternatives(book.lexicon('name-particles').written())}) ?$"),
        noun=compiled(rf"\b(?P<noun>{alternatives(nouns)})(?P<comma>,)? $"),
        noun_behind=compiled(rf" (?P<noun>{alternatives(causes)})(?!\w)"),
        noun_kinds=nouns,
        surroundings=Surroundings(
            (f" {tie} " for tie in ties),
            (f" {noun}{comma} " for noun in nouns for comma in ("", ",")),
            legal_forms,
            speech,
        ),
        deeds=frozenset((*book.lexicon("cue-verbs").written(kind="say"), *book.lexicon("company-verbs").written())),
    )


def _speech(book: Rulebook) -> re.Pattern[str]:
    """ " said", " has called", ", a charity, said": what follows the name of who speaks."""
    clause = r", (?:an?|the|which|whose|in) [^.,;:“”\"\n]{3,110}(?:,[^.,;:“”\"\n]{3,60})?,"
    return compiled(rf"(?:{clause})? (?:has |had |also |later |even )?(?:{finite_forms(book, 'say', 'call')})\b")


def _cause(book: Rulebook) -> re.Pattern[str]:
    """ "Parents for Duchenne Research": who they are, a small word, and what it is about."""
    names = book.lexicon("cause-names")
    people, doing = (alternatives(names.written(place=place)) for place in ("first", "doing"))
    ties, with_ = (alternatives(names.written(place=place)) for place in ("tie", "with"))
    name = r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
    before = rf"(?:{people}|{doing})(?: [A-Z][a-z]+)? (?:{ties})|(?:{doing}) (?:{with_})"
    return compiled(rf"(?:{before}) {name}(?: and {name})?")


def _known_names(book: Rulebook) -> dict[str, tuple[str, str, str]]:
    """Each name as it is written → the row's first name, kind, rule."""
    names: dict[str, tuple[str, str, str]] = {}
    ways = book.ways("organization")
    for lexicon, kind in _KNOWN.items():
        if f"organization.{lexicon}" not in ways:
            continue
        for row in {id(row): row for row in book.lexicon(lexicon).rows.values()}.values():
            for form in row_forms(row):
                names[form] = (row["term"], kind or row["kind"], f"organization.{lexicon}")
    return names
