import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.comparison import (
    alike,
    same_name,
    same_number,
    same_organization,
    same_speaker,
    same_timepoint,
)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("veltorimab", "Veltorimab", True),
        ("HAL 12", "HAL\u00a012", True),
        ("St. Osyth’s", "St. Osyth's", True),
        ("Halsen Co.", "halsen co", True),
        ("HAL-12", "HAL 12", False),
        ("veltorimab", "velto", False),
    ],
)
def test_names(gold: str, found: str, same: bool) -> None:
    assert same_name(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Halsen", "Halsen, Inc.", True),
        ("Halsen Pharma Co., Ltd.", "Halsen Pharma", True),
        ("The University of Osyth", "University of Osyth", True),
        ("Halsen S.A.", "Halsen", True),
        ("Halsen GmbH & Co. KG", "Halsen", True),
        ("Halsen Pharma", "Halsen", False),
        ("Inc.", "Inc", True),
    ],
)
def test_organizations_are_equal_up_to_their_legal_form(gold: str, found: str, same: bool) -> None:
    assert same_organization(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Ada Norrby", "Dr. Ada Norrby", True),
        ("Ada Norrby", "Ada Norrby, M.D., Ph.D.", True),
        ("Ada Norrby", "Professor Ada Norrby MD PhD", True),
        ("Halsen", "Halsen Inc.", True),
        ("Ada Norrby", "Norrby", False),
        ("Ada B. Norrby", "Ada Norrby", False),
        ("Jun Ma", "Jun", False),
    ],
)
def test_speakers_are_equal_up_to_their_titles(gold: str, found: str, same: bool) -> None:
    assert same_speaker(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [("24 weeks", "week 24", True), ("24 weeks", "24-week", True), ("24 weeks", "12 weeks", False)],
)
def test_timepoints(gold: str, found: str, same: bool) -> None:
    assert same_timepoint(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "like"),
    [
        ("response rate", "overall response rate", True),
        ("overall response rate", "response rate", True),
        ("75% improvement in eczema severity", "improvement in eczema", True),
        ("response rate", "rate", True),
        ("overall response rate", "rate", False),
        ("response rate", "response to treatment with the drug at the end of the study", False),
        ("response rate", "survival", False),
        ("response", "patients had a response after one year of treatment at all sites", False),
    ],
)
def test_endpoints_are_alike_by_half_of_their_words(gold: str, found: str, like: bool) -> None:
    assert alike(gold, found) is like


def test_numbers() -> None:
    assert same_number(0.3, 0.1 + 0.2)
    assert not same_number(13.7, 13.8)


@given(st.text())
def test_everything_is_like_itself(text: str) -> None:
    for same in (same_name, same_organization, same_speaker, same_timepoint, alike):
        assert same(text, text)
