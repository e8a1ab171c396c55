"""Rule files: what is read, and what is wrong with them, with file and line."""

from __future__ import annotations

import pytest

from extractor.errors import RuleError
from extractor.rulebook.rules import read_rules, scan_rules
from tests.rulefiles import WriteRules

ROLE = "- id: role.x\n  pattern: a\n  role: result\n"
GOOD = """\
# comments are welcome
- id: role.share
  description: a share of patients
  pattern:
    - "{percentage} of patients"
    - [{ENT_TYPE: percentage}, {LOWER: "of"}]
  role: result
  examples:
    - "[30%] of patients"
    - {text: "[31%] of patients", published: 2024-05-01}
  counterexamples: "30% of sales"

- id: role.old
  off: true
"""


def test_a_rule_is_read_with_its_lines(write_rules: WriteRules) -> None:
    path = write_rules({"roles.yaml": GOOD}) / "roles.yaml"
    rule, off = read_rules(path)
    assert (rule.id, rule.line, rule.path) == ("role.share", 2, str(path))
    assert rule.patterns == ("{percentage} of patients", [{"ENT_TYPE": "percentage"}, {"LOWER": "of"}])
    assert rule.says == {"role": "result"}
    assert rule.example_lines == (9, 10) and rule.counterexample_lines == (11,)
    assert rule.counterexamples == ("30% of sales",)
    assert off.off and off.line == 13


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (ROLE + "  exmples: [b]\n", 4, "role.x: unknown key “exmples”; did you mean “examples”?"),
        (ROLE + "  xyzzy: b\n", 4, "known keys: case, counterexamples, description"),
        ("- id: role.x\n  pattern: a\n  role: good\n", 3, "“role: good” must be one of result, threshold, confidence"),
        ("- id: role.x\n  pattern: a\n  role: result\n  priority: high\n", 4, "“priority: high” must be a number"),
        ("- id: role.x\n  pattern: a\n", 1, "needs the key “role”"),
        ("- id: role.x\n  role: result\n", 1, "needs a “pattern” or a “shape”"),
        ("- id: role.x\n  role: result\n  pattern: a\n  shape: b\n", 1, "a “shape” (one of the two)"),
        ("- id: role.x\n  role: result\n  pattern: 5\n", 3, "“pattern” must be a line, a list of lines"),
        ("- id: role.x\n  role: result\n  pattern: a\n  examples: [5]\n", 4, "“examples” must be a list of texts"),
        ("- id: role.x\n  role: result\n  pattern: a\n  case: Exact\n", 4, "“case: Exact” must be one of any, exact"),
        ("- id: role.x\n  off: yes\n", 2, "“off: yes” must be true or false"),
        ("- id: role.x\n  role: result\n  pattern: a\n  pattern: b\n", 4, "the key “pattern” comes twice"),
        ("- id: rule.x\n  pattern: a\n", 1, "the id must start with a family and a full stop; families: drug, percent"),
        ("- id: role\n  pattern: a\n", 1, "the id must start with a family"),
        ("\n- pattern: a\n", 2, "a rule needs an “id: family.name”"),
        ("id: role.x\n", 1, "must be a list of rules"),
        ("- id: role.x\n  pattern: {percentage} of\n", 2, "is not YAML"),
        ("- id: role.x\n  pattern: *x\n", 2, "is not YAML: found undefined alias"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_file_and_line(
    write_rules: WriteRules, content: str, line: int, message: str
) -> None:
    path = write_rules({"x.yaml": content}) / "x.yaml"
    with pytest.raises(RuleError) as error:
        read_rules(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert message in str(error.value)


def test_a_wrong_rule_does_not_hide_the_others(write_rules: WriteRules) -> None:
    path = write_rules({"x.yaml": "- id: role.a\n- id: bad.b\n- id: event.c\n  pattern: a\n"}) / "x.yaml"
    rules, errors = scan_rules(path)
    assert [rule.id for rule in rules] == ["event.c"]
    assert [error.line for error in errors] == [1, 2]


def test_an_empty_file_has_no_rules(write_rules: WriteRules) -> None:
    assert read_rules(write_rules({"x.yaml": "# nothing yet\n"}) / "x.yaml") == []


def test_words_that_yaml_takes_for_booleans_stay_words(write_rules: WriteRules) -> None:
    path = write_rules({"x.yaml": "- id: event.x\n  pattern: [{LOWER: no}, {LOWER: {IN: [on, off, y]}}]\n"}) / "x.yaml"
    assert read_rules(path)[0].patterns == ([{"LOWER": "no"}, {"LOWER": {"IN": ["on", "off", "y"]}}],)
