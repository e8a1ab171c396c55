"""Organisations by their own words: names that the lexicons know, companies' suffixes, institutions' heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.words import BREAKS, SUFFIX, Sense, Word, word_before

MAX_WORDS = 6
"""Capitalised words before a company's suffix or an institution's head at most."""
_MARKED_NAME = re.compile(r"(?:[A-Z]\w+ )?[“\"][A-Z][^“”\"\n]{1,40}[”\"] $")
_BEFORE_LEGAL = frozenset(", ")
"""What stands before a legal form."""


class OrganizationName(NamedTuple):
    """A stretch of text that names an organisation; `name` in full, `rule` the id of the way it was found; `sure` unless only what
    stands beside the name tells that it is one. (There are many in an article, and a dataclass takes several times as long
    to make and to change.)"""

    start: int
    end: int
    name: str
    kind: str
    rule: str
    ticker: str | None = None
    sure: bool = True


def names_by_words(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, barred: set[int]
) -> dict[int, OrganizationName]:
    """The organisations that their own words tell, by where they start; `barred`: where something else starts (drugs)."""
    found: dict[int, OrganizationName] = {}
    number = 0
    while number < len(words):
        name = None if words[number].start in barred else _longest(text, words, number, lexicons)
        number += 1
        if name is not None:
            found[name.start] = name
            while number < len(words) and words[number].start < name.end:
                number += 1
    return found


def _longest(text: str, words: Sequence[Word], number: int, lexicons: OrganizationLexicons) -> OrganizationName | None:
    word = words[number]
    name = _known(text, word, lexicons)
    if name is not None and name.end == word.end and _is_persons(text, words, number, lexicons):
        name = None
    if not (word.glued or word.sense & Sense.INSTITUTION) and text[word.end : word.end + 1] not in _BEFORE_LEGAL:
        return name
    by_form = _by_form(text, words, number, lexicons)
    if by_form is None or by_form.rule not in lexicons.ways:
        return name
    return by_form if name is None or by_form.end > name.end else name


def _known(text: str, word: Word, lexicons: OrganizationLexicons) -> OrganizationName | None:
    entry = lexicons.known.at(text, word)
    if entry is None:
        return None
    end, (name, kind, rule) = entry
    legal = lexicons.legal.match(text, end)
    return OrganizationName(word.start, legal.end() if legal else end, name, kind, rule)


def _is_persons(text: str, words: Sequence[Word], number: int, lexicons: OrganizationLexicons) -> bool:
    """Whether a known name is here the first word of a person's: a role or title before it, or a first name, and an unknown
    word after it ("analyst Yale Jen"); or the last one, behind a first name ("Ken Abbott")."""
    word = words[number]
    leads = word_before(words, number)
    if leads is not None and leads.sense == Sense.FIRST_NAME and not word.glued:
        earlier = word_before(words, number - 1)  # "Ken Abbott", but not "Mary Ken Abbott"
        return earlier is None or bool(earlier.sense & Sense.COMMON)
    if not word.glued or words[number + 1].sense & (SUFFIX | Sense.INSTITUTION | Sense.WEAK | BREAKS | Sense.COMMON):
        return False
    before = text[max(0, word.start - 30) : word.start].split()
    titled = leads is not None and leads.sense & (Sense.TITLE | Sense.ROLE)
    if titled or (before and before[-1].lower() in lexicons.roles):
        return True
    return bool(word.sense & Sense.FIRST_NAME) and words[number + 1].sense == 0 and not word.text.isupper()


def run_end(words: Sequence[Word], first: int) -> int:
    """The number after the last word of the run of glued words that starts at `first`."""
    last = first
    while words[last].glued and last - first < 14:
        last += 1
    return last + 1


def _by_form(text: str, words: Sequence[Word], first: int, lexicons: OrganizationLexicons) -> OrganizationName | None:
    """A name that starts with this word and ends with a company's suffix, a legal form or an institution's head."""
    word = words[first]
    stop = run_end(words, first)
    if word.sense & BREAKS or (word.sense & Sense.COMMON and not _may_open(words, first)):
        return _after_article(text, words, first, stop, lexicons)
    for number in range(first, min(stop, first + MAX_WORDS + 1)):
        sense = words[number].sense
        if sense & Sense.INSTITUTION and not (number == first and _is_companys(words, first, stop)):
            return _institution(text, words, first, number, stop, lexicons)
        if number > first and sense & SUFFIX:
            return _company(text, words, first, number, stop, lexicons)
        if sense & BREAKS or (number > first and sense & Sense.COMMON and not sense & _INSIDE):
            return _after_article(text, words, first, stop, lexicons)
        if number == stop - 1 and (legal := lexicons.legal.match(text, words[number].end)):
            written = text[word.start : legal.end()]
            return OrganizationName(word.start, legal.end(), written, "company", "organization.legal-form")
    return None


def _after_article(
    text: str, words: Sequence[Word], first: int, stop: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    """An institution of any capitalised words between "the" and its head: "the Sarcoma Patients Union"."""
    start = words[first].start
    if stop - first < 3 or text[max(0, start - 4) : start].lower() != "the ":
        return None
    for number in range(first + 2, min(stop, first + MAX_WORDS)):
        if words[number].sense & Sense.INSTITUTION:
            return _institution(text, words, first, number, stop, lexicons)
    return None


def _is_companys(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether a run that an institution's head opens ends as a company's name does: "Union Quay Capital"."""
    return stop - first > 1 and bool(words[stop - 1].sense & SUFFIX)


