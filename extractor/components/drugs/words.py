"""Which words of a document may be drug names: what is known of each distinct word is worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext
from extractor.components.drugs.candidates import NEVER, Candidate, Tables
from extractor.components.drugs.forms import Form, Forms, from_head, from_tail
from extractor.components.drugs.matching import (
    Begun,
    begun_at,
    glued_parts,
    match_at,
    match_begun,
    may_go_on,
    starts_in,
)
from extractor.components.drugs.names import form_of

REMEMBERED = 100_000
"""How many distinct words are remembered; with one more, all are forgotten, so that memory does not grow."""

HYPHENS = "-\u2010\u2011"
_HYPHENED = re.compile(r"[\w\u2010\u2011-]*")
_LONGEST_WORD = 40
_JOINING = frozenset("_@#")
_PARTS_BEFORE = frozenset((*HYPHENS, "/", ".", "@", "_"))
_PARTS_BEHIND = frozenset("/@_")

FoundForms = tuple[tuple[Form, int, int, tuple[Any, ...]], ...]
"""Forms of one word, each with its start and end in the word, and what else the candidate that it makes says."""


class _Word(NamedTuple):
    """What a distinct token may be: the begins of names of the lexicon, parts of words run together, forms of one word
    (with start and end), forms of several words of which it may be the first or the last; and the signs with which
    longer names go on behind it, if it can be nothing but what they begin with."""

    starts: tuple[Begun, ...] = ()
    glued: tuple[tuple[int, int], ...] = ()
    forms: FoundForms = ()
    heads: tuple[Form, ...] = ()
    tails: tuple[Form, ...] = ()
    signs: frozenset[str] = frozenset()


_HYPHEN = _Word()
"""What stands for a hyphen that is a token of its own."""

_PLAIN = ()
"""What stands for a word that can be no part of a name; false, as no `_Word` is."""


@dataclass(eq=False)
class WordReader:
    """Reads a document's tokens for candidates; keeps what it learned of each word from document to document."""

    tables: Tables
    forms: Forms
    _words: dict[int, _Word | tuple[()]] = field(default_factory=dict)
    _joined: dict[str, _Word | tuple[()]] = field(default_factory=dict)

    def candidates(self, context: DocumentContext) -> list[Candidate]:
        """All that may be a name, in the order of the text; candidates may overlap."""
        text, starts, ends = context.text, context.token_starts, context.token_ends
        found: list[Candidate] = []
        remembered = self._words
        joined = 0
        for token, orth in context.words.not_plain(self, range(len(starts))):
            word = remembered.get(orth)
            if word is None:
                word = self._word(orth, context.vocab)
            if not word:
                context.words.add_plain(self, orth)
                continue
            start = starts[token]
            if word is not _HYPHEN:
                end = ends[token]
                if not word.signs or may_go_on(text, end, word.signs):
                    self._at(text, start, end, word, found)
            elif start >= joined:  # the tokenizer cuts words at hyphens between letters
                first, joined = _joined_word(text, start)
                if word := self._read_joined(text[first:joined]):
                    self._at(text, first, joined, word, found)
        return found

    def _word(self, orth: int, vocab: Vocab) -> _Word | tuple[()]:
        """What a word may be, worked out when it is met for the first time."""
        if len(self._words) > REMEMBERED:
            self._words.clear()
        lexeme = vocab[orth]
        word = self._words[orth] = _PLAIN if lexeme.is_stop else self._look_up(lexeme.orth_) or _PLAIN
        return word

    def _read_joined(self, written: str) -> _Word | tuple[()]:
        word = self._joined.get(written)
        if word is None:
            if len(self._joined) > REMEMBERED:
                self._joined.clear()
            word = self._joined[written] = self._joined_word(written)
        return word

    def _look_up(self, written: str) -> _Word | None:
        if written in HYPHENS:
            return _HYPHEN
        starts = self._starts_in(written)
        glued = () if starts else tuple(part for part in glued_parts(written) if self._is_name(written, *part))
        forms = () if glued else self._forms_in(written)
        heads, tails = self.forms.heads(written), self.forms.tails(written)
        if not starts and all(form.never for form, *_ in forms):
            forms = ()  # there is nothing here that they could keep from being a name
        if glued or forms or heads or tails or any(begun.best for begun in starts):
            return _Word(starts, glued, forms, heads, tails)
        signs = frozenset[str]().union(*(begun.signs for begun in starts))
        return _Word(starts, signs=signs) if starts else None

    def _is_name(self, written: str, start: int, stop: int) -> bool:
        """Whether the lexicon knows this part of a word."""
        found = match_at(self.tables.lexicon, written, start, stop)
        return found is not None and found.end == stop

    def _joined_word(self, written: str) -> _Word | tuple[()]:
        """What a word may be that the tokenizer cut at its hyphens."""
        starts = tuple(begun for begun in self._starts_in(written) if begun.best)
        forms = self._forms_in(written)
        return _Word(starts, (), forms) if starts or forms else _PLAIN

    def _starts_in(self, written: str) -> tuple[Begun, ...]:
        starts = (begun_at(self.tables.lexicon, written, start) for start in starts_in(written))
        return tuple(begun for begun in starts if begun)

    def _forms_in(self, written: str) -> FoundForms:
        half = len(written) // 2
        if written[:half] == written[half:]:  # a name run together with itself is found by its copies
            return ()
        found = ((start, *form) for start in starts_in(written) if (form := self.forms.in_word(written, start)))
        return tuple((form, start, end, _of_form(form, written, start, end)[2:]) for start, form, end in found)

    def _at(self, text: str, offset: int, end: int, word: _Word, candidates: list[Candidate]) -> None:
        """Adds to `candidates` all that may be a name in a token, or begins in it, or ends in it."""
        starts, glued, forms, heads, tails, _ = word
        for begun in starts:
            if found := match_begun(self.tables.lexicon, text, begun, offset, end):
                candidates.append(self.tables.candidate(text, found))
        for start, stop in glued:
            if found := match_at(self.tables.lexicon, text, offset + start, offset + stop):
                candidates.append(self.tables.candidate(text, found))
        for form, start, stop, says in forms:
            if _may_stand(form, text, offset + start, offset + stop):
                candidates.append(Candidate(offset + start, offset + stop, *says))
        for form in heads:
            if span := from_head(form, text, offset):
                candidates.append(_of_form(form, text, *span))
        for form in tails:
            if span := from_tail(form, text, end):
                candidates.append(_of_form(form, text, *span))


