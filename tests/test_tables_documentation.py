"""docs/tables.md describes every table and column that users see, and no other."""

from __future__ import annotations

import re

import pytest

from extractor.model import Mention
from extractor.store.tables import BOOKKEEPING, MENTION_TABLES, Table, scalar_columns, tables
from tests.documented import ROOT

PAGE = (ROOT / "docs" / "tables.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (.*?)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
SHOWN = [table for table in tables() if table.name not in BOOKKEEPING]
COMMON = set(scalar_columns(Mention))


def section_of(table: str) -> str:
    """What the page says below the heading that names a table."""
    (section,) = [text for heading, text in SECTIONS.items() if f"`{table}`" in heading]
    return section


def columns_in(section: str) -> set[str]:
    """The names in the first cells of a section's rows."""
    return {
        name for row in re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }


@pytest.mark.parametrize("table", SHOWN, ids=lambda table: table.name)
def test_each_column_is_described(table: Table) -> None:
    expected = set(table.columns) - (COMMON if table.name in MENTION_TABLES else set())
    told = columns_in(section_of(table.name))
    if table.name in ("organizations", "persons", "trials"):  # one section for the three
        assert expected <= told
    else:
        assert told == expected


def test_the_columns_of_all_mentions_are_described() -> None:
    before = PAGE.split("## Mentions")[1].split("###")[0]
    assert columns_in(before) == COMMON


def test_no_table_is_described_that_there_is_not() -> None:
    named = {name for heading in SECTIONS for name in re.findall(r"`(\w+)`", heading)}
    assert named == {table.name for table in SHOWN}
