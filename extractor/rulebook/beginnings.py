"""What a match of a regular expression can begin with, so that most expressions need not be tried at most places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from extractor.rulebook.prepared import prepared
from extractor.rulebook.word_places import WordPlaces

LENGTH = 4
"""How many characters of a beginning are looked at."""

WHOLE_WORDS = 12
"""How many are, where it is worth while to tell nearly all words by what they go on with."""

MOST = 300
"""The most beginnings that are told apart; where there are more, shorter ones are."""

RUN = re.compile(r"[^\W\d_]+|\d+|[\W_]")
"""What a match may begin with the first character of: a word's letters, a number's figures, or a sign."""

_BETWEEN = "\0"
"""What stands between beginnings that are kept; of one that had this in it, its parts would be beginnings as well."""

_ZERO_WIDTH = (code.AT, code.ASSERT, code.ASSERT_NOT)
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_DIGITS = "0123456789"

Strings = set[str]


class Beginnings(WordPlaces):
    """The strings with which a match of some expressions can begin; `any` where it can begin with anything.

    `lowered`: the expressions are for text in lower case. `length`: how many characters are looked at.
    """

    def __init__(self, patterns: Iterable[re.Pattern[str]], *, lowered: bool = False, length: int = LENGTH) -> None:
        super().__init__()
        self.lowered = lowered
        sets = [beginnings(pattern, length) for pattern in patterns]
        self.any = any(found is None for found in sets)
        self.strings = frozenset().union(*(found for found in sets if found is not None))
        self._lengths = sorted(set(map(len, self.strings)))

    @cached_property
    def _carried_on(self) -> dict[str, set[str]]:
        """What may stand behind the first characters of a string."""
        carried_on: dict[str, set[str]] = {}
        for string in self.strings:
            for length in range(1, len(string)):
                carried_on.setdefault(string[:length], set()).add(string[length])
        return carried_on

    def fit(self, written: str) -> bool:
        """Whether a match may begin as this does."""
        return self.any or any(written[:length] in self.strings for length in self._lengths)

    def offsets_in(self, word: str) -> tuple[int, ...]:
        """Where in a word a match may begin: at the start, behind a sign, or where letters and digits meet."""
        written = word.lower() if self.lowered else word
        starts = (match.start() for match in RUN.finditer(written))
        return tuple(start for start in starts if self._may_begin(written[start:]))

    def _may_begin(self, rest: str) -> bool:
        """Whether a match may begin with the rest of a word; no run of letters or of digits goes on in the next
        word."""
        if self.fit(rest):
            return True
        last = rest[-1]
        return any(
            not (last.isalpha() and sign.isalpha()) and not (last.isdigit() and sign.isdigit())
            for sign in self._carried_on.get(rest, ())
        )


def matches_at(
    pattern: re.Pattern[str], text: str, places: Iterable[int], end: int | None = None
) -> Iterator[re.Match[str]]:
    """The matches of an expression that begin at these places of a text (and stop at `end`), in order, without
    overlap."""
    stop = len(text) if end is None else end
    behind = 0
    for place in places:
        if place >= behind and (match := pattern.match(text, place, stop)) is not None:
            behind = match.end()
            yield match


@lru_cache(maxsize=4096)
def beginnings(pattern: re.Pattern[str], length: int = LENGTH) -> frozenset[str] | None:
    """The strings of at most `length` characters of which each match begins with one; None where it may be anything."""
    key = ("beginnings", pattern.pattern, pattern.flags, length)
    joined = prepared(key, lambda: _joined(_beginnings(pattern, length)))
    return None if joined is None else frozenset(joined.split(_BETWEEN))


def _joined(strings: frozenset[str] | None) -> str | None:
    """Strings as one, which is much quicker to load."""
    return None if strings is None else _BETWEEN.join(sorted(strings))


def _beginnings(pattern: re.Pattern[str], length: int) -> frozenset[str] | None:
    done, ended = _of_sequence(parser.parse(pattern.pattern, pattern.flags), {""}, length)
    found = done | ended
    return None if "" in found else frozenset(string for string in found if not _begins_with_one(string, found))


def _begins_with_one(string: str, others: Strings) -> bool:
    """Whether another one says less, and so all that this one says."""
    return any(string[:length] in others for length in range(1, len(string)))


def _of_sequence(items: Any, begun: Strings, length: int) -> tuple[Strings, Strings]:
    """The strings `begun`, carried on by a sequence: those of which no more is asked or known, and those to carry
    on."""
    done: Strings = set()
    for operation, argument in items:
        some, begun = _of_item(operation, argument, begun, length)
        done |= some
        done |= {string for string in begun if len(string) >= length}
        begun = {string for string in begun if len(string) < length}
        if len(begun) > MOST:
            return done | begun, set()
        if not begun:
            break
    return done, begun


def _of_item(operation: Any, argument: Any, begun: Strings, length: int) -> tuple[Strings, Strings]:
    if operation in _ZERO_WIDTH:
        return set(), begun
    if operation is code.LITERAL:
        return set(), {string + chr(argument) for string in begun}
    if operation is code.IN and (signs := _of_set(argument)) is not None:
        return set(), {string + sign for string in begun for sign in signs}
    if operation is code.SUBPATTERN and argument[1] & re.IGNORECASE:
        return begun, set()  # what is in either case is not told
    if operation is code.SUBPATTERN:
        return _of_sequence(argument[-1], begun, length)
    if operation is code.ATOMIC_GROUP:
        return _of_sequence(argument, begun, length)
    if operation is code.BRANCH:
        parts = [_of_sequence(branch, begun, length) for branch in argument[1]]
        return set().union(*(done for done, _ in parts)), set().union(*(more for _, more in parts))
    if operation in _REPEATS:
        fewest, most, items = argument
        return _of_repeat(fewest, most, items, begun, length)
    return begun, set()


def _of_repeat(fewest: int, most: Any, items: Any, begun: Strings, length: int) -> tuple[Strings, Strings]:
    done: Strings = set()
    for _ in range(min(fewest, length)):
        some, begun = _of_sequence(items, begun, length)
        done |= some
    if fewest > length:  # what comes behind so many rounds is not asked
        return done | begun, set()
    if most == fewest or not begun:
        return done, begun
    some, more = _of_sequence(items, begun, length)
    if most == fewest + 1:
        return done | some, begun | more
    return done | some | more, begun  # what comes behind a second round is not asked


def _of_set(items: Any) -> str | None:
    """The characters of a set; None where they are too many to tell."""
    found = ""
    for operation, argument in items:
        if operation is code.LITERAL:
            found += chr(argument)
        elif operation is code.RANGE:
            found += "".join(map(chr, range(argument[0], argument[1] + 1)))
        elif operation is code.CATEGORY and argument is code.CATEGORY_DIGIT:
            found += _DIGITS
        else:
            return None
    return found
