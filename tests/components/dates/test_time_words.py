"""Numbers, years and days in words; what expressions begin with; when fiscal years start."""

from __future__ import annotations

import pytest

from extractor.components.dates.calendar import FiscalCalendar
from extractor.components.dates.fiscal import FiscalYears
from extractor.components.dates.parsed import parsed_day
from extractor.components.dates.time_words import Words
from extractor.components.dates.triggers import Triggers
from extractor.readers import article_from_text
from extractor.rulebook import load_rulebook

WORDS = Words.of(load_rulebook())


@pytest.mark.parametrize(
    ("written", "year"),
    [("2026", 2026), ("’25", 2025), ("'98", 1998), ("nineteen ninety-six", 1996), ("two thousand and five", 2005)],
)
def test_years(written, year):
    assert WORDS.year(written) == year


@pytest.mark.parametrize(("written", "day"), [("7", 7), ("7th", 7), ("seventh", 7), ("Twenty-First", 21)])
def test_days(written, day):
    assert WORDS.day(written) == day


@pytest.mark.parametrize(
    ("written", "number"), [("three and six", None), ("one hundred and five", 105.0), (None, None)]
)
def test_numbers(written, number):
    assert WORDS.number(written) == number


def test_triggers_are_whole_words_with_their_kinds():
    text = "maybe in may 2026, 3q25 or q1"
    found = Triggers(["month", "year", "quarter-code"], WORDS.lexicons).find(text, range(len(text)))
    assert found == [(9, "month"), (13, "year"), (19, "quarter-code"), (27, "quarter-code")]


@pytest.mark.parametrize(
    ("word", "offsets"),
    [("May", (0,)), ("mid-May", (4,)), ("maybe", ()), ("2026", (0,)), ("day", ())],
)
def test_triggers_are_looked_for_at_the_words_that_begin_them(word, offsets):
    assert Triggers(["month", "year", "quarter-code"], WORDS.lexicons).beginnings.offsets_in(word) == offsets


@pytest.mark.parametrize(
    ("text", "fiscal"),
    [
        ("Its fiscal year ends June 30.", FiscalCalendar(7)),
        ("Fiscal years run from October 1.", FiscalCalendar(10)),
        ("FY2017 (April 1, 2017 to March 31, 2018)", FiscalCalendar(4, named_by_start=True)),
        ("fiscal 2025, which ended on March 31, 2025", FiscalCalendar(4)),
        ("It ended.", FiscalCalendar()),
        ("fiscal 2025", FiscalCalendar()),
    ],
)
def test_fiscal_years(pipeline, text, fiscal):
    context = pipeline.context(article_from_text(text))
    assert FiscalYears(load_rulebook()).calendar(context) == fiscal


def test_dateparser_reads_whole_days_alone():
    assert str(parsed_day("10 février 2026")) == "2026-02-10"
    assert parsed_day("février") is None
