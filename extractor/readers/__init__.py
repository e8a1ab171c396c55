"""A file → its articles: text, zones, and what it says of title, publisher and date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import Metadata, article_from_text, make_article
from extractor.readers.text import decode

__all__ = ["Metadata", "article_from_text", "is_candidate", "make_article", "read_articles"]

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})


def is_candidate(path: Path) -> bool:
    """Whether a file's name is that of an article or a container of articles; the file is not opened."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def read_articles(path: Path, *, name: str | None = None) -> Iterator[Article]:
    """The articles of a file: one, or as many as its container holds.

    `name` is the path that the articles carry (by default `path` itself). Raises `ReadingError` for a file that cannot
    be read.
    """
    name = path.as_posix() if name is None else name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadingError(f"cannot be opened ({error.strerror}); check its permissions", path=name) from error
    yield make_article(decode(content, path=name), id=document_id(content), path=name)
