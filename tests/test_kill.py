"""Faults: whatever is killed, full or locked, nothing stored is lost or half-written, and the next run goes on."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from extractor import batch, database
from extractor.errors import DatabaseError
from extractor.running import recording
from extractor.running.job import Progress
from tests.fakes import job
from tests.stored import assert_whole, everything, rows

ARTICLES = 60


def article(number: int) -> str:
    """A text that shares drugs, a company and, with two others, its body."""
    facts = f"{number}% on amab (AB {number % 7}) SLOW 0.002 Novartis Inc. (N{'VS'[number % 2]}) {number % 50} "
    return facts + " ".join(f"word{number // 3}x{place}" for place in range(60))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for number in range(ARTICLES):
        (path / f"{number}.txt").write_text(article(number))
    (path / "many.lines").write_text("".join(f"{number}% on bmab SLOW 0.001\n" for number in range(40)))
    return path


@pytest.fixture
def undisturbed(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    path = folder.parent / "undisturbed.db"
    batch.run(job(folder, path))
    return everything(path)


def finish(folder: Path) -> Progress:
    """A run to the end after a fault: before it and after it the database is whole."""
    path = folder.parent / "facts.db"
    if path.exists() and path.stat().st_size:
        assert_whole(path)
    done = batch.run(job(folder, path))
    assert_whole(path)
    assert [each.name for each in path.parent.glob("facts.db*")] == ["facts.db"]
    return done


def in_a_process(work: Callable[[], object]) -> int:
    """The exit code of a forked process that did `work`; a signal is negative."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def on_opening(prepare: Callable[[sqlite3.Connection], None]) -> Callable[..., Any]:
    """`open_database`, with something done to the connection first."""

    @contextmanager
    def opened(path: Path, **options: Any) -> Iterator[Database]:
        with database.open_database(path, **options) as found:
            prepare(found.conn)
            yield found

    return opened


def die_at(statement: int) -> Callable[[sqlite3.Connection], None]:
    """Kills the process when that many SQL statements have begun."""
    begun = 0

    def count(sql: str) -> None:
        nonlocal begun
        begun += 1
        if begun == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda connection: connection.set_trace_callback(count)


@pytest.mark.parametrize("statement", [1, 10, 40, 160, 320, 500, 700, 900, 1500])
def test_killed_at_a_statement(
    folder: Path, undisturbed: dict[str, Any], monkeypatch: pytest.MonkeyPatch, statement: int
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(batch, "open_database", on_opening(die_at(statement)))
        patched.setattr(recording, "EVENTS_AT_ONCE", 7)
        assert in_a_process(lambda: batch.run(job(folder, folder.parent / "facts.db", workers=2))) == -signal.SIGKILL
    finish(folder)
    assert everything(folder.parent / "facts.db") == undisturbed


@pytest.mark.parametrize("statement", [5, 50, 200])
def test_killed_while_it_replaces(folder: Path, monkeypatch: pytest.MonkeyPatch, statement: int) -> None:
    path = folder.parent / "facts.db"
    batch.run(job(folder, path))
    for number in range(0, ARTICLES, 2):
        (folder / f"{number}.txt").write_text(f"changed {number}% on cmab")
    (folder / "1.txt").unlink()
    with monkeypatch.context() as patched:
        patched.setattr(batch, "open_database", on_opening(die_at(statement)))
        assert in_a_process(lambda: batch.run(job(folder, path, fingerprint="rules-2"))) == -signal.SIGKILL
    assert_whole(path)
    batch.run(job(folder, path, fingerprint="rules-2"))
    batch.run(job(folder, folder.parent / "new.db", fingerprint="rules-2"))
    assert everything(path) == everything(folder.parent / "new.db")


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.2])
def test_killed_at_a_time(folder: Path, undisturbed: dict[str, Any], seconds: float) -> None:
    process = multiprocessing.get_context("fork").Process(
        target=lambda: batch.run(job(folder, folder.parent / "facts.db", workers=2))
    )
    process.start()
    time.sleep(seconds)
    process.kill()
    process.join()
    finish(folder)
    assert everything(folder.parent / "facts.db") == undisturbed


def test_workers_go_when_their_parent_is_killed(folder: Path) -> None:
    told = folder.parent / "workers"

    def tell_workers(progress: Progress) -> None:
        if workers := children(os.getpid()):
            told.with_suffix(".new").write_text(" ".join(map(str, workers)))
            told.with_suffix(".new").rename(told)
            signal.pause()

    process = multiprocessing.get_context("fork").Process(
        target=lambda: batch.run(job(folder, folder.parent / "facts.db", workers=3), watcher=tell_workers)
    )
    process.start()
    wait_for(told.exists)
    workers = [int(worker) for worker in told.read_text().split()]
    process.kill()
    process.join()
    wait_for(lambda: not any(is_alive(worker) for worker in workers))


def test_a_worker_that_is_killed_costs_nothing(
    folder: Path, undisturbed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "EVENTS_AT_ONCE", 7)
    killed: list[int] = []

    def kill_one(progress: Progress) -> None:
        workers = children(os.getpid())
        if progress.articles > 10 * len(killed) and len(killed) < 3 and workers:
            killed.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)

    done = batch.run(job(folder, folder.parent / "facts.db", workers=2), watcher=kill_one)
    assert (len(killed), done.failures) == (3, [])
    assert everything(folder.parent / "facts.db") == undisturbed


