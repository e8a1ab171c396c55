"""Running heads, running feet and page numbers: found by their place and their return, and left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from extractor.readers.pdf.segments import Segment

MARGIN = 0.12
NUMBER_MARGIN = 0.10
EDGE = 0.08
PRINTER_EDGE = 0.045
APART_WORDS = 8
NUMBER = re.compile(r"\W*(?:[^\W\d]{1,5}\W+)?\d{1,4}(?:\W+(?:[^\W\d]{1,4}\W+)?\d{1,4})?\W*$")
DIGITS = re.compile(r"\d+")


def without_running(pages: Sequence[Sequence[Segment]], heights: Sequence[float]) -> list[list[Segment]]:
    """The pages' segments without those at a page's edge that come back on others, and without page numbers."""
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (segments, height) in enumerate(zip(pages, heights, strict=True)):
        for segment in segments:
            if _in_margin(segment, height, MARGIN):
                places[_form(segment)].append((number, segment.top))
    running = {form: tops for form, tops in places.items() if _comes_back(tops, len(pages))}
    return [
        [segment for segment in segments if not _is_running(segment, segments, height, running)]
        for segments, height in zip(pages, heights, strict=True)
    ]


def _form(segment: Segment) -> str:
    return DIGITS.sub("#", segment.text.casefold())


def _comes_back(tops: Sequence[tuple[int, float]], pages: int) -> bool:
    """Whether a form stands on enough pages, at about the same height."""
    numbers = {number for number, _ in tops}
    return len(numbers) >= 2 and len(numbers) >= 0.4 * pages


def _is_running(
    segment: Segment, page: Sequence[Segment], height: float, running: dict[str, list[tuple[int, float]]]
) -> bool:
    if _in_margin(segment, height, NUMBER_MARGIN) and NUMBER.match(segment.text) and _at_the_edge(segment, page):
        return True
    if not _in_margin(segment, height, MARGIN):
        return False
    if _is_apart(segment, page, height):
        return True
    near = [number for number, top in running.get(_form(segment), ()) if abs(top - segment.top) < 12]
    return len(set(near)) >= 2


def _is_apart(segment: Segment, page: Sequence[Segment], height: float) -> bool:
    """Whether small words stand at the page's very edge, far from the text: the running head of a single page.

    Few words without a number, or any where no text but that of a printing browser stands.
    """
    few = segment.words <= APART_WORDS and not any(map(str.isdigit, segment.text))
    if not _in_margin(segment, height, EDGE if few else PRINTER_EDGE):
        return False
    size = median(other.size for other in page)
    others = [other for other in page if not _in_margin(other, height, EDGE)]
    if not others or segment.size > 0.95 * size:
        return False
    return min(max(other.top - segment.bottom, segment.top - other.bottom) for other in others) > 2 * segment.size


def _in_margin(segment: Segment, height: float, share: float) -> bool:
    return segment.bottom < share * height or segment.top > (1 - share) * height


def _at_the_edge(segment: Segment, page: Sequence[Segment]) -> bool:
    """Whether no other line stands between the segment and the page's nearer edge."""
    above = any(other.bottom < segment.top for other in page)
    below = any(other.top > segment.bottom for other in page)
    return not (above and below)
