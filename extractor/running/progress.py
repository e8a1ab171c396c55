"""A run as it goes on, on standard error: a bar in a terminal, a line now and then elsewhere; and how to stop it."""

from __future__ import annotations

import logging
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import FrameType

from extractor.errors import ExtractorError
from extractor.running.job import Progress, Watcher

REFRESH_SECONDS = 0.1
LINE_SECONDS = 10.0


@contextmanager
def shown_progress(quiet: bool = False) -> Iterator[Watcher]:
    """What a run tells its progress to."""
    if quiet:
        yield lambda progress: None
    elif sys.stderr.isatty():
        with _bar() as watcher:
            yield watcher
    else:
        yield _every(LINE_SECONDS, lambda progress: print(_line(progress), file=sys.stderr, flush=True))


@contextmanager
def _bar() -> Iterator[Watcher]:
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, highlight=False)
    bar = Bar(
        SpinnerColumn(),
        BarColumn(),
        TextColumn("{task.description}"),
        console=console,
        auto_refresh=False,  # a thread that draws would not survive the forking of workers
        transient=True,
    )
    task = bar.add_task("looking for articles", total=None)

    def show(progress: Progress) -> None:
        bar.update(task, description=_line(progress), completed=progress.done, total=progress.total)
        bar.refresh()

    with bar:
        yield _every(REFRESH_SECONDS, show)


def _every(seconds: float, show: Callable[[Progress], None]) -> Watcher:
    started = last = time.monotonic()

    def watcher(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= seconds:
            last = now
            progress.seconds = now - started
            show(progress)

    return watcher


def _line(progress: Progress) -> str:
    rate = progress.articles / progress.seconds if progress.seconds else 0.0
    of = "" if progress.total is None else f" of {progress.total:,}"
    parts = [f"{progress.done:,}{of} files", f"{rate:,.0f} articles/s"]
    if progress.total is not None and progress.done:
        left = (progress.total - progress.done) * progress.seconds / progress.done
        parts.append(f"{timedelta(seconds=round(left))} left")
    if progress.unchanged:
        parts.append(f"{progress.unchanged:,} unchanged")
    if progress.failures:
        parts.append(f"{len(progress.failures):,} failed")
    return ", ".join(parts)


def log_to(path: Path | None) -> None:
    """Append what happens to a file, a line each with its time. Raises ExtractorError where it cannot be written."""
    if path is None:
        return
    try:
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise ExtractorError(f"the log cannot be written: {error.strerror}", path=path) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("extractor")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


@contextmanager
def stop_signals() -> Iterator[Callable[[], bool]]:
    """Says whether the user wants to stop: the first Ctrl-C asks for it, a second one interrupts at once."""
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
