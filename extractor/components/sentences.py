"""Sentences by rule, on characters: `extractor_sentences`.

A sentence ends at `.`, `!`, `?` or `…` (with the quotation marks and brackets that close behind it) when what follows
can begin another, and at every line break that ends a paragraph, a heading or a list item. The words after which a full
stop does not end one are in `rules/sentences/abbreviations.tsv`, with what they stand before: `any` word, a `number`,
or a `name` (any word with a capital that does not open sentences).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.context import DocumentContext, Sentence
from extractor.components.occurrences import places_of
from extractor.components.steps import Component
from extractor.rulebook import Lexicon, load_rulebook
from extractor.rulebook.beginnings import matches_at

_STOPS = ".!?…"
_STOP = re.compile(rf"[{_STOPS}]+[\"'”’»)\]]*\s+(?P<next>\S\S?)")
_LINE_BREAK = re.compile(r"\n\s*")
_BULLET = re.compile(r"(?:[•‣◦▪●○·*\-–—+]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])[^\S\n]+\S")
_INLINE_BULLETS = "•‣▪●"
_INITIAL = re.compile(r"(?:^|[\s(“\"'.])[A-Z]\.$")
_NEXT_WORD = re.compile(r"[\"'”’»)\]]*\s+[\"“‘'(]?([A-Za-z]+)")
_UNOPENED = re.compile(r"[^\"“‘'(\[]*$")
_OPENING = "\"'“‘«([<"
_ENDING = 3
"""How many letters tell that most words are no abbreviations."""
_WIDTH = range(60, 131)
"""The lengths of line that a text broken at a width has."""


@dataclass(frozen=True)
class SentenceSplitter:
    """Finds where sentences start.

    `abbreviations`: words with their full stop, and what may follow without a new sentence; `openers`: words that open
    a sentence after an abbreviation when they have a capital.
    """

    abbreviations: Lexicon
    openers: Lexicon

    @cached_property
    def _endings(self) -> frozenset[str]:
        """The last letters of the abbreviations, without their full stop."""
        return frozenset(written[-1 - _ENDING : -1] for written in self.abbreviations.rows)

    def starts(self, text: str) -> list[int]:
        """The offsets at which sentences begin, in order, the first of them 0."""
        starts = {0, *self._line_starts(text), *self._stops(text)}
        return sorted(start for start in starts if start < len(text))

    def _line_starts(self, text: str) -> Iterator[int]:
        """Line breaks that end something: all, but those inside a paragraph whose lines were broken at a width."""
        wrapped = is_wrapped(text)
        for match in _LINE_BREAK.finditer(text):
            inside = wrapped and match.group().count("\n") == 1 and _line_length(text, match.start()) >= _WIDTH.start
            if not inside or _BULLET.match(text, match.end()):
                yield match.end()
        for place in places_of(text, _INLINE_BULLETS):
            if place and text[place - 1].isspace():
                yield place

    def _stops(self, text: str) -> Iterator[int]:
        for match in matches_at(_STOP, text, sorted(places_of(text, _STOPS))):
            if self._ends(text, match.start(), match["next"]):
                yield match.start("next")

    def _ends(self, text: str, stop: int, follows: str) -> bool:
        """Whether the stop at `stop` ends a sentence, when `follows` is what comes after the space."""
        first = follows.lstrip(_OPENING)[:1] or follows[0]
        if first.islower() or follows[0] in ",;:)%":
            return False
        if text[stop] != "." or text[stop + 1] == ".":
            return True
        ending = text[stop - _ENDING : stop]
        if ending.isalpha() and ending.islower() and ending not in self._endings:  # most words
            return True
        word = _UNOPENED.search(text[max(0, stop - 20) : stop + 1].split()[-1])
        written = word.group() if word else ""
        kind = self.abbreviations.get(written, "before")
        if kind is None and "/" in written:
            kind = self.abbreviations.get(written.split("/")[-1], "before")
        initial = _INITIAL.search(text, max(0, stop - 2), stop + 1) is not None
        if kind == "number" and (first.isdigit() or not initial):
            return not first.isdigit()
        if kind == "any":
            return False
        if kind == "name" or initial:
            opener = _NEXT_WORD.match(text, stop + 1)
            return opener is not None and opener[1][0].isupper() and opener[1] in self.openers
        return True


def _line_length(text: str, end: int) -> int:
    """How long the line is that ends at `end`, without white space behind it."""
    return len(text[text.rfind("\n", 0, end) + 1 : end].rstrip())


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text were broken at a width: more than half have much the same length and end
    mid-sentence."""
    lines = list(filter(None, map(str.rstrip, text.split("\n"))))
    alike = [line for line in lines if len(line) in _WIDTH]
    broken = [line for line in alike if line[-1] not in '.!?:”"']
    return len(lines) >= 4 and len(broken) > 0.5 * len(lines)


def sentences_of(context: DocumentContext, splitter: SentenceSplitter) -> list[Sentence]:
    """The sentences of a document, on its tokens: a start inside a token moves to the token's start."""
    text = context.text
    firsts = dict.fromkeys(map(context.token_at, splitter.starts(text)))
    paragraph = -1
    sentences: list[Sentence] = []
    for number, (first, last) in enumerate(pairwise([*firsts, len(context.token_starts)])):
        start = context.token_starts[first]
        end = start + len(text[start : context.token_ends[last - 1]].rstrip())
        if not sentences or "\n" in text[sentences[-1].end : start]:
            paragraph += 1
        sentences.append(Sentence(number, first, last, start, end, paragraph))
    return sentences


@dataclass(frozen=True)
class SentenceStep:
    """Sets the sentences of the context."""

    splitter: SentenceSplitter

    def __call__(self, context: DocumentContext) -> None:
        if context.token_starts:
            context.set_sentences(sentences_of(context, self.splitter))


def _show(doc: Doc, context: DocumentContext) -> None:
    """The sentences as `doc.sents`."""
    flags = np.full(len(doc), -1, dtype="int64").astype("uint64")
    flags[[sentence.first for sentence in context.sentences if len(doc)]] = 1
    doc.from_array([SENT_START], flags)  # type: ignore[arg-type]  # spaCy takes one column as well


@Language.factory("extractor_sentences", default_config={"rules": []}, assigns=["token.is_sent_start", "doc.sents"])
def create_sentences(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    book = load_rulebook(rules)
    splitter = SentenceSplitter(book.lexicon("abbreviations"), book.lexicon("sentence-openers"))
    return Component(SentenceStep(splitter), _show)
