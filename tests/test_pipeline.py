"""The whole way from a text to its facts, and the components in a pipeline of spaCy's users."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.errors import RuleError
from extractor.model import Extraction
from extractor.pipeline import COMPONENTS, Pipeline
from extractor.readers import article_from_text

TEXT = (
    "In the Phase 3 ROCKET trial, 32.8% of patients on rocatinlimab responded, compared to 13.7% for those on placebo, "
    "Amgen said today.\n\n"
    "“The results are impressive,” said Jane Roe, an analyst at Jefferies. A submission is planned for the first half of this year."
)
LISTS = ("drug_mentions", "percentages", "dates", "quotes", "organizations", "persons", "trials")
"""The lists of an extraction whose rows have a place in the text."""

WORDS = st.sampled_from(
    [
        *TEXT.split(),
        "\n\n",
        "“",
        "”",
        '"',
        "%",
        "-",
        "(",
        ")",
        "n = 12",
        "Q3",
        "FY24",
        "respectively",
        "\u00a0",
        "’s",
        "é",
        "𝒳",
        "\x00",
    ]
)


def test_the_facts_of_a_text() -> None:
    found = extractor.extract(TEXT, published=date(2026, 2, 10))
    (result,) = found.results
    assert (result.drug, result.value, result.comparator, result.comparator_value) == (
        "rocatinlimab",
        32.8,
        "placebo",
        13.7,
    )
    assert (result.trial, result.phase) == ("ROCKET", "3")
    (quote,) = found.quotes
    assert (quote.speaker, quote.organization, quote.polarity) == ("Jane Roe", "Jefferies", "positive")
    assert [(one.text, one.date_from, one.date_to) for one in found.dates] == [
        ("today", "2026-02-10", "2026-02-10"),
        ("first half of this year", "2026-01-01", "2026-06-30"),
    ]


def test_the_day_may_be_written() -> None:
    assert extractor.extract(TEXT, published="2026-02-10") == extractor.extract(TEXT, published=date(2026, 2, 10))


@pytest.mark.parametrize(
    ("arguments", "error"),
    [(((None,), {}), TypeError), (((b"bytes",), {}), TypeError), ((("x",), {"published": "10 February"}), ValueError)],
)
def test_what_is_no_text_or_day_is_told_at_once(arguments: tuple[Any, dict[str, Any]], error: type[Exception]) -> None:
    with pytest.raises(error):
        extractor.extract(*arguments[0], **arguments[1])


def test_the_package_names_what_it_offers() -> None:
    assert set(dir(extractor)) == {"Pipeline", "extract", "__version__"}


def test_the_same_text_gives_the_same_rows(pipeline: Pipeline) -> None:
    article = article_from_text(TEXT, published=date(2026, 2, 10))
    assert pipeline.extract(article) == pipeline.extract(article)
    elsewhere = pipeline.extract(replace(article, path="elsewhere.txt"))
    assert [row.id for row in elsewhere.percentages] == [row.id for row in pipeline.extract(article).percentages]


@settings(max_examples=15)
@given(texts=st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=6), batch_size=st.integers(1, 4))
def test_the_same_rows_whatever_is_read_together(pipeline: Pipeline, texts: list[str], batch_size: int) -> None:
    articles = [article_from_text(text, published=date(2026, 2, 10)) for text in (TEXT, *texts, TEXT)]
    together = list(pipeline.pipe(articles, batch_size=batch_size))
    assert together == [pipeline.extract(article) for article in articles]
    assert all(found.timings.keys() == together[0].timings.keys() for found in together)


@settings(max_examples=40)
@given(words=st.lists(WORDS, max_size=60))
def test_every_row_of_any_text_is_where_it_says(pipeline: Pipeline, words: list[str]) -> None:
    article = article_from_text(" ".join(words), published=date(2026, 2, 10))
    found = pipeline.extract(article)
    for name in LISTS:
        rows = getattr(found, name)
        assert len({row.id for row in rows}) == len(rows)
        for row in rows:
            assert article.text[row.start : row.end] == row.text != ""
            assert row.text.strip() in row.sentence or name == "quotes"
            assert row.document_id == article.id
    assert_ties_hold(found)


def assert_ties_hold(found: Extraction) -> None:
    """What rows name exists: drugs by their names, results by their percentages."""
    drugs = {drug.name for drug in found.drugs}
    for row in (*found.drug_mentions, *found.percentages, *found.quotes, *found.results, *found.dates):
        assert row.drug is None or row.drug in drugs
    assert {row.percentage_id for row in found.results} <= {row.id for row in found.percentages}


@pytest.mark.parametrize(
    ("component", "key", "label", "words"),
    [
        ("extractor_drugs", "drugs", "DRUG", ["rocatinlimab"]),
        ("extractor_percentages", "percentages", "PERCENTAGE", ["32.8%", "13.7%"]),
        ("extractor_dates", "dates", "DATE", ["today", "first half of this year"]),
        ("extractor_organizations", "organizations", "ORGANIZATION", ["Amgen", "Jefferies"]),
        ("extractor_organizations", "persons", "PERSON", ["Jane Roe"]),
        ("extractor_trials", "trials", "TRIAL", ["ROCKET"]),
        ("extractor_quotes", "quotes", "QUOTE", ["The results are impressive,"]),
    ],
)
def test_a_component_alone_in_a_pipeline_of_spacy(component: str, key: str, label: str, words: list[str]) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(component)
    doc = nlp(TEXT)
    spans = doc.spans[key]
    assert [span.text for span in spans] == words
    assert {span.label_ for span in spans} == {label}


def test_all_components_are_spacy_factories() -> None:
    nlp = spacy.blank("en")
    for component in COMPONENTS:
        nlp.add_pipe(component)
    assert nlp.pipe_names == list(COMPONENTS)


def test_a_table_without_a_column_that_it_needs_is_told(tmp_path: Path) -> None:
    (tmp_path / "additions.tsv").write_text("name\tkind\tpreffered\nzor\tbrand\tzorum\n")
    with pytest.raises(RuleError, match=r"additions.tsv:2: the row “zor” has no preferred"):
        Pipeline([tmp_path])
