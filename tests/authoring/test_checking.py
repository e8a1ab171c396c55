"""`extractor rules check`: each class of mistake with its message, file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.authoring.checking import check_rules
from extractor.errors import RuleError
from tests.rulefiles import WriteRules

ROLE = """\
- id: role.{name}
  description: made for this test
  pattern: {pattern}
  role: {role}
  examples:
    - "{example}"
"""


def role(name: str, pattern: str, example: str, role: str = "result") -> str:
    return ROLE.format(name=name, pattern=pattern, role=role, example=example)


GOOD = role("jubilant", '"{percentage} (were jubilant|rejoiced)"', "In May, [31%]{role=result} rejoiced")

IN_FORM = {
    "unknown key": (
        GOOD.replace("description:", "descripton:"),
        2,
        "rule role.jubilant: unknown key “descripton”; did you mean “description”?",
    ),
    "unknown slot": (
        role("unknown-slot", '"{percentge} rejoiced"', "[31%] rejoiced"),
        3,
        "rule role.unknown-slot: unknown slot {percentge}: neither a kind of mention nor a lexicon; did you mean {percentage}?",
    ),
    "duplicate id": (GOOD + GOOD, 7, "rule role.jubilant: the id is taken by {path}:1; give one of them another name"),
    "LOWER with capitals": (
        role("lower-with-capitals", "[{ENT_TYPE: percentage}, {LOWER: Rejoiced}]", "[31%] Rejoiced"),
        3,
        "can never match: LOWER: Rejoiced has capitals; write LOWER: rejoiced, or TEXT: Rejoiced for exact case",
    ),
    "TEXT that the tokenizer splits": (
        role("text-that-the-tokenizer-splits", "[{ENT_TYPE: percentage}, {TEXT: re-joiced}]", "[31%] re-joiced"),
        3,
        "can never match: TEXT: re-joiced is several tokens; write {TEXT: re}, {TEXT: -}, {TEXT: joiced}",
    ),
    "slot for which no rule exists": (
        role("slot-for-which-no-rule-exists", '"{percentage} of {amount}"', "[31%] of 5 apples"),
        3,
        "can never match: there is no rule that finds {amount} in the pattern “{percentage} of {amount}”",
    ),
    "rule without examples": (
        "- id: role.rule-without-examples\n  pattern: '{percentage} rejoiced'\n  role: result\n",
        1,
        "rule role.rule-without-examples: has no examples; add “examples:” with at least one text, the span in [brackets]",
    ),
    "token description that is none": (
        role("token-description-that-is-none", "[{LOWRE: rejoiced}]", "[31%] rejoiced"),
        3,
        "is no list of spaCy token descriptions",
    ),
    "what only a trained model knows": (
        role("what-only-a-trained-model-knows", "[{ENT_TYPE: percentage}, {LEMMA: rejoice}]", "[31%] rejoiced"),
        3,
        "can never match: no LEMMA is known here",
    ),
    "shape with an unknown lexicon": (
        "- id: role.shape-with-an-unknown-lexicon\n  shape: '\\d+% of {mnths}'\n  role: result\n  examples: ['[5%] of May']\n",
        2,
        "rule role.shape-with-an-unknown-lexicon: its shape names the unknown slot {mnths}: there is no lexicon mnths.tsv",
    ),
}  # fmt: skip
"""What is wrong with rules whatever their examples say: the file, the line, and what is told."""

IN_EXAMPLES = {
    "example that another rule takes": (
        role("a", '"{percentage} rejoiced"', "[31%] rejoiced") + "  priority: 200\n"
        + role("b", '"{percentage} _"', "[31%] rejoiced"),
        13,
        "rule role.b: “31%” in the example “31% rejoiced” is taken by role.a ({path}:1); change one of the two",
    ),
    "rule shadowed by another": (
        role("a", '"{percentage} (rejoiced|sang)"', "[31%] sang")
        + role("b", '"{percentage} rejoiced"', "[31%] rejoiced"),
        7,
        "rule role.b: is shadowed by role.a ({path}:1), which matches all that it matches; drop it or change",
    ),
    "example that fails": (
        role("x", '"{percentage} rejoiced"', "some [thirty] rejoiced"),
        6,
        "rule role.x: does not find “thirty” in the example “some thirty rejoiced”: nothing is found there",
    ),
    "counterexample that matches": (
        GOOD + '  counterexamples:\n    - "it rose by 12%"\n    - "12% rejoiced"\n',
        9,
        "rule role.jubilant: finds “12%” in the counterexample “12% rejoiced”; narrow the pattern or move the text",
    ),
    "wrong value": (
        role("x", '"{percentage} rejoiced"', "[31%]{role=dose value=31} rejoiced"),
        6,
        "rule role.x: role is result, not dose, for “31%”",
    ),
    "unknown value": (
        role("x", '"{percentage} rejoiced"', "[31%]{rolle=dose} rejoiced"),
        6,
        "rule role.x: there is no value “rolle” of “31%”",
    ),
    "reading without its parts": (
        "- id: date.x\n  shape: 'foo {year}'\n  reads: parsed\n  trigger: [year]\n  examples: ['[foo 2024]']\n",
        1,
        "rule date.x: “reads: parsed” needs a part in its shape that is called written",
    ),
}  # fmt: skip
"""What only the examples show, when they are run."""


@pytest.fixture(scope="module")
def wrong_in_form(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[RuleError]]:
    """A folder with all `IN_FORM`, each in a file of its own, and what one check tells of them."""
    folder = tmp_path_factory.mktemp("rules")
    for kind, (content, _, _) in IN_FORM.items():
        (folder / f"{kind}.yaml").write_text(content, encoding="utf-8")
    return folder, check_rules([folder])[1]


@pytest.mark.parametrize("kind", IN_FORM)
def test_each_mistake_is_told_with_file_line_and_what_to_do(
    kind: str, wrong_in_form: tuple[Path, list[RuleError]]
) -> None:
    folder, errors = wrong_in_form
    assert_told(errors, folder / f"{kind}.yaml", *IN_FORM[kind][1:])


@pytest.mark.parametrize("kind", IN_EXAMPLES)
def test_each_mistake_that_examples_show_is_told(kind: str, write_rules: WriteRules) -> None:
    content, line, message = IN_EXAMPLES[kind]
    folder = write_rules({"mine.yaml": content})
    assert_told(check_rules([folder])[1], folder / "mine.yaml", line, message)


def assert_told(errors: list[RuleError], path: Path, line: int, message: str) -> None:
    told = [str(error) for error in errors if str(error).startswith(f"{path}:{line}: ")]
    assert any(message.replace("{path}", str(path)) in error for error in told), errors


@pytest.mark.parametrize(
    ("name", "content", "line", "message"),
    [
        ("cheers.tsv", "term\nhurrah\n", 1, "no rule uses the lexicon cheers; write {cheers} in a pattern"),
        (
            "patient-nouns.tsv",
            "term\npeople\n",
            1,
            "no rule uses the lexicon patient-nouns; did you mean patient-noun?",
        ),
        ("cheers.tsv", "word\nhurrah\n", 1, "has no column “term”; name it in the first line"),
        ("cheers.tsv", "term\nhurrah\tmore\n", 2, "has 2 cells where the header names 1 columns"),
    ],
)
def test_tables_that_nothing_reads(write_rules: WriteRules, name: str, content: str, line: int, message: str) -> None:
    folder = write_rules({name: content, "mine.yaml": GOOD})
    _, errors = check_rules([folder])
    assert [str(error) for error in errors] == [f"{folder / name}:{line}: {message}"]


def test_good_rules_have_no_mistakes(write_rules: WriteRules) -> None:
    folder = write_rules({"mine.yaml": GOOD, "more.yaml": "- id: role.change\n  off: true\n"})
    assert check_rules([folder]) == (2, [])
    assert check_rules([folder / "mine.yaml"]) == (1, [])


def test_a_kind_whose_rules_are_all_off_is_not_found(write_rules: WriteRules) -> None:
    from extractor.rulebook import load_rulebook

    off = "".join(f"- id: {rule.id}\n  off: true\n" for rule in load_rulebook().family("trial"))
    uses = role("x", '"{percentage} in {trial}"', "[31%] in ORCHID")
    _, errors = check_rules([write_rules({"off.yaml": off, "x.yaml": uses})])
    assert "can never match: there is no rule that finds {trial}" in str(errors[0])


def test_a_bracket_that_is_off_by_a_word_is_told(write_rules: WriteRules) -> None:
    content = "- id: drug.x\n  pattern: 'enchanted by [_]'\n  examples: ['enchanted [by Merlinol]']\n"
    _, errors = check_rules([write_rules({"x.yaml": content})])
    assert "does not find “by Merlinol” in the example “enchanted by Merlinol”; found is “Merlinol”" in str(errors[0])


@pytest.mark.parametrize("order", [1, -1])
def test_mistakes_come_in_the_order_of_files_and_lines(write_rules: WriteRules, order: int) -> None:
    files = {"a.yaml": "- id: role.x\n- id: y.z\n", "b.yaml": "- id: z\n"}
    _, errors = check_rules([write_rules(dict(list(files.items())[::order]))])
    assert [(Path(str(error.path)).name, error.line) for error in errors] == [
        ("a.yaml", 1),
        ("a.yaml", 2),
        ("b.yaml", 1),
    ]
