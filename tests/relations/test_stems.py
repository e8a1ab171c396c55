"""What stems of generic names tell."""

from __future__ import annotations

import pytest

from extractor.relations.stems import Stems
from extractor.rulebook import load_rulebook


@pytest.fixture(scope="module")
def stems() -> Stems:
    return Stems(load_rulebook())


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("zavotinib", "tinib"),
        ("Rolucimab", "mab"),
        ("zavotinib tosylate", "tinib"),
        ("velotuzumab deruxtecan", "deruxtecan"),
        ("placebo", None),
        ("", None),
    ],
)
def test_the_longest_stem_of_the_last_word_that_has_one_counts(stems: Stems, name: str, stem: str | None) -> None:
    found, meaning = stems.of(name)
    assert (found or "").endswith(stem or "") and (found is None) == (stem is None)
    assert (meaning is None) or meaning.strip() == meaning != ""
