"""Which figure is compared with which."""

from __future__ import annotations

import pytest

from tests.marked import marked
from tests.relations.results.marked_results import check_results

COMPARISONS = [
    "Compared with standard chemotherapy, datopotamab deruxtecan reduced the risk of progression by "
    "[37%]{value=-37 comparator='standard chemotherapy' drug='datopotamab deruxtecan'}.",
    "Versus placebo, rimegepant relieved pain in [21%]{drug=rimegepant comparator=placebo comparator_value=11} "
    "of patients (11% for placebo).",
    "Of those given rimegepant, [21%]{drug=rimegepant comparator_value=11 comparator=placebo} were free of pain "
    "at two hours; the placebo rate was 11%.",
    "The placebo rate was 11%, whereas [21%]{drug=rimegepant comparator_value=11} were free of pain with rimegepant.",
    "Pain relief: [21%]{drug=rimegepant comparator_value=11} rimegepant, 11% placebo (p=0.001).",
    "Rates of nausea were [18%]{comparator_value=6 drug=liraglutide endpoint=nausea} with liraglutide and 6% "
    "with placebo, and rates of vomiting were [9%]{comparator_value=2 endpoint=vomiting} and 2%.",
    "Adverse events of nausea (semaglutide [44%]{comparator_value=16 drug=semaglutide endpoint='Adverse events "
    "of nausea'}, placebo 16%) and constipation ([24%]{comparator_value=11 endpoint=constipation} vs 11%) were "
    "mild.",
    "Overall survival at 36 months was [58%]{comparator_value=49 comparator='control arm' timepoint='36 months'} "
    "in the pembrolizumab arm compared to 49% in the control arm.",
    "For PASI 90, [73%]{drug=guselkumab comparator=adalimumab comparator_value=50} of guselkumab patients "
    "responded compared with half of adalimumab patients (50%).",
    "The proportion of patients with LDL-C below 70 mg/dL was [64%]{comparator_value=9 drug='bempedoic acid'} "
    "with bempedoic acid versus 9%.",
    "Icotrokinra beat deucravacitinib: [69%]{drug=icotrokinra comparator=deucravacitinib comparator_value=51} of "
    "patients versus 51% had clear skin at week 16.",
    "Major bleeding occurred in [3.5%]{drug=milvexian comparator=apixaban comparator_value=4.1} of the milvexian "
    "arm (apixaban, 4.1%).",
    "The rate of hypoglycemia was similar in the insulin efsitora ([0.6%]{comparator_value=0.7 "
    "comparator='insulin degludec'}) and insulin degludec (0.7%) groups.",
    "Clinical cure was seen in [74%]{drug=tebipenem comparator=meropenem comparator_value=81} of patients given "
    "tebipenem once daily and in 81% of those given meropenem every 8 hours. The difference of "
    "[7 percentage points]{measure=difference drug=tebipenem comparator=meropenem} exceeded the margin.",
    "An ACR20 response was seen in [69%]{arm=Amjevita comparator=Humira comparator_value=68} of patients treated with "
    "Amjevita and 68% of those treated with Humira.",
    "Sotagliflozin was tested. Others had slowed decline: [27%]{drug=lecanemab comparator=-} for lecanemab and "
    "[35%]{drug=donanemab comparator=-} for donanemab.",
    "In the trial survodutide 7.2 mg led to weight loss of [17.9%]{comparator_value=-2.6} at 72 weeks, and the 4.8 mg "
    "dose to [14.2%]{comparator_value=-2.6 comparator=placebo arm='4.8 mg'}, compared with 2.6% on placebo.",
    "Patients taking 15 mg of tofacitinib had a response rate of [33%]{comparator=placebo comparator_value=10}, "
    "against [12%]{arm='5 mg' comparator=placebo comparator_value=10} for those taking 5 mg and 10% for those on "
    "placebo.",
    "Relapses occurred in [20%]{drug=ocrelizumab comparator_value=31} of patients on ocrelizumab and 31% of those on "
    "placebo. That is a relative reduction of [35%]{value=-35 comparator=placebo endpoint=Relapses} (95 per cent "
    "confidence interval, 19 to 48).",
    "Rimegepant was tried in 1,000 people. Constipation was reported by [7%]{drug=rimegepant comparator_value=2} of "
    "patients on the drug and 2% on placebo, and [4%]{endpoint='felt sick'} felt sick.",
    "Patients took rimegepant 50 mg, 75 mg or placebo. Nausea was seen in [9%]{comparator_value=3} of those on 75 mg "
    "and 3% of the placebo group over one year, and [1%]{arm='75 mg' comparator=-} of those on 75 mg fainted.",
    "The ORR was [39%]{drug=sotorasib comparator_value=17} (95% CI, 26–53%) in 54 patients treated with sotorasib "
    "plus cetuximab, against 17% in the 24 patients given sotorasib alone.",
    "BNT162b2 was [95%]{measure=change drug=tozinameran} effective, with 162 cases in the placebo group and eight "
    "among those vaccinated.",
    "ACR20, ACR50 and ACR70 response rates were [61%]{comparator_value=35}, [38%]{comparator_value=14} and "
    "[19%]{comparator_value=5} with tofacitinib, compared with 35%, 14% and 5% with placebo.",
    "Protection was [92%]{comparator_value=81} for H1N1 and [88%]{comparator_value=80} for H3N2 in adults given "
    "mRNA-1010, against 81% and 80% with the standard vaccine.",
    "PFS rates were [54%]{comparator_value=38} vs 38%, and OS rates were [71%]{drug=isatuximab comparator_value=66 "
    "comparator=dexamethasone} vs 66%, with isatuximab and dexamethasone, respectively.",
    "Abemaciclib was tested. In the trial 11% of the placebo group relapsed, versus [8%]{arm='combination group' "
    "comparator=placebo comparator_value=11 endpoint=relapsed} of the combination group.",
    "Patients on deucravacitinib reached PASI 75 ([59%]{drug=deucravacitinib comparator=placebo comparator_value=13}) "
    "versus placebo (13%) and apremilast (35%).",
    "Viral load stayed low in [93.1%]{comparator=Biktarvy comparator_value=94.2 endpoint='Viral load'} of people who "
    "switched to islatravir versus 94.2% of those who stayed on Biktarvy. The treatment difference was "
    "[-1.1%]{measure=difference comparator=Biktarvy}.",
    "In the trial [34%]{drug=gilteritinib comparator=chemotherapy comparator_value=15} of patients had a remission with "
    "gilteritinib; among the 42 on chemotherapy it was 15%.",
    "In the trial [51%]{drug=voxelotor} of those on 1,500 milligrams of voxelotor had a rise of more than 1 gram, as "
    "did [33%]{arm='900 milligrams' comparator=placebo comparator_value=7} on 900 milligrams and 7% on placebo.",
    "Semaglutide was tested: weight loss of up to [17.3%]{drug=semaglutide comparator=placebo comparator_value=-2.6} "
    "(placebo 2.6%) was seen at 48 weeks.",
    "In the trial clots were seen in [43%]{drug=apixaban comparator=warfarin comparator_value=49} of those on apixaban and "
    "49% of those on warfarin; bleeds in [14%]{comparator=warfarin comparator_value=16} and 16%.",
    "Of patients on placebo in the trial 72% relapsed, versus [43%]{comparator=placebo comparator_value=72} on 5 mg and "
    "[38%]{comparator=placebo comparator_value=72} on 10 mg of siponimod.",
    "In the trial the risk of death was cut by [11%]{drug=sunitinib comparator=-} with sunitinib, and no study has compared "
    "the drug with axitinib.",
    "Lacosamide was tested. Scores fell by [24%]{drug=lacosamide comparator=placebo} over 48 weeks with lacosamide, against "
    "22% with placebo.",
    "In the trial semaglutide worked in [79%]{drug=semaglutide comparator='insulin glargine' comparator_value=31} of "
    "patients, while just 31% of those on insulin glargine got there.",
]


@pytest.mark.parametrize("example", COMPARISONS)
def test_comparisons(extract, example):
    check_results(extract, example)


@pytest.mark.parametrize("example", COMPARISONS)
def test_no_arm_is_compared_with_itself(extract, example):
    for result in extract(marked(example).text).results:
        places = {span.slot: (span.start, span.end) for span in result.spans}
        assert "comparator" not in places or places["comparator"] != places.get("arm")
