"""Cues for tense: they are tried only where one may begin, and none is missed for it."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.context import context_of
from extractor.components.dates.anchors import Said, TenseCues
from extractor.rulebook import load_rulebook

CUES = TenseCues(load_rulebook(()))
NLP = spacy.blank("en")

CUE_WORDS = [
    "originally",
    "expected",
    "to",
    "present",
    "is",
    "Will",
    "not",
    "be",
    "APPROVED",
    "said",
    "was",
    "set",
    "due,",
]
OTHERS = ["re-filed", "co-led", "united", "targeted", "2.5mg", "don't", "launched.", "red", "the", "planned/started"]


@given(st.lists(st.sampled_from([*CUE_WORDS, *OTHERS]), min_size=1).map(" ".join))
def test_cues_are_those_that_a_search_of_the_sentence_finds(text: str) -> None:
    context = context_of(NLP(text))
    found = CUES._cues(Said(context, context.sentence_at(0), 0, 0))
    assert [cue.span() for cue in found] == [cue.span() for cue in CUES._cue.finditer(text)]
