"""A result put together column by column."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.model import Percentage
from extractor.relations.results.drafting import Draft, signed
from extractor.relations.results.statistics import Statistic

TEXT = "45% on the drug (p<0.01) against 12% on placebo"
FIGURE = Percentage(
    id="p1", document_id="d", start=0, end=3, text="45%", sentence=TEXT, zone="body", rule="percent.sign", value=45.0
)
OTHER = replace(FIGURE, id="p2", start=33, end=36, text="12%", value=12.0)


@pytest.mark.parametrize(
    ("value", "sign", "expected"), [(5.0, 1, 5.0), (5.0, -1, -5.0), (-5.0, -1, -5.0), (-5.0, 1, -5.0), (0.0, -1, 0.0)]
)
def test_a_reduction_is_negative_once(value: float, sign: int, expected: float) -> None:
    assert signed(value, sign) == expected


def test_a_result_has_its_columns_and_the_places_of_its_words() -> None:
    draft = Draft(TEXT, FIGURE, "results.on", "proportion", 1)
    draft.fill("arm", 7, 15)
    draft.compare(OTHER, 1)
    draft.tell(Statistic("p_value", {"p_value": "<0.01"}, 17, 23))
    result = draft.result()
    assert (result.percentage_id, result.rule, result.value, result.measure) == ("p1", "results.on", 45.0, "proportion")
    assert (result.arm, result.comparator_value, result.p_value) == ("the drug", 12.0, "<0.01")
    assert [(span.slot, TEXT[span.start : span.end]) for span in result.spans] == [
        ("arm", "the drug"),
        ("comparator_value", "12%"),
        ("p_value", "p<0.01"),
    ]
