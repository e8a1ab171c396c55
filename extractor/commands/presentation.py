"""Rows as a table, JSON or CSV; a run's summary in words."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from rich.console import Console

from extractor.commands.tables import print_table
from extractor.queries import Answer
from extractor.running.job import Progress

KINDS_NAMED = 5
"""How many kinds of files that were left out a summary names."""

PLAIN_WIDTH = 160
"""Columns of a table that does not go to a terminal."""

COUNTED = {
    "drug_mentions": ("drug mention", "drug mentions"),
    "percentages": ("percentage", "percentages"),
    "dates": ("date", "dates"),
    "quotes": ("quote", "quotes"),
    "results": ("result", "results"),
    "organization_mentions": ("mention of an organisation", "mentions of organisations"),
    "person_mentions": ("mention of a person", "mentions of persons"),
    "trial_mentions": ("mention of a trial", "mentions of trials"),
}
"""The tables that a summary counts, as it calls one of them and several."""


def write_answer(answer: Answer, how: str, out: TextIO | None = None) -> None:
    """Write an answer as `table`, `json` (a list of objects) or `csv` (with a header)."""
    WRITERS[how](answer, out or sys.stdout)


def _write_table(answer: Answer, out: TextIO) -> None:
    print_table(answer, console_for(out), _cell)


def _write_json(answer: Answer, out: TextIO) -> None:
    before = "[\n "
    for row in answer.rows:
        values = {name: _plain(value) for name, value in zip(answer.columns, row, strict=True)}
        out.write(before + json.dumps(values, ensure_ascii=False))
        before = ",\n "
    out.write("[]\n" if before[0] == "[" else "\n]\n")


def _write_csv(answer: Answer, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_plain(value) for value in row] for row in answer.rows)


WRITERS: Mapping[str, Callable[[Answer, TextIO], None]] = {
    "table": _write_table,
    "json": _write_json,
    "csv": _write_csv,
}


def console_for(out: TextIO) -> Console:
    """A console on `out`, wide enough where it is no terminal."""
    console = Console(file=out, highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PLAIN_WIDTH
    return console


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(_plain(value))


def summary(progress: Progress, database: str) -> str:
    """What a run came to, in words and numbers."""
    counts = [_number(progress.rows[table], *names) for table, names in COUNTED.items() if progress.rows[table]]
    lines = [summary_line(progress)]
    if counts:
        lines.append(_listed(counts))
    if progress.left_out:
        lines.append(_left_out(progress.left_out))
    return "\n".join([*lines, f"The facts are in {database}"])


def _left_out(endings: Counter[str]) -> str:
    """How many files of which endings are no articles by their names, the most frequent first: "… 2 .csv, 1 .xlsx"."""
    kinds = [f"{count:,} {ending or 'without an ending'}" for ending, count in endings.most_common(KINDS_NAMED)]
    more = ", …" if len(endings) > KINDS_NAMED else ""
    return f"Left out, for they are no articles by their names: {', '.join(kinds)}{more}"


def summary_line(progress: Progress) -> str:
    """What a run came to, in one line."""
    done = [f"{_number(progress.articles, 'article', 'articles')} stored"]
    if progress.unchanged:
        done.append(f"{progress.unchanged:,} unchanged")
    if progress.removed:
        done.append(f"{progress.removed:,} removed")
    if progress.failures:
        done.append(f"{len(progress.failures):,} failed")
    return f"{'Interrupted: ' if progress.interrupted else ''}{', '.join(done)} in {progress.seconds:.1f} seconds"


def summary_values(progress: Progress) -> dict[str, Any]:
    """The same for a program: plain values under fixed names."""
    return {
        "articles": progress.articles,
        "unchanged": progress.unchanged,
        "removed": progress.removed,
        "failed": len(progress.failures),
        "left_out": dict(progress.left_out),
        "seconds": round(progress.seconds, 3),
        "interrupted": progress.interrupted,
        "rows": {table: progress.rows[table] for table in COUNTED},
        "failures": [{"path": path, "reason": reason} for path, reason in progress.failures],
    }


def _number(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
