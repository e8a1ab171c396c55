"""What the database knows of files: which were read, what each came to, which failed, and what follows from changes."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from extractor.store.files import ArticleRead, Event, FileDone, FileState, FoundFile
from extractor.store.writing import DocumentRows, mark_stale, remove_documents, rows_in, store_documents

DATA_ERRORS = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    sqlite3.DataError,
    UnicodeError,
    OverflowError,
)
"""What the database says of rows that it cannot hold, whatever the state of its file."""


def storable(path: str) -> str:
    """A path as text that can be stored: bytes of a name that are no UTF-8 are written out as `\\xff`."""
    if path.isascii():
        return path
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def known_states(database: Database, found: Sequence[FoundFile]) -> dict[str, FileState]:
    """What is known of these files, by path; nothing of one that failed or was not read to its end."""
    paths = json.dumps([storable(file.path) for file in found])
    rows = database.conn.execute(
        "SELECT path, size, modified, fingerprint, manifest, hash FROM files "
        "WHERE path IN (SELECT value FROM json_each(?)) AND size IS NOT NULL",
        [paths],
    )
    return {path: FileState(*state) for path, *state in rows}


def begin(database: Database) -> None:
    """Make room, for this connection alone, for what a run sees: files that are there, and articles read."""
    for table in ("seen", "articles"):
        database.execute(f"DROP TABLE IF EXISTS temp.{table}")
        database.execute(f"CREATE TEMP TABLE {table} (path TEXT PRIMARY KEY) WITHOUT ROWID")


def note_seen(database: Database, found: Iterable[FoundFile]) -> list[FoundFile]:
    """Remember that these files are there; return those that were not seen before in this run."""
    by_path = {storable(file.path): file for file in found}
    new = database.conn.execute(
        "INSERT OR IGNORE INTO seen SELECT value FROM json_each(?) RETURNING path", [json.dumps(list(by_path))]
    ).fetchall()
    return [by_path[path] for (path,) in new]


def note_failure(database: Database, path: str, problem: str) -> None:
    """List a file or folder as one that could not be read."""
    database.execute("INSERT OR REPLACE INTO failures VALUES (?, ?)", [storable(path), problem])


def record(database: Database, events: Sequence[Event]) -> list[DocumentRows]:
    """Write what became of files, in one transaction; return the documents that were stored.

    Raises one of DATA_ERRORS, and writes nothing, where an article holds what cannot be stored.
    """
    articles = [event for event in events if isinstance(event, ArticleRead)]
    with database.atomic():
        stored = _to_store(database, articles)
        store_documents(database, stored)
        _record_articles(database, articles)
        _record_ends(database, [event for event in events if isinstance(event, FileDone)])
    return stored


def _to_store(database: Database, articles: Sequence[ArticleRead]) -> list[DocumentRows]:
    """Of articles with the same bytes, that under the first path: those that are not the first are left out."""
    ids = json.dumps([article.rows.document_id for article in articles])
    first: dict[str, tuple[str, str]] = {}
    for document, path, fingerprint in database.conn.execute(
        "SELECT documents.id, documents.path, documents.fingerprint FROM documents "
        "JOIN files ON files.path = documents.path AND files.document_id = documents.id "
        "WHERE documents.id IN (SELECT value FROM json_each(?))",
        [ids],
    ):
        first[document] = (path, fingerprint)
    kept: dict[str, DocumentRows] = {}
    for article in articles:
        rows = article.rows
        path, fingerprint = first.get(rows.document_id, (rows.path, None))
        if path >= rows.path or fingerprint != rows.fingerprint:
            first[rows.document_id] = (rows.path, rows.fingerprint)
            kept[rows.document_id] = rows
    return list(kept.values())


def _record_articles(database: Database, articles: Sequence[ArticleRead]) -> None:
    """Say which document each path holds; one that it held before may have to go."""
    run = database.conn.executemany
    places = [(event.rows.path, event.rows.document_id, storable(event.file)) for event in articles]
    run("INSERT OR IGNORE INTO articles VALUES (?)", [(path,) for path, _, _ in places])
    now = {path: document for path, document, _ in places}
    held = rows_in(database, "SELECT path, document_id FROM files WHERE path IN", list(now))
    mark_stale(database, "documents", [before for path, before in held if before not in (None, now[path])])
    containers = {file for path, _, file in places if path != file}
    run("INSERT OR IGNORE INTO files (path) VALUES (?)", [(file,) for file in containers])
    run(
        "INSERT INTO files (path, document_id, container) VALUES (?, ?, nullif(?, ?)) ON CONFLICT (path) DO UPDATE SET "
        "document_id = excluded.document_id, container = excluded.container, size = NULL",
        [(path, document, file, path) for path, document, file in places],
    )


def _record_ends(database: Database, ends: Sequence[FileDone]) -> None:
    """Say in which state each file was read, or why it failed."""
    run = database.conn.executemany
    _forget_articles_not_read(database, [storable(event.file) for event in ends if not event.unchanged])
    states = [(storable(event.file), *(event.state or (None,) * 5)) for event in ends]
    run(
        "INSERT INTO files (path, size, modified, fingerprint, manifest, hash) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified, "
        "fingerprint = excluded.fingerprint, manifest = excluded.manifest, hash = excluded.hash",
        states,
    )
    run("DELETE FROM failures WHERE path = ?", [(state[0],) for state in states])
    run(
        "INSERT INTO failures VALUES (?, ?)", [(storable(event.file), event.problem) for event in ends if event.problem]
    )


def _forget_articles_not_read(database: Database, files: Sequence[str]) -> None:
    """Forget articles that files held before, and that were not in them now that they were read or have failed."""
    listed = "(SELECT value FROM json_each(?1))"
    gone = (
        f"(path IN {listed} OR container IN {listed}) AND document_id IS NOT NULL "
        "AND path NOT IN (SELECT path FROM articles)"
    )
    parameters = [json.dumps(files)]
    _mark_documents_stale(database, gone, parameters)
    database.conn.execute(f"UPDATE files SET document_id = NULL WHERE {gone}", parameters)
    database.conn.execute(f"DELETE FROM files WHERE container IN {listed} AND +document_id IS NULL", parameters)


def forget_removed(database: Database, root: str, unlisted: Sequence[str]) -> int:
    """Forget the files at or below `root` that were not seen and are no longer there; says how many.

    What is below a folder that could not be listed (`unlisted`) stays.
    """
    below, bounds = _at_or_below(root)
    rows = database.conn.execute(
        f"SELECT path FROM files WHERE {below} AND container IS NULL AND path NOT IN (SELECT path FROM seen)", bounds
    )
    gone = [path for (path,) in rows if not path.startswith(tuple(f"{folder}{os.sep}" for folder in unlisted))]
    gone = [path for path in gone if not os.path.lexists(path)]
    with database.atomic():
        for path in gone:
            _mark_documents_stale(database, "path = ? OR container = ?", [path, path])
            database.conn.execute("DELETE FROM files WHERE path = ?", [path])
    return len(gone)


def forget_failures(database: Database, root: str) -> None:
    """Forget the failures at or below `root`: the run that begins tries those files again."""
    below, bounds = _at_or_below(root)
    database.execute(f"DELETE FROM failures WHERE {below}", bounds)


def settle_documents(database: Database) -> list[str]:
    """Remove the documents that no file holds any more; return the files that have to be read again.

    Those are files with the bytes of a document whose first path is gone: what its path said of it may differ there.
    """
    again: list[str] = []
    with database.atomic():
        rows = database.conn.execute(
            "SELECT stale.name, documents.path, min(files.path), coalesce(files.container, files.path) FROM stale "
            "JOIN documents ON documents.id = stale.name LEFT JOIN files ON files.document_id = documents.id "
            "WHERE stale.kind = 'documents' GROUP BY stale.name"
        ).fetchall()
        remove_documents(database, [document for document, _, first, _ in rows if first is None])
        again = [file for _, path, first, file in rows if first not in (None, path)]
        database.conn.execute("DELETE FROM stale WHERE kind = 'documents'")
        database.conn.executemany("UPDATE files SET size = NULL WHERE path = ?", [(file,) for file in again])
    return list(dict.fromkeys(again))


def _mark_documents_stale(database: Database, where: str, parameters: Sequence[str]) -> None:
    rows = database.conn.execute(f"SELECT document_id FROM files WHERE {where}", parameters)
    mark_stale(database, "documents", [document for (document,) in rows if document is not None])


def _at_or_below(root: str) -> tuple[str, list[str]]:
    """SQL for the paths at or below a folder, with its parameters; a range, so that the index serves."""
    folder = storable(root).rstrip(os.sep) + os.sep
    return "(path = ? OR (path >= ? AND path < ?))", [storable(root), folder, folder[:-1] + chr(ord(os.sep) + 1)]
