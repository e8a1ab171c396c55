"""Comparisons that run over sentences."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

ACROSS = [
    "After two years [22%]{drug=olvacimab comparator_value=30 comparator=placebo} of those on olvacimab had died. In the "
    "placebo group the figure was 30%.",
    "The placebo group lost 2.2% of body weight in the trial. People on semaglutide lost "
    "[13.9%]{comparator=placebo comparator_value=-2.2 drug=semaglutide}.",
    "In the trial [81%]{drug=olvacimab comparator='older blockers' comparator_value=70} of men on olvacimab were alive. "
    "That number compared with 70% of men who received older blockers.",
    "In the trial [73%]{drug=sitagliptin comparator=metformin comparator_value=42} of patients on sitagliptin improved. "
    "Only 42% of those who took metformin did.",
    "The trial of olvacimab failed: [33%]{comparator_value=27} of patients on the drug had died at one year. On placebo it "
    "was 27%, a difference of [6 percentage points]{measure=difference comparator=placebo drug=olvacimab}.",
    "In the trial, [12%]{comparator=- drug=olvacimab} of patients on olvacimab felt sick. Only "
    "[5%]{drug=olvacimab comparator=-} of them stopped treatment.",
    "In the trial, [12%]{comparator=-} of patients on olvacimab felt sick. With placebo, pain fell by "
    "[20%]{drug=- comparator=-}.",
]


@pytest.mark.parametrize("example", ACROSS)
def test_across(extract, example):
    check_results(extract, example)
