"""The rules in force: adding, overriding, switching off, caching."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.rulebook import Rulebook, load_rulebook
from extractor.rulebook import rulebook as module
from extractor.rulebook.caches import KEPT_CACHES
from extractor.rulebook.folders import fingerprint, is_whole, rules_dirs
from extractor.rulebook.rulebook import rules_held
from tests.rulefiles import WriteRules

RULE = '- id: {id}\n  pattern: "{pattern}"\n  examples: ["[x]"]\n'


@pytest.fixture
def ours(write_rules: WriteRules, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_rules(
        {
            "events.yaml": RULE.format(id="trial.a", pattern="a") + RULE.format(id="trial.b", pattern="b {cues}"),
            "cues.tsv": "term\nsaid\n",
            "more.tsv": "term\nx\n",
        },
        "ours",
    )
    monkeypatch.setattr("extractor.rulebook.folders.default_rules_dir", lambda: folder)
    return folder


def ids(book: Rulebook) -> list[str]:
    return [rule.id for rule in book.rules]


def test_new_rules_of_the_users_come_before_ours(ours: Path, write_rules: WriteRules) -> None:
    users = write_rules({"any/name.yml": RULE.format(id="trial.c", pattern="c")})
    assert ids(load_rulebook([users])) == ["trial.c", "trial.a", "trial.b"]


def test_a_rule_of_the_same_id_takes_the_place_of_ours(ours: Path, write_rules: WriteRules) -> None:
    users = write_rules({"x.yaml": RULE.format(id="trial.a", pattern="aa")})
    book = load_rulebook([str(users)])
    assert ids(book) == ["trial.a", "trial.b"]
    assert book.rules[0].patterns == ("aa",)


def test_a_rule_is_switched_off_by_its_id(ours: Path, write_rules: WriteRules) -> None:
    assert ids(load_rulebook([write_rules({"x.yaml": "- id: trial.a\n  off: true\n"})])) == ["trial.b"]


def test_a_single_file_can_be_given(ours: Path, write_rules: WriteRules) -> None:
    users = write_rules({"x.yaml": RULE.format(id="trial.c", pattern="c"), "y.yaml": "- broken"})
    assert ids(load_rulebook([users / "x.yaml"])) == ["trial.c", "trial.a", "trial.b"]


def test_a_folder_with_most_of_our_files_takes_the_place_of_ours(ours: Path, write_rules: WriteRules) -> None:
    whole = write_rules({"events.yaml": RULE.format(id="trial.old", pattern="o"), "cues.tsv": "term\nsaid\n"})
    assert is_whole(whole)
    assert ids(load_rulebook([whole])) == ["trial.old"]
    assert rules_dirs([ours]) == (ours,)


def test_a_lexicon_of_the_same_name_adds_to_ours(ours: Path, write_rules: WriteRules) -> None:
    book = load_rulebook([write_rules({"cues.tsv": "term\nquipped\n"})])
    assert list(book.lexicon("cues").rows) == ["said", "quipped"]


def test_the_terms_of_lexicons_are_one_expression(ours: Path, write_rules: WriteRules) -> None:
    book = load_rulebook([write_rules({"cues.tsv": "term\nquipped\n", "places.tsv": "term\nnear by\n"})])
    expression = re.compile(book.expression("cues", "places"))
    assert expression.fullmatch("quipped") and expression.fullmatch("near by")
    assert not expression.fullmatch("quipped near by")


def test_one_id_twice_in_a_folder_is_an_error(ours: Path, write_rules: WriteRules) -> None:
    users = write_rules(
        {"a.yaml": RULE.format(id="trial.c", pattern="c"), "b.yaml": "\n" + RULE.format(id="trial.c", pattern="d")}
    )
    with pytest.raises(RuleError, match=r"b.yaml:2: rule trial.c: the id is taken by .*a.yaml:1"):
        load_rulebook([users])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (RULE.format(id="trial.c", pattern="on {drgu}"), "rule trial.c: unknown slot {drgu}"),
        ("- {id: trial.c, pattern: [off,\n  'on {drgu}']}\n", "rule trial.c: unknown slot {drgu}"),
        ("- id: trial.c\n  shape: 'on {drgu}'\n", "rule trial.c: its shape names the unknown slot {drgu}"),
        ("- id: trial.c\n  shape: 'on (a'\n", "rule trial.c: its shape is no regular expression"),
    ],
)
def test_what_does_not_compile_is_told_when_rules_are_loaded(
    ours: Path, write_rules: WriteRules, content: str, message: str
) -> None:
    users = write_rules({"c.yaml": "\n" + content})
    with pytest.raises(RuleError) as error:
        load_rulebook([users])
    assert str(error.value).startswith(f"{users / 'c.yaml'}:3: {message}")


def test_a_missing_folder_or_lexicon_is_told(ours: Path, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="is no folder of rules; give a folder"):
        load_rulebook([tmp_path / "none"])
    with pytest.raises(RuleError, match=r"there is no lexicon months.tsv"):
        load_rulebook().lexicon("months")
    with pytest.raises(KeyError):
        load_rulebook().family("evnt")


def test_the_fingerprint_changes_with_every_rule_and_table(ours: Path, write_rules: WriteRules) -> None:
    marks = {fingerprint([ours])}
    for name, content in [("cues.tsv", "term\nsaid\ntold\n"), ("events.yaml", "[]"), ("new/z.csv", "term\na\n")]:
        write_rules({name: content}, "ours")
        marks.add(fingerprint([ours]))
    write_rules({"README.md": "not a rule", ".hidden.yaml": "- neither"}, "ours")
    marks.add(fingerprint([ours]))
    assert len(marks) == 4


def test_the_cache_is_used_until_rules_or_code_change(
    ours: Path, write_rules: WriteRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_rulebook()
    module._load.cache_clear()
    monkeypatch.setattr(module, "combine_rules", lambda folders: pytest.fail("the cache was not used"))
    assert load_rulebook() == first
    monkeypatch.undo()
    monkeypatch.setattr("extractor.rulebook.folders.default_rules_dir", lambda: ours)
    write_rules({"events.yaml": RULE.format(id="trial.z", pattern="z")}, "ours")
    assert ids(load_rulebook()) == ["trial.z"]
    assert module.code_mark.cache_info().currsize == 1


def test_rules_that_are_held_stay_as_they_are(ours: Path, write_rules: WriteRules) -> None:
    with rules_held():
        before = load_rulebook()
        write_rules({"more.yaml": RULE.format(id="trial.z", pattern="z")}, "ours")
        assert load_rulebook() is before
    assert "trial.z" in ids(load_rulebook())


def test_a_damaged_cache_is_as_good_as_none(ours: Path, tmp_path: Path) -> None:
    first = load_rulebook()
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(b"damaged")
    module._load.cache_clear()
    assert load_rulebook() == first


def test_only_the_newest_caches_are_kept(ours: Path, write_rules: WriteRules, tmp_path: Path) -> None:
    for number in range(KEPT_CACHES + 3):
        write_rules({"cues.tsv": f"term\nsaid\nword{number}\n"}, "ours")
        load_rulebook()
    assert len(list((tmp_path / "cache").glob("rulebook-*.pickle"))) == KEPT_CACHES
