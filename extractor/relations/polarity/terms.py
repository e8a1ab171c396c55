"""Terms of several words: which of them stand from a word of a text on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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


_Rest = tuple[Term, tuple[str, ...]]
"""A term and the words that it has behind those that were found."""


@dataclass(slots=True)
class Terms:
    """The terms that go on from a word, in a tree: those that end with it, those that an open word follows, with the
    rest of their words, those that a gap follows, by the word behind the gap, and the others by their next word."""

    ended: list[Term] = field(default_factory=list)
    opened: list[_Rest] = field(default_factory=list)
    gapped: dict[str, list[_Rest]] = field(default_factory=dict)
    others: dict[str, Terms] = field(default_factory=dict)

    def add(self, term: Term, rest: tuple[str, ...]) -> None:
        """Adds a term with the words that it has behind this one."""
        told = rest[1:] if rest[:1] == (GAP,) else rest
        if not rest:
            self.ended.append(term)
        elif not told or told[0].endswith(OPEN):
            self.opened.append((term, rest))
        elif told is not rest:
            self.gapped.setdefault(told[0], []).append((term, rest))
        else:
            self.others.setdefault(rest[0], Terms()).add(term, rest[1:])

    def standing(self, words: Sequence[str], first: int) -> list[tuple[int, Term]]:
        """The terms that stand from the word `first` on, which they are those of, each with the number of its last
        word, the longest first."""
        found: list[tuple[int, Term]] = []
        open_ended: list[tuple[int, Term]] = []
        terms: Terms | None = self
        last = first
        while terms is not None:
            for term in terms.ended:
                found.append((last, term))
            last += 1
            if terms.opened or terms.gapped:
                for term, rest in terms._going_on(words[last : last + GAP_LENGTH + 1]):
                    if (end := _last_of(rest, words, last)) is not None:
                        open_ended.append((end, term))
            terms = terms.others.get(words[last]) if last < len(words) else None
        found += open_ended
        if len(found) > 1:
            found.sort(key=lambda one: -one[0])
        return found

    def _going_on(self, near: Sequence[str]) -> Iterator[_Rest]:
        """The terms with an open word or a gap that may go on with the words `near` behind this one."""
        yield from self.opened
        if not self.gapped.keys().isdisjoint(near):
            for word, rests in self.gapped.items():
                if word in near:
                    yield from rests


def terms_in(words: Sequence[str], begun_by: Callable[[str], Terms | None]) -> Iterator[tuple[int, int, Term]]:
    """The terms that stand in `words`, each with the numbers of its first and last word: by the first, then the longest
    first. `begun_by` tells which terms a word begins, None where there are none."""
    for first, (terms, second) in enumerate(zip(map(begun_by, words), [*words[1:], ""], strict=False)):
        if terms is not None and (terms.ended or second in terms.others or terms.opened or terms.gapped):
            for last, term in terms.standing(words, first):
                yield first, last, term


def is_word(word: str, part: str) -> bool:
    """Whether a word is what a part of a term says."""
    return word.startswith(part[:-1]) if part.endswith(OPEN) else word == part


def _last_of(parts: Sequence[str], words: Sequence[str], first: int) -> int | None:
    """The number of the last word of what these parts of a term say, if it stands from the word `first` on; the
    shortest of it."""
    number = first
    for place, part in enumerate(parts):
        if part == GAP:
            rest, starts = parts[place + 1 :], range(number, min(number + GAP_LENGTH + 1, len(words)))
            return next((last for start in starts if (last := _last_of(rest, words, start)) is not None), None)
        if number >= len(words) or not is_word(words[number], part):
            return None
        number += 1
    return number - 1
