"""`extractor_dates` on sentences: the spans in brackets are found, with these values, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.marked import marked

PUBLISHED = date(2026, 2, 10)  # a Tuesday

ABSOLUTE = [
    "The agency approved it on [Feb. 10, 2026]{type=DATE date_from=2026-02-10 date_to=2026-02-10}.",
    "A filing followed on [10 February 2026]{date_from=2026-02-10}.",
    "OSLO, [February 6th, 2025]{date_from=2025-02-06} – The company said so.",
    "Updated [2026-02-10]{date_from=2026-02-10} by staff.",
    "The lock was on [25/02/2025]{date_from=2025-02-25}.",
    "The meeting, [Nov. 7-10, 2025]{date_from=2025-11-07 date_to=2025-11-10}, was large.",
    "It ran from [8 January]{date_from=2025-01-08} – [5 March 2025]{date_from=2025-03-05} in Rome.",
    "Data are due in [September 2026]{date_from=2026-09-01 date_to=2026-09-30}.",
    "It grew from [2021]{date_from=2021-01-01} to [2030]{date_to=2030-12-31}.",
    "In the [2024-2025]{date_from=2024-01-01 date_to=2025-12-31} season cases rose.",
    "Since the [late 1980s]{date_from=1980-01-01 date_to=1989-12-31 mod=END} it is known.",
    "Sales of [3Q25]{date_from=2025-07-01 date_to=2025-09-30} disappointed.",
    "Topline data come in [H1 2026]{date_from=2026-01-01 date_to=2026-06-30}.",
    "In the [third quarter of 2025]{date_from=2025-07-01 date_to=2025-09-30} it lost money.",
    "A launch in [mid-2026]{date_from=2026-01-01 date_to=2026-12-31 mod=MID} is planned.",
    "By the [end of 2026]{date_to=2026-12-31 mod=END} it will file.",
]

RELATIVE = [
    "Earlier data from [March]{date_from=2025-03-01 date_to=2025-03-31} revealed side effects.",
    "Results are expected in [March]{date_from=2026-03-01 date_to=2026-03-31}.",
    "It plans to file within the [first half of this year]{date_from=2026-01-01 date_to=2026-06-30}.",
    "Shares fell on [Thursday]{date_from=2026-02-05 date_to=2026-02-05}.",
    "The company [today]{date_from=2026-02-10} announced results.",
    "[Last week]{date_from=2026-02-02 date_to=2026-02-08} the agency objected.",
    "A decision [later this year]{date_from=2026-01-01 date_to=2026-12-31 mod=END} is likely.",
    "It was sold [two years ago]{date_from=2024-01-01 date_to=2024-12-31}.",
    "The firm was founded [years ago]{value=PAST_REF}.",
    "It hired 20 people by [year-end]{date_from=2026-01-01 date_to=2026-12-31 mod=END}.",
    "Approved in [2018]{value=2018}. The [following year]{date_from=2019-01-01 date_to=2019-12-31} it launched.",
    "ROME, [February 10, 2026]{date_from=2026-02-10}. [Two months later]{value=XXXX}, the company had filed for bankruptcy.",
    "It starts on [March 2, 2026]{date_from=2026-03-02}, and [three months later]{date_from=2026-06-01} it will report.",
]

EDGES = [
    ("It shrank [last winter]{date_from=2024-12-01}.", date(2026, 1, 15)),
    ("It was approved [last March]{date_from=2025-03-01}.", date(2026, 2, 10)),
    ("It is due in [January]{date_from=9999-01-01}.", date(9999, 12, 31)),
    ("From [May 31]{date_from=2024-05-31}-[June 4]{date_from=2024-06-04} it was held.", date(2024, 6, 7)),
    (
        "Its fiscal year ends [June 30]. In [Q1 2026]{date_from=2025-07-01 date_to=2025-09-30} it grew.",
        date(2026, 2, 10),
    ),
]

DURATIONS = [
    "After [56 weeks]{type=DURATION value=P56W} of follow-up it worked.",
    "In the [six-month]{value=P6M} study nobody died.",
    "It lasted [nine to 18 months]{value=P9M value_high=P18M} in most.",
    "Response lasted [9-12 months]{value=P9M value_high=P12M}6, 8 in most.",
    "At [Week 24]{value=P24W} and on [Day 28]{value=P28D} blood was drawn.",
    "A median of [28.8 months]{value=P28.8M} and [4½ years]{value=P4.5Y}.",
    "At [48 hours]{value=PT48H} it was gone.",
    "For [several years]{value=PXY} nothing came.",
    "In the last [decade]{value=P10Y} much changed.",
]

SETS = [
    "Up to [every 8 weeks]{type=SET value=P8W}, with [every-four-week]{value=P4W} dosing.",
    "A [once-weekly]{value=P1W} dose or 25 mg [BID]{value=P1D}.",
    "It was given [Q3W]{value=P3W} or [three times a day]{value=P1D}.",
    "At $149 [a month]{value=P1M} it is cheap, with [annual]{value=P1Y} sales of $2 billion.",
]

NOTHING = [
    "Kyowa (TSE: 4151) rose.",
    "A 65-year-old man and adults aged 18 to 75 years took part.",
    "Call +1 212-555-2024 or see https://example.com/2024/05/news.",
    "It enrolled 2000 patients; TNX-2012 was safe.",
    "© 2025 Example Media",
    "Events per 100 patient-years were rare, and sales grew year-over-year.",
    "It may cause harm; marches in years past did not.",
    "See the Annual Report on Form 10-K.",
]


@pytest.mark.parametrize("example", ABSOLUTE + RELATIVE + DURATIONS + SETS + NOTHING)
def test_finds_what_is_marked(extract, example):
    expected = marked(example)
    found = extract(expected.text, published=PUBLISHED).dates
    assert [record.text for record in found] == expected.words
    assert [(record.start, record.end) for record in found] == list(expected.spans)
    for record, values in zip(found, expected.values, strict=True):
        assert {name: getattr(record, name) for name in values} == values


@pytest.mark.parametrize(("example", "published"), EDGES)
def test_edges_of_the_calendar(extract, example, published):
    expected = marked(example)
    found = extract(expected.text, published=published).dates
    assert [record.text for record in found] == expected.words
    for record, values in zip(found, expected.values, strict=True):
        assert {name: getattr(record, name) for name in values} == values
