"""Datelines: what they take of a paragraph, their date and wire."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.readers.dateline import dateline_of

DAY = date(2025, 1, 29)

CASES = [
    ("TORONTO, Jan. 29, 2025 /PRNewswire/ -- |Norvanta today", DAY, "PR Newswire"),
    ("TORONTO, January 29, 2025 (GLOBE NEWSWIRE) -- |Norvanta today", DAY, "GlobeNewswire"),
    (
        "SOUTH SAN DIEGO, Calif. and BASEL, Suisse, Jan. 29, 2025 (GLOBE NEWSWIRE) -- |Norvanta",
        DAY,
        "GlobeNewswire",
    ),
    ("CAMBRIDGE, Mass.--(BUSINESS WIRE)--|Norvanta today", None, "Business Wire"),
    ("PRINCETON, N.J. & MUNICH--(BUSINESS WIRE)--Jan. 29, 2025-- |Norvanta today", DAY, "Business Wire"),
    ("ATLANTA, GA - (NewMediaWire) - January 29, 2025 - |Norvanta", DAY, "NewMediaWire"),
    ("ATLANTA, GA - January 29, 2025 (NEWMEDIAWIRE) - |Norvanta", DAY, "NewMediaWire"),
    ("Lyon, France – January 29th, 2025 – |Norvanta SAS", DAY, None),
    ("Basel, 29 January 2025 - |Norvanta", DAY, None),
    ("Basel, January 29, 2025 — |Norvanta", DAY, None),
    ("Basel, Switzerland, 29 January 2025|", DAY, None),
    ("[Tokyo, Japan, 29 January 2025] |Norvanta", DAY, None),
    ("Edmonton, Alberta, Canada January 29, 2025. |Norvanta Inc. is", DAY, None),
    ("DALLAS, TX -- January 29th, 2025 -- |Norvanta Inc.", DAY, None),
    ("LONDON (Reuters) - |The drug", None, "Reuters"),
    ("(Reuters) - |The drug", None, "Reuters"),
    ("Jan 29 (Reuters) - |The drug", None, "Reuters"),
    ("LONDON, Jan 29 (Reuters) - |The drug", None, "Reuters"),
    ("January 29, 2025 – |The U.S. agency", DAY, None),
    ("LONDON — |The drug", None, None),
    ("London, UK, 29 January 2025 – 7.00 am GMT|", DAY, None),
    ("Gothenburg, 29 January 2025, 07:30 CET|", DAY, None),
    ("London, UK, 29 January 2025: |The drug", DAY, None),
    ("LONDON, UK / ACCESSWIRE / January 29, 2025 / |Norvanta Inc.", DAY, "ACCESSWIRE"),
    ("VANCOUVER, BC--(Newsfile Corp. - January 29, 2025) - |Norvanta Inc.", DAY, "Newsfile"),
    ("SILVER SPRING, Md., Jan. 29, 2025 /PRNewswire/ -- |Today", DAY, "PR Newswire"),
    ("SHANGHAI, CHINA and ROCKVILLE, Md., January 29, 2025 — |Norvanta", DAY, None),
    ("PARIS, January 29, 2025, 5:45 p.m. CET – |Norvanta", DAY, None),
    ("BAGSVÆRD, Denmark, 29 January 2025 – |Norvanta", DAY, None),
]


@pytest.mark.parametrize(("marked", "published", "publisher"), CASES)
def test_dateline(marked: str, published: date | None, publisher: str | None) -> None:
    length = marked.index("|")
    found = dateline_of(marked.replace("|", ""))
    assert found is not None
    assert (found.length, found.published, found.publisher) == (length, published, publisher)


@pytest.mark.parametrize(
    "text",
    [
        "On January 29, 2025, Norvanta said that it had sold the drug.",
        "On January 29, 2025 – a Wednesday – Norvanta said that it had sold the drug.",
        "In September 2024, Phase III results showed that 32% of patients improved.",
        "Norvanta said on January 29, 2025 - after markets closed - that it would stop.",
        "Norvanta (Reuters had reported the talks) - long silent - spoke.",
        "The trial began on 3 March 2024. It ended a year later.",
        "January 2025 was a good month.",
        "GEO-MVA is a vaccine - and more.",
        "Norvanta Announces Results -- Second Trial Next",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline_of(text) is None
