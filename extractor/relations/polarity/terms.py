"""Terms of several words: which of them stand from a word of a text on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

GAP = "..."
GAP_LENGTH = 4
"""The most words that `...` in a term stands for."""
OPEN = "*"
"""How a word of a term ends that may go on."""


class Term(NamedTuple):
    """A term: its class and weight; `gapped` where other words may stand between its own."""

    kind: str
    weight: float
    gapped: bool


@dataclass(slots=True)
class Terms:
    """The terms that go on from a word, in a tree: those that end with it, those that an open word or a gap follows,
    with the rest of their words, and the others by their next word."""

    ended: list[Term] = field(default_factory=list)
    opened: list[tuple[Term, tuple[str, ...]]] = field(default_factory=list)
    others: dict[str, Terms] = field(default_factory=dict)

    def add(self, term: Term, rest: tuple[str, ...]) -> None:
        """Adds a term with the words that it has behind this one."""
        if not rest:
            self.ended.append(term)
        elif rest[0] == GAP or rest[0].endswith(OPEN):
            self.opened.append((term, rest))
        else:
            self.others.setdefault(rest[0], Terms()).add(term, rest[1:])

    def standing(self, words: Sequence[str], first: int) -> list[tuple[int, Term]]:
        """The terms that stand from the word `first` on, which they are those of, each with the number of its last
        word, the longest first."""
        found: list[tuple[int, Term]] = []
        opened: list[tuple[int, Term]] = []
        terms: Terms | None = self
        last = first
        while terms is not None:
            for term in terms.ended:
                found.append((last, term))
            for term, rest in terms.opened:
                if (end := last_of(rest, words, last + 1)) is not None:
                    opened.append((end, term))
            last += 1
            terms = terms.others.get(words[last]) if last < len(words) else None
        found += opened
        if len(found) > 1:
            found.sort(key=lambda one: -one[0])
        return found


def is_word(word: str, part: str) -> bool:
    """Whether a word is what a part of a term says."""
    return word.startswith(part[:-1]) if part.endswith(OPEN) else word == part


def last_of(parts: Sequence[str], words: Sequence[str], first: int) -> int | None:
    """The number of the last word of what these parts of a term say, if it stands from the word `first` on; the
    shortest of it."""
    number = first
    for place, part in enumerate(parts):
        if part == GAP:
            return _behind_gap(parts[place + 1 :], words, number)
        if number >= len(words) or not is_word(words[number], part):
            return None
        number += 1
    return number - 1


def _behind_gap(parts: Sequence[str], words: Sequence[str], first: int) -> int | None:
    end = min(first + GAP_LENGTH + 1, len(words))
    if parts and not parts[0].endswith(OPEN) and parts[0] not in words[first:end]:
        return None
    return next((last for start in range(first, end) if (last := last_of(parts, words, start)) is not None), None)
