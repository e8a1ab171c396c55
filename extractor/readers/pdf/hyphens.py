"""Words broken at line ends: which hyphens are the typesetter's, and which the word's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.rulebook import default_rules_dir, read_table

MANY_ENDS = 0.06
"""A share of lines that end with a hyphen beyond which the document must break words."""

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
        if broken is None or start is None or not after[0].islower() or broken[2].isupper():
            return "-"
        if broken[1] and broken[1][-1].isalnum():
            return "-"
        first, second = broken[2].casefold(), start[1].casefold()
        if first + second in self.words:
            return ""
        if not self.breaking or f"{first}-{second}" in self.words:
            return "-"
        if first in self.firsts or second in self.seconds:
            return "-"
        return "-" if first in self.words and second in self.words and min(len(first), len(second)) > 3 else ""


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
    certain = any(first + second in words and f"{first}-{second}" not in words for first, second in ends)
    return Hyphens(frozenset(words), certain or len(ends) > MANY_ENDS * len(lines), *_known())
