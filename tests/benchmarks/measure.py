"""What all benchmarks share: a measured figure, and clocks."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, how much of it, and what the project wants of it."""

    group: str
    name: str
    value: str
    wanted: str = ""


def cpu_seconds(work: Callable[[], T], *, repeats: int = 3) -> tuple[float, T]:
    """The least processor time of several runs, in seconds, and what the last of them returned."""
    return _least(work, process_time, repeats)


def wall_seconds(work: Callable[[], T], *, repeats: int = 1) -> tuple[float, T]:
    """The least elapsed time of several runs, in seconds, and what the last of them returned."""
    return _least(work, perf_counter, repeats)


def _least(work: Callable[[], T], clock: Callable[[], float], repeats: int) -> tuple[float, T]:
    best = float("inf")
    for _ in range(repeats):
        gc.collect()
        start = clock()
        result = work()
        best = min(best, clock() - start)
    return best, result
