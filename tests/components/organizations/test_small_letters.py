"""Organisations whose names begin with a small letter or a figure."""

from __future__ import annotations

import pytest

CASES = [
    ("“The data are strong,” said Tim Roe, chief executive of argenx.", ["argenx"]),
    ("Shares of bluebird bio, Inc. rose, and bluebird said so.", ["bluebird bio, Inc.", "bluebird"]),
    ("89bio CEO Jane Roe said that 2seventy bio had agreed.", ["89bio", "2seventy bio"]),
    ("Write to info@argenx.com or see www.argenx.com/argenx.", []),
    ("The bluebirds sang, and subargenx is no word.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_in_small_letters(extract, text, expected):
    found = [mention.text for mention in extract(text).organizations]
    assert [name for name in found if not name[0].isupper()] == expected


def test_a_person_of_a_company_in_small_letters(extract):
    (quote,) = extract("“We are pleased,” 89bio CEO Jane Roe said.").quotes
    assert (quote.speaker, quote.organization, quote.role) == ("Jane Roe", "89bio", "CEO")
