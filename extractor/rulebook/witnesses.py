"""Witnesses of a pattern: stretches of words that it matches, made from the pattern itself.

What matches every witness of a rule matches, as far as one can see, whatever the rule matches; so a rule that can never
decide is found without an article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from spacy.vocab import Vocab

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.notation import AnyWord, Element, Gap, Group, Line, Slot, Word
from extractor.rulebook.views import View, build_view
from extractor.rulebook.words import tokenize_pattern

WITNESSES = 24
STRANGE_WORD = "qzx"
"""A word that no rule names."""

Piece = tuple[str, str]
"""A word, and the kind of mention that it is, or nothing."""


def witnesses(line: Line, lexicons: Mapping[str, Lexicon], vocab: Vocab) -> list[View]:
    """Views that a line of the notation matches from their second word to the last but one."""
    random = Random(0)
    made = dict.fromkeys(tuple(_of_line(line, lexicons, random)) for _ in range(WITNESSES))
    return [_view([(STRANGE_WORD, ""), *pieces, (STRANGE_WORD, "")], vocab) for pieces in made]


def _of_line(line: Line, lexicons: Mapping[str, Lexicon], random: Random) -> list[Piece]:
    return [piece for element in line for piece in _of_element(element, lexicons, random)]


def _of_element(element: Element, lexicons: Mapping[str, Lexicon], random: Random) -> list[Piece]:
    if element.optional and random.random() < 0.5:
        return []
    match element:
        case Gap(length=length):
            return [(STRANGE_WORD, "")] * random.choice((0, length))
        case AnyWord():
            return [(STRANGE_WORD, "")]
        case Word(text=text, open_end=open_end):
            return _words(text + STRANGE_WORD if open_end else text)
        case Slot(kind=kind, is_mention=True):
            return [(f"{STRANGE_WORD}{random.randrange(1000)}", kind)]
        case Slot(kind="number"):
            return [(str(random.randrange(1000)), "")]
        case Slot(kind=kind):
            return _words(random.choice(list(lexicons[kind].rows) or [STRANGE_WORD]))
        case Group(branches=branches):
            return _of_line(random.choice(branches), lexicons, random)
    raise TypeError(element)


def _words(text: str) -> list[Piece]:
    return [(word, "") for word in tokenize_pattern(text)]


def _view(pieces: Sequence[Piece], vocab: Vocab) -> View:
    text, tokens, marks = "", [], []
    for word, kind in pieces:
        place = (len(text), len(text) + len(word))
        tokens.append(place)
        if kind:
            marks.append((*place, kind, word))
        text += word + " "
    return build_view(vocab, text, tokens, marks)
