"""docs/rules.md: its rules pass the check, its commands print what it says, its table is that of the families."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor.cli import status_of
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.family import Family
from tests.documented import BLOCK, printed_commands

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
SECTION = re.compile(r"^### (?P<title>\d+\..*?)\n(?P<body>.*?)(?=^##)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Worked:
    """A worked example: its files, and its commands with what they print."""

    title: str
    files: dict[str, str]
    commands: list[tuple[str, str]]


def worked_examples(page: str) -> list[Worked]:
    """The numbered sections of the page."""
    examples = []
    for section in SECTION.finditer(page):
        blocks = list(BLOCK.finditer(section["body"]))
        files = {block["file"]: block["content"] for block in blocks if block["file"]}
        examples.append(Worked(section["title"], files, printed_commands(section["body"])))
    return examples


EXAMPLES = worked_examples(PAGE.read_text("utf-8"))


def test_there_are_ten() -> None:
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_a_worked_example_does_what_the_page_says(
    example: Worked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in example.files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
    (rules,) = {name.split("/")[0] for name in example.files if not name.endswith(".txt")}
    assert status_of(["rules", "check", rules]) == 0, capsys.readouterr()
    capsys.readouterr()
    for command, printed in example.commands:
        assert status_of(shlex.split(command)) == 0
        captured = capsys.readouterr()
        told = (captured.out + captured.err).rstrip().replace(f"{PAGE.parent.parent}/", "")
        assert _lines(told) == _lines(printed)


def _lines(printed: str) -> list[str]:
    """The lines of an output; where our own rules stand in their files may change."""
    return [re.sub(r"(rules/[\w./-]+):\d+", r"\1", line.rstrip()) for line in printed.rstrip().splitlines()]


def documented_families() -> dict[str, list[str]]:
    """The rows of the table of families: the other cells by the family."""
    table = PAGE.read_text("utf-8").split("| family | says | form | keys |\n|---|---|---|---|\n")[1].split("\n\n")[0]
    rows = ([cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines())
    return {name.strip("`"): cells for name, *cells in rows}


def test_the_table_names_all_families() -> None:
    assert list(documented_families()) == list(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda family: family.name)
def test_the_table_tells_what_a_family_is(family: Family) -> None:
    says, form, keys = documented_families()[family.name]
    assert says == family.purpose
    assert form == " ".join(sorted(family.forms - {"table"}) if len(family.forms - {"table"}) == 1 else [])
    written = {key: choices for key, choices in re.findall(r"`([\w-]+)`(?: \(([^)]+)\))?", keys)}
    choices = {key: ", ".join(wanted) if isinstance(wanted, tuple) else "" for key, wanted in family.keys.items()}
    assert {key.lower(): value for key, value in written.items()} == choices
    assert {key.lower() for key in written if key.isupper()} == _required(family)


def _required(family: Family) -> set[str]:
    return {*family.required, *family.shape_required, *family.pattern_required} | (
        {"needs"} if family.name == "drug" else set()
    )


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda family: family.name)
def test_every_key_is_explained(family: Family) -> None:
    page = PAGE.read_text("utf-8")
    (told,) = re.findall(rf"^- (?:`\w+`, )*`{family.name}`(?:, `\w+`)*: (.*?)(?=^- `|^## )", page, re.M | re.S)
    named = set(re.findall(r"`([\w-]+)[`:]", told))
    assert [key for key in family.keys if key not in named] == []
