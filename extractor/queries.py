"""The named queries, and a user's own SQL, on a database that they cannot change."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from sqlite_utils import Database

from extractor.errors import ExtractorError
from extractor.model import FURNITURE_ZONES
from extractor.store.schema import VIEWS
from extractor.store.settling import alias_names
from extractor.store.tables import BOOKKEEPING
from extractor.store.tables import tables as stored_tables

FURNITURE = ", ".join(f"'{zone}'" for zone in sorted(FURNITURE_ZONES))

RESULTS = """
SELECT results.drug, results.sign, results.value, results.measure, results.arm, results.comparator,
       results.comparator_value, results.endpoint, results.timepoint, results.trial, results.phase, results.p_value,
       documents.published, documents.publisher, percentages.sentence, results.document_id, results.rule
FROM results JOIN documents ON documents.id = results.document_id
JOIN percentages ON percentages.id = results.percentage_id
WHERE {drug:results.drug} AND {zone:percentages.zone} AND {copy:documents.duplicate_of}
ORDER BY results.drug IS NULL, results.drug, documents.published, results.document_id, percentages.start
"""
SAME_COMPANY = """
SELECT 1 FROM document_drugs AS code_drugs
JOIN organization_mentions AS here ON here.document_id = code_drugs.document_id AND here.kind = 'company'
JOIN organization_mentions AS there ON there.organization = here.organization
JOIN document_drugs AS drug_drugs ON drug_drugs.document_id = there.document_id
WHERE code_drugs.drug = ? AND drug_drugs.drug = ? LIMIT 1
"""
QUOTES = """
SELECT quotes.drug, quotes.polarity, quotes.score, quotes.speaker, quotes.organization, quotes.text, quotes.cue,
       documents.published, documents.publisher, quotes.sentence, quotes.document_id, quotes.rule
FROM quotes JOIN documents ON documents.id = quotes.document_id
WHERE {drug:quotes.drug} AND {zone:quotes.zone} AND {copy:documents.duplicate_of}
ORDER BY quotes.drug IS NULL, quotes.drug, documents.published, quotes.document_id, quotes.start
"""
TIMELINE = """
SELECT drug, date_from, date_to, text, event, modality, sentence, published, publisher, document_id, rule
FROM timeline
WHERE {drug:drug} AND {zone:zone} AND {copy:duplicate_of}
ORDER BY drug, date_from, date_to, document_id, start
"""
DRUGS = """
SELECT drugs.name, drugs.kind, alias_names(drugs.aliases) AS aliases, drugs.stem, drugs.stem_meaning,
       count(*) AS mentions, count(DISTINCT documents.id) AS articles, min(documents.published) AS first_published,
       max(documents.published) AS last_published, drugs.source
FROM drugs JOIN drug_mentions ON drug_mentions.drug = drugs.name
JOIN documents ON documents.id = drug_mentions.document_id
WHERE {drug:drugs.name} AND {zone:drug_mentions.zone} AND {copy:documents.duplicate_of}
GROUP BY drugs.name
ORDER BY mentions DESC, drugs.name
"""
SEARCH = """
SELECT documents.published, documents.title, snippet(documents_fts, 1, '[', ']', ' … ', 24) AS passage,
       documents.path, documents.publisher, documents.id AS document_id
FROM documents_fts JOIN documents ON documents.rowid = documents_fts.rowid
WHERE documents_fts MATCH ? AND {copy:documents.duplicate_of}
ORDER BY bm25(documents_fts, 4.0, 1.0), documents.id
LIMIT ?
"""
"""Articles by their words; those of a title count for more."""

SEARCHED = re.compile(r'"[^"]*"|[^\s"]+')

NAMED = {"results": RESULTS, "quotes": QUOTES, "timeline": TIMELINE, "drugs": DRUGS}
"""The named queries; `{drug:column}`, `{zone:column}` and `{copy:column}` stand for the conditions that the caller asks
for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of an answer, and its rows, which are fetched as they are asked for."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class _Condition:
    """Stands in a named query for a condition on the column after the colon."""

    def __init__(self, sql: str | None) -> None:
        self._sql = sql

    def __format__(self, column: str) -> str:
        return "1" if self._sql is None else f"{column} {self._sql}"


def named_query(
    database: Database,
    name: str,
    *,
    drugs: Sequence[str] | None = None,
    furniture: bool = False,
    copies: bool = False,
) -> Answer:
    """The answer to a named query.

    `drugs` are names as in `drugs.name` (see `resolve_drug`); None is all of them. Facts in furniture (boilerplate,
    contacts, …) are left out unless `furniture`; those of syndicated copies, which say again what the first one said,
    unless `copies`. Raises ExtractorError for a name that is none of `NAMED`.
    """
    if name not in NAMED:
        raise ExtractorError(f"there is no query {name!r}; there are {', '.join(NAMED)}")
    database.conn.create_function("alias_names", 1, alias_names, deterministic=True)
    places = ", ".join("?" * len(drugs or ()))
    sql = NAMED[name].format(
        drug=_Condition(None if drugs is None else f"IN ({places})"),
        zone=_Condition(None if furniture else f"NOT IN ({FURNITURE})"),
        copy=_Condition(None if copies else "IS NULL"),
    )
    return _answer(database.conn.execute(sql, list(drugs or ())))


