"""The drug that a percentage is about."""

from __future__ import annotations

import pytest

CASES = [
    ("In the trial, 32% of patients on dupilumab achieved a 75% improvement.", ["dupilumab", "dupilumab"]),
    ("The ORR with pembrolizumab was 58% (95% CI 43%–72%).", ["pembrolizumab", "pembrolizumab", "pembrolizumab"]),
    ("In the trial 58% of patients on dupilumab responded, compared to 41% on placebo.", ["dupilumab", None]),
    ("Sales of Keytruda grew 18% to $7 billion.", ["pembrolizumab"]),
    ("Roflumilast 0.3% cream is applied once daily.", ["roflumilast"]),
    ("Melanoma accounts for only 1% of skin cancers.", [None]),
]


@pytest.mark.parametrize(("text", "drugs"), CASES)
def test_drug(extract, text, drugs):
    assert [percentage.drug for percentage in extract(text).percentages] == drugs
