"""Opinions of research houses and others that the article reports without quotation marks."""

from __future__ import annotations

import pytest

HEAD = "Quillan Bio's taremaxinib fails in gout trial\n\nQuillan Bio's drug taremaxinib failed in a phase 3 trial in gout.\n\n"

OPINIONS = [
    ("Jefferies said it sees little chance of approval for taremaxinib.", "Jefferies", "negative"),
    ("Analysts at Leerink said the data were better than expected.", "Leerink", "positive"),
    ("Mizuho analyst Graig Danner believes that the sell-off is overdone.", "Graig Danner", "positive"),
    ("Wells Fargo expects taremaxinib to become a blockbuster.", "Wells Fargo", "positive"),
    ("Cowen's Lena Ortiz wrote that the miss was a major setback for the company.", "Lena Ortiz", "negative"),
    ("Evercore ISI downgraded Quillan Bio to in line, citing a lack of catalysts.", "Evercore ISI", "negative"),
    ("Citi raised its price target to $80, saying the launch is off to a strong start.", "Citi", "positive"),
    (
        "According to analysts at BMO Capital Markets, the safety profile is a clear advantage.",
        "BMO Capital Markets",
        "positive",
    ),
    ("Stifel called the outcome a worst-case scenario for Quillan Bio.", "Stifel", "negative"),
    ("RBC analyst Brian Abel remains bullish on taremaxinib.", "Brian Abel", "positive"),
    ("Barclays was less impressed, pointing to weak efficacy.", "Barclays", "negative"),
    ("In a note to clients, Truist said the deal makes strategic sense.", "Truist", "positive"),
    ("The company remains confident in taremaxinib.", "Quillan Bio", "positive"),
    ("Goldman Sachs cut its rating on Quillan Bio to sell from neutral.", "Goldman Sachs", "negative"),
    ("UBS sees the panel vote as a positive for the stock.", "UBS", "positive"),
]


@pytest.mark.parametrize(("sentence", "speaker", "polarity"), OPINIONS, ids=lambda value: value[:40])
def test_an_opinion_without_marks(extract, sentence, speaker, polarity):
    (opinion,) = [quote for quote in extract(HEAD + sentence).quotes if not quote.direct]
    assert (opinion.speaker, opinion.polarity) == (speaker, polarity)


@pytest.mark.parametrize(
    "sentence", ["Jefferies expects the results in May.", "Jefferies said the trial has two arms."]
)
def test_a_fact_is_no_opinion(extract, sentence):
    assert [quote for quote in extract(HEAD + sentence).quotes if not quote.direct] == []


@pytest.mark.parametrize(
    ("sentence", "speaker", "organization"),
    [
        ("Some analysts believe that taremaxinib is a potential blockbuster.", "analysts", None),
        ("Most analysts had expected the drug to fail.", "analysts", None),
        ("One analyst believes that taremaxinib is a potential blockbuster.", "analyst", None),
        ("The analysts believe that taremaxinib is a potential blockbuster.", "Leerink", "Leerink"),
    ],
)
def test_analysts_of_whom_no_more_is_said_belong_to_no_house(extract, sentence, speaker, organization):
    before = "Analysts at Leerink said the data were better than expected. "
    opinion = [quote for quote in extract(HEAD + before + sentence).quotes if not quote.direct][-1]
    assert (opinion.speaker, opinion.organization) == (speaker, organization)
