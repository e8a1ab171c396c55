"""One run at a time on a database: a lock that the system gives back when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import DatabaseError

POLL_SECONDS = 0.2

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)  # not flock: a forked worker must not keep it


@contextmanager
def only_run(database: Path, *, wait: bool = False, stopped: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Hold the lock of a database; the file that carries it stands beside it and goes with the lock.

    Raises DatabaseError while another process holds it, or with `wait` once `stopped()`.
    """
    path = database.with_name(f"{database.name}.lock")
    descriptor = _lock(path)
    while descriptor is None:
        if not wait or stopped():
            raise DatabaseError("another run is writing to it; let it finish, or add --wait", path=database)
        time.sleep(POLL_SECONDS)
        descriptor = _lock(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _lock(path: Path) -> int | None:
    """The open and locked file, or None while another process has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        _try_lock(descriptor)
        if os.path.samestat(os.fstat(descriptor), os.stat(path)):  # not one that its last holder has just removed
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None
