"""The rows that documents share, worked out from what each document says, so that their order does not matter.

What has to be worked out anew is noted in the table `stale` by the same transaction that changed it: a run that is
killed leaves nothing wrong that the next one does not mend.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from extractor.store.tables import SHARED_TABLES

NAMES_AT_ONCE = 500
"""How many names are settled in one transaction."""

MOST_SAID = """
{column} = (
  SELECT {column} FROM {mentions} WHERE {name} = {shared}.name AND {column} IS NOT NULL
  GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT 1)
"""
MOST_SAID_COLUMNS = {"organizations": ("kind", "ticker"), "persons": (), "trials": ("registry_number", "phase")}
"""Columns of shared tables that take what most mentions say."""


def settle(database: Database, interrupted: Callable[[], bool] = lambda: False) -> None:
    """Bring the shared tables up to date; stops early, to be continued by the next call, once `interrupted()`."""
    for shared in SHARED_TABLES:
        for names in _stale_names(database, shared):
            if interrupted():
                return
            with database.atomic():
                gone = _remove_unnamed(database, shared, names)
                _settle(database, shared, [name for name in names if name not in gone])
                database.conn.execute("DELETE FROM stale WHERE kind = ? AND name <= ?", [shared, names[-1]])


def _stale_names(database: Database, shared: str) -> Iterator[list[str]]:
    sql = "SELECT name FROM stale WHERE kind = ? ORDER BY name LIMIT ?"
    while names := [row[0] for row in database.execute(sql, [shared, NAMES_AT_ONCE])]:
        yield names


def _remove_unnamed(database: Database, shared: str, names: list[str]) -> set[str]:
    """Delete the rows of the shared table that no document names any more, and say which."""
    mentions, column = SHARED_TABLES[shared]
    sql = (
        f"DELETE FROM {shared} WHERE name IN (SELECT value FROM json_each(?)) AND NOT EXISTS "
        f"(SELECT 1 FROM {mentions} WHERE {mentions}.{column} = {shared}.name) RETURNING name"
    )
    return {row[0] for row in database.conn.execute(sql, [json.dumps(names)]).fetchall()}


def _settle(database: Database, shared: str, names: Sequence[str]) -> None:
    for name in names if shared == "drugs" else ():
        _settle_drug(database, name)
    mentions, key = SHARED_TABLES[shared]
    if columns := MOST_SAID_COLUMNS.get(shared):
        said = ", ".join(
            MOST_SAID.format(shared=shared, column=column, mentions=mentions, name=key) for column in columns
        )
        database.conn.executemany(f"UPDATE {shared} SET {said} WHERE name = ?", ((name,) for name in names))


def _settle_drug(database: Database, name: str) -> None:
    """One row from what all documents say of a drug.

    The lexicon's word goes before an article's, then that of the document with the smallest id. Of an alias that
    several documents give by one rule, the document with the smallest id is named.
    """
    said = database.conn.execute(
        "SELECT kind, stem, stem_meaning, source, aliases, min(document_id) FROM document_drugs WHERE drug = ? "
        "GROUP BY kind, stem, stem_meaning, source, aliases",
        [name],
    ).fetchall()
    kind, stem, meaning, source, *_ = min(said, key=lambda row: (row[0] is None, row[3] != "lexicon", row[5]))
    database.conn.execute(
        "UPDATE drugs SET kind = ?, stem = ?, stem_meaning = ?, source = ?, aliases = ? WHERE name = ?",
        [kind, stem, meaning, source, merged_aliases([row[4] for row in said]), name],
    )


def merged_aliases(several: list[str]) -> str:
    """The union of several JSON lists of aliases, as one such list whose order depends on its content alone."""
    found: dict[tuple[str, str], str | None] = {}
    for text in several:
        for alias in json.loads(text or "[]"):
            key = (alias["name"], alias["rule"])
            known = found.get(key, alias["document"])
            found[key] = None if known is None or alias["document"] is None else min(known, alias["document"])
    merged: list[dict[str, Any]] = [
        {"name": name, "rule": rule, "document": document} for (name, rule), document in sorted(found.items())
    ]
    return json.dumps(merged, ensure_ascii=False)


def alias_names(aliases: str | None) -> str:
    """The names in a JSON list of aliases, each once, in the list's order, with `; ` between them."""
    return "; ".join(dict.fromkeys(alias["name"] for alias in json.loads(aliases or "[]")))
