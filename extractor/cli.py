"""The commands; no logic of its own. What a command needs is imported when it is called, so that help is quick."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor import __version__
from extractor.commands.on_demand import OnDemand
from extractor.commands.options import (
    CopiesOption,
    DatabaseArgument,
    DatabaseOption,
    ExcludeOption,
    ExportFormat,
    Format,
    FormatOption,
    IncludeOption,
    ManifestOption,
    MemoryLimitOption,
    RulesOption,
    TimeLimitOption,
    WorkersOption,
)
from extractor.commands.status import INTERRUPTED, SOME_FILES_FAILED, say, status_of_call
from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from sqlite_utils import Database

    from extractor.running.job import Progress

app = typer.Typer(
    cls=OnDemand,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"extractor {__version__}")
        raise typer.Exit


@app.callback()
def extractor(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Drug names, percentages, dates, quotes and results from articles on medicines, by rules, into SQLite."""


@app.command(short_help="Read articles, extract their facts, store them.")
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


@app.command(short_help="Show an article with its facts marked.")
def show(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE|DOCUMENT", help="A file, or the id or path of a document.")
    ],
    db: Annotated[
        Path | None, typer.Option("--db", metavar="FILE", help="Show the document as this database has it.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page of HTML to this file instead.")
    ] = None,
    rules: RulesOption = None,
) -> None:
    """Show an article with its facts marked in colour, and below it the facts."""
    from extractor.commands import marking
    from extractor.commands.presentation import console_for
    from extractor.commands.shown import facts_asked_for

    for facts in facts_asked_for(article, db, tuple(rules or ())):
        if html is not None:
            _write_page(html, marking.html_page(facts))
            continue
        console = console_for(sys.stdout)
        console.print(marking.marked_text(facts), soft_wrap=True)
        console.print()
        console.print(marking.facts_table(facts))


@app.command(short_help="Ask a database: a named query, or SQL.")
def query(
    database: DatabaseArgument,
    what: Annotated[
        str, typer.Argument(metavar="QUERY", help="results, quotes, timeline, drugs or tables; or SQL in quotes.")
    ],
    drug: Annotated[str | None, typer.Option(metavar="NAME", help="Only this drug, by any of its names.")] = None,
    how: FormatOption = Format.table,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="With what stands in boilerplate, contacts and the like.")
    ] = False,
    copies: CopiesOption = False,
) -> None:
    """Ask a database: a named query, or your own SQL, which can read only."""
    from extractor import queries
    from extractor.commands import presentation
    from extractor.database import open_for_reading

    with open_for_reading(database) as facts:
        if what in queries.NAMED:
            names = None if drug is None else _drug_names(facts, drug)
            answer = queries.named_query(facts, what, drugs=names, furniture=furniture, copies=copies)
        elif drug is not None or furniture or copies:
            raise ExtractorError(f"--drug, --furniture and --copies go with {', '.join(queries.NAMED)} alone")
        elif what == "tables":
            answer = queries.tables(facts)
        elif len(what.split()) == 1:
            known = ", ".join([*queries.NAMED, "tables"])
            raise ExtractorError(f"there is no query {what!r}; there are {known}, or SQL in quotes")
        else:
            answer = queries.own_query(facts, what)
        presentation.write_answer(answer, how)


@app.command(short_help="Find articles by their words.")
def search(
    database: DatabaseArgument,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="Words, beginnings like gout*, or '\"a phrase\"'.")
    ],
    how: FormatOption = Format.table,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many articles at most.")] = 20,
    copies: CopiesOption = False,
) -> None:
    """Find the articles that hold all the words, the best first, each with the passage where they stand."""
    from extractor import queries
    from extractor.commands import presentation
    from extractor.database import open_for_reading

    with open_for_reading(database) as facts:
        presentation.write_answer(queries.search(facts, " ".join(words), limit=limit, copies=copies), how)


@app.command(short_help="Take in articles of folders as they appear.")
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


@app.command(short_help="Write each table to CSV, JSON lines or Parquet.")
def export(
    database: DatabaseArgument,
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="The folder for the files; made if need be.")],
    how: Annotated[ExportFormat, typer.Option("--format", help="What kind of files.")] = ExportFormat.csv,
) -> None:
    """Write each table of a database to a file, as CSV, JSON lines or Parquet."""
    from extractor.database import open_for_reading
    from extractor.store.export import export as export_tables

    with open_for_reading(database) as facts:
        counts = export_tables(facts, folder, how)
    print(f"{sum(counts.values()):,} rows of {len(counts)} tables written to {folder}")


def _say_failures(done: Progress) -> None:
    for path, reason in sorted(done.failures):
        say(f"{path}: {reason}")


def _drug_names(facts: Database, drug: str) -> list[str]:
    from extractor import queries

    names = queries.resolve_drug(facts, drug)
    if not names:
        similar = queries.similar_drugs(facts, drug)
        say(f"no drug {drug!r} in the database" + (f"; similar: {', '.join(similar)}" if similar else ""))
    return names


def _write_page(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise ExtractorError(f"cannot be written: {error.strerror}", path=path) from error
    print(f"Written to {path}")


OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""How many objects may be made before Python looks for unreachable ones; at its 700, that takes a tenth of the start."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 all done, 1 some files failed, 2 the call was wrong, 130 interrupted."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    sys.exit(status_of(sys.argv[1:] if arguments is None else arguments))


def status_of(arguments: list[str]) -> int:
    """Run a command; its exit status. What went wrong is said in one line on standard error."""
    return status_of_call(app, arguments)
