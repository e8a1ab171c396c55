"""A folder watched: new and changed articles are taken in as they appear, until stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from extractor import batch
from extractor.errors import ExtractorError
from extractor.running.finding import Selection, roots_of
from extractor.running.job import Job, Progress, Watcher

CHECK_MILLISECONDS = 500
"""How often it is asked whether to stop."""


def watch(job: Job, *, watcher: Watcher = lambda progress: None, stopped: Callable[[], bool]) -> Iterator[Progress]:
    """Bring the database up to date with the folders, and again whenever something in them changes.

    Yields what each of these runs came to, the first at once. Raises ExtractorError as `batch.run` does.
    """
    folders = roots_of(job.folders)
    for folder in folders:
        if not os.path.isdir(folder):
            raise ExtractorError("is no folder; name the folder that it is in", path=folder)
    job = replace(job, make_pipeline=cache(job.make_pipeline), wait=True)
    for paths in changes_in(folders, stopped):
        if not paths:
            yield batch.refresh(job, folders, watcher=watcher, stopped=stopped)
            continue
        roots = sorted({root for path in paths for root in _roots_for(path, folders, job.selection)})
        there = [root for root in roots if os.path.lexists(root)]
        if roots:
            gone = [root for root in roots if root not in there]
            yield batch.refresh(job, there, gone, watcher=watcher, stopped=stopped)


def changes_in(folders: Iterable[str | Path], stopped: Callable[[], bool]) -> Iterator[set[str]]:
    """The paths that change in the folders, many at a time, until `stopped` or Ctrl-C.

    The first set is empty and means that watching has begun: whoever reads the folders after it misses no change.
    """
    found = _watchfiles().watch(
        *folders,
        watch_filter=None,
        stop_event=SimpleNamespace(is_set=stopped),
        rust_timeout=CHECK_MILLISECONDS,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    for number, changes in enumerate(found):
        if number == 0:
            yield set()
        elif changes:
            yield {path for _, path in changes}


def _roots_for(path: str, folders: list[str], selection: Selection) -> Iterator[str]:
    """What to look at again after a path changed: itself, the folder for a folder in it, or nothing."""
    for folder in folders:
        below = os.path.relpath(path, folder)
        parts = below.split(os.sep)
        if parts[0] == os.pardir or any(part.startswith(".") for part in parts):
            continue
        if os.path.isdir(path):
            yield folder
        elif not os.path.lexists(path) or selection.takes(parts[-1], below):
            yield path


def _watchfiles() -> Any:
    try:
        import watchfiles
    except ImportError as error:
        raise ExtractorError("watching needs watchfiles; install it with: pip install watchfiles") from error
    return watchfiles
