"""The signature of a body: the same wherever copies differ, another where texts differ."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers import article_from_text
from extractor.store.duplicates import (
    MIN_WORDS,
    MOST_SIGNS,
    SHINGLE,
    _fingerprints,
    bands,
    first_alike,
    signature,
)

BODY = (
    "Norvanta Therapeutics said on Tuesday that it would stop work on merlacitinib, its once-daily pill for psoriasis, "
    "after the second of two late-stage trials missed its main goal.\n\n"
    "At week 16, 41% of patients on merlacitinib had a 75% improvement in skin symptoms, compared to 37% of those "
    "on placebo, the company said. The difference was not significant, and the shares fell by a third.\n\n"
    "“We are disappointed for the patients who took part,” said Helen Ostrander, chief medical officer of Norvanta. "
    "The company has cash until the end of 2027 and will now concentrate on its cream for hand eczema, which is in "
    "a mid-stage trial that should report by the autumn of next year, she added.\n"
)
COPY = "Skin Pill Fails Again\n\nNEW YORK, March 4, 2026 (Reuters) - " + BODY.replace("by a third", "by 33%")
FURNISHED = BODY + "\nAbout the Wire\n\n" + "The Wire carries the news of many companies to many readers. " * 12
OTHER = (
    "Halden plc raised its forecast for the year on Thursday as sales of its migraine spray grew by 18% in the second "
    "quarter, beating what analysts had expected.\n\nSales came to $412 million, compared to $349 million a year "
    "before, the company said. It will file the spray for use in children by the end of the year, and expects a "
    "decision of the European regulator on its gout tablet in October.\n"
)
SHORT = "Norvanta drops merlacitinib. Shares fell."


def of(text: str) -> bytes:
    return signature(article_from_text(text))


@pytest.mark.parametrize(
    ("other", "alike"), [(BODY, True), (COPY, True), (FURNISHED, True), (BODY.upper(), True), (OTHER, False)]
)
def test_copies_are_alike(other: str, alike: bool) -> None:
    assert (first_alike(of(BODY), [of(other)]) == 0) is alike
    assert bool(set(bands(of(BODY))) & set(bands(of(other)))) is alike


PLAIN = str.maketrans({"“": '"', "”": '"', " ": "  "})


@pytest.mark.parametrize(
    "other", [BODY.upper(), BODY.translate(PLAIN), BODY.replace(".", "!"), BODY.replace(",", " —")]
)
def test_letters_and_digits_alone_count(other: str) -> None:
    assert of(other) == of(BODY)


@given(st.lists(st.text("abcé1", min_size=1, max_size=3), min_size=MIN_WORDS, max_size=99), st.randoms())
def test_sequences_of_words_count_as_often_as_there_are(words: list[str], random: Random) -> None:
    gaps = [random.choice([" ", "  ", "\n\n", ", ", " (", "_", "”"]) for _ in words]
    made = _fingerprints("".join(map("".join, zip(gaps, words, strict=True)))).tolist()
    sequences = list(zip(*(words[at:] for at in range(SHINGLE)), strict=False))
    assert len(made) == len(sequences)
    assert len(set(zip(made, sequences, strict=True))) == len(set(made)) == len(set(sequences))


def test_the_first_of_several() -> None:
    assert first_alike(of(BODY), [of(OTHER), of(COPY), of(BODY)]) == 1
    assert first_alike(of(BODY), []) is None


def test_a_signature_is_the_same_everywhere() -> None:
    made = signature(article_from_text(BODY))
    assert len(made) == 256 and made == signature(article_from_text(BODY, title="Another", path="x.txt"))
    assert made[:8].hex() == "54b39a269dff00b3"


@pytest.mark.parametrize("text", [SHORT, "", "Η εταιρεία ανακοίνωσε την Τρίτη ότι σταματά τις δοκιμές. " * 20])
def test_a_text_of_few_latin_words_has_none(text: str) -> None:
    assert of(text) == b""


def test_a_book_is_compared_by_its_beginning() -> None:
    assert len(_fingerprints("word " * MOST_SIGNS)) == MOST_SIGNS // len("word ") - SHINGLE + 1
