"""Organisations by what they are and have: "the drugmaker Halvorsen", "the Velora Bund charity", "Cortavia's sleep
drug"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.components.organizations.capitalised_words import BREAKS, Sense, Word
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.organization_name import OrganizationName, name_of, run_end
from extractor.components.organizations.surroundings import Beside, FreeWords

SHORT = 4
"""Letters of an unknown name that owns something, at least."""
_DIGIT = re.compile(r"\d")
_THE = " the "
NEVER = BREAKS | Sense.COMMON | Sense.INSTITUTION
"""What no unknown name begins with."""


def unknown_run(words: Sequence[Word], number: int) -> int | None:
    """The number of the last word of a name of unknown words that starts here; None where it cannot be one."""
    if words[number].sense & NEVER or len(words[number].text.rstrip(".")) < 2:
        return None
    last = number
    while last - number < 3 and words[last].glued:
        following = words[last + 1].sense
        if following & BREAKS or (following & Sense.COMMON and not following & Sense.WEAK):
            break
        last += 1
    return last


def common_run(words: Sequence[Word], number: int) -> int | None:
    """The number of the last word of a name made of two common words or more ("Patients First"), that end as the run
    does."""
    last = run_end(words, number) - 1
    long = len(words[number].text) >= SHORT
    return (
        last
        if long and number < last < number + 4 and not any(w.sense & BREAKS for w in words[number : last + 1])
        else None
    )


def names_after_noun(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """ "the Danish drugmaker Halvorsen", "a patients' association, Velora Bund, …"."""
    for number in free.with_before(Beside.NOUN):
        word = words[number]
        if word.sense & Sense.FIRST_NAME or _DIGIT.search(word.text):
            continue
        noun = lexicons.noun.search(text, max(0, word.start - 30), word.start)
        last = None if unknown_run(words, number) is None else min(run_end(words, number) - 1, number + 3)
        while last is not None and last > number and words[last].sense & BREAKS:
            last -= 1
        if (
            last is None
            and noun is not None
            and not noun["comma"]
            and lexicons.noun_kinds[noun["noun"]] == "association"
        ):
            last = common_run(words, number)
        if noun is not None and last is not None:
            if not noun["comma"] or text[words[last].end : words[last].end + 1] == ",":
                yield name_of(text, words, number, last, lexicons.noun_kinds[noun["noun"]], "organization.noun")


def names_before_noun(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """ "the Velora Bund charity": several words between “the” and what a group of people for a cause is called."""
    for number in free.numbers:
        word = words[number]
        if word.follows or not word.glued or text[word.start - len(_THE) : word.start].lower() != _THE:
            continue
        last = run_end(words, number) - 1
        noun = lexicons.noun_behind.match(text, words[last].end)
        if noun is not None and not any(each.sense & BREAKS for each in words[number : last + 1]):
            yield name_of(text, words, number, last, lexicons.noun_kinds[noun["noun"]], "organization.before-noun")


def names_of_owners(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """ "Cortavia's sleep drug": an unknown name that owns what a company has."""
    for number in free.with_behind(Beside.APOSTROPHE):
        word = words[number]
        if word.sense or word.glued or word.follows or len(word.text) < SHORT:
            continue
        if lexicons.things.match(text, word.end) is not None:
            yield name_of(text, words, number, number, "company", "organization.possession")
