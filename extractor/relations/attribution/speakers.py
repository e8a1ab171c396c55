"""Speakers: who they are, what the rules know of them, and whose article it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractor.components.context import DocumentContext
from extractor.model import Quote
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

OFTEN = 3
"""Mentions that the company of an article needs beside others."""
LEAD = 700
"""How many characters at least are the headline and first paragraphs, in which an institution names itself."""


class Speaker(NamedTuple):
    """Who spoke: the name as fully as the article has it, the organisation, the role as written, what kind of
    speaker."""

    name: str
    organization: str | None = None
    role: str | None = None
    kind: str = "other"
    person: str | None = None


class Attribution(NamedTuple):
    """Who said a quotation: its speaker, the cue's words, the rule."""

    speaker: Speaker
    cue: str | None
    rule: str


@dataclass(frozen=True)
class SpeakerWords:
    """What the rules know of speakers: the kind of speaker by a role's noun and by the kind of an organisation, the
    kinds of organisations that a noun can mean, the gender of first names and pronouns, determiners and those of them
    with which nobody is meant whom the article has named, what a noun resolves to, words for what is past, what nouns
    resolve to that mean no company, and words with which somebody is appointed, and which tell that somebody had no
    part in a study; all in lower case."""

    roles: Mapping[str, str]
    kinds: Mapping[str, str]
    meant: Mapping[str, frozenset[str]]
    genders: Mapping[str, str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    nouns: Mapping[str, str]
    past: frozenset[str]
    elsewhere: frozenset[str]
    appointing: re.Pattern[str]
    outsider: re.Pattern[str]

    def is_past(self, role: str) -> bool:
        """Whether a role is one of former days: "past president"."""
        return not self.past.isdisjoint(role.lower().split())

    def kind_of_role(self, role: str | None) -> str | None:
        """The kind of speaker that a role tells: an analyst is one wherever the word stands, an investigator next, else
        what the last noun says; None where no noun is known."""
        kinds = [self.roles[word] for word in (role or "").lower().replace(",", " ").split() if word in self.roles]
        for first in ("analyst firm", "investigator"):
            if first in kinds:
                return first
        return kinds[-1] if kinds else None


def speaker_words(book: Rulebook) -> SpeakerWords:
    """Made once from the rules in force."""
    kinds = {kind: row for kind, row in book.lexicon("speaker-kinds").rows.items()}
    nouns = {noun for row in kinds.values() for noun in row["meant"].split(";")}
    return SpeakerWords(
        roles={form: row["kind"] for form, row in book.lexicon("role-heads").rows.items()},
        kinds={kind: row["speaker"] for kind, row in kinds.items()},
        meant={noun: frozenset(k for k, row in kinds.items() if noun in row["meant"].split(";")) for noun in nouns},
        genders={
            form: row["gender"]
            for lexicon in (book.lexicon("first-names"), book.lexicon("speaker-nouns"))
            for form, row in lexicon.rows.items()
            if row.get("gender")
        },
        determiners=frozenset(book.lexicon("determiners").rows),
        indefinite=frozenset(book.lexicon("determiners").terms(indefinite="yes")),
        appointing=compiled(rf"\b(?:{alternatives(book.lexicon('appointment-words').written())})\b", re.IGNORECASE),
        outsider=compiled(rf"(?:{alternatives(book.lexicon('role-links').terms(kind='outsider'))})\b"),
        past=frozenset(book.lexicon("role-links").terms(kind="past")),
        elsewhere=frozenset(
            noun for kind, row in kinds.items() if row["speaker"] != "company" for noun in row["meant"].split(";")
        )
        - frozenset(kinds["company"]["meant"].split(";")),
        nouns={form: row["resolves"] for form, row in book.lexicon("speaker-nouns").rows.items()},
    )


def with_speaker(quote: Quote, attribution: Attribution) -> Quote:
    """The quote with what the rules say of its speaker."""
    speaker = attribution.speaker
    return replace(
        quote,
        speaker=speaker.name,
        organization=speaker.organization,
        role=speaker.role,
        speaker_kind=speaker.kind,
        cue=attribution.cue,
        attribution_rule=attribution.rule,
    )


def same_speaker(quote: Quote, rule: str) -> Attribution:
    """The attribution of what the speaker of `quote` says besides, by the id of a rule."""
    speaker = Speaker(
        quote.speaker or "",
        quote.organization,
        quote.role,
        quote.speaker_kind or "other",
        quote.speaker if quote.role else None,
    )
    return Attribution(speaker, quote.cue, rule)


def main_company(context: DocumentContext) -> tuple[str | None, bool]:
    """The company that the article is about: the one it names most, the headline and a ticker counting thrice; and
    whether no other one can be meant: it is named often, and twice as often as any other, or the headline names it
    first."""
    counts: Counter[str] = Counter()
    head = context.text.find("\n", 1)
    headed: list[str] = []
    for mention in context.organizations:
        if mention.kind == "company":
            counts[mention.organization] += 3 if mention.start < head or mention.ticker else 1
            if mention.start < head:
                headed.append(mention.organization)
    ranked = counts.most_common(2)
    if not ranked:
        return None, False
    name, count = ranked[0]
    often = len(ranked) == 1 or (count >= OFTEN and count >= 2 * ranked[1][1])
    return name, often or headed[:1] == [name]


def main_institution(context: DocumentContext, words: SpeakerWords) -> str | None:
    """The hospital, university or institute whose article it is: the one in the headline or the first
    paragraphs, where the article is no company's."""
    head = context.text.find("\n\n", 1)
    first = next((o for o in context.organizations if o.start < max(head, LEAD)), None)
    if first is None or words.kinds.get(first.kind) != "investigator":
        return None
    return first.organization
