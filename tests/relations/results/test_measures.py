"""Changes and differences, and their sign."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

CHANGES = [
    "Tumor volume decreased by an average of [45%]{value=-45 endpoint='Tumor volume' measure=change} with vimseltinib.",
    "Lp(a) levels were reduced [85.5%]{value=-85.5 endpoint='Lp(a) levels' measure=change} with pelacarsen.",
    "Mean reductions in triglycerides of [62%]{value=-62 endpoint=triglycerides measure=change} and in apoC-III "
    "of [73%]{value=-73 endpoint=apoC-III} were seen with plozasiran.",
    "Pegozafermin brought a [44%]{value=-44 measure=change endpoint='liver fat'} relative reduction in liver fat.",
    "Liver fat fell by a relative [44%]{value=-44 measure=change endpoint='Liver fat'} on pegozafermin.",
    "Treatment with vutrisiran led to a [28%]{value=-28 endpoint='all-cause mortality and recurrent "
    "cardiovascular events'} reduction in all-cause mortality and recurrent cardiovascular events and a "
    "[36%]{value=-36 endpoint='all-cause mortality'} reduction in all-cause mortality.",
    "Six-minute walk distance increased [12%]{value=12 measure=change endpoint='Six-minute walk distance'} from "
    "baseline with sotatercept.",
    "Hospitalizations were down [33%]{value=-33 measure=change endpoint=Hospitalizations} in the finerenone group.",
    "Finerenone decreased the composite endpoint of heart failure events and cardiovascular death by "
    "[16%]{value=-16 measure=change endpoint='composite endpoint of heart failure events and cardiovascular "
    "death'}.",
    "Patients on finerenone had a [16%]{value=-16} lower rate of heart failure events than those on placebo.",
    "The hazard of death was [31%]{value=-31 endpoint='hazard of death'} lower with darolutamide (HR 0.69).",
    "Baxdrostat brought systolic blood pressure down by [8%]{value=-8 measure=change endpoint='systolic blood "
    "pressure'}.",
    "IgA levels were [60%]{value=-60 measure=change} below baseline at week 24 with sibeprenlimab.",
    "Proteinuria dropped [51.2%]{value=-51.2 endpoint=Proteinuria comparator_value=2.1 comparator=placebo} in "
    "the sibeprenlimab group and rose 2.1% with placebo.",
    "An increase of [22%]{value=22 measure=change} in bone density was observed with romosozumab.",
    "The relative risk reduction was [23%]{value=-23 measure=change} with icosapent ethyl.",
    "The absolute risk reduction with icosapent ethyl was [4.8 percentage points]{measure=difference}.",
    "Efficacy of mRNA-1345 was [89%]{measure=change}, and it fell to [77%]{value=77} in the second season of the trial.",
    "Those who switched to placebo saw a [13%]{measure=change value=13 endpoint='weight gain'} weight gain in the "
    "trial of semaglutide.",
    "Finerenone slowed kidney decline: [18%]{measure=proportion comparator_value=21} of patients on the drug and 21% on "
    "placebo reached kidney failure.",
    "Results for retatrutide include weight loss (up to [14.7%]{measure=change value=-14.7} of baseline body weight).",
    "Milvexian reduced bleeding by [67%]{value=-67 measure=change} (150 mg) and [77%]{value=-77 measure=change} (90 mg) "
    "versus rivaroxaban.",
    "Tirzepatide cut pauses in breathing by [55%]{comparator_value=-5} versus 5% with placebo, and by "
    "[63%]{value=-63 comparator_value=-6} versus 6% in a second trial.",
]


@pytest.mark.parametrize("example", CHANGES)
def test_changes(extract, example):
    check_results(extract, example)
