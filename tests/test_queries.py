"""The named queries: what each answers, what is left out unless asked for, and what a wrong question is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from extractor import queries
from extractor.database import open_database, open_for_reading, store
from extractor.errors import ExtractorError
from extractor.model import Extraction

RELEASE = """Corvane reports 12-month data for its gout pill

BASEL, March 3, 2026 - Corvane AG said 41% of patients on dotinurad (CVN 101) reached the goal at week 24, compared with \
17% on placebo. "These results are encouraging," said Dr. Anna Keller, chief executive of Corvane.

The company plans to file dotinurad with the FDA in the second quarter of 2026. The shares rose 9% in Zurich. Flares fell \
in most patients, and no new safety signal was seen in the extension, in which all patients took the pill once a day.

About Corvane

Corvane was founded in 1998. In an earlier trial, 33% of patients on dotinurad responded. "We are superb," said Corvane.
"""
COPY = (
    RELEASE.replace("12-month", "one-year")
    .replace("March 3", "March 4")
    .replace("Corvane reports", "Gout: Corvane has")
)
OTHER = """Halden's migraine spray meets goal

LONDON, Jan 15, 2026 - Halden plc said 58% of patients on rimegepant were free of pain after two hours.
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory, extract: Callable[..., Extraction]) -> Iterator[Database]:
    """A release, a copy of it of the next day, and another article, with what our rules find in them."""
    path = tmp_path_factory.mktemp("queries") / "facts.db"
    days = ((RELEASE, date(2026, 3, 3)), (COPY, date(2026, 3, 4)), (OTHER, date(2026, 1, 15)))
    with open_database(path) as database:
        store(database, [extract(text, published=day) for text, day in days])
    with open_for_reading(path) as database:
        yield database


def ask(facts: Database, name: str, *columns: str, **options: Any) -> list[tuple[Any, ...]]:
    """The rows of a named query, with these columns alone."""
    answer = queries.named_query(facts, name, **options)
    at = [answer.columns.index(column) for column in columns]
    return [tuple(row[index] for index in at) for row in answer.rows]


def test_results(facts: Database) -> None:
    found = ask(facts, "results", "drug", "sign", "value", "comparator", "comparator_value", "timepoint", "published")
    assert found == [
        ("dotinurad", "=", 41.0, "placebo", 17.0, "week 24", "2026-03-03"),
        ("rimegepant", "=", 58.0, None, None, "two hours", "2026-01-15"),
    ]


def test_quotes(facts: Database) -> None:
    found = ask(facts, "quotes", "drug", "polarity", "speaker", "text")
    assert [row[1:] for row in found] == [("positive", "Anna Keller", "These results are encouraging,")]


def test_timeline(facts: Database) -> None:
    found = ask(facts, "timeline", "drug", "date_from", "date_to", "modality")
    assert ("dotinurad", "2026-04-01", "2026-06-30", "planned") in found


def test_drugs(facts: Database) -> None:
    found = ask(facts, "drugs", "name", "aliases", "articles", "first_published", "last_published")
    assert [row[0] for row in found] == ["dotinurad", "rimegepant"]
    assert "CVN 101" in found[0][1]
    assert found[0][2:] == (1, "2026-03-03", "2026-03-03")


@pytest.mark.parametrize("name", queries.NAMED)
def test_one_drug_alone(facts: Database, name: str) -> None:
    column = "name" if name == "drugs" else "drug"
    for drug in ("dotinurad", "rimegepant"):
        everything = ask(facts, name, column, furniture=True, copies=True)
        found = ask(facts, name, column, drugs=[drug], furniture=True, copies=True)
        assert found == [row for row in everything if row == (drug,)]
    assert ask(facts, name, column, drugs=[]) == []


@pytest.mark.parametrize("name", queries.NAMED)
def test_copies_count_when_asked_for(facts: Database, name: str) -> None:
    if name == "drugs":
        assert ask(facts, name, "articles", "last_published", drugs=["dotinurad"], copies=True) == [(2, "2026-03-04")]
        return
    of_copies = {row[0] for row in facts.execute("SELECT id FROM documents WHERE duplicate_of IS NOT NULL")}
    assert len(of_copies) == 1
    plain = {document for (document,) in ask(facts, name, "document_id", furniture=True)}
    assert not plain & of_copies
    assert {
        document for (document,) in ask(facts, name, "document_id", furniture=True, copies=True)
    } == plain | of_copies


@pytest.mark.parametrize(("name", "column", "said"), [("results", "value", 33.0), ("quotes", "text", "We are superb,")])
def test_furniture_counts_when_asked_for(facts: Database, name: str, column: str, said: object) -> None:
    assert (said,) not in ask(facts, name, column)
    assert (said,) in ask(facts, name, column, furniture=True)


def test_what_stands_in_furniture_is_stored_and_marked(facts: Database) -> None:
    zones = facts.execute("SELECT DISTINCT zone FROM percentages WHERE value = 33").fetchall()
    assert zones == [("about",)]


def test_the_tables_are_listed_with_their_columns(facts: Database) -> None:
    listed = {name: (rows, columns) for name, rows, columns in queries.tables(facts).rows}
    rows, columns = listed["drug_mentions"]
    assert rows == facts.table("drug_mentions").count
    assert {"drug", "start", "end", "rule"} <= set(columns.split(", "))
    assert "timeline" in listed and not {"stale", "meta"} & listed.keys()


