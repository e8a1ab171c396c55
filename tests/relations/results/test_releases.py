"""Results in the phrases of releases and news, field by field of medicine: heads, arms, comparators, endpoints,
times."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

ONCOLOGY = [
    "Treatment with olaparib resulted in a statistically significant [26%]{value=-26 measure=change "
    "drug=olaparib comparator=placebo comparator_value=- endpoint='risk of disease progression or death'} "
    "reduction in the risk of disease progression or death versus placebo (HR 0.74; 95% CI 0.62-0.88; p<0.001).",
    "Osimertinib reduced the risk of death by [51%]{value=-51 measure=change drug=osimertinib comparator=placebo "
    "endpoint='risk of death'} compared with placebo (HR=0.49).",
    "Enfortumab vedotin plus pembrolizumab cut the risk of disease recurrence or death by [28%]{value=-28 "
    "drug='enfortumab vedotin' endpoint='risk of disease recurrence or death' comparator=chemotherapy} versus "
    "chemotherapy.",
    "An estimated [63.5%]{drug=durvalumab comparator=placebo comparator_value=51.2 endpoint='alive' "
    "timepoint='two years'} of patients treated with durvalumab were alive at two years compared with 51.2% of "
    "patients treated with placebo.",
    "The confirmed objective response rate (ORR) with sotorasib was [42%]{endpoint='objective response rate "
    "(ORR)' drug=sotorasib} (95% CI: 33, 51), including [6%]{endpoint='complete responses' drug=sotorasib} "
    "complete responses and [36%]{endpoint='partial responses'} partial responses.",
    "Among 85 evaluable patients on tebentafusp, the ORR was [36.5%]{endpoint=ORR drug=tebentafusp}, with a "
    "complete response rate of [5.9%]{endpoint='complete response rate'} and a partial response rate of "
    "[30.6%]{endpoint='partial response rate'}.",
    "The most common adverse reactions (≥20%) with lenvatinib were fatigue ([42%]{endpoint=fatigue "
    "drug=lenvatinib}), nausea ([38%]{endpoint=nausea}) and diarrhea ([25%]{endpoint=diarrhea}).",
    "Permanent discontinuation of avelumab due to an adverse reaction occurred in [9%]{drug=avelumab "
    "endpoint='Permanent discontinuation due to an adverse reaction'} of patients.",
    "Serious adverse reactions occurred in [38%]{drug=abemaciclib endpoint='Serious adverse reactions'} of "
    "patients receiving abemaciclib; the most frequent (≥2%) were pneumonia ([5%]{endpoint=pneumonia}) and "
    "sepsis ([3%]{endpoint=sepsis}).",
    "Grade 3 or higher adverse events occurred in [56%]{drug=pembrolizumab comparator=docetaxel "
    "comparator_value=48 endpoint='Grade 3 or higher adverse events'} and 48% of patients in the pembrolizumab "
    "and docetaxel arms, respectively.",
    "A pathological complete response was seen in [56.8%]{drug=pembrolizumab comparator_value=24.3 "
    "comparator=chemotherapy endpoint='pathological complete response'} of patients who received pembrolizumab "
    "vs 24.3% with chemotherapy alone.",
    "The 24-month overall survival rate was [71.3%]{timepoint='24-month' comparator_value=60.2 "
    "comparator=sunitinib drug=nivolumab endpoint='overall survival rate'} with nivolumab and 60.2% with "
    "sunitinib.",
    "Eight of 24 patients ([33%]{endpoint='partial response'}) on adagrasib achieved a partial response.",
    "[33%]{drug=adagrasib endpoint='partial response'} (8/24) of patients on adagrasib achieved a partial response.",
    "In the phase 1/2 trial of repotrectinib, an ORR of [79%]{phase=1/2 drug=repotrectinib endpoint=ORR} was "
    "observed in TKI-naïve patients, while in pretreated patients the ORR was [38%]{phase=1/2 drug=repotrectinib "
    "endpoint=ORR}.",
    "With selpercatinib, [81%]{drug=selpercatinib endpoint='progression-free' timepoint='one year'} of patients "
    "were progression-free at one year.",
    "In the trial, ribociclib improved invasive disease-free survival by [25%]{value=25 measure=change "
    "endpoint='invasive disease-free survival' drug=ribociclib}.",
    "Median follow-up was 14 months. The estimated 12-month PFS rate was [55%]{timepoint='12-month' "
    "endpoint='PFS rate' comparator_value=38 drug=lorlatinib comparator=crizotinib} for lorlatinib versus 38% "
    "for crizotinib.",
    "Zanubrutinib lowered the rate of atrial fibrillation to [2.5%]{drug=zanubrutinib comparator_value=10.1 "
    "comparator=ibrutinib endpoint='atrial fibrillation'} from 10.1% with ibrutinib in the trial.",
    "The disease control rate for tarlatamab was [70%]{endpoint='disease control rate' drug=tarlatamab} at the "
    "10 mg dose.",
]

METABOLISM = [
    "At week 72, participants taking tirzepatide 15 mg lost on average [20.9%]{value=-20.9 measure=change "
    "endpoint='body weight' drug=tirzepatide arm='tirzepatide 15 mg' comparator=placebo comparator_value=-3.1 "
    "timepoint='week 72'} of their body weight, compared with 3.1% for placebo.",
    "Mean percent change in body weight from baseline to week 68 was [-14.9%]{drug=semaglutide value=-14.9 "
    "measure=change comparator=placebo comparator_value=-2.4 timepoint='week 68'} with semaglutide versus -2.4% "
    "with placebo.",
    "Retatrutide 12 mg produced a mean weight reduction of [24.2%]{value=-24.2 measure=change drug=retatrutide "
    "arm='Retatrutide 12 mg' endpoint='weight reduction' timepoint='48 weeks'} at 48 weeks.",
    "Orforglipron lowered A1C by an average of [1.5%]{value=-1.5 measure=change drug=orforglipron endpoint=A1C} "
    "from a baseline of 8.0%.",
    "Patients on inclisiran had their LDL cholesterol drop by [52%]{value=-52 measure=change drug=inclisiran "
    "endpoint='LDL cholesterol'} after 18 months.",
    "Obicetrapib achieved an LDL-C reduction of [36.3%]{value=-36.3 measure=change drug=obicetrapib "
    "endpoint='LDL-C reduction' comparator=placebo timepoint='day 84'} versus placebo at day 84.",
    "In the trial, [86%]{drug=tirzepatide comparator_value=35 comparator=placebo endpoint='lost at least 5% of "
    "body weight'} of those on tirzepatide and 35% of those on placebo lost at least 5% of body weight.",
    "Olpasiran cut Lp(a) by up to [101%]{value=-101 measure=change drug=olpasiran endpoint='Lp(a)'} relative to "
    "placebo.",
    "Semaglutide reduced the risk of major adverse cardiovascular events by [20%]{value=-20 measure=change "
    "drug=semaglutide comparator=placebo endpoint='risk of major adverse cardiovascular events'} compared with "
    "placebo in adults with obesity.",
    "A primary outcome event occurred in [6.5%]{drug=semaglutide comparator=placebo comparator_value=8.0 "
    "endpoint='primary outcome event'} of patients in the semaglutide group and in 8.0% of those in the placebo "
    "group.",
    "People who took dapagliflozin were [17 percent]{value=-17 measure=change drug=dapagliflozin} less likely to "
    "be hospitalized for heart failure.",
    "Empagliflozin was associated with a [14%]{value=-14 measure=change drug=empagliflozin endpoint='risk of "
    "MACE'} lower risk of MACE.",
    "The risk of stroke was [40 percent]{value=-40 measure=change drug=apixaban comparator=warfarin "
    "endpoint='risk of stroke'} lower in patients who took apixaban than in those who took warfarin.",
]

IMMUNOLOGY = [
    "Clinical remission at week 8 was achieved by [19%]{arm='30 mg' comparator_value=5 comparator=placebo "
    "timepoint='week 8' endpoint='Clinical remission'} and [25%]{arm='45 mg' comparator_value=5} of patients "
    "receiving upadacitinib 30 mg and 45 mg, respectively, versus 5% for placebo.",
    "The rate of clinical remission was [24.2%]{arm='200 mg group' comparator_value=6.2 endpoint='clinical "
    "remission'} in the 200 mg group, [27.5%]{arm='400 mg group' comparator_value=6.2} in the 400 mg group and "
    "6.2% in the placebo group.",
    "More patients in the guselkumab group than in the placebo group had a response ([64%]{drug=guselkumab "
    "comparator_value=28 comparator='placebo group' endpoint=response} vs. 28%).",
    "At Week 16, [62.3%]{drug=lebrikizumab comparator=placebo comparator_value=10.6 timepoint='Week 16' "
    "endpoint='IGA 0/1'} of patients on lebrikizumab achieved IGA 0/1 compared to 10.6% on placebo.",
    "ACR20 response rates at week 16 were [39.7%]{endpoint='ACR20 response' drug=guselkumab comparator=placebo "
    "comparator_value=20.3 timepoint='week 16'} for guselkumab and 20.3% for placebo.",
    "In the ORCHID-1 and ORCHID-2 trials of roflumilast, [58.1%]{drug=roflumilast} of patients and "
    "[57.5%]{drug=roflumilast} of patients, respectively, reached clear skin.",
    "Through 52 weeks, [75%]{drug=bimekizumab timepoint='52 weeks' endpoint='complete skin clearance'} of "
    "patients on bimekizumab maintained complete skin clearance.",
    "After 12 months of treatment with ocrelizumab, [48%]{drug=ocrelizumab timepoint='12 months' endpoint='no "
    "evidence of disease activity'} of patients had no evidence of disease activity.",
    "Tezepelumab reduced the annualized asthma exacerbation rate by [56%]{value=-56 measure=change "
    "drug=tezepelumab endpoint='annualized asthma exacerbation rate' timepoint='52 weeks' comparator=placebo} "
    "over 52 weeks versus placebo.",
    "Annualized relapse rate fell by [46%]{value=-46 measure=change endpoint='Annualized relapse rate' "
    "drug=ofatumumab comparator=teriflunomide} with ofatumumab versus teriflunomide.",
    "Nearly [60 percent]{drug=mirikizumab comparator=placebo comparator_value=20} of those given mirikizumab saw "
    "their disease go into remission, compared to 20 percent among those given a placebo.",
    "Only [4%]{drug=secukinumab comparator_value=7 comparator=placebo endpoint='dropped out'} of secukinumab "
    "patients dropped out, versus 7% for placebo.",
    "The dropout rate was [9%]{drug=deucravacitinib comparator_value=6 endpoint='dropout rate' "
    "comparator=placebo} for deucravacitinib and 6% for placebo.",
]

INFECTIONS = [
    "The vaccine, Arexvy, showed an overall efficacy of [82.6%]{measure=change endpoint=efficacy} against lower "
    "respiratory tract disease.",
    "Nirsevimab was [74.5%]{measure=change drug=nirsevimab} effective at preventing infections that needed "
    "medical care.",
    "Lenacapavir reduced HIV infections by [96%]{value=-96 measure=change drug=lenacapavir endpoint='HIV "
    "infections'} compared with background incidence.",
    "Seroconversion rates were [91%]{endpoint='Seroconversion rates' drug=Ixchiq} after one dose of Ixchiq.",
    "At 28 days, [12.1%]{drug=remdesivir comparator=placebo comparator_value=13.9 endpoint=died timepoint='28 "
    "days'} of patients given remdesivir had died, compared with 13.9% given placebo.",
    "Bezlotoxumab cut recurrence to [17%]{drug=bezlotoxumab comparator_value=28 comparator=placebo "
    "endpoint=recurrence} from 28% on placebo.",
]

NEUROLOGY = [
    "Lecanemab slowed cognitive decline by [27%]{value=-27 measure=change drug=lecanemab endpoint='cognitive "
    "decline' comparator=placebo timepoint='18 months'} compared with placebo at 18 months.",
    "Donanemab slowed decline by [35%]{measure=change drug=donanemab} on the iADRS scale.",
    "With esketamine, [70%]{drug=esketamine comparator_value=52 comparator=placebo endpoint='responded'} of "
    "patients responded, against 52% for the placebo nasal spray plus an oral antidepressant.",
    "Brain swelling (ARIA-E) was reported in [24%]{endpoint='Brain swelling (ARIA-E)' drug=donanemab} of "
    "participants on donanemab.",
    "Patients treated with fenfluramine saw a [54%]{value=-54 measure=change endpoint='monthly convulsive "
    "seizures' drug=fenfluramine} greater reduction in monthly convulsive seizures than those on placebo.",
    "Seizure frequency fell a median of [48.9%]{value=-48.9 measure=change endpoint='Seizure frequency' "
    "comparator_value=-26.9 drug=cannabidiol comparator=placebo} with cannabidiol and 26.9% with placebo.",
]

BEFORE_THE_CLINIC = [
    "The absolute oral bioavailability of olorofine was [45%]{endpoint='absolute oral bioavailability'} in the "
    "phase 1 study.",
    "In a mouse model, the compound KB-0742 inhibited tumor growth by [78%]{value=-78 measure=change "
    "phase=preclinical endpoint='tumor growth'}.",
    "In preclinical studies in non-human primates, a single dose of ARO-INHBE cut serum activin E by "
    "[85%]{value=-85 measure=change phase=preclinical}.",
    "BTK occupancy with remibrutinib exceeded [95%]{measure=- endpoint='BTK occupancy'} in the study.",
]

NEWS = [
    "Researchers found that the drug, baricitinib, cut deaths by [38%]{value=-38 measure=change drug=baricitinib "
    "endpoint=deaths}.",
    "After three months, [64 percent]{timepoint='three months' comparator_value=31} of those who got ketamine "
    "reported relief, versus 31 percent of those who got a placebo.",
    "Risankizumab doubled the response rate, to [48%]{drug=risankizumab comparator_value=23} from 23%.",
    "The response rate was [48%]{drug=risankizumab comparator_value=23 comparator=placebo endpoint='response "
    "rate'} with risankizumab, up from 23% with placebo.",
    "Two-thirds ([67%]{drug=mavacamten}) of patients on mavacamten no longer qualified for surgery, compared "
    "with 18% on placebo in the trial.",
    "Patients taking aspirin had a [9%]{drug=aspirin value=9 measure=change endpoint='risk of bleeding'} higher "
    "risk of bleeding.",
    "Metformin users were [30%]{drug=metformin value=-30 measure=change} less likely to develop long COVID, the "
    "study found.",
    "Overall, [74.5%]{drug=molnupiravir comparator=placebo comparator_value=45.2} of molnupiravir recipients and "
    "45.2% of placebo recipients had cleared the virus by day 5.",
    "Symptoms improved by [31%]{measure=change endpoint=Symptoms drug='efgartigimod alfa'} in those on efgartigimod.",
    "There were no deaths with dupilumab, and [1%]{drug=dupilumab} of patients stopped treatment because of side "
    "effects.",
    "Of 120 patients treated with ibrutinib, [42%]{endpoint='complete response' drug=ibrutinib} had a complete "
    "response.",
    "The difference in response between etrasimod and placebo was [20 percentage points]{measure=difference "
    "value=20 drug=etrasimod comparator=placebo}.",
    "Placebo-adjusted HbA1c reductions reached [1.2%]{value=-1.2 comparator=Placebo drug=danuglipron} with "
    "danuglipron.",
]


@pytest.mark.parametrize(
    "example", ONCOLOGY + METABOLISM + IMMUNOLOGY + INFECTIONS + NEUROLOGY + BEFORE_THE_CLINIC + NEWS
)
def test_releases(extract, example):
    check_results(extract, example)
