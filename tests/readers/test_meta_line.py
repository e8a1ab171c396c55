"""Lines above an article that say who published it and when."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.readers.meta_line import meta_line

DAY = date(2026, 2, 10)


@pytest.mark.parametrize(
    ("line", "published", "publisher", "author"),
    [
        ("Patient Daily | Feb 10, 2026", DAY, "Patient Daily", None),
        ("Feb. 10, 2026 | Patient Daily", DAY, "Patient Daily", None),
        ("By Jane Roe | Feb 10, 2026", DAY, None, "Jane Roe"),
        ("Jane Roe | Patient Daily | February 10, 2026 9:05 am ET", DAY, "Jane Roe", None),
        ("Published: 10 February 2026", DAY, None, None),
        ("Published on Tuesday, February 10, 2026", DAY, None, None),
        ("February 10, 2026", DAY, None, None),
        ("Tuesday, 10 February 2026", DAY, None, None),
        ("2026-02-10", DAY, None, None),
        ("2026-02-10T07:00:00Z", DAY, None, None),
        ("Feb 10, 2026, 08:00 ET", DAY, None, None),
        ("February 10, 2026 07:00 AM Eastern Standard Time", DAY, None, None),
        ("February 10, 2026 07:00 ET | Source: Norvanta Therapeutics", DAY, "Norvanta Therapeutics", None),
        ("For Immediate Release: February 10, 2026", DAY, None, None),
        ("Embargoed until 11:30 a.m. PT/2:30 p.m. ET Tuesday, Feb. 10, 2026", DAY, None, None),
        ("By Jane Roe, Patient Daily", None, "Patient Daily", "Jane Roe"),
        ("by Jane Roe", None, None, "Jane Roe"),
        ("By Jane Roe, MD", None, None, "Jane Roe"),
        ("By Jane Roe, Staff Writer", None, None, "Jane Roe"),
        ("By Jane Roe, Contributing Writer, Patient Daily", None, "Patient Daily", "Jane Roe"),
        ("By Jane Roe | Senior Editor", None, None, "Jane Roe"),
        ("Tuesday, February 10, 2026; Page A03", DAY, None, None),
        ("Alder Ledger | Syndicated news | Tuesday, 10 February 2026", DAY, "Alder Ledger", None),
        ("By Jane Roe    Feb 10, 2026  8:05am", DAY, None, "Jane Roe"),
        ("Pharma Morning • 10 Feb 2026 • 4 min read", DAY, "Pharma Morning", None),
    ],
)
def test_meta_line(line: str, published: date | None, publisher: str | None, author: str | None) -> None:
    said = meta_line(line)
    assert said is not None
    assert (said.published, said.publisher, said.author) == (published, publisher, author)


def test_a_later_change_is_not_the_publication() -> None:
    said = meta_line("Updated Feb 12, 2026 | Published Feb 10, 2026")
    assert said is not None and said.published == DAY and said.updated == date(2026, 2, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Norvanta to report on February 10, 2026",
        "By the end of 2026 the company will file",
        "Jane Roe, Chief Executive Officer at Norvanta | Official Website",
        "+ Pharmaceuticals",
        "By February 10, 2026, all patients had been treated and followed for a year",
        "10/02/2026",
        "",
    ],
)
def test_no_meta_line(line: str) -> None:
    assert meta_line(line) is None
