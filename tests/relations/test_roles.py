"""What percentages measure: a table of sentences."""

from __future__ import annotations

import pytest

from tests.marked import marked

SENTENCES = [
    # results
    "In the trial, [44%]{role=result} of patients on placebo improved.",
    "The objective response rate was [38%]{role=result} (95% CI, [28% to 49%]{role=result}).",
    "Headache occurred in [2.9%]{role=result} of those treated and in [2.3%]{role=result} on placebo.",
    "Dupixent lowered exacerbations by [52%]{role=result} compared with placebo.",
    "The study showed a [36%]{role=result} reduction in disease progression.",
    "Vaccine efficacy was [81%]{role=result} against severe disease in the trial.",
    "The placebo group lost [2.0%]{role=result}.",
    "At 24 months, overall survival was [71%]{role=result} in the treatment arm.",
    "Discontinuations due to adverse events were [1.8%]{role=result} vs. [2.5%]{role=result}.",
    "Death from any cause: [11.9%]{role=result} vs [11.2%]{role=result}",
    "Complete responses were seen in [3%]{role=result}, [4%]{role=result} and [0.5%]{role=result} of treated patients.",
    "Patients on Keytruda had an ORR of [44%]{role=result} and a DCR of [78%]{role=result}.",
    "In mice, the compound lowered plaque load by [61%]{role=result} from baseline.",
    "Oral bioavailability was [58%]{role=result} in rats and [71%]{role=result} in dogs in the preclinical study.",
    "The endpoint was met by [61%]{role=result} (p<0.001).",
    "The trial showed that [54%]{role=result} of patients on both drugs had severe side effects.",
    "Keytruda on its own shrank tumors in [33%]{role=result} of patients in its pivotal trial.",
    "Of the patients who started semaglutide in the trial, [79%]{role=result} were still taking it a year later.",
    "Weight fell by [7%]{role=result} in people who took semaglutide, compared with a [1.6%]{role=result} gain with placebo.",
    # thresholds
    "[32%]{role=result} of patients achieved a [75%]{role=threshold} improvement in severity.",
    "[61%]{role=result} of patients lost at least [15%]{role=threshold} of their weight.",
    "Seven in ten people who took it had at least a [50%]{role=threshold} reduction in seizures.",
    "Weight loss of ≥[20%]{role=threshold} was reached by [67%]{role=result} of those on the combination.",
    "The endpoint is the share of patients with a reduction of at least [50%]{role=threshold} in migraine days.",
    "[33%]{role=result} of treated patients reached HbA1c <[7%]{role=threshold} at Week 24.",
    "Adults with an LVEF of at least [45%]{role=threshold} were eligible.",
    "The difference lay within the [10%]{role=threshold} non-inferiority margin.",
    "The most common adverse reactions (incidence ≥[5%]{role=threshold}) were nausea and rash.",
    "Patients had tumors with PD-L1 expression of at least [50%]{role=threshold}.",
    "[70%]{role=result} of the patients reported a greater than [30%]{role=threshold} increase in function.",
    "Responders, defined as having at least a [30 percent]{role=threshold} decrease in pain, were more frequent.",
    # confidence
    "a hazard ratio of 0.71 ([95%]{role=confidence} CI, 0.58 to 0.87)",
    "the difference was 9.1 points ([95 percent]{role=confidence} confidence interval: 4.2 to 14.0)",
    "a response rate of 36% ([90%]{role=confidence} CI 26–47) in the trial",
    # doses
    "Roflumilast [0.3%]{role=dose} cream is applied once daily.",
    "The ointment, [2%]{role=dose}, is used twice a day.",
    "pilocarpine ([0.4%]{role=dose}) ophthalmic solution",
    "Patients breathed [21%]{role=dose} oxygen.",
    "It was compared with timolol [0.5%]{role=dose} eye drops.",
    # money
    "The market is expected to grow at a CAGR of [7.4%]{role=financial} from 2024 to 2032.",
    "Net product sales rose [38%]{role=financial} to $48.7 million.",
    "Gross margin was [88.4%]{role=financial}, an improvement of [2.1 percentage points]{role=financial}.",
    "The firm owes royalties of [2.5% to 4%]{role=financial} on sales.",
    "a [62%]{role=financial} premium to the closing price",
    "Investors holding [23%]{role=financial} of the stock have agreed.",
    "Shares slipped [2.3%]{role=financial} in Copenhagen.",
    "The company sold a [9.9%]{role=financial} stake.",
    "Research and development expenses fell [6%]{role=financial} to $22.9 million.",
    "The term loan bears interest at [9.75%]{role=financial} per annum.",
    "It expects revenue growth of [34% to 37%]{role=financial} this year.",
    "The stock has lost more than [80%]{role=financial} of its value.",
    "She has a $19 target, which implies [140%]{role=financial} upside.",
    # populations
    "The disease affects about [3%]{role=population} of adults.",
    "Melanoma accounts for only [1%]{role=population} of skin cancers.",
    "The five-year survival rate is just [13%]{role=population}.",
    "Of the participants, [39%]{role=population} were women.",
    "[73%]{role=population} had previously been treated with a biologic.",
    "At baseline, [27%]{role=population} of participants were taking a statin.",
    "Up to [20%]{role=population} of children worldwide live with the condition.",
    "It is estimated that [40% to 80%]{role=population} of cases go undiagnosed.",
    "The mutation is found in [13%]{role=population} of lung cancers.",
    "Clade I has a fatality rate ranging from [3% - 10%]{role=population}.",
    "About [20%]{role=population} of patients with cirrhosis develop varices.",
    "[52%]{role=population} boys, [48%]{role=population} girls",
    # anything else
    "We are [100%]{role=other} committed to patients.",
    "The trial has enrolled [48%]{role=other} of the planned 600 patients.",
    "The company will cut [32 percent]{role=other} of its workforce.",
    "Humans and dogs share [96%]{role=other} genetic similarity.",
    "Fewer than [10%]{role=other} of drugs that enter clinical testing are approved.",
]


@pytest.mark.parametrize("example", SENTENCES)
def test_roles(extract, example):
    expected = marked(example)
    found = {p.start: p for p in extract(expected.text).percentages}
    told = [(word, found[span[0]].role) for word, span in zip(expected.words, expected.spans, strict=True)]
    assert told == [(word, values["role"]) for word, values in zip(expected.words, expected.values, strict=True)]


def test_a_strength_is_known_again(extract):
    text = "Tapinarof 1% cream was applied daily. Success: 39% (tapinarof 1%) vs 15% (vehicle)."
    assert [p.role for p in extract(text).percentages] == ["dose", "result", "dose", "result"]


def test_the_paragraph_tells_what_the_sentence_does_not(extract):
    text = "In the phase 2 trial, 40 patients took Dupixent. Fever was seen in 6% of them."
    (percentage,) = extract(text).percentages
    assert percentage.role == "result"
    assert percentage.role_rule
