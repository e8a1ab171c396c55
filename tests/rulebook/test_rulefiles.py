"""Rule files: what is read, and what is wrong with them, with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.rulebook.rulefiles import read_rules, scan_rules
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
    assert rule.part_lines == (5, 6)
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
        ("- id: role.x\n\tpattern: a\n", 2, "is not YAML: found a tab character that violates indentation"),
        ("- id: role.x\n  pattern: a\n---\n- id: role.y\n", 3, "is not YAML: but found another document"),
        ("- id: role.x\n  pattern: a\x00b\n", 2, "holds the sign '\\x00', which no text has; delete it"),
        ("- - id: role.x\n  - pattern: a\n", 1, "a rule needs an “id: family.name”"),
        ("- id: 5\n", 1, "a rule needs an “id: family.name”"),
        ("- id: role.two words\n", 1, "the id must be of letters, figures and hyphens, without spaces"),
        ("- id: role.x\n  description: [a]\n", 2, "“description: ['a']” must be text; put it in quotation marks"),
        ("- id: role.x\n  role: result\n  pattern: [[a]]\n", 3, "“pattern” must be a line, a list of lines, or a list of"),
        ("- id: role.x\n  role: result\n  pattern: [a, {LOWER: b}]\n", 3, "“pattern” must be a line, a list of lines"),
        ("- id: role.x\n  role: result\n  pattern: a\n  priority: .nan\n", 4, "“priority: nan” must be a number"),
        ("- id: role.x\n  role: result\n  pattern: a\n  with: b\n", 4, "“with: b” must be a list of texts in square brackets"),
        ("- id: role.x\n  role: result\n  pattern: a\n  with: [{b: c}]\n", 4, "must be a list of texts in square brackets"),
        ("- id: date.x\n  shape: a\n  reads: day\n  trigger: year\n", 4, "“trigger: year” must be a list of texts"),
        ("- id: date.x\n  pattern: a\n  type: DATE\n", 1, "needs the key “value”"),
        ("- id: date.x\n  pattern: a\n  type: DATE\n  value: 2026\n", 4, "“value: 2026” must be text; put it in quotation"),
        ("- id: date.x\n  pattern: a\n  type: DATE\n  value: soon\n", 4, "“value: soon” is no DATE in ISO 8601, such as 2026"),
        ("- id: date.x\n  pattern: a\n  type: SET\n  value: weekly\n", 4, "“value: weekly” is no SET in ISO 8601, such as P1W"),
        (
            "- id: date.x\n  shape: a\n  reads: day\n  trigger: [b]\n  value: P3W\n",
            5,
            "“value” says nothing in a rule with a “shape”; it goes with a “pattern”",
        ),
        ("- id: drug.x\n  pattern: a\n  needs: 2\n", 3, "“needs” says nothing in a rule with a “pattern”"),
        ("- id: event.x\n  pattern: a\n  event: deal\n", 2, "a rule on what a date is about has a “shape”, no “pattern”"),
        ("- id: person.x\n  shape: a\n", 2, "a rule on people by name has a “pattern”, no “shape”"),
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


def test_patterns_and_shapes_may_go_over_several_lines(write_rules: WriteRules) -> None:
    content = (
        "- id: role.x\n  role: dose\n  pattern:\n    - |\n      {percentage} of (one|\n        two words|\n\n        three)?\n"
        "      (\n        four|five\n      )\n      six\n    - seven\n"
        "- id: role.y\n  role: dose\n  shape: |\n    \\d+(?:%|\n      percent)\n    (?!\\w)\n"
    )
    lines, shape = read_rules(write_rules({"x.yaml": content}) / "x.yaml")
    assert lines.patterns == ("{percentage} of (one|two words|three)? (four|five) six", "seven")
    assert lines.part_lines == (4, 13)
    assert shape.shapes == (r"\d+(?:%|percent)(?!\w)",)


def test_a_wrong_rule_does_not_hide_the_others(write_rules: WriteRules) -> None:
    path = write_rules({"x.yaml": "- id: role.a\n- id: bad.b\n- id: trial.c\n  pattern: a\n"}) / "x.yaml"
    rules, errors = scan_rules(path)
    assert [rule.id for rule in rules] == ["trial.c"]
    assert [error.line for error in errors] == [1, 2]


def test_an_empty_file_has_no_rules(write_rules: WriteRules) -> None:
    assert read_rules(write_rules({"x.yaml": "# nothing yet\n"}) / "x.yaml") == []


def test_words_that_yaml_takes_for_booleans_stay_words(write_rules: WriteRules) -> None:
    path = write_rules({"x.yaml": "- id: trial.x\n  pattern: [{LOWER: no}, {LOWER: {IN: [on, off, y]}}]\n"}) / "x.yaml"
    assert read_rules(path)[0].patterns == ([{"LOWER": "no"}, {"LOWER": {"IN": ["on", "off", "y"]}}],)


@pytest.mark.parametrize(("encoding", "line"), [("latin-1", 2), ("utf-16", 1)])
def test_a_file_that_is_not_in_utf_8_is_told(tmp_path: Path, encoding: str, line: int) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("- id: role.x\n  description: caf\xe9\n".encode(encoding))
    with pytest.raises(RuleError) as error:
        read_rules(path)
    assert str(error.value) == f"{path}:{line}: is no text in UTF-8; save it again as UTF-8"


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_editors_may_add_marks_and_ends_of_their_own(write_rules: WriteRules, change: Callable[[str], str]) -> None:
    path = write_rules({"x.yaml": change(ROLE + "  examples: ['[5%] a']\n")}) / "x.yaml"
    assert [(rule.id, rule.line, rule.example_lines) for rule in read_rules(path)] == [("role.x", 1, (4,))]


@pytest.mark.parametrize("content", ["", "# nothing yet\n"])
def test_a_file_may_be_empty(write_rules: WriteRules, content: str) -> None:
    assert read_rules(write_rules({"x.yaml": content}) / "x.yaml") == []


def test_rules_may_share_keys_by_an_anchor(write_rules: WriteRules) -> None:
    content = "- &first\n  id: role.x\n  role: dose\n  pattern: a\n- <<: *first\n  id: role.y\n  pattern: b\n"
    first, second = read_rules(write_rules({"x.yaml": content}) / "x.yaml")
    assert (second.id, second.line, second.says, second.patterns) == ("role.y", 5, {"role": "dose"}, ("b",))
    assert first.says == second.says
