"""Syndicated copies: the signature of a document's body, and how alike two bodies are.

MinHash over sequences of words (A. Broder, On the resemblance and containment of documents, 1997), each known by its
fingerprint (R. Karp, M. Rabin, Efficient randomized pattern-matching algorithms, 1987), banded for look-up
(J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, ch. 3). Which document is a copy of which is decided
in `copies`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from extractor.model import FURNITURE_ZONES, Article

PERMUTATIONS = 128
SEED = 1
SHINGLE = 4
"""So many words in a row are one element of the set that stands for a body."""

MIN_WORDS = 40
MOST_SIGNS = 1 << 17
"""So much of a body is looked at, in characters: that of all but books."""

ALIKE = 0.75
"""From this share of common word sequences on, two bodies are copies of one text."""

BAND_BYTES = 16
"""Bytes of a signature that have to be the same for two bodies to be compared: eight values, so that of bodies that
have 85% in common 99.6% are, of those that have 60% a quarter.
"""

VALUE = np.dtype("<u2")
"""What is kept of each of the signature's values: two bytes tell them apart well enough."""

LEFT_OUT = FURNITURE_ZONES | {"headline", "dateline", "caption"}

SPACE = ord(" ")
LETTERS = bytes(ord(sign.lower()) if sign.isalnum() else SPACE for sign in map(chr, range(256)))
"""What each sign of Latin-1 counts as: letters and digits as the small ones, all others as a space between words."""

BASE = 0x9E3779B97F4A7C15
"""Fingerprints are polynomials in this odd number, modulo 2⁶⁴."""

SCHEME = ("Latin-1 words", SHINGLE, BASE, MOST_SIGNS, PERMUTATIONS, SEED, VALUE.str, BAND_BYTES,
          RMinHash.ALGORITHM_VERSION)  # fmt: skip
"""All that signatures depend on: those made in another way cannot be compared with these."""


def signature(article: Article) -> bytes:
    """The MinHash of the article's body (without headline, dateline and furniture): 256 bytes, the same on any machine.

    Empty where the body has fewer than `MIN_WORDS` words (of Latin letters and digits): too little to call another text
    a copy of it.
    """
    fingerprints = _fingerprints(_body(article))
    if len(fingerprints) + SHINGLE - 1 < MIN_WORDS:
        return b""
    made = RMinHash.digest_matrix_from_flat_token_hashes(fingerprints, [0, len(fingerprints)], PERMUTATIONS, SEED)
    return np.array(made.to_rows()[0], dtype=np.uint32).astype(VALUE).tobytes()


def _fingerprints(text: str) -> NDArray[np.uint64]:
    """A number for each `SHINGLE` words in a row, the same for the same words: Σ cᵢ·BASEⁱ of their characters, with the
    space before each."""
    signs = np.frombuffer(f" {text} ".encode("latin-1", "replace").translate(LETTERS), dtype=np.uint8)
    within = signs != SPACE
    within[1:] |= within[:-1]  # of several spaces the first is kept
    within[0] = True
    signs = signs[within][:MOST_SIGNS]
    spaces = np.flatnonzero(signs == SPACE)
    words = np.add.reduceat(signs * _powers(BASE)[: len(signs)], spaces)[:-1]
    count = max(0, len(words) - SHINGLE + 1)
    rows = sum((words[at : at + count] for at in range(1, SHINGLE)), start=words[:count])
    rows = rows * _powers(pow(BASE, -1, 2**64))[spaces[:count]]  # as if they stood at the start of the text
    mixed: NDArray[np.uint64] = rows ^ rows >> np.uint64(32)  # a polynomial's low bits depend on few others
    return mixed


@cache
def _powers(base: int) -> NDArray[np.uint64]:
    """The first powers of a number, from its 0th, modulo 2⁶⁴."""
    factors = np.full(MOST_SIGNS, base, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors)


def bands(signature: bytes) -> list[int]:
    """Numbers of which two like signatures very likely share one."""
    starts = range(0, len(signature) - BAND_BYTES + 1, BAND_BYTES)
    return [start << 32 | crc32(signature[start : start + BAND_BYTES]) for start in starts]


def first_alike(signature: bytes, others: Sequence[bytes]) -> int | None:
    """The index of the first of `others` that stands for nearly the same body, if any does."""
    if not others:
        return None
    values = np.frombuffer(b"".join(others), VALUE).reshape(len(others), PERMUTATIONS)
    alike = (values == np.frombuffer(signature, VALUE)).mean(axis=1) >= ALIKE
    return int(alike.argmax()) if alike.any() else None


def _body(article: Article) -> str:
    """The text without the zones that copies of one text have each of their own."""
    parts, start = [], 0
    for zone in article.zones:
        if zone.kind in LEFT_OUT:
            parts.append(article.text[start : zone.start])
            start = zone.end
    return " ".join([*parts, article.text[start:]])
