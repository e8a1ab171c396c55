"""The tokenizer: spaCy's tokens, each distinct word of a language cut up once.

spaCy's own tokenizer remembers no word that it meets behind the first special case of a text (“U.S.”, “don't”), so that
most rare words are cut up anew each time that they come. Here what it makes of a stretch without white space is
remembered, and a text costs one look into a dictionary for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise, repeat

import numpy as np
from spacy.attrs import LENGTH, ORTH, SPACY
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from extractor.components.context import Tokens
from extractor.rulebook.plain import Hashes, PlainWords, Words
from extractor.rulebook.words import spacy_tokenizer

TOKENIZER = "extractor_tokenizer"
"""The name under which spaCy's configuration knows the tokenizer."""

REMEMBERED = 100_000
"""How many stretches are remembered; with one more, all are forgotten, so that memory does not grow."""

LONGEST_REMEMBERED = 40
"""Stretches of more characters are mostly addresses on the web, which do not come again."""

_STRETCH = re.compile(r"\S+ ?|\s+")
"""What spaCy cuts up by itself: characters up to white space, of which one space belongs to the token before it."""

_LINE_BREAK = re.compile(r"(\n\s*)")

_BREAK = re.compile(r"([^\S ]\s*)")
"""White space that begins with another character than a space."""

_ENDS = "\n"
"""What stands behind a stretch, in its key, that no space follows."""

_ORDINARY = bytes(range(ord(" "), 127)) + b"\n"
"""What of ASCII can be printed, and line breaks."""

_PLAIN = re.compile(r"\w+ ")
"""A stretch without signs: a word, of which the tokenizer makes the same tokens whatever stands beside it."""

_SIZE = 3 * 8
"""Bytes that a token takes: the hash of its word, its length, and how far behind it the next one starts."""


class RememberingTokenizer(DummyTokenizer):
    """Gives the tokens that `tokenizer` would give, without the norms that it sets for parts of contractions."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.vocab = tokenizer.vocab
        self._remembered: dict[str, bytes] = {}
        self._plain = PlainWords()

    def __call__(self, text: str) -> Doc:
        """The tokens of a text, which together are the text."""
        words, lengths, steps = self._cut(text)
        return Doc(self.vocab, words=words.tolist(), spaces=(steps > lengths).tolist())  # words may be given by hashes

    def tokens(self, text: str) -> Tokens:
        """The tokens without a `Doc`, which takes longer to fill than all else together."""
        words, lengths, steps = self._cut(text)
        starts = steps.cumsum() - steps
        return Tokens(Words(np.ascontiguousarray(words), self._plain), starts.tolist(), (starts + lengths).tolist())

    def _cut(self, text: str) -> Hashes:
        """The words, lengths and steps of the tokens."""
        keys = _keys(text)
        cut = list(map(self._remembered.get, keys, repeat(b"")))
        if not all(cut):
            missing = [number for number, known in enumerate(cut) if not known]
            stretches = {keys[number]: _stretch(keys[number]) for number in missing}
            new = self._cut_new(set(stretches.values()))
            for number in missing:
                cut[number] = new[stretches[keys[number]]]
            self._remember({key: new[stretch] for key, stretch in stretches.items()})
        return np.frombuffer(b"".join(cut), dtype=np.uint64).reshape(-1, 3).T

    def _cut_new(self, stretches: set[str]) -> dict[str, bytes]:
        """The tokens of stretches that are new. Plain words are cut up as one text, for a `Doc` of its own for each
        takes longer than all the rest; signs could be special cases together."""
        words = list(filter(_PLAIN.fullmatch, stretches))
        cut = {stretch: _packed(self.tokenizer(stretch)) for stretch in stretches.difference(words)}
        if words:
            doc = self.tokenizer("".join(words))
            tokens = _packed(doc)
            ends = (np.flatnonzero(doc.to_array(SPACY)) + 1) * _SIZE
            for word, (first, last) in zip(words, pairwise([0, *ends.tolist()]), strict=True):
                cut[word] = tokens[first:last]
        return cut

    def _remember(self, new: Mapping[str, bytes]) -> None:
        """Remembers what of the `new` stretches may come again; all others are forgotten, if they are too many."""
        self._remembered.update((key, cut) for key, cut in new.items() if len(key) <= LONGEST_REMEMBERED)
        if len(self._remembered) > REMEMBERED:
            self._remembered.clear()


def _keys(text: str) -> list[str]:
    """The stretches of a text, as they are remembered: without the space that belongs to most of them, so that nearly
    all come of splitting lines at spaces, which is much quicker than a regular expression."""
    lines = text.lstrip()
    keys = [text[: -len(lines) or None]] if len(lines) < len(text) else []
    parts = (_LINE_BREAK if _has_simple_spaces(lines) else _BREAK).split(lines)
    single = "  " not in lines
    for line, line_break in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if not single and "  " in line:
            keys += map(_key, _STRETCH.findall(line + line_break))
            continue
        keys += line.split(" ")
        if keys[-1]:
            keys[-1] += _ENDS
        else:  # a space ends the line
            keys.pop()
        if line_break:
            keys.append(line_break)
    return keys


def _has_simple_spaces(text: str) -> bool:
    """Whether all white space in a text is spaces and line breaks; not told of one with what cannot be printed."""
    others = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY).decode("utf-8", "surrogatepass")
    return others.isprintable()


def _key(stretch: str) -> str:
    """The key of a stretch."""
    if stretch.isspace():
        return stretch
    return stretch[:-1] if stretch.endswith(" ") else stretch + _ENDS


def _stretch(key: str) -> str:
    """The stretch that has a key."""
    if key.isspace():
        return key
    return key[:-1] if key.endswith(_ENDS) else key + " "


def _packed(doc: Doc) -> bytes:
    """The hashes of the tokens, their lengths, and the steps from each to the next."""
    tokens = doc.to_array([ORTH, LENGTH, SPACY]).astype(np.uint64)
    tokens[:, 2] += tokens[:, 1]
    return tokens.tobytes()


@registry.tokenizers(TOKENIZER)
def create_tokenizer() -> Callable[[Language], RememberingTokenizer]:
    """What makes the tokenizer for a pipeline."""
    return lambda nlp: RememberingTokenizer(spacy_tokenizer(nlp))