def _of_form(form: Form, text: str, start: int, end: int) -> Candidate:
    """The candidate that a form makes of a stretch of text."""
    needs = NEVER if form.never else form.needs
    name = form_of(text[start:end])
    return Candidate(start, end, name, "", form.kind, form.rule.id, needs, False, form.gives, form.lone, form.pointed)


def _may_stand(form: Form, text: str, start: int, end: int) -> bool:
    """Whether a name of this form may stand there: as a word of its own; one that is unknown, neither behind a hyphen
    (the word with its hyphens has that) nor in an address."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before == " " == behind:  # as most words stand
        return True
    if before.isalnum() or behind.isalnum() or before in _JOINING:
        return False
    if not form.unknown:
        return True
    inside = before in _PARTS_BEFORE or behind in _PARTS_BEHIND
    return not (inside or (behind == "." and text[end + 1 : end + 2].isalnum()))


def _joined_word(text: str, hyphen: int) -> tuple[int, int]:
    """The word with hyphens of which one stands at `hyphen`."""
    backwards = text[max(0, hyphen - _LONGEST_WORD) : hyphen][::-1]
    before, behind = _HYPHENED.match(backwards), _HYPHENED.match(text, hyphen)
    return hyphen - (before.end() if before else 0), behind.end() if behind else hyphen + 1
