"""Institutions by their own words: a head such as "University" or "Hospital", alone or with the words before and behind
it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.components.organizations.capitalised_words import BREAKS, Sense, Word, word_before
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.organization_name import MAX_WORDS, OrganizationName

_MARKED_NAME = re.compile(r"(?:[A-Z]\w+ )?[“\"][A-Z][^“”\"\n]{1,39}[^“”\"\n,.?!][”\"] $")


def institution_after_article(
    text: str, words: Sequence[Word], first: int, stop: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    """An institution of any capitalised words between "the" and its head: "the Sarcoma Patients Union"."""
    start = words[first].start
    if stop - first < 3 or text[max(0, start - 4) : start].lower() != "the ":
        return None
    for number in range(first + 2, min(stop, first + MAX_WORDS)):
        if head_kind(words, number, lexicons):
            return institution(text, words, first, number, stop, lexicons)
    return None


def head_kind(words: Sequence[Word], number: int, lexicons: OrganizationLexicons) -> str | None:
    """The kind of institution that a word makes of a name, together with the word before it or alone."""
    word = words[number]
    if not word.sense & Sense.INSTITUTION:
        return None
    before = word_before(words, number)
    kind = lexicons.head_kinds.get(f"{before.text} {word.text}") if before is not None else None
    return kind or lexicons.head_kinds.get(_titled(word))


def _titled(word: Word) -> str:
    """A word as it is written in titles, if it is written in capitals."""
    return word.text.title() if word.text.isupper() else word.text


def institution(
    text: str, words: Sequence[Word], first: int, number: int, stop: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    """A name with an institution's head at `number`, with the names behind it: those of a place, what it is about."""
    kind = head_kind(words, number, lexicons) or "institute"
    opens = first == number and _titled(words[number]) not in lexicons.opening_heads
    while not opens and number + 1 < stop and not words[number + 1].sense & BREAKS and number - first < MAX_WORDS:
        number += 1
        kind = head_kind(words, number, lexicons) or kind
    number = _connected(text, words, number, lexicons)
    start, end = words[first].start, words[number].end
    marked = _MARKED_NAME.search(text, max(0, start - 60), start)  # IRCCS “Carlo Besta” Neurological Institute
    if first == number and marked is None:
        return None
    start = marked.start() if marked else start
    return OrganizationName(start, end, text[start:end], kind, "organization.institution-head")


_NAME_OR_FIELD = Sense.FIRST_NAME | Sense.WEAK
"""A first name, or a word of what companies and institutions are about, or both ("Gene")."""


def _connected(text: str, words: Sequence[Word], number: int, lexicons: OrganizationLexicons) -> int:
    """The number of the last word of a name that small words carry on: "School of Medicine", "Allergy and Infectious
    …"."""
    for connected in range(4):
        joint = lexicons.connector.match(text, words[number].end)
        following = number + 1 if number + 1 < len(words) else None
        if joint is None or following is None or words[following].start != joint.end():
            break
        sense = words[following].sense
        if sense & BREAKS and not sense & Sense.INSTITUTION:
            break
        if joint["word"].lower() in lexicons.joins and (not connected or sense & _NAME_OR_FIELD == Sense.FIRST_NAME):
            break
        number = following
        while words[number].glued and not words[number + 1].sense & BREAKS:
            number += 1
    return number
