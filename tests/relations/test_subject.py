"""The medicine that an article is about."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.subject import Subject, create_subjects

ABOUT = "\n\nAbout Acmera Therapeutics\n\nAcmera Therapeutics is a company that sells Humira. Humira is dear. Humira is old."
SLOW = "It is a device. It freezes what should not grow.\n\n" * 6


def subject(text: str, pipeline: Pipeline) -> Subject | None:
    return create_subjects(pipeline.rulebook).of(pipeline.context(article_from_text(text)))


CASES = [
    ("Keytruda works\n\nOpdivo was given too.", "pembrolizumab"),
    ("A study\n\nKeytruda works.\n\nOpdivo works.\n\nOpdivo is dear.\n\nOpdivo is new.", "nivolumab"),
    ("A study\n\nKeytruda works." + ABOUT, "pembrolizumab"),
    ("A study\n\nKeytruda works.\n\nIt is better than Opdivo.\n\nIt tops Opdivo.\n\nOpdivo is old.", "pembrolizumab"),
    # what stands behind another one wherever both are named is what that is compared with
    (
        "A study\n\nDaily Opdivo is widely used.\n\nPain fell by 3 points on Keytruda and by 2 on Opdivo.\n\n"
        "Sleep rose by 3 points on Keytruda and by 2 on Opdivo.\n\nFew stopped taking Opdivo.",
        "pembrolizumab",
    ),
    # who is given a medicine in a study has not been given it before
    (
        "A study\n\nOf those who received Keytruda 31% slept well, of those receiving Keytruda and salt 30%.\n\n"
        "Opdivo was approved in 2015.\n\nOpdivo is dear.",
        "pembrolizumab",
    ),
    # what a new medicine is added to or compared with
    (
        "Keytruda fails with a new pill\n\nAcmera Therapeutics gave its pill QXR-071 with Keytruda.\n\nKeytruda is old.\n\n"
        "Keytruda is dear.",
        "QXR-071",
    ),
    (
        "Acmera Therapeutics tries to rival Merck's Keytruda\n\nAcmera Therapeutics said that few stop taking its pill. Merck's Keytruda is old.\n\n"
        "Acmera Therapeutics will try the pill, QXR-071, again.\n\nKeytruda is dear.",
        "QXR-071",
    ),
    (
        "Keytruda wins in lung cancer\n\nKeytruda works.\n\nKeytruda is safe.\n\nAcmera Therapeutics has QXR-071.",
        "pembrolizumab",
    ),
    ("A study\n\nNothing is known.", None),
    ("A study\n\nNothing is known." + ABOUT, None),
]


@pytest.mark.parametrize(("text", "drug"), CASES)
def test_the_subject(text: str, drug: str | None, pipeline: Pipeline) -> None:
    found = subject(text, pipeline)
    assert (found.drug if found else None) == drug


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("A device\n\nKeytruda works.\n\n" + SLOW, True),
        ("A device\n\n" + SLOW + "Keytruda works.", False),
        ("A device\n\n" + SLOW + "Keytruda works.\n\n" * 4, True),
        ("A device for medicines such as Keytruda", False),
    ],
)
def test_a_clear_subject_is_named_early_or_throughout(text: str, clear: bool, pipeline: Pipeline) -> None:
    found = subject(text, pipeline)
    assert found is not None
    assert found.clear == clear


def test_an_article_is_also_about_what_its_headline_names(pipeline: Pipeline) -> None:
    found = subject("Keytruda and Opdivo work\n\nKeytruda works. Humira was given too.", pipeline)
    assert found is not None
    assert [found.is_about(drug) for drug in ("pembrolizumab", "nivolumab", "adalimumab")] == [True, True, False]


def test_one_paragraph_makes_no_rival(pipeline: Pipeline) -> None:
    found = subject("A study\n\nKeytruda works.\n\nShe has sold Humira.", pipeline)
    assert found is not None
    assert found.alone
