"""What tests ask of a database that was written."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

TIMES = ("runs",)
"""Tables that say when something was done."""


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but those that tell times, in an order that depends on their content alone."""
    connection = sqlite3.connect(path)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in names
            if name not in TIMES and "_fts" not in name
        }
    finally:
        connection.close()


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def assert_whole(path: Path) -> None:
    """The database is sound: its pages, its foreign keys, and its full-text indexes."""
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        indexes = connection.execute("SELECT name FROM sqlite_master WHERE name LIKE '%~_fts' ESCAPE '~'").fetchall()
        for (index,) in indexes:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    finally:
        connection.close()
