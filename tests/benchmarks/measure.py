"""What all benchmarks share: a measured figure, and a clock."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, how much of it, and what the project wants of it."""

    group: str
    name: str
    value: str
    wanted: str = ""


def wall_seconds(work: Callable[[], T]) -> tuple[float, T]:
    """The elapsed seconds of some work, and what it returned."""
    gc.collect()
    start = perf_counter()
    result = work()
    return perf_counter() - start, result
