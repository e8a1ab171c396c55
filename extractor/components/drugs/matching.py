"""Finding the lexicon's names in a text, at the places where a word that can begin one stands.

Which places those are is remembered for each distinct word, so that a document costs one look into a dictionary for
each token, and a walk through the characters only where a name may begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.components.drugs.lexicon import DrugLexicon, DrugName
from extractor.components.drugs.names import CHUNK, SEPARATOR, fold_chunk, join

MAX_CHUNKS = 10
"""The most runs of letters or digits that a name is made of."""

_FIRST = re.compile(rf"(?P<apart>)(?P<chunk>{CHUNK.pattern})")
_NEXT = re.compile(rf"(?P<apart>(?>{SEPARATOR.pattern}))(?P<chunk>{CHUNK.pattern})")
"""The first chunk of a name, and any further one with what stands before it."""

_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Found(NamedTuple):
    """A name of the lexicon as it stands in a text."""

    start: int
    end: int
    form: str
    name: DrugName


def ends_word(text: str, end: int) -> bool:
    """Whether a word may end at `end`: no letter or digit follows, but for a trademark sign spelled `TM`."""
    if end >= len(text):
        return True
    following = text[end]
    marked = text.startswith("TM", end) and not text[end + 2 : end + 3].isalnum()
    return marked or not (following.isalnum() or following == "_")


def match_at(lexicon: DrugLexicon, text: str, start: int, limit: int | None = None) -> Found | None:
    """The longest name that begins at `start` and ends at a word's end (or at `limit`); None where there is none."""
    stop = len(text) if limit is None else limit
    forms, starts = lexicon.forms, lexicon.starts
    best, best_end = "", start
    form, end = "", start
    for _ in range(MAX_CHUNKS):
        match = (_NEXT if form else _FIRST).match(text, end, stop)
        if match is None:
            break
        apart, chunk = match.groups()
        written, end = _without_mark(chunk, match.end())
        folded = fold_chunk(written)
        form = join(form, folded, apart=bool(apart)) if form else folded
        if form in forms and (end == stop or ends_word(text, end)):
            best, best_end = form, end
        if form not in starts:
            break
    name = lexicon.get(best) if best else None
    return Found(start, best_end, best, name) if name is not None else None


def _without_mark(chunk: str, end: int) -> tuple[str, int]:
    """`HyBryteTM` is `HyBryte` with its mark."""
    if chunk.endswith("TM") and len(chunk) > 4 and chunk[-3].islower():
        return chunk[:-2], end - 2
    return chunk, end


def starts_in(word: str) -> Iterator[int]:
    """The offsets in a token at which a name may begin: its start, and behind each sign inside it."""
    if word.isalpha():
        yield 0
        return
    for chunk in CHUNK.finditer(word):
        before = word[chunk.start() - 1] if chunk.start() else " "
        if not before.isalnum() and before != "_":
            yield chunk.start()


def glued_parts(word: str) -> Iterator[tuple[int, int]]:
    """`GedeptinGeoVax` may be two words run together: the parts, as offsets in the word."""
    cuts = [match.start() for match in _GLUED.finditer(word)]
    for cut in cuts:
        if cut >= 5:
            yield 0, cut
        if len(word) - cut >= 6:
            yield cut, len(word)


def may_start_name(lexicon: DrugLexicon, word: str, start: int) -> bool:
    """Whether a name of the lexicon may begin at `start` in the token `word`, alone or with what follows it."""
    if word.isalpha() and not word.endswith("TM"):  # most words are one run of letters
        form = fold_chunk(word)
        return (form in lexicon.forms and lexicon.get(form) is not None) or (form in lexicon.starts and len(form) > 1)
    if match_at(lexicon, word, start) is not None:
        return True
    form, end = "", start
    for chunk in CHUNK.finditer(word, start):
        folded = fold_chunk(_without_mark(chunk.group(), chunk.end())[0])
        form = join(form, folded, apart=chunk.start() > end) if form else folded
        end = chunk.end()
    return form in lexicon.starts and len(form) > 1
