"""Endpoints of lists: side effects, response rates, bullets."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

BULLETS = [
    "At week 24, [33%]{endpoint='scalp coverage of 80% or more' comparator_value=1} of patients on baricitinib achieved scalp "
    "coverage of 80% or more, compared with 1% on placebo.",
    "In the trial, [22%]{endpoint='formed another stone'} of patients who took chlorthalidone for three years formed another "
    "stone.",
    "Topline data for deuruxolitinib (24 weeks):\n\n• SALT ≤20: [41.5%]{timepoint='24 weeks' "
    "comparator_value=0.8 comparator=placebo endpoint='SALT ≤20' drug=deuruxolitinib} vs. 0.8% for placebo\n• "
    "Satisfied with hair: [45%]{comparator_value=3 endpoint='Satisfied with hair'} vs. 3% for placebo\n",
    "Results of the Phase 3 trial of setmelanotide:\n\n- Weight loss of 10% or more: [80%]{phase=3 "
    "drug=setmelanotide}\n- Discontinuations: [3%]{endpoint=Discontinuations}\n",
    "Key efficacy results with belzutifan were:\n- ORR: [22%]{endpoint=ORR} (95% CI, 18-27)\n- 12-month PFS: "
    "[33%]{endpoint=PFS timepoint='12-month'}\n- Duration of response ≥12 months: [74%]{endpoint='Duration of "
    "response'}\n",
    "The proportion of patients achieving at least a 75% reduction in EASI was [62%]{measure=proportion value=62 "
    "endpoint='75% reduction in EASI'} with dupilumab and 21% with placebo in the trial.",
    "Deaths due to infections occurred in 5 patients ([1.9%]{endpoint='Deaths due to infections' "
    "comparator_value=0.8}) in the pembrolizumab arm and 2 patients (0.8%) in the placebo arm.",
    "Nearly all got better with dupilumab; on the other goal, freedom from itch, the figures were "
    "[23%]{endpoint='freedom from itch' comparator_value=13} for dupilumab and 13% for placebo.",
    "Vomiting, the bane of this class, was limited to [8%]{endpoint=Vomiting} of patients on semaglutide.",
    "In the trial of semaglutide most responded, among them [12%]{endpoint='weight became normal'} whose weight became "
    "normal.",
    "Dupilumab stopped attacks, and [14%]{endpoint='stopped taking the tablets because of headaches'} of patients in "
    "the trial stopped taking the tablets because of headaches.",
    "The first outcome — a composite of death, infarction, or stroke — occurred in "
    "[9.1%]{endpoint='composite of death, infarction, or stroke'} of the patients on ticagrelor.",
    "Liraglutide cuts the combined risk of infarction, stroke and death from heart disease by "
    "[12%]{endpoint='risk of infarction, stroke and death from heart disease' value=-12} in diabetes.",
    "Empagliflozin lowered heart disease deaths by [36%]{value=-36} and deaths from any cause by "
    "[31%]{value=-31 measure=change endpoint='deaths from any cause'} over three years, researchers reported.",
    "Bleeding was higher among those taking apixaban -- [2%]{endpoint=Bleeding comparator_value=1} a year compared "
    "with 1% among those taking aspirin.",
    "Of 72 patients, 31 ([43%]{endpoint=responded}) responded to olomorasib, including 9 "
    "([12%]{endpoint='complete responses'}) complete responses and 22 ([31%]{endpoint='partial responses'}) partial "
    "responses.",
    "Nirsevimab was [74%]{endpoint='effective against infections' measure=change} effective against infections; "
    "hospital stays were cut by [62%]{value=-62}.",
    "The response rate was [48%]{comparator_value=30} with olomorasib and 30% with placebo; in younger patients it was "
    "[55%]{endpoint='response rate' comparator_value=33} and 33%.",
    "Women on abemaciclib had a [25%]{endpoint='risk of relapse' comparator='hormone therapy alone'} lower risk of "
    "relapse than those who got hormone therapy alone.",
    "Ublituximab cut the relapse rate by [59%]{endpoint='relapse rate'} in the first trial and by "
    "[49%]{endpoint='relapse rate' value=-49} in the second.",
    "A third of patients taking baricitinib 4 mg regrew hair ([35%]{endpoint='regrew hair' comparator_value=5}), "
    "compared to [22%]{comparator=placebo comparator_value=5} on 2 mg and 5% on placebo.",
    "High potassium led [2.3%]{endpoint='stop treatment'} of patients on finerenone to stop treatment.",
    "In the trial of enlicitide a small proportion of participants left the study because of side effects "
    "([3%]{endpoint='left the study because of side effects' comparator_value=4} vs. 4% on placebo).",
    "People given semaglutide had a [20%]{endpoint='chance of heart attack, stroke or death'} lower chance of heart "
    "attack, stroke or death.",
    "In the trial the risk of dying within a month was [48%]{endpoint='risk of dying' value=-48} lower among people who "
    "took molnupiravir, researchers said.",
    "In MERIT-1, [34%]{endpoint=remission} of patients on etrasimod were in remission; in MERIT-2 the rate was "
    "[28%]{endpoint=remission trial=MERIT-2}.",
    "In the trial of zenocutuzumab the ORR was [30%]{endpoint=ORR} overall and [42%]{endpoint=ORR} in pancreatic cancer.",
]

EVENTS = [
    "The most frequently reported side effects were headache, nausea and fatigue, occurring in "
    "[12%]{endpoint=headache}, [8%]{endpoint=nausea} and [5%]{endpoint=fatigue} of patients on vonoprazan, "
    "respectively.",
    "Headache (vonoprazan: [12%]{endpoint=Headache comparator_value=10 comparator=placebo}; placebo: 10%) was "
    "the commonest side effect.",
    "Adverse events in at least 5% of patients on vonoprazan were nasopharyngitis, "
    "[9%]{endpoint=nasopharyngitis}; diarrhea, [6%]{endpoint=diarrhea}; and rash, [5%]{endpoint=rash}.",
    "Treatment-emergent adverse events led to discontinuation in [7%]{comparator_value=3} of tapentadol patients "
    "vs 3% for placebo.",
    "ALT increases above three times the upper limit of normal were seen in [1.7%]{endpoint='ALT increases above "
    "three times the upper limit of normal'} of patients on resmetirom.",
    "All-grade CRS occurred in [46%]{endpoint='All-grade CRS'}, with grade 3 in [2%]{endpoint='grade 3'} of "
    "patients treated with cilta-cel.",
    "No patient on placebo and [2%]{comparator=-} of those on fezolinetant had liver enzyme elevations.",
]

RESPONSES = [
    "Responses to ivonescimab: CR [4%]{endpoint=CR}, PR [46%]{endpoint=PR}, SD [38%]{endpoint=SD}.",
    "Across doses of BL-B01D1, the ORR was [45.3%]{endpoint=ORR}, the DCR [87.1%]{endpoint=DCR} and the 6-month "
    "PFS rate [61%]{endpoint='PFS rate' timepoint='6-month'}.",
    "Of the 40 patients on izalontamab brengitecan, 22 ([55%]{endpoint=response}) had a response, 3 of them "
    "([7.5%]{}) a complete response.",
    "The overall response rate (ORR) by blinded review was [57%]{endpoint='overall response rate (ORR)'} (n=56) "
    "with zongertinib.",
    "Minimal residual disease negativity was reached by [70%]{endpoint='Minimal residual disease negativity'} of "
    "patients on daratumumab.",
]


WORDS = [
    "In the trial of olvacimab events of grade 3 or higher occurred in [28%]{endpoint='events of grade 3 or higher'} of "
    "patients.",
    "In the trial [34%]{endpoint='SALT score of 20 or less'} of patients on baricitinib had a SALT score of 20 or less at "
    "36 weeks.",
    "The trial compared two drugs: at week 24 the PASI 75 rate with guselkumab was [71%]{endpoint='PASI 75 rate'}.",
    "In the trial the old tablets of olvacimab caused a rash in about [4%]{endpoint=rash} of patients.",
    "Olvacimab was tested. In the trial [17.9%]{endpoint='needed insulin'} of women needed insulin.",
    "In the trial of olvacimab efficacy ranged from [41% to 70%]{endpoint=efficacy}.",
    "In the trial [44%]{endpoint='stable disease'} of patients on olvacimab achieved stable disease lasting four months.",
    "Olvacimab had an overall response rate of [29.4%]{endpoint='overall response rate'} in all patients of the trial and "
    "[48.6%]{endpoint='overall response rate'} among those with MET amplification.",
    "In the trial [89%]{endpoint='alive at age 3'} of children given olvacimab were alive at age 3, the company said at a "
    "medical meeting in Baltimore.",
    "In the trial of olvacimab twelve-month retention was [71%]{endpoint=retention timepoint='twelve-month'}.",
]


@pytest.mark.parametrize("example", BULLETS + EVENTS + RESPONSES + WORDS)
def test_endpoints(extract, example):
    check_results(extract, example)
