"""What is wrong with single rules: patterns, shapes, and what the components ask of them; without any text being
read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractor.components.dates.forms import DateForms
from extractor.components.drugs.forms import Forms
from extractor.components.drugs.ordinary import OrdinaryWords
from extractor.components.percentages import PercentageFinder
from extractor.components.trials import TrialFinder
from extractor.errors import RuleError
from extractor.relations.results.statistics import StatisticFinder
from extractor.rulebook import Rulebook, load_rulebook
from extractor.rulebook.checking import check_rule, kinds_found
from extractor.rulebook.rulefiles import read_rules
from tests.rulefiles import WriteRules

ROLE = "- id: role.x\n  pattern: {pattern}\n  role: result\n  examples: ['[31%] rejoiced']\n"
BOOK = load_rulebook()
KINDS = kinds_found(BOOK.rules, BOOK.rules)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            ROLE.format(pattern="[{LOWER: a, OP: x}]"),
            "rule role.x: is no list of spaCy token descriptions: OP must be one of !, ?, +, * or {n,m}",
        ),
        (
            ROLE.format(pattern="[{a: b}]"),
            "rule role.x: is no list of spaCy token descriptions: “a” is nothing that spaCy knows of a token; use LOWER",
        ),
        (ROLE.format(pattern="[{LOWER: a, slot: 5}]"), "rule role.x: “slot: 5” must be the name of a slot"),
        (
            ROLE.format(pattern="[{TEXT: {REGEX: '('}}]"),
            "rule role.x: “REGEX: (” is no regular expression: missing ), unterminated subpattern at position 0",
        ),
        (
            ROLE.format(pattern='"' + 300 * "(" + "a" + 300 * ")" + '"'),
            "rule role.x: more than 50 brackets inside each other at character 52 of the pattern “((((",
        ),
        (
            ROLE.format(pattern="'{percentage} rejoiced'").replace("pattern:", "shape:"),
            "rule role.x: its shape cannot name the mention {percentage}: shapes are for characters; write a “pattern”",
        ),
        (
            "- id: attribution.x\n  pattern: '[{quote}] (zounds|by {source})'\n  examples: ['zounds']\n",
            "needs the slot {source} in each of its ways; write {source}",
        ),
        (
            "- id: alias.x\n  pattern: '{drug} aka {drug}'\n  examples: ['pembrolizumab aka [KZX-1]']\n",
            "needs the slot {one} in each of its ways; call a part of it so, as in {one:drug}",
        ),
    ],
)
def test_what_is_wrong_with_a_pattern_or_a_shape(write_rules: WriteRules, content: str, problem: str) -> None:
    folder = write_rules({"x.yaml": content})
    (rule,) = read_rules(folder / "x.yaml")
    errors = [str(error) for error in check_rule(rule, BOOK.lexicons, KINDS)]
    assert [error for error in errors if error.startswith(f"{folder / 'x.yaml'}:2: ") and problem in error], errors


@pytest.mark.parametrize(
    ("content", "line", "make", "problem"),
    [
        (
            "- id: date.x\n  shape: 'foo {year}'\n  reads: day\n  trigger: [yaer]\n",
            1,
            DateForms,
            "rule date.x: “trigger” names yaer, which is neither a lexicon nor a row of shape-parts.tsv",
        ),
        (
            "- id: percent.x\n  shape: '{number} ?%'\n  reads: one\n",
            2,
            PercentageFinder,
            "rule percent.x: its shape needs a part that is called low: {low:…} or (?P<low>…)",
        ),
        (
            "- id: percent.x\n  shape: '{low:number} ?{sign:percent-signs}'\n  reads: two\n",
            2,
            PercentageFinder,
            "rule percent.x: its shape needs a part that is called high",
        ),
        (
            "- id: trial.x\n  shape: 'OAK-\\d'\n",
            2,
            TrialFinder,
            "rule trial.x: its shape needs a part that is called name",
        ),
        (
            "- id: drug.x\n  shape: 'ZZ\\d'\n  from: bracket\n  needs: 0\n",
            2,
            lambda book: Forms.of(book.rules, book.lexicons, OrdinaryWords()),
            "rule drug.x: with “from: bracket” its shape needs the name (?P<inn>…) and another one right behind a “\\(”",
        ),
        (
            "- id: statistic.x\n  shape: 'zz \\d'\n",
            1,
            StatisticFinder,
            "rule statistic.x: its shape has none of the groups p, low, ratio",
        ),
    ],
)
def test_what_components_ask_of_shapes(
    write_rules: WriteRules, content: str, line: int, make: Callable[[Rulebook], object], problem: str
) -> None:
    path = write_rules({"x.yaml": content}) / "x.yaml"
    with pytest.raises(RuleError) as error:
        make(replace(BOOK, rules=tuple(read_rules(path))))
    assert str(error.value).startswith(f"{path}:{line}: {problem}")
