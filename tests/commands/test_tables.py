"""Answers laid out for people."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from extractor.commands.tables import print_table
from extractor.queries import Answer

COLUMNS = ("drug", "value", "arm", "sentence", "document_id", "rule")
ROW = (
    "foximab",
    32.8,
    "foximab 2 mg",
    "32.8% of patients on foximab 2 mg responded, against 13.7%.",
    "d1",
    "results.on",
)


def printed(columns: tuple[str, ...], rows: list[tuple[object, ...]], width: int) -> list[str]:
    out = io.StringIO()
    print_table(Answer(columns, iter(rows)), Console(file=out, width=width), lambda value: str(value or ""))
    return [line.rstrip() for line in out.getvalue().splitlines() if line.strip()]


def test_what_fits_is_one_table() -> None:
    heading, _, row = printed(COLUMNS[:3], [ROW[:3]], 80)
    assert heading.split() == ["drug", "value", "arm"]
    assert row.split() == ["foximab", "32.8", "foximab", "2", "mg"]


def test_what_is_long_and_the_source_stand_below_the_row() -> None:
    assert printed(COLUMNS, [ROW], 80)[2:] == [
        "foximab   32.8  foximab 2 mg",
        "    sentence 32.8% of patients on foximab 2 mg responded, against 13.7%.",
        "    d1 · results.on",
    ]


def test_columns_that_do_not_fit_stand_below_with_their_names() -> None:
    assert printed(COLUMNS, [ROW], 20)[2:4] == ["foximab   32.8", "    arm foximab 2 mg"]


def test_columns_that_are_null_throughout_are_left_out() -> None:
    heading, *_ = printed(("drug", "trial"), [("foximab", None), ("barimab", None)], 80)
    assert heading.split() == ["drug"]


def test_that_there_are_no_rows_is_told() -> None:
    assert printed(("drug", "trial"), [], 80)[0].strip() == "no rows"


@pytest.mark.parametrize("width", [1, 10, 80])
@given(cells=st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_any_text_is_laid_out(width: int, cells: list[tuple[str, str]]) -> None:
    printed(("one", "sentence"), list(cells), width)