@pytest.mark.parametrize("wrong", ["", "result", "RESULTS", "drugs; DROP TABLE drugs"])
def test_a_query_that_is_not_there(facts: Database, wrong: str) -> None:
    with pytest.raises(ExtractorError, match=r"there is no query .*; there are results, quotes, timeline, drugs"):
        queries.named_query(facts, wrong)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT colour FROM drugs", "the SQL is wrong: no such column: colour"),
        ("DELETE FROM drugs", "the SQL would change something"),
        ("ATTACH 'x.db' AS x", "the SQL would change something"),
        ("PRAGMA query_only = OFF", "the SQL gives no rows"),
        ("SELECT abs(-9223372036854775808)", "the SQL is wrong: integer overflow"),
    ],
)
def test_own_sql_that_is_wrong(facts: Database, sql: str, message: str) -> None:
    with pytest.raises(ExtractorError, match=message):
        list(queries.own_query(facts, sql).rows)


def test_own_sql(facts: Database) -> None:
    answer = queries.own_query(facts, "SELECT name FROM drugs ORDER BY name")
    assert (answer.columns, list(answer.rows)) == (("name",), [("dotinurad",), ("rimegepant",)])


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("uricosuric", []),
        ("migraine", [OTHER]),
        ("MIGRAINE spray", [OTHER]),
        ("migr*", [OTHER]),
        ("migr", []),
        ("pain hours", [OTHER]),
        ('"free of pain"', [OTHER]),
        ('"pain of free"', []),
        ("41% gout", [RELEASE]),
        ("NOT (gout", []),
        ("dotinurad OR rimegepant", []),
        ("company-plans", [RELEASE]),
        ("patients", [OTHER, RELEASE]),
    ],
)
def test_search(facts: Database, words: str, titles: list[str]) -> None:
    answer = queries.search(facts, words)
    at = answer.columns.index("title")
    assert sorted(row[at] for row in answer.rows) == sorted(text.split("\n")[0] for text in titles)


def test_search_shows_the_passage_and_copies(facts: Database) -> None:
    answer = queries.search(facts, "uric gout", limit=1, copies=True)
    assert list(answer.rows) == []
    found = [dict(zip(answer.columns, row, strict=True)) for row in queries.search(facts, "second quarter").rows]
    assert "[second] [quarter] of 2026" in found[0]["passage"]
    assert len(list(queries.search(facts, "second quarter", copies=True).rows)) == 2
    assert len(list(queries.search(facts, "second quarter", copies=True, limit=1).rows)) == 1


@pytest.mark.parametrize("words", ["", "  ", "* -", '""'])
def test_search_for_nothing(facts: Database, words: str) -> None:
    with pytest.raises(ExtractorError, match="no word to search for"):
        queries.search(facts, words)


@pytest.mark.parametrize(
    ("asked", "names"),
    [("dotinurad", ["dotinurad"]), ("Dotinurad", ["dotinurad"]), ("cvn-101", ["dotinurad"]), ("CVN101", ["dotinurad"]),
     ("x", []), ("", [])],
)  # fmt: skip
def test_a_drug_by_any_of_its_names(facts: Database, asked: str, names: list[str]) -> None:
    assert queries.resolve_drug(facts, asked) == names


SPONSORS = [
    "Corvane Pharma Inc. said merlocitinib (QXR-071) works. Merlocitinib was safe in patients.",
    "Corvane Pharma Inc. dosed a patient with QXR-071. QXR-071 was safe in patients.",
    "Halden Therapeutics Inc. dosed a patient with ZLT-2210. ZLT-2210 was safe in patients.",
    "Brannock Bio Inc. said veloralimab (ZLT-2210) works. Veloralimab was safe in patients.",
    "Lumeris Bio Inc. said brelumab (PQX-500) works. Brelumab was safe in patients.",
    "Kestrel Bio Inc. said dorvamab (PQX-500) works. Dorvamab was safe in patients.",
    "Kestrel Bio Inc. dosed a patient with PQX-500. PQX-500 was safe in patients.",
]


@pytest.mark.parametrize(
    ("asked", "names"),
    [("QXR-071", ["QXR-071", "merlocitinib"]), ("merlocitinib", ["QXR-071", "merlocitinib"]),
     ("ZLT 2210", ["ZLT-2210"]), ("veloralimab", ["veloralimab"]), ("PQX-500", ["PQX-500"]), ("dorvamab", ["dorvamab"])],
)  # fmt: skip
def test_names_that_another_document_explains(
    asked: str, names: list[str], tmp_path: Path, extract: Callable[..., Extraction]
) -> None:
    """A code counts for the drug of another document of the same company, unless two drugs have it."""
    with open_database(tmp_path / "facts.db") as database:
        store(database, [extract(text) for text in SPONSORS])
        assert queries.resolve_drug(database, asked) == names


def test_a_drug_that_is_spelled_wrong(facts: Database) -> None:
    assert queries.similar_drugs(facts, "dotinurat") == ["dotinurad"]


def test_a_reader_may_stop_early_and_close_the_database() -> None:
    """As `query … | head` does."""
    connection = sqlite3.connect(":memory:")
    answer = queries.own_query(Database(connection), "SELECT 1 UNION SELECT 2")
    rows = answer.rows
    assert next(rows) == (1,)
    connection.close()
    rows.close()  # type: ignore[attr-defined]
