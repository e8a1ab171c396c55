"""What articles on several drugs are about, and the words quoted in them (`several_drugs.yaml`)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.subject import create_subjects

ARTICLES = yaml.safe_load(Path(__file__).with_name("several_drugs.yaml").read_text("utf-8"))
_WRAPPED = re.compile(r"(?<!\n)\n(?!\n)")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["text"][:50])
def test_the_drugs_of_an_article(article: dict, pipeline: Pipeline) -> None:
    context = pipeline.context(article_from_text(_WRAPPED.sub(" ", article["text"])))
    subject = create_subjects(pipeline.rulebook).of(context)
    assert subject is not None
    assert subject.drug == article.get("about", subject.drug)
    found = [(quote.text.rstrip(","), quote.drug) for quote in context.quotes]
    assert [(words, drug) for words, drug in map(tuple, article["quotes"]) if (words, drug) not in found] == []
