"""The tables of the database, made from the records: a field's name in `model.py` is the column's name here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import fields as dataclass_fields
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from extractor import model

MENTION_TABLES: Mapping[str, type] = {
    "drug_mentions": model.DrugMention,
    "percentages": model.Percentage,
    "dates": model.DateExpression,
    "quotes": model.Quote,
    "organization_mentions": model.OrganizationMention,
    "person_mentions": model.PersonMention,
    "trial_mentions": model.TrialMention,
}
"""Each table of mentions with the record that its rows are."""

SHARED_TABLES: Mapping[str, tuple[str, str]] = {
    "drugs": ("document_drugs", "drug"),
    "organizations": ("organization_mentions", "organization"),
    "persons": ("person_mentions", "person"),
    "trials": ("trial_mentions", "trial"),
}
"""Each table whose rows documents share, with the table and column through which documents name them."""

BOOKKEEPING = frozenset({"meta", "stale", "signatures", "bands", "uncompared"})
"""Tables that are of use to the program alone."""

SQL_TYPES = {str: str, int: int, float: float, bool: int}
BODY_PLACE = {"published": str, "path": str, "document_id": str}
"""What the order of documents goes by in which copies are told from first ones (see `copies`)."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their types, what must not be null, and what points where.

    `references` maps a column to (table, column, action on delete); `by_key` is a table that is its key's index.
    """

    name: str
    columns: Mapping[str, type]
    key: tuple[str, ...]
    not_null: frozenset[str] = frozenset()
    references: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    indexes: tuple[tuple[str, ...], ...] = ()
    by_key: bool = False


IN_DOCUMENT = {"document_id": ("documents", "id", "CASCADE")}
NAMES_DRUG = {"drug": ("drugs", "name", "NO ACTION")}


def scalar_columns(record: type) -> dict[str, tuple[type, bool]]:
    """The fields of a record that become columns: name → (Python type, whether it may be null)."""
    hints = get_type_hints(record)
    found = {}
    for each in dataclass_fields(record):
        hint = hints[each.name]
        options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
        kinds = [option for option in options if option is not type(None)]
        if len(kinds) == 1 and kinds[0] in SQL_TYPES:
            found[each.name] = (SQL_TYPES[kinds[0]], len(kinds) < len(options))
    return found


def record_table(
    name: str,
    record: type,
    references: Mapping[str, tuple[str, str, str]],
    *,
    owner: str | None = None,
    key: tuple[str, ...] = ("id",),
) -> Table:
    """The table of a record; `owner` is the column that says to which row a record without an id of its own belongs."""
    scalars = scalar_columns(record)
    if owner is not None:
        scalars = {owner: (str, False), **scalars}
    return Table(
        name,
        {column: kind for column, (kind, _) in scalars.items()},
        key,
        frozenset(column for column, (_, nullable) in scalars.items() if not nullable),
        references,
        tuple((column,) for column in references if column != key[0]),
    )


def mention_table(name: str) -> Table:
    """The table of one kind of mention, tied to its document and to the drug, organisation and so on that it names."""
    record = MENTION_TABLES[name]
    references = dict(IN_DOCUMENT)
    if "drug" in scalar_columns(record):
        references |= NAMES_DRUG
    for shared, (table, column) in SHARED_TABLES.items():
        if table == name:
            references[column] = (shared, "name", "NO ACTION")
    return record_table(name, record, references)


def _bookkeeping_tables() -> Iterator[Table]:
    yield Table("meta", {"key": str, "value": str}, ("key",))
    yield Table(
        "runs",
        {
            "id": int, "started": str, "finished": str, "status": str, "folders": str, "fingerprint": str,
            "version": str, "articles": int, "unchanged": int, "removed": int, "failed": int, "seconds": float,
        },
        ("id",),
        frozenset({"started", "status"}),
    )  # fmt: skip
    yield Table(
        "documents",
        {
            "id": str, "path": str, "format": str, "title": str, "publisher": str, "author": str, "published": str,
            "url": str, "language": str, "duplicate_of": str, "fingerprint": str, "text": str,
        },
        ("id",),
        frozenset({"path", "format", "text"}),
        {"duplicate_of": ("documents", "id", "SET NULL")},
        (("duplicate_of",), ("published",), ("path",)),
    )  # fmt: skip
    yield Table(
        "files",
        {
            "path": str, "document_id": str, "container": str, "size": int, "modified": float, "hash": str,
            "fingerprint": str, "manifest": str,
        },
        ("path",),
        frozenset(),
        {
            "document_id": ("documents", "id", "NO ACTION"),
            "container": ("files", "path", "CASCADE"),
        },
        (("document_id",), ("container",)),
    )  # fmt: skip
    yield Table("failures", {"path": str, "reason": str}, ("path",), frozenset({"reason"}))
    yield Table("stale", {"kind": str, "name": str}, ("kind", "name"))


def _tables_of_copies() -> Iterator[Table]:
    """What finding copies needs; `bands` follows from `signatures`, and `uncompared` is a queue on disk."""
    yield Table(
        "signatures",
        {"document_id": str, "published": str, "path": str, "signature": bytes, "first": int},
        ("document_id",),
        frozenset({"published", "path", "signature"}),
        IN_DOCUMENT,
        by_key=True,
    )
    yield Table("bands", {"band": int, "first": int, "document_id": str}, ("band", "first", "document_id"), by_key=True)
    yield Table("uncompared", BODY_PLACE, tuple(BODY_PLACE), by_key=True)


def _shared_tables() -> Iterator[Table]:
    yield Table(
        "drugs",
        {"name": str, "kind": str, "aliases": str, "stem": str, "stem_meaning": str, "source": str},
        ("name",),
    )
    yield Table("organizations", {"name": str, "kind": str, "ticker": str}, ("name",))
    yield Table("persons", {"name": str}, ("name",))
    yield Table("trials", {"name": str, "registry_number": str, "phase": str}, ("name",))
    yield Table(
        "document_drugs",
        {
            "document_id": str, "drug": str, "kind": str, "aliases": str, "stem": str, "stem_meaning": str,
            "source": str,
        },
        ("document_id", "drug"),
        frozenset(),
        IN_DOCUMENT | NAMES_DRUG,
        (("drug",),),
    )  # fmt: skip


def _parts_of_records() -> Iterator[Table]:
    yield record_table(
        "zones", model.Zone, IN_DOCUMENT, owner="document_id", key=("document_id", "start", "end", "kind")
    )
    yield record_table(
        "page_boxes", model.PageBox, IN_DOCUMENT, owner="document_id", key=("document_id", "start", "end", "page")
    )
    yield record_table(
        "result_spans",
        model.ResultSpan,
        {"result_id": ("results", "id", "CASCADE")},
        owner="result_id",
        key=("result_id", "slot", "start", "end"),
    )
    yield record_table(
        "quote_words",
        model.PolarityWord,
        {"quote_id": ("quotes", "id", "CASCADE")},
        owner="quote_id",
        key=("quote_id", "start", "end", "rule"),
    )


@cache
def tables() -> tuple[Table, ...]:
    """All tables, each after those that it points to."""
    to_percentage = {"percentage_id": ("percentages", "id", "CASCADE")}
    return (
        *_bookkeeping_tables(),
        *_tables_of_copies(),
        *_shared_tables(),
        *(mention_table(name) for name in MENTION_TABLES),
        record_table("results", model.Result, IN_DOCUMENT | to_percentage | NAMES_DRUG),
        *_parts_of_records(),
    )
