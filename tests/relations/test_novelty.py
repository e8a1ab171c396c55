"""Medicines in development."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.novelty import create_novelty

CASES = [
    ("Acmera is testing QXR-071 against Keytruda.", {"QXR-071"}),
    ("Acmera is testing QXR-071 against placebo.", set()),
    ("Acmera is testing velosumab against Keytruda.", {"velosumab"}),
    ("Acmera gave its experimental Keytruda with Opdivo.", {"pembrolizumab"}),
    ("Acmera gave its experimental once-daily lung cancer pill Keytruda with Opdivo.", {"pembrolizumab"}),
    ("Acmera gave its lead asset, Keytruda, with Opdivo.", {"pembrolizumab"}),
    ("Keytruda (pembrolizumab), an experimental drug, was given with Opdivo.", {"pembrolizumab"}),
    ("Keytruda, Acmera's experimental drug, was given with Opdivo.", {"pembrolizumab"}),
    ("The experimental drug was given with Keytruda.", set()),
    ("An experimental drug beat Keytruda.", set()),
    ("Keytruda works. An experimental drug works too.", set()),
]


@pytest.mark.parametrize(("text", "new"), CASES)
def test_new_medicines(text: str, new: set[str], pipeline: Pipeline) -> None:
    assert create_novelty(pipeline.rulebook).new_in(pipeline.context(article_from_text(text))) == new
