"""What all tests share: one pipeline for the session, and texts with the expected spans in brackets."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date

import pytest

# A cache of the tests' own: what they build must not meet what the user's runs built.
os.environ.setdefault("EXTRACTOR_CACHE", os.path.join(tempfile.gettempdir(), "extractor-tests-cache"))

from extractor.model import Extraction
from extractor.pipeline import Pipeline
from extractor.readers import article_from_text

pytest_plugins = ("tests.rulefiles",)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The pipeline with our own rules."""
    return Pipeline()


@pytest.fixture(scope="session")
def extract(pipeline: Pipeline) -> Callable[..., Extraction]:
    """`extract(text, published=None)`: all facts of a text."""

    def extract_text(text: str, published: date | None = None) -> Extraction:
        return pipeline.extract(article_from_text(text, published=published))

    return extract_text