def tables(database: Database) -> Answer:
    """The tables and views that are there to be asked, each with the number of its rows and its columns."""
    names = [*(table.name for table in stored_tables() if table.name not in BOOKKEEPING), *VIEWS]
    rows = (
        (name, database.execute(f"SELECT count(*) FROM {name}").fetchone()[0], ", ".join(_columns(database, name)))
        for name in names
    )
    return Answer(("table", "rows", "columns"), rows)


def _columns(database: Database, table: str) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM pragma_table_info(?)", [table])]


def own_query(database: Database, sql: str) -> Answer:
    """The answer to a user's SQL. Raises ExtractorError for SQL that is wrong, or that would change something."""
    database.conn.set_authorizer(_only_reading)
    try:
        cursor = database.conn.execute(sql)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise ExtractorError(_sql_problem(error)) from error
    if cursor.description is None:
        raise ExtractorError("the SQL gives no rows; write a SELECT")
    return _answer(cursor)


def search(database: Database, words: str, *, limit: int = 20, copies: bool = False) -> Answer:
    """The documents that hold all the words, the best first, with the passage where they stand, the words in brackets.

    `"a phrase"` is taken as it is, `beginning*` stands for all words that begin so. Syndicated copies are left out
    unless `copies`. Raises ExtractorError where there is no word to look for.
    """
    asked = [each.strip('"') for each in SEARCHED.findall(words)]
    asked = [each for each in asked if any(map(str.isalnum, each))]
    if not asked:
        raise ExtractorError("there is no word to search for; give some")
    match = " ".join(f'"{each.rstrip("*")}"' + "*" * each.endswith("*") for each in asked)
    sql = SEARCH.format(copy=_Condition(None if copies else "IS NULL"))
    return _answer(database.conn.execute(sql, [match, limit]))


def resolve_drug(database: Database, name: str) -> list[str]:
    """The `drugs.name`s that a name stands for: its own or else those that have it as an alias, however spaced or
    cased; and with each what other documents call it, where that is certain.

    It is where all documents that explain a name give it to one drug, and one of them and one that only writes the name
    are about the same company: sponsors give the same code to different medicines.
    """
    rows = database.conn.execute("SELECT name, aliases FROM drugs ORDER BY name").fetchall()
    wanted, owners = _folded(name), _owners(rows)
    found = [drug for drug, _ in rows if wanted and _folded(drug) == wanted] or sorted(owners.get(wanted, ()))
    pairs = [(drug, *owners[_folded(drug)]) for drug, _ in rows if len(owners.get(_folded(drug), ())) == 1]
    near = [(code, drug) for code, drug in pairs if code != drug and (code in found or drug in found)]
    same = [pair for pair in near if database.conn.execute(SAME_COMPANY, pair).fetchone()]
    return sorted({*found, *(drug for pair in same for drug in pair)})


def _owners(rows: list[tuple[str, str]]) -> dict[str, set[str]]:
    """The drugs that have a name as an alias, by the folded name."""
    owners: dict[str, set[str]] = {}
    for drug, aliases in rows:
        for alias in filter(None, alias_names(aliases).split("; ")):
            owners.setdefault(_folded(alias), set()).add(drug)
    return owners


def similar_drugs(database: Database, name: str) -> list[str]:
    """Names and aliases in the database that look like `name`, for a message."""
    known: dict[str, str] = {}
    for drug, aliases in database.conn.execute("SELECT name, aliases FROM drugs"):
        known.update((_folded(each), each) for each in (drug, *alias_names(aliases).split("; ")) if each)
    return [known[each] for each in get_close_matches(_folded(name), known, n=3)]


def _folded(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _answer(cursor: sqlite3.Cursor) -> Answer:
    return Answer(tuple(column[0] for column in cursor.description), _rows(cursor))


def _rows(cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
    try:
        for row in cursor:  # noqa: UP028 - `yield from` would close the cursor when its reader stops early
            yield row
    except sqlite3.Error as error:
        raise ExtractorError(_sql_problem(error)) from error


def _only_reading(action: int, *_: str | None) -> int:
    """Forbids what reaches beyond this database: `ATTACH` (and with it `VACUUM INTO`) would write other files."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK


def _sql_problem(error: Exception) -> str:
    message = str(error)
    if "readonly" in message or "not authorized" in message:
        return f"the SQL would change something ({message}); `query` only reads"
    return f"the SQL is wrong: {message}"
