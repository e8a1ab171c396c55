"""Which gold annotation is which found row: a one-to-one matching of spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]
"""What an annotation or a row says, by the name of the database's column."""


@dataclass(frozen=True, slots=True)
class Item:
    """One annotation or one found row: its place (code points, `end` exclusive), its words, and what it says."""

    start: int
    end: int
    text: str
    values: Values


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold annotation and the found row that it was matched with; `exact` where their spans are the same."""

    gold: Item
    found: Item

    @property
    def exact(self) -> bool:
        """Whether this is a strict match too."""
        return (self.gold.start, self.gold.end) == (self.found.start, self.found.end)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The two sides of one kind in one article, matched."""

    pairs: tuple[Pair, ...]
    missed: tuple[Item, ...]
    spurious: tuple[Item, ...]


def align(gold: Sequence[Item], found: Sequence[Item]) -> Alignment:
    """Match gold with found, each at most once.

    Equal spans are matched first, so the strict matches are the exact pairs; then overlapping ones, the longest
    overlap first, and of equal overlaps the first in the text.
    """
    candidates = sorted(
        (not _equal(expected, actual), -overlap, expected.start, actual.start, g, f)
        for g, expected in enumerate(gold)
        for f, actual in enumerate(found)
        if (overlap := _overlap(expected, actual)) > 0
    )
    of_gold: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for *_, g, f in candidates:
        if g not in of_gold and f not in of_found:
            of_gold[g], of_found[f] = f, g
    return Alignment(
        tuple(Pair(gold[g], found[f]) for g, f in sorted(of_gold.items())),
        tuple(item for g, item in enumerate(gold) if g not in of_gold),
        tuple(item for f, item in enumerate(found) if f not in of_found),
    )


def _equal(one: Item, other: Item) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _overlap(one: Item, other: Item) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
