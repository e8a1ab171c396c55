"""What holds for any date and any text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model import Extraction
from extractor.readers import article_from_text

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
FORMS = [
    "{0:%B} {0.day}, {0.year}",
    "{0:%b}. {0.day}, {0.year}",
    "{0:%b} {0.day:02} {0.year}",
    "{0.day} {0:%B} {0.year}",
    "{0.day} {0:%b} {0.year}",
    "{0:%A}, {0:%B} {0.day}, {0.year}",
    "{0:%a} {0.day} {0:%B} {0.year}",
    "{0.year}-{0.month:02}-{0.day:02}",
    "{0.day:02}.{0.month:02}.{0.year}",
    "{0.day}-{0:%b}-{0.year}",
    "{0:%B} {0.day} of {0.year}",
]
VOCABULARY = """
    May March Sept. Q3 H1 3Q25 12 2024 2,024 1st the first half of last next year quarter week 24 weeks six-month every
    other day daily BID q3w - – / , . ' ’ to and in until ago earlier later before end mid- 1980s ½ % $ © Nov. 7-10
    fiscal FY25 spring fall Thursday today year-end 31 February 30 İ 00/00/0000 99.99.9999 9999 between century
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
PERIODS = st.sampled_from(["{0:%B} {0.year}", "Q{1} {0.year}", "{2} half of {0.year}", "{0.year}", "mid-{0.year}"])
ARTICLE = "In September 2024, results came. It will file in March. A year later, on Friday, it was approved."


@pytest.fixture(scope="module")
def dates(pipeline):
    """The dates of a text."""

    def found(text: str, published: date | None = None) -> Extraction:
        return pipeline.extract(article_from_text(text, published=published)).dates

    return found


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None)
@given(day=DAYS)
def test_a_day_is_read_back_from_any_form(dates, form, day):
    (found,) = dates(f"It was signed on {form.format(day)} in Rome.")
    assert (found.date_from, found.date_to, found.value) == (day.isoformat(),) * 3
    assert found.text == form.format(day)


@settings(max_examples=40, deadline=None)
@given(
    day=DAYS,
    tail=st.sampled_from(["{0:%B} {0.year}", "Q{1} {0.year}", "{2} half of {0.year}", "{0.year}", "mid-{0.year}"]),
)
def test_a_period_is_read_back_and_holds_its_days(dates, day, tail):
    quarter, half = (day.month + 2) // 3, "first" if day.month < 7 else "second"
    written = tail.format(day, quarter, half)
    (found,) = dates(f"It was seen in {written} alone.")
    assert found.text == written
    assert found.date_from <= day.isoformat() <= found.date_to


@settings(max_examples=60, deadline=None)
@given(day=DAYS, back=st.integers(min_value=0, max_value=6))
def test_a_weekday_with_a_past_verb_is_one_of_the_last_seven_days(dates, day, back):
    meant = day - timedelta(days=back)
    (found,) = dates(f"The company said on {meant:%A} that it won.", day)
    assert (found.date_from, found.date_to) == (meant.isoformat(), meant.isoformat())


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORDS, max_size=14), published=st.none() | DAYS)
def test_no_words_of_time_make_it_fail(dates, words, published):
    text = " ".join(words)
    found = dates(text, published)
    assert all(text[one.start : one.end] == one.text and one.text.strip() == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all((one.date_from is None) == (one.date_to is None) for one in found)
    assert all(one.date_from <= one.date_to for one in found if one.date_from)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=80), published=st.none() | st.dates())
def test_no_text_makes_it_fail(dates, text, published):
    dates(text, published)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=10))
def test_a_sentence_at_the_end_changes_nothing_before(dates, words):
    published = date(2026, 2, 10)
    before = dates(ARTICLE, published)
    after = dates(f"{ARTICLE}\n\nThen {' '.join(words)} came.", published)
    assert after[: len(before)] == _moved(before, after)


def _moved(before, after):
    """The earlier records; only ids and the document's differ in a longer article."""
    return tuple(
        replace(one, id=other.id, document_id=other.document_id) for one, other in zip(before, after, strict=False)
    )