def test_a_full_disk(folder: Path, undisturbed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 8}")

    with monkeypatch.context() as patched:
        patched.setattr(batch, "open_database", on_opening(fill))
        patched.setattr(recording, "EVENTS_AT_ONCE", 7)
        with pytest.raises(DatabaseError, match="full: make room on the disk and run again"):
            batch.run(job(folder, folder.parent / "facts.db"))
    assert finish(folder).unchanged > 0
    assert everything(folder.parent / "facts.db") == undisturbed


def test_a_locked_database(folder: Path, undisturbed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder.parent / "facts.db"
    batch.run(job(folder, path, include=["1*"]))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    with pytest.raises(DatabaseError, match="locked: another program is using it"):
        batch.run(job(folder, path))
    other.close()
    finish(folder)
    assert everything(path) == undisturbed


def test_a_reader_does_not_disturb_a_run(folder: Path, undisturbed: dict[str, Any]) -> None:
    path = folder.parent / "facts.db"
    readers: list[sqlite3.Connection] = []

    def read(progress: Progress) -> None:
        if not readers and progress.articles:
            readers.append(sqlite3.connect(path))
            readers[0].execute("SELECT text FROM documents").fetchone()

    assert batch.run(job(folder, path), watcher=read).failures == []
    assert readers[0].execute("SELECT count(*) FROM documents").fetchone()[0] > 0
    readers[0].close()
    finish(folder)
    assert everything(path) == undisturbed


def test_a_killed_run_s_database_can_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder.parent / "facts.db"
    monkeypatch.setattr(batch, "open_database", on_opening(die_at(900)))
    monkeypatch.setattr(recording, "EVENTS_AT_ONCE", 7)
    assert in_a_process(lambda: batch.run(job(folder, path))) == -signal.SIGKILL
    with database.open_for_reading(path) as reader:
        assert reader.table("documents").count > 0


def test_two_runs_on_one_database(folder: Path) -> None:
    path, told = folder.parent / "facts.db", folder.parent / "go-on"
    (folder / "held.txt").write_text(f"UNTIL {told}")
    first = start(folder, path)
    wait_for(lambda: path.with_name("facts.db.lock").exists())
    second = start(folder, path)
    assert "another run is writing to it" in second.communicate()[1]
    waiting = start(folder, path, "--wait")
    told.touch()
    assert (first.wait(), waiting.wait()) == (0, 0)
    batch.run(job(folder, folder.parent / "undisturbed.db"))
    assert_whole(path)
    assert rows(path, "SELECT status FROM runs") == [("done",), ("done",)]
    assert everything(path) == everything(folder.parent / "undisturbed.db")


def test_control_c_stops_with_all_finished_work_stored(folder: Path, undisturbed: dict[str, Any]) -> None:
    path = folder.parent / "facts.db"
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"{number}% SLOW 1000")
    process = start(folder, path)
    wait_for(lambda: path.exists() and counted(path, "documents"))
    process.send_signal(signal.SIGINT)
    assert process.wait(LONG) == 130
    assert_whole(path)
    assert rows(path, "SELECT status FROM runs") == [("interrupted",)]
    for number in range(4):
        (folder / f"{number}.txt").write_text(article(number))
    finish(folder)
    assert {**everything(path), "files": None} == {**undisturbed, "files": None}


def test_a_second_control_c_stops_at_once(folder: Path, undisturbed: dict[str, Any]) -> None:
    path = folder.parent / "facts.db"
    for number in range(4):
        (folder / f"slow-{number}.txt").write_text(f"{number} SLOW 1000")
    process = start(folder, path, "--deaf")
    wait_for(lambda: path.exists() and counted(path, "documents"))
    process.send_signal(signal.SIGINT)
    assert process.stdout is not None and process.stdout.readline() == "asked to stop\n"
    process.send_signal(signal.SIGINT)
    assert process.wait(LONG) == 130
    for number in range(4):
        (folder / f"slow-{number}.txt").unlink()
    finish(folder)
    assert everything(path) == undisturbed


RUN = """
import sys
from pathlib import Path
from extractor import batch
from extractor.running import progress
from extractor.errors import ExtractorError
from tests.fakes import job
folder, path, *options = sys.argv[1:]
def deaf(stopped):
    told = []
    def ask():
        if stopped() and not told:
            told.append(print("asked to stop", flush=True))
        return False
    return ask
try:
    with progress.stop_signals() as stopped:
        ask = deaf(stopped) if "--deaf" in options else stopped
        done = batch.run(job(Path(folder), Path(path), workers=2, wait="--wait" in options), stopped=ask)
    sys.exit(130 if done.interrupted else 0)
except KeyboardInterrupt:
    sys.exit(130)
except ExtractorError as error:
    sys.exit(str(error))
"""


def start(folder: Path, path: Path, *options: str) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", RUN, str(folder), str(path), *options]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def counted(path: Path, table: str) -> int:
    """The rows of a table; none while there is no such table."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()
    return count


LONG = 60
"""Seconds after which what should have happened is given up; where machines are busy, little things take long."""


def wait_for(what: Callable[[], Any]) -> Any:
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        if found := what():
            return found
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def children(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [pid for pid in map(int, found.stdout.split()) if is_alive(pid) and pid != parent]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
