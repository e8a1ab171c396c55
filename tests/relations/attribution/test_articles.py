"""Who said what in paragraphs and articles of the manner of many publishers (`articles.yaml`)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ARTICLES = yaml.safe_load(Path(__file__).with_name("articles.yaml").read_text("utf-8"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["text"][:50])
def test_the_speakers_of_an_article(extract, article):
    found = {(quote.text, quote.speaker, quote.organization) for quote in extract(article["text"]).quotes}
    assert {tuple(row) for row in article["quotes"]} <= found
