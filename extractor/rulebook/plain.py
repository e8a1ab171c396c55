"""The words of which nothing can come: nearly all of a text, passed over without a look at each in Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:  # it takes long to load
    import numpy.typing as npt

Hashes: TypeAlias = "npt.NDArray[np.uint64]"
"""The hashes of words (`Token.orth`), in the order of a text."""

PLACES = 1 << 20
"""How many words are remembered at most, in sixteen bytes each; a power of two, and large, for words of one place are
asked about again and again."""


class PlainWords:
    """A table of hashes of words, each at the place that its last bits give, with a bit for each of those (at most 64)
    for whom the word is plain. Of two words with one place the table has the one that was added last, and the other is
    asked about again, so that what the table says is always so."""

    def __init__(self) -> None:
        self._hashes = np.zeros(PLACES, dtype=np.uint64)
        self._plain = np.zeros(PLACES, dtype=np.uint64)
        self._bits: dict[object, np.uint64] = {}

    def bit(self, asker: object) -> np.uint64:
        """The bit of one who looks for something in texts."""
        bit = self._bits.get(asker)
        if bit is None:
            bit = self._bits[asker] = np.uint64(1 << len(self._bits))
        return bit

    def add(self, word: int, bit: np.uint64) -> None:
        """Remembers of a word, by its hash, that it is plain for one."""
        place = word & (PLACES - 1)
        known = self._plain[place] if self._hashes[place] == word else 0
        self._hashes[place] = word
        self._plain[place] = known | bit

    def known(self, words: Hashes) -> Hashes:
        """For each word the bits of those for whom it is known to be plain."""
        places = words & np.uint64(PLACES - 1)
        return self._plain.take(places) * (self._hashes.take(places) == words)


class Words:
    """The words of a text by their hashes, with what `plain` knows of them: looked up once, for all who ask."""

    def __init__(self, hashes: Hashes, plain: PlainWords) -> None:
        self.hashes = hashes
        self._plain = plain
        self._open = ~plain.known(hashes)

    def not_plain(self, asker: object, tokens: range) -> Iterator[tuple[int, int]]:
        """Those of the `tokens`, in order, of which it is not known that they are plain for the asker: their numbers,
        and the hashes of their words."""
        numbers = (self._open[tokens.start : tokens.stop] & self._plain.bit(asker)).nonzero()[0]
        if tokens.start:
            numbers += tokens.start
        return zip(numbers.tolist(), self.hashes.take(numbers).tolist(), strict=True)

    def add_plain(self, asker: object, word: int) -> None:
        """Remembers for other texts that a word is plain for the asker."""
        self._plain.add(word, self._plain.bit(asker))
