"""The form under which drug names are compared: indifferent to case, hyphen, space, apostrophe, accent, Greek letters.

`AMG 451`, `AMG-451`, `AMG451` and `amg 451` have one form, `amg451`. Between two runs of letters, or two of digits, a
break stays (`datopotamab·deruxtecan`, `2·73`), so that `for it` is not `Forit`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

BREAK = "\u00b7"
CHUNK = re.compile(r"[^\W\d_]+|\d+")
"""A run of letters or of digits: what a name is made of."""

_LONG = r"[^\W\d_]{5}"
SEPARATOR = re.compile(rf"['\u2019]|(?<!{_LONG})[./,+]|[./,+](?!{_LONG})|[\s\u00ad]?[-\u2010-\u2013\u2212]?")
"""What may stand between two chunks of one name in an article (a slash or the like between two words parts two names).
What may be empty comes last, for no other is tried after it."""

_GREEK = {
    "α": "alpha",
    "β": "beta",
    "ß": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "κ": "kappa",
    "λ": "lambda",
    "ω": "omega",
}


@lru_cache(maxsize=50_000)
def fold_chunk(chunk: str) -> str:
    """One run of letters or digits in lower case, without accents, Greek letters by their names."""
    lower = chunk.lower()
    if lower.isascii():
        return lower
    lower = "".join(_GREEK.get(letter, letter) for letter in lower)
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not (unicodedata.combining(c) or c.isspace()))


def join(form: str, chunk: str, *, apart: bool) -> str:
    """`form` with the folded `chunk` behind it; `apart` where something stands between them in the text."""
    if apart and form[-1].isdigit() == chunk[0].isdigit():
        return form + BREAK + chunk
    return form + chunk


def prefixes(name: str) -> Iterator[str]:
    """The forms of a name's first chunk, of its first two, and so on; the last one is the form of the whole name."""
    form, end = "", 0
    for match in CHUNK.finditer(name):
        chunk = fold_chunk(match.group())
        form = join(form, chunk, apart=match.start() > end) if form else chunk
        end = match.end()
        yield form


def following_signs(begins: Iterable[str], forms: Iterable[str]) -> dict[str, str]:
    """What longer ones of the `forms` begin with, and the first signs of what follows it there, apart from it.

    >>> following_signs(["amg"], ["amg", "amg451", "amg\u00b7x", "amgevita"])
    {'amg': '4x'}
    """
    signs: dict[str, set[str]] = {begin: set() for begin in sorted(begins)}
    for form in forms:
        for place in range(1, len(form)):
            begun = signs.get(form[:place])
            rest = form[place:]
            if begun is not None and (rest[0] == BREAK or rest[0].isdigit() != form[place - 1].isdigit()):
                begun.add(rest.removeprefix(BREAK)[0])
    return {begin: "".join(sorted(found)) for begin, found in signs.items()}


@lru_cache(maxsize=50_000)
def form_of(name: str) -> str:
    """The form under which a name is compared; empty for a name without letters and digits.

    >>> form_of("AMG 451") == form_of("amg-451") == "amg451"
    True
    """
    forms = list(prefixes(name))
    return forms[-1] if forms else ""
