"""Words with a polarity: the lexicon `polarity-words.tsv` looked up in the words of a quotation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from extractor.errors import RuleError
from extractor.rulebook.folders import numbered_rows, read_table

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_CHOICE = re.compile(r"\(([^()]*)\)")
_STOP = re.compile(r"[.;:!?]")
PLAIN = "plain"
"""The class of words without polarity ("heart failure", "not only")."""
_COVERING = (PLAIN, "doubt")
"""Classes inside whose words no shorter term counts."""
GAP = "..."
GAP_LENGTH = 4
"""The most words that `...` in a term stands for."""
REMEMBERED = 50_000
"""How many words are remembered with the terms that they can begin; with one more, all are forgotten."""
_PREFIX = 3
"""Letters of a term with an asterisk by which it is looked up."""


@dataclass(frozen=True, slots=True)
class PolarWord:
    """Words at [start, end) of the text, of one class of the lexicon, with their weight (always positive)."""

    start: int
    end: int
    kind: str
    weight: float


_Row = tuple[str, Mapping[str, str]]
"""A term, which may hold choices in brackets, and the row of the table that it is of."""


class _Term(NamedTuple):
    """A term: its words, its class and weight; `open` where one of the words may go on, or others may stand between."""

    words: tuple[str, ...]
    kind: str
    weight: float
    open: bool


@dataclass(slots=True)
class _Terms:
    """The terms that a word can begin: by their second word, by the word behind a gap, and those that have neither, or
    where it may be several."""

    seconds: dict[str, list[_Term]] = field(default_factory=dict)
    behind_gap: dict[str, list[_Term]] = field(default_factory=dict)
    others: list[_Term] = field(default_factory=list)

    @classmethod
    def of(cls, terms: Iterable[_Term]) -> _Terms:
        """Sorts the terms."""
        one = cls()
        for term in terms:
            one.add(term)
        return one

    def add(self, term: _Term) -> None:
        gapped = term.words[1:2] == (GAP,)
        told = term.words[2 if gapped else 1 :][:1]
        if not told or told[0].endswith("*"):
            self.others.append(term)
        else:
            (self.behind_gap if gapped else self.seconds).setdefault(told[0], []).append(term)

    def before(self, second: str, words: Container[str]) -> Iterator[_Term]:
        """The terms that may go on with this second word, or with one of these `words` behind a gap."""
        yield from self.seconds.get(second, ())
        yield from self.others
        for word, terms in self.behind_gap.items():
            if word in words:
                yield from terms


@dataclass(frozen=True)
class PolarityLexicon:
    """The rows by the first words of their terms; those that start with an unfinished word by its first letters;
    contractions with the words that each stands for; and what of it is remembered of words that texts have."""

    rows: dict[str, list[_Row]]
    prefixes: dict[str, list[_Row]]
    contractions: Mapping[str, Sequence[str]]
    _begun: dict[str, _Terms | None] = field(default_factory=dict)

    def add(self, row: Mapping[str, str]) -> None:
        """Adds the terms of a row to those that begin like them."""
        written = row["term"].lower().replace("-", " ").lstrip()
        for term in _opened(written) if "(" in written else (written,):
            first = self._first_word(term)
            begun, rows = (first[:-1][:_PREFIX], self.prefixes) if first.endswith("*") else (first, self.rows)
            rows.setdefault(begun, []).append((term, row))

    def _begun_by(self, word: str) -> _Terms | None:
        """The terms that a word can begin; None where there are none. What rows with choices stand for is spelled out
        when a text has a word that begins it."""
        if word not in self._begun:
            if len(self._begun) >= REMEMBERED:
                self._begun.clear()
            rows = (*self.rows.get(word, ()), *self.prefixes.get(word[:_PREFIX], ()))
            terms = [term for written, row in rows for term in self._terms_of(written, row, word)]
            self._begun[word] = _Terms.of(terms) if terms else None
        return self._begun[word]

    def _terms_of(self, term: str, row: Mapping[str, str], word: str) -> Iterator[_Term]:
        """The terms that one of a row stands for, contractions written out, if they begin with a word."""
        if not _is_word(word, self._first_word(term)):
            return
        kind, weight = row["class"], float(row.get("weight") or 1)
        for written in _spelled_out(term):
            words = tuple(part for one in written.split() for part in self.contractions.get(one, (one,)))
            yield _Term(words, kind, weight, any(one == GAP or one.endswith("*") for one in words))

    def _first_word(self, term: str) -> str:
        """The first word of a term, or of what its contraction stands for."""
        first = term.partition(" ")[0]
        return self.contractions[first][0] if first in self.contractions else first

    def _words(self, text: str, start: int, end: int) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
        """The words in [start, end), contractions written out, and where each stands: those of one contraction all
        where it does."""
        words: list[str] = []
        spans: list[tuple[int, int]] = []
        for match in _WORD.finditer(text, start, end):
            word = match.group().replace("’", "'")
            written = self.contractions.get(word) or (word,)
            words += written
            spans += [match.span()] * len(written)
        return tuple(words), spans

    def find(self, text: str, start: int, end: int) -> list[PolarWord]:
        """The terms in [start, end) of a `text` in lower case, in order; of one class the longest, and only of `PLAIN`
        two that overlap."""
        words, spans = self._words(text, start, end)
        present = frozenset(words)
        found: list[PolarWord] = []
        covered: dict[str, int] = {}
        for number, word in enumerate(words):
            begun = self._begun_by(word)
            if begun is None:
                continue
            second = words[number + 1] if number + 1 < len(words) else ""
            hits = [
                (last, term)
                for term in begun.before(second, present)
                if (last := _last_word(term, words, number)) is not None
                and spans[last] not in spans[last + 1 : last + 2]
                and (GAP not in term.words or not _STOP.search(text, spans[number][1], spans[last][0]))
            ]
            if len(hits) > 1:
                hits.sort(key=lambda hit: -hit[0])
            for last, term in hits:
                if term.kind == PLAIN or number >= covered.get(term.kind, 0):
                    found.append(PolarWord(spans[number][0], spans[last][1], term.kind, term.weight))
                    covered[term.kind] = last + 1
        covering = [word for word in found if word.kind in _COVERING]
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


def _is_word(word: str, part: str) -> bool:
    """Whether a word is what a part of a term says."""
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def _covers(cover: PolarWord, word: PolarWord) -> bool:
    """Whether a word is part of a term without polarity, or a part, not the whole, of a doubt."""
    within = cover.start <= word.start and word.end <= cover.end
    return within and (cover.kind == PLAIN or word.end - word.start < cover.end - cover.start)


def _last_word(term: _Term, words: tuple[str, ...], first: int) -> int | None:
    """The number of the last word of a term that begins at the word `first`, None if it does not stand there."""
    if term.open:
        return _last_of(term.words, words, first)
    end = first + len(term.words)
    return end - 1 if words[first:end] == term.words else None


def _last_of(parts: Sequence[str], words: Sequence[str], first: int) -> int | None:
    number = first
    for place, part in enumerate(parts):
        if part == GAP:
            rest = parts[place + 1 :]
            starts = range(number, min(number + GAP_LENGTH + 1, len(words)))
            return next((last for s in starts if (last := _last_of(rest, words, s)) is not None), None)
        if number >= len(words) or not _is_word(words[number], part):
            return None
        number += 1
    return number - 1


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
    lexicon = PolarityLexicon({}, {}, {row["term"]: row["written"].split() for row in contractions})
    for row in rows:
        lexicon.add(row)
    return lexicon
