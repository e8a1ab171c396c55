"""What rules looked at and matched while a document was read: for examples and explanations, more than records tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.rulebook.matching import Match
    from extractor.rulebook.rules import Rule
    from extractor.rulebook.views import View


@dataclass(frozen=True, slots=True)
class Look:
    """Rules that were held against a view, and what matched."""

    rules: Sequence[Rule]
    view: View
    matches: Sequence[Match]


_looks: ContextVar[list[Look] | None] = ContextVar("extractor_looks", default=None)


@contextmanager
def tracing() -> Iterator[list[Look]]:
    """While it lasts, every look that a matcher takes is appended to the list."""
    looks: list[Look] = []
    token = _looks.set(looks)
    try:
        yield looks
    finally:
        _looks.reset(token)


def is_traced() -> bool:
    """Whether somebody wants to know what matchers look at."""
    return _looks.get() is not None


def trace(rules: Sequence[Rule], view: View, matches: Sequence[Match]) -> None:
    """Matchers tell here what they looked at."""
    looks = _looks.get()
    if looks is not None:
        looks.append(Look(rules, view, matches))
