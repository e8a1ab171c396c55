"""The program `extractor`: its commands put together, and how it starts and ends."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from extractor import __version__
from extractor.commands.database_commands import export, query, search, show
from extractor.commands.on_demand import OnDemand
from extractor.commands.quick_import import collect_seldom
from extractor.commands.run_commands import run, watch
from extractor.commands.status import status_of_call

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


app.command(short_help="Read articles, extract their facts, store them.")(run)
app.command(short_help="Show an article with its facts marked.")(show)
app.command(short_help="Ask a database: a named query, or SQL.")(query)
app.command(short_help="Find articles by their words.")(search)
app.command(short_help="Take in articles of folders as they appear.")(watch)
app.command(short_help="Write each table to CSV, JSON lines or Parquet.")(export)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 all done, 1 some files failed, 2 the call was wrong, 130 interrupted."""
    collect_seldom()
    sys.exit(status_of(sys.argv[1:] if arguments is None else arguments))


def status_of(arguments: list[str]) -> int:
    """Run a command; its exit status. What went wrong is said in one line on standard error."""
    return status_of_call(app, arguments)
