"""Worker processes over files: bounded queues, and a worker that hangs or dies costs the one file that it was at."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from extractor.running.memory import limit_memory
from extractor.running.reading import Reading, Task
from extractor.store.files import Event, FileDone

TASKS_AHEAD = 8
"""Files that a worker is given ahead of the one that it reads."""

EVENTS_AT_ONCE = 32
"""How much of one worker is listened to before the others have their turn."""

ARTICLES_OF_A_WORKER = 1000
"""After so many articles a worker makes room for a new one: spaCy never forgets a word, and memory must not grow."""

ATTEMPTS = 2
"""How often a file is tried at which a worker hangs or dies."""

PATIENCE = 0.25
"""Seconds to wait for workers before looking at clocks again."""


@dataclass(slots=True)
class Worker:
    """A process with its end of the pipe, the tasks that it was given, and when it last said something."""

    process: BaseProcess
    pipe: Connection
    tasks: deque[tuple[Task, int]] = field(default_factory=deque)
    heard: float = field(default_factory=time.monotonic)
    articles: int = 0

    @property
    def has_room(self) -> bool:
        """Whether it can be given another task."""
        return self.articles < ARTICLES_OF_A_WORKER and len(self.tasks) < TASKS_AHEAD


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
        self._again: deque[tuple[Task, int]] = deque()
        self._reading: Reading | None = None

    def events(self, tasks: Iterator[Task | None], stopped: Callable[[], bool]) -> Iterator[Event | None]:
        """The events of all tasks, in the order in which workers send them; None now and then when there are none.

        A task that is None says that more may come. Ends early once `stopped()`: files under way then have no end.
        """
        more = True
        while (more or self._again or any(worker.tasks for worker in self._workers)) and not stopped():
            more = self._hand_out(tasks) if more or self._again else False
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

    def _hand_out(self, tasks: Iterator[Task | None]) -> bool:
        """Give tasks to workers that have room; False once there are no more."""
        while self._has_room():
            if self._again:
                self._give(*self._again.popleft())
                continue
            try:
                task = next(tasks)
            except StopIteration:
                return False
            if task is None:
                return True
            self._give(task, 1)
        return True

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(worker.has_room for worker in self._workers)

    def _give(self, task: Task, attempt: int) -> None:
        roomy = (worker for worker in self._workers if worker.has_room)
        least = min(roomy, key=lambda worker: len(worker.tasks), default=None)
        if least is None or (least.tasks and len(self._workers) < self._size):
            least = self._start()
            self._workers.append(least)
        if not least.tasks:
            least.heard = time.monotonic()
        least.tasks.append((task, attempt))
        try:
            least.pipe.send(task)
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
        by_pipe = {worker.pipe: worker for worker in self._workers if worker.tasks}
        return [
            by_pipe[pipe] for pipe in wait(list(by_pipe), patience if by_pipe else 0) if isinstance(pipe, Connection)
        ]

    def _listen(self, worker: Worker) -> Iterator[Event]:
        """What a worker has said; if it has died, what becomes of its tasks."""
        try:
            for _ in range(EVENTS_AT_ONCE):
                event: Event = worker.pipe.recv()
                worker.heard = time.monotonic()
                if isinstance(event, FileDone):
                    worker.tasks.popleft()
                else:
                    worker.articles += 1
                yield event
                if worker.articles >= ARTICLES_OF_A_WORKER and not worker.tasks:
                    self._dismiss(worker)
                    return
                if not worker.pipe.poll():
                    return
        except (EOFError, OSError):
            yield from self._lost(worker, f"the worker process died reading it ({_exit_of(worker.process)})")

    def _check_clocks(self) -> Iterator[Event]:
        now = time.monotonic()
        for worker in [each for each in self._workers if each.tasks and now - each.heard > self._time_limit]:
            if not worker.pipe.poll():
                yield from self._lost(worker, f"took longer than the time limit of {self._time_limit:g} s")

    def _lost(self, worker: Worker, why: str) -> Iterator[Event]:
        """A worker is gone: the file that it was at is tried once more, those that it had ahead go to others."""
        self._dismiss(worker)
        if not worker.tasks:
            return
        task, attempt = worker.tasks.popleft()
        self._again.extendleft(reversed(worker.tasks))
        if attempt < ATTEMPTS:
            self._again.appendleft((task, attempt + 1))
        else:
            yield FileDone(task.path, problem=f"{why}, {ATTEMPTS} times")

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


def work(pipe: Connection, make: Callable[[], Reading], memory_limit: int, inherited: list[Connection]) -> None:
    """What a worker process does: read the files that it is sent, until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for connection in inherited:  # else a pipe stays open when its parent has died, and nobody notices
        connection.close()
    try:
        reading = make()
        gc.freeze()  # rules and lexicons stay: no need to look through them at every collection
        limit_memory(memory_limit)
        while True:
            for event in reading.events(pipe.recv()):
                pipe.send(event)
    except (EOFError, OSError):
        return


def _exit_of(process: BaseProcess) -> str:
    process.join(1)
    code = process.exitcode
    return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
