"""Plain words are passed over; what the table has forgotten is asked about again."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.attrs import ORTH
from spacy.tokens import Doc

from extractor.rulebook.plain import PLACES, Hashes, PlainWords


def hashes(doc: Doc) -> Hashes:
    return np.asarray(doc.to_array(ORTH), dtype=np.uint64)


def test_only_words_added_are_passed_over() -> None:
    doc = spacy.blank("en")("the trial of the drug")
    plain = PlainWords()
    assert plain.others(hashes(doc)) == [0, 1, 2, 3, 4]
    plain.add(doc[0].orth)
    plain.add(doc[2].orth)
    assert plain.others(hashes(doc)) == [1, 4]


def test_a_word_with_the_place_of_another_takes_it() -> None:
    doc = spacy.blank("en")("the trial")
    plain = PlainWords()
    plain.add(doc[0].orth)
    plain.add(doc[0].orth ^ PLACES)
    assert plain.others(hashes(doc)) == [0, 1]
