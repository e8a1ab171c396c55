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


class Begun(NamedTuple):
    """What begins at `start` in a word: the form of its rest, with which longer names begin (empty where none do), its
    end, and the signs with which they may go on, in both cases; the longest name in the word itself, at its offsets."""

    start: int
    form: str
    end: int
    signs: frozenset[str]
    best: Found | None


def begun_at(lexicon: DrugLexicon, word: str, start: int) -> Begun | None:
    """What names of the lexicon may begin at `start` in a word, alone or with what follows it; None where none can."""
    form, end, best, best_end = _read(lexicon, word, "", start, len(word))
    found = _found(lexicon, start, best_end, best)
    if CHUNK.search(word, end):
        form = ""  # what stands between keeps all names from going on
    if found is None and len(form) < 2:
        return None
    signs = lexicon.starts[form] if form else ""
    return Begun(start, form, end, frozenset(signs + signs.upper()), found)


def may_go_on(text: str, end: int, signs: frozenset[str]) -> bool:
    """Whether a name that goes on with one of the `signs` may do so behind a word that ends at `end`: most words have a
    space and then another sign behind them, if not behind a hyphen as well."""
    return not (text[end : end + 1] == " " and signs.isdisjoint(near := text[end + 1 : end + 3]) and near.isascii())


def match_at(lexicon: DrugLexicon, text: str, start: int, limit: int | None = None) -> Found | None:
    """The longest name that begins at `start` and ends at a word's end (or at `limit`); None where there is none."""
    _, _, best, end = _read(lexicon, text, "", start, len(text) if limit is None else limit)
    return _found(lexicon, start, end, best)


def match_begun(lexicon: DrugLexicon, text: str, begun: Begun, offset: int, end: int) -> Found | None:
    """The longest name that begins in the word from `offset` to `end` as the word tells (`begun`)."""
    start, form, form_end, signs, best = begun
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):  # the tokenizer cut a word in two
        return match_at(lexicon, text, offset + start)
    if form and may_go_on(text, end, signs):
        _, _, longer, longer_end = _read(lexicon, text, form, offset + form_end, len(text))
        if longer:
            return _found(lexicon, offset + start, longer_end, longer)
    return Found(offset + start, offset + best.end, best.form, best.name) if best else None


def _read(lexicon: DrugLexicon, text: str, form: str, end: int, stop: int) -> tuple[str, int, str, int]:
    """Reads on from `end`, where a `form` ends, as far as names go on so: the form then (empty if none goes on) and its
    end, and the longest name (its form, or nothing) and its end."""
    best, best_end = "", end
    while match := (_NEXT if form else _FIRST).match(text, end, stop):
        apart, chunk = match.groups()
        written, end = _without_mark(chunk, match.end())
        folded = fold_chunk(written)
        form = join(form, folded, apart=bool(apart)) if form else folded
        if form in lexicon.forms and (end == stop or ends_word(text, end)):
            best, best_end = form, end
        if form not in lexicon.starts:
            return "", end, best, best_end
    return form, end, best, best_end


def _found(lexicon: DrugLexicon, start: int, end: int, form: str) -> Found | None:
    name = lexicon.get(form) if form else None
    return Found(start, end, form, name) if name is not None else None


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
