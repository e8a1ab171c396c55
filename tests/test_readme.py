"""README.md: its two commands are there for CI, and its other commands print what it says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from extractor.commands.presentation import COUNTED, summary
from extractor.database import open_for_reading
from extractor.running.job import Progress
from tests.documented import ROOT, cut_like, make_facts, output_of, printed_commands

PAGE = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    make_facts(folder)
    return folder


def test_the_two_commands_stand_between_their_marks() -> None:
    block = re.search(r"<!-- commands -->\n```\n(.*?)\n```\n<!-- /commands -->", PAGE, re.DOTALL)
    assert block is not None
    first, second = block[1].splitlines()
    assert "extractor run corpus/articles" in first
    assert second.endswith("-m pytest")


def test_there_are_commands_with_outputs() -> None:
    assert len(printed_commands(PAGE)) >= 5


@pytest.mark.parametrize(("command", "printed"), printed_commands(PAGE))
def test_a_command_prints_what_it_says(command: str, printed: str, folder: Path) -> None:
    """Where it does not any more: `python -m tests.documented README.md`."""
    told = output_of(command, folder)
    assert cut_like(told, printed) == [line.rstrip() for line in printed.strip("\n").splitlines()]


def test_the_summary_counts_what_is_stored(folder: Path) -> None:
    told = re.search(r"^(\d+ drug mentions, .*), …$", PAGE, re.MULTILINE)
    assert told is not None
    with open_for_reading(folder / "facts.db") as facts:
        rows = Counter({table: facts.table(table).count for table in COUNTED})
    assert told[1] in summary(Progress(rows=rows), "facts.db")
