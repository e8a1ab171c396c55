"""The lexicon of polarity words looked up in a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.relations.polarity.lexicon import check_words, polarity_lexicon
from extractor.rulebook import load_rulebook
from extractor.rulebook.folders import default_rules_dir
from tests.marked import marked
from tests.rulefiles import WriteRules

LEXICON = polarity_lexicon(
    [
        {"term": term, "class": kind, "weight": weight}
        for term, kind, weight in [
            ("improv*", "praise", "0.5"),
            ("well-tolerated", "praise", ""),
            ("failure", "blame", ""),
            ("heart failure", "plain", ""),
            ("call* ... into question", "blame", ""),
            ("remains to be seen", "doubt", ""),
            ("seen", "shows", ""),
            ("can not trust", "blame", ""),
            ("(is|are|) not (good|big) enough", "blame", ""),
        ]
    ],
    [{"term": "isn't", "written": "is not"}, {"term": "can't", "written": "can not"}],
)

FOUND = [
    "It [improved] sleep and was [well tolerated].",
    "The trial was a [failure] in heart failure.",
    "This [calls the whole design into question].",
    "This [calls into question] what we knew.",
    "It [isn’t good enough], and they were [not big enough].",
    "I [can’t trust] it, and they [can not trust] it.",
    "They called a doctor who went with her patient into question time.",
    "They called. That puts us into question.",
]


@pytest.mark.parametrize("example", FOUND)
def test_words_for_and_against(example):
    expected = marked(example)
    words = [
        word for word in LEXICON.find(expected.text.lower(), 0, len(expected.text)) if word.kind in ("praise", "blame")
    ]
    assert tuple((word.start, word.end) for word in words) == expected.spans


def test_no_shorter_word_counts_in_a_plain_term_or_a_doubt():
    text = "Whether it helps heart failure remains to be seen."
    assert [word.kind for word in LEXICON.find(text.lower(), 0, len(text))] == ["plain", "doubt"]


def test_plain_terms_that_overlap_cover_all_their_words():
    lexicon = polarity_lexicon(
        {"term": term, "class": kind, "weight": ""}
        for term, kind in [("encourage anyone", "plain"), ("anyone who is worried", "plain"), ("worried", "blame")]
    )
    text = "We encourage anyone who is worried to call."
    assert {word.kind for word in lexicon.find(text.lower(), 0, len(text))} == {"plain"}


def test_a_weight_is_one_where_none_is_given():
    text = "improving, well tolerated"
    assert [word.weight for word in LEXICON.find(text.lower(), 0, len(text))] == [0.5, 1.0]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("jackpot\tblam\t1", "“blam” is no class of words"),
        ("jackpot\tpraise\tlots", "the weight “lots” is no number"),
        ("\tpraise\t1", "the row has no term"),
    ],
)
def test_a_wrong_row_of_a_users_table_is_told_with_its_line(tmp_path: Path, row: str, problem: str) -> None:
    ours = default_rules_dir() / "polarity" / "polarity-words.tsv"
    table = tmp_path / "polarity-words.tsv"
    table.write_text(f"term\tclass\tweight\nwindfall\tpraise\t0.5\n{row}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=f"polarity-words.tsv:3: {problem}"):
        check_words(table, like=ours)


def test_a_users_row_takes_the_place_of_ours_or_takes_it_away(write_rules: WriteRules) -> None:
    text = "The data were disappointing and modest."

    def kinds(*folders: Path) -> list[str]:
        lexicon = polarity_lexicon(load_rulebook(folders).lexicon("polarity-words").all_rows)
        return [word.kind for word in lexicon.find(text.lower(), 0, len(text))]

    assert kinds() == ["blame", "blame", "less"]
    rows = "term\tclass\tweight\tremove\ndisappoint*\t\t\tx\nmodest\tpraise\t\t\n"
    users = write_rules({"polarity-words.tsv": rows})
    check_words(users / "polarity-words.tsv", like=default_rules_dir() / "polarity" / "polarity-words.tsv")
    assert kinds(users) == ["praise"]
