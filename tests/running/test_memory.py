"""A limit on memory: what asks for more is refused, in that process alone."""

from __future__ import annotations

import multiprocessing
import sys

import pytest

from extractor.running.memory import limit_memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is counted on Linux alone")


@pytest.mark.parametrize(("megabytes", "refused"), [(100, True), (400, False)])
def test_what_is_beyond_the_limit_is_refused(megabytes: int, refused: bool) -> None:
    process = multiprocessing.get_context("fork").Process(target=ask_for_200_megabytes, args=(megabytes,))
    process.start()
    process.join()
    assert process.exitcode == (3 if refused else 0)
    assert len(bytearray(200_000_000)) == 200_000_000


def ask_for_200_megabytes(limit: int) -> None:
    limit_memory(limit)
    try:
        bytearray(200_000_000)
    except MemoryError:
        sys.exit(3)
