"""A database of facts: opened, checked that it is ours, created where there is none.

The one place that others import from: what writes is in `writing`, what documents share in `settling`, the tables in
`schema`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as package_version
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from extractor.errors import DatabaseError
from extractor.model import Extraction
from extractor.store.copies import settle_copies
from extractor.store.locking import only_run
from extractor.store.schema import APPLICATION_ID, create_schema, schema_number
from extractor.store.settling import settle as settle_shared
from extractor.store.writing import DocumentRows, document_rows, remove_documents, store_documents

__all__ = [
    "DocumentRows",
    "document_rows",
    "open_database",
    "open_for_reading",
    "program_version",
    "remove_documents",
    "settle",
    "store",
    "store_documents",
]

SQLITE_HEADER = b"SQLite format 3\x00"
BUSY_SECONDS = 30.0
WRITING_SETTINGS = (
    "foreign_keys = ON",
    "journal_mode = WAL",  # readers do not wait for a run, nor a run for readers
    "synchronous = NORMAL",  # with WAL as safe against being killed as FULL
    "cache_size = -16000",  # kB: ids come in no order, and their indexes want memory; more did not make it faster
    "wal_autocheckpoint = 8000",  # pages: those that change often are copied once, not each time
)


def program_version() -> str:
    """The version of the installed package, for the database's records."""
    try:
        return package_version("extractor")
    except PackageNotFoundError:
        return "0"


@contextmanager
def open_database(
    path: str | Path, *, wait: bool = False, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Database]:
    """Open a database of ours for writing, and create it where there is no file (or an empty one).

    Raises DatabaseError, and changes nothing, where the path is a folder, another program's database, one of another
    schema, or no database at all, and while another process has it open for writing: `wait` waits until `stopped()`.
    """
    path = Path(path)
    _check_file(path, writing=True)
    with _one_line_errors(path), only_run(path, wait=wait, stopped=stopped):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            database = Database(connection, execute_plugins=False)  # which take long to look for
            if not _is_empty(connection):
                _check_owner(connection, path)
            for setting in WRITING_SETTINGS:
                database.execute(f"PRAGMA {setting}")
            if _is_empty(connection):
                create_schema(database, program_version())
            yield database
            _back_to_one_file(connection)
        finally:
            connection.close()


@contextmanager
def open_for_reading(path: str | Path) -> Iterator[Database]:
    """Open a database of ours so that nothing done through it changes it. Raises DatabaseError as `open_database`."""
    path = Path(path)
    if not path.exists():
        raise DatabaseError("there is no such database; make one with `extractor run FOLDER --db`", path=path)
    _check_file(path, writing=False)
    with _one_line_errors(path):
        connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        try:
            _check_owner(connection, path)
            connection.execute("PRAGMA query_only = ON")
            yield Database(connection)
        finally:
            connection.close()


def store(database: Database, extractions: Iterable[Extraction], fingerprint: str = "") -> None:
    """Write extractions, each in place of what the database holds of its document, and settle what they share."""
    store_documents(database, [document_rows(each, fingerprint) for each in extractions])
    settle(database)


def settle(database: Database, interrupted: Callable[[], bool] = lambda: False) -> None:
    """Bring what follows from several documents up to date: the tables that they share, and which are copies.

    Stops early, to be continued by the next call, once `interrupted()`.
    """
    settle_shared(database, interrupted)
    settle_copies(database, interrupted)


def _check_file(path: Path, *, writing: bool) -> None:
    """Look at the file without SQLite, which would take an empty or a foreign file for its own."""
    if path.is_dir():
        raise DatabaseError("is a folder; name a file, such as facts.db in it", path=path)
    if not path.exists():
        if not path.parent.is_dir():
            raise DatabaseError("its folder does not exist; make it first or give another --db", path=path)
        if writing and not os.access(path.parent, os.W_OK):
            raise DatabaseError("its folder cannot be written to; give another --db", path=path)
        return
    if not os.access(path, os.R_OK):
        raise DatabaseError("cannot be read: permission denied", path=path)
    if writing and not os.access(path, os.W_OK):
        raise DatabaseError("cannot be written to: permission denied; give another --db", path=path)
    with path.open("rb") as file:
        start = file.read(len(SQLITE_HEADER))
    if start != SQLITE_HEADER and (start or not writing):
        raise DatabaseError("is no SQLite database, and is left as it is; give another --db", path=path)


def _is_empty(connection: sqlite3.Connection) -> bool:
    count: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return count == 0


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DatabaseError unless the database is ours and of this schema."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DatabaseError("is another program's database, and is left as it is; give another --db", path=path)
    if connection.execute("PRAGMA user_version").fetchone()[0] != schema_number():
        row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        raise DatabaseError(
            f"was made by extractor {row[0] if row else '?'}, whose tables differ from those of this version "
            f"({program_version()}); give another --db, or delete the file and run again",
            path=path,
        )


def _back_to_one_file(connection: sqlite3.Connection) -> None:
    """Fold the write-ahead log into the file, so that it can be copied and read from a folder without write access."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:  # somebody is reading it: the log stays, and is as good
        return


@contextmanager
def _one_line_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file (not about a user's SQL) into a DatabaseError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise DatabaseError(f"{error}: {_advice(str(error))}", path=path) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
            raise
        raise DatabaseError(f"{error}: the file is damaged; restore it or give another --db", path=path) from error


def _advice(message: str) -> str:
    if "locked" in message:
        return "another program is using it; close that and run again"
    if "full" in message:
        return "make room on the disk and run again; what is stored is safe"
    return "run again, or give another --db"
