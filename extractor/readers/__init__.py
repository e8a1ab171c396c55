"""A file → its articles: text, zones, and what it says of title, publisher and date."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import ReadingError
from extractor.model import Article
from extractor.readers.sniff import suffix_kind

if TYPE_CHECKING:
    from extractor.readers.article import Metadata, article_from_text, make_article
    from extractor.readers.reading import read_content

__all__ = ["Metadata", "article_from_text", "is_candidate", "make_article", "read_articles", "read_content"]

MAX_FILE = 500_000_000


def is_candidate(path: Path) -> bool:
    """Whether a file's name is that of an article or a container of articles; the file is not opened."""
    return suffix_kind(path.name) is not None and not path.name.startswith(".")


def read_articles(path: Path, *, name: str | None = None) -> Iterator[Article]:
    """The articles of a file: one, or as many as its container holds; none for JSON without an article's text.

    `name` is the path that the articles carry (by default `path` itself); an article in a container carries
    `name/inner/name.txt` or `name#3`. Raises `ReadingError` for a file that cannot be read; for a container only after
    all the articles that could be, so keep those that came before it.
    """
    name = path.as_posix() if name is None else name
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise ReadingError(f"has {size:,} bytes, more than {MAX_FILE:,}; split or unpack it", path=name)
        content = path.read_bytes()
    except OSError as error:
        raise ReadingError(f"cannot be opened ({error.strerror}); check its permissions", path=name) from error
    from extractor.readers.reading import read_content

    yield from read_content(content, name)


def __getattr__(name: str) -> Any:
    """Loads the readers of the formats, and the libraries behind them, when they are first asked for."""
    if name in __all__:
        place = "reading" if name == "read_content" else "article"
        return getattr(import_module(f"extractor.readers.{place}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
