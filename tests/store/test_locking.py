"""One run at a time on a database, and a lock that goes with its holder."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import DatabaseError
from extractor.store.locking import only_run

FORK = multiprocessing.get_context("fork")


def held(database: Path, then: Callable[[], None]) -> Any:
    """A process that holds the lock; returned once it does."""
    ready, told = FORK.Pipe()

    def hold() -> None:
        with only_run(database):
            told.send(True)
            then()

    process = FORK.Process(target=hold)
    process.start()
    ready.recv()
    return process


def test_a_second_one_is_told(tmp_path: Path) -> None:
    process = held(tmp_path / "facts.db", signal.pause)
    with pytest.raises(DatabaseError, match="another run is writing to it"), only_run(tmp_path / "facts.db"):
        pass
    with only_run(tmp_path / "other.db"):
        pass
    process.kill()
    process.join()


def test_a_holder_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    process = held(tmp_path / "facts.db", signal.pause)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with only_run(tmp_path / "facts.db"):
        assert (tmp_path / "facts.db.lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_waiting_until_the_other_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.store.locking.POLL_SECONDS", 0.01)
    process = held(tmp_path / "facts.db", lambda: None)
    with only_run(tmp_path / "facts.db", wait=True):
        process.join()


def test_waiting_ends_when_stopped(tmp_path: Path) -> None:
    process = held(tmp_path / "facts.db", signal.pause)
    with pytest.raises(DatabaseError), only_run(tmp_path / "facts.db", wait=True, stopped=lambda: True):
        pass
    process.kill()
    process.join()
