"""Branches of regular expressions, of which Python tries each in turn at every place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def branching(sequences: Iterable[Sequence[str]]) -> str:
    """One expression for any of the sequences of pieces (a sign, escaped or not, or a group), the first one that
    matches; what several begin with is written once, so that a text is compared with few of them. Pieces that differ
    must not match the same sign."""
    rests: dict[tuple[str, bool], list[Sequence[str]]] = {}
    ended = False
    for sequence in sequences:
        ended = ended or not sequence  # what comes behind the end of one is tried after it
        rests.setdefault((sequence[0] if sequence else "", ended), []).append(sequence[1:])
    branches = [piece and piece + _rest(rest) for (piece, _), rest in rests.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _rest(sequences: Sequence[Sequence[str]]) -> str:
    return branching(sequences) if len(sequences) > 1 else "".join(sequences[0])
