"""Organisations by the form of the name alone: a cause that people stand for, two names around an ampersand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.components.organizations.capitalised_words import Sense, Word
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.organization_name import OrganizationName, name_of
from extractor.components.organizations.surroundings import FreeWords


def names_of_causes(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """Groups of people named after their cause: "Parents for Duchenne Research", "Living with Arthritis"."""
    title = text.find("\n")
    for first in free.numbers:
        if (
            words[first].text in lexicons.cause_openers and words[first].start > title and not words[first].follows
        ):  # New Hope …
            match = lexicons.cause.match(text, words[first].start)
            last = first
            while match is not None and last + 1 < len(words) and words[last].end < match.end():
                last += 1
            if match is not None and words[last].end == match.end():
                yield name_of(text, words, first, last, "association", "organization.cause")


def names_of_two(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """ "Tarrant & Boyle": two names and nothing else around an ampersand."""
    could_be = ~(Sense.FIRST_NAME | Sense.SURNAME)
    for number in free.numbers if "&" in text else ():
        word = words[number]
        if not word.glued or word.sense & could_be or word.follows:
            continue
        other = words[number + 1]
        if text[word.end : other.start].strip() == "&" and not other.sense & could_be and not other.glued:
            yield name_of(text, words, number, number + 1, "company", "organization.two-names")
