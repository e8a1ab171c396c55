"""The job of a run, as the options of `extractor run` and `extractor watch` describe it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from extractor.commands.quick_import import make_pipeline
from extractor.readers import is_candidate, read_articles
from extractor.rulebook import fingerprint
from extractor.rulebook.folders import rules_dirs
from extractor.running.job import Job


def job_of(
    folders: list[str],
    database: Path,
    *,
    manifest: Path | None,
    rules: list[Path] | None,
    workers: int | None,
    include: list[str] | None,
    exclude: list[str] | None,
    time_limit: float,
    memory_limit: int,
    wait: bool = False,
) -> Job:
    """The job to read the articles of folders into a database; `workers` None is one for each core."""
    own_rules = tuple(rules or ())
    return Job(
        folders=folders,
        database=database,
        candidate=is_candidate,
        read=read_articles,
        make_pipeline=partial(make_pipeline, own_rules),
        fingerprint=fingerprint(rules_dirs(own_rules)),
        manifest=manifest,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        workers=workers or _cores(),
        time_limit=time_limit,
        memory_limit=memory_limit,
        wait=wait,
    )


def _cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
