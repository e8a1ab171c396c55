"""`extractor rules …`: what an expert sees, and rules that work by a text edit alone."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from extractor.cli import status_of
from extractor.commands.rule_output import watch_and_show
from extractor.rulebook import load_rulebook
from tests.rulefiles import WriteRules

ARTICLE = """\
ROTTERDAM, 5 May 2026 — Acmera said that 31% were jubilant on Zorvatix in a phase 3 trial of eczema.

"The data are compelling," quipped Jane Roe, chief executive of Acmera.
"""

RESPONSE = """\
- id: role.jubilant
  description: a new way to say a response rate
  pattern: "{percentage} were jubilant"
  role: result
  examples:
    - "[31%]{role=result} were jubilant"
"""
BRAND = """\
- id: drug.zorvatix
  description: a new brand name
  pattern: "[Zorvatix]"
  name: zorvatinib
  examples:
    - "patients on [Zorvatix]{drug=zorvatinib} fared better"
"""
CUE = "term\tforms\tkind\nquip\tquips;quipped\tsay\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "a.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def call(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Status, standard output and standard error of `extractor …`."""
    status = status_of([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize(
    ("files", "tried", "found", "query", "row"),
    [
        (
            {"mine.yaml": RESPONSE},
            "mine.yaml",
            "31%  role.jubilant",
            "SELECT role, role_rule FROM percentages",
            ("result", "role.jubilant"),
        ),
        (
            {"mine.yaml": BRAND},
            "mine.yaml",
            "Zorvatix  drug.zorvatix  drug zorvatinib",
            "SELECT text, drug FROM drug_mentions",
            ("Zorvatix", "zorvatinib"),
        ),
        (
            {"additions.tsv": "name\tkind\tpreferred\tcondition\nZorvatix\tbrand\tzorvatinib\t\n"},
            "{drug}",
            "Zorvatix",
            "SELECT text, drug FROM drug_mentions",
            ("Zorvatix", "zorvatinib"),
        ),
        (
            {"cue-verbs.tsv": CUE},
            "[{cue-verbs}] {person}",
            "quipped",
            "SELECT speaker, cue FROM quotes",
            ("Jane Roe", "quipped"),
        ),
    ],
)
def test_a_text_edit_alone_works_in_check_try_and_run(
    files: dict[str, str],
    tried: str,
    found: str,
    query: str,
    row: tuple[str, str],
    article: Path,
    write_rules: WriteRules,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rules = write_rules(files)
    assert call(capsys, "rules", "check", rules)[:2] == (0, "")
    target = rules / tried if tried in files else tried
    status, out, _ = call(capsys, "rules", "try", target, article, "--rules", rules)
    assert (status, found in out) == (0, True), out
    database = article.with_name("facts.db")
    assert call(capsys, "run", article, "--db", database, "--rules", rules, "--quiet", "--workers", "1")[0] == 0
    assert row in sqlite3.connect(database).execute(query).fetchall()


def test_check_ends_with_one_where_there_are_mistakes(
    write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = write_rules({"mine.yaml": RESPONSE.replace("role:", "rolle:")})
    status, out, err = call(capsys, "rules", "check", rules)
    assert status == 1
    assert out.startswith(f"{rules / 'mine.yaml'}:4: rule role.jubilant: unknown key “rolle”; did you mean “role”?")
    assert err == "0 rules checked, 1 mistake\n"


def test_try_shows_sentences_with_what_a_pattern_finds(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "rules", "try", "{percentage} were [_] on", article)
    assert status == 0
    assert out.splitlines() == [
        str(article),
        "  " + ARTICLE.splitlines()[0],
        "    jubilant  percentage 31%",
        "",
        "1 found in 1 article",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("{percentge}",), "unknown slot {percentge}: neither a kind of mention nor a lexicon; did you mean"),
        (("none.yaml",), "none.yaml: there is no such rule file"),
    ],
)
def test_try_tells_what_is_wrong(
    arguments: tuple[str, ...], message: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = call(capsys, "rules", "try", *arguments, article)
    assert (status, out) == (2, "")
    assert message in err and err.count("\n") == 1


@contextmanager
def watching(path: Path, article: Path, out: io.StringIO) -> Iterator[Callable[[str], None]]:
    """`rules try --watch` on its way; gives a function that waits for a text of its output."""
    stop = Event()
    thread = Thread(target=watch_and_show, args=(str(path), [article], (), out, print, stop.is_set))
    thread.start()

    def wait_for(text: str) -> None:
        for _ in range(600):
            if text in out.getvalue():
                return
            sleep(0.05)
        pytest.fail(f"{text!r} is not in {out.getvalue()!r}")

    try:
        yield wait_for
    finally:
        stop.set()
        thread.join()


def test_watch_tries_again_on_each_save(article: Path, write_rules: WriteRules) -> None:
    path = write_rules({"mine.yaml": RESPONSE}) / "mine.yaml"
    with watching(path, article, io.StringIO()) as wait_for:
        wait_for("1 found in 1 article")
        path.write_text(RESPONSE.replace("pattern: ", "pattern: ["), encoding="utf-8")
        wait_for("is not YAML")
        path.write_text(RESPONSE.replace("jubilant", "glum"), encoding="utf-8")
        wait_for("0 found in 1 article")


def test_watch_misses_no_save_while_it_tries(article: Path, write_rules: WriteRules) -> None:
    path = write_rules({"mine.yaml": RESPONSE}) / "mine.yaml"

    class SavedMeanwhile(io.StringIO):
        def write(self, text: str) -> int:
            if "1 found in 1 article" in text:
                path.write_text(RESPONSE.replace("jubilant", "glum"), encoding="utf-8")
            return super().write(text)

    with watching(path, article, SavedMeanwhile()) as wait_for:
        wait_for("0 found in 1 article")


def test_explain_tells_which_rules_fired_with_which_words(
    article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = write_rules({"mine.yaml": RESPONSE})
    status, out, _ = call(capsys, "rules", "explain", article, "--at", "31%", "--rules", rules)
    assert status == 0
    assert f"  31%  role.jubilant ({rules / 'mine.yaml'}:1)\n    matched: 31% were jubilant\n" in out
    assert "  31%  percent.number (" in out


@pytest.mark.parametrize(
    ("pattern", "failed"),
    [
        ("{percentage} were (glad|happy)", "matched “31% were”\n    then wanted (glad|happy), and there is “jubilant”"),
        ("{percentage} ...2 of {trial}", "matched “31% were jubilant on Zorvatix in a phase 3 trial of”"),
        ("{quote} were", "then wanted {quote}, and there is none in the sentence"),
        (
            [{"ENT_TYPE": "percentage"}, {"LOWER": "are"}],
            "matched “31%”\n    then wanted {'LOWER': 'are'}, and there is “were”",
        ),
    ],
)
def test_explain_tells_the_first_word_at_which_a_rule_failed(
    pattern: object, failed: str, article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    if "...2 of" in str(pattern):
        failed = "matched “31%"
    content = RESPONSE.replace('"{percentage} were jubilant"', json.dumps(pattern))
    rules = write_rules({"mine.yaml": content})
    arguments = ("--at", "31%", "--rule", "role.jubilant", "--rules", rules)
    status, out, _ = call(capsys, "rules", "explain", article, *arguments)
    assert status == 0
    assert "  role.jubilant did not fire: " in out
    assert failed in out


def test_explain_follows_shapes(article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]) -> None:
    content = RESPONSE.replace('pattern: "{percentage} were jubilant"', r"shape: '\d+% (?:were|are) (?:glad|happy)'")
    rules = write_rules({"mine.yaml": content})
    arguments = ("--at", "31%", "--rule", "role.jubilant", "--rules", rules)
    _, out, _ = call(capsys, "rules", "explain", article, *arguments)
    assert "    matched “31% were”\n    then wanted (?:glad|happy), and there is “jubilant”" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--at", "absent words"), "“absent words” does not stand in the article"),
        (("--at", "31%", "--rule", "trial.x"), "there is no rule trial.x in force; did you mean trial."),
    ],
)
def test_explain_tells_what_is_wrong(
    arguments: tuple[str, ...], message: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = call(capsys, "rules", "explain", article, *arguments)
    assert status == 2
    assert message in err


def test_diff_tells_what_appears_disappears_and_changes(
    article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = write_rules({"x.yaml": BRAND}, "old"), write_rules({"x.yaml": RESPONSE}, "new")
    status, out, _ = call(capsys, "rules", "diff", old, new, article, "--format", "json")
    rows = {(row["kind"], row["text"]): row for row in json.loads(out)}
    assert status == 0
    assert rows["drug_mentions", "Zorvatix"]["change"] in ("disappears", "changes")
    assert rows["percentages", "31%"]["change"] == "changes"
    assert "role_rule role.jubilant" in rows["percentages", "31%"]["new"]
    status, out, _ = call(capsys, "rules", "diff", new, new, article, "--format", "json")
    assert (status, json.loads(out)) == (0, [])


def test_diff_against_the_rules_a_database_was_made_with(
    article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    database = article.with_name("facts.db")
    rules = write_rules({"x.yaml": RESPONSE})
    call(capsys, "run", article, "--db", database, "--quiet", "--workers", "1")
    status, out, _ = call(capsys, "rules", "diff", database, rules, article, "--format", "json")
    (row,) = [row for row in json.loads(out) if row["kind"] == "percentages"]
    assert (status, row["change"], row["text"]) == (0, "changes", "31%")
    other = article.with_name("b.txt")
    other.write_text("Another article.", encoding="utf-8")
    status, _, err = call(capsys, "rules", "diff", database, rules, other)
    assert (status, f"{other}: is not in {database}; run extractor run on it first" in err) == (1, True)


def test_a_rule_switched_off_says_nothing_any_more(
    article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = write_rules({"off.yaml": "- id: percent.number\n  off: true\n"})
    database = article.with_name("facts.db")
    call(capsys, "run", article, "--db", database, "--rules", rules, "--quiet", "--workers", "1")
    assert sqlite3.connect(database).execute("SELECT count(*) FROM percentages").fetchone() == (0,)
    call(capsys, "run", article, "--db", database, "--quiet", "--workers", "1")
    assert sqlite3.connect(database).execute("SELECT count(*) FROM percentages").fetchone() == (1,)


@pytest.mark.parametrize("command", [("try", "{percentage} were"), ("diff", "{rules}", "{rules}")])
def test_one_broken_file_of_a_folder_is_told_and_the_others_are_read(
    command: tuple[str, ...], article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = write_rules({"x.yaml": RESPONSE})
    broken = article.with_name("0-broken.pdf")
    broken.write_bytes(b"%PDF-1.4 broken")
    words = [word.replace("{rules}", str(rules)) for word in command]
    status, out, err = call(capsys, "rules", *words, article.parent)
    assert (status, err.startswith(f"{broken}: is a damaged PDF"), err.count("\n")) == (1, True, 1)
    if command[0] == "try":
        assert out.endswith("1 found in 1 article\n")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("role.jubilant",), ["role.jubilant"]),
        (("role", "jubilant"), ["role.jubilant"]),
        (("drug", "jubilant"), []),
        (("Surname of SOMEBODY",), ["person.surname"]),
    ],
)
def test_list_finds_rules_by_family_and_words(
    words: tuple[str, ...], ids: list[str], write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = write_rules({"x.yaml": RESPONSE})
    status, out, _ = call(capsys, "rules", "list", *words, "--rules", rules, "--format", "json")
    rows = json.loads(out)
    assert (status, [row["id"] for row in rows]) == (0, ids)
    if ids == ["role.jubilant"]:
        assert rows[0]["place"].endswith("x.yaml:1")
        assert rows[0]["example"] == "[31%]{role=result} were jubilant"


def test_list_has_every_rule_in_force_once(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "rules", "list", "--format", "json")
    assert sorted(row["id"] for row in json.loads(out)) == sorted(rule.id for rule in load_rulebook().rules)


def test_explain_tells_what_a_rule_is(write_rules: WriteRules, capsys: pytest.CaptureFixture[str]) -> None:
    rules = write_rules({"x.yaml": RESPONSE})
    status, out, _ = call(capsys, "rules", "explain", "role.jubilant", "--rules", rules)
    assert status == 0
    assert out.splitlines() == [
        f"role.jubilant ({rules / 'x.yaml'}:1)",
        "  says: what a percentage measures",
        "  for: a new way to say a response rate",
        "  pattern: {percentage} were jubilant",
        "  role: result",
        "  example: [31%]{role=result} were jubilant",
    ]
    _, out, _ = call(capsys, "rules", "explain", "organization.role")
    assert "  does: the program by itself, with the table role-heads; “off: true” switches it off\n" in out
    status, _, err = call(capsys, "rules", "explain", "organization.rolle")
    assert (status, "there is no rule organization.rolle in force; did you mean organization.role" in err) == (2, True)


def test_explain_tells_which_rule_found_each_part_of_a_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "In the phase 3 trial ORCHID-2, 44% of patients on olvacimab had a response at week 24, against 12% on placebo (p=0.002).",
        encoding="utf-8",
    )
    status, out, _ = call(capsys, "rules", "explain", path, "--at", "44%")
    assert status == 0
    assert [line.strip() for line in out.splitlines() if " by " in line] == [
        "measure “44% of patients” by results.share-of-patients",
        "arm “olvacimab” by results.of-patients-on, drug.safe-stem",
        "comparator “placebo” by control-arm.tsv",
        "comparator_value “12%” by results.versus-figure",
        "endpoint “response” by results.share-that-reached",
        "timepoint “week 24” by date.study-time",
        "trial “ORCHID-2” by trial.numbered-name",
        "phase “phase 3” by phases.tsv",
        "p_value “p=0.002” by statistic.p-value",
    ]


def test_explain_of_an_article_needs_words(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = call(capsys, "rules", "explain", article)
    assert (status, err) == (2, f"extractor: {article}: give the words to explain: --at WORDS\n")


def test_explain_tells_where_a_rule_is_switched_off(
    write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = write_rules({"off.yaml": "# not ours\n- id: role.change\n  off: true\n"})
    status, _, err = call(capsys, "rules", "explain", "role.change", "--rules", rules)
    assert (status, err) == (2, f"extractor: {rules / 'off.yaml'}:2: rule role.change: is switched off here\n")


def test_try_takes_a_folder_of_rules(
    article: Path, write_rules: WriteRules, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = call(capsys, "rules", "try", write_rules({"x.yaml": RESPONSE}), article)
    assert (status, "31%  role.jubilant" in out, out.splitlines()[-1]) == (0, True, "1 found in 1 article")
