"""An `Extraction` → rows → the tables. Rows are made apart from the writing, so that worker processes can make them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any

from sqlite_utils import Database

from extractor.model import Drug, Extraction
from extractor.store.copies import NO_DATE, Body, note_bodies
from extractor.store.duplicates import signature
from extractor.store.schema import FULL_TEXT
from extractor.store.tables import MENTION_TABLES, SHARED_TABLES, Table, tables

Row = tuple[Any, ...]

TABLES: dict[str, Table] = {table.name: table for table in tables()}
EXTRACTION_FIELDS = {
    "drug_mentions": "drug_mentions",
    "percentages": "percentages",
    "dates": "dates",
    "quotes": "quotes",
    "organization_mentions": "organizations",
    "person_mentions": "persons",
    "trial_mentions": "trials",
    "results": "results",
}
"""Each table with the field of `Extraction` that holds its records."""

PARTS = {"quotes": ("words", "quote_words"), "results": ("spans", "result_spans")}
"""Tables whose records have parts in a table of their own: (field, table)."""

WRITTEN = ("documents", *SHARED_TABLES, "document_drugs", *EXTRACTION_FIELDS, "result_spans", "quote_words", "zones",
           "page_boxes")  # fmt: skip
"""The tables that a document's rows go into, each after those that it points to."""

ROWS_AT_ONCE = 200
"""How many rows of a table with a full-text index one statement inserts at most: each statement writes the index."""

OWNED = (*(name for name in EXTRACTION_FIELDS if name != "percentages"), "percentages", "document_drugs", "zones",
         "page_boxes")  # fmt: skip
"""The tables whose rows belong to one document, each before those that it points to."""


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All rows of one document: table → rows in the order of the table's columns."""

    document_id: str
    path: str
    fingerprint: str
    rows: dict[str, list[Row]]


def _getter(table: str, *, without: tuple[str, ...] = ()) -> Callable[[Any], Row]:
    return attrgetter(*(column for column in TABLES[table].columns if column not in without))


RECORD_ROWS = {table: _getter(table) for table in EXTRACTION_FIELDS}
PART_ROWS = {
    "quote_words": _getter("quote_words", without=("quote_id",)),
    "result_spans": _getter("result_spans", without=("result_id",)),
    "zones": _getter("zones", without=("document_id",)),
    "page_boxes": _getter("page_boxes", without=("document_id",)),
}
_DRUG = attrgetter("drug")
_ORGANIZATION = attrgetter("organization", "kind", "ticker")
_TRIAL = attrgetter("trial", "registry_number", "phase")
_DRUG_COLUMNS = list(TABLES["drugs"].columns)
_IN_DOCUMENT = itemgetter(
    *(_DRUG_COLUMNS.index("name" if column == "drug" else column)
      for column in TABLES["document_drugs"].columns if column != "document_id")
)  # fmt: skip
"""What of a drug's row is in `document_drugs`, in the order of its columns."""


def document_rows(extraction: Extraction, fingerprint: str = "") -> DocumentRows:
    """The rows that an extraction comes to; `fingerprint` is that of the rules that made it."""
    article = extraction.article
    published = article.published.isoformat() if article.published else None
    rows: dict[str, list[Row]] = {
        "documents": [
            (article.id, article.path, article.format, article.title, article.publisher, article.author, published,
             article.url, article.language, None, fingerprint, article.text)
        ]
    }  # fmt: skip
    for table, field in EXTRACTION_FIELDS.items():
        records = getattr(extraction, field)
        rows[table] = list(map(RECORD_ROWS[table], records))
        if table in PARTS:
            parts, part_table = PARTS[table]
            row = PART_ROWS[part_table]
            rows[part_table] = [(each.id, *row(part)) for each in records for part in getattr(each, parts)]
    rows["zones"] = [(article.id, *PART_ROWS["zones"](zone)) for zone in article.zones]
    rows["page_boxes"] = [(article.id, *PART_ROWS["page_boxes"](box)) for box in article.boxes]
    rows.update(_shared_rows(extraction))
    if body := signature(article):
        rows["signatures"] = [Body(article.id, published or NO_DATE, article.path, body)]
    return DocumentRows(article.id, article.path, fingerprint, rows)


