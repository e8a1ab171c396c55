"""The illnesses that an article tells of."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.attribution.illnesses import create_illnesses

CASES = [
    ("It was given to patients with severe alopecia areata.", {"areata"}),
    ("It was given to people living with hereditary angioedema (HAE) in Spain.", {"angioedema", "hae"}),
    ("A pill for the treatment of moderate plaque psoriasis who had failed others.", {"psoriasis"}),
    ("Patients with\nasthma, adults with COPD", {"asthma", "copd"}),
    ("Patients were treated with Keytruda.", set()),
    (
        "Adults with food allergies, patients with tumors, people with lupus, people with MS",
        {"allergy", "tumor", "lupus", "ms"},
    ),
    ("", set()),
]


@pytest.mark.parametrize(("text", "illnesses"), CASES)
def test_the_illnesses_of_an_article(text: str, illnesses: set[str], pipeline: Pipeline) -> None:
    assert create_illnesses(pipeline.rulebook).of(pipeline.context(article_from_text(text))) == illnesses


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("Psoriasis in the folds of the skin hurts.", True),
        ("Severe plaque psoriasis is common.", True),
        ("We have known psoriasis for long.", False),
        ("Nobody has yet cured anybody of psoriasis.", False),
        ("", False),
    ],
)
def test_what_begins_with_an_illness(words: str, begins: bool, pipeline: Pipeline) -> None:
    context = pipeline.context(article_from_text("A pill for patients with psoriasis."))
    assert create_illnesses(pipeline.rulebook).begins(context, words) == begins
