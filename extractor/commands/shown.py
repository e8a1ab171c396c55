"""The document that somebody asks to see: the articles of a file, or one that a database holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from extractor.commands.quick_import import make_pipeline
from extractor.database import open_for_reading
from extractor.errors import ExtractorError
from extractor.store.facts import Facts, facts_in_database, facts_of

DATABASE = Path("facts.db")
"""The database that is asked where none is given."""


def facts_asked_for(article: str, database: Path | None, rules: tuple[Path, ...]) -> Iterator[Facts]:
    """The facts of the document in the database, or of each article of the file.

    Raises `ExtractorError` where there is neither.
    """
    if database is None and os.path.isfile(article):
        yield from _of_file(Path(article), rules)
        return
    if os.path.isdir(article):
        raise ExtractorError("is a folder; give one article, or call extractor run for all of them", path=article)
    if database is None and not DATABASE.exists():
        raise ExtractorError("there is no such file; for a document in a database give --db", path=article)
    with open_for_reading(database or DATABASE) as opened:
        facts = facts_in_database(opened, os.path.abspath(article) if os.path.exists(article) else article)
    if facts is None:
        raise ExtractorError(
            f"there is no such file, and no one document of that id or path in {database or DATABASE}", path=article
        )
    yield facts


def _of_file(path: Path, rules: tuple[Path, ...]) -> Iterator[Facts]:
    from extractor.readers import read_articles

    pipeline = make_pipeline(rules)
    return (facts_of(pipeline.extract(article)) for article in read_articles(path))
