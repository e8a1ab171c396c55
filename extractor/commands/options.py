"""The options and arguments that several commands share, as typer's annotations."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ExportFormat(StrEnum):
    """The files that a database is exported to."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


DatabaseArgument = Annotated[Path, typer.Argument(metavar="DATABASE", help="The database, such as facts.db.")]
DatabaseOption = Annotated[Path, typer.Option("--db", metavar="FILE", help="The SQLite database.")]
RulesOption = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="FOLDER", help="A folder with rules of your own; may be given several times."),
]
ManifestOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A CSV with columns path, published, publisher, title, url; what it says wins."),
]
WorkersOption = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Worker processes; one for each core if not given.")
]
IncludeOption = Annotated[
    list[str] | None, typer.Option(metavar="PATTERN", help="Take only files that match, such as '*.html'.")
]
ExcludeOption = Annotated[
    list[str] | None, typer.Option(metavar="PATTERN", help="Leave out files that match, such as 'drafts/*'.")
]
TimeLimitOption = Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Time that one article may take.")]
MemoryLimitOption = Annotated[int, typer.Option(metavar="MB", min=50, help="Memory that one article may take.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How rows are printed.")]
CopiesOption = Annotated[bool, typer.Option("--copies", help="With syndicated copies of articles, and their facts.")]
