"""A newer register made into the table of names."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.authoring.lexicon_update import as_table, update_lexicon
from extractor.commands.lexicon_commands import app
from extractor.errors import RuleError

REGISTER = """Name\tTYPE\tUNII\tDisplay Name
MERLOCITINIB [INN]\tof\tAAA1111111\tMERLOCITINIB
MERLOCITINIB [USAN:INN]\tof\tAAA1111111\tMERLOCITINIB
QXR-071\tcd\tAAA1111111\tMERLOCITINIB
TARGET\tbn\tBBB2222222\tVELOSTATIN
VELOSTATIN [JAN]\tof\tBBB2222222\tVELOSTATIN
VELOSTA\tbn\tBBB2222222\tVELOSTATIN
TABLE SALT\tcn\tCCC3333333\tSODIUM CHLORIDE
1-METHYL-2-ETHYL\tsys\tAAA1111111\tMERLOCITINIB
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "names.tsv.gz"
    path.write_bytes(as_table([("VELOSTA", "brand", "BBB2222222", "VELOSTATIN")]))
    return path


def names(path: Path) -> list[str]:
    return [line.split("\t")[0] for line in gzip.decompress(path.read_bytes()).decode().splitlines()[1:]]


@pytest.mark.parametrize("zipped", [False, True])
def test_takes_the_names_of_medicines(tmp_path: Path, target: Path, zipped: bool) -> None:
    source = tmp_path / "UNII_Names.txt"
    source.write_text(REGISTER)
    if zipped:
        with zipfile.ZipFile(tmp_path / "unii.zip", "w") as archive:
            archive.write(source, "UNII_Names_1Jan2026.txt")
        source = tmp_path / "unii.zip"
    update = update_lexicon(source, target)
    assert names(target) == ["MERLOCITINIB", "QXR-071", "VELOSTA"]
    assert (update.before, update.after, update.added, update.removed) == (1, 3, 2, 0)


def test_ordinary_words_of_known_substances_stay_out(tmp_path: Path, target: Path) -> None:
    (tmp_path / "names.txt").write_text(REGISTER)
    update = update_lexicon(tmp_path / "names.txt", target)
    assert update.left_out == 2
    assert "TARGET" not in names(target)


def test_the_same_register_gives_the_same_bytes(tmp_path: Path, target: Path) -> None:
    (tmp_path / "names.txt").write_text(REGISTER)
    update_lexicon(tmp_path / "names.txt", target)
    first = target.read_bytes()
    update_lexicon(tmp_path / "names.txt", target)
    assert target.read_bytes() == first


@pytest.mark.parametrize("content", ["", "a,b,c\n1,2,3\n", "Name\tTYPE\tUNII\tPT\nWATER\tcn\tX\tWATER\n"])
def test_what_is_no_register_changes_nothing(tmp_path: Path, target: Path, content: str) -> None:
    before = target.read_bytes()
    (tmp_path / "other.txt").write_text(content)
    with pytest.raises(RuleError):
        update_lexicon(tmp_path / "other.txt", target)
    assert target.read_bytes() == before


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text(REGISTER)
    result = CliRunner().invoke(app, ["update", str(tmp_path / "names.txt"), "--rules", str(tmp_path / "rules")])
    assert result.exit_code == 0
    assert "5 names" in result.output
    assert "QXR-071" in names(tmp_path / "rules" / "drugs" / "names.tsv.gz")


def test_the_command_on_what_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("nothing")
    result = CliRunner().invoke(app, ["update", str(tmp_path / "names.txt"), "--rules", str(tmp_path / "rules")])
    assert result.exit_code == 2
    assert "names.txt" in result.output
