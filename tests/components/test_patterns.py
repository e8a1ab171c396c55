"""Mentions that users' rules find by a pattern, in every family that has ways of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from extractor.authoring.checking import check_rules
from extractor.model import Article
from extractor.pipeline import Pipeline
from tests.rulefiles import WriteRules

RULES = """\
- id: drug.enchanted
  pattern: "enchanted by [_]"
  examples: ["enchanted by [Merlinol]{drug=Merlinol}"]
- id: drug.named
  pattern: "[our wonder drug]"
  name: merlinol
  examples: ["[our wonder drug]{drug=merlinol} sells"]
- id: drug.not-this
  pattern: "[aspirin] Street"
  never: true
  examples: ["They live in [aspirin] Street."]
- id: percent.out-of
  pattern: "[{low:number} (to {high:number})? out of every hundred]"
  examples:
    - "[12 out of every hundred]{value=12 unit=percent} people"
    - "[twelve to 15 out of every hundred]{value=12 value_high=15} people"
- id: date.weekend
  pattern: "[over the weekend]"
  type: DATE
  value: XXXX-WXX-WE
  examples: ["it happened [over the weekend]{type=DATE value=XXXX-WXX-WE date_from=null}"]
- id: date.plan-year
  pattern: "[the plan's first half]"
  type: DATE
  value: 2027-H1
  examples: ["in [the plan's first half]{value=2027-H1 date_from=2027-01-01 date_to=2027-06-30}"]
- id: date.fortnight-and-a-half
  pattern: [{LOWER: fortnight, span: true}, {LOWER: and, span: true}, {LOWER: a, span: true}, {LOWER: half, span: true}]
  type: DURATION
  value: P3W
  examples: ["after a [fortnight and a half]{type=DURATION value=P3W}"]
- id: date.not-may-day
  pattern: "[May Day]"
  reads: nothing
  examples: ["on [May Day] 2026"]
- id: organization.guild
  pattern: "the [Guild of _] (said|says)"
  kind: other
  examples: ["the [Guild of Apothecaries]{kind=other} said so"]
- id: person.bard
  pattern: "the bard [_] sang"
  examples: ["the bard [Taliesin]{person=Taliesin} sang"]
- id: trial.alpha
  pattern: "the {drug} trial [ALPHA]"
  examples: ["the dupilumab trial [ALPHA]{trial=ALPHA} began"]
- id: quote.sung
  pattern: "sings [{quote}]"
  is: title
  examples: ['The choir sings ["a wonder of our time,"] said Jane Roe of Acmera.']
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rules") / "mine.yaml"
    path.write_text(RULES, encoding="utf-8")
    return path.parent


def test_every_example_is_found(folder: Path) -> None:
    assert check_rules([folder]) == (12, [])


def test_what_a_pattern_finds_is_seen_by_later_steps(folder: Path) -> None:
    pipeline = Pipeline([folder])
    context = pipeline.context(Article(text="In the trial 12 out of every hundred patients on aspirin died.", id="x"))
    (percentage,) = context.percentages
    assert (percentage.rule, percentage.role) == ("percent.out-of", "result")


def test_what_a_pattern_finds_is_shown_to_spacy(folder: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_patterns", config={"rules": [str(folder)]})
    doc = nlp("In the trial 12 out of every hundred patients on aspirin died.")
    assert [span.text for span in doc.spans["percentages"]] == ["12 out of every hundred"]


def test_without_such_rules_nothing_is_looked_for() -> None:
    nlp = spacy.blank("en")
    component = nlp.add_pipe("extractor_patterns")
    assert component.step.matchers == {}  # type: ignore[attr-defined]
    assert nlp("enchanted by Merlinol").spans == {}


def test_a_trial_shape_needs_its_group(write_rules: WriteRules) -> None:
    content = "- id: trial.x\n  shape: 'ALPHA'\n  examples: ['the [ALPHA] trial']\n"
    _, errors = check_rules([write_rules({"x.yaml": content})])
    assert "rule trial.x: its shape needs a part that is called name" in str(errors[0])
