"""What dates are about: event, modality and drug of the one date in each sentence."""

from __future__ import annotations

from datetime import date

import pytest

PUBLISHED = date(2026, 2, 10)

CASES = [
    (
        "The company intends to submit an application for approval in the first half of this year.",
        "submission",
        "planned",
    ),
    ("Topline results from the trial are expected in March 2027.", "data release", "expected"),
    ("In September 2024, trial results showed a benefit.", "data release", "done"),
    ("The first patient was dosed in May 2025.", "trial start", "done"),
    ("The study, expected to begin in 2027, will enroll adults.", "trial start", "expected"),
    ("The FDA set a goal date of October 16, 2026.", "decision", "expected"),
    ("The medicine was approved in 2018.", "approval", "done"),
    ("If approved, it could reach pharmacies in 2027.", "launch", "possible"),
    ("It signed a licensing agreement in June 2025.", "deal", "done"),
    ("The company was founded in 2009.", "other", "done"),
    ("The company today announced a new chief.", "publication", "done"),
    ("It is projected that 60,000 people will fall ill in 2027.", "other", "expected"),
    ("Preliminary results will be available by the end of the year.", "data release", "planned"),
    ("Four posters will be presented at the congress on June 3.", "data release", "planned"),
    ("In February 2025, Orla initiated VIEW-1, a Phase 2 trial of its vaccine.", "trial start", "done"),
    (
        "It is on track to begin a Phase 2 study in the first half of 2027, following its orphan drug designation.",
        "trial start",
        "expected",
    ),
    ("It announced its financial results and highlights for 2024.", "other", "done"),
    ("It could win approval as early as 2027.", "approval", "possible"),
    ("The CHMP is expected to give its opinion in March 2026.", "decision", "expected"),
    ("The FDA accepted the NDA for priority review in January 2026.", "decision", "done"),
    ("The committee will vote on March 4, 2026.", "decision", "planned"),
    ("NICE recommended the drug in June 2024.", "decision", "done"),
    ("The BLA was filed in December 2025.", "submission", "done"),
    ("Europe’s regulator cleared the pill in 2024.", "approval", "done"),
    ("India’s regulator gave its nod in March 2021.", "approval", "done"),
    ("The vaccine went on sale in Japan in 2019.", "launch", "done"),
    ("It plans to launch the pill in Germany in May 2026.", "launch", "planned"),
    ("The two firms merged in 2009.", "deal", "done"),
    ("The patent expires in 2031.", "other", "expected"),
    ("The trial will enrol 300 people from April 2026.", "trial start", "planned"),
    ("With its investors and partners it met in New York on March 4.", "other", "expected"),
    ("The board approved the budget in January 2026.", "other", "done"),
    ("The transaction is expected to close in March 2026.", "deal", "expected"),
    ("Orla published the results of its trial in December 2025.", "data release", "done"),
    ("The findings appeared in a study published in December 2025.", "publication", "done"),
    ("It plans to file in May 2026, and if approved it will sell the pill itself.", "submission", "planned"),
    ("It intends to file for approval in Europe in May 2026.", "submission", "planned"),
    ("Orla will seek approval in May 2026.", "submission", "planned"),
    ("It intends to begin a Phase 3 program in May 2026, subject to talks with regulators.", "trial start", "planned"),
    ("The data, costs included, will be reported in May 2026.", "data release", "planned"),
    ("A second trial is due to report in May 2026.", "data release", "planned"),
    ("We expect data in May 2026.", "data release", "expected"),
    ("A mid-stage study of 227 patients reported in 2010 had shown a benefit.", "data release", "done"),
    ("The pill failed in two trials in May 2025.", "data release", "done"),
    ("Orla’s pill, which received IND clearance in May 2025, is small.", "decision", "done"),
    ("The vaccine was cleared in May 2025.", "approval", "done"),
    ("It was the first copy on the U.S. market, on January 31.", "launch", "done"),
    ("It licensed the rights to the pill, and in 2017, the U.S. FDA approved it.", "approval", "done"),
    ("It plans to spin off its animal business in May 2026.", "deal", "planned"),
    ("It was approved and had sales of $310 million in 2025.", "other", "done"),
    ("The award was a big deal for a charity that worked since its inception in 1950.", "other", "done"),
    ("Orla Reports Q4 2025 Results, Advances Pill Toward Approval.", "other", "done"),
    ("Shares fell by half in May 2025, after the FDA’s decision.", "other", "done"),
    ("They were alive at the time of data cut-off (May 20, 2025) after enrollment.", "other", "done"),
    ("About 66,000 people will be diagnosed in 2027.", "other", "expected"),
    ("It comes before the end of the year.", "other", "expected"),
]


@pytest.mark.parametrize(("text", "event", "modality"), CASES)
def test_event_and_modality(extract, text, event, modality):
    (found,) = extract(text, published=PUBLISHED).dates
    assert (found.event, found.modality) == (event, modality)


def test_durations_and_sets_are_about_nothing(extract):
    found = extract("It is given every 8 weeks for two years.", published=PUBLISHED).dates
    assert [(record.event, record.modality) for record in found] == [(None, None)] * 2


def test_the_drug_is_the_nearest_of_the_sentence_or_the_only_one_before(extract):
    text = "Keytruda was approved in 2014, Opdivo in 2015. A filing in Japan followed in 2016.\n\nIn 2017 it rained."
    found = extract(text, published=PUBLISHED).dates
    assert [record.drug for record in found] == ["pembrolizumab", "nivolumab", None, None]


def test_without_a_day_of_publication_only_the_words_tell(extract):
    found = extract("Results are expected in May 2027. It was approved in 2018.").dates
    assert [record.modality for record in found] == ["expected", None]


OFTEN = "Amlodipine lowers blood pressure. Amlodipine is a pill. Amlodipine is taken daily.\n\n"
DECISION = "The FDA set a goal date of October 16, 2026."


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        (f"{OFTEN}{DECISION}", "amlodipine"),
        (f"{OFTEN}The company was founded in 2009.", None),
        (f"Amlodipine lowers blood pressure.\n\n{DECISION}", None),
        (f"{OFTEN}It was compared with losartan.\n\n{DECISION}", None),
    ],
)
def test_what_happens_in_an_article_on_one_drug_concerns_it(extract, text, drug):
    assert extract(text, published=PUBLISHED).dates[-1].drug == drug
