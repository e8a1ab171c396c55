"""The command `extractor evaluate`, also run as `python -m extractor.evaluation`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.errors import ExtractorError
from extractor.evaluation.evaluate import Evaluation, evaluate
from extractor.evaluation.floors import raise_floors
from extractor.evaluation.misses import as_lines
from extractor.evaluation.report import as_json, as_table

if TYPE_CHECKING:
    from extractor.pipeline import Pipeline


class Kind(StrEnum):
    """The kinds that are scored."""

    drugs = "drugs"
    percentages = "percentages"
    dates = "dates"
    quotes = "quotes"
    results = "results"


class Format(StrEnum):
    """How scores are printed."""

    table = "table"
    json = "json"


def evaluate_command(
    articles: Annotated[Path, typer.Argument(metavar="ARTICLES", help="Folder of articles, or one article.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of gold annotations (JSON), or one file.")],
    misses: Annotated[
        Kind | None, typer.Option(help="List each miss, spurious row and wrong attribute of this kind.")
    ] = None,
    only: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only articles whose file name contains this.")
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
    rules: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="Folder of your own rules; repeatable.")
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option("--raise-floors", metavar="FILE", help="Lift the floors in this file to today's scores."),
    ] = None,
) -> None:
    """Precision, recall and F1 of each kind of fact."""
    try:
        evaluation = evaluate(_pipeline(rules or []), articles, gold, only=only)
        _print(evaluation, misses, output)
        if floors is not None:
            _raise(evaluation, floors, only)
    except ExtractorError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def _pipeline(rules: list[Path]) -> Pipeline:
    from extractor.pipeline import Pipeline  # slow to import: not for --help

    return Pipeline(rules)


def _print(evaluation: Evaluation, kind: Kind | None, output: Format) -> None:
    for path in evaluation.without_gold:
        typer.echo(f"no gold for the article {path}", err=True)
    for name in evaluation.without_article:
        typer.echo(f"no article for the gold {name}", err=True)
    for notice in evaluation.notices:
        typer.echo(notice, err=True)
    misses = evaluation.misses(kind.value) if kind else None
    if output is Format.json:
        typer.echo(as_json(evaluation, misses))
    elif misses is not None:
        for line in as_lines(misses):
            typer.echo(line)
    else:
        typer.echo(as_table(evaluation))


def _raise(evaluation: Evaluation, floors: Path, only: str | None) -> None:
    if only is not None:
        raise ExtractorError("--raise-floors is for all articles; leave --only out")
    for line in raise_floors(evaluation, floors) or ["no floor rose"]:
        typer.echo(line, err=True)
