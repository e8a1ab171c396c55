"""PDF → article."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.errors import ReadingError
from extractor.model import Article


def read_pdf(content: bytes, name: str) -> Iterator[Article]:
    """The article of a PDF."""
    raise ReadingError("is a PDF, which cannot be read yet", path=name)
