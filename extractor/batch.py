"""A folder → a database: find, skip what has not changed, hand out to workers, write, tidy up."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice

from sqlite_utils import Database

from extractor.database import open_database, program_version, settle
from extractor.errors import ExtractorError
from extractor.running.crew import Crew
from extractor.running.finding import Selection, Unreadable, count_files, file_at, find_files, roots_of
from extractor.running.job import Job, Progress, Watcher
from extractor.running.manifest import Manifest, read_manifest
from extractor.running.reading import Reading, Task
from extractor.running.recording import Recorder
from extractor.store import ledger
from extractor.store.files import FileState, FoundFile

LOG = logging.getLogger(__name__)
logging.getLogger("extractor").addHandler(logging.NullHandler())

FILES_AT_ONCE = 500
"""Files that are compared with the database in one question."""

SECONDS_AT_MOST = 1.0
"""How long a run that was stopped goes on tidying up."""


def run(job: Job, *, watcher: Watcher = lambda progress: None, stopped: Callable[[], bool] = lambda: False) -> Progress:
    """Bring the database up to date with the job's folders; `watcher` is told now and then, `stopped` is asked.

    Raises ExtractorError for a call that cannot be carried out; a file that fails is in the result's `failures`.
    """
    roots = roots_of(job.folders)
    if not job.database.exists() and not any(_found(job.selection, roots)):
        raise _no_article(job)
    done = refresh(job, roots, watcher=watcher, stopped=stopped)
    if not (done.found or done.removed or done.failures or done.interrupted):
        raise _no_article(job)
    return done


def refresh(
    job: Job,
    roots: Sequence[str],
    gone: Sequence[str] = (),
    *,
    watcher: Watcher = lambda progress: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Progress:
    """Bring the database up to date with the files at or below the absolute paths `roots`, and forget those `gone`."""
    manifest = read_manifest(job.manifest, roots) if job.manifest else Manifest()
    with open_database(job.database, wait=job.wait, stopped=stopped) as database:
        return _Run(job, roots, gone, manifest, database, watcher, stopped).all()


def _found(selection: Selection, roots: Iterable[str]) -> Iterator[FoundFile | Unreadable]:
    return chain.from_iterable(find_files(root, selection) for root in roots)


def _no_article(job: Job) -> ExtractorError:
    folders = ", ".join(job.folders)
    if job.include or job.exclude:
        return ExtractorError("holds no article that --include and --exclude leave; change the patterns", path=folders)
    return ExtractorError("holds no article; name a folder with articles in it", path=folders)


def mark_of(fingerprint: str) -> str:
    """What has to be the same for a file not to be read again: the rules, and the program."""
    return f"{program_version()} {fingerprint}"


class _Run:
    """One run over an open database."""

    def __init__(
        self,
        job: Job,
        roots: Sequence[str],
        gone: Sequence[str],
        manifest: Manifest,
        database: Database,
        watcher: Watcher,
        stopped: Callable[[], bool],
    ) -> None:
        self.job, self.roots, self.gone, self.manifest, self.database = job, roots, gone, manifest, database
        self.watcher, self.stopped = watcher, stopped
        self.progress = Progress()
        self.recorder = Recorder(database, self.progress)
        self.count = count_files(roots, job.selection)
        self.unlisted: list[str] = []
        self.started = time.monotonic()
        self.mark = mark_of(job.fingerprint)
        self.crew = Crew(partial(_reading, job, manifest), job.workers, job.time_limit, job.memory_limit)

    def all(self) -> Progress:
        """The whole run, noted in the table `runs`."""
        run_id = self._begin()
        status = "failed"
        try:
            self._extract(self._tasks())
            if not self.stopped():
                self._forget_removed()
                while (again := ledger.settle_documents(self.database)) and not self.stopped():
                    self._extract(iter([[self._task(file) for file in again]]))
            self._settle()
            status = "interrupted" if self.stopped() else "done"
        finally:
            self.crew.close()
            self._end(run_id, status)
        return self.progress

    def _extract(self, portions: Iterator[Sequence[Task]]) -> None:
        for event in self.crew.events(portions, self.stopped):
            if event is not None:
                self.recorder.add(event)
                self.progress.total = self.progress.total or next(self.count)
            self.recorder.write_if_due()
            self.watcher(self.progress)
        self.recorder.write()

    def _tasks(self) -> Iterator[Sequence[Task]]:
        """The files that have to be read, of each portion of the found files."""
        for root in (*self.roots, *self.gone):
            ledger.forget_failures(self.database, root)
        selection = self.job.selection
        self.progress.left_out = selection.left_out
        found = _found(selection, self.roots)
        while portion := list(islice(found, FILES_AT_ONCE)):
            for folder in portion:
                if isinstance(folder, Unreadable):
                    self._note_unlisted(folder)
            new = ledger.note_seen(self.database, [file for file in portion if isinstance(file, FoundFile)])
            self.progress.found += len(new)
            yield list(self._changed(new))
        self.progress.total = self.progress.found

    def _note_unlisted(self, folder: Unreadable) -> None:
        self.unlisted.append(folder.path)
        self.progress.failures.append((folder.path, folder.reason))
        LOG.warning("%s: %s", folder.path, folder.reason)
        ledger.note_failure(self.database, folder.path, folder.reason)

    def _changed(self, files: Sequence[FoundFile]) -> Iterator[Task]:
        """A task for each file that is not known in its present state."""
        known = ledger.known_states(self.database, files)
        for file in files:
            state = FileState(file.size, file.modified, self.mark, self.manifest.said_of(file.path))
            before = known.get(ledger.storable(file.path))
            if before is None or (before.fingerprint, before.manifest) != (state.fingerprint, state.manifest):
                yield Task(file.path, state)
            elif (before.size, before.modified) != (state.size, state.modified):
                yield Task(file.path, state, before.hash)
            else:
                self.progress.unchanged += 1

    def _task(self, path: str) -> Task:
        file = file_at(path)
        return Task(path, FileState(file.size, file.modified, self.mark, self.manifest.said_of(path)))

    def _forget_removed(self) -> None:
        for root in (*self.roots, *self.gone):
            self.progress.removed += ledger.forget_removed(self.database, root, self.unlisted)

    def _settle(self) -> None:
        """Bring what documents share up to date; when the run was stopped, as far as a second goes."""
        until = time.monotonic() + SECONDS_AT_MOST
        settle(self.database, lambda: self.stopped() and time.monotonic() > until)

    def _begin(self) -> int:
        LOG.info("run on %s into %s", ", ".join(self.job.folders), self.job.database)
        ledger.begin(self.database)
        row = {
            "started": _now(),
            "status": "running",
            "folders": json.dumps([ledger.storable(root) for root in self.roots]),
            "fingerprint": self.job.fingerprint,
            "version": program_version(),
        }
        run_id = self.database.table("runs").insert(row).last_pk
        assert isinstance(run_id, int)
        return run_id

    def _end(self, run_id: int, status: str) -> None:
        progress = self.progress
        progress.seconds = time.monotonic() - self.started
        progress.interrupted = status == "interrupted"
        LOG.info("%s: %s articles, %s failed", status, progress.articles, len(progress.failures))
        changes = {
            "finished": _now(),
            "status": status,
            "articles": progress.articles,
            "unchanged": progress.unchanged,
            "removed": progress.removed,
            "failed": len(progress.failures),
            "seconds": round(progress.seconds, 3),
        }
        with suppress(sqlite3.OperationalError):  # a full disk: what went wrong is told by the error under way
            self.database.table("runs").update(run_id, changes)


def _reading(job: Job, manifest: Manifest) -> Reading:
    return Reading(job.read, job.make_pipeline(), manifest)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
