"""`extractor run` and `extractor watch`: a folder into a database, once or as it changes; no logic of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import (
    DatabaseOption,
    ExcludeOption,
    IncludeOption,
    ManifestOption,
    MemoryLimitOption,
    RulesOption,
    TimeLimitOption,
    WorkersOption,
)
from extractor.commands.status import INTERRUPTED, SOME_FILES_FAILED, say

if TYPE_CHECKING:
    from extractor.running.job import Progress


def run(
    folders: Annotated[
        list[str],
        typer.Argument(metavar="FOLDER", help="Folders, files or patterns like 'a/*.txt'; - for paths on stdin."),
    ],
    db: DatabaseOption = Path("facts.db"),
    manifest: ManifestOption = None,
    rules: RulesOption = None,
    workers: WorkersOption = None,
    include: IncludeOption = None,
    exclude: ExcludeOption = None,
    time_limit: TimeLimitOption = 30.0,
    memory_limit: MemoryLimitOption = 1000,
    wait: Annotated[bool, typer.Option("--wait", help="Wait while another run writes to the database.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no summary; failures are still told.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON.")] = False,
    log: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Append what happens to this file, with bugs in full.")
    ] = None,
) -> int:
    """Read the articles of folders, extract their facts and store them; again: only what has changed."""
    import json

    from extractor import batch
    from extractor.commands.jobs import job_of
    from extractor.running import progress

    progress.log_to(log)
    job = job_of(
        folders,
        db,
        manifest=manifest,
        rules=rules,
        workers=workers,
        include=include,
        exclude=exclude,
        time_limit=time_limit,
        memory_limit=memory_limit,
        wait=wait,
    )
    with progress.stop_signals() as stopped, progress.shown_progress(quiet or as_json) as watcher:
        done = batch.run(job, watcher=watcher, stopped=stopped)
    from extractor.commands import presentation  # now, for nobody waits for it before

    _say_failures(done)
    if as_json:
        print(json.dumps(presentation.summary_values(done), ensure_ascii=False))
    elif not quiet:
        print(presentation.summary(done, str(db)))
    if done.interrupted:
        return INTERRUPTED
    return SOME_FILES_FAILED if done.failures else 0


def watch(
    folders: Annotated[list[str], typer.Argument(metavar="FOLDER", help="The folders to watch.")],
    db: DatabaseOption = Path("facts.db"),
    manifest: ManifestOption = None,
    rules: RulesOption = None,
    workers: WorkersOption = None,
    include: IncludeOption = None,
    exclude: ExcludeOption = None,
    time_limit: TimeLimitOption = 30.0,
    memory_limit: MemoryLimitOption = 1000,
) -> int:
    """Take in new and changed articles of folders as they appear, until stopped with Ctrl-C."""
    from extractor.commands import presentation
    from extractor.commands.jobs import job_of
    from extractor.running import progress, watching

    job = job_of(
        folders,
        db,
        manifest=manifest,
        rules=rules,
        workers=workers,
        include=include,
        exclude=exclude,
        time_limit=time_limit,
        memory_limit=memory_limit,
    )
    say(f"Watching {', '.join(folders)}; stop with Ctrl-C")
    with progress.stop_signals() as stopped, progress.shown_progress(quiet=not sys.stderr.isatty()) as watcher:
        for done in watching.watch(job, watcher=watcher, stopped=stopped):
            _say_failures(done)
            print(presentation.summary_line(done), flush=True)
    return 0


def _say_failures(done: Progress) -> None:
    for path, reason in sorted(done.failures):
        say(f"{path}: {reason}")
