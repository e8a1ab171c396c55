"""Lexicons: tables of terms, joined over folders."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.rulebook.folders import read_table
from extractor.rulebook.lexicon import fold, load_lexicons
from tests.rulefiles import WriteRules


def test_terms_and_forms_point_to_their_row_in_any_case(write_rules: WriteRules) -> None:
    folder = write_rules({"x/cue-verbs.tsv": "# said\nterm\tforms\tkind\nsay\tsaid;says\tplain\n\nstress\t\tstrong\n"})
    lexicon = load_lexicons([folder])["cue-verbs"]
    assert list(lexicon.rows) == ["say", "said", "says", "stress"]
    assert "Said" in lexicon and "sing" not in lexicon
    assert lexicon["SAYS"]["kind"] == "plain"
    assert lexicon.get("stress", "kind") == "strong"
    assert lexicon.get("stress", "forms", "none") == "none"
    assert lexicon.get("sing", "kind") is None
    assert lexicon.terms(kind="plain") == ("say", "said", "says")


def test_forms_are_given_as_the_table_writes_them(write_rules: WriteRules) -> None:
    folder = write_rules({"x/degrees.tsv": "term\tforms\tkind\nPhD\tPh.D.;DPhil\tdoctor\nMBA\t\tmaster\n"})
    lexicon = load_lexicons([folder])["degrees"]
    assert lexicon.written() == ["PhD", "Ph.D.", "DPhil", "MBA"]
    assert lexicon.written(kind="master") == ["MBA"]


def test_a_term_may_have_several_rows_and_those_of_a_later_folder_take_their_place(write_rules: WriteRules) -> None:
    ours = write_rules({"a/words.tsv": "term\tclass\ngood\tpraise\ngood\tshows\nbad\tblame\npoor\tblame\n"}, "ours")
    users = write_rules({"words.tsv": "term\tclass\tremove\nGood\tplain\t\nbad\t\tx\nfine\tpraise\t\n"}, "users")
    assert [(row["term"], row["class"]) for row in load_lexicons([ours])["words"].all_rows] == [
        ("good", "praise"),
        ("good", "shows"),
        ("bad", "blame"),
        ("poor", "blame"),
    ]
    assert [(row["term"], row["class"]) for row in load_lexicons([ours, users])["words"].all_rows] == [
        ("poor", "blame"),
        ("Good", "plain"),
        ("fine", "praise"),
    ]


def test_a_later_table_of_the_same_name_adds_overrides_and_removes(write_rules: WriteRules) -> None:
    ours = write_rules({"a/firms.tsv": "term\tkind\nAlfa\told\nBeta\told\nGamma\told\n"}, "ours")
    users = write_rules({"firms.csv": 'term,kind,remove\n"Delta, Inc.",new,\nalfa,new,\nBETA,,x\n'}, "users")
    lexicon = load_lexicons([ours, users])["firms"]
    assert {term: row["kind"] for term, row in lexicon.rows.items()} == {
        "alfa": "new",
        "gamma": "old",
        "delta, inc.": "new",
    }


def test_tables_without_terms_are_no_lexicons(write_rules: WriteRules) -> None:
    assert load_lexicons([write_rules({"x.tsv": "name\tvalue\na\tb\n"})]) == {}


@pytest.mark.parametrize(
    ("name", "content", "line", "message"),
    [
        ("x.tsv", "term\tkind\na\tb\tc\n", 2, "has 3 cells where the header names 2 columns"),
        ("x.tsv", "# comment\n\nterm\tkind\na\tb\n\n# more\na\tb\tc\n", 7, "has 3 cells"),
        ("x.tsv", "term\tkind\n# comment\n \tb\n", 3, "has a row without a term"),
        ("x.csv", "term,kind\na,b\n,c\n", 3, "has a row without a term"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(
    write_rules: WriteRules, name: str, content: str, line: int, message: str
) -> None:
    folder = write_rules({name: content})
    with pytest.raises(RuleError) as error:
        load_lexicons([folder])
    assert str(error.value).startswith(f"{folder / name}:{line}: {message}")


def test_tables_may_be_gzipped(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv.gz"
    path.write_bytes(gzip.compress("name\tkind\nÄthyl\tinn\n".encode()))
    assert read_table(path) == [{"name": "Äthyl", "kind": "inn"}]
    path.write_bytes(b"no gzip")
    with pytest.raises(RuleError, match="cannot be read as a table in UTF-8"):
        read_table(path)


def test_an_empty_table_is_an_error(write_rules: WriteRules) -> None:
    path = write_rules({"x.tsv": "# only a comment\n"}) / "x.tsv"
    with pytest.raises(RuleError, match="is empty; the first line must name the columns"):
        read_table(path)


@pytest.mark.parametrize(("term", "folded"), [("  Went  ON ", "went on"), ("Dr’s", "dr's"), ("ÄTHYL", "äthyl")])
def test_terms_are_compared_without_case_spaces_and_kind_of_apostrophe(term: str, folded: str) -> None:
    assert fold(term) == folded
