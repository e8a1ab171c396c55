"""A database written as a run writes it, in the process that measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from extractor.database import document_rows, open_database
from extractor.model import Extraction
from extractor.running import recording
from extractor.store import ledger
from extractor.store.files import ArticleRead, Event, FileDone, FileState

AT_ONCE = recording.EVENTS_AT_ONCE // 2
"""How many documents a run stores in one transaction: of each, that it was read and that its file is done."""

STATE = FileState(0, 0.0, "", None)


@contextmanager
def new_database(path: Path) -> Iterator[Database]:
    """An empty database in place of what may be at the path, opened as for a run."""
    path.unlink(missing_ok=True)
    with open_database(path) as database:
        ledger.begin(database)
        yield database


def store(database: Database, extractions: Sequence[Extraction]) -> None:
    """Store extractions as a run does, in as many transactions; what documents share is still to be settled."""
    for first in range(0, len(extractions), AT_ONCE):
        events: list[Event] = []
        for extraction in extractions[first : first + AT_ONCE]:
            rows = document_rows(extraction)
            events += [ArticleRead(rows.path, rows), FileDone(rows.path, STATE)]
        ledger.record(database, events)
