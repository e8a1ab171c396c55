"""Percentages that head no result, alone or beside one that does."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

OTHERS = [
    "In the trial of amlodipine, nonsquamous tumors made up 77% of the total.",
    "Both doses of baricitinib met the primary endpoint of scalp coverage of 80% or more at week 24 of the trial.",
    "About 15% of patients with non-small cell lung cancer carry EGFR mutations.",
    "Roughly 30% of patients do not respond to existing antidepressants.",
    "The trial has 90% power to detect a difference at a 5% significance level.",
    "Shares of Novo Nordisk dropped 12% in premarket trading after the data on CagriSema.",
    "Analysts had expected weight loss of at least 25% for CagriSema.",
    "Keytruda accounts for 46% of Merck's sales.",
    "The market for GLP-1 drugs such as semaglutide will grow by 19% a year.",
    "The price of insulin glargine was cut by 78%.",
    "Medicaid rebates for Humira rose to 23.1%.",
    "In a survey of 500 dermatologists, 62% said that they expect to prescribe more Dupixent.",
    "Enrollment in the trial of tofersen is 80% complete.",
    "Five-year survival is below 10% in pancreatic cancer.",
    "The company owns 51% of the joint venture that makes nirsevimab.",
    "The tablets contain 5% crospovidone.",
    "Patients had an LVEF of 40% or less and a BMI of at least 27.",
    "In the trial, 43% of participants were female and 81% were white.",
    "Some 70% of the patients had received at least two prior therapies before starting teclistamab.",
    "Participants were eligible if they had lost less than 5% of their weight in the last three months.",
    "The company has a 65% share of the market for Botox.",
    "Hepatitis D affects about 5% of people with chronic hepatitis B. Bulevirtide lowered viral load in "
    "[45%]{drug=bulevirtide} of patients in the MYR301 trial.",
    "Without treatment, 30% of these patients die within a year.",
    "Up to 40% of patients relapse after first-line rituximab.",
    "Biogen owns 49.5% of Samsung Bioepis, which makes Benepali.",
    "The agency approved Leqembi with a 6-3 vote, and 75% of the shares were sold.",
    "Roche raised the price of Ocrevus by 3% after a trial showed benefit.",
    "The FDA approves about 12% of the drugs that enter phase 1 trials.",
    "Volume of Ozempic prescriptions rose 43% in the quarter.",
    "More than 90% of those enrolled in the trial of zilebesiran completed it.",
    "Tolerability was good, with [98%]{} of patients on zilebesiran completing the trial.",
    "The study will have 80% power to show a 15% reduction in events with zilebesiran.",
    "The trial was designed to detect a 20% improvement in survival with napabucasin.",
    "A weight loss of 5% or more is considered clinically meaningful.",
    "The stock is up 45% this year on hopes for viking's VK2735.",
    "Out-of-pocket costs for Humira fell 40%.",
    "KRAS G12C mutations occur in about 13% of lung cancers, the target of sotorasib.",
    "Patients with at least 10% body surface area involvement got roflumilast.",
]


@pytest.mark.parametrize("example", OTHERS)
def test_no_result(extract, example):
    check_results(extract, example)
