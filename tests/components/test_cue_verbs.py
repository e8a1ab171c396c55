"""Forms of verbs that stand behind whoever speaks."""

from __future__ import annotations

import re

import pytest

from extractor.components.cue_verbs import finite_forms
from extractor.rulebook import load_rulebook


@pytest.mark.parametrize(
    ("kinds", "forms", "others"),
    [
        (("say",), ["said", "says", "added"], ["say", "saying", "called"]),
        (("say", "call"), ["said", "called", "calls"], ["call", "calling"]),
    ],
)
def test_finite_forms_are_those_behind_a_name(kinds: tuple[str, ...], forms: list[str], others: list[str]) -> None:
    expression = re.compile(finite_forms(load_rulebook([]), *kinds))
    assert all(map(expression.fullmatch, forms))
    assert not any(map(expression.fullmatch, others))
