"""Commands that live with what they are about, loaded when they are called, so that help is quick."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import typer

ELSEWHERE = {
    "evaluate": (
        "extractor.evaluation.command:evaluate_command",
        "Precision, recall and F1 of each kind of fact.",
    ),
    "rules": ("extractor.commands.rule_commands:app", "Check, try, list, explain and compare rules."),
    "lexicon": ("extractor.commands.lexicon_commands:app", "Bring the lexicons up to date."),
}
"""Commands that live with what they are about, a function with typer's annotations or a `typer.Typer` of several:
where, and the help that lists them before they are loaded.
"""


class OnDemand(typer.core.TyperGroup):
    """A group of commands that loads those of `ELSEWHERE` when they are called."""

    _listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, ours first."""
        return [*super().list_commands(ctx), *ELSEWHERE]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        found = super().get_command(ctx, cmd_name)
        if found is not None or cmd_name not in ELSEWHERE:
            return found
        if self._listing:
            return typer.core.TyperCommand(cmd_name, help=ELSEWHERE[cmd_name][1])
        return _command_elsewhere(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without loading them."""
        self._listing = True
        super().format_commands(ctx, formatter)
        self._listing = False


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
