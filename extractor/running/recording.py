"""What a run reads, written to the database: many articles in one transaction, and all but those that it cannot
hold."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from math import inf

from sqlite_utils import Database

from extractor.running.job import Progress
from extractor.running.reading import reason
from extractor.store import ledger
from extractor.store.files import ArticleRead, Event, FileDone

LOG = logging.getLogger(__name__)

EVENTS_AT_ONCE = 128
"""Articles and ends of files that are written in one transaction."""

SECONDS_AT_MOST = 1.0
"""How long a finished article may wait to be written."""


class Recorder:
    """Writes events when they have waited long enough or are many, and counts them in `progress`."""

    def __init__(self, database: Database, progress: Progress) -> None:
        self._database, self._progress = database, progress
        self._waiting: list[Event] = []
        self._refused: dict[str, str] = {}
        self._written = -inf  # the first article is stored at once, for whoever looks on

    def add(self, event: Event) -> None:
        """Takes an event that is to be written."""
        self._waiting.append(event)

    def write_if_due(self) -> None:
        """Writes what is waiting, if it is much or has waited long."""
        late = time.monotonic() - self._written > SECONDS_AT_MOST
        if self._waiting and (late or len(self._waiting) >= EVENTS_AT_ONCE):
            self.write()

    def write(self) -> None:
        """Stores what is waiting; where some article cannot be stored, all but that one."""
        events, self._waiting = [self._judged(event) for event in self._waiting], []
        try:
            self._record(events)
        except ledger.DATA_ERRORS:
            for event in events:
                self._record_alone(event)
        self._written = time.monotonic()

    def _judged(self, event: Event) -> Event:
        """The end of a file of which an article could not be stored is a failure."""
        problem = self._refused.get(event.file)
        return FileDone(event.file, problem=problem) if problem and isinstance(event, FileDone) else event

    def _record_alone(self, event: Event) -> None:
        try:
            self._record([self._judged(event)])
        except ledger.DATA_ERRORS as error:
            self._refused[event.file] = reason(error)

    def _record(self, events: Sequence[Event]) -> None:
        if not events:
            return
        for document in ledger.record(self._database, events):
            for table, rows in document.rows.items():
                self._progress.rows[table] += len(rows)
        for event in events:
            self._count(event)

    def _count(self, event: Event) -> None:
        progress = self._progress
        if isinstance(event, ArticleRead):
            progress.articles += 1
        elif event.problem is not None:
            progress.failures.append((event.file, event.problem))
            LOG.warning("%s: %s%s", event.file, event.problem, f"\n{event.detail}" if event.detail else "")
        elif event.unchanged:
            progress.unchanged += 1
        else:
            progress.read += 1
