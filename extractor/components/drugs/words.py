"""Which words of a document may be drug names: what is known of each distinct word is worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.lexeme import Lexeme

from extractor.components.context import DocumentContext
from extractor.components.drugs.candidates import NEVER, Candidate, Tables
from extractor.components.drugs.forms import Form, Forms, from_head, from_tail
from extractor.components.drugs.matching import glued_parts, match_at, may_start_name, starts_in
from extractor.components.drugs.names import form_of

HYPHENS = "-\u2010\u2011"
_BEFORE_HYPHEN = re.compile(r"[\w\u2010\u2011-]*$")
_BEHIND_HYPHEN = re.compile(r"[\w\u2010\u2011-]*")
_LONGEST_WORD = 40

FoundForms = tuple[tuple[Form, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """What a distinct token may be: offsets at which names of the lexicon may begin, parts of words run together, forms
    of one word (with start and end), forms of several words of which it may be the first or the last."""

    starts: tuple[int, ...] = ()
    glued: tuple[tuple[int, int], ...] = ()
    forms: FoundForms = ()
    heads: tuple[Form, ...] = ()
    tails: tuple[Form, ...] = ()


_HYPHEN = _Word()
"""What stands for a hyphen that is a token of its own."""


@dataclass
class WordReader:
    """Reads a document's tokens for candidates; keeps what it learned of each word from document to document."""

    tables: Tables
    forms: Forms
    _words: dict[int, _Word] = field(default_factory=dict)
    _plain: set[int] = field(default_factory=set)
    _joined: dict[str, _Word] = field(default_factory=dict)

    def candidates(self, context: DocumentContext) -> Iterator[Candidate]:
        """All that may be a name, in the order of the text; candidates may overlap."""
        words, plain, text = self._words, self._plain, context.text
        starts, ends = context.token_starts, context.token_ends
        joined = 0
        for token, orth in [place for place in enumerate(context.words) if place[1] not in plain]:
            word = words.get(orth) or self._met(context.doc[token].lex)
            if word is None:
                continue
            if word is not _HYPHEN:
                yield from self._at(text, starts[token], ends[token], word)
            elif starts[token] >= joined:  # the tokenizer cuts words at hyphens between letters
                start, joined = _joined_word(text, starts[token])
                written = text[start:joined]
                if written not in self._joined:
                    self._joined[written] = self._joined_word(written)
                yield from self._at(text, start, joined, self._joined[written])

    def _met(self, lexeme: Lexeme) -> _Word | None:
        """What a word may be that is met for the first time; None for one that can be no part of a name."""
        word = None if lexeme.is_stop else self._look_up(lexeme.orth_)
        if word is None:
            self._plain.add(lexeme.orth)
        else:
            self._words[lexeme.orth] = word
        return word

    def _look_up(self, written: str) -> _Word | None:
        if written in HYPHENS:
            return _HYPHEN
        starts = tuple(s for s in starts_in(written) if may_start_name(self.tables.lexicon, written, s))
        glued = () if starts else tuple(part for part in glued_parts(written) if self._is_name(written, *part))
        forms = () if glued else self._forms_in(written)
        heads, tails = self.forms.heads(written), self.forms.tails(written)
        if not starts and all(form.never for form, _, _ in forms):
            forms = ()  # there is nothing here that they could keep from being a name
        return _Word(starts, glued, forms, heads, tails) if starts or glued or forms or heads or tails else None

    def _is_name(self, written: str, start: int, stop: int) -> bool:
        """Whether the lexicon knows this part of a word."""
        found = match_at(self.tables.lexicon, written, start, stop)
        return found is not None and found.end == stop

    def _joined_word(self, written: str) -> _Word:
        """What a word may be that the tokenizer cut at its hyphens."""
        lexicon = self.tables.lexicon
        starts = (s for s in starts_in(written) if match_at(lexicon, written, s) is not None)
        return _Word(tuple(starts), (), self._forms_in(written))

    def _forms_in(self, written: str) -> FoundForms:
        half = len(written) // 2
        if written[:half] == written[half:]:  # a name run together with itself is found by its copies
            return ()
        found = ((start, self.forms.in_word(written, start)) for start in starts_in(written))
        return tuple((form[0], start, form[1]) for start, form in found if form)

    def _at(self, text: str, offset: int, end: int, word: _Word) -> Iterator[Candidate]:
        """All that may be a name in a token, or begins in it, or ends in it."""
        lexicon = self.tables.lexicon
        for start in word.starts:
            found = match_at(lexicon, text, offset + start)
            if found:
                yield self.tables.candidate(text, found)
        for start, stop in word.glued:
            found = match_at(lexicon, text, offset + start, offset + stop)
            if found:
                yield self.tables.candidate(text, found)
        if word.forms:
            yield from _of_forms(word.forms, text, offset)
        for form in word.heads:
            span = from_head(form, text, offset)
            if span:
                yield of_form(form, text, *span)
        for form in word.tails:
            span = from_tail(form, text, end)
            if span:
                yield of_form(form, text, *span)


def of_form(form: Form, text: str, start: int, end: int) -> Candidate:
    """The candidate that a form makes of a stretch of text."""
    needs = NEVER if form.never else form.needs
    return Candidate(
        start, end, form_of(text[start:end]), "", form.kind, form.rule.id, needs, gives=form.gives, lone=form.lone
    )


def _of_forms(forms: FoundForms, text: str, offset: int) -> Iterator[Candidate]:
    for form, start, stop in forms:
        if text[offset + stop : offset + stop + 1].isalnum() or not _opens(text, offset + start):
            continue
        yield of_form(form, text, offset + start, offset + stop)


def _opens(text: str, start: int) -> bool:
    """Whether a word begins here and not behind a hyphen of the same word (which the word with its hyphens has)."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_@#")


def _joined_word(text: str, hyphen: int) -> tuple[int, int]:
    """The word with hyphens of which one stands at `hyphen`."""
    before = _BEFORE_HYPHEN.search(text, max(0, hyphen - _LONGEST_WORD), hyphen)
    behind = _BEHIND_HYPHEN.match(text, hyphen)
    start = before.start() if before else hyphen
    return start, behind.end() if behind else hyphen + 1
