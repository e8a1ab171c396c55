"""Whole runs: the speed-up by workers, start-up, a run in which nothing changed, and memory."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage

from extractor import batch
from extractor.commands.quick_import import make_pipeline
from extractor.database import open_database, settle
from extractor.pipeline import Pipeline
from extractor.readers import is_candidate, read_articles
from extractor.rulebook import fingerprint
from extractor.rulebook.folders import rules_dirs
from extractor.running.finding import file_at
from extractor.running.job import Job
from extractor.store import ledger
from extractor.store.files import FileDone, FileState
from tests.benchmarks.measure import Figure, wall_seconds
from tests.benchmarks.storing import new_database, store

UNCHANGED = 100_000
REPEATS = 3
FEW_ARTICLES, MANY_ARTICLES = 1_000, 10_000
SHORT_PARAGRAPHS = 3


def worker_figures(folder: Path, work: Path) -> Iterator[Figure]:
    """How much faster two workers are than one process that does everything, and how soon the first row is there."""
    pipeline = make_pipeline(())
    copies = _copies(folder, work / "copies", 10)
    one, _ = wall_seconds(lambda: _in_one_process(pipeline, copies, work / "one.db"))
    two, _ = wall_seconds(lambda: batch.run(_job(pipeline, work / "copies", work / "two.db", 2)))
    yield Figure("workers", "two workers against one process", f"{one / two:.2f} ×", "≥ 1.8 ×")
    first = min(_first_row(folder, work / f"first-{number}.db") for number in range(REPEATS))
    yield Figure("start", "start to first row", f"{first:.1f} s", "< 2 s")


def _copies(folder: Path, into: Path, times: int) -> list[Path]:
    """Copies of the articles that differ in their last line, so that each is a document of its own."""
    into.mkdir()
    found = sorted(path for path in folder.rglob("*.txt") if path.is_file())
    copies = [into / f"{number}-{path.name}" for number in range(times) for path in found]
    for number, copy in enumerate(copies):
        copy.write_bytes(found[number % len(found)].read_bytes() + f"\nCopy {number}.\n".encode())
    return copies


def _in_one_process(pipeline: Pipeline, paths: Sequence[Path], path: Path) -> None:
    with new_database(path) as database:
        store(database, list(pipeline.pipe(article for path in paths for article in read_articles(path))))
        settle(database)


def _job(pipeline: Pipeline, folder: Path, database: Path, workers: int) -> Job:
    return Job(
        folders=[str(folder)],
        database=database,
        candidate=is_candidate,
        read=read_articles,
        make_pipeline=lambda: pipeline,
        fingerprint=pipeline.fingerprint,
        workers=workers,
    )


def _environment() -> dict[str, str]:
    """That of a user, for whom Python keeps what it has compiled: only the first start takes longer."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _first_row(folder: Path, database: Path) -> float:
    """The seconds from the start of a run to its first row; it is then asked to stop."""
    command = [sys.executable, "-m", "extractor", "run", str(folder), "--db", str(database), "--quiet"]
    start = time.perf_counter()
    process = subprocess.Popen(command, env=_environment())
    while not _has_rows(database):
        assert process.poll() is None, "the run ended without a row"
        time.sleep(0.01)
    seconds = time.perf_counter() - start
    process.terminate()
    process.wait()
    return seconds


def _has_rows(database: Path) -> bool:
    if not database.exists():
        return False
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return bool(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()


def unchanged_figures(work: Path) -> Iterator[Figure]:
    """A run in which nothing changed against `find -newer` on the same files."""
    folder, database = work / "many", work / "many.db"
    for number in range(UNCHANGED):
        path = folder / str(number // 1000) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    _mark_as_known(folder, database)
    find = _processor_seconds(["find", str(folder), "-newer", str(database), "-type", "f"])
    seconds = _processor_seconds([sys.executable, "-m", "extractor", "run", str(folder), "--db", str(database)])
    with open_database(database) as opened:
        assert [row["unchanged"] for row in opened.table("runs").rows] == [UNCHANGED] * REPEATS
    wanted = f"≤ {3 * find + 2:.1f} s (3 × find + 2 s)"
    yield Figure("unchanged", f"{UNCHANGED:,} files of which none changed", f"{seconds:.1f} s", wanted)


def _processor_seconds(command: Sequence[str]) -> float:
    """The least processor time of several runs of a command, start included."""
    spent = []
    for _ in range(REPEATS):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True, env=_environment())
        after = getrusage(RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def _mark_as_known(folder: Path, database: Path) -> None:
    """As if the files had been read: their states, without articles."""
    mark = batch.mark_of(fingerprint(rules_dirs(())))
    files = [file_at(str(path)) for path in folder.rglob("*.txt")]
    with open_database(database) as opened:
        ledger.begin(opened)
        ledger.record(opened, [FileDone(file.path, FileState(file.size, file.modified, mark, None)) for file in files])


def memory_figures(folder: Path, work: Path, articles: int = MANY_ARTICLES) -> Iterator[Figure]:
    """The most memory that the writer and its largest worker take, for few articles and for many."""
    peaks = {}
    for count in (FEW_ARTICLES, articles):
        into = work / f"memory-{count}"
        _short_articles(folder, into, count)
        peaks[count] = _peak(into, work / f"memory-{count}.db")
        for who, megabytes in peaks[count].items():
            yield Figure("memory", f"{count:,} articles, {who}", f"{megabytes:,.0f} MB")
    few, many = (sum(peaks[count].values()) for count in (FEW_ARTICLES, articles))
    yield Figure("memory", f"{articles:,} articles against {FEW_ARTICLES:,}", f"{many / few:.2f} ×", "≤ 1.2 ×")


def _short_articles(folder: Path, into: Path, count: int) -> None:
    """Articles of a few paragraphs each, no two alike, and each with a word that no other has."""
    paragraphs = [line for path in sorted(folder.rglob("*.txt")) for line in path.read_text().splitlines()]
    paragraphs = [line for line in paragraphs if 100 < len(line) < 500]
    choose = Random(1)
    for number in range(count):
        path = into / str(number // 1000) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join([f"Report K{number:06}x", *choose.sample(paragraphs, SHORT_PARAGRAPHS)]))


PEAK = """
import json, resource, sys
from extractor.cli import status_of
status_of(["run", sys.argv[1], "--db", sys.argv[2], "--quiet"])
usage = {"writer": resource.RUSAGE_SELF, "a worker": resource.RUSAGE_CHILDREN}
print(json.dumps({who: resource.getrusage(which).ru_maxrss / 1000 for who, which in usage.items()}))
"""


def _peak(folder: Path, database: Path) -> dict[str, float]:
    """The most megabytes that writer and workers had of the machine's memory."""
    found = subprocess.run(
        [sys.executable, "-c", PEAK, str(folder), str(database)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    )
    peaks: dict[str, float] = json.loads(found.stdout)
    return peaks
