"""Words with a polarity: the lexicon `polarity-words.tsv` looked up in the words of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
PLAIN = "plain"
"""The class of words without polarity ("heart failure", "not only"): no shorter term inside them counts."""
_PREFIX = 4
"""Letters of a term with an asterisk by which it is looked up."""


@dataclass(frozen=True, slots=True)
class PolarWord:
    """Words at [start, end) of the text, of one class of the lexicon, with their weight (always positive)."""

    start: int
    end: int
    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Term:
    words: tuple[str, ...]
    kind: str
    weight: float


@dataclass(frozen=True)
class PolarityLexicon:
    """The terms by their first word, the longest first; those that start with an unfinished word by its first letters."""

    terms: Mapping[str, Sequence[_Term]]
    prefixes: Mapping[str, Sequence[_Term]]

    def find(self, text: str, start: int, end: int) -> list[PolarWord]:
        """The terms in [start, end) of `text`, in order; of one class the longest, never two that overlap."""
        matches = list(_WORD.finditer(text, start, end))
        words = [_folded(match.group()) for match in matches]
        found: list[PolarWord] = []
        covered: dict[str, int] = {}
        for number, word in enumerate(words):
            candidates = (*self.terms.get(word, ()), *self.prefixes.get(word[:_PREFIX], ()))
            for term in sorted(candidates, key=lambda t: -len(t.words)):
                if number >= covered.get(term.kind, 0) and _matches(term.words, words, number):
                    last = number + len(term.words) - 1
                    found.append(PolarWord(matches[number].start(), matches[last].end(), term.kind, term.weight))
                    covered[term.kind] = last + 1
        plain = [word for word in found if word.kind == PLAIN]
        return [word for word in found if not any(p.start <= word.start and word.end <= p.end for p in plain)]


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")


def _matches(term: Sequence[str], words: Sequence[str], first: int) -> bool:
    if first + len(term) > len(words):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(term, words[first:], strict=False)
    )


def polarity_lexicon(rows: Iterable[Mapping[str, str]]) -> PolarityLexicon:
    """The lexicon of the `rows` (term, class, weight) of a table."""
    terms: dict[str, list[_Term]] = {}
    prefixes: dict[str, list[_Term]] = {}
    for row in rows:
        words = tuple(row["term"].lower().replace("-", " ").split())
        term = _Term(words, row["class"], float(row.get("weight") or 1))
        if words[0].endswith("*"):
            prefixes.setdefault(words[0][:-1][:_PREFIX], []).append(term)
        else:
            terms.setdefault(words[0], []).append(term)
    return PolarityLexicon(terms, prefixes)
