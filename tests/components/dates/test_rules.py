"""The examples of the rules for dates: each finds what it marks, by its own rule, with the values it tells."""

from __future__ import annotations

import pytest

from extractor.rulebook import Rule, load_rulebook
from tests.marked import marked


def named(value: object) -> str:
    """A rule by its id, an example as it is."""
    return value.id if isinstance(value, Rule) else str(value)


RULES = [rule for rule in load_rulebook().family("date") if rule.shapes]


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in RULES if not rule.excludes for example in rule.examples],
    ids=named,
)
def test_an_example_is_found_by_its_rule(extract, rule: Rule, example: str):
    expected = marked(example)
    found = {(one.start, one.end): one for one in extract(expected.text).dates}
    for span, values in zip(expected.spans, expected.values, strict=True):
        assert span in found, [one.text for one in found.values()]
        told = {name: str(getattr(found[span], name)) for name in values}
        assert (found[span].rule, told) == (rule.id, values)


@pytest.mark.parametrize(
    ("rule", "example"), [(rule, example) for rule in RULES for example in rule.counterexamples], ids=named
)
def test_a_counterexample_is_not_found_by_its_rule(extract, rule: Rule, example: str):
    assert rule.id not in {one.rule for one in extract(marked(example).text).dates}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.excludes], ids=named)
def test_what_is_no_date_is_found_by_no_rule(extract, rule: Rule):
    for example in rule.examples:
        expected = marked(example)
        found = [(one.start, one.end) for one in extract(expected.text).dates]
        assert all(end <= first or start >= last for start, end in found for first, last in expected.spans), example
