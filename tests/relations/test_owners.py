"""Medicines that an article is not about."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.owners import create_owners

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
    assert create_owners(pipeline.rulebook).others(pipeline.context(article_from_text(text))) == others


OWNERS = [
    (
        "Merck's Keytruda did well, Kestrel Biopharma's pill QXR-071 did not.",
        {"pembrolizumab": "Merck", "QXR-071": "Kestrel Biopharma"},
    ),
    ("Merck's pills, Januvia and Zocor, beat Xeljanz.", {"sitagliptin": "Merck", "simvastatin": "Merck"}),
    ("A rival pill from Roche, fenebrutinib, beat Xolair.", {"fenebrutinib": "Roche"}),
    ("A pill by Roche called fenebrutinib beat Xolair.", {"fenebrutinib": "Roche"}),
    (
        "Xolair (omalizumab), which is sold by Novartis, beat Keytruda from Merck.",
        {"omalizumab": "Novartis", "pembrolizumab": "Merck"},
    ),
    ("The Keytruda rival from Roche beat Xolair.", {}),
    ("Merck's Keytruda did well.", {}),
]


@pytest.mark.parametrize(("text", "owners"), OWNERS)
def test_whose_medicines_are_named(text: str, owners: dict[str, str], pipeline: Pipeline) -> None:
    found = create_owners(pipeline.rulebook).of(pipeline.context(article_from_text(text)))
    assert found == {drug: {firm} for drug, firm in owners.items()}
