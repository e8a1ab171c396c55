"""The schema of the database: its tables with their indexes, the full-text indexes, the views, and the marks of whose
it is."""

from __future__ import annotations

import json
from typing import Any
from zlib import crc32

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey

from extractor.store.duplicates import SCHEME
from extractor.store.tables import Table, tables

APPLICATION_ID = 0x78747263
"""What `PRAGMA application_id` says of a database of ours ("xtrc")."""

FULL_TEXT = {
    "documents": ("title", "text"),
    "quotes": ("text", "speaker"),
    "results": ("endpoint", "arm", "comparator"),
}
"""The columns that people search; `documents_fts` indexes those of `documents`, and so on."""

SEGMENTS_MERGED = 8
"""How many parts of one size of a full-text index become one: SQLite's 4 writes what is indexed more often, and queries
are as fast with 8."""

TIMELINE = """
SELECT DISTINCT named.drug AS drug, dates.date_from, dates.date_to, dates.text, dates.mod, dates.event,
       dates.modality, dates.sentence, dates.zone, dates.rule, dates.document_id, documents.title,
       documents.publisher, documents.published, documents.duplicate_of, dates.start, dates.id AS date_id
FROM dates
JOIN documents ON documents.id = dates.document_id
JOIN (SELECT document_id, sentence, drug FROM drug_mentions
      UNION SELECT document_id, sentence, drug FROM dates WHERE drug IS NOT NULL) AS named
  ON named.document_id = dates.document_id AND named.sentence = dates.sentence
WHERE dates.date_from IS NOT NULL AND (dates.drug IS NULL OR dates.drug = named.drug)
ORDER BY 1, dates.date_from, dates.date_to, dates.document_id, dates.start
"""
"""Each drug's dated statements: the date's own drug, or every drug that its sentence names."""

VIEWS = {"timeline": TIMELINE}


def schema_number() -> int:
    """A number that differs where tables, views, full-text indexes or the scheme of signatures differ; `PRAGMA
    user_version` holds it."""
    described = [
        [table.name, {name: kind.__name__ for name, kind in table.columns.items()}, table.key,
         sorted(table.not_null), sorted(table.references.items()), table.indexes, table.by_key]
        for table in tables()
    ]  # fmt: skip
    return crc32(json.dumps([described, FULL_TEXT, VIEWS, SCHEME]).encode()) & 0x7FFFFFFF


def create_schema(database: Database, version: str) -> None:
    """Write tables, indexes, views and the mark that says whose they are, in one transaction.

    `version` is that of the program, for the message that a later one gives about an older schema.
    """
    with database.atomic():
        for table in tables():
            _create_table(database, table)
        for name, columns in FULL_TEXT.items():
            database.table(name).enable_fts(columns, create_triggers=True, tokenize="unicode61 remove_diacritics 2")
            database.execute(f"INSERT INTO {name}_fts ({name}_fts, rank) VALUES ('automerge', {SEGMENTS_MERGED})")
        for name, sql in VIEWS.items():
            database.create_view(name, sql)
        database.table("meta").insert_all(
            [{"key": "program", "value": "extractor"}, {"key": "version", "value": version}]
        )
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {schema_number()}")


def _create_table(database: Database, table: Table) -> None:
    keys = [
        ForeignKey(table.name, column, other, other_column, on_delete=action)
        for column, (other, other_column, action) in table.references.items()
    ]
    columns: dict[str, Any] = dict(table.columns)
    sql = database.create_table_sql(
        table.name,
        columns,
        pk=table.key[0] if len(table.key) == 1 else table.key,
        foreign_keys=keys,
        not_null=table.not_null | (set(table.key) if len(table.key) > 1 else set()),
    )
    database.execute(sql.rstrip().rstrip(";") + " WITHOUT ROWID" * table.by_key)
    for index in table.indexes:
        database.table(table.name).create_index(index)
