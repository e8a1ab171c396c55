"""Organisations by their own words: names that the lexicons know, companies' suffixes, institutions' heads."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.components.organizations.capitalised_words import BREAKS, SUFFIX, Sense, Word, word_before
from extractor.components.organizations.institutions import head_kind, institution, institution_after_article
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.organization_name import (
    HOUSES,
    MAX_RUN,
    MAX_WORDS,
    OrganizationName,
    run_end,
)
from extractor.components.organizations.surroundings import Beside

_ENDS = SUFFIX | Sense.INSTITUTION
BEFORE_EVENT = 4
"""The word for a meeting or a prize stands among this many words, less one, behind a name's suffix."""


def names_by_words(
    text: str, words: Sequence[Word], behind: Sequence[int], lexicons: OrganizationLexicons, barred: set[int]
) -> dict[int, OrganizationName]:
    """The organisations that their own words tell, by where they start; `behind`: what may stand behind the words;
    `barred`: where something else starts (drugs)."""
    found: dict[int, OrganizationName] = {}
    first_words = lexicons.known.first_words
    end = 0
    in_run = False
    for number, word in enumerate(words):
        if not word.follows:
            in_run = _may_have_form(words, number, behind)
        known = word.text in first_words
        formed = in_run and (word.glued or word.sense & Sense.INSTITUTION or behind[number] & Beside.LEGAL)
        if not (known or formed) or word.start < end or word.start in barred:
            continue  # most words are no names
        name = _known_name(text, words, number, lexicons) if known else None
        if formed:
            name = _longer(text, words, number, name, lexicons)
        if name is not None:
            found[name.start] = name
            end = name.end
    return found


def _may_have_form(words: Sequence[Word], first: int, behind: Sequence[int]) -> bool:
    """Whether the run of words that starts here has what names of companies and institutions end with, or is long."""
    last = first
    senses = words[first].sense
    while words[last].glued:
        last += 1
        senses |= words[last].sense
    return bool(senses & _ENDS or behind[last] & Beside.LEGAL) or last - first >= MAX_RUN


