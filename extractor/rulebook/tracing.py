"""What rules matched while a document was read, for examples and explanations: more than the records tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_trace: ContextVar[list[Any] | None] = ContextVar("extractor_trace", default=None)


@contextmanager
def tracing() -> Iterator[list[Any]]:
    """While it lasts, every `Match` that a matcher returns is appended to the list as well."""
    matches: list[Any] = []
    token = _trace.set(matches)
    try:
        yield matches
    finally:
        _trace.reset(token)


def traced(matches: Sequence[Any]) -> None:
    """Matchers tell here what they matched."""
    trace = _trace.get()
    if trace is not None:
        trace.extend(matches)
