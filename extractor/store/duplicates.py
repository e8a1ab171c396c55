"""Syndicated copies: the signature of a document's body, and how alike two bodies are.

MinHash over sequences of words (A. Broder, On the resemblance and containment of documents, 1997), banded for look-up
(J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, ch. 3). Which document is a copy of which is decided
in `copies`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from rensa import RMinHash

from extractor.model import FURNITURE_ZONES, Article

PERMUTATIONS = 128
SEED = 1
SHINGLE = 4
"""So many words in a row are one element of the set that stands for a body."""

MIN_WORDS = 40
ALIKE = 0.75
"""From this share of common word sequences on, two bodies are copies of one text."""

BAND_BYTES = 16
"""Bytes of a signature that have to be the same for two bodies to be compared: eight values, so that of bodies that
have 85% in common 99.6% are, of those that have 60% a quarter.
"""

VALUE = np.dtype("<u2")
"""What is kept of each of the signature's values: two bytes tell them apart well enough."""

LEFT_OUT = FURNITURE_ZONES | {"headline", "dateline", "caption"}
WORD = re.compile(r"\w+")


def signature(article: Article) -> bytes:
    """The MinHash of the article's body (without headline, dateline and furniture): 256 bytes, the same on any machine.

    Empty where the body has fewer than `MIN_WORDS` words: too little to call another text a copy of it.
    """
    words = WORD.findall(_body(article).casefold().replace("_", " "))
    if len(words) < MIN_WORDS:
        return b""
    made = RMinHash(PERMUTATIONS, SEED)
    made.update(map(" ".join, zip(*(words[at:] for at in range(SHINGLE)), strict=False)))
    return np.array(made.digest(), dtype=np.uint32).astype(VALUE).tobytes()


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