def _known_name(
    text: str, words: Sequence[Word], number: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    """The known name that stands here, with its part, if it has one."""
    word = words[number]
    name = _known(text, word, lexicons)
    if name is not None and name.end == word.end and _is_persons(text, words, number, lexicons):
        name = None
    if name is not None and name.kind in HOUSES and text[name.end : name.end + 1] == " ":
        name = _with_its_part(text, words, number, name, lexicons)
    return name


def _longer(
    text: str,
    words: Sequence[Word],
    number: int,
    name: OrganizationName | None,
    lexicons: OrganizationLexicons,
) -> OrganizationName | None:
    """What the form of the words tells to be a name, or the known `name` that stands there, if that is as long."""
    by_form = _by_form(text, words, number, lexicons)
    if by_form is None or by_form.rule not in lexicons.ways or (name is not None and name.end >= by_form.end):
        return name
    if name is not None and not _is_longer(text, words, number, name, by_form, lexicons):
        return name
    return _agency_inside(text, words, number, by_form, lexicons) or by_form


def _is_longer(
    text: str,
    words: Sequence[Word],
    number: int,
    name: OrganizationName,
    by_form: OrganizationName,
    lexicons: OrganizationLexicons,
) -> bool:
    """Whether a form goes on behind a known name as names do: not with a verb ("Mayo Clinic Launch"), nor with a small
    word and a common one ("Mayo Clinic for Phase")."""
    while number < len(words) and words[number].start < name.end:
        number += 1
    following = words[number]
    if following.start >= by_form.end:
        return True
    if lexicons.connector.match(text, name.end) is not None:
        return not following.sense & Sense.COMMON or bool(following.sense & (_INSIDE | Sense.INSTITUTION))
    return following.text.lower() not in lexicons.deeds


def _with_its_part(
    text: str, words: Sequence[Word], number: int, name: OrganizationName, lexicons: OrganizationLexicons
) -> OrganizationName:
    """A known hospital or university with the head of an institution right behind its name: "Vall d’Hebron Institute of
    Oncology"."""
    while number + 1 < len(words) and words[number + 1].start < name.end:
        number += 1
    behind = words[number + 1] if number + 1 < len(words) else None
    if behind is None or behind.start != name.end + 1 or not head_kind(words, number + 1, lexicons):
        return name
    part = institution(text, words, number, number + 1, run_end(words, number), lexicons)
    if part is None:
        return name
    return part._replace(start=name.start, name=text[name.start : part.end])


def _known(text: str, word: Word, lexicons: OrganizationLexicons) -> OrganizationName | None:
    entry = lexicons.known.at(text, word)
    if entry is None:
        return None
    end, (name, kind, rule) = entry
    legal = lexicons.legal.match(text, end)
    return OrganizationName(word.start, legal.end() if legal else end, name, kind, rule)


def _agency_inside(
    text: str, words: Sequence[Word], first: int, name: OrganizationName, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    """An agency that the lexicon knows, inside a name that only its form tells: "Australian Therapeutic Goods
    Administration"."""
    number = first + 1
    while number < len(words) and words[number].start < name.end:
        known = _known(text, words[number], lexicons)
        if known is not None and known.kind == "regulator" and known.end >= name.end:
            return known
        number += 1
    return None


def _is_persons(text: str, words: Sequence[Word], number: int, lexicons: OrganizationLexicons) -> bool:
    """Whether a known name is here the first word of a person's: a role or title before it, or a first name, and an
    unknown word after it ("analyst Yale Jen"); or the last one, behind a first name ("Ken Abbott")."""
    word = words[number]
    leads = word_before(words, number)
    if leads is not None and leads.sense == Sense.FIRST_NAME and not word.glued:
        earlier = word_before(words, number - 1)  # "Ken Abbott", but not "Mary Ken Abbott"
        return earlier is None or bool(earlier.sense & (Sense.COMMON | Sense.TITLE | Sense.ROLE))
    if not word.glued or words[number + 1].sense & (SUFFIX | Sense.INSTITUTION | Sense.WEAK | BREAKS | Sense.COMMON):
        return False
    before = text[max(0, word.start - 30) : word.start].split()
    titled = leads is not None and leads.sense & (Sense.TITLE | Sense.ROLE)
    if titled or (before and before[-1].lower() in lexicons.roles):
        return True
    return bool(word.sense & Sense.FIRST_NAME) and words[number + 1].sense == 0 and not word.text.isupper()


def _by_form(text: str, words: Sequence[Word], first: int, lexicons: OrganizationLexicons) -> OrganizationName | None:
    """A name that starts with this word and ends with a company's suffix, a legal form or an institution's head."""
    word = words[first]
    stop = run_end(words, first)
    if stop - first > 1 and words[first + 1].text == word.text:  # About Acmera Acmera Therapeutics
        return None
    if word.sense & BREAKS or (word.sense & Sense.COMMON and not _may_open(words, first)):
        return institution_after_article(text, words, first, stop, lexicons)
    for number in range(first, min(stop, first + MAX_WORDS + 1)):
        sense = words[number].sense
        if head_kind(words, number, lexicons) and not (number == first and _is_companys(words, first, stop)):
            return institution(text, words, first, number, stop, lexicons)
        if number > first and sense & SUFFIX:
            return _company(text, words, first, number, stop, lexicons)
        if sense & BREAKS or (number > first and sense & Sense.COMMON and not sense & _INSIDE):
            return institution_after_article(text, words, first, stop, lexicons)
        if number == stop - 1 and (legal := lexicons.legal.match(text, words[number].end)):
            written = text[word.start : legal.end()]
            return OrganizationName(word.start, legal.end(), written, "company", "organization.legal-form")
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
    """A name that ends with a company's suffix at `number`, and with those behind it."""
    follows = SUFFIX | Sense.WEAK
    suffix = number
    while number + 1 < stop and words[number + 1].sense & follows and not words[number + 1].sense & Sense.ROLE:
        number += 1
    if number + 1 < stop:
        if head_kind(words, number + 1, lexicons):
            return institution(text, words, first, number + 1, stop, lexicons)
        if any(word.text in lexicons.not_companies for word in words[number + 1 : min(stop, number + BEFORE_EVENT)]):
            return None
        number += words[number + 1].text in lexicons.branches
    legal = lexicons.legal.match(text, words[number].end)
    kinds = {lexicons.suffix_kinds.get(word.text) for word in words[suffix : number + 1]}
    if legal is None and suffix == first + 1 and kinds <= _GROUPS and _is_plain(words[first], lexicons):
        return None  # Addressing Global Health
    start, end = words[first].start, legal.end() if legal else words[number].end
    kind = "analyst firm" if "finance" in kinds else "company"
    return OrganizationName(start, end, text[start:end], kind, "organization.company-suffix")


_GROUPS = frozenset({"group", "weak"})
"""Kinds of suffixes that other phrases end with too."""


def _is_plain(word: Word, lexicons: OrganizationLexicons) -> bool:
    """Whether a word ends as plain words do, that merely begin a sentence or stand in a title."""
    return word.text[1:].islower() and word.text.endswith(lexicons.plain_endings)
