"""The commands: what they print where, and with which status they end."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor import __version__
from extractor.cli import status_of
from extractor.database import open_database, store
from tests.fakes import extraction


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A database with facts of the fakes."""
    path = tmp_path / "facts.db"
    with open_database(path) as database:
        store(
            database,
            [
                extraction("In May, 12% on dupilumab (REGN 668) responded.", "/news/a.txt"),
                extraction("5% of nemolizumab & <more>, says Sanofi Inc.", "/news/b.txt"),
                extraction("About dupilumab: 77% is furniture.", "/news/c.txt"),
            ],
        )
    return path


def call(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Status, standard output and standard error of a command."""
    status = status_of([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_run_tells_what_it_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "extractor.running.progress.LINE_SECONDS", 1_000_000
    )  # on a busy machine, too, no line of progress
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "good.txt").write_text("The drug helped 12% of patients.\n")
    (articles / "empty.txt").touch()
    status, out, err = call(capsys, "run", articles, "--db", tmp_path / "facts.db")
    assert status == 1
    assert out.startswith("1 article stored, 1 failed in ")
    assert "1 percentage" in out and "1 percentages" not in out
    assert err.startswith(f"{articles / 'empty.txt'}: ")
    assert err.count("\n") == 1
    (articles / "empty.txt").unlink()
    status, out, err = call(capsys, "run", articles, "--db", tmp_path / "facts.db", "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["unchanged"] == 1
    assert call(capsys, "run", articles, "--db", tmp_path / "facts.db", "--quiet") == (0, "", "")


def test_json_and_csv(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "query", facts, "results", "--format", "json")
    assert [(row["value"], row["endpoint"]) for row in json.loads(out)] == [(12.0, "response"), (5.0, "response")]
    _, out, _ = call(capsys, "query", facts, "SELECT text, value FROM percentages ORDER BY value", "--format", "csv")
    assert list(csv.reader(out.splitlines())) == [["text", "value"], ["5%", "5.0"], ["12%", "12.0"], ["77%", "77.0"]]
    _, out, _ = call(capsys, "query", facts, "SELECT text FROM percentages WHERE 0", "--format", "json")
    assert json.loads(out) == []


def test_a_table_has_all_rows(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "query", facts, "drugs")
    assert "dupilumab" in out and "REGN 668" in out and "nemolizumab" in out


def test_furniture_is_left_out_unless_asked_for(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "query", facts, "results", "--format", "csv")
    assert "77" not in out
    _, out, _ = call(capsys, "query", facts, "results", "--furniture", "--format", "csv")
    assert "77" in out


@pytest.mark.parametrize("name", ["dupilumab", "Dupilumab", "REGN 668", "regn-668", "REGN668"])
def test_a_drug_by_any_of_its_names(facts: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    status, out, err = call(capsys, "query", facts, "drugs", "--drug", name, "--format", "csv")
    assert (status, err) == (0, "")
    assert [line.split(",")[0] for line in out.splitlines()] == ["name", "dupilumab"]


def test_search(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = call(capsys, "search", facts, "nemolizumab", "sanofi", "--format", "json")
    assert (status, err) == (0, "")
    assert [(row["path"], row["passage"]) for row in json.loads(out)] == [
        ("/news/b.txt", "5% of [nemolizumab] & <more>, says [Sanofi] Inc.")
    ]
    assert call(capsys, "search", facts, "nothing") == (0, "no rows\n", "")
    assert "/news/b.txt" in call(capsys, "search", facts, "nemoliz*")[1]


def test_a_drug_that_is_not_there(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = call(capsys, "query", facts, "drugs", "--drug", "dupilmab", "--format", "json")
    assert (status, json.loads(out)) == (0, [])
    assert err == "no drug 'dupilmab' in the database; similar: dupilumab\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["run"], "Missing argument"),
        (["run", "{folder}/nowhere"], "{folder}/nowhere: there is no such folder or file"),
        (["run", "{folder}/empty"], "{folder}/empty: holds no article; name"),
        (["run", "{folder}/empty", "--include", "*.pdf"], "{folder}/empty: holds no article that --include"),
        (["run", "{folder}/empty", "--workers", "0"], "Invalid value"),
        (["run", "{folder}", "--db", "{folder}"], "{folder}: is a folder"),
        (["run", "{folder}", "--db", "{folder}/no/facts.db"], "{folder}/no/facts.db: its folder does not exist"),
        (["run", "{folder}", "--manifest", "{folder}/no.csv"], "{folder}/no.csv: the manifest cannot be read"),
        (["run", "{folder}", "--rules", "{folder}/no"], "{folder}/no: is no folder of rules"),
        (["query", "{folder}/no.db", "drugs"], "{folder}/no.db: there is no such database"),
        (["query", "{facts}", "nonsense"], "there is no query 'nonsense'"),
        (["query", "{facts}", "select nonsense from nowhere"], "the SQL is wrong: no such table: nowhere"),
        (["query", "{facts}", "delete from documents"], "the SQL would change something"),
        (["query", "{facts}", "attach '{folder}/new.db' as new"], "the SQL would change something"),
        (["query", "{facts}", "vacuum into '{folder}/new.db'"], "the SQL"),
        (["query", "{facts}", "pragma writable_schema = on"], "the SQL gives no rows"),
        (["query", "{facts}", "select 1; select 2"], "the SQL is wrong"),
        (["query", "{facts}", "select 1 as x", "--drug", "x"], "--drug, --furniture and --copies go with results"),
        (["query", "{facts}", "tables", "--drug", "x"], "--drug, --furniture and --copies go with results"),
        (
            ["export", "{facts}", "{folder}/out", "--format", "xlsx"],
            "Invalid value for '--format': 'xlsx' is not one of",
        ),
        (["query", "{facts}", "drugs", "--format", "xml"], "Invalid value"),
        (["show", "{folder}/nowhere.txt"], "{folder}/nowhere.txt: there is no such file"),
        (["show", "nothing", "--db", "{facts}"], "nothing: there is no such file, and no one document"),
        (["show", "/news/a.txt", "--db", "{facts}", "--html", "{folder}/no/a.html"], "{folder}/no/a.html: cannot"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    tmp_path: Path, facts: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text("Some text.")
    before = facts.read_bytes()
    filled = [argument.format(folder=tmp_path, facts=facts) for argument in arguments]
    status, out, err = call(capsys, *filled)
    assert (status, out) == (2, "")
    assert err.startswith("extractor: " + message.format(folder=tmp_path, facts=facts))
    assert err.count("\n") == 1
    assert facts.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty", "facts.db", "text.txt"]


def test_show_from_the_database(facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "show", "b.txt", "--db", facts)
    assert status == 0
    assert out.startswith("5% of nemolizumab & <more>, says Sanofi Inc.\n")
    assert "value 5" in out and "drug nemolizumab" in out and "fake.percentage" in out
    page = tmp_path / "page.html"
    status, out, _ = call(capsys, "show", "/news/b.txt", "--db", facts, "--html", page)
    assert (status, out) == (0, f"Written to {page}\n")
    html = page.read_text()
    assert '">nemolizumab</mark> &amp; &lt;more&gt;, says <mark class="organization_mentions"' in html


def test_show_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("It helped 12% of [patients].\n")
    status, out, _ = call(capsys, "show", article)
    assert status == 0
    assert out.startswith("It helped 12% of [patients].\n")


def test_help_says_what_each_option_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    import typer

    from extractor.cli import app
    from extractor.commands.on_demand import ELSEWHERE

    def check(name: str, command: Any) -> None:
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"
        for inner in getattr(command, "list_commands", lambda ctx: [])(None):
            check(f"{name} {inner}", command.get_command(None, inner))

    group: Any = typer.main.get_command(app)
    check("extractor", group)
    for name, (_, help_text) in ELSEWHERE.items():
        if name in group.list_commands(None):
            assert group.get_command(None, name).help == help_text
    status, out, _ = call(capsys)
    assert status == 0 and out.startswith("Usage: extractor")


def test_help_is_quick() -> None:
    code = "import sys; from extractor.cli import status_of; status_of([]); assert 'spacy' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_reader_of_the_output_may_stop(facts: Path) -> None:
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000) SELECT i FROM n"
    command = [sys.executable, "-m", "extractor", "query", str(facts), sql, "--format", "csv"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert "Traceback" not in done.stderr


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "--version") == (0, f"extractor {__version__}\n", "")


def test_a_folder_is_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problem = "is a folder; give one article, or call extractor run for all of them"
    assert call(capsys, "show", tmp_path) == (2, "", f"extractor: {tmp_path}: {problem}\n")


COMMANDS = ["run", "show", "query", "search", "watch", "export", "evaluate", "lexicon update"]
RULES_COMMANDS = [f"rules {name}" for name in ("check", "try", "list", "explain", "diff")]


@pytest.mark.parametrize("command", [*COMMANDS, *RULES_COMMANDS])
def test_help_names_what_each_argument_and_option_takes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, *command.split(), "--help")
    usage, told = out.split("\n", 1)
    assert re.findall(r"\{[a-z]", usage) == []
    assert re.findall(r"--[a-z-]+ <(?!\w+\|)", told) == []
    assert "..." not in told
