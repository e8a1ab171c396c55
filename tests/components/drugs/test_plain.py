"""Plain words are passed over; what the table has forgotten is asked about again."""

from __future__ import annotations

import spacy

from extractor.components.drugs.plain import PLACES, PlainWords


def test_only_words_added_are_passed_over() -> None:
    doc = spacy.blank("en")("the trial of the drug")
    plain = PlainWords()
    assert plain.others(doc) == [0, 1, 2, 3, 4]
    plain.add(doc[0].orth)
    plain.add(doc[2].orth)
    assert plain.others(doc) == [1, 4]


def test_a_word_with_the_place_of_another_takes_it() -> None:
    doc = spacy.blank("en")("the trial")
    plain = PlainWords()
    plain.add(doc[0].orth)
    plain.add(doc[0].orth ^ PLACES)
    assert plain.others(doc) == [0, 1]
