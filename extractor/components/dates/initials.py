"""The characters with which a match of a regular expression can begin, so that most expressions need not be tried."""

from __future__ import annotations

import re
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ZERO_WIDTH = (code.AT, code.ASSERT, code.ASSERT_NOT)
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_DIGITS = frozenset("0123456789")

Initials = frozenset[str] | None
"""The characters, None for any."""


@lru_cache(maxsize=1024)
def initials(pattern: re.Pattern[str]) -> Initials:
    """The characters that a match can begin with; None where that cannot be told."""
    found, empty = _of_sequence(parser.parse(pattern.pattern, pattern.flags))
    return None if empty else found


def _of_sequence(items: Any) -> tuple[Initials, bool]:
    """The first characters of a sequence, and whether it can be empty."""
    found: set[str] = set()
    for operation, argument in items:
        some, empty = _of_item(operation, argument)
        if some is None:
            return None, False
        found |= some
        if not empty:
            return frozenset(found), False
    return frozenset(found), True


def _of_item(operation: Any, argument: Any) -> tuple[Initials, bool]:
    if operation in _ZERO_WIDTH:
        return frozenset(), True
    if operation is code.LITERAL:
        return frozenset(chr(argument)), False
    if operation is code.IN:
        return _of_set(argument), False
    if operation is code.SUBPATTERN:
        return _of_sequence(argument[-1])
    if operation is code.ATOMIC_GROUP:
        return _of_sequence(argument)
    if operation is code.BRANCH:
        return _of_branches(argument[1])
    if operation in _REPEATS:
        found, empty = _of_sequence(argument[2])
        return found, empty or argument[0] == 0
    return None, False


def _of_branches(branches: Any) -> tuple[Initials, bool]:
    found: set[str] = set()
    empty = False
    for branch in branches:
        some, may_be_empty = _of_sequence(branch)
        if some is None:
            return None, False
        found |= some
        empty |= may_be_empty
    return frozenset(found), empty


def _of_set(items: Any) -> Initials:
    found: set[str] = set()
    for operation, argument in items:
        if operation is code.LITERAL:
            found.add(chr(argument))
        elif operation is code.RANGE:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        elif operation is code.CATEGORY and argument is code.CATEGORY_DIGIT:
            found |= _DIGITS
        else:
            return None
    return frozenset(found)
