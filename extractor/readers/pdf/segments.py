"""Words → segments: runs of words on one line without a gap; the units that columns and tables are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.readers.pdf.words import Word

GAP = 0.9
"""Words further apart than this many font sizes belong to different segments."""

TOUCH = 0.08
"""Words nearer to each other are one, unless the file draws a blank between them."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words on a line, or a ruled table with its rows of cells."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    words: int
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """The segments of a page: words that follow each other on one line, however the file draws them."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_made(run) for run in _merged(runs)]


def _follows(word: Word, after: Word) -> bool:
    size = max(word.size, after.size)
    return _level(word, after) and -0.4 * size < after.x0 - word.x1 < GAP * size


def _level(one: Word | Segment, other: Word | Segment) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _merged(runs: list[list[Word]]) -> list[list[Word]]:
    """Runs that stand side by side, however the file draws them."""
    rows = sorted(runs, key=lambda run: (round(run[0].bottom), run[0].x0))
    merged: list[list[Word]] = []
    for run in rows:
        if merged and _follows(merged[-1][-1], run[0]):
            merged[-1].extend(run)
        else:
            merged.append(run)
    return merged


def _made(run: Sequence[Word]) -> Segment:
    text = run[0].text
    for word, after in pairwise(run):
        touches = not after.blank and after.x0 - word.x1 < TOUCH * word.size
        text += after.text if touches else f" {after.text}"
    size = max(run, key=lambda word: len(word.text)).size
    full = [word for word in run if word.size > 0.8 * size]
    return Segment(
        text,
        min(word.x0 for word in run),
        min(word.top for word in full),
        max(word.x1 for word in run),
        max(word.bottom for word in full),
        size,
        len(run),
    )
