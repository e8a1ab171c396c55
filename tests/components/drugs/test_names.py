"""The form under which names are compared."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.drugs.names import form_of, prefixes


@pytest.mark.parametrize(
    "names",
    [
        ("AMG 451", "AMG-451", "AMG451", "amg 451"),
        ("Zelvora", "ZELVORA", "zelvora"),
        ("interferon β-1a", "Interferon beta-1a", "interferon beta 1a"),
        ("l'ovacin", "l’ovacin"),
        ("Açmerol", "Acmerol"),
    ],
)
def test_one_name_in_several_spellings_has_one_form(names: tuple[str, ...]) -> None:
    assert len(set(map(form_of, names))) == 1


@pytest.mark.parametrize(("one", "other"), [("for it", "Forit"), ("2 73", "273"), ("ab cd", "abcd"), ("", "a")])
def test_a_break_between_words_or_figures_stays(one: str, other: str) -> None:
    assert form_of(one) != form_of(other)


@given(st.text(max_size=30))
def test_the_form_of_a_name_is_its_last_prefix_and_changes_no_more(name: str) -> None:
    forms = list(prefixes(name))
    assert form_of(name) == (forms[-1] if forms else "")
    assert all(len(shorter) < len(longer) for shorter, longer in itertools.pairwise(forms))
