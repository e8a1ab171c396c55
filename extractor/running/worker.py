"""A worker process: the batches of files that it is given, and what it does with them."""

from __future__ import annotations

import gc
import signal
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from extractor.model import ARTICLES_AT_ONCE
from extractor.running.memory import limit_memory
from extractor.running.reading import Reading, Task

SECONDS_OF_A_BATCH = 0.5
"""What a batch may take before the next ones are made smaller, so that all workers are done at about the same time."""

BATCHES_OF_A_WORKER = 2
"""The batch that a worker reads, and one ahead."""

ARTICLES_OF_A_WORKER = 1000
"""After so many articles a worker makes room for a new one: spaCy never forgets a word, and memory must not grow."""


@dataclass(slots=True)
class Batch:
    """Files that a worker is given together, or one that is tried `alone`, and its articles one by one; `attempt` says
    how often it has been the only one at fault."""

    tasks: deque[Task]
    attempt: int = 1
    alone: bool = False

    @property
    def articles_at_once(self) -> int:
        """How many of its articles are extracted together at most."""
        return 1 if self.alone else ARTICLES_AT_ONCE

    def again(self) -> list[Batch]:
        """The files that are left of it, each alone."""
        attempt = self.attempt + (len(self.tasks) == 1)
        return [Batch(deque([task]), attempt, alone=True) for task in self.tasks]


@dataclass(slots=True)
class Worker:
    """A process with its end of the pipe, the batches that it was given, the files that the next one may have, when it
    began the first of them and when it last said something."""

    process: BaseProcess
    pipe: Connection
    batches: deque[Batch] = field(default_factory=deque)
    files: int = 1
    began: float = field(default_factory=time.monotonic)
    heard: float = field(default_factory=time.monotonic)
    articles: int = 0

    @property
    def has_room(self) -> bool:
        """Whether it can be given another batch."""
        return not self.is_spent and len(self.batches) < BATCHES_OF_A_WORKER

    @property
    def is_spent(self) -> bool:
        """Whether it is to make room for a new one when it has done what it was given."""
        return self.articles >= ARTICLES_OF_A_WORKER

    def finish_file(self) -> None:
        """The first file that it has is done. Batches grow while they are quick, and shrink when they are slow."""
        tasks = self.batches[0].tasks
        tasks.popleft()
        if not tasks:
            self.batches.popleft()
            took = time.monotonic() - self.began
            self.began += took
            if took > SECONDS_OF_A_BATCH:
                self.files = max(1, self.files // 2)
            elif took < SECONDS_OF_A_BATCH / 2:
                self.files = min(ARTICLES_AT_ONCE, 2 * self.files)


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
            for events in reading.events(*pipe.recv()):
                pipe.send(events)
    except (EOFError, OSError):
        return
