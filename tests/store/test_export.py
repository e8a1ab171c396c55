"""Export: every table to a file, in each format the same rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from extractor.database import open_database, open_for_reading, store
from extractor.errors import ExtractorError
from extractor.store.export import export
from extractor.store.tables import BOOKKEEPING, tables
from tests.fakes import extraction

TEXTS = ('12% on amab (AB 1), "quoted",\nin two lines', "5% on bmab, Big Inc.", "“ü” 😀")


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    with open_database(tmp_path / "facts.db") as database:
        store(database, [extraction(text) for text in TEXTS])
    return tmp_path / "facts.db"


def exported(facts: Path, how: str) -> Path:
    folder = facts.parent / how
    with open_for_reading(facts) as database:
        counts = export(database, folder, how)
    assert counts["documents"] == 3 and counts["percentages"] == 2
    expected = {f"{table.name}.{how}" for table in tables() if table.name not in BOOKKEEPING}
    assert {path.name for path in folder.iterdir()} == expected
    return folder


def rows_of(folder: Path, table: str, how: str) -> list[dict[str, Any]]:
    path = folder / f"{table}.{how}"
    if how == "jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if how == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    found: list[dict[str, Any]] = pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
    return found


@pytest.mark.parametrize("how", ["csv", "jsonl", "parquet"])
def test_each_format_has_all_rows(facts: Path, how: str) -> None:
    if how == "parquet":
        pytest.importorskip("pyarrow")
    folder = exported(facts, how)
    assert {row["text"] for row in rows_of(folder, "documents", how)} == set(TEXTS)
    values = sorted(float(row["value"]) for row in rows_of(folder, "percentages", how))
    assert values == [5.0, 12.0]
    assert [row["title"] for row in rows_of(folder, "documents", how)] == [None if how != "csv" else ""] * 3


def test_again_in_place_of_the_last(facts: Path) -> None:
    first, again = (rows_of(exported(facts, "csv"), "documents", "csv") for _ in range(2))
    assert first == again


def test_a_folder_that_cannot_be_made(facts: Path) -> None:
    (facts.parent / "taken").write_text("a file")
    with open_for_reading(facts) as database, pytest.raises(ExtractorError, match="cannot be written"):
        export(database, facts.parent / "taken", "csv")
