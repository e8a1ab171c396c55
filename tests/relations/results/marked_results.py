"""Results expected of a text with marked heads: every head, no other, and the slots told of each."""

from __future__ import annotations

from collections.abc import Callable

from extractor.evaluation.comparison import alike, same_timepoint
from extractor.model import Extraction, Result
from tests.marked import marked

LOOSE = {"arm", "comparator", "endpoint"}
"""Slots whose words need only be alike, as in the evaluation."""


def results_by_place(extraction: Extraction) -> dict[tuple[int, int], Result]:
    """The results by the offsets of their heads."""
    places = {p.id: (p.start, p.end) for p in extraction.percentages}
    return {places[result.percentage_id]: result for result in extraction.results}


def check_results(extract: Callable[..., Extraction], example: str) -> None:
    """Asserts that the marked figures, and no others, head results, with the slots in braces; `-` is an empty one."""
    expected = marked(example)
    found = results_by_place(extract(expected.text))
    assert sorted(found) == sorted(expected.spans)
    for span, values in zip(expected.spans, expected.values, strict=True):
        for slot, value in values.items():
            _check(slot, value, getattr(found[span], slot))


def _check(slot: str, expected: str, found: object) -> None:
    if expected == "-":
        assert found is None, (slot, found)
    elif slot in LOOSE:
        assert isinstance(found, str) and alike(expected, found), (slot, expected, found)
    elif slot == "timepoint":
        assert isinstance(found, str) and same_timepoint(expected, found), (slot, expected, found)
    elif isinstance(found, float):
        assert found == float(expected), (slot, expected, found)
    else:
        assert str(found) == expected, (slot, expected, found)
