"""The same article as text, as a web page and as a PDF of one or two columns gives the same facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

import pytest

from extractor.model import Extraction
from extractor.pipeline import Pipeline
from extractor.readers import read_articles, read_content
from tests.readers.corpus_formats import CORPUS, NAMES, corpus_article, page_of, pdf_of

KINDS = ("drug_mentions", "percentages", "dates", "quotes", "results", "organizations", "persons", "trials")
OF_THE_PLACE = {"id", "document_id", "percentage_id", "start", "end", "sentence", "spans", "words"}


def facts(extraction: Extraction) -> Counter[tuple[object, ...]]:
    """All rows but for what depends on their place; blanks of any kind are one blank."""
    rows: Counter[tuple[object, ...]] = Counter()
    for kind in KINDS:
        for record in getattr(extraction, kind):
            names = [each.name for each in fields(record) if each.name not in OF_THE_PLACE]
            values = [getattr(record, name) for name in names]
            rows[(kind, *(" ".join(value.split()) if isinstance(value, str) else value for value in values))] += 1
    return rows


@pytest.mark.parametrize("form", ["html/{}.html", "pdf/{}.one.pdf", "pdf/{}.two.pdf"])
def test_same_facts_on_nearly_all(pipeline: Pipeline, form: str) -> None:
    differing = []
    for name in NAMES:
        plain = corpus_article(name)
        article = next(read_articles(CORPUS / form.format(name)))
        assert (article.title, article.published) == (plain.title, plain.published)
        if facts(pipeline.extract(article)) != facts(pipeline.extract(plain)):
            differing.append(name)
    assert len(NAMES) >= 12 and len(differing) <= 1, differing


def test_the_pages_are_those_of_the_articles() -> None:
    for number, name in enumerate(NAMES):
        article = corpus_article(name)
        page = (CORPUS / "html" / f"{name}.html").read_text(encoding="utf-8")
        assert page == page_of(article, number), "python -m tests.readers.corpus_formats"


@pytest.mark.parametrize("columns", [1, 2])
def test_the_pdfs_are_those_of_the_articles(columns: int) -> None:
    name = NAMES[0]
    stored = next(read_articles(CORPUS / "pdf" / f"{name}.{'one' if columns == 1 else 'two'}.pdf"))
    made = next(read_content(pdf_of(corpus_article(name), columns), "made.pdf"))
    assert made.text == stored.text
