"""Syndicated copies: documents with nearly the same body, found by MinHash over sequences of words.

A. Broder, On the resemblance and containment of documents, 1997; banded for look-up as by datasketch's MinHashLSH.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from datasketch import MinHash, MinHashLSH

from extractor.model import FURNITURE_ZONES, Article

PERMUTATIONS = 128
SCHEME = "affine32"
SHINGLE = 4
MIN_WORDS = 40
THRESHOLD = 0.75
"""From this share of common word sequences on, two bodies are copies of one text."""

LEFT_OUT = FURNITURE_ZONES | {"headline", "dateline", "caption"}
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A document that may be a copy; the first of a group is the least: published first (null last), then by path.

    `published` is an ISO date; give `9999-12-31` for null.
    """

    published: str
    path: str
    id: str
    signature: bytes


def signature(article: Article) -> bytes:
    """The MinHash of the article's body (without headline, dateline and furniture): 512 bytes, the same on any machine.

    Empty where the body has fewer than `MIN_WORDS` words: too little to call another text a copy of it.
    """
    words = WORD.findall(_body(article).casefold())
    if len(words) < MIN_WORDS:
        return b""
    shingles = {" ".join(words[at : at + SHINGLE]).encode() for at in range(len(words) - SHINGLE + 1)}
    made = _minhash()
    made.update_batch(shingles)
    return np.asarray(made.hashvalues).astype("<u4").tobytes()


def duplicates(candidates: Iterable[Candidate]) -> dict[str, str]:
    """For each document that is a copy of an earlier one: its id, and the id of that first one (never a copy itself).

    The result depends on the set of candidates alone, not on their order.
    """
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    firsts: dict[str, tuple[int, np.ndarray[Any, Any]]] = {}
    found: dict[str, str] = {}
    for number, candidate in enumerate(sorted(set(candidates))):
        if not candidate.signature or candidate.id in firsts:
            continue
        values = np.frombuffer(candidate.signature, dtype="<u4")
        made = _minhash(values)
        near = [key for key in index.query(made) if np.mean(firsts[key][1] == values) >= THRESHOLD]
        if near:
            found[candidate.id] = min(near, key=lambda key: firsts[key][0])
        else:
            firsts[candidate.id] = (number, values)
            index.insert(candidate.id, made)
    return found


def _minhash(values: np.ndarray[Any, Any] | None = None) -> MinHash:
    return MinHash(
        num_perm=PERMUTATIONS,
        hashfunc=crc32,
        hashvalues=values,
        permutations=_permutations(),
        scheme=SCHEME,
    )


@lru_cache(maxsize=1)
def _permutations() -> Any:
    return MinHash(num_perm=PERMUTATIONS, seed=1, scheme=SCHEME).permutations


def _body(article: Article) -> str:
    """The text without the zones that copies of one text have each of their own."""
    parts, start = [], 0
    for zone in article.zones:
        if zone.kind in LEFT_OUT:
            parts.append(article.text[start : zone.start])
            start = zone.end
    return " ".join([*parts, article.text[start:]])
