"""Rows of an answer laid out for people: a table where it fits, otherwise with what is long below each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.queries import Answer

LONG = 40
"""Characters from which on a cell is long: its column stands below the row where the table would not fit."""

SOURCE = ("published", "publisher", "document_id", "rule")
"""Columns that say where a row is from; they stand in one line below it where the table would not fit."""

GAP = 2


def print_table(answer: Answer, console: Console, as_text: Callable[[Any], str]) -> None:
    """Print all rows; columns that are null throughout are left out. `as_text` makes a value into the text of its
    cell."""
    rows = list(answer.rows)
    if not rows:
        console.print("no rows", style="dim")
        return
    shown = [index for index in range(len(answer.columns)) if any(row[index] is not None for row in rows)]
    names = [answer.columns[index] for index in shown]
    cells = [[as_text(row[index]) for index in shown] for row in rows]
    right = [all(isinstance(row[index], (int, float, type(None))) for row in rows) for index in shown]
    widths = [
        max([len(name), *(len(line) for row in cells for line in row[place].splitlines())])
        for place, name in enumerate(names)
    ]
    if sum(widths) + GAP * len(widths) <= console.width:
        console.print(_fitting(names, cells, right))
    else:
        _print_with_lines_below(names, cells, right, widths, console)


def _fitting(names: Sequence[str], cells: Sequence[Sequence[str]], right: Sequence[bool]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, number in zip(names, right, strict=True):
        table.add_column(name, justify="right" if number else "left", overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    return table


def _print_with_lines_below(
    names: Sequence[str], cells: Sequence[Sequence[str]], right: Sequence[bool], widths: Sequence[int], console: Console
) -> None:
    source = [place for place, name in enumerate(names) if name in SOURCE]
    long = [place for place, width in enumerate(widths) if place not in source and width > LONG]
    short = [place for place in range(len(names)) if place not in source and place not in long]
    in_row = [place for number, place in enumerate(short) if _room(short[: number + 1], widths) <= console.width]
    layout = [(widths[place], right[place]) for place in in_row]
    if in_row:
        console.print(_line(layout, [Text(names[place], "bold") for place in in_row]))
        console.rule(style="dim", characters="─")
    for row in cells:
        if in_row:
            console.print(_line(layout, [Text(row[place]) for place in in_row]))
        more = [f"{names[place]} {row[place]}" for place in short[len(in_row) :] if row[place]]
        texts = [
            Text.assemble((f"{names[place]} ", "dim"), " ".join(row[place].split())) for place in long if row[place]
        ]
        told = [Text(" · ".join(more)), *texts, Text(" · ".join(row[place] for place in source if row[place]), "dim")]
        for text in filter(None, told):
            console.print(Padding(text, (0, 0, 0, 2 * GAP), expand=False))
        console.print()


def _room(places: Sequence[int], widths: Sequence[int]) -> int:
    return sum(widths[place] + GAP for place in places)


def _line(layout: Sequence[tuple[int, bool]], row: Sequence[Text]) -> Table:
    """One row as a table of its own, so that what stands below it may take the whole width."""
    table = Table.grid(padding=(0, GAP, 0, 0))
    for width, number in layout:
        table.add_column(width=width, justify="right" if number else "left", overflow="fold")
    table.add_row(*row)
    return table
