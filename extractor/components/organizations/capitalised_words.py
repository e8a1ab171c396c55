"""The capitalised words of a text, with what the lexicons know of each: the stuff that names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from extractor.rulebook import Rulebook
from extractor.rulebook.lexicon import row_forms

REMEMBERED = 20_000
"""How many stretches of text are remembered with their words, and names with their first word."""

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_WORD = re.compile(
    rf"[{_UPPER}](?<![@/.’'#$].)(?<![^-]-.)(?:\.[{_UPPER}](?=\.))*\w*(?:(?:[’'](?!s\b)|[-–](?=\w)(?![a-z]+ed\b)|[.+](?=\w)|&(?=[{_UPPER}]))\w+)*"
)
_BLANK, _CAPITAL = 1, 2
_KINDS = np.zeros(ord("\u3000") + 2, dtype=np.int8)
"""What characters are, by their code points up to the last white space of all; one more stands for the rest."""
for _match in re.finditer(rf"(\s)|[{_UPPER}]", "".join(map(chr, range(len(_KINDS))))):
    _KINDS[_match.start()] = _BLANK if _match[1] else _CAPITAL
_BEFORE = 6
"""How many characters before a capital tell whether a word begins with it, at most."""
_LOWER_START = re.compile(r"(?<![\w@/.’'#$-])[^\W\d_]{1,4}$")
_GLUE = re.compile(r"(?:[™®℠]|\((?:TM|R)\))?[ \u00a0\u2009\u202f](?:& )?")
_PEOPLES = re.compile(r"[’']s ")
_FAR = 6
"""Characters between two words that do not stand right beside each other, from which on nothing else is asked."""


class Sense:
    """What a capitalised word can be, as bits of a number; 0 is a word that no lexicon knows. (An `IntFlag` costs ten
    times as much, and this is asked for every word.)"""

    LEGAL = 1
    FIELD = 2
    WEAK = 4
    INSTITUTION = 8
    ROLE = 16
    TITLE = 32
    DEGREE = 64
    COMMON = 128
    FIRST_NAME = 256
    ADJECTIVE = 512
    SURNAME = 1024
    OWNER = 2048


BREAKS = Sense.ROLE | Sense.TITLE | Sense.DEGREE
SUFFIX = Sense.LEGAL | Sense.FIELD


@dataclass(slots=True, eq=False)
class Word:
    """A capitalised word; `glued`: only one space stands between it and the next capitalised word; `follows`: the same
    between the one before and it. (There are hundreds in an article, each asked for its fields fifty times: a frozen
    one takes four times as long to make, and a tuple's fields twice as long to read.)"""

    start: int
    end: int
    text: str
    sense: int
    glued: bool
    follows: bool


class CapitalisedWords:
    """Finds the capitalised words of texts in order, without a possessive `'s`, an initial or abbreviation with its
    stop, each with what it can be by `senses`. What stands in a stretch without white space is remembered."""

    def __init__(self, senses: Mapping[str, int]) -> None:
        self._senses = senses
        self._in_stretch = lru_cache(maxsize=REMEMBERED)(self._find)

    def __call__(self, text: str) -> list[Word]:
        """The words of a text."""
        words: list[Word] = []
        in_stretch = self._in_stretch
        ended = -_FAR
        for begin, stop in _stretches(text):
            for first, last, written, sense in in_stretch(text[begin:stop]):
                start = begin + first
                gap = start - ended
                follows = 0 < gap < _FAR and ((gap == 1 and text[ended] == " ") or _is_glued(text, words, start))
                if follows:
                    words[-1].glued = True
                ended = begin + last
                words.append(Word(start, ended, written, sense, False, follows))
        return words

    def _find(self, stretch: str) -> list[tuple[int, int, str, int]]:
        """The words of a stretch, with their places there."""
        spans = [(start - 1, end - 1) for start, end in _spans(f" {stretch}", self._senses)]
        return [(start, end, stretch[start:end], _sense(stretch[start:end], self._senses)) for start, end in spans]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where capitalised words may stand: from up to `_BEFORE` characters before the first capital behind white space to
    the next white space. (An expression, which asks each character for itself, takes longer to find them.)"""
    codes = np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _KINDS.take(codes, mode="clip")
    places = kinds.nonzero()[0]
    kinds = kinds.take(places)
    opened = (kinds[:-1] < kinds[1:]).nonzero()[0]
    closed = (kinds[:-1] > kinds[1:]).nonzero()[0]
    begins = np.maximum(places.take(opened), places.take(opened + 1) - _BEFORE - 1)
    return zip(begins.tolist(), (places.take(closed + 1) - 1).tolist(), strict=True)


def _is_glued(text: str, words: Sequence[Word], start: int) -> bool:
    """Whether a word that starts there stands right behind the last of these words, with a sign between them."""
    last = words[-1]
    if _GLUE.fullmatch(text, last.end, start) is not None:
        return True
    sense = last.sense | (words[-2].sense if last.follows else 0)  # Children's Hospital, St. Luke's Hospital
    return bool(sense & Sense.OWNER) and _PEOPLES.fullmatch(text, last.end, start) is not None


def word_before(words: Sequence[Word], number: int) -> Word | None:
    """The capitalised word right before the one of this number."""
    return words[number - 1] if words[number].follows else None


def _spans(text: str, senses: Mapping[str, int]) -> list[tuple[int, int]]:
    """Where the capitalised words stand."""
    spans = []
    size = len(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start and text[start - 1].isalnum():
            lower = _LOWER_START.search(text, max(0, start - _BEFORE), start)  # bioAcmera
            if lower is None or end - start < 3:
                continue
            start = lower.start()
        if end < size and text[end] == "." and (end - start == 1 or text[start : end + 1] in senses):
            end += 1
        spans.append((start, end))
    return spans


def _sense(written: str, senses: Mapping[str, int]) -> int:
    """What a word can be. A word in capitals throughout is looked up as a name is written as well, but for short ones;
    one with a hyphen by its end, if that has no capital: "Boston-based"."""
    if written in senses:
        return senses[written]
    if "-" in written and written[-1].islower():
        end = written.rpartition("-")[2]
        return senses.get(end.title(), 0) & Sense.COMMON if end.islower() else 0
    return senses.get(written.title(), 0) & ~Sense.FIRST_NAME if len(written) > 3 and written.isupper() else 0


_SUFFIX_SENSES = (
    ("legal", Sense.LEGAL),
    ("group", Sense.LEGAL),
    ("field", Sense.FIELD),
    ("finance", Sense.FIELD),
    ("weak", Sense.WEAK),
)


def word_senses(book: Rulebook) -> dict[str, int]:
    """What each word of the lexicons can be, by the word as it is written in a name."""
    senses: dict[str, int] = {}

    def add(words: Iterable[str], sense: int) -> None:
        for word in words:
            senses[word] = senses.get(word, 0) | sense

    add(book.lexicon("possessive-openers").written(), Sense.OWNER)
    suffixes = book.lexicon("company-suffixes")
    for kind, sense in _SUFFIX_SENSES:
        add((form.split()[-1] for form in suffixes.written(kind=kind)), sense)
    add((form.split()[-1] for form in book.lexicon("institution-heads").written()), Sense.INSTITUTION)
    add(map(capitalised, book.lexicon("role-heads").written()), Sense.ROLE)
    add(book.lexicon("titles").written(), Sense.TITLE)
    add(book.lexicon("degrees").written(), Sense.DEGREE)
    for row in book.lexicon("not-names").rows.values():
        also = row.get("also", "")
        opens = Sense.ADJECTIVE if "adjective" in also else 0
        add(row_forms(row), Sense.COMMON | opens | (Sense.SURNAME if "surname" in also else 0))
    add(book.lexicon("first-names").written(), Sense.FIRST_NAME)
    return senses


def capitalised(word: str) -> str:
    """`officer` as it stands in a title: `Officer`."""
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=REMEMBERED)
def first_word(name: str) -> str | None:
    """The capitalised word with which a name begins; None where it begins otherwise."""
    start, end = next(iter(_spans(name, {})), (-1, -1))
    return name[:end] if start == 0 else None
