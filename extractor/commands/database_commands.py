"""`extractor show|query|search|export`: what articles and databases hold; no logic of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import (
    CopiesOption,
    DatabaseArgument,
    ExportFormat,
    Format,
    FormatOption,
    RulesOption,
)
from extractor.commands.status import say
from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from sqlite_utils import Database


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
