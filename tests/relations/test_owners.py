"""Medicines that an article is not about."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.owners import drugs_compared_with, drugs_of_others

HEAD = "Kestrel Biopharma Inc. soars on QXR-071\n\nKestrel Biopharma (NASDAQ: KSTL) said that QXR-071 works. "

CASES = [
    (HEAD + "The drug to beat is Merck's (NYSE: MRK) Keytruda.", {"pembrolizumab"}),
    (HEAD + "Merck's two big drugs, Keytruda and Januvia, sell well.", {"pembrolizumab", "sitagliptin"}),
    (HEAD + "Doctors use Keytruda now.", set()),
    (HEAD + "Kestrel's own Keytruda patients do well, as do Merck's Keytruda patients.", set()),
    (
        "Kestrel Biopharma tops Merck's Keytruda\n\nKestrel Biopharma said that QXR-071 is better than Merck's Keytruda.",
        set(),
    ),
    ("Merck's Keytruda did well, Kestrel's QXR-071 did not, and Pfizer's Xeljanz was not tried.", set()),
    ("Merck's Keytruda did well.", set()),
]


@pytest.mark.parametrize(("text", "others"), CASES)
def test_the_drugs_of_others(text: str, others: set[str], pipeline: Pipeline) -> None:
    assert drugs_of_others(pipeline.context(article_from_text(text))) == others


COMPARED = [
    ("Pain fell by 30% on Opdivo and by 20% on Keytruda.", {"pembrolizumab"}),
    ("Pain fell by 30% on Opdivo, compared with 20% on placebo.", set()),
    ("Pain fell by 30% on Opdivo and by 20% on Keytruda. Sleep rose by 30% on Keytruda and by 20% on Opdivo.", set()),
    ("Keytruda and Opdivo are pills.", set()),
]


@pytest.mark.parametrize(("text", "compared"), COMPARED)
def test_the_drugs_that_others_are_compared_with(text: str, compared: set[str], pipeline: Pipeline) -> None:
    assert drugs_compared_with(pipeline.context(article_from_text(text))) == compared
