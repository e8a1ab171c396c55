"""The database: what is written, what belongs together, and what is never touched."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.database import open_database, open_for_reading, remove_documents, settle, store
from extractor.errors import DatabaseError
from extractor.model import Extraction
from extractor.store import writing
from extractor.store.schema import FULL_TEXT
from extractor.store.tables import MENTION_TABLES, scalar_columns
from tests.fakes import extraction
from tests.stored import assert_whole, everything, rows

TEXTS = (
    "Novartis Inc. (NVS) said 12% on dupilumab (REGN 668) and 5% on nemolizumab.",
    "Dupilumab again: 40% on dupilumab (SAR 231893), says Novartis Inc. (NOV).",
    "Nothing about dupilumab (REGN 668) but 3%. Novartis Inc. (NVS) Sanofi Inc.",
)


def test_a_field_of_a_record_is_a_column(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_database(path) as database:
        for table, record in MENTION_TABLES.items():
            assert set(database.table(table).columns_dict) == set(scalar_columns(record))


def test_rows_and_foreign_keys(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_database(path) as database:
        store(database, [extraction(text) for text in TEXTS], "rules-1")
    assert_whole(path)
    assert rows(path, "SELECT count(*) FROM documents") == [(3,)]
    assert rows(path, "SELECT value FROM percentages ORDER BY value") == [(3.0,), (5.0,), (12.0,), (40.0,)]
    assert rows(path, "SELECT count(*) FROM result_spans") == [(4,)]
    assert rows(path, "SELECT DISTINCT fingerprint FROM documents") == [("rules-1",)]


def test_text_is_stored_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    text = "line one\nline\ttwo \x00 “ü” 😀 e\u0301\n\n"
    with open_database(path) as database:
        store(database, [extraction(text)])
    assert rows(path, "SELECT text FROM documents") == [(text,)]


def test_full_text_search(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    find = "SELECT documents.id FROM documents_fts JOIN documents ON documents.rowid = documents_fts.rowid " \
           "WHERE documents_fts MATCH 'nemolizumab'"  # fmt: skip
    with open_database(path) as database:
        store(database, [extraction(text) for text in TEXTS])
    first = extraction(TEXTS[0]).article.id
    assert rows(path, find) == [(first,)]
    connection = sqlite3.connect(path)
    connection.execute("VACUUM")
    connection.close()
    assert rows(path, find) == [(first,)]
    with open_database(path) as database:
        remove_documents(database, [first])
        settle(database)
    assert rows(path, find) == []
    assert_whole(path)


def test_any_number_of_rows_at_once_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [extraction(text) for text in [*TEXTS, *(f"Xmab {number}% in {number} of 9." for number in range(5))]]
    contents = []
    for at_once in (1, 3, 200):
        monkeypatch.setattr(writing, "ROWS_AT_ONCE", at_once)
        path = tmp_path / f"{at_once}.db"
        with open_database(path) as database:
            store(database, found)
            store(database, found)
        assert_whole(path)
        contents.append(everything(path))
    assert contents[0] == contents[1] == contents[2]
    assert len(contents[0]["documents"]) == len(found)


def test_the_rows_of_one_statement_are_few_enough_for_its_parameters() -> None:
    widest = max(len(writing.TABLES[table].columns) for table in FULL_TEXT)
    assert writing.ROWS_AT_ONCE * widest <= 32_766  # SQLITE_MAX_VARIABLE_NUMBER, where nobody has raised it


def test_shared_rows_do_not_depend_on_the_order(tmp_path: Path) -> None:
    found = [extraction(text) for text in TEXTS]
    orders = ([0, 1, 2], [2, 1, 0], [1, 0, 2])
    contents = []
    for number, order in enumerate(orders):
        path = tmp_path / f"{number}.db"
        for index in order:
            with open_database(path) as database:
                store(database, [found[index]])
        contents.append(everything(path))
    assert contents[0] == contents[1] == contents[2]
    [(aliases,)] = rows(tmp_path / "0.db", "SELECT aliases FROM drugs WHERE name = 'dupilumab'")
    by_name = {alias["name"]: alias["document"] for alias in json.loads(aliases)}
    assert set(by_name) == {"REGN 668", "SAR 231893"}
    assert by_name["REGN 668"] == min(found[0].article.id, found[2].article.id)
    assert rows(tmp_path / "0.db", "SELECT ticker FROM organizations WHERE name = 'Novartis'") == [("NVS",)]


def test_removal_takes_what_nobody_names_any_more(tmp_path: Path) -> None:
    whole, rest = tmp_path / "whole.db", tmp_path / "rest.db"
    found = [extraction(text) for text in TEXTS]
    with open_database(whole) as database:
        store(database, found)
        remove_documents(database, [found[0].article.id])
        settle(database)
    with open_database(rest) as database:
        store(database, found[1:])
    assert everything(whole) == everything(rest)
    assert_whole(whole)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("adm(b)%1 Inc.Z", max_size=40).map(lambda text: f"xmab (AB 1) {text}"), max_size=6))
def test_any_order_and_any_repetition_give_the_same_rows(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("order")
    for path, order in ((folder / "a.db", texts), (folder / "b.db", [*reversed(texts), *texts])):
        with open_database(path) as database:
            for text in order:
                store(database, [extraction(text)])
    assert everything(folder / "a.db") == everything(folder / "b.db")


def _folder(path: Path) -> None:
    path.mkdir()


def _other_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE letters (text)")


def _no_database(path: Path) -> None:
    path.write_text("dear diary, " * 20)


def _short_text(path: Path) -> None:
    path.write_text("x")


def _older_schema(path: Path) -> None:
    with open_database(path) as database:
        database.execute("PRAGMA user_version = 1")
        database.execute("UPDATE meta SET value = '0.0.9' WHERE key = 'version'")


def _read_only(path: Path) -> None:
    with open_database(path):
        pass
    path.chmod(0o444)


def _damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x01" * 5000)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_folder, "is a folder"),
        (_other_program, "is another program's database"),
        (_no_database, "is no SQLite database"),
        (_short_text, "is no SQLite database"),
        (_older_schema, "was made by extractor 0.0.9"),
        pytest.param(
            _read_only, "cannot be written to", marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may")
        ),
        (_damaged, ""),
    ],
)
def test_what_is_not_ours_is_left_as_it_is(tmp_path: Path, make: Callable[[Path], None], message: str) -> None:
    path = tmp_path / "facts.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DatabaseError) as raised, open_database(path):
        pass
    assert str(raised.value).startswith(f"{path}: {message}")
    assert "\n" not in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each.name for each in tmp_path.iterdir()] == ["facts.db"]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    path.touch()
    with open_database(path) as database:
        assert database.table("documents").count == 0


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_database(path) as database:
        store(database, [extraction(TEXTS[0])])
    with open_for_reading(path) as database, pytest.raises(sqlite3.OperationalError):
        database.conn.execute("DELETE FROM documents")
    assert [each.name for each in tmp_path.iterdir()] == ["facts.db"]


def test_a_failing_document_leaves_nothing_of_its_batch(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_database(path) as database:
        with pytest.raises(UnicodeEncodeError):
            store(database, [extraction(TEXTS[0]), _with_lone_surrogate()])
        assert database.table("documents").count == 0
        assert not database.conn.in_transaction


def _with_lone_surrogate() -> Extraction:
    found = extraction(TEXTS[1])
    return replace(found, article=replace(found.article, title="\ud800"))


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    code = f"from extractor.database import open_database\nwith open_database({str(path)!r}): pass"
    with open_database(path):
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "another run is writing to it" in other.stderr
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
