"""Results: a table of sentences in the constructions of releases and news, with the slots expected of each head.

A figure without brackets heads no result. `-` stands for an empty slot.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.marked import marked
from tests.relations.results.marked_results import check_results, results_by_place

PAIRS = [
    # of patients on an arm
    "In the trial, [58%]{drug=dupilumab arm=Dupixent comparator=placebo comparator_value=41} of patients treated with "
    "Dupixent responded, compared to 41% of those on placebo.",
    "[44%]{drug=dupilumab comparator=placebo comparator_value=12} of dupilumab-treated patients cleared, versus 12% "
    "with placebo.",
    "Clear skin was seen in [61%]{drug=dupilumab comparator_value=9 comparator=vehicle endpoint='Clear skin'} of "
    "patients "
    "receiving dupilumab and 9% of patients on vehicle.",
    "Nausea was reported by [31 per cent]{drug=metformin comparator_value=14 endpoint=Nausea} of the metformin group "
    "(placebo: 14 per cent).",
    "The response rate was [38%]{drug=pembrolizumab comparator=docetaxel comparator_value=18} with pembrolizumab "
    "and 18% "
    "with docetaxel.",
    "The response rate was [38%]{drug=pembrolizumab comparator_value=18} with pembrolizumab (18% with placebo).",
    "[33%]{drug=dupilumab comparator_value=11} on dupilumab vs 11% on placebo met the endpoint of the trial.",
    "Serious events occurred in [4%]{drug=dupilumab comparator=placebo comparator_value=6} vs 6% of patients with "
    "dupilumab vs placebo, respectively.",
    "Discontinuations were lower with dupilumab than with placebo ([1.8%]{drug=dupilumab comparator=placebo "
    "comparator_value=2.5 endpoint=Discontinuations} vs. 2.5%).",
    "Dupilumab beat placebo in the trial ([32.8%]{drug=dupilumab comparator=placebo comparator_value=13.7} vs 13.7%; "
    "p<0.001).",
    # names that no rule knows
    "In the trial, [67.3%]{drug=- arm=Zelvora comparator='rituximab alone' comparator_value=41.8} of patients on Zelvora "
    "responded, against 41.8% of those on rituximab alone.",
    "In the trial, [67%]{drug=- arm=Zelvora comparator_value=42} of patients in the Zelvora group responded, against 42% in the "
    "rituximab group.",
    # signs
    "In the trial, more than [40 percent]{drug=dupilumab value=40 sign='>'} of patients on Dupixent responded.",
    "Infections occurred in fewer than [2%]{sign='<'} of patients on Dupixent, and headache in [3%]{sign='='}.",
    "Dupixent reduced exacerbations by up to [47%]{value=-47 sign='<='} compared with placebo.",
    # a control first
    "In the study 13% of patients on placebo and [32%]{drug=dupilumab comparator=placebo comparator_value=13} of "
    "those on "
    "dupilumab responded.",
    # no figure for the comparator
    "Dupilumab reduced exacerbations by [47%]{drug=dupilumab comparator=placebo comparator_value=- value=-47 "
    "measure=change endpoint=exacerbations} compared with placebo.",
    "Dupilumab lowered IgE by [70%]{value=-70 measure=change endpoint=IgE comparator=-}.",
    "A placebo-adjusted weight loss of [14%]{value=-14 comparator=placebo} was seen with tirzepatide.",
    "The LDL level was [55%]{value=-55 comparator=placebo endpoint='LDL level'} lower with evolocumab than with "
    "placebo.",
    # differences and derived figures
    "One-year survival was [62%]{comparator=docetaxel comparator_value=51} for pembrolizumab and 51% for docetaxel, a "
    "difference of [11 percentage points]{measure=difference comparator=docetaxel comparator_value=-}.",
    "At the end [17%]{comparator_value=35} of the metformin group needed insulin, compared with 35% on placebo, a "
    "relative "
    "reduction of [49%]{value=-49 measure=change comparator=placebo comparator_value=-}.",
    # from … to
    "The objective response rate rose from 20% with chemotherapy alone to [55%]{comparator_value=20 "
    "comparator='chemotherapy alone'} with pembrolizumab.",
]

ARMS = [
    "Doses of 100 mg, 200 mg and 300 mg of evolocumab lowered LDL by [74%]{arm='100 mg' value=-74}, [85%]{arm='200 "
    "mg'} "
    "and [91%]{arm='300 mg'}, respectively.",
    "Weight loss was [9.1%]{arm='tirzepatide 5 mg' comparator_value=-2}, [12.8%]{arm='10 mg' comparator_value=-2} and "
    "[16.4%]{arm='15 mg' comparator_value=-2} for tirzepatide 5 mg, 10 mg and 15 mg, respectively, versus 2.0% with "
    "placebo.",
    "Response was seen in [49%]{arm='tofacitinib 5 mg' comparator=placebo comparator_value=10} and "
    "[63%]{arm='tofacitinib 10 mg' comparator_value=10} of patients on tofacitinib 5 mg and tofacitinib 10 mg, "
    "compared with "
    "10% on placebo.",
    "The most common adverse events with tofacitinib were nasopharyngitis ([6.4%]{comparator_value=5.9 "
    "endpoint=nasopharyngitis}, [7.2%]{arm='10 mg'} and 5.9% in the 5 mg, 10 mg and placebo groups) and headache "
    "([4.8%]{arm='5 mg' endpoint=headache comparator_value=4}, [5.1%]{arm='10 mg'} and 4.0%).",
    "Grade 3 events occurred in [41%]{drug=pembrolizumab comparator=docetaxel comparator_value=52} and 52% of "
    "patients in the "
    "pembrolizumab and docetaxel arms, respectively.",
    "Response was [38%]{comparator_value=18} with the lower dose and [44%]{comparator_value=18} with the higher "
    "dose of "
    "selumetinib, versus 18% for placebo.",
    "Injection-site pain was reported by [61%]{comparator_value=12 endpoint='Injection-site pain'} of vaccine "
    "recipients and "
    "12% of placebo recipients, fatigue by [38%]{comparator_value=19 endpoint=fatigue} and 19%.",
    "AHI fell by up to [83%]{arm='high-dose group' value=-83} in the high-dose group and up to [79%]{arm='low-dose "
    "group' "
    "value=-79} in the low-dose group of the trial of tirzepatide.",
    "The ORR was [39%]{arm='sotorasib plus cetuximab'} with sotorasib plus cetuximab in the trial.",
    "In [86%]{arm='apalutamide combined with carotuximab' endpoint='clinical benefit'} of patients treated with "
    "apalutamide "
    "combined with carotuximab the study showed clinical benefit.",
]

ENDPOINTS = [
    "In the trial, [32%]{endpoint='75% improvement in eczema severity' measure=proportion} of patients on dupilumab "
    "achieved a "
    "75% improvement in eczema severity.",
    "In the trial, [61%]{endpoint='lost at least 15% of their weight'} of patients on tirzepatide lost at least 15% "
    "of their "
    "weight.",
    "[33%]{endpoint='HbA1c <7%'} of patients on tirzepatide reached HbA1c <7% at Week 24.",
    "The study showed a [36%]{value=-36 endpoint='disease progression' measure=change} reduction in disease "
    "progression with "
    "tofersen.",
    "The study showed a [43%]{value=43 endpoint='survival' measure=change} improvement in survival with tofersen.",
    "Tofersen resulted in [6%]{endpoint='neuron density' measure=change} greater neuron density in the study.",
    "Pembrolizumab had an overall response rate of [44%]{endpoint='overall response rate'} in the trial.",
    "Pembrolizumab showed a [23%]{endpoint='overall response rate'} overall response rate in the trial.",
    "Patients on pembrolizumab had a [44%]{endpoint=ORR} ORR and a [78%]{endpoint='disease control rate'} disease "
    "control rate.",
    "Complete remission was achieved in [33%]{endpoint='Complete remission'} of patients on azacitidine.",
    "Cytokine release syndrome (CRS) occurred in [66%]{endpoint='Cytokine release syndrome (CRS)'} of patients on "
    "tisagenlecleucel.",
    "With pembrolizumab, [3.9%]{endpoint='stopped because of a rash'} of patients stopped because of a rash.",
    "At Month 12, [77%]{endpoint='drug-free remission' timepoint='Month 12'} of patients on tisagenlecleucel remain in "
    "drug-free remission.",
    "Median proteinuria fell [82 percent]{value=-82 endpoint=proteinuria timepoint='six months'} with voclosporin "
    "at six "
    "months.",
    "The study of evolocumab showed reductions of up to [82%]{value=-82 endpoint=triglycerides} in triglycerides and "
    "[86%]{value=-86 endpoint=LDL} in LDL.",
    "Evolocumab lowered the loss of albumin in the urine, which is a marker of risk, by [55%]{value=-55 "
    "endpoint='loss of albumin in the urine'} in the trial.",
    "High potassium levels, a known side effect of the class, occurred in [41%]{endpoint='High potassium levels'} of "
    "participants on finerenone.",
    "Discontinuations due to adverse events were [3%]{endpoint='Discontinuations due to adverse events'} with "
    "finerenone.",
    "Vaccine efficacy of Arexvy against severe disease was [94%]{measure=change value=94 endpoint='Vaccine efficacy'}.",
    "The mean change in itch score with dupilumab was [-52%]{value=-52 measure=change endpoint='itch score'}.",
    "Treatment with pembrolizumab led to clinical benefit in [48%]{endpoint='clinical benefit'} of evaluable patients.",
]

BACKGROUND = [
    "At 24 months, the survival rate with pembrolizumab was [71%]{timepoint='24 months'}.",
    "The 12-month PFS rate with pembrolizumab was [39%]{timepoint=12-month}.",
    "In the Phase 2b LUMEN study, dupilumab led to remission in [46%]{trial=LUMEN phase=2b timepoint='Week 48'} of "
    "patients "
    "at Week 48.",
    "In mice, dupilumab cut plaque load by [61%]{phase=preclinical value=-61}.",
    "The late-stage POLARIS trial tested dupilumab. At Week 16, [40%]{trial=POLARIS phase=3 drug=dupilumab} of "
    "patients "
    "achieved remission.",
    "Dupilumab was tested in the phase 3 POLARIS trial. The drug led to remission in [40%]{drug=dupilumab "
    "trial=POLARIS "
    "phase=3} of patients. About [6%]{drug=dupilumab trial=POLARIS} discontinued.",
    "In the phase 2 trial of dupilumab:\n- EASI-75 at Week 8: [47%]{timepoint='Week 8' phase=2 endpoint=EASI-75}\n",
    "After 24 weeks, compared with participants on a placebo, those on evolocumab had:\n- a [60%]{value=-60 "
    "comparator=placebo timepoint='24 weeks' endpoint=LDL} reduction in LDL\n- a [28%]{comparator=placebo value=-28} "
    "reduction in ApoB\n",
    "Key findings with dupilumab (Week 8):\n• Success: [39%]{timepoint='Week 8' endpoint=Success}\n• Clear skin: "
    "[31%]{timepoint='Week 8' endpoint='Clear skin'}\n",
]

STATISTICS = [
    ("Dupilumab beat placebo in the trial: [58%]{} vs 41% (p<0.001).", {"p_value": "<0.001"}),
    (
        "The ORR with pembrolizumab was [58%]{} (95% CI 43%–72%) in 48 patients.",
        {"ci_low": 43, "ci_high": 72, "ci_level": 95},
    ),
    (
        "Pembrolizumab cut the risk of death by [39%]{} (HR 0.61; 95% CI, 0.48-0.77).",
        {"ratio_kind": "HR", "ratio": 0.61},
    ),
    ("The ORR with pembrolizumab was [44%]{} (n = 123).", {"patients": 123}),
    ("The ORR with pembrolizumab was [44%]{} in approximately 2,600 patients.", {"patients": 2600}),
    (
        "Pembrolizumab led to infections in [3%]{} of patients, <1 per 100 patient-years.",
        {"rate": "<1 per 100 patient-years"},
    ),
]

NO_RESULTS = [
    "Melanoma accounts for only 1% of skin cancers.",
    "Shares of the maker of Dupixent fell 12% in Paris.",
    "Roflumilast 0.3% cream is applied once daily.",
    "Patients with PD-L1 expression of at least 50% were eligible for pembrolizumab.",
    "We are 100% committed to patients.",
    "Sales of Keytruda grew 18% to $7 billion.",
]


@pytest.mark.parametrize("example", PAIRS + ARMS + ENDPOINTS + BACKGROUND + NO_RESULTS)
def test_results(extract, example):
    check_results(extract, example)


@pytest.mark.parametrize(("example", "values"), STATISTICS)
def test_statistics(extract, example, values):
    expected = marked(example)
    found = results_by_place(extract(expected.text))
    result = found[expected.spans[0]]
    assert {key: getattr(result, key) for key in values} == values


def test_every_slot_keeps_its_words(extract):
    text = (
        "In the phase 3 POLARIS trial, 58% of patients on Dupixent had clear skin at Week 16, compared with 41% on "
        "placebo."
    )
    (result,) = extract(text).results
    words = {span.slot: text[span.start : span.end] for span in result.spans}
    assert words == {
        "arm": "Dupixent",
        "comparator": "placebo",
        "comparator_value": "41%",
        "endpoint": "clear skin",
        "timepoint": "Week 16",
        "trial": "POLARIS",
        "phase": "phase 3",
    }


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "44%",
                "12%",
                "of",
                "patients",
                "on",
                "Dupixent",
                "placebo",
                "versus",
                "compared",
                "with",
                "and",
                ",",
                ".",
                ";",
                "(",
                ")",
                "had",
                "reduction",
                "in",
                "by",
                "respectively",
                "Week",
                "16",
                "trial",
                "at",
                "5",
                "mg",
                "10",
                "arm",
                "p<0.001",
                "95%",
                "CI",
                ":\n",
                "-",
                "the",
            ]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_any_text(pipeline, text):
    """No text makes it fail; each percentage heads at most one result, and each slot's words lie within the text."""
    from extractor.readers import article_from_text

    extraction = pipeline.extract(article_from_text(text))
    heads = [result.percentage_id for result in extraction.results]
    assert len(heads) == len(set(heads))
    for result in extraction.results:
        for span in result.spans:
            assert 0 <= span.start < span.end <= len(extraction.article.text)
