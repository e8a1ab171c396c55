"""Words with a polarity: the lexicon `polarity-words.tsv` looked up in the words of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from extractor.errors import RuleError
from extractor.relations.polarity.terms import GAP, Term, Terms, is_word, terms_in
from extractor.rulebook.folders import numbered_rows, read_table

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_CHOICE = re.compile(r"\(([^()]*)\)")
_STOP = re.compile(r"[.;:!?]")
PLAIN = "plain"
"""The class of words without polarity ("heart failure", "not only")."""
_COVERING = (PLAIN, "doubt")
"""Classes inside whose words no shorter term counts."""
REMEMBERED = 50_000
"""How many words are remembered with the terms that they can begin."""
_PREFIX = 3
"""Letters of a term with an asterisk by which it is looked up."""


class PolarWord(NamedTuple):
    """Words at [start, end) of the text, of one class of the lexicon, with their weight (always positive)."""

    start: int
    end: int
    kind: str
    weight: float


_Row = tuple[str, Mapping[str, str]]
"""A term, which may hold choices in brackets, and the row of the table that it is of."""


class PolarityLexicon:
    """The rows by the first words of their terms; those that start with an unfinished word by its first letters;
    contractions with the words that each stands for; and what of it is remembered of words that texts have."""

    def __init__(self, rows: Iterable[Mapping[str, str]], contractions: Mapping[str, Sequence[str]]) -> None:
        self._rows: dict[str, list[_Row]] = {}
        self._prefixes: dict[str, list[_Row]] = {}
        self._contractions = contractions
        self._terms = lru_cache(maxsize=REMEMBERED)(self._begun_by)
        for row in rows:
            self._add(row)

    def _add(self, row: Mapping[str, str]) -> None:
        """Adds the terms of a row to those that begin like them."""
        written = row["term"].lower().replace("-", " ").lstrip()
        for term in _opened(written) if "(" in written else (written,):
            first = self._first_word(term)
            begun, rows = (first[:-1][:_PREFIX], self._prefixes) if first.endswith("*") else (first, self._rows)
            rows.setdefault(begun, []).append((term, row))

    def _begun_by(self, word: str) -> Terms | None:
        """The terms that a word begins; None where there are none. What rows with choices stand for is spelled out when
        a text has a word that begins it."""
        terms = Terms()
        for written, row in (*self._rows.get(word, ()), *self._prefixes.get(word[:_PREFIX], ())):
            if is_word(word, self._first_word(written)):
                self._add_to(terms, written, row)
        return terms if terms != Terms() else None

    def _add_to(self, terms: Terms, term: str, row: Mapping[str, str]) -> None:
        """Adds the terms that one of a row stands for, contractions written out, to those that begin with its first
        word."""
        kind, weight = row["class"], float(row.get("weight") or 1)
        for written in _spelled_out(term):
            words = tuple(part for one in written.split() for part in self._contractions.get(one, (one,)))
            terms.add(Term(kind, weight, GAP in words), words[1:])

    def _first_word(self, term: str) -> str:
        """The first word of a term, or of what its contraction stands for."""
        first = term.partition(" ")[0]
        return self._contractions[first][0] if first in self._contractions else first

    def _words(self, text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
        """The words in [start, end), contractions written out, and where each stands: those of one contraction all
        where it does."""
        words: list[str] = _WORD.findall(text[start:end].replace("’", "'"))
        spans = [match.span() for match in _WORD.finditer(text, start, end)]
        if not self._contractions.keys().isdisjoint(words):
            written = [self._contractions.get(word, (word,)) for word in words]
            spans = [span for span, parts in zip(spans, written, strict=True) for _ in parts]
            words = [part for parts in written for part in parts]
        return words, spans

    def find(self, text: str, start: int, end: int) -> list[PolarWord]:
        """The terms in [start, end) of a `text` in lower case, in order; of one class the longest, and only of `PLAIN`
        two that overlap."""
        words, spans = self._words(text, start, end)
        found: list[PolarWord] = []
        covered: dict[str, int] = {}
        for first, last, term in terms_in(words, self._terms):
            if term.kind != PLAIN and first < covered.get(term.kind, 0):
                continue
            if spans[last] in spans[last + 1 : last + 2]:  # a part of a contraction
                continue
            if term.gapped and _STOP.search(text, spans[first][1], spans[last][0]):
                continue
            found.append(PolarWord(spans[first][0], spans[last][1], term.kind, term.weight))
            covered[term.kind] = last + 1
        covering = [word for word in found if word.kind in _COVERING]
        if not covering:
            return found
        return [word for word in found if word.kind in _COVERING or not any(_covers(cover, word) for cover in covering)]


def _spelled_out(term: str) -> list[str]:
    """The terms that one with choices in brackets stands for: "(far|long) way" for "far way" and "long way"."""
    fixed, *rest = _CHOICE.split(term, maxsplit=1)
    if not rest:
        return [fixed]
    choices, after = rest
    return [f"{fixed}{choice}{end}" for choice in choices.split("|") for end in _spelled_out(after)]


def _opened(term: str) -> Iterator[str]:
    """The terms that one stands for, only the choices of their first word made: "far way (to|from)" and "long way
    (to|from)" of "(far|long) way (to|from)"."""
    fixed, *rest = _CHOICE.split(term, maxsplit=1)
    if not rest or " " in fixed.lstrip():
        yield term.lstrip()
        return
    choices, after = rest
    for choice in choices.split("|"):
        yield from _opened(f"{fixed}{choice}{after}")


def _covers(cover: PolarWord, word: PolarWord) -> bool:
    """Whether a word is part of a term without polarity, or a part, not the whole, of a doubt."""
    within = cover.start <= word.start and word.end <= cover.end
    return within and (cover.kind == PLAIN or word.end - word.start < cover.end - cover.start)


def check_words(path: Path, like: Path) -> None:
    """Raises `RuleError`, with the line, for a row of a table that lacks a term, has a class that the table `like` has
    not, or a weight that is no number."""
    classes = sorted({row["class"] for row in read_table(like)})
    for line, row in numbered_rows(path):
        if row.get("remove"):
            continue
        kind, weight = row.get("class", ""), row.get("weight") or "1"
        if not row.get("term", "").strip():
            raise RuleError("the row has no term", path=path, line=line)
        if kind not in classes:
            raise RuleError(f"“{kind}” is no class of words ({', '.join(classes)})", path=path, line=line)
        if re.fullmatch(r"\d+(?:\.\d+)?|\.\d+", weight) is None:
            raise RuleError(f"the weight “{weight}” is no number such as 0.7", path=path, line=line)


def polarity_lexicon(
    rows: Iterable[Mapping[str, str]], contractions: Iterable[Mapping[str, str]] = ()
) -> PolarityLexicon:
    """The lexicon of the `rows` (term, class, weight) of a table; `contractions` (term, written) are read written out,
    in the terms and in texts."""
    return PolarityLexicon(rows, {row["term"]: row["written"].split() for row in contractions})
