"""The words beside a place, and patterns laid along them."""

from __future__ import annotations

import pytest

from extractor.components.drugs.surroundings import KNOWN, MOST_WORDS, Surroundings
from extractor.components.drugs.word_patterns import Step, fits

TEXT = "Earlier.\n\nPatients on Zelvora and Brandol 5 mg slept.\n\nLater."
KNOWN_PLACE = (TEXT.index("Zelvora"), TEXT.index("Zelvora") + len("Zelvora"))


@pytest.fixture
def around() -> Surroundings:
    return Surroundings(TEXT, [KNOWN_PLACE])


def test_words_are_read_to_the_ends_of_the_paragraph_the_nearest_first(around: Surroundings) -> None:
    start = TEXT.index("Brandol")
    assert [written for written, _ in around.before(start)] == ["and", KNOWN, "on", "Patients"]
    assert [lower for _, lower in around.behind(start + len("Brandol"))] == ["5", "mg", "slept", "."]
    assert around.next_word(start + len("Brandol")) == "5"


def test_beside_a_certain_mention_its_own_letters_are_not_read(around: Surroundings) -> None:
    start, end = KNOWN_PLACE
    assert around.before(start)[0] == ("on", "on")
    assert around.behind(end)[0] == ("and", "and")


def test_at_the_ends_of_a_text_there_are_no_words() -> None:
    alone = Surroundings("Zelvora", [])
    assert alone.before(0) == [] and alone.behind(7) == [] and alone.next_word(7) == ""


def test_only_so_many_words_are_read_behind() -> None:
    assert len(Surroundings("a " * 100, []).behind(0)) == MOST_WORDS


ON, MG = (Step(None, 1, 1, frozenset({word})) for word in ("on", "mg"))
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
    assert fits(steps, [(word, word.lower()) for word in words.split()]) is fit
