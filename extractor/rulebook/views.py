"""Views: a sentence as rules see it, each mention in it merged into one token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

_GLUE = re.compile(r"[-‐‑–—/+&,;:.()\[\]]")
"""Signs at the edge of what is left of a token when a mention was cut from it: tokens of their own."""


class Hit(NamedTuple):
    """What fills a slot: character offsets in the article, the text there, and the mention's record if it is one."""

    start: int
    end: int
    text: str
    record: Any = None


@dataclass(frozen=True)
class View:
    """A stretch of an article as matching sees it: words, and each mention merged into one token with its kind as
    label.

    `starts`/`ends`: character offsets of each token in the article. `words[i]`: token i as written, with straight
    apostrophes. `labels[i]`: the kind of mention that it is, or nothing; `records[i]`: that mention, or None.
    """

    vocab: Vocab
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    labels: Sequence[str]
    records: Sequence[Any]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """What triggers are looked up in: each word in lower case, and each label as `@drug`, with its token
        numbers."""
        places: dict[str, list[int]] = {}
        for number, (word, label) in enumerate(zip(self.words, self.labels, strict=True)):
            places.setdefault(word.lower(), []).append(number)
            if label:
                places.setdefault(f"@{label}", []).append(number)
        return places

    @cached_property
    def features(self) -> frozenset[str]:
        """The words in lower case, and labels as `@drug`."""
        return frozenset(self.places)

    @cached_property
    def doc(self) -> Doc:
        """The tokens for spaCy's `Matcher`, their labels as ENT_TYPE."""
        return Doc(self.vocab, words=list(self.words), ents=[f"B-{label}" if label else "O" for label in self.labels])

    def hit(self, first: int, last: int) -> Hit:
        """The tokens from `first` to `last`, inclusive."""
        start, end = self.starts[first], self.ends[last]
        return Hit(start, end, self.text[start:end], self.records[first] if first == last else None)


class _Tokens:
    """The tokens of a view while it is built."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.labels: list[str] = []
        self.records: list[Any] = []

    def add(self, start: int, end: int, label: str = "", record: Any = None) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.labels.append(label)
        self.records.append(record)

    def add_rest(self, start: int, end: int) -> None:
        """What is left of a token when a mention was cut from it: the signs at its edges are tokens of their own."""
        while start < end and _GLUE.match(self.text, start):
            self.add(start, start + 1)
            start += 1
        stop = end
        while stop > start and _GLUE.match(self.text, stop - 1):
            stop -= 1
        if stop > start:
            self.add(start, stop)
        for sign in range(stop, end):
            self.add(sign, sign + 1)


def build_view(
    vocab: Vocab, text: str, tokens: Iterable[tuple[int, int]], marks: Sequence[tuple[int, int, str, Any]]
) -> View:
    """A view of the `tokens` (character offsets in `text`, in order), merged where `marks` (start, end, kind,
    record; in order, without overlap) say so. A token that a mark covers in part is cut there."""
    view = _Tokens(text)
    pending = iter(marks)
    mark = next(pending, None)
    covered = 0
    for start, end in tokens:
        begin = max(start, covered)
        while mark is not None and mark[0] < end:
            if mark[0] > begin:
                view.add_rest(begin, mark[0])
            view.add(*mark)
            begin = covered = mark[1]
            mark = next(pending, None)
        if begin == start:
            view.add(start, end)
        elif end > begin:
            view.add_rest(begin, end)
    words = [text[s:e].replace("\u2019", "'") or " " for s, e in zip(view.starts, view.ends, strict=True)]
    return View(vocab, text, view.starts, view.ends, words, view.labels, view.records)
