"""Organisations by what they say: the names of those whose words stand in quotation marks, and who are no persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.components.organizations.capitalised_words import BREAKS, Sense, Word
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.organization_name import OrganizationName, name_of
from extractor.components.organizations.surroundings import Beside, FreeWords

SHORTEST = 3
"""Letters of such a name at least."""
MOST = 4
"""Capitalised words before the last one of a name that only a verb of saying tells, at most."""
_MARKS = '“"‘«'
_MARK = re.compile(f"[{_MARKS}]")
_CLOSED = re.compile(r"[”\"’»],? $")
_BEGINNING = re.compile(r"(?:^|[.!?:”\n])[ \t“\"'‘*#]*$")
"""What stands before the first word of a sentence."""


def names_by_speech(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """Who says, calls or writes what stands in quotation marks, and is no person: "Liberum called it “a mess”", "Kidney
    Voices Europe said"."""
    if not any(map(text.__contains__, _MARKS)):
        return
    followers = {words[n].text for n in free.numbers if words[n].follows}
    named = set(free.numbers)
    for last in free.with_behind(Beside.SPEECH):
        word = words[last]
        if word.glued or (word.sense and not word.follows):
            continue  # one known word is no name
        spoken = lexicons.speech.match(text, word.end)
        if spoken is None:
            continue
        first = last
        while first - 1 in named and words[first - 1].glued and last - first < MOST:
            first -= 1
        while first < last and words[first].sense & Sense.COMMON and not words[first].sense & Sense.ADJECTIVE:
            first += 1
        line_end = text.find("\n", spoken.end())
        quoted = _MARK.search(text, spoken.end(), line_end if line_end >= 0 else len(text)) is not None or (
            _CLOSED.search(text, max(0, words[first].start - 3), words[first].start) is not None
        )
        if quoted and (
            _is_name(text, words[last], lexicons, followers)
            if first == last
            else _is_title(text, words[first : last + 1], lexicons)
        ):
            yield name_of(text, words, first, last, "company", "organization.speech")


def _is_name(text: str, word: Word, lexicons: OrganizationLexicons, followers: set[str]) -> bool:
    """Whether one word by itself is a name: no lexicon knows it, no other name ends with it, and no sentence merely
    begins with it ("Prosecutors said")."""
    if word.sense or len(word.text) < SHORTEST or word.text in followers or not word.text.isalpha():
        return False
    if lexicons.particle.search(text, max(0, word.start - 12), word.start) is not None:
        return False  # Jean de Vries
    plain = word.text.endswith(lexicons.plain_endings) and word.text[1:].islower()
    return not plain or _BEGINNING.search(text, max(0, word.start - 12), word.start) is None


def _is_title(text: str, run: Sequence[Word], lexicons: OrganizationLexicons) -> bool:
    """Whether several words are a name and no person's: some are known words, none of them a role, title or legal form,
    and no small word ties them to others."""
    senses = [word.sense for word in run]
    person = bool(senses[0] & Sense.FIRST_NAME) and not senses[0] & Sense.COMMON
    known = any(sense & (Sense.COMMON | Sense.WEAK) for sense in senses)
    if person or not known or any(sense & BREAKS for sense in senses):
        return False
    return lexicons.inside.search(text, max(0, run[0].start - 6), run[0].start) is None
