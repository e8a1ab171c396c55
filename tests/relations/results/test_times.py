"""Time points: at, by, after, through; those of one endpoint; those of an earlier sentence."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

TIMES = [
    "In the study, tremor scores fell by [36%]{timepoint='12 weeks' comparator_value=-19} on propranolol and 19% on placebo "
    "after 12 weeks.",
    "At month 18, [40%]{timepoint='month 18'} of patients on dupilumab were in remission. [92%]{timepoint=-} took the "
    "injections for the whole study.",
    "As early as week 4, [23%]{timepoint='week 4'} of patients on ritlecitinib had regrown hair.",
    "Between week 24 and week 48, [80%]{} of patients on ritlecitinib kept their response.",
    "At a median follow-up of 21.4 months, [68%]{timepoint=- drug=mosunetuzumab} of patients on "
    "mosunetuzumab remained in remission.",
    "The 2-year survival rate was [54%]{timepoint='2-year'} with glofitamab.",
    "After one year of therapy, [71%]{timepoint='one year'} of those on benralizumab had stopped steroids.",
    "By day 29, [88%]{timepoint='day 29'} of patients receiving pozelimab had normal albumin.",
    "In a 26-week study, [40%]{timepoint='26-week'} of patients on efpeglenatide reached the goal.",
    "The 52-week trial of tralokinumab met its goal. Clear skin was seen in [39%]{timepoint='52-week'} of patients.",
    "Within 30 days of surgery, [2%]{timepoint='30 days'} of patients on abelacimab had bled.",
    "The tumor shrank in [41%]{timepoint=-} of those on sotorasib, and [63%]{timepoint='six months'} of responders were "
    "still responding after six months.",
    "In the trial [49%]{timepoint=-} of those on rimegepant had a cut in the number of days with pain.",
    "The trial of efruxifermin missed its goal at 12 weeks but showed that [60%]{timepoint='36 weeks'} were well after "
    "36 weeks.",
    "In MERIT-1, [34%]{timepoint='52 weeks' trial=MERIT-1} of patients on etrasimod were well at 52 weeks. In MERIT-2, "
    "the same dose helped [28%]{timepoint=- trial=MERIT-2}.",
    "In the trial of olvacimab nausea occurred in [28%]{timepoint='one year'} of patients at one year, and "
    "[9%]{timepoint=-} of people on the drug felt sick.",
    "In the trial seizures fell by [31%]{timepoint='48 weeks'} over 48 weeks with lacosamide.",
]


@pytest.mark.parametrize("example", TIMES)
def test_times(extract, example):
    check_results(extract, example)
