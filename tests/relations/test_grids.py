"""Tables in the text: their rows, heads and captions."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.grids import Cell, Grid, grids_of, is_section

TABLE = """Week 24 results

Endpoint | Drug A | Placebo
Response | 45% | 12%
Adverse events
Nausea | 8% | 3%

In all, 90% stayed in the trial."""


def grids(pipeline: Pipeline, text: str) -> list[Grid]:
    return grids_of(pipeline.context(article_from_text(text)))


def test_a_table_has_rows_heads_and_a_caption(pipeline: Pipeline) -> None:
    (grid,) = grids(pipeline, TABLE)
    assert [[cell.text for cell in row] for row in grid.body] == [
        ["Response", "45%", "12%"],
        ["Adverse events"],
        ["Nausea", "8%", "3%"],
    ]
    assert [[cell.text for cell in row] for row in grid.heads] == [["Endpoint", "Drug A", "Placebo"]]
    assert grid.width == 3 and grid.above is not None
    assert TABLE[slice(*grid.above)] == "Week 24 results"
    assert [is_section(row) for row in grid.body] == [False, True, False]


def test_cells_stand_where_they_say(pipeline: Pipeline) -> None:
    (grid,) = grids(pipeline, TABLE)
    assert all(TABLE[cell.start : cell.end] == cell.text for row in grid.rows for cell in row)


@pytest.mark.parametrize(
    "table",
    [
        "Endpoint\tDrug A\tPlacebo\nResponse\t45%\t12%\nNausea\t8%\t3%",
        "| Endpoint | Drug A | Placebo |\n|---|---|---|\n| Response | 45% | 12% |\n| Nausea | 8% | 3% |",
    ],
)
def test_cells_are_parted_by_tabs_or_framed_by_bars(pipeline: Pipeline, table: str) -> None:
    (grid,) = grids(pipeline, table)
    assert [[cell.text for cell in row] for row in grid.body] == [["Response", "45%", "12%"], ["Nausea", "8%", "3%"]]


def test_a_head_that_lacks_its_corner_is_aligned(pipeline: Pipeline) -> None:
    (grid,) = grids(pipeline, "Drug A | Placebo\nResponse | 45% | 12%\nNausea | 8% | 3%")
    assert [[cell.text for cell in row] for row in grid.heads] == [["", "Drug A", "Placebo"]]


def test_prose_is_no_table(pipeline: Pipeline) -> None:
    assert grids(pipeline, "The response was 45% on the drug.\nIt was 12% on placebo.") == []


@pytest.mark.parametrize(
    ("text", "is_value"),
    [
        ("45%", True),
        ("45 of 118 (38%)", True),
        ("<0.001", True),
        ("12.5", True),
        ("Placebo", False),
        ("patients who had a response of 45% or more", False),
        ("", False),
    ],
)
def test_values_are_numbers_with_few_words(text: str, is_value: bool) -> None:
    assert Cell(0, len(text), text).is_value is is_value