def _shared_rows(extraction: Extraction) -> dict[str, list[Row]]:
    """The rows that this document adds to the tables that documents share."""
    drugs = {drug.name: _drug_row(drug) for drug in extraction.drugs}
    named: Sequence[Any] = (
        *extraction.drug_mentions, *extraction.percentages, *extraction.dates, *extraction.quotes, *extraction.results,
    )  # fmt: skip
    for name in dict.fromkeys(map(_DRUG, named)):
        if name is not None and name not in drugs:
            drugs[name] = (name, None, "[]", None, None, None)
    return {
        "drugs": list(drugs.values()),
        "document_drugs": [(extraction.article.id, *_IN_DOCUMENT(row)) for row in drugs.values()],
        "organizations": _first_said(map(_ORGANIZATION, extraction.organizations)),
        "persons": _first_said((each.person,) for each in extraction.persons),
        "trials": _first_said(map(_TRIAL, extraction.trials)),
    }


def _first_said(rows: Iterable[Row]) -> list[Row]:
    """Of each name the first row; `settling` says what the others come to."""
    by_name: dict[str, Row] = {}
    for row in rows:
        by_name.setdefault(row[0], row)
    return list(by_name.values())


def _drug_row(drug: Drug) -> Row:
    aliases = [{"name": each.name, "rule": each.rule, "document": each.document_id} for each in drug.aliases]
    return (drug.name, drug.kind, json.dumps(aliases, ensure_ascii=False), drug.stem, drug.stem_meaning, drug.source)


def store_documents(database: Database, documents: Iterable[DocumentRows]) -> None:
    """Write documents with all their rows in one transaction; one that is there already is replaced.

    What documents share (`drugs`, `organizations`, …) is brought up to date by `settle`, later and for many at once.
    """
    by_id = {each.document_id: each for each in documents}
    with database.atomic():
        known = [row[0] for row in rows_in(database, "SELECT id FROM documents WHERE id IN", list(by_id))]
        clear_documents(database, known)
        for table in WRITTEN:
            _insert(database, table, [row for each in by_id.values() for row in each.rows.get(table, ())])
        bodies = (Body(*row) for each in by_id.values() for row in each.rows.get("signatures", ()))
        note_bodies(database, by_id, {body.document_id: body for body in bodies})
        for shared in SHARED_TABLES:
            names = {row[0] for each in by_id.values() for row in each.rows.get(shared, ())}
            mark_stale(database, shared, names)


def _insert(database: Database, table: str, rows: list[Row]) -> None:
    columns = ", ".join(f'"{column}"' for column in TABLES[table].columns)
    places = "(" + ", ".join("?" * len(TABLES[table].columns)) + ")"
    verb = "INSERT OR IGNORE" if table in SHARED_TABLES else "INSERT"
    end = ""
    if table == "documents":  # an update, not delete and insert: rows of `files` point to it
        changed = (column for column in TABLES[table].columns if column not in ("id", "duplicate_of"))
        end = " ON CONFLICT (id) DO UPDATE SET " + ", ".join(f"{column} = excluded.{column}" for column in changed)
    sql = f"{verb} INTO {table} ({columns}) VALUES "
    if table in FULL_TEXT:
        for first in range(0, len(rows), ROWS_AT_ONCE):
            some = rows[first : first + ROWS_AT_ONCE]
            database.conn.execute(sql + ", ".join([places] * len(some)) + end, list(chain.from_iterable(some)))
    elif rows:
        database.conn.executemany(sql + places + end, rows)


def clear_documents(database: Database, ids: Sequence[str]) -> None:
    """Delete all rows that belong to these documents, and leave the documents themselves."""
    if not ids:
        return
    with database.atomic():
        for shared, (table, column) in SHARED_TABLES.items():
            names = rows_in(database, f"SELECT DISTINCT {column} FROM {table} WHERE document_id IN", ids)
            mark_stale(database, shared, {row[0] for row in names})
        for table in OWNED:
            rows_in(database, f"DELETE FROM {table} WHERE document_id IN", ids)


def remove_documents(database: Database, ids: Sequence[str]) -> None:
    """Delete these documents with all their rows."""
    with database.atomic():
        clear_documents(database, ids)
        note_bodies(database, ids, {})
        rows_in(database, "DELETE FROM documents WHERE id IN", ids)


def mark_stale(database: Database, kind: str, names: Iterable[str]) -> None:
    """Note that what the table `kind` says of these names must be worked out anew (see `settling`)."""
    database.conn.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?)", ((kind, name) for name in names))


def rows_in(database: Database, sql: str, values: Sequence[str]) -> Iterator[Row]:
    """Run `sql`, which ends in IN, for these values, however many they are."""
    return database.execute(f"{sql} (SELECT value FROM json_each(?))", [json.dumps(values)])


assert set(EXTRACTION_FIELDS) == {*MENTION_TABLES, "results"}
