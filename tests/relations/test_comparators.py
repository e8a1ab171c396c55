"""Medicines that are named beside another one."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.comparators import create_comparators

CASES = [
    ("It was better than Keytruda.", True),
    ("It did well versus 0.9% on Keytruda.", True),
    ("It helped after Keytruda.", True),
    ("It helped in Keytruda-resistant cancer.", True),
    ("It is a patch for medicines such as Keytruda.", True),
    ("Keytruda was better than that.", False),
    ("It was given with Keytruda.", False),
    ("It helped those who had received Keytruda.", True),
    ("Of those who received Keytruda 31% slept well.", False),
]


@pytest.mark.parametrize(("text", "beside"), CASES)
def test_a_drug_beside_another(text: str, beside: bool, pipeline: Pipeline) -> None:
    context = pipeline.context(article_from_text(text))
    (drug,) = context.drugs
    assert create_comparators(pipeline.rulebook).has(context, drug) == beside
