"""Commands that live with what they are about, loaded when they are called, so that help is quick."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

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
