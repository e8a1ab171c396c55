"""The words beside a place, and patterns laid along them."""

from __future__ import annotations

import pytest

from extractor.components.drugs.surroundings import KNOWN, MOST_WORDS, Surroundings, Words
from extractor.components.drugs.word_patterns import NOTHING, Step, Telling, WordPattern, fits, telling

TEXT = "Earlier.\n\nPatients on Zelvora and Brandol 5 mg slept.\n\nLater."
KNOWN_PLACE = (TEXT.index("Zelvora"), TEXT.index("Zelvora") + len("Zelvora"))


@pytest.fixture
def around() -> Surroundings:
    return Surroundings(TEXT, [KNOWN_PLACE])


def test_words_are_read_to_the_ends_of_the_paragraph_the_nearest_first(around: Surroundings) -> None:
    start = TEXT.index("Brandol")
    assert around.before(start) == (["and", KNOWN, "on", "Patients", ""], ["and", KNOWN, "on", "patients", ""])
    assert around.behind(start + len("Brandol")).lower == ["5", "mg", "slept", ".", ""]
    assert (around.last_word(start), around.next_word(start + len("Brandol"))) == ("and", "5")


def test_beside_a_certain_mention_its_own_letters_are_not_read(around: Surroundings) -> None:
    start, end = KNOWN_PLACE
    assert around.before(start).lower[0] == around.last_word(start) == "on"
    assert around.behind(end).lower[0] == around.next_word(end) == "and"


def test_at_the_ends_of_a_text_there_are_no_words() -> None:
    alone = Surroundings("Zelvora", [])
    assert alone.before(0) == alone.behind(7) == ([""], [""])
    assert alone.last_word(0) == alone.next_word(7) == ""


def test_only_so_many_words_are_read_behind() -> None:
    assert Surroundings("a " * 100, []).behind(0).lower == ["a"] * MOST_WORDS + [""]


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
