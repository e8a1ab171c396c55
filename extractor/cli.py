"""The commands; no logic of its own. What a command needs is imported when it is called, so that help is quick."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.errors import ExtractorError

SOME_FILES_FAILED = 1
CALL_WAS_WRONG = 2
INTERRUPTED = 130

ELSEWHERE = {
    "evaluate": (
        "extractor.evaluation.command:evaluate_command",
        "Precision, recall and F1 for each kind, against gold annotations.",
    ),
    "rules": ("extractor.rule_commands:app", "Check, try, explain and compare rules."),
    "lexicon": ("extractor.lexicon_commands:app", "Bring the lexicons up to date."),
}
"""Commands that live with what they are about, a function with typer's annotations or a `typer.Typer` of several:
where, and the help that lists them before they are loaded.
"""


class OnDemand(typer.core.TyperGroup):
    """A group of commands that loads those of `ELSEWHERE` when they are called."""

    _listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, ours first."""
        return [*super().list_commands(ctx), *filter(_is_there, ELSEWHERE)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        found = super().get_command(ctx, cmd_name)
        if found is not None or cmd_name not in self.list_commands(ctx):
            return found
        if self._listing:
            return typer.core.TyperCommand(cmd_name, help=ELSEWHERE[cmd_name][1])
        return _command_elsewhere(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without loading them."""
        self._listing = True
        super().format_commands(ctx, formatter)
        self._listing = False


def _is_there(name: str) -> bool:
    """Whether the module is part of this program; looked up without importing what is around it."""
    _, *parts = ELSEWHERE[name][0].partition(":")[0].split(".")
    return Path(__file__).parent.joinpath(*parts).with_suffix(".py").exists()


@cache
def _command_elsewhere(name: str) -> Any:
    module, _, attribute = ELSEWHERE[name][0].partition(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        function, found = found, typer.Typer(add_completion=False, rich_markup_mode=None)
        found.command(name)(function)
    command = typer.main.get_command(found)
    command.name = name
    return command


app = typer.Typer(
    cls=OnDemand,
    help="Drug names, percentages, dates, quotes and results from articles on medicines, by rules, into SQLite.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


DatabaseOption = Annotated[Path, typer.Option("--db", help="The SQLite database.")]
RulesOption = Annotated[
    list[Path] | None, typer.Option("--rules", help="A folder with rules of your own; may be given several times.")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How rows are printed.")]


@app.command()
def run(
    folders: Annotated[
        list[str], typer.Argument(metavar="FOLDER...", help="Folders, files or patterns like 'a/*.txt'.")
    ],
    db: DatabaseOption = Path("facts.db"),
    manifest: Annotated[
        Path | None, typer.Option(help="A CSV with columns path, published, publisher, title, url; what it says wins.")
    ] = None,
    rules: RulesOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Worker processes; one for each core if not given.")
    ] = None,
    include: Annotated[list[str] | None, typer.Option(help="Take only files that match this pattern.")] = None,
    exclude: Annotated[list[str] | None, typer.Option(help="Leave out files that match this pattern.")] = None,
    time_limit: Annotated[float, typer.Option(min=0.1, help="Seconds that one article may take.")] = 120.0,
    wait: Annotated[bool, typer.Option("--wait", help="Wait while another run writes to the database.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="No progress and no summary; failures are still told.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON.")] = False,
) -> int:
    """Read the articles of folders, extract their facts and store them; again: only what has changed."""
    import json

    from extractor import batch, presentation, progress
    from extractor.readers import is_candidate, read_articles
    from extractor.rulebook.folders import fingerprint, rules_dirs

    own_rules = tuple(rules or ())
    job = batch.Job(
        folders=folders,
        database=db,
        candidate=is_candidate,
        read=read_articles,
        make_pipeline=partial(_pipeline, own_rules),
        fingerprint=fingerprint(rules_dirs(own_rules)),
        manifest=manifest,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        workers=workers or len(os.sched_getaffinity(0)),
        time_limit=time_limit,
        wait=wait,
    )
    with progress.stop_signals() as stopped, progress.shown_progress(quiet or as_json) as watcher:
        done = batch.run(job, watcher=watcher, stopped=stopped)
    for path, reason in sorted(done.failures):
        _say(f"{path}: {reason}")
    if as_json:
        print(json.dumps(presentation.summary_values(done), ensure_ascii=False))
    elif not quiet:
        print(presentation.summary(done, str(db)))
    if done.interrupted:
        return INTERRUPTED
    return SOME_FILES_FAILED if done.failures else 0


@app.command()
def show(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE|DOCUMENT", help="A file, or the id or path of a document.")
    ],
    db: Annotated[Path | None, typer.Option("--db", help="Show the document as this database has it.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write a page of HTML to this file instead.")] = None,
    rules: RulesOption = None,
) -> None:
    """Show an article with its facts marked in colour, and below it the facts."""
    from extractor import marking
    from extractor.presentation import console_for

    for facts in _facts(article, db, tuple(rules or ())):
        if html is not None:
            _write_page(html, marking.html_page(facts))
            continue
        console = console_for(sys.stdout)
        console.print(marking.marked_text(facts), soft_wrap=True)
        console.print()
        console.print(marking.facts_table(facts))


@app.command()
def query(
    database: Annotated[Path, typer.Argument(metavar="DATABASE", help="The database, such as facts.db.")],
    what: Annotated[str, typer.Argument(metavar="QUERY", help="results, quotes, timeline or drugs; or SQL in quotes.")],
    drug: Annotated[str | None, typer.Option(help="Only this drug, by any of its names.")] = None,
    how: FormatOption = Format.table,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="With what stands in boilerplate, contacts and the like.")
    ] = False,
) -> None:
    """Ask a database: a named query, or your own SQL, which can read only."""
    from extractor import presentation, queries
    from extractor.database import open_for_reading

    with open_for_reading(database) as facts:
        if what in queries.NAMED:
            names = None if drug is None else _drug_names(facts, drug)
            answer = queries.named_query(facts, what, drugs=names, furniture=furniture)
        elif len(what.split()) == 1:
            raise ExtractorError(f"there is no query {what!r}; there are {', '.join(queries.NAMED)}, or SQL in quotes")
        elif drug is not None or furniture:
            raise ExtractorError("--drug and --furniture go with a named query; say it in the SQL instead")
        else:
            answer = queries.own_query(facts, what)
        presentation.write_answer(answer, how)


def _pipeline(rules: tuple[Path, ...]) -> Any:
    from extractor.pipeline import Pipeline

    return Pipeline(rules)


def _facts(article: str, db: Path | None, rules: tuple[Path, ...]) -> Any:
    """The facts of the document in the database, or of each article of the file."""
    from extractor import marking
    from extractor.database import open_for_reading

    if db is not None or not os.path.isfile(article):
        database = db or Path("facts.db")
        if db is None and not database.exists():
            raise ExtractorError("there is no such file; for a document in a database give --db", path=article)
        with open_for_reading(database) as opened:
            path = os.path.abspath(article) if os.path.exists(article) else article
            facts = marking.facts_in_database(opened, path)
        if facts is None:
            raise ExtractorError(f"there is no such file, and no one document of that id or path in {database}",
                                 path=article)  # fmt: skip
        return [facts]
    from extractor.readers import read_articles
    from extractor.writing import document_rows

    pipeline = _pipeline(rules)
    return (marking.facts_of_rows(document_rows(pipeline.extract(each))) for each in read_articles(Path(article)))


def _drug_names(facts: Any, drug: str) -> list[str]:
    from extractor import queries

    names = queries.resolve_drug(facts, drug)
    if not names:
        similar = queries.similar_drugs(facts, drug)
        _say(f"no drug {drug!r} in the database" + (f"; similar: {', '.join(similar)}" if similar else ""))
    return names


def _write_page(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise ExtractorError(f"cannot be written: {error.strerror}", path=path) from error
    print(f"Written to {path}")


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 all done, 1 some files failed, 2 the call was wrong, 130 interrupted."""
    sys.exit(status_of(sys.argv[1:] if arguments is None else arguments))


def status_of(arguments: list[str]) -> int:
    """Run a command; what went wrong is said in one line on standard error."""
    try:
        status = app(args=arguments or ["--help"], prog_name="extractor", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except ExtractorError as error:
        _say(f"extractor: {error}")
    except (KeyboardInterrupt, typer.Abort):
        _say("extractor: interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _say_unexpected(error)
    return CALL_WAS_WRONG


def _say_unexpected(error: Exception) -> int:
    """A wrong call as click describes it; anything else is a bug of ours."""
    if hasattr(error, "format_message"):
        message = " ".join(error.format_message().split())
        _say(f"extractor: {message or 'what to do is missing'} (see extractor --help)")
        return CALL_WAS_WRONG
    if os.environ.get("EXTRACTOR_DEBUG"):
        raise error
    message = " ".join(str(error).split())
    _say(f"extractor: internal error, please report it: {type(error).__name__}: {message}")
    return CALL_WAS_WRONG
