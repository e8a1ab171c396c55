"""What the capitalised words of headings make of companies' names."""

from __future__ import annotations

import pytest

NAMES = [
    ("Advancing Immunotherapy\n\nIt works.", []),
    ("Innovative Therapies\n\nThis is an innovative pill.", []),
    ("Rising Pharmaceuticals said that it is an innovative pill.", ["Rising Pharmaceuticals"]),
    ("Harvest Therapeutics (Berlin) had a good harvest this year.", ["Harvest Therapeutics"]),
    ("It is the pill of Harvest Therapeutics and had a good harvest this year.", ["Harvest Therapeutics"]),
    (
        "Mission Of Acmera Therapeutics\n\nAcmera Therapeutics fell. Acmera Therapeutics rose.",
        ["Acmera Therapeutics"] * 3,
    ),
    ("The FDAAcmera Therapeutics fell. Acmera Therapeutics rose.", ["Acmera Therapeutics"] * 2),
    ("Nippon Acmera Therapeutics bought Acmera Therapeutics.", ["Nippon Acmera Therapeutics", "Acmera Therapeutics"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=lambda value: str(value)[:50])
def test_names_in_headings(extract, text, names):
    assert [mention.organization for mention in extract("News.\n\n" + text).organizations] == names
