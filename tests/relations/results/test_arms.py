"""Arms: doses, schedules, groups, several in a row."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

ARMS = [
    "The objective response rate was [50%]{arm='1.8 mg/kg'}, [54%]{arm='2.4 mg/kg'} and [61%]{arm='3.0 mg/kg'} "
    "in the 1.8 mg/kg, 2.4 mg/kg and 3.0 mg/kg cohorts of telisotuzumab vedotin, respectively.",
    "Patients receiving CagriSema lost [22.7%]{drug=cagrilintide-semaglutide comparator_value=-11.8}, compared "
    "with 11.8% for cagrilintide alone, 16.1% for semaglutide alone and 2.3% for placebo.",
    "At the highest dose of 12 mg, orforglipron led to weight loss of [12.4%]{value=-12.4 drug=orforglipron}.",
    "EASI-90 was achieved by [41%]{endpoint=EASI-90 drug=amlitelimab} of patients in the amlitelimab "
    "every-4-weeks arm and [38%]{drug=amlitelimab} in the every-12-weeks arm.",
    "Response rates were [29%]{comparator_value=12}, [37%]{comparator_value=12}, and 12% for povorcitinib 45 mg, "
    "povorcitinib 75 mg and placebo, respectively.",
    "In the 300 mg Q2W group [60.3%]{arm='300 mg Q2W group' comparator_value=24.1} of patients reached EASI-75 "
    "versus 24.1% in the placebo group.",
    "Patients who received the drug every two weeks had a [71%]{endpoint='response rate'} response rate in the "
    "trial of rocatinlimab.",
    "Lisaftoclax is tested in the GLORA trial. As the first therapy for many, JAK inhibitors offer too little, with an "
    "overall response rate of just [30%]{drug=- arm='JAK inhibitors' trial=-}.",
    "At one year, [46%]{drug=ipilimumab comparator='peptide vaccine gp100' comparator_value=25} of patients treated with "
    "ipilimumab were alive in the trial, compared with 25% of those given the peptide vaccine gp100.",
    "Some [9 pct]{drug=betrixaban comparator=injection comparator_value=6} of those on betrixaban quit the study, compared "
    "with 6 pct for the injection.",
    "In [22%]{drug=tofacitinib arm='new drug' comparator_value=9} of those on the new drug the trial of tofacitinib found "
    "nausea, against 9% on placebo.",
    "In the trial [74%]{arm='higher dose of tirzepatide' drug=tirzepatide} of adults who took the higher dose of "
    "tirzepatide got well.",
    "Zelenirstat is a pill. Patients receiving the RP2D lived longer; [57%]{arm=RP2D} had stable disease.",
]


@pytest.mark.parametrize("example", ARMS)
def test_arms(extract, example):
    check_results(extract, example)
