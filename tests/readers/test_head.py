"""Heads of plain-text articles as publishers write them: title, publisher, author and date."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.readers import article_from_text

DAY = date(2026, 2, 10)
HEADLINE = "Norvanta drops merlacitinib after second psoriasis trial misses its goal"
BODY = (
    "Norvanta Therapeutics said that it would stop work on merlacitinib, its pill for psoriasis, after the second "
    "trial missed its main goal. The shares fell by a third.\n\nThe company has cash until the end of 2027.\n"
)

HEADS = [
    (f"# {HEADLINE}\n\n", HEADLINE, None, None),
    (f"Patient Daily | Feb 10, 2026\n\n{HEADLINE}\n\n", HEADLINE, "Patient Daily", DAY),
    (
        f"Jane Roe, chief of Norvanta | Site\n+ Drugs\nPatient Daily | Feb 10, 2026\n\n{HEADLINE}\n\n",
        HEADLINE,
        "Patient Daily",
        DAY,
    ),
    (f"{HEADLINE}\n\nBy Jane Roe\n\nFeb 10, 2026 10:40am\n\n", HEADLINE, None, DAY),
    (f"{HEADLINE}\nBy Jane Roe, Senior Writer, Courier Today February 10, 2026\n\n", HEADLINE, None, DAY),
    (f"{HEADLINE}\nJane Roe\nTue, Feb 10, 2026 at 6:30 AM EST 4 min read\n\n", HEADLINE, None, DAY),
    (f"{HEADLINE}\nPublished 2:05 PM EST, Tue February 10, 2026\n\n", HEADLINE, None, DAY),
    (
        f"{HEADLINE}\nFebruary 10, 2026 07:00 ET | Source: Norvanta Therapeutics Inc.\n\n",
        HEADLINE,
        "Norvanta Therapeutics Inc.",
        DAY,
    ),
    (f"{HEADLINE}\nPUBLISHED 10 February 2026\n\n", HEADLINE, None, DAY),
    (f"NEWS RELEASE\n\n{HEADLINE}\n\nFor Immediate Release:\nFebruary 10, 2026\n\n", HEADLINE, None, DAY),
    (f"FOR IMMEDIATE RELEASE\n\n{HEADLINE}\n\nBOSTON, Feb. 10, 2026 /PRNewswire/ -- ", HEADLINE, "PR Newswire", DAY),
    (f"News Release 10-Feb-2026\n{HEADLINE}\nPeer-Reviewed Publication\n\n", HEADLINE, None, DAY),
    (f"Media Release\n\nBasel, 10 February 2026\n\n{HEADLINE}\n\n", HEADLINE, None, DAY),
    (f"{HEADLINE}\n\n- The second trial failed\n- The shares fell\n\nParis, February 10, 2026. ", HEADLINE, None, DAY),
    (f"{HEADLINE}\n\nFeb 10 (Reuters) - ", HEADLINE, "Reuters", None),
    (f"{HEADLINE}\n\n(Reuters) - ", HEADLINE, "Reuters", None),
    (f"Date: February 10, 2026\n\n{HEADLINE}\n\n", HEADLINE, None, DAY),
    (f"---\ntitle: x\n---\n\n# {HEADLINE}\n\n", HEADLINE, None, None),
    (
        f"{HEADLINE}\n\nNorvanta dropped its pill merlacitinib after a second\ntrial missed its main goal.\n\n",
        HEADLINE,
        None,
        None,
    ),
    ("Key points:\n- The drug failed\n- The shares fell\nWhat went wrong\n", None, None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("head", "title", "publisher", "published"), HEADS)
def test_head(head: str, title: str | None, publisher: str | None, published: date | None) -> None:
    article = article_from_text(head + BODY)
    assert (article.title, article.publisher, article.published) == (title, publisher, published)


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2025-07-22_name.txt", date(2025, 7, 22)),
        ("folder/2025-07-22-name.txt", date(2025, 7, 22)),
        ("2025-07-22.txt", date(2025, 7, 22)),
        ("2025_07_22_name.txt", date(2025, 7, 22)),
        ("20250722-name.txt", date(2025, 7, 22)),
        ("2025-07-22/name.txt", None),
        ("2025-13-22-name.txt", None),
        ("report-2025-07-22.txt", None),
        ("2025-07-name.txt", None),
        ("202507221.txt", None),
    ],
)
def test_date_of_the_file_name(name: str, published: date | None) -> None:
    assert article_from_text(BODY, path=name).published == published


def test_the_head_wins_over_the_file_name() -> None:
    text = f"{HEADLINE}\n\nBOSTON, Feb. 10, 2026 /PRNewswire/ -- {BODY}"
    assert article_from_text(text, path="2025-07-22-name.txt").published == DAY


def test_one_line_is_no_headline() -> None:
    assert article_from_text("32.8% of patients on rocatinlimab").title is None
