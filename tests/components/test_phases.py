"""Phases where the text names them."""

from __future__ import annotations

import pytest
import spacy

from extractor.components.context import context_of
from extractor.components.phases import PhaseFinder
from extractor.rulebook import load_rulebook


@pytest.fixture(scope="module")
def finder() -> PhaseFinder:
    return PhaseFinder(load_rulebook())


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("the phase 3 trial", ["3"]),
        ("a Phase IIa study and a phase 1/2 one", ["2a", "1/2"]),
        ("a preclinical model", ["preclinical"]),
        ("the İzmir site of the Phase 2 study", ["2"]),
        ("a subphase 3", []),
        ("Phase 1 is over; (Phase\n2b) begins", ["1", "2b"]),
    ],
)
def test_phases_are_told_in_one_way(finder: PhaseFinder, text: str, phases: list[str]) -> None:
    found = finder.find(context_of(spacy.blank("en")(text)))
    assert [mention.phase for mention in found] == phases
    assert all(text[mention.start : mention.start + 1] in ("p", "P") for mention in found)
