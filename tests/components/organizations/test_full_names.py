"""One organisation under one name, in whatever form the article writes it."""

from __future__ import annotations

import pytest

FULL_NAMES = [
    ("Acmera® Therapeutics, Inc. fell. Acmera Therapeutics rose.", {"Acmera Therapeutics"}),
    ("Merck KGaA fell. Merck KGaA rose.", {"Merck KGaA"}),
    ("Halden Biosciences fell. Halden Bio rose.", {"Halden Biosciences"}),
    ("Laidlaw & Company fell.", {"Laidlaw & Company"}),
    (
        "It was done at Vanderbilt University Medical Center. Doctors at Vanderbilt agreed.",
        {"Vanderbilt University Medical Center"},
    ),
    ("The F.D.A. agreed. The FDA met.", {"FDA"}),
]


@pytest.mark.parametrize(("text", "names"), FULL_NAMES, ids=lambda value: str(value)[:50])
def test_all_mentions_of_an_organisation_have_one_name(extract, text, names):
    assert {mention.organization for mention in extract("News.\n\n" + text).organizations} == names
