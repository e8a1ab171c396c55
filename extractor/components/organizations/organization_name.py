"""What stands for an organisation that was found in a text, and the run of words that it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.components.organizations.capitalised_words import Word

MAX_WORDS = 6
"""Capitalised words before a company's suffix or an institution's head at most."""
MAX_RUN = 14
"""Capitalised words of a run that are looked at, at most, less one."""
FIRMS = frozenset({"company", "analyst firm"})
"""Kinds of organisations whose names are made short."""
HOUSES = frozenset({"hospital", "university"})
"""Kinds of organisations that have parts with names of their own."""


class OrganizationName(NamedTuple):
    """A stretch of text that names an organisation; `name` in full, `rule` the id of the way it was found; `sure`
    unless only what stands beside the name tells that it is one. (There are many in an article, and a dataclass takes
    several times as long to make and to change.)"""

    start: int
    end: int
    name: str
    kind: str
    rule: str
    ticker: str | None = None
    sure: bool = True


def run_end(words: Sequence[Word], first: int) -> int:
    """The number after the last word of the run of glued words that starts at `first`."""
    last = first
    while words[last].glued and last - first < MAX_RUN:
        last += 1
    return last + 1


def name_of(text: str, words: Sequence[Word], first: int, last: int, kind: str, rule: str) -> OrganizationName:
    """The name of the words `first` to `last`, both inclusive, found in the way `rule`."""
    start, end = words[first].start, words[last].end
    return OrganizationName(start, end, text[start:end], kind, rule, sure=False)
