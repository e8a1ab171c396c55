"""Roles that are easily taken for one another: results beside money, criteria, populations and expectations."""

from __future__ import annotations

import pytest

from tests.marked import marked

SENTENCES = [
    "Novartis said that inclisiran decreased LDL cholesterol by [52%]{role=result}.",
    "Tumor volume decreased by an average of [45%]{role=result} with vimseltinib.",
    "Tumor growth fell by [60%]{role=result} in mice given vimseltinib.",
    "Weight loss increased to [12%]{role=result} at week 36 with orforglipron.",
    "Blood pressure dropped [8%]{role=result} at month 6 on baxdrostat.",
    "The body mass index decreased [12%]{role=result} with setmelanotide.",
    "Bone loss slowed by [30%]{role=result} with denosumab.",
    "Pfizer's stock fell [3%]{role=financial} on Monday.",
    "Pfizer fell [3%]{role=financial} in New York.",
    "Net loss narrowed [12%]{role=financial} to $30 million.",
    "Medicaid rebates for Humira rose to [23.1%]{role=financial}.",
    "Novo cut the list price of Ozempic by [35%]{role=financial}.",
    "Keytruda sales climbed [9%]{role=financial} to $8.1 billion in the third quarter.",
    "Wegovy brought in $2.2 billion, up [168%]{role=financial} from the year before.",
    "It takes a [20%]{role=financial} share of profits on Enhertu outside Japan.",
    "The drug accounts for [46%]{role=financial} of the company's revenue.",
    "Prescriptions of Ozempic rose [43%]{role=financial} in the quarter.",
    "The tablets contain [5%]{role=dose} crospovidone.",
    "In the trial, women reported a [74%]{role=result} drop in hot flashes by week 12.",
    "Patients had a [40%]{role=result} serum urate reduction with pegloticase.",
    "The confirmed ORR was [42%]{role=result}, including [6%]{role=result} complete responses and "
    "[36%]{role=result} partial responses.",
    "The most frequent (≥[2%]{role=threshold}) were pneumonia ([5%]{role=result}) and sepsis ([3%]{role=result}) "
    "in patients on abemaciclib.",
    "Orforglipron lowered A1C by an average of [1.5%]{role=result} from a baseline of [8.0%]{role=population}.",
    "Weight loss of [10%]{role=threshold} or more: [80%]{role=result} of patients in the trial.",
    "A weight loss of [5%]{role=threshold} or more is considered clinically meaningful.",
    "Participants were eligible if they had lost less than [5%]{role=threshold} of their weight in the last "
    "three months.",
    "The trial was designed to detect a [20%]{role=threshold} improvement in survival with napabucasin.",
    "Patients with at least [10%]{role=threshold} body surface area involvement got roflumilast.",
    "Analysts had expected weight loss of at least [25%]{role=other} for CagriSema.",
    "In a survey of 500 dermatologists, [62%]{role=other} said that they expect to prescribe more Dupixent.",
    "Enrollment in the trial of tofersen is [80%]{role=other} complete.",
    "Tolerability was good, with [98%]{role=result} of patients on zilebesiran completing the trial.",
    "In the study [92%]{role=result} completed treatment with zilebesiran.",
    "Some [70%]{role=population} of the patients had received at least two prior therapies before starting "
    "teclistamab.",
    "Only [20% to 40%]{role=population} of patients typically respond to approved checkpoint inhibitors.",
    "Less than [10%]{role=population} of those diagnosed are treated with a prescription product.",
    "Some [35%]{role=population} of them are inadequately served by sildenafil.",
    "Roughly [30%]{role=population} of patients do not respond to existing antidepressants.",
    "Up to [40%]{role=population} of patients relapse after first-line rituximab.",
    "The figure was a [75%]{role=financial} boost against the prior year's result.",
    "Adverse events in at least [5%]{role=threshold} of patients on vonoprazan were nasopharyngitis, "
    "[9%]{role=result}; diarrhea, [6%]{role=result}.",
    "Hospitalizations were down [33%]{role=result} in the finerenone group.",
    "Baxdrostat brought systolic blood pressure down by [8%]{role=result}.",
    "The five-year survival rate for the disease is [12%]{role=population}, and fewer than "
    "[20%]{role=population} of patients are eligible for surgery.",
    "Without treatment, [30%]{role=population} of these patients die within a year.",
    "Of the 200 patients, [61%]{role=population} had stage IV disease at diagnosis and [34%]{role=population} "
    "had brain metastases at baseline.",
    "About [80%]{role=population} of lung cancers are caused by smoking.",
    "An estimated [1.5%]{role=population} of Americans have rheumatoid arthritis, which Humira treats.",
    "The company repurchased [2%]{role=financial} of its shares.",
    "The FDA rejects about [10%]{role=other} of applications.",
    "In the study, adherence was [97%]{role=result}.",
    "Sensitivity was [93%]{role=result} and specificity [88%]{role=result} in the validation study.",
    "The injection is a [0.05%]{role=dose} solution.",
    "Clobetasol [0.05%]{role=dose} ointment was the comparator.",
    "Growth in emerging markets slowed to [4%]{role=financial}.",
    "Operating expenses rose [11%]{role=financial} on the launch of Vyvgart.",
    "Its stake in Viatris fell to [3%]{role=financial}.",
    "Analysts at Jefferies see a [60%]{role=other} probability of success for the trial.",
    "The odds of approval are [70%]{role=other}, analysts say.",
    "Investors sent the shares up [31%]{role=financial} after obesity drug petrelintide met its goal.",
    "The drug was [92%]{role=result} effective at preventing infection in the trial.",
    "A p-value below the [5%]{role=threshold} significance level was needed.",
    "Its shares slumped [28%]{role=financial} after the company said that [27%]{role=result} of people on the drug "
    "stopped it, compared with [17%]{role=result} on placebo.",
    "Analysts ahead of the results had expected weight loss of [14%]{role=other} with semaglutide.",
    "The trial randomized 586 patients, of whom [31%]{role=population} had liver metastases.",
    "The pill should be stopped if attacks have not fallen by at least [50%]{role=threshold} after 12 weeks.",
    "The health service will pay [25%]{role=financial} less for dupilumab than before.",
    "Some centres add amiodarone, but about [30%]{role=population} of eligible patients receive no drug at all.",
    "Among patients with a strong signal, who made up [71%]{role=population} of the trial population, "
    "[61%]{role=result} responded to anifrolumab.",
    "Tirzepatide cut the risk of diabetes by [93%]{role=result} in adults who were overweight.",
    "Patients must have an ejection fraction of [40%]{role=threshold} or less.",
    "All-cause mortality was [10%]{role=result} vs. [11%]{role=result} in the trial.",
    "In a poll of 120 cardiologists [68%]{role=other} would prescribe inclisiran, and [22%]{role=other} would not.",
    "The old vaccine had an efficacy of [76%]{role=result} and was withdrawn after poor sales.",
    "Bleeding occurred in [2%]{role=result} a year of those taking apixaban.",
    "The odds of approval are about [15%]{role=other}, down from [60%]{role=other} yesterday.",
    "Pain fell by at least [30%]{role=threshold} in [46%]{role=result} of people given duloxetine.",
    "Men on darolutamide lived longer. Fatigue affected [5.6%]{role=result} and [8.1%]{role=result}.",
]


@pytest.mark.parametrize("example", SENTENCES)
def test_roles(extract, example):
    expected = marked(example)
    found = {p.start: p.role for p in extract(expected.text).percentages}
    assert [found[start] for start, _ in expected.spans] == [values["role"] for values in expected.values]
