"""Medicines that an article is not about."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.owners import drugs_of_others, owners_in

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


def test_whose_medicines_are_named(pipeline: Pipeline) -> None:
    text = "Merck's Keytruda did well, Kestrel Biopharma's pill QXR-071 did not, and Merck's pills, Januvia and Zocor, beat Xeljanz."
    owners = owners_in(pipeline.context(article_from_text(text)))
    assert owners == {
        "pembrolizumab": {"Merck"},
        "QXR-071": {"Kestrel Biopharma"},
        "sitagliptin": {"Merck"},
        "simvastatin": {"Merck"},
    }
