"""Words broken at line ends: which hyphens are the typesetter's, and which the word's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractor.rulebook import default_rules_dir, read_table

MANY_ENDS = 0.04
"""The share of lines with a hyphen at their end from which on a document may be one that breaks words."""

LONGEST_WORD = 20
"""What would be longer, joined, is a compound."""

LAST_WORD = re.compile(r"([^\s(“\"/]*?)([^\W\d_]+)-$")
FIRST_WORD = re.compile(r"([^\W\d_]+)([\w-]*)")
TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What tells a word's own hyphen: the words of the document, and parts that are known to keep it.

    `breaking` tells whether the document breaks words at line ends at all.
    """

    words: frozenset[str]
    breaking: bool
    firsts: frozenset[str]
    seconds: frozenset[str]

    def join(self, line: str, after: str) -> str:
        """What to put between a line and the next.

        `-` for the word's own hyphen, nothing for one that the typesetter put there (it is to be dropped), a blank
        where the line ends with a whole word.
        """
        if not line.endswith("-") or line.endswith((" -", "--")):
            return " "
        broken, start = LAST_WORD.search(line), FIRST_WORD.match(after)
        if broken is None or start is None:
            return "-"
        first, second = broken[2].casefold(), start[1].casefold()
        if first + second in self.words:
            return ""
        whole = (broken[1] and broken[1][-1].isalnum()) or start[2].startswith("-")
        if whole or not after[0].islower() or broken[2].isupper():
            return "-"
        return "" if self.breaking and not self.keeps(first, second) else "-"

    def keeps(self, first: str, second: str) -> bool:
        """Whether the hyphen is the word's own: a part is known to keep it, or the document has the word elsewhere."""
        if f"{first}-{second}" in self.words:
            return True
        if first in self.firsts or (second in self.seconds and (len(second) > 3 or first in self.words)):
            return True
        if len(first) + len(second) > LONGEST_WORD:
            return True
        return first in self.words and second in self.words and min(len(first), len(second)) > 3


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str]]:
    rows = read_table(default_rules_dir() / "articles" / "hyphens.tsv")
    return tuple(  # type: ignore[return-value]
        frozenset(row["part"].casefold() for row in rows if row["place"] == place) for place in ("first", "second")
    )


def hyphens_of(lines: Sequence[str]) -> Hyphens:
    """The evidence in a document's lines: all its words but those that a line's end breaks."""
    words: set[str] = set()
    ends: list[tuple[str, str]] = []
    broken = ""
    for line in lines:
        tokens = TOKEN.findall(line.casefold())
        if broken and tokens:
            ends.append((broken, tokens.pop(0)))
        broken = tokens.pop() if line.endswith("-") and tokens else ""
        words.update(tokens)
    known = Hyphens(frozenset(words), False, *_known())
    if any(first + second in words and f"{first}-{second}" not in words for first, second in ends):
        return replace(known, breaking=True)
    strange = sum(1 for first, second in ends if not known.keeps(first, second.split("-")[0]))
    many = len(ends) > MANY_ENDS * len(lines)
    return replace(known, breaking=many and strange > 1 and 2 * strange >= len(ends))
