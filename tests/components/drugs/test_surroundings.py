"""The words beside a place, and patterns laid along them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.drugs.surroundings import KNOWN, MOST_WORDS, Surroundings, Words
from extractor.components.drugs.word_patterns import NOTHING, Step, Telling, WordPattern, fits, telling

TEXT = "Earlier.\n\nPatients on Zelvora and Brandol 5 mg slept.\n\nLater."
KNOWN_PLACE = (TEXT.index("Zelvora"), TEXT.index("Zelvora") + len("Zelvora"))


@pytest.fixture
def around() -> Surroundings:
    return Surroundings(TEXT, [KNOWN_PLACE])


def test_words_are_read_to_the_ends_of_the_paragraph_the_nearest_first(around: Surroundings) -> None:
    start = TEXT.index("Brandol")
    beside = around.beside(start, start + len("Brandol"))
    assert beside.before() == (["and", KNOWN, "on", "Patients", ""], ["and", KNOWN, "on", "patients", ""])
    assert beside.behind().lower == ["5", "mg", "slept", ".", ""]
    assert (beside.last, beside.following) == ("and", "5")


def test_beside_a_certain_mention_its_own_letters_are_not_read(around: Surroundings) -> None:
    beside = around.beside(*KNOWN_PLACE)
    assert (beside.last, beside.following) == ("on", "and")


def test_at_the_ends_of_a_text_there_are_no_words() -> None:
    beside = Surroundings("Zelvora", []).beside(0, 7)
    assert beside.before() == beside.behind() == ([""], [""])
    assert beside.last == beside.following == ""


def test_only_so_many_words_are_read_behind() -> None:
    beside = Surroundings("a " * 100, []).beside(0, 0)
    assert beside.behind().lower == ["a"] * MOST_WORDS + [""]
    assert beside.behind(2).lower == ["a", "a", ""]


def test_with_other_certain_mentions_other_words_are_signs(around: Surroundings) -> None:
    assert around.knowing([KNOWN_PLACE]) is around
    assert around.knowing([]).beside(KNOWN_PLACE[1] + 1, KNOWN_PLACE[1] + 4).last == "Zelvora"


@given(
    text=st.text("aB1_'\u2019s -.\n\x1f\ue000", max_size=80),
    offsets=st.lists(st.integers(0, 80), min_size=3, max_size=3),
)
def test_the_nearest_words_are_the_first_of_all(text: str, offsets: list[int]) -> None:
    first, start, end = sorted(min(offset, len(text)) for offset in offsets)
    beside = Surroundings(text, [(0, first)] if first else []).beside(start, end)
    assert (beside.last, beside.following) == (beside.before().written[0], beside.behind().written[0])


ON, MG, DRUG = (Step(None, 1, 1, frozenset({word})) for word in ("on", "mg", KNOWN))
ANY = Step(lambda written, lower: True, 0, 2, frozenset())
CAPITAL = Step(lambda written, lower: written.istitle(), 1, 1, frozenset())


@pytest.mark.parametrize(
    ("steps", "words", "fit"),
    [
        ([ON], "on mg", True),
        ([MG], "on mg", False),
        ([ANY, MG], "mg", True),
        ([ANY, MG], "a b mg", True),
        ([ANY, MG], "a b c mg", False),
        ([ON, CAPITAL], "on Acmera", True),
        ([ON, CAPITAL], "on acmera", False),
        ([ON, MG], "on", False),
        ([], "", True),
    ],
)
def test_steps_are_laid_along_words(steps: list[Step], words: str, fit: bool) -> None:
    assert fits(steps, Words.of(words.split())) is fit


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((), (ON, MG), Telling(ON.words, True, 1)),
        ((ANY, MG), (CAPITAL, ON), Telling(MG.words, False, 3)),
        ((ANY, MG), (ANY, DRUG), Telling(DRUG.words, True, 3)),
        ((), (CAPITAL,), NOTHING),
    ],
)
def test_a_certain_medicine_or_the_first_of_the_longest_words_tells_of_a_pattern(
    before: tuple[Step, ...], after: tuple[Step, ...], told: Telling
) -> None:
    assert telling(WordPattern("a", 1, before, after)) == told