_INSIDE = Sense.ADJECTIVE | Sense.WEAK | Sense.SURNAME


def _may_open(words: Sequence[Word], first: int) -> bool:
    """Of the common words only adjectives (American, National, New …), heads of institutions, and those that are also
    surnames before what names of companies and institutions are made of ("March Biosciences") open a name."""
    word = words[first]
    if word.glued and word.sense & Sense.SURNAME:
        following = words[first + 1 : min(run_end(words, first), first + 4)]
        if words[first + 1].sense & Sense.ADJECTIVE or any(
            w.sense & (Sense.INSTITUTION | Sense.FIELD) for w in following
        ):
            return True
    return bool(word.sense & Sense.INSTITUTION) or (word.glued and bool(word.sense & Sense.ADJECTIVE))


def _company(
    text: str, words: Sequence[Word], first: int, number: int, stop: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    follows = SUFFIX | Sense.WEAK
    while number + 1 < stop and words[number + 1].sense & follows and not words[number + 1].sense & Sense.ROLE:
        number += 1
    if number + 1 < stop and words[number + 1].sense & Sense.INSTITUTION:
        return _institution(text, words, first, number + 1, stop, lexicons)
    legal = lexicons.legal.match(text, words[number].end)
    start, end = words[first].start, legal.end() if legal else words[number].end
    is_finance = lexicons.suffix_kinds.get(words[number].text) == "finance"
    kind = "analyst firm" if is_finance else "company"
    return OrganizationName(start, end, text[start:end], kind, "organization.company-suffix")


def _institution(
    text: str, words: Sequence[Word], first: int, number: int, stop: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    kind = lexicons.head_kinds.get(words[number].text, "institute")
    while number + 1 < stop and not words[number + 1].sense & BREAKS and number - first < MAX_WORDS:
        number += 1
        kind = lexicons.head_kinds.get(words[number].text, kind)
    number = _connected(text, words, number, lexicons)
    start, end = words[first].start, words[number].end
    marked = _MARKED_NAME.search(text, max(0, start - 60), start)  # IRCCS “Carlo Besta” Neurological Institute
    if first == number and marked is None:
        return None
    start = marked.start() if marked else start
    return OrganizationName(start, end, text[start:end], kind, "organization.institution-head")


def _connected(text: str, words: Sequence[Word], number: int, lexicons: OrganizationLexicons) -> int:
    """The number of the last word of a name that small words carry on: "School of Medicine", "Allergy and Infectious …"."""
    for connected in range(4):
        joint = lexicons.connector.match(text, words[number].end)
        following = number + 1 if number + 1 < len(words) else None
        if joint is None or following is None or words[following].start != joint.end():
            break
        sense = words[following].sense
        if sense & BREAKS and not sense & Sense.INSTITUTION:
            break
        if joint["word"].lower() in lexicons.joins and (not connected or sense & Sense.FIRST_NAME):
            break
        number = following
        while words[number].glued and not words[number + 1].sense & BREAKS:
            number += 1
    return number


def name_of(text: str, words: Sequence[Word], first: int, last: int, kind: str, rule: str) -> OrganizationName:
    """The name of the words `first` to `last`, both inclusive, found in the way `rule`."""
    start, end = words[first].start, words[last].end
    return OrganizationName(start, end, text[start:end], kind, rule, sure=False)
