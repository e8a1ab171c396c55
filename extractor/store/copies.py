"""Which documents are syndicated copies of which: `documents.duplicate_of`.

Documents stand in an order of their own: the earliest published first (those without a date last), then by path. Going
through them in that order, each is a copy of the first earlier document that has nearly the same body and is no copy
itself. This depends on the documents in the database alone: not on how many workers read them, in what order they came,
or in how many runs.

It is kept so without comparing all with all. `bands` leads from a body to those that may be like it. What has to be
compared (again) is noted in `uncompared`, by the transaction that changed it; `settle_copies` goes through that in
order, and where a document becomes or ceases to be a first one, notes the later ones that may be copies of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from extractor.store.duplicates import bands, first_alike

NO_DATE = "9999-12-31"
COMPARED_AT_ONCE = 500
"""How many documents are compared in one transaction."""

NEXT = """
SELECT signatures.* FROM uncompared JOIN signatures ON signatures.document_id = uncompared.document_id
ORDER BY uncompared.published, uncompared.path, uncompared.document_id LIMIT 1
"""
EARLIER_FIRSTS = """
SELECT DISTINCT signatures.published, signatures.path, signatures.document_id, signatures.signature
FROM bands JOIN signatures ON signatures.document_id = bands.document_id
WHERE bands.band IN (SELECT value FROM json_each(?)) AND bands.first = 1
  AND (signatures.published, signatures.path, signatures.document_id) < (?, ?, ?)
ORDER BY 1, 2, 3
"""
NOTE_LATER = """
INSERT OR IGNORE INTO uncompared
SELECT DISTINCT signatures.published, signatures.path, signatures.document_id
FROM bands JOIN signatures ON signatures.document_id = bands.document_id
WHERE bands.band IN (SELECT value FROM json_each(?))
  AND (signatures.published, signatures.path, signatures.document_id) > (?, ?, ?)
"""
LEAVE_BANDS = """
DELETE FROM bands WHERE band IN (SELECT value FROM json_each(?)) AND first = ? AND document_id = ?
"""


class Body(NamedTuple):
    """A row of `signatures`: a document's place in the order, the signature of its body, and whether it is a first one.

    `first` is null, and the body is in no band, before it has been compared.
    """

    document_id: str
    published: str
    path: str
    signature: bytes
    first: bool | None = None

    @property
    def place(self) -> tuple[str, str, str]:
        """What the order of documents goes by."""
        return self.published, self.path, self.document_id


def note_bodies(database: Database, documents: Iterable[str], bodies: Mapping[str, Body]) -> None:
    """Note what these documents say now, within the caller's transaction; one without a body is gone, or too short."""
    listed = json.dumps(list(documents))
    rows = database.conn.execute(
        "SELECT * FROM signatures WHERE document_id IN (SELECT value FROM json_each(?))", [listed]
    )
    before = {row[0]: Body(*row) for row in rows}
    changed = [body for body in before.values() if body[:4] != bodies.get(body.document_id, ())[:4]]
    _forget(database, changed)
    kept = before.keys() - {body.document_id for body in changed}
    _add(database, [body for document, body in bodies.items() if document not in kept])


def _forget(database: Database, bodies: Sequence[Body]) -> None:
    """Take bodies out; what may have been a copy of one has to be compared again."""
    run = database.conn.executemany
    run("DELETE FROM signatures WHERE document_id = ?", [(body.document_id,) for body in bodies])
    run(LEAVE_BANDS, [(_listed_bands(body), body.first, body.document_id) for body in bodies if body.first is not None])
    run("DELETE FROM uncompared WHERE published = ? AND path = ? AND document_id = ?", [body.place for body in bodies])
    run(
        "UPDATE documents SET duplicate_of = NULL WHERE id = ? AND duplicate_of IS NOT NULL",
        [(body.document_id,) for body in bodies],
    )
    run(NOTE_LATER, [(_listed_bands(body), *body.place) for body in bodies if body.first])


def _add(database: Database, bodies: Sequence[Body]) -> None:
    run = database.conn.executemany
    run("INSERT INTO signatures VALUES (?, ?, ?, ?, ?)", bodies)
    run("INSERT OR IGNORE INTO uncompared VALUES (?, ?, ?)", [body.place for body in bodies])


def _listed_bands(body: Body) -> str:
    return json.dumps(bands(body.signature))


def settle_copies(database: Database, interrupted: Callable[[], bool] = lambda: False) -> None:
    """Bring `documents.duplicate_of` up to date; stops early, to be continued by the next call, once
    `interrupted()`."""
    more = True
    while more and not interrupted():
        with database.atomic():
            more = all(_compare_next(database) for _ in range(COMPARED_AT_ONCE))


def _compare_next(database: Database) -> bool:
    """Compare the first document of those that have to be compared with those before it; False if there is none."""
    row = database.conn.execute(NEXT).fetchone()
    if row is None:
        return False
    body = Body(*row)
    listed = _listed_bands(body)
    run = database.conn.execute
    run("DELETE FROM uncompared WHERE published = ? AND path = ? AND document_id = ?", body.place)
    original = _original(database, body, listed)
    first = original is None
    if first != body.first:
        if body.first is not None:
            run(LEAVE_BANDS, [listed, body.first, body.document_id])
        run("INSERT INTO bands SELECT value, ?, ? FROM json_each(?)", [first, body.document_id, listed])
        run("UPDATE signatures SET first = ? WHERE document_id = ?", [first, body.document_id])
        if first or body.first:  # it became or ceases to be one that others may be copies of
            run(NOTE_LATER, [listed, *body.place])
    if original is not None or body.first is not None:  # what is new points nowhere as it is
        run("UPDATE documents SET duplicate_of = ? WHERE id = ?", [original, body.document_id])
    return True


def _original(database: Database, body: Body, listed: str) -> str | None:
    """The first one of the earlier documents that are no copies and have nearly the same body."""
    cursor = database.conn.execute(EARLIER_FIRSTS, [listed, *body.place])
    while rows := cursor.fetchmany(COMPARED_AT_ONCE):
        found = first_alike(body.signature, [row[3] for row in rows])
        if found is not None:
            document: str = rows[found][2]
            return document
    return None
