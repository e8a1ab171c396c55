"""`extractor rules check|try|explain|diff`: the commands for those who write rules; no logic of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.options import Format, FormatOption, RulesOption

FAULTS_FOUND = 1

app = typer.Typer(
    help="Check, try, explain and compare rules.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


ArticlesArgument = Annotated[list[Path], typer.Argument(metavar="ARTICLE...", help="Files or folders with articles.")]


@app.command()
def check(
    rules: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]...", help="Your rules; ours if not given.")
    ] = None,
) -> int:
    """Check rules: their form, what can never match, and every example; each mistake with file, line and what to do."""
    from extractor.authoring.checking import check_rules

    count, errors = check_rules(rules or ())
    for error in errors:
        print(error)
    counted = f"{count} rule" if count == 1 else f"{count} rules"
    mistakes = f"{len(errors)} mistake" if len(errors) == 1 else f"{len(errors)} mistakes"
    print(f"{counted} checked, {mistakes}", file=sys.stderr)
    return FAULTS_FOUND if errors else 0


@app.command("try")
def try_(
    target: Annotated[str, typer.Argument(metavar="RULEFILE|PATTERN", help="A file of rules, or a pattern in quotes.")],
    articles: ArticlesArgument,
    watch: Annotated[bool, typer.Option("--watch", help="Again whenever the file is saved; stop with Ctrl-C.")] = False,
    rules: RulesOption = None,
) -> None:
    """Show what a rule file or a pattern finds, marked in the sentences of articles."""
    from extractor.commands.rule_output import try_and_show, watch_and_show

    (watch_and_show if watch else try_and_show)(target, _files(articles), tuple(rules or ()), sys.stdout)


@app.command()
def explain(
    article: Annotated[Path, typer.Argument(help="The article.")],
    at: Annotated[str, typer.Option("--at", help="Words of the article, as they stand there.")],
    rule: Annotated[str | None, typer.Option(help="Only this rule; where it did not match, where it failed.")] = None,
    rules: RulesOption = None,
) -> None:
    """Tell which rules fired at some words, with which words; or where a rule failed."""
    from extractor.authoring.explaining import explain as explain_words
    from extractor.commands.rule_output import show_explanation
    from extractor.pipeline import Pipeline
    from extractor.readers import read_articles

    pipeline = Pipeline(tuple(rules or ()))
    for each in read_articles(article):
        for explanation in explain_words(pipeline, each, at, rule):
            show_explanation(explanation, rule, sys.stdout)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The rules before: a folder or file, or a database made with them.")],
    new: Annotated[Path, typer.Argument(help="The rules now: a folder or file.")],
    articles: ArticlesArgument,
    how: FormatOption = Format.table,
    rules: RulesOption = None,
) -> None:
    """Show which rows appear, disappear or change in the facts of articles when the rules change."""
    from extractor.authoring.comparing import compare
    from extractor.commands.rule_output import show_changes

    show_changes(compare(old, new, _files(articles), tuple(rules or ())), how, sys.stdout)


def _files(paths: Iterable[Path]) -> list[Path]:
    """The articles among files and folders, in the order of their names."""
    from extractor.readers import is_candidate

    files: list[Path] = []
    for path in paths:
        files += sorted(p for p in path.rglob("*") if p.is_file() and is_candidate(p)) if path.is_dir() else [path]
    return files
