"""Which of many expressions can begin as a text does at a place: mostly few, where trying all would take long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from extractor.rulebook.beginnings import LENGTH, Beginnings
from extractor.rulebook.shapes import lowered_text
from extractor.rulebook.word_places import REMEMBERED

T = TypeVar("T")


class ByBeginning(Generic[T]):
    """Things in their order, each with the beginnings of its expressions; remembers which ones each beginning has."""

    def __init__(self, things: Iterable[tuple[T, Beginnings]]) -> None:
        self._things = list(things)
        self._that_begin = lru_cache(maxsize=REMEMBERED)(self._find)

    def at(self, text: str, place: int) -> tuple[T, ...]:
        """Those that can begin at this place of a text."""
        return self._that_begin(text[place : place + LENGTH])

    def _find(self, written: str) -> tuple[T, ...]:
        lowered = lowered_text(written)
        return tuple(thing for thing, found in self._things if found.fit(lowered if found.lowered else written))


def first_matches(
    expressions: ByBeginning[tuple[T, re.Pattern[str]]], text: str, places: Iterable[int]
) -> Iterator[tuple[T, re.Match[str]]]:
    """At each of the places, in order and without overlap, what the first of the expressions says that matches there,
    and its match."""
    behind = 0
    for place in places:
        if place < behind:
            continue
        for says, expression in expressions.at(text, place):
            match = expression.match(text, place)
            if match is not None:
                behind = match.end()
                yield says, match
                break
