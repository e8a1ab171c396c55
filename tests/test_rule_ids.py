"""Every rule that a row can name is one of `rules/`: with a file, a line, examples, and a switch that works."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.model import Extraction
from extractor.pipeline import Pipeline
from extractor.readers import article_from_text, read_articles
from extractor.rulebook import Rule, load_rulebook
from extractor.rulebook.examples import examples_of
from extractor.rulebook.families import FAMILIES
from tests.rulefiles import WriteRules

ROOT = Path(__file__).parent.parent
MODULES = [
    path for folder in ("components", "relations") for path in sorted((ROOT / "extractor" / folder).rglob("*.py"))
]
ID = re.compile(rf"(?:{'|'.join(FAMILIES)})\.[a-z][\w-]*")
RULES = {rule.id: rule for rule in load_rulebook().rules}


def ids_in(path: Path) -> set[str]:
    """The ids of rules that stand in a module."""
    constants = (node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and ID.fullmatch(value)}


IN_CODE = sorted(set().union(*map(ids_in, MODULES)))


def rules_named(record: object) -> Iterator[str]:
    """The values of all fields of a record, and of the records in it, that hold the id of a rule."""
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if (field.name == "rule" or field.name.endswith("_rule")) and value is not None:
            yield value
        for part in value if isinstance(value, tuple) else ():
            if is_dataclass(part):
                yield from rules_named(part)


def test_an_id_that_the_code_names_is_a_rule() -> None:
    assert [name for name in IN_CODE if name not in RULES] == []


def test_rows_name_rules_that_there_are(pipeline: Pipeline) -> None:
    for path in sorted((ROOT / "corpus" / "articles").iterdir()):
        for article in read_articles(path):
            assert [name for name in set(rules_named(_facts(pipeline, article.text))) if name not in RULES] == []


def _facts(pipeline: Pipeline, text: str) -> Extraction:
    return pipeline.extract(article_from_text(text))


def _named_in_examples(pipeline: Pipeline, rules: list[Rule]) -> set[str]:
    texts = [example.text for rule in rules for example in examples_of(rule)]
    return {name for text in texts for name in rules_named(_facts(pipeline, text))}


def test_what_the_program_does_by_itself_can_be_switched_off(write_rules: WriteRules, pipeline: Pipeline) -> None:
    rules = [RULES[name] for name in {*IN_CODE, *(rule.id for rule in RULES.values() if rule.built_in)}]
    names = {rule.id for rule in rules}
    assert names - _named_in_examples(pipeline, rules) == set()
    off = "".join(f"- id: {name}\n  off: true\n" for name in sorted(names))
    without = Pipeline([write_rules({"off.yaml": off})])
    assert names & _named_in_examples(without, rules) == set()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("- id: role.chnge\n  off: true\n", "1: rule role.chnge: there is no such rule to switch off; did you mean role.change"),
        ("- id: trial.qqqqq\n  off: true\n", "1: rule trial.qqqqq: there is no such rule to switch off; did you mean trial."),
        (
            "# mine\n- id: person.mine\n  built-in: true\n  examples: ['[Jane]']\n",
            "2: rule person.mine: the program has nothing of its own under this id; give the rule a “pattern” or a “shape”",
        ),
    ],
)  # fmt: skip
def test_a_rule_that_could_do_nothing_is_told(write_rules: WriteRules, content: str, problem: str) -> None:
    folder = write_rules({"mine.yaml": content})
    with pytest.raises(RuleError) as error:
        load_rulebook([folder])
    assert str(error.value).startswith(f"{folder / 'mine.yaml'}:{problem}")


def test_a_pattern_takes_the_place_of_what_the_program_does(write_rules: WriteRules) -> None:
    mine = "- id: person.surname\n  pattern: 'citizen [_]'\n  examples: ['citizen [Kane]']\n"
    found = _facts(Pipeline([write_rules({"mine.yaml": mine})]), "Jane Hask was pleased. Hask met citizen Zorro.")
    assert [(person.text, person.rule) for person in found.persons] == [
        ("Jane Hask", "person.first-name"),
        ("Zorro", "person.surname"),
    ]
