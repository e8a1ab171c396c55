"""A database → files that other programs read: one for each table, as CSV, JSON lines or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sqlite_utils import Database

from extractor.errors import ExtractorError
from extractor.store.tables import BOOKKEEPING, Table, tables

ROWS_AT_ONCE = 10_000

Row = tuple[Any, ...]
Writer = Callable[[Path, Mapping[str, type], Iterator[Sequence[Row]]], None]


def export(database: Database, folder: Path, how: str) -> dict[str, int]:
    """Write every table of facts to a file of its own in `folder`, which is made where there is none.

    `how` is `csv`, `jsonl` or `parquet`. A file is there whole or not at all. Returns the number of rows of each table.
    Raises ExtractorError where a file cannot be written, or pyarrow is missing for Parquet.
    """
    counts = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in tables():
            if table.name not in BOOKKEEPING:
                path = folder / f"{table.name}.{how}"
                counts[table.name] = _export_table(database, table, path, how)
    except OSError as error:
        raise ExtractorError(f"cannot be written: {error.strerror or error}", path=folder) from error
    return counts


def _export_table(database: Database, table: Table, path: Path, how: str) -> int:
    count = 0

    def portions() -> Iterator[Sequence[Row]]:
        nonlocal count
        listed, key = (", ".join(f'"{column}"' for column in columns) for columns in (table.columns, table.key))
        cursor = database.conn.execute(f"SELECT {listed} FROM {table.name} ORDER BY {key}")
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            count += len(rows)
            yield rows

    unfinished = path.with_name(f".{path.name}.part")
    try:
        WRITERS[how](unfinished, table.columns, portions())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


@contextmanager
def _text(path: Path) -> Iterator[IO[str]]:
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file


def _write_csv(path: Path, columns: Mapping[str, type], portions: Iterator[Sequence[Row]]) -> None:
    with _text(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for rows in portions:
            writer.writerows(rows)


def _write_json_lines(path: Path, columns: Mapping[str, type], portions: Iterator[Sequence[Row]]) -> None:
    with _text(path) as file:
        for rows in portions:
            for row in rows:
                file.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")


def _write_parquet(path: Path, columns: Mapping[str, type], portions: Iterator[Sequence[Row]]) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ExtractorError("Parquet needs pyarrow; install it with: pip install 'extractor[parquet]'") from error
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
    with parquet.ParquetWriter(path, schema) as writer:
        for rows in portions:
            arrays = [pyarrow.array(values, schema.field(at).type) for at, values in enumerate(zip(*rows, strict=True))]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


WRITERS: Mapping[str, Writer] = {"csv": _write_csv, "jsonl": _write_json_lines, "parquet": _write_parquet}
