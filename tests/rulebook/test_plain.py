"""Plain words are passed over; what the table has forgotten is asked about again."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.attrs import ORTH
from spacy.tokens import Doc

from extractor.rulebook.plain import PLACES, PlainWords, Words

ALL = range(5)


def words(doc: Doc, plain: PlainWords) -> Words:
    return Words(np.asarray(doc.to_array(ORTH), dtype=np.uint64), plain)


def not_plain(words: Words, asker: str, tokens: range = ALL) -> list[int]:
    return [number for number, _ in words.not_plain(asker, tokens)]


def test_only_words_added_are_passed_over() -> None:
    doc = spacy.blank("en")("the trial of the drug")
    plain = PlainWords()
    before = words(doc, plain)
    assert list(before.not_plain("dates", ALL)) == [(token.i, token.orth) for token in doc]
    before.add_plain("dates", doc[0].orth)
    before.add_plain("dates", doc[2].orth)
    assert not_plain(words(doc, plain), "dates") == [1, 4]
    assert not_plain(words(doc, plain), "dates", range(2, 5)) == [4]


def test_what_is_plain_for_one_is_not_for_another() -> None:
    doc = spacy.blank("en")("the trial of the drug")
    plain = PlainWords()
    words(doc, plain).add_plain("dates", doc[0].orth)
    words(doc, plain).add_plain("drugs", doc[1].orth)
    words(doc, plain).add_plain("drugs", doc[0].orth)
    after = words(doc, plain)
    assert (not_plain(after, "dates"), not_plain(after, "drugs")) == ([1, 2, 4], [2, 4])


def test_a_word_with_the_place_of_another_takes_it() -> None:
    doc = spacy.blank("en")("the trial")
    plain = PlainWords()
    words(doc, plain).add_plain("dates", doc[0].orth)
    words(doc, plain).add_plain("dates", doc[0].orth ^ PLACES)
    assert not_plain(words(doc, plain), "dates", range(2)) == [0, 1]
