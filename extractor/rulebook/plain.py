"""The words of which nothing can come: nearly all of a text, passed over without a look at each in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:  # it takes long to load
    import numpy.typing as npt

Hashes: TypeAlias = "npt.NDArray[np.uint64]"
"""The hashes of words (`Token.orth`), in the order of a text."""

PLACES = 1 << 17
"""How many words are remembered at most, in eight bytes each; a power of two."""


class PlainWords:
    """A table of hashes of words, each at the place that its last bits give. Of two words with one place the table has
    the one that was added last, and the other is asked about again, so that what the table says is always so."""

    def __init__(self) -> None:
        self._hashes = np.zeros(PLACES, dtype=np.uint64)
        self._mask = np.uint64(PLACES - 1)

    def add(self, orth: int) -> None:
        """Remembers a word by its hash (`Token.orth`)."""
        self._hashes[orth & (PLACES - 1)] = orth

    def others(self, words: Hashes) -> list[int]:
        """The numbers of the words, in order, that are not known to be plain."""
        found: list[int] = np.flatnonzero(self._hashes[words & self._mask] != words).tolist()
        return found
