"""The line notation → token descriptions, and what cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.rulebook.expansion import compile_line, compile_tokens
from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.notation import NotationError
from extractor.rulebook.words import tokenize_pattern

LEXICONS = {
    "cue-verbs": Lexicon("cue-verbs", {"said": {}, "told": {}, "went on to say": {}}),
    "firm-endings": Lexicon("firm-endings", {"inc.": {}}),
}


def compiled(line: str, **options: Any) -> list[list[dict[str, Any]]]:
    return [pattern.tokens for pattern in compile_line(line, tokenize_pattern, LEXICONS, **options)]


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("placebo", [[{"LOWER": "placebo"}]]),
        ("Phase", [[{"TEXT": "Phase"}]]),
        ("patients? of", [[{"LOWER": "patients", "OP": "?"}, {"LOWER": "of"}]]),
        ("really\\?", [[{"LOWER": "really"}, {"LOWER": "?"}]]),
        ("why \\?", [[{"LOWER": "why"}, {"LOWER": "?"}]]),
        ("(on|with)", [[{"LOWER": {"IN": ["on", "with"]}}]]),
        ("(on|with)? it", [[{"LOWER": {"IN": ["on", "with"]}, "OP": "?"}, {"LOWER": "it"}]]),
        ("(on|It)", [[{"LOWER": "on"}], [{"TEXT": "It"}]]),
        (
            "(on|treated with)",
            [[{"LOWER": "on"}], [{"LOWER": "treated"}, {"LOWER": "with"}]],
        ),
        ("it (of note)?", [[{"LOWER": "it"}, {"LOWER": "of"}, {"LOWER": "note"}], [{"LOWER": "it"}]]),
        ("((a|b) c|d)", [[{"LOWER": "d"}], [{"LOWER": {"IN": ["a", "b"]}}, {"LOWER": "c"}]]),
        ("improv*", [[{"LOWER": {"REGEX": "^improv"}}]]),
        ("Improv*", [[{"TEXT": {"REGEX": "^Improv"}}]]),
        ("a ... b", [[{"LOWER": "a"}, {"OP": "{0,6}"}, {"LOWER": "b"}]]),
        ("a ...2 b", [[{"LOWER": "a"}, {"OP": "{0,2}"}, {"LOWER": "b"}]]),
        ("a _ b", [[{"LOWER": "a"}, {}, {"LOWER": "b"}]]),
        ("a _? b", [[{"LOWER": "a"}, {"OP": "?"}, {"LOWER": "b"}]]),
        ("{drug}", [[{"ENT_TYPE": "drug"}]]),
        ("on {drug}?", [[{"LOWER": "on"}, {"ENT_TYPE": "drug", "OP": "?"}]]),
        ("{number} patients", [[{"LIKE_NUM": True, "ENT_TYPE": ""}, {"LOWER": "patients"}]]),
        ("placebo-controlled", [[{"LOWER": "placebo"}, {"LOWER": "-"}, {"LOWER": "controlled"}]]),
        ("{drug}-treated", [[{"ENT_TYPE": "drug"}, {"LOWER": "-"}, {"LOWER": "treated"}]]),
        ("drug’s", [[{"LOWER": "drug"}, {"LOWER": "'s"}]]),
        (
            "{cue-verbs}",
            [
                [{"LOWER": {"IN": ["said", "told"]}}],
                [{"LOWER": "went"}, {"LOWER": "on"}, {"LOWER": "to"}, {"LOWER": "say"}],
            ],
        ),
        ("{firm-endings}", [[{"LOWER": "inc"}, {"LOWER": "."}], [{"LOWER": "inc."}]]),
        ("U.S.", [[{"TEXT": "U.S."}]]),
    ],
)
def test_a_line_as_token_descriptions(line: str, tokens: list[list[dict[str, Any]]]) -> None:
    assert sorted(map(str, compiled(line))) == sorted(map(str, tokens))


def test_in_exact_case_every_word_is_as_written_but_lexicon_terms() -> None:
    assert compiled("emend in {cue-verbs}", exact_case=True)[0] == [
        {"TEXT": "emend"},
        {"TEXT": "in"},
        {"LOWER": {"IN": ["said", "told"]}},
    ]


@pytest.mark.parametrize(
    ("line", "slots"),
    [
        ("{drug} of {arm:drug}", ["drug", None, "arm"]),
        ("{drug} and {drug}, {drug}", ["drug", None, "drug2", None, "drug3"]),
        ("{arm:(the placebo)} group", ["arm", "arm", None]),
        ("{arm:(the {drug})} group", ["arm", "drug", None]),
        ("{verb:cue-verbs} it", ["verb", None]),
    ],
)
def test_slots(line: str, slots: list[str | None]) -> None:
    pattern = compile_line(line, tokenize_pattern, LEXICONS)[0]
    assert [step.slot for step in pattern.steps] == slots


@pytest.mark.parametrize(
    ("line", "captured"),
    [
        ("the [new drug] of", [False, True, True, False]),
        ("[{drug} (alone)?]", [True, True]),
        ("a ([b] c)", [False, True, False]),
    ],
)
def test_brackets_mark_the_span(line: str, captured: list[bool]) -> None:
    pattern = compile_line(line, tokenize_pattern, LEXICONS)[0]
    assert [step.captured for step in pattern.steps] == captured


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("on {drgu}", "unknown slot {drgu}: neither a kind of mention nor a lexicon; did you mean {drug}?"),
        ("on {xyzzy}", "kinds of mention: amount, date, drug"),
        ("(a|b", "a “(” that is not closed"),
        ("a|b) c", "“|” without an opening “(”"),
        ("a) c", "“)” without an opening “(”; write “\\)” for the sign itself"),
        ("[a", "a “[” that is not closed"),
        ("a]", "“]” without “[”"),
        ("[a [b]]", "“[” inside “[”"),
        ("? a", "cannot read “?” at character 1"),
        ("a {b", "cannot read “{b”"),
        ("(a|b)?", "nothing has to be there"),
        ("", "nothing has to be there"),
        (" ".join(["(a b|c d)"] * 13), "stands for 8192 patterns (at most 4000); split the rule"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(line: str, message: str) -> None:
    with pytest.raises(NotationError) as error:
        compile_line(line, tokenize_pattern, LEXICONS)
    assert message in str(error.value)
    assert f"the pattern “{line}”" in str(error.value)


def test_token_descriptions_with_slot_and_span() -> None:
    pattern = compile_tokens([{"LOWER": "on", "span": True}, {"ENT_TYPE": "drug", "slot": "arm"}, {"OP": "*"}])
    assert pattern.tokens == [{"LOWER": "on"}, {"ENT_TYPE": "drug"}, {"OP": "*"}]
    assert [(s.slot, s.captured, s.gap) for s in pattern.steps] == [
        (None, True, False),
        ("arm", False, False),
        (None, False, True),
    ]
