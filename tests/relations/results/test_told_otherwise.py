"""Figures told in other ways than “so many of those on a drug”: changes behind levels, “the figure was”, risks cut so much."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

TOLD = [
    "At month 12, lesion growth was 2.02 mm² for volicimod and 2.11 mm² for sham, a reduction of [4%]{value=-4 "
    "comparator=sham endpoint='lesion growth' timepoint='month 12'} (p=0.52) in the trial.",
    "In the trial the rate of severe flare-ups was 0.8 a year with volicimod against 1.6 a year with placebo, or a "
    "[50 percent]{value=-50 comparator=placebo endpoint='rate of severe flare-ups'} drop.",
    "Volicimod lengthened survival in the trial, cutting the risk of death [27%]{value=-27 endpoint='risk of death'}.",
    "Nausea ([31%]{endpoint=Nausea}), vomiting ([22%]{endpoint=vomiting}) and diarrhea ([15%]{endpoint=diarrhea}) were "
    "the most common side effects of volicimod in the trial.",
    "Some [61%]{drug=volicimod comparator=docetaxel comparator_value=37 endpoint=responded} responded to volicimod; for "
    "docetaxel the figure was 37%.",
    "In the trial of volicimod, response rates climbed from 21% with docetaxel alone to [38%]{drug=volicimod "
    "comparator='docetaxel alone' comparator_value=21 endpoint='response rates'} when volicimod was added.",
    "The vaccine Volicimod was [86%]{comparator=- endpoint='effective against severe disease'} effective against severe "
    "disease and [54%]{comparator=- endpoint='effective against infection'} effective against infection.",
    "Among patients with smaller lesions, where the reduction reached [17%]{value=-17 endpoint=-}, volicimod seemed to "
    "work in the trial.",
    "HbA1c had fallen 1.6 points with volicimod and 0.4 points with placebo in the trial; [68%]{drug=volicimod "
    "comparator=placebo comparator_value=21} and 21%, respectively, got to the goal.",
    "Median survival was 14 months for volicimod and 10 months for docetaxel, with [61%]{drug=volicimod "
    "comparator=docetaxel comparator_value=49 endpoint=alive} and 49%, respectively, alive at one year.",
    "In the trial of volicimod, nausea hit [12%]{arm=monthly comparator=sham comparator_value=4}, "
    "[9%]{arm=every-other-month comparator=sham comparator_value=4} and 4% of the monthly, every-other-month and sham "
    "groups.",
    "Patients on volicimod had [45%]{value=-45 comparator=placebo comparator_value=-26 endpoint='migraine days'} fewer "
    "migraine days than at the start of the trial, versus 26% fewer with placebo.",
    "Among women in the trial, [6.1%]{drug=volicimod comparator=placebo comparator_value=8.4} of those on volicimod and "
    "8.4% of those on placebo had a fracture, a [27%]{value=-27 comparator=placebo comparator_value=-} reduction.",
    "Side effects led nine patients on volicimod and four on placebo ([6%]{drug=volicimod comparator=placebo "
    "comparator_value=3} and 3%) to stop.",
    "Overall survival at two years was [68.7%]{drug=volicimod comparator='control arm' comparator_value=59.3} (62.1-74.4) "
    "in the volicimod arm and 59.3% (52.4 to 65.6) in the control arm.",
    "In all, [31%]{drug=volicimod comparator=placebo comparator_value=4} of patients on volicimod were free of attacks, "
    "compared with 4% on placebo, and volicimod reduced attacks by [78%]{value=-78 comparator=placebo} versus placebo.",
]


@pytest.mark.parametrize("example", TOLD)
def test_told_otherwise(extract, example):
    check_results(extract, example)
