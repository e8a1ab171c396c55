"""Hyphens at line ends: the typesetter's are dropped, the words' own are kept."""

from __future__ import annotations

import pytest

from extractor.readers.pdf.hyphens import hyphens_of

PLAIN = ["Patients with moderate disease were treated", "and the medication helped investigators most."]
BREAKING = [*PLAIN, "The medica-", "tion was the first of its kind and marketable,", "with results."]


@pytest.mark.parametrize(
    ("end", "start", "glue"),
    [
        ("the medica-", "tion was", ""),
        ("a repor-", "ted case", ""),
        ("a market-", "able drug", ""),
        ("the anti-", "OX40 antibody", "-"),
        ("in phase-", "3 testing", "-"),
        ("a placebo-", "controlled trial", "-"),
        ("a long-", "term study", "-"),
        ("the ARID1a-", "mutated cells", "-"),
        ("the moderate-", "to-severe group", "-"),
        ("the end –", "it was", " "),
        ("a dash --", "it was", " "),
        ("no hyphen", "at all", " "),
        ("the AMG-", "451 code", "-"),
        ("THE MEDICA-", "TION OF", ""),
    ],
)
def test_a_document_that_breaks_words(end: str, start: str, glue: str) -> None:
    assert hyphens_of(BREAKING).join(end, start) == glue


@pytest.mark.parametrize(("end", "start"), [("a metastasis-", "directed therapy"), ("a drug-", "bupropion mix")])
def test_a_document_that_does_not(end: str, start: str) -> None:
    assert hyphens_of(PLAIN).join(end, start) == "-"
