"""The tokenizer: spaCy's tokens, each distinct word of a language cut up once.

spaCy's own tokenizer remembers no word that it meets behind the first special case of a text (“U.S.”, “don't”), so that
most rare words are cut up anew each time that they come. Here what it makes of a stretch without white space is
remembered, and a text costs one look into a dictionary for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from spacy.attrs import ORTH, SPACY
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from extractor.rulebook.words import spacy_tokenizer

TOKENIZER = "extractor_tokenizer"
"""The name under which spaCy's configuration knows the tokenizer."""

REMEMBERED = 100_000
"""How many stretches are remembered; with one more, all are forgotten, so that memory does not grow."""

LONGEST_REMEMBERED = 40
"""Stretches of more characters are mostly addresses on the web, which do not come again."""

_STRETCH = re.compile(r"\S+ ?|\s+")
"""What spaCy cuts up by itself: characters up to white space, of which one space belongs to the token before it."""

_PLAIN = re.compile(r"\w+ ?")
"""A stretch without signs: a word, of which the tokenizer makes the same tokens whatever stands beside it."""

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
        stretches = _STRETCH.findall(text)
        cut: Mapping[str, Tokens] = {}
        words: list[int] = []
        spaces: list[bool] = []
        for stretch in stretches:
            tokens = remembered.get(stretch) or cut.get(stretch)
            if tokens is None:
                cut = self._cut(other for other in stretches if other not in remembered)
                tokens = cut[stretch]
            words += tokens[0]
            spaces += tokens[1]
        return Doc(self.vocab, words=words, spaces=spaces)  # type: ignore[arg-type]  # words may be given by their hashes

    def _cut(self, stretches: Iterable[str]) -> dict[str, Tokens]:
        """The tokens of stretches that are new, remembered but for long ones. Plain words are cut up as one text, for a `Doc`
        of its own for each takes longer than all the rest; signs could be special cases together."""
        new = dict.fromkeys(stretches)
        words = list(filter(_PLAIN.fullmatch, new))
        doc = self.tokenizer("".join(word if word.endswith(" ") else f"{word} " for word in words))
        tokens = doc.to_array(ORTH).tolist()
        ends = [token + 1 for token, spaced in enumerate(doc.to_array(SPACY).tolist()) if spaced]
        places = zip(words, pairwise([0, *ends]), strict=True)
        cut = {word: self._tokens(tokens[first:last], word.endswith(" ")) for word, (first, last) in places}
        for stretch in new.keys() - cut.keys():
            doc = self.tokenizer(stretch)
            cut[stretch] = self._tokens(doc.to_array(ORTH).tolist(), bool(doc[-1].whitespace_))
        kept = [stretch for stretch in new if len(stretch) <= LONGEST_REMEMBERED][:REMEMBERED]
        if len(self._remembered) + len(kept) > REMEMBERED:
            self._remembered.clear()
            self._values.clear()
        self._remembered.update((stretch, cut[stretch]) for stretch in kept)
        return cut

    def _tokens(self, words: Sequence[int], spaced: bool) -> Tokens:
        return tuple(map(self._once, words)), self._once((*(False,) * (len(words) - 1), spaced))

    def _once(self, value: T) -> T:
        """The same value, the same object for all stretches: the less memory is looked at, the quicker it is."""
        return self._values.setdefault(value, value)


@registry.tokenizers(TOKENIZER)
def create_tokenizer() -> Callable[[Language], RememberingTokenizer]:
    """What makes the tokenizer for a pipeline."""
    return lambda nlp: RememberingTokenizer(spacy_tokenizer(nlp))
