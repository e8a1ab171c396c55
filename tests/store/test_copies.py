"""Which document is a copy of which: it follows from the documents alone, whatever happened before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from extractor.database import open_database, remove_documents, settle, store
from extractor.model import Extraction, document_id
from extractor.readers import article_from_text
from extractor.store import copies
from extractor.store.copies import Body
from extractor.store.duplicates import ALIKE, first_alike, signature
from tests.store.test_duplicates import BODY, COPY, FURNISHED, OTHER, SHORT
from tests.stored import assert_whole, rows

TEXTS = {"body": BODY, "copy": COPY, "furnished": FURNISHED, "other": OTHER, "short": SHORT, "short too": SHORT + " "}


def document(text: str, path: str, published: str | None = None) -> Extraction:
    day = None if published is None else date.fromisoformat(published)
    return Extraction(article=article_from_text(text, path=path, published=day))


def originals(path: Path) -> dict[str, str]:
    """Each copy with the document that it points to, by their paths."""
    sql = "SELECT a.path, b.path FROM documents a JOIN documents b ON b.id = a.duplicate_of"
    return dict(rows(path, sql))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts.db"


def test_copies_point_to_the_first(path: Path) -> None:
    with open_database(path) as database:
        store(database, [document(FURNISHED, "c"), document(COPY, "b", "2026-03-04")])
        assert originals(path) == {"c": "b"}
        store(database, [document(BODY, "z", "2026-03-03"), document(OTHER, "a"), document(SHORT, "s")])
        assert originals(path) == {"c": "z", "b": "z"}
    assert_whole(path)


def test_of_one_day_the_first_path(path: Path) -> None:
    with open_database(path) as database:
        store(database, [document(BODY, "b", "2026-03-04"), document(COPY, "a", "2026-03-04")])
    assert originals(path) == {"b": "a"}


def test_a_first_one_that_goes_gives_place_to_the_next(path: Path) -> None:
    with open_database(path) as database:
        store(database, [document(BODY, "1", "2026-03-03"), document(COPY, "2"), document(FURNISHED, "3")])
        assert originals(path) == {"2": "1", "3": "1"}
        remove_documents(database, [document_id(BODY.encode())])
        settle(database)
    assert originals(path) == {"3": "2"}


def test_a_document_whose_day_changes(path: Path) -> None:
    with open_database(path) as database:
        store(database, [document(BODY, "1", "2026-03-03"), document(COPY, "2", "2026-03-04")])
        store(database, [document(BODY, "1", "2026-03-05")])
    assert originals(path) == {"1": "2"}


def test_a_document_that_no_longer_has_a_body(path: Path) -> None:
    with open_database(path) as database:
        store(database, [document(BODY, "1"), document(COPY, "2")])
        bare = document(COPY, "2")
        store(database, [replace(bare, article=replace(bare.article, text=SHORT, zones=()))])
    assert originals(path) == {}
    assert rows(path, "SELECT count(*) FROM signatures") == [(1,)]


def test_what_does_not_change_is_not_compared_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_database(path) as database:
        both = [document(BODY, "1", "2026-03-03"), document(COPY, "2")]
        store(database, both)
        monkeypatch.setattr(copies, "first_alike", None)
        store(database, both)
    assert originals(path) == {"2": "1"}


@pytest.mark.parametrize("after", [1, 2, 3])
def test_an_interrupted_comparison_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    monkeypatch.setattr(copies, "COMPARED_AT_ONCE", 1)
    asked = iter(range(100))
    with open_database(path) as database:
        monkeypatch.setattr("extractor.database.settle_copies", lambda *_: None)
        store(database, [document(BODY, "1"), document(COPY, "2"), document(FURNISHED, "3")])
        copies.settle_copies(database, lambda: next(asked) == after)
        remove_documents(database, [document_id(BODY.encode())])
        copies.settle_copies(database)
    assert originals(path) == {"3": "2"}


# Families of made-up signatures: those of neighbouring numbers are alike, those further apart are not.
KINDS = 6
STEP = 24


def made_up(kind: int, family: int) -> bytes:
    """128 values of two bytes, of which the first `STEP * kind` are of the next family's."""
    values = [
        (2000 + position if position < STEP * kind else 1000 + position) + family * 5000 for position in range(128)
    ]
    return b"".join(value.to_bytes(2, "little") for value in values)


def by_definition(bodies: Mapping[str, Body]) -> dict[str, str]:
    """What the docstring of `copies` says, with all compared with all."""
    firsts: list[Body] = []
    found = {}
    for body in sorted(bodies.values(), key=lambda each: each.place):
        at = first_alike(body.signature, [first.signature for first in firsts])
        if at is None:
            firsts.append(body)
        else:
            found[body.document_id] = firsts[at].document_id
    return found


BODIES = st.builds(
    lambda name, day, kind, family: Body(name, f"2026-03-0{day}", name, made_up(kind, family)),
    st.sampled_from("abcdefgh"),
    st.integers(1, 4),
    st.integers(0, KINDS - 1),
    st.integers(0, 1),
)
CHANGES = st.lists(
    st.tuples(st.lists(BODIES, max_size=4), st.sets(st.sampled_from("abcdefgh"), max_size=3), st.booleans())
)


def change(database: Database, now: dict[str, Body], added: list[Body], removed: set[str], settled: bool) -> None:
    """Add and remove bodies, as writing documents does, and settle or leave that to later."""
    with database.atomic():
        new = {body.document_id: body for body in added}
        for name in new:
            database.conn.execute(
                "INSERT OR IGNORE INTO documents (id, path, format, text) VALUES (?, '', '', '')", [name]
            )
        copies.note_bodies(database, new, new)
        copies.note_bodies(database, removed, {})
        database.conn.executemany("DELETE FROM documents WHERE id = ?", [(name,) for name in removed])
        now.update(new)
        for name in removed:
            now.pop(name, None)
    if settled:
        copies.settle_copies(database)


def test_neighbours_are_alike_and_others_are_not() -> None:
    alike = [first_alike(made_up(2, 0), [made_up(kind, 0)]) == 0 for kind in range(KINDS)]
    assert (alike, ALIKE) == ([False, True, True, True, False, False], 0.75)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_whatever_happened_before(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[list[Body], set[str], bool]]
) -> None:
    path = tmp_path_factory.mktemp("copies") / "facts.db"
    now: dict[str, Body] = {}
    with open_database(path) as database:
        for added, removed, settled in changes:
            change(database, now, added, removed, settled)
        copies.settle_copies(database)
        found = dict(database.execute("SELECT id, duplicate_of FROM documents WHERE duplicate_of IS NOT NULL"))
        assert found == by_definition(now)
        firsts = {row[0] for row in database.execute("SELECT document_id FROM signatures WHERE first")}
        assert firsts == now.keys() - found.keys()
        assert database.execute("SELECT count(*) FROM uncompared").fetchone() == (0,)
        assert database.execute("SELECT count(*) FROM bands").fetchone() == (len(now) * 16,)


def test_the_signature_of_a_document_is_stored(path: Path) -> None:
    with open_database(path) as database:
        store(database, [document(BODY, "1", "2026-03-03")])
    made = signature(article_from_text(BODY))
    assert rows(path, "SELECT published, path, signature, first FROM signatures") == [("2026-03-03", "1", made, 1)]
