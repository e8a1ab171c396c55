"""Segments of a page → columns in reading order, found by the gutters between them, however the file draws them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extractor.readers.pdf.segments import Segment

MIN_LINES = 4
MIN_WIDTH = 80.0
MIN_GUTTER = 0.7
"""In font sizes."""

FLUSH = 0.5
"""The share of a right column's rows that begin at its edge."""

FILL = 0.35
SAME_LINE = 1.0
"""Points between the feet of what stands on one line."""

SHORT_LINE = 4
"""Words in the lines of an address, on average, at most."""

ON_LINES = 0.4
"""The share of a table's cells that stand on the lines beside them, at least."""

PROSE_WORDS = 2.5
MAX_DEPTH = 4


def columns(segments: Sequence[Segment], *, depth: int = 0) -> list[list[Segment]]:
    """The segments by column, the columns in reading order, each from top to bottom.

    What runs across a gutter (a headline, a figure) parts the columns above it from those below. What only stands
    beside the text, such as an address, comes after it.
    """
    ordered = sorted(segments, key=lambda segment: (segment.top, segment.x0))
    if depth >= MAX_DEPTH or len(ordered) < 2 * MIN_LINES:
        return [ordered] if ordered else []
    best: list[tuple[str, list[Segment]]] = []
    most = 0
    for edge in _left_edges(ordered):
        bands, count = _bands(ordered, edge)
        if count > most:
            best, most = bands, count
    if not most:
        return [ordered]
    found: list[list[Segment]] = []
    for kind, band in best:
        if kind == "across":
            found.append(band)
        else:
            found.extend(columns(band, depth=depth + 1))
    return found


def _left_edges(segments: Sequence[Segment]) -> list[float]:
    """Where several segments begin, well right of the text's left margin."""
    left = min(segment.x0 for segment in segments)
    starts = sorted(segment.x0 for segment in segments if segment.x0 - left >= MIN_WIDTH)
    edges: list[float] = []
    cluster: list[float] = []
    for start in [*starts, float("inf")]:
        if cluster and start - cluster[-1] > 3:
            if len(cluster) >= MIN_LINES:
                edges.append(cluster[0])
            cluster = []
        cluster.append(start)
    return edges


def _bands(ordered: Sequence[Segment], edge: float) -> tuple[list[tuple[str, list[Segment]]], int]:
    """The page in bands by a gutter left of `edge`: `across` it, `left` and `right` of it; and how many it parts."""
    bands: list[tuple[str, list[Segment]]] = []
    parted = 0
    pending: list[Segment] = []
    for segment in [*ordered, None]:
        if segment is not None and not _crosses(segment, edge):
            pending.append(segment)
            continue
        if pending:
            left = [each for each in pending if each.x0 < edge - 1]
            right = [each for each in pending if each.x0 >= edge - 1]
            if _are_columns(left, right, edge):
                parted += len(pending)
                bands += [("left", left), ("right", right)]
            elif main := _main_beside(left, right):
                parted += len(pending)
                bands += [("left", main), ("right", left if main is right else right)]
            else:
                _across(bands, pending)
            pending = []
        if segment is not None:
            _across(bands, [segment])
    return bands, parted


def _crosses(segment: Segment, edge: float) -> bool:
    """Whether a segment runs across the gutter left of `edge`, or into it."""
    return segment.x0 < edge - 1 and segment.x1 > edge - MIN_GUTTER * segment.size


def _across(bands: list[tuple[str, list[Segment]]], segments: list[Segment]) -> None:
    if bands and bands[-1][0] == "across":
        bands[-1][1].extend(segments)
    else:
        bands.append(("across", list(segments)))


def _are_columns(left: Sequence[Segment], right: Sequence[Segment], edge: float) -> bool:
    """Whether both sides are prose next to each other, not a table's cells or a list's marks."""
    if len(left) < MIN_LINES or len(right) < MIN_LINES:
        return False
    margin = min(segment.x0 for segment in left)
    inner, outer = max(segment.x1 for segment in left), max(segment.x1 for segment in right)
    if inner - margin < MIN_WIDTH or outer - edge < MIN_WIDTH:
        return False
    beside = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    if beside < 2 * (left[0].bottom - left[0].top):
        return False
    rows = _rows(right)
    flush = sum(1 for row in rows if row[0].x0 - edge < 3)
    if flush < FLUSH * len(rows):
        return False
    return _is_prose(_rows(left), inner - margin) and _is_prose(rows, outer - edge)


def _main_beside(left: list[Segment], right: list[Segment]) -> list[Segment] | None:
    """The text that short lines (an address, contacts) stand beside without being in its rows; else null.

    The cells of a table, and the marks of a list, stand on the lines of what is beside them.
    """
    for main, side in ((right, left), (left, right)):
        if len(side) < MIN_LINES or len(main) < 2 * MIN_LINES or _words(side) > SHORT_LINE * len(side):
            continue
        rows = _rows(main)
        width = max(segment.x1 for segment in main) - min(segment.x0 for segment in main)
        beside = [segment for segment in side if main[0].top < segment.bottom and segment.top < main[-1].bottom]
        level = sum(1 for segment in beside if any(abs(row[0].bottom - segment.bottom) < SAME_LINE for row in rows))
        if len(beside) >= MIN_LINES and level < ON_LINES * len(beside) and _is_prose(rows, width):
            return main
    return None


def _words(segments: Sequence[Segment]) -> int:
    return sum(segment.words for segment in segments)


def _is_prose(rows: Sequence[Sequence[Segment]], width: float) -> bool:
    """Whether the rows of a side have the number, the width and the words of running text."""
    if len(rows) < MIN_LINES:
        return False
    wide = median(max(segment.x1 for segment in row) - row[0].x0 for row in rows) >= FILL * width
    return wide and sum(segment.words for row in rows for segment in row) >= PROSE_WORDS * len(rows)


def _rows(side: Sequence[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    for segment in side:
        if rows and abs(segment.bottom - rows[-1][0].bottom) < 0.5 * segment.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows
