"""The commands `extractor lexicon …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.errors import ExtractorError, RuleError

app = typer.Typer(add_completion=False, rich_markup_mode=None, help="Bring the lexicons up to date.")
TABLE = Path("drugs") / "names.tsv.gz"


@app.callback()
def lexicon() -> None:
    """Bring the lexicons up to date."""


@app.command()
def update(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The UNII list of names, as downloaded: .zip or .txt.")],
    rules: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder of your own rules to write to, not ours.")
    ] = None,
) -> None:
    """Take the drug names of a newer UNII list (a local file)."""
    from extractor.authoring.lexicon_update import update_lexicon  # slow to import: not for --help
    from extractor.rulebook import default_rules_dir

    target = (rules or default_rules_dir()) / TABLE
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        done = update_lexicon(file, target)
    except ExtractorError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    except OSError as error:
        problem = RuleError(f"cannot be written ({error.strerror}); use --rules FOLDER", path=target)
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from error
    typer.echo(
        f"{target}: {done.after} names (before: {done.before}), {done.added} new, {done.removed} gone, "
        f"{done.left_out} ordinary words left out"
    )
