"""Figures without arms of their own, below a sentence that says what the study compares."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

DESIGNS = [
    "Survival without progression was significantly longer with olvacimab than with placebo, the trial showed. The "
    "9-month rates were [29%]{drug=olvacimab comparator=placebo comparator_value=19} and 19%, respectively.",
    "Survival was longer with olvacimab than with platinum-based chemotherapy. Response rates were "
    "[35.2%]{drug=olvacimab comparator='platinum-based chemotherapy' comparator_value=25.3} (95% CI 29.7-41.0) and 25.3% "
    "(95% CI 20.3-30.8).",
    "Median survival was 15.8 months with olvacimab versus 11.4 months with docetaxel. Severe side effects occurred in "
    "[73%]{drug=olvacimab comparator=docetaxel comparator_value=57} vs 57%, and led to discontinuation in "
    "[11%]{comparator=docetaxel comparator_value=10} vs 10%.",
    "Patients were randomized to olvacimab or docetaxel. Response rates were [35%]{drug=olvacimab comparator=docetaxel "
    "comparator_value=25} and 25%, respectively.",
    "The study compared olvacimab with standard of care. At week 12, [35%]{drug=olvacimab comparator='standard of care' "
    "comparator_value=25} vs 25% had a response.",
    "In the olvacimab trial, 402 patients were randomly assigned to olvacimab plus carboplatin or carboplatin alone. "
    "Response rates were [35%]{drug=olvacimab arm='olvacimab plus carboplatin' comparator='carboplatin alone' "
    "comparator_value=25} and 25%, respectively.",
    "Patients with gout were assigned to placebo or olvacimab. Olvacimab is given once a month. Remission rates were 12% "
    "and [31%]{drug=olvacimab comparator=placebo comparator_value=12}, respectively.",
]

NONE_TOLD = [
    "Olvacimab costs more than docetaxel, doctors said. At week 12, [35%]{drug=olvacimab comparator=-} of patients had a "
    "response.",
    "Olvacimab was compared with docetaxel. Olvacimab cut the risk of death by [20%]{drug=olvacimab comparator=-}.",
    "The company compared two ways of making olvacimab. Response rates were [35%]{comparator=-} at week 12.",
]


@pytest.mark.parametrize("example", DESIGNS)
def test_figures_are_those_of_the_arms_that_the_study_compares(extract, example):
    check_results(extract, example)


@pytest.mark.parametrize("example", NONE_TOLD)
def test_a_figure_by_itself_is_compared_with_nothing(extract, example):
    check_results(extract, example)
