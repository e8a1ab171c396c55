"""The articles of many files, read one after the other; one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extractor.errors import ReadingError
from extractor.model import Article
from extractor.readers import read_articles

Failed = Callable[[ReadingError], None]
"""What is told of each file that cannot be read."""


def readable_articles(paths: Iterable[Path], failed: Failed) -> Iterator[Article]:
    """The articles of the files that can be read; `failed` is told why the others cannot."""
    for path in paths:
        try:
            yield from read_articles(path)
        except ReadingError as error:
            failed(error)
