"""Trial and phase, from the sentence or an earlier one."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

STUDIES = [
    "The Phase 3 GALAXY trial compared nemolizumab with placebo in 274 adults. After 16 weeks, "
    "[49%]{trial=GALAXY phase=3 drug=nemolizumab comparator_value=16 comparator=controls timepoint='16 weeks'} "
    "of treated patients had clear skin versus 16% of controls.",
    "In KEYNOTE-091, pembrolizumab improved disease-free survival by [24%]{trial=KEYNOTE-091 drug=pembrolizumab "
    "measure=change value=24} versus placebo.",
    "A late-stage study of zuranolone showed that [57%]{phase=3 drug=zuranolone} of women responded by day 15.",
    "In the mid-stage trial, survodutide led to weight loss of [18.7%]{phase=2 drug=survodutide value=-18.7}.",
    "The data come from EXPLORER, a Phase 3 study of mavacamten in 251 patients. [37%]{trial=EXPLORER phase=3 "
    "drug=mavacamten comparator_value=17} of patients met the endpoint, compared with 17% on placebo.",
    "In ADVENT and SURPASS, two Phase 3 trials of bimzelx, [52%]{phase=3} of patients met the endpoint.",
    "In the pivotal trial (NCT03887455), lecanemab slowed decline by [27%]{trial=NCT03887455 value=-27}.",
    "A Phase IIa trial of brepocitinib showed a response in [44%]{phase=2a}.",
    "# Tolvaptan helps in the CONGEST trial\n\nThe CONGEST trial, a phase 3 study, was presented on Monday.\n\nBy "
    "day 60, [27%]{trial=CONGEST phase=3} of patients on tolvaptan had died. Tolvaptan is old.\n\nIn a registry, "
    "[4%]{trial=- phase=-} of people on tolvaptan fell.",
    "# Tolvaptan fails in late-stage trial\n\nIn the CONGEST trial of tolvaptan, [22%]{trial=CONGEST phase=3} of "
    "patients felt sick.\n\nIn a mid-stage study, tolvaptan had cut deaths by [28%]{phase=2 trial=-}.",
    "In the HALT trial, nausea was seen in [5%]{trial=HALT} of patients on tolvaptan. Safety was consistent with earlier "
    "studies. Dizziness was seen in [4%]{trial=HALT}.",
    "# Oral liraglutide enters a phase 2b trial\n\nThe step follows an animal study of liraglutide. In that study it cut "
    "sugar by [11%]{phase=preclinical}.",
    "Solva has a split phase 3 result for its pill.\n\nAt week 8, [31%]{phase=3} of patients on tolvaptan had responded."
    "\n\nThe money goes into an ongoing phase 2 trial of tolvaptan.",
    "In a phase 2a study, tolvaptan brought a response in [31%]{phase=2a}, and phase 2b data are due.",
    "Tolvaptan beats placebo\n\nAt week 8, [31%]{trial='HARBOR 2'} of patients on tolvaptan had responded.\n\nHARBOR 2 "
    "enrolled 402 patients at 40 sites.",
    "Tolvaptan beats placebo\n\nAt week 8, [31%]{trial=-} of patients on tolvaptan had responded. The "
    "drug was safe. It is a pill. The firm is small. It was founded in 2011. Its founder is a chemist.\n\nThe next trial, "
    "ALBACORE, has enrolled 402 patients so far.",
    "Tolvaptan met its goal in both of its phase 3 trials, CALMER-1 and CALMER-2. The response rate was "
    "[39.4%]{trial=- phase=3} with the pill.",
    "# Tolvaptan does well\n\nTolvaptan helped in a phase 3 trial, where [42%]{phase=3 timepoint='12 weeks'} of patients "
    "responded at 12 weeks. In a smaller trial, [27%]{timepoint=-} of those on tolvaptan responded.",
    "In CALMER-1, tolvaptan cut deaths by [22%]{trial=CALMER-1 timepoint='12 months'} at 12 months. In CALMER-2, the "
    "reduction was [7.1%]{trial=CALMER-2}.",
    "# Tolvaptan does well\n\nIn a phase 2 trial, [61%]{drug=tolvaptan phase=2 timepoint='12 weeks'} of patients on tolvaptan "
    "were cured after 12 weeks, the maker of tolvaptan said. By way of comparison, sofosbuvir cured "
    "[90%]{drug=sofosbuvir phase=- timepoint=-} of patients.",
]


@pytest.mark.parametrize("example", STUDIES)
def test_studies(extract, example):
    check_results(extract, example)
