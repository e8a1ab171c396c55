"""`extractor rules check|try|list|explain|diff`: the commands for those who write rules; no logic of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.options import Format, FormatOption, RulesOption
from extractor.commands.quick_import import make_pipeline
from extractor.commands.status import SOME_FILES_FAILED, say
from extractor.errors import ExtractorError

FAULTS_FOUND = 1

app = typer.Typer(
    help="Check, try, list, explain and compare rules.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


ArticlesArgument = Annotated[list[Path], typer.Argument(metavar="ARTICLE", help="Files or folders with articles.")]


@app.command(short_help="Is anything wrong with rules?")
def check(
    rules: Annotated[
        list[Path] | None, typer.Argument(metavar="FOLDER|FILE", help="Your rules; ours if not given.")
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


@app.command("try", short_help="What does a rule file or a pattern find?")
def try_(
    target: Annotated[
        str, typer.Argument(metavar="RULES|PATTERN", help="A file or folder of rules, or a pattern in quotes.")
    ],
    articles: ArticlesArgument,
    watch: Annotated[bool, typer.Option("--watch", help="Again whenever the file is saved; stop with Ctrl-C.")] = False,
    rules: RulesOption = None,
) -> int:
    """Show what a rule file or a pattern finds, marked in the sentences of articles."""
    from extractor.commands.rule_output import try_and_show, watch_and_show

    failures = Failures()
    show = watch_and_show if watch else try_and_show
    show(target, _files(articles), tuple(rules or ()), sys.stdout, failures.add)
    return failures.status


@app.command("list", short_help="Which rules are there, and where?")
def list_(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="FAMILY|WORD", help="Only rules of this family, or with this word."),
    ] = None,
    how: FormatOption = Format.table,
    rules: RulesOption = None,
) -> None:
    """List the rules in force: id, family, file and line, and the first example of each."""
    from extractor.authoring.listing import listed
    from extractor.commands.rule_output import show_list
    from extractor.rulebook import load_rulebook

    show_list(listed(load_rulebook(tuple(rules or ())), words or ()), how, sys.stdout)


@app.command(short_help="Which rule did this, by which words? What is a rule?")
def explain(
    target: Annotated[
        str, typer.Argument(metavar="ARTICLE|RULE", help="An article, or the id of a rule as it stands in a row.")
    ],
    at: Annotated[
        str | None, typer.Option("--at", metavar="WORDS", help="Words of the article, as they stand there.")
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option("--rule", metavar="ID", help="Only this rule; where it did not match, where it failed."),
    ] = None,
    rules: RulesOption = None,
) -> None:
    """Tell which rules fired at some words of an article, with which words, or where a rule failed; or what a rule
    is."""
    from extractor.authoring.explaining import explain as explain_words
    from extractor.authoring.listing import rule_of
    from extractor.commands.rule_output import show_explanation, show_rule
    from extractor.readers import read_articles
    from extractor.rulebook import load_rulebook

    own = tuple(rules or ())
    if at is None and not Path(target).exists():
        show_rule(rule_of(load_rulebook(own), target), sys.stdout)
        return
    if at is None:
        raise ExtractorError("give the words to explain: --at WORDS", path=target)
    pipeline = make_pipeline(own)
    for each in read_articles(Path(target)):
        for explanation in explain_words(pipeline, each, at, rule):
            show_explanation(explanation, rule, sys.stdout)


@app.command(short_help="What do changed rules change in the facts?")
def diff(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="The rules before: a folder or file, or a database made with them.")
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The rules now: a folder or file.")],
    articles: ArticlesArgument,
    how: FormatOption = Format.table,
    rules: RulesOption = None,
) -> int:
    """Show which rows appear, disappear or change in the facts of articles when the rules change."""
    from extractor.authoring.comparing import compare
    from extractor.commands.rule_output import show_changes

    failures = Failures()
    show_changes(compare(old, new, _files(articles), tuple(rules or ()), failures.add), how, sys.stdout)
    return failures.status


@dataclass
class Failures:
    """The articles that could not be read: told at once, and counted for the exit status."""

    count: int = 0

    def add(self, error: ExtractorError) -> None:
        """Tell of one."""
        say(str(error))
        self.count += 1

    @property
    def status(self) -> int:
        """The exit status: 1 where any failed."""
        return SOME_FILES_FAILED if self.count else 0


def _files(paths: Iterable[Path]) -> list[Path]:
    """The articles among files and folders, in the order of their names."""
    from extractor.readers import is_candidate

    files: list[Path] = []
    for path in paths:
        files += sorted(p for p in path.rglob("*") if p.is_file() and is_candidate(p)) if path.is_dir() else [path]
    return files
