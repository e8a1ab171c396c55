"""What every component needs to know of a document: its article, sentences, zones, and what was found before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from spacy.attrs import IDX, LENGTH, ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.components.addresses import addresses
from extractor.model import (
    Article,
    DateExpression,
    Drug,
    DrugMention,
    Mention,
    OrganizationMention,
    Percentage,
    PersonMention,
    Quote,
    Result,
    TrialMention,
    document_id,
    record_id,
)
from extractor.rulebook import View, build_view
from extractor.rulebook.plain import PlainWords, Words
from extractor.rulebook.shapes import lowered_text
from extractor.rulebook.word_places import WordPlaces

_KEY = "extractor"
_START = attrgetter("start")
_QUOTATION_MARKS = "\"“”„‘’'«»"
_DATE_LABELS = {"DATE": "date", "DURATION": "duration", "SET": "set"}

M = TypeVar("M", bound=Mention)


class Sentence(NamedTuple):
    """A sentence: tokens `first` to `last` (exclusive), characters `start` to `end` (exclusive, without white space at
    the end), and the number of its paragraph from 0."""

    number: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int


class Tokens(NamedTuple):
    """The tokens of a text, in order: their words, and the offsets where they start and end."""

    words: Words
    starts: list[int]
    ends: list[int]


@dataclass
class DocumentContext:
    """The working state of one document, shared by the components; lists are in the order of the text.

    `words` are those of the tokens, by their hashes in `vocab`, `token_starts` and `token_ends` their offsets.
    `sentences` are those of `extractor_sentences`, or the whole document where that component has not run.
    `notes` are what a component keeps for those behind it, under its own name.
    """

    vocab: Vocab
    article: Article
    text: str
    words: Words
    token_starts: list[int]
    token_ends: list[int]
    sentences: list[Sentence] = field(default_factory=list)
    drugs: list[DrugMention] = field(default_factory=list)
    percentages: list[Percentage] = field(default_factory=list)
    dates: list[DateExpression] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    organizations: list[OrganizationMention] = field(default_factory=list)
    persons: list[PersonMention] = field(default_factory=list)
    trials: list[TrialMention] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    drug_records: list[Drug] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)
    _sentence_starts: list[int] = field(default_factory=list)
    _sentence_texts: list[str] = field(default_factory=list)
    _views: dict[Any, View] = field(default_factory=dict)

    def set_sentences(self, sentences: list[Sentence]) -> None:
        """Replaces the sentences; views made of the old ones are forgotten."""
        self.sentences = sentences
        self._sentence_starts = [0, *(sentence.start for sentence in sentences[1:])]
        self._sentence_texts = [self.text[sentence.start : sentence.end] for sentence in sentences]
        self._views.clear()

    def set_drugs(self, drugs: list[DrugMention]) -> None:
        """Replaces the drug mentions; views made of the old ones are forgotten."""
        self.drugs = drugs
        self._views.clear()

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which the character at `offset` stands (the one before, for white space between two)."""
        return self.sentences[bisect_right(self._sentence_starts, offset) - 1]

    def zone_at(self, offset: int) -> str:
        """The kind of zone in which the character at `offset` stands; `body` where the article names none."""
        place = bisect_right(self._zone_starts, offset) - 1
        if place < 0:
            return "body"
        zone = self.article.zones[place]
        return zone.kind if offset < zone.end else "body"

    @cached_property
    def _zone_starts(self) -> list[int]:
        return [zone.start for zone in self.article.zones]

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, at the same offsets."""
        return lowered_text(self.text)

    def in_address(self, offset: int) -> bool:
        """Whether the character at `offset` stands in a web or e-mail address, or right behind one."""
        place = bisect_right(self._addresses, (offset, len(self.text))) - 1
        return place >= 0 and offset <= self._addresses[place][1]

    @cached_property
    def _addresses(self) -> list[tuple[int, int]]:
        return addresses(self.text)

    def places(self, wanted: WordPlaces, sentence: Sentence | None = None) -> list[int]:
        """The offsets, in order, at which something `wanted` may begin; only those in a `sentence`, if one is given."""
        tokens = range(sentence.first, sentence.last) if sentence else range(len(self.token_starts))
        return wanted.places_in(self.words, tokens, self.token_starts, self.vocab.strings)

    def token_at(self, offset: int) -> int:
        """The number of the token that covers `offset`, or of the last one before it."""
        return max(0, bisect_right(self.token_starts, offset) - 1)

    def place(self, kind: str, start: int, end: int) -> dict[str, Any]:
        """The fields that all mentions share (but `rule`), for a mention of `kind` at these offsets."""
        sentence = self.sentence_at(start)
        return {
            "id": record_id(self.article.id, kind, start, end),
            "document_id": self.article.id,
            "start": start,
            "end": end,
            "text": self.text[start:end],
            "sentence": self._sentence_texts[sentence.number],
            "zone": self.zone_at(start),
        }

    def within(self, records: Sequence[M], start: int, end: int) -> list[M]:
        """Those of the `records` (in the order of the text) that start in [start, end)."""
        first = bisect_left(records, start, key=_START)
        return list(records[first : bisect_left(records, end, lo=first, key=_START)])

    def view(self, sentence: Sentence, *, quotes: bool = False) -> View:
        """The view of a sentence in which each drug, percentage, date, organisation, person and trial is one token;
        with `quotes`, each quotation is one as well, with its marks (and what stands inside it is hidden). Kept until a
        list changes length."""
        key = (sentence.number, quotes, *self._counts())
        if key not in self._views:
            self._views[key] = self.view_of(sentence.start, sentence.end, quotes=quotes)
        return self._views[key]

    def view_of(self, start: int, end: int, *, quotes: bool = False, without: frozenset[str] = frozenset()) -> View:
        """The view of any stretch of characters (see `view`); mentions of the kinds in `without` stay words."""
        marks = self._marks(start, end, quotes, without)
        return build_view(self.vocab, self.text, self.tokens_in(start, end), marks)

    def tokens_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The tokens in [start, end), cut where it begins or ends inside of one, without white space."""
        first, last = self.token_at(start), self.token_at(max(start, end - 1)) + 1
        starts, ends = self.token_starts[first:last], self.token_ends[first:last]
        if starts:
            starts[0], ends[-1] = max(start, starts[0]), min(end, ends[-1])
        return [(s, e) for s, e in zip(starts, ends, strict=True) if s < e and not self.text[s].isspace()]

    def forget_views(self) -> None:
        """Views are made anew: for whoever replaces mentions without a change in their number."""
        self._views.clear()

    def _counts(self) -> tuple[int, ...]:
        kinds = (self.drugs, self.percentages, self.dates, self.organizations, self.persons, self.trials, self.quotes)
        return tuple(len(kind) for kind in kinds)

    def _with_marks(self, quote: Mention) -> tuple[int, int]:
        """Where a quotation stands with its marks, which a pattern need not name."""
        first, last = quote.start, quote.end
        opened = first > 0 and self.text[first - 1] in _QUOTATION_MARKS
        closed = self.text[last : last + 1] in _QUOTATION_MARKS and last < len(self.text)
        return first - opened, last + closed

    def _marks(self, start: int, end: int, quotes: bool, without: frozenset[str]) -> list[tuple[int, int, str, Any]]:
        layers: list[tuple[str, Sequence[Mention]]] = [
            ("drug", self.drugs),
            ("percentage", self.percentages),
            ("", self.dates),
            ("trial", self.trials),
            ("person", self.persons),
            ("organization", self.organizations),
        ]
        if quotes:
            layers.insert(0, ("quote", self.quotes))
        marks: list[tuple[int, int, str, Any]] = []
        taken: list[tuple[int, int]] = []
        for label, records in layers:
            for record in self.within(records, start, end):
                kind = label or _DATE_LABELS[record.type]  # type: ignore[attr-defined]
                if kind in without:
                    continue
                first, last = self._with_marks(record) if kind == "quote" else (record.start, record.end)
                if last <= end and all(last <= s or first >= e for s, e in taken):
                    marks.append((first, last, kind, record))
                    taken.append((first, last))
        return sorted(marks, key=lambda mark: mark[0])


def new_context(vocab: Vocab, article: Article, tokens: Tokens) -> DocumentContext:
    """The context of an article of which nothing but the tokens is known."""
    text = article.text
    context = DocumentContext(vocab, article, text, *tokens)
    context.set_sentences([Sentence(0, 0, len(tokens.starts), 0, len(text.rstrip()), 0)])
    return context


def context_of(doc: Doc) -> DocumentContext:
    """The context of a document, made on first use, as that of an article of the bare text."""
    context = doc.user_data.get(_KEY)
    if context is None:
        text = doc.text
        starts, lengths, words = doc.to_array([IDX, LENGTH, ORTH]).T
        tokens = Tokens(Words(words, PlainWords()), starts.tolist(), (starts + lengths).tolist())
        article = Article(text=text, id=document_id(text.encode("utf-8", "surrogatepass")))
        context = doc.user_data[_KEY] = new_context(doc.vocab, article, tokens)
    return context
