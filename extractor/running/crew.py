"""Worker processes over batches of files: bounded queues, and a worker that hangs or dies costs one file.

Of a batch at which a worker is lost each file is read anew, alone: then the one at fault shows itself, and the others
lose nothing.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from extractor.running.reading import Reading, Task
from extractor.running.worker import Batch, Worker, work
from extractor.store.files import Event, FileDone

ATTEMPTS = 2
"""How often a file is tried at which, and at no other, a worker hangs or dies."""

PATIENCE = 0.25
"""Seconds to wait for workers before looking at clocks again."""


class Crew:
    """Worker processes that read files. `make` builds what they read with, in the parent where processes are forked.

    `time_limit` is the seconds that one article may take, `memory_limit` the megabytes that a worker may need for one
    beside what it has at its start.
    """

    def __init__(self, make: Callable[[], Reading], size: int, time_limit: float, memory_limit: int) -> None:
        self._make = make
        self._size = size
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._forks = "fork" in multiprocessing.get_all_start_methods() and os.uname().sysname == "Linux"
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._workers: list[Worker] = []
        self._found: deque[Task] = deque()
        self._again: deque[Batch] = deque()
        self._reading: Reading | None = None

    def events(self, portions: Iterator[Sequence[Task]], stopped: Callable[[], bool]) -> Iterator[Event | None]:
        """The events of all files, in the order in which workers send them; None now and then when there are none.

        The files come in portions, as they are found; one may be empty. Ends early once `stopped()`: files under way
        then have no end.
        """
        more = True
        while (more or self._again or any(worker.batches for worker in self._workers)) and not stopped():
            more = self._hand_out(portions) if more or self._again else False
            heard = False
            for worker in self._ready(0 if more and self._has_room() else PATIENCE):
                heard = True
                yield from self._listen(worker)
            yield from self._check_clocks()
            if not heard:
                yield None

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self._workers:
            self._end(worker)
        self._workers.clear()

    def _hand_out(self, portions: Iterator[Sequence[Task]]) -> bool:
        """Give batches to workers that have room; False once there are no more files."""
        while self._has_room():
            if self._again:
                self._give(self._again.popleft(), self._roomiest())
            elif self._found:
                worker = self._roomiest()
                tasks = deque(self._found.popleft() for _ in range(min(worker.files, len(self._found))))
                self._give(Batch(tasks), worker)
            else:
                portion = next(portions, None)
                if not portion:
                    return portion is not None
                self._found.extend(portion)
        return True

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(worker.has_room for worker in self._workers)

    def _roomiest(self) -> Worker:
        """The worker that has least to do; a new one where all have something to do and there may be more."""
        roomy = (worker for worker in self._workers if worker.has_room)
        least = min(roomy, key=lambda worker: len(worker.batches), default=None)
        if least is None or (least.batches and len(self._workers) < self._size):
            least = self._start()
            self._workers.append(least)
        return least

    def _give(self, batch: Batch, worker: Worker) -> None:
        if not worker.batches:
            worker.began = worker.heard = time.monotonic()
        worker.batches.append(batch)
        try:
            worker.pipe.send((list(batch.tasks), batch.articles_at_once))
        except OSError:  # it died: `_listen` will find out
            return

    def _start(self) -> Worker:
        ours, theirs = self._context.Pipe()
        if self._forks and self._reading is None:
            self._reading = self._make()
        make = self._make if self._reading is None else _Made(self._reading)
        inherited = [ours, *(worker.pipe for worker in self._workers)] if self._forks else []
        process = self._context.Process(target=work, args=(theirs, make, self._memory_limit, inherited), daemon=True)
        process.start()
        theirs.close()
        return Worker(process, ours)

    def _ready(self, patience: float) -> list[Worker]:
        """Workers that have said something; waits no longer than `patience`, and not when all are idle."""
        by_pipe = {worker.pipe: worker for worker in self._workers if worker.batches}
        return [
            by_pipe[pipe] for pipe in wait(list(by_pipe), patience if by_pipe else 0) if isinstance(pipe, Connection)
        ]

    def _listen(self, worker: Worker) -> Iterator[Event]:
        """What a worker has said; if it has died, what becomes of its files."""
        try:
            events: list[Event] = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._lost(worker, f"the worker process died reading it ({_exit_of(worker.process)})")
            return
        worker.heard = time.monotonic()
        for event in events:
            if isinstance(event, FileDone):
                worker.finish_file()
            else:
                worker.articles += 1
            yield event
        if worker.is_spent and not worker.batches:
            self._dismiss(worker)

    def _check_clocks(self) -> Iterator[Event]:
        now = time.monotonic()
        for worker in [each for each in self._workers if each.batches and now - each.heard > self._time_limit]:
            if not worker.pipe.poll():
                yield from self._lost(worker, f"took longer than the time limit of {self._time_limit:g} s")

    def _lost(self, worker: Worker, why: str) -> Iterator[Event]:
        """A worker is gone: the files that it was at are tried again, those that it had ahead go to others."""
        self._dismiss(worker)
        if not worker.batches:
            return
        batch = worker.batches.popleft()
        self._again.extendleft(reversed(worker.batches))
        for one in reversed(batch.again()):
            if one.attempt <= ATTEMPTS:
                self._again.appendleft(one)
            else:
                yield FileDone(one.tasks[0].path, problem=f"{why}, {ATTEMPTS} times")

    def _dismiss(self, worker: Worker) -> None:
        self._end(worker)
        self._workers.remove(worker)

    def _end(self, worker: Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()


@dataclass(frozen=True, slots=True)
class _Made:
    """What reads, made already: a forked process has it from its parent."""

    reading: Reading

    def __call__(self) -> Reading:
        return self.reading


def _exit_of(process: BaseProcess) -> str:
    process.join(1)
    code = process.exitcode
    return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
