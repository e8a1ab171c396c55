"""What changes in the facts of articles when rules change: rows that appear, disappear or say something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.authoring.articles import Failed, readable_articles
from extractor.database import open_for_reading
from extractor.errors import ReadingError
from extractor.pipeline import Pipeline
from extractor.store.facts import Facts, facts_in_database, facts_of

DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3")
_UNTOLD = frozenset({"id", "document_id", "percentage_id", "start", "end", "text", "sentence", "zone"})


@dataclass(frozen=True)
class Change:
    """A row that differs: `change` is appears, disappears or changes; `old` and `new` hold the values that differ
    (all, for a row that is only on one side)."""

    document: str
    kind: str
    start: int
    text: str
    change: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]


def compare(old: Path, new: Path, articles: Iterable[Path], rules: Sequence[Path], failed: Failed) -> Iterator[Change]:
    """The changes between the rules `old` and `new` (folders or files; `old` may be a database) in the articles' facts;
    `failed` is told of the articles that cannot be read, or are not in the database.

    Both are read on top of our rules and of `rules`; a folder that is a whole set of rules stands alone.
    """
    newer = Pipeline((*rules, new))
    if old.suffix in DATABASE_SUFFIXES:
        with open_for_reading(old) as database:
            for article in readable_articles(articles, failed):
                before = facts_in_database(database, article.id)
                if before is None:
                    failed(ReadingError(f"is not in {old}; run extractor run on it first", path=article.path))
                    continue
                yield from changes(before, facts_of(newer.extract(article)))
        return
    older = Pipeline((*rules, old))
    for article in readable_articles(articles, failed):
        yield from changes(facts_of(older.extract(article)), facts_of(newer.extract(article)))


def changes(old: Facts, new: Facts) -> Iterator[Change]:
    """The rows that differ between two readings of one document, in the order of kinds and of the text."""
    for kind in (*new.mentions, "results"):
        before, after = _rows(old, kind), _rows(new, kind)
        for key in sorted({*before, *after}):
            was, now = before.get(key, {}), after.get(key, {})
            names = [name for name in {**was, **now} if name not in _UNTOLD and was.get(name) != now.get(name)]
            if names:
                row = now or was
                change = "changes" if was and now else "appears" if now else "disappears"
                yield Change(
                    new.document["path"], kind, row["start"], row["text"], change, _of(was, names), _of(now, names)
                )


def _of(row: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The values under these names; of a row that has no counterpart only those that are known."""
    return {name: row[name] for name in names if name in row and row[name] is not None}


def _rows(facts: Facts, kind: str) -> dict[tuple[int, int], dict[str, Any]]:
    """The rows of a kind by their place; a result stands where its percentage does."""
    if kind != "results":
        return {(row["start"], row["end"]): row for row in facts.mentions.get(kind, ())}
    places = {row["id"]: row for row in facts.mentions.get("percentages", ())}
    rows = {}
    for row in facts.results:
        place = places[row["percentage_id"]]
        rows[place["start"], place["end"]] = {
            **row,
            "start": place["start"],
            "end": place["end"],
            "text": place["text"],
        }
    return rows
