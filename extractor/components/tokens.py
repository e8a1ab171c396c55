"""The tokenizer: spaCy's tokens, each distinct word of a language cut up once.

spaCy's own tokenizer remembers no word that it meets behind the first special case of a text (“U.S.”, “don't”), so that
most rare words are cut up anew each time that they come. Here what it makes of a stretch without white space is
remembered, and a text costs one look into a dictionary for each.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

from spacy.attrs import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import DummyTokenizer

REMEMBERED = 100_000
"""How many stretches are remembered; with one more, all are forgotten, so that memory does not grow."""

LONGEST_REMEMBERED = 40
"""Stretches of more characters are mostly addresses on the web, which do not come again."""

_STRETCH = re.compile(r"\S+ ?|\s+")
"""What spaCy cuts up by itself: characters up to white space, of which one space belongs to the token before it."""

Tokens = tuple[tuple[int, ...], tuple[bool, ...]]
"""The hashes of the tokens of a stretch, and whether a space follows each."""


T = TypeVar("T")


class RememberingTokenizer(DummyTokenizer):
    """Gives the tokens that `tokenizer` would give, without the norms that it sets for parts of contractions."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.vocab = tokenizer.vocab
        self._remembered: dict[str, Tokens] = {}
        self._values: dict[Any, Any] = {}

    def __call__(self, text: str) -> Doc:
        """The tokens of a text, which together are the text."""
        remembered = self._remembered
        words: list[int] = []
        spaces: list[bool] = []
        for stretch in _STRETCH.findall(text):
            tokens = remembered.get(stretch)
            if tokens is None:
                tokens = self._cut(stretch)
            words += tokens[0]
            spaces += tokens[1]
        return Doc(self.vocab, words=words, spaces=spaces)  # type: ignore[arg-type]  # words may be given by their hashes

    def _cut(self, stretch: str) -> Tokens:
        doc = self.tokenizer(stretch)
        words = tuple(self._once(word) for word in doc.to_array(ORTH).tolist())
        tokens = words, self._once(tuple(bool(token.whitespace_) for token in doc))
        if len(stretch) <= LONGEST_REMEMBERED:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
                self._values.clear()
            self._remembered[stretch] = tokens
        return tokens

    def _once(self, value: T) -> T:
        """The same value, the same object for all stretches: the less memory is looked at, the quicker it is."""
        return self._values.setdefault(value, value)
