"""A document and its facts as rows with names, from a database or as they would be stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from extractor.model import Extraction
from extractor.store.tables import MENTION_TABLES
from extractor.store.writing import TABLES, document_rows

_BY_NAME = """
SELECT * FROM documents WHERE id = :it OR path = :it OR id IN (SELECT document_id FROM files WHERE path = :it)
"""
_BY_END_OF_PATH = """
SELECT * FROM documents WHERE substr(path, -length(:it) - 1) = '/' || :it OR id IN
  (SELECT document_id FROM files WHERE substr(path, -length(:it) - 1) = '/' || :it) LIMIT 2
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """A document and its facts: the document's values, and each table's rows as dictionaries."""

    document: Mapping[str, Any]
    mentions: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    results: list[dict[str, Any]] = field(default_factory=list)


def facts_of(extraction: Extraction) -> Facts:
    """The facts of a document that has just been extracted."""
    rows = document_rows(extraction).rows

    def named(table: str) -> list[dict[str, Any]]:
        return [dict(zip(TABLES[table].columns, row, strict=True)) for row in rows[table]]

    return Facts(named("documents")[0], {table: named(table) for table in MENTION_TABLES}, named("results"))


def facts_in_database(database: Database, wanted: str) -> Facts | None:
    """The facts of the document with that id, or at that path (or the only one whose path ends so)."""
    rows = list(database.query(_BY_NAME, {"it": wanted})) or list(database.query(_BY_END_OF_PATH, {"it": wanted}))
    if len(rows) != 1:
        return None
    document = rows[0]

    def of(table: str) -> list[dict[str, Any]]:
        return list(database.query(f"SELECT * FROM {table} WHERE document_id = ? ORDER BY rowid", [document["id"]]))

    return Facts(document, {table: of(table) for table in MENTION_TABLES}, of("results"))
