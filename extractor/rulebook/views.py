"""Views: a sentence as rules see it, each mention in it merged into one token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
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
    def features(self) -> Set[str]:
        """What triggers are looked up in: the words in lower case, and labels as `@drug`."""
        return {*map(str.lower, self.words), *[f"@{label}" for label in {*self.labels} if label]}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Each of the features with its token numbers."""
        places: dict[str, list[int]] = {}
        for number, (word, label) in enumerate(zip(self.words, self.labels, strict=True)):
            places.setdefault(word.lower(), []).append(number)
            if label:
                places.setdefault(f"@{label}", []).append(number)
        return places

    @cached_property
    def doc(self) -> Doc:
        """The tokens for spaCy's `Matcher`, their labels as ENT_TYPE."""
        return Doc(self.vocab, words=list(self.words), ents=[f"B-{label}" if label else "O" for label in self.labels])

    def hit(self, first: int, last: int) -> Hit:
        """The tokens from `first` to `last`, inclusive."""
        start, end = self.starts[first], self.ends[last]
        return Hit(start, end, self.text[start:end], self.records[first] if first == last else None)


_Token = tuple[int, int, str, Any]
"""Where a token of a view starts and ends, its label, and its record."""


def build_view(
    vocab: Vocab, text: str, tokens: Iterable[tuple[int, int]], marks: Sequence[tuple[int, int, str, Any]]
) -> View:
    """A view of the `tokens` (character offsets in `text`, in order), merged where `marks` (start, end, kind,
    record; in order, without overlap) say so. A token that a mark covers in part is cut there."""
    found: list[_Token] = []
    pending = iter(marks)
    mark = next(pending, None)
    covered = 0
    for start, end in tokens:
        begin = start if start > covered else covered
        while mark is not None and mark[0] < end:
            if mark[0] > begin:
                found += _rest(text, begin, mark[0])
            found.append(mark)
            begin = covered = mark[1]
            mark = next(pending, None)
        if begin == start:
            found.append((start, end, "", None))
        elif end > begin:
            found += _rest(text, begin, end)
    starts, ends, labels, records = zip(*found, strict=True) if found else ((), (), (), ())
    words = [text[s:e].replace("\u2019", "'") or " " for s, e in zip(starts, ends, strict=True)]
    return View(vocab, text, starts, ends, words, labels, records)


def _rest(text: str, start: int, end: int) -> Iterator[_Token]:
    """What is left of a token when a mention was cut from it: the signs at its edges are tokens of their own."""
    while start < end and _GLUE.match(text, start):
        yield start, start + 1, "", None
        start += 1
    stop = end
    while stop > start and _GLUE.match(text, stop - 1):
        stop -= 1
    if stop > start:
        yield start, stop, "", None
    for sign in range(stop, end):
        yield sign, sign + 1, "", None
