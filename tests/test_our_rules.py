"""The gate: all rules of the project pass `extractor rules check`, and all tables say what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.authoring.checking import check_rules
from extractor.errors import RuleError
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.folders import default_rules_dir
from extractor.rulebook.rulefiles import read_rules


@pytest.fixture(scope="module")
def mistakes() -> list[RuleError]:
    return check_rules()[1]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_rules_of_a_family_pass_their_check(family: str, mistakes: list[RuleError]) -> None:
    found = [str(mistake) for mistake in mistakes if f"rule {family}." in mistake.problem]
    assert found == []


def test_nothing_else_is_wrong_with_our_rules(mistakes: list[RuleError]) -> None:
    assert [str(mistake) for mistake in mistakes if not mistake.problem.startswith("rule ")] == []


@pytest.mark.parametrize("table", sorted(default_rules_dir().rglob("*.tsv")), ids=lambda table: table.stem)
def test_a_table_says_in_its_first_line_what_it_holds(table: Path) -> None:
    assert table.read_text(encoding="utf-8").startswith("# ")


WIDE = 140
"""Characters of a line beyond which a pattern is to go over several."""


@pytest.mark.parametrize("path", sorted(default_rules_dir().rglob("*.yaml")), ids=lambda path: path.stem)
def test_patterns_and_shapes_stand_in_lines_that_can_be_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    numbers = [number for rule in read_rules(path) for number in rule.part_lines]
    assert [number for number in numbers if len(lines[number - 1]) > WIDE] == []
