"""Results in the constructions that releases, wires and trade papers use: who is compared with whom, told where."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

CONSTRUCTIONS = [
    "Norvane's volicimod did better than placebo in a mid-stage Crohn's study. At week 12, patients in the "
    "volicimod group achieved [34%]{drug=volicimod comparator='placebo group' comparator_value=19 "
    "endpoint=remission timepoint='week 12'} remission, against 19% remission in the placebo group.",
    "The share of people meeting the goal of the AURORA trial was 9% in the placebo group, "
    "[41%]{drug=volicimod comparator=placebo comparator_value=9 endpoint='meeting the goal'} in the 20 mg "
    "volicimod group and [44%]{drug=volicimod comparator=placebo comparator_value=9 endpoint='meeting the "
    "goal'} in the 40 mg volicimod group.",
    "Volicimod was tested against dummy tablets for a year. The placebo group had a mean fall in liver fat "
    "of 6%, compared with a mean fall of [37%]{value=-37 drug=volicimod comparator='placebo group' "
    "comparator_value=-6 endpoint='liver fat' measure=change} in the 10 mg volicimod group.",
    "Patients given tarvolimab once a month did about as well as those who injected adalimumab every two "
    "weeks. By week 16, [58%]{drug=tarvolimab comparator='adalimumab group' comparator_value=55 "
    "endpoint='clear or almost clear skin' timepoint='week 16'} of the monthly group and 55% of the "
    "adalimumab group had clear or almost clear skin.",
    "In the head-to-head trial, the weekly tablet zenaglib controlled blood sugar as well as daily "
    "linagliptin. An A1c under 7% was seen in [51%]{drug=zenaglib comparator=linagliptin comparator_value=47 "
    "endpoint='A1c under 7%' timepoint='30 weeks'} on the weekly tablet and 47% on linagliptin at 30 weeks.",
    "Higher doses worked better. At month six, [62%]{drug=volicimod comparator=placebo comparator_value=21 "
    "endpoint='free of seizures' timepoint='month six'} of those on the 300 mg dose of volicimod were free "
    "of seizures. The figure was [48%]{drug=volicimod comparator=placebo comparator_value=21 endpoint='free "
    "of seizures' timepoint='month six'} for 150 mg and 21% for placebo.",
    "Two years after the procedure, [12 percent]{comparator='standard care' comparator_value=20 "
    "endpoint='needed another operation' timepoint='Two years'} of patients given the mesh device had needed "
    "another operation, compared with 20 percent of those who received standard care.",
    "Among men, volicimod cut the risk of fracture by [28%]{value=-28 drug=volicimod endpoint='risk of "
    "fracture' measure=change}; among women, the reduction was [35%]{value=-35 drug=volicimod endpoint='risk "
    "of fracture' measure=change}.",
    "The placebo patients fared worse: 44% of them had relapsed by week 52, versus [17%]{drug=volicimod "
    "comparator=placebo comparator_value=44 endpoint=relapsed timepoint='week 52'} of patients who stayed on "
    "volicimod.",
    "Volicimod, Brennock's once-daily pill, failed its late-stage test. The drug lowered the rate of "
    "flare-ups by [14%]{value=-14 drug=volicimod comparator=placebo endpoint='rate of flare-ups' "
    "measure=change} compared with placebo, a difference that did not reach statistical significance.",
    "Nausea was the most frequent side effect, reported by [22%]{drug=volicimod comparator=placebo "
    "comparator_value=9 endpoint=Nausea} of patients on volicimod. With placebo, it was 9%.",
    "Results at 24 weeks: • ACR20 response: [64%]{drug=volicimod comparator=placebo comparator_value=30 "
    "endpoint='ACR20 response' timepoint='24 weeks'} (volicimod 15 mg), [59%]{drug=volicimod "
    "comparator=placebo comparator_value=30 endpoint='ACR20 response' timepoint='24 weeks'} (volicimod 7.5 "
    "mg), 30% (placebo)",
    "Patients on volicimod lost a mean [12.4%]{value=-12.4 drug=volicimod comparator='dummy jabs' "
    "comparator_value=-1.8 endpoint='body weight' timepoint='48 weeks' measure=change} of body weight at 48 "
    "weeks, as against 1.8% for those on dummy jabs. About two-thirds, or [66%]{drug=volicimod "
    "endpoint='shed at least 10%' timepoint='48 weeks'}, shed at least 10%.",
    "In the Phase 2 BRAVO study, 38 of 52 evaluable patients ([73%]{drug=volicimod endpoint='partial "
    "response or better'}) treated with volicimod plus rituximab had a partial response or better, including "
    "[31%]{drug=volicimod endpoint='complete response'} with a complete response.",
    "The overall response rate was [47%]{drug=volicimod endpoint='overall response rate'}, with "
    "[12%]{drug=volicimod endpoint='complete response'} of patients having a complete response, and the "
    "median duration of response was 9.1 months, Norvane said of volicimod.",
    "At 18 months, disease had progressed in [29%]{drug=volicimod comparator='chemotherapy by itself' "
    "comparator_value=45 endpoint='disease had progressed' timepoint='18 months'} of patients who got "
    "volicimod and chemotherapy compared with 45% of patients who got chemotherapy by itself.",
    "Survival at three years favoured volicimod: [71%]{drug=volicimod comparator_value=63 endpoint=Survival "
    "timepoint='three years'} against 63%.",
    "Volicimod users were [23 percent]{value=-23 drug=volicimod comparator=metformin endpoint='diagnosed "
    "with dementia' timepoint='eight years' measure=change} less likely to be diagnosed with dementia over "
    "the next eight years than people who took metformin.",
    "The vaccine, Pertivax, was [84%]{drug=Pertivax endpoint='preventing severe disease' measure=change} "
    "effective at preventing severe disease and [61%]{drug=Pertivax endpoint='any symptoms' measure=change} "
    "effective against any symptoms.",
    "One in four stopped early. The dropout rate was [26%]{drug=volicimod comparator=placebo "
    "comparator_value=11 endpoint='dropout rate'} with volicimod and 11% with placebo, mostly because of "
    "dizziness.",
    "Side effects of orvaglutide were mostly gastric, led by nausea (with [61%]{drug=orvaglutide "
    "endpoint=nausea} reporting it), vomiting ([38%]{drug=orvaglutide endpoint=vomiting}) and constipation "
    "([19%]{drug=orvaglutide endpoint=constipation}).",
    "High rates of side effects were seen with orvaglutide (up to [61%]{drug=orvaglutide endpoint=nausea} "
    "nausea; up to [38%]{drug=orvaglutide endpoint=vomiting} vomiting).",
    "More than half of those on orvaglutide quit. The discontinuation rate for the drug was "
    "[54%]{drug=orvaglutide comparator=placebo comparator_value=37 endpoint='discontinuation rate'}, while "
    "placebo's was about 37%.",
    "Lanmere Pharma said [43%]{drug=teravidol comparator=placebo comparator_value=29 endpoint=remission} of "
    "patients receiving teravidol met the main goal of remission, as did 29% of patients on placebo.",
    "The drug, ketarvin, showed a [78%]{value=-78 drug=ketarvin endpoint='decline on the behavior scale' "
    "timepoint='six months' measure=change} slowing in decline on the behavior scale and an [88%]{value=-88 "
    "drug=ketarvin endpoint='attention lapses' timepoint='six months' measure=change} reduction in attention "
    "lapses over six months.",
    "Fewer than [1 percent]{drug=covirex comparator='placebo group' comparator_value=6.7 endpoint='needed to "
    "be hospitalized'} of patients taking covirex needed to be hospitalized and no one died, Norvane said. "
    "In the placebo group 6.7 percent were hospitalized.",
    "An analyst at Cander said the 400 mg dose of orvaglutide was linked to a roughly [4%]{value=-4 "
    "drug=orvaglutide endpoint='bone density' timepoint='12 weeks' measure=change} loss of bone density over "
    "12 weeks.",
    "Those on the highest dose of orvaglutide lost an average of [21 percent]{value=-21 drug=orvaglutide "
    "endpoint=weight timepoint='48 weeks' measure=change} of their weight over 48 weeks. When people who "
    "stopped early were counted too, the average was [17.2 percent]{value=-17.2 drug=orvaglutide "
    "endpoint=weight timepoint='48 weeks' measure=change}.",
    "Between [11 and 16 percent]{drug=orvaglutide endpoint='dropped out because of side effects'} of "
    "participants dropped out because of side effects of orvaglutide.",
    "A [51 percent]{drug=prostazine endpoint='time to progression' measure=change} improvement in time to "
    "progression and a [27 percent]{drug=prostazine endpoint='overall survival' measure=change} improvement "
    "in overall survival were seen in men on prostazine.",
    "Significantly more patients in the teravidol 2 mg group achieved endoscopic healing compared with "
    "placebo ([39.4%]{drug=teravidol comparator=placebo comparator_value=16.2 endpoint='endoscopic healing'} "
    "vs. 16.2%, p = 0.004). Remission was [28%]{drug=teravidol comparator=placebo comparator_value=7 "
    "endpoint=Remission} and 7% for teravidol 2 mg and placebo, respectively.",
    "Of 184 adults given volicimod, [57%]{drug=volicimod comparator='vehicle cream' comparator_value=21 "
    "endpoint='free of itch' timepoint='week 8'} were free of itch by week 8. Only 21% of the 92 adults "
    "given vehicle cream could say the same.",
    "The tumor shrank in 31 of 74 patients who received brexatinib, a response rate of [42%]{drug=brexatinib "
    "endpoint='response rate'}; in six of them ([8%]{drug=brexatinib endpoint=vanished}) it vanished.",
    "Brexatinib's overall response rate of [44%]{drug=brexatinib comparator=docetaxel comparator_value=20 "
    "endpoint='overall response rate'} (95% CI: 33-55) compares with historical rates of about 20% for "
    "docetaxel.",
    "Grade 3 or higher side effects struck [38%]{drug=brexatinib comparator=chemotherapy comparator_value=52 "
    "endpoint='Grade 3 or higher side effects'} of brexatinib patients and 52% of those on chemotherapy; "
    "they led [6%]{drug=brexatinib comparator=chemotherapy comparator_value=11 endpoint=quit} and 11%, "
    "respectively, to quit.",
    "In patients with the mutation, brexatinib cut the risk of progression or death by [54%]{value=-54 "
    "drug=brexatinib endpoint='risk of progression or death' measure=change}; in those without it, by "
    "[19%]{value=-19 drug=brexatinib endpoint='risk of progression or death' measure=change}.",
    "Serious infections: [2.1%]{drug=volicimod comparator=placebo comparator_value=1.8 endpoint='Serious "
    "infections'} volicimod, 1.8% placebo. Deaths: [0.4%]{drug=volicimod comparator=placebo "
    "comparator_value=0.5 endpoint=Deaths} and 0.5%.",
    "Over a median follow-up of 21 months, strokes occurred in [4.1%]{drug=zelvoxaban comparator=warfarin "
    "comparator_value=3.9 endpoint=strokes timepoint='21 months'} of patients assigned to zelvoxaban and "
    "3.9% of those assigned to warfarin.",
    "The zelvoxaban study. In REGARD-HF, published in 2011, eplerenone cut the risk of cardiac death by "
    "[31%]{value=-31 drug=eplerenone comparator=placebo endpoint='risk of cardiac death' measure=change} "
    "compared with placebo. In the older RALLY trial, reported in 1999, spironolactone reduced the risk of "
    "death by [27%]{value=-27 drug=spironolactone comparator=placebo endpoint='risk of death' "
    "measure=change} relative to placebo.",
    "During the study, [8%]{drug=zelvoxaban comparator='warfarin group' comparator_value=13 "
    "endpoint='stopped the study drug because of bleeding'} of the zelvoxaban group stopped the study drug "
    "because of bleeding, compared with 13% of the warfarin group.",
    "In all, [14 per cent]{drug=metformin comparator='placebo group' comparator_value=15 endpoint='surgery "
    "to mend the artery'} of the metformin group and 15 per cent of the placebo group had surgery to mend "
    "the artery, and the artery burst in [1.3 per cent]{drug=metformin comparator='placebo group' "
    "comparator_value=1.6 endpoint='artery burst'} and 1.6 per cent, respectively.",
    "Vomiting was reported by [44%]{drug=tarzaglutide endpoint=Vomiting} of patients at the top dose of "
    "tarzaglutide, and [25%]{drug=tarzaglutide comparator='placebo arm' comparator_value=9 endpoint='left "
    "the study early'} of them left the study early, versus 9% in the placebo arm.",
    "The response rate was higher with tarvolimab than with ustekinumab at Week 12 ([63.0%]{drug=tarvolimab "
    "comparator=ustekinumab comparator_value=50.8 endpoint='response rate' timepoint='Week 12'} vs. 50.8%) "
    "and at Week 16 ([67.1%]{drug=tarvolimab comparator=ustekinumab comparator_value=54.8 endpoint='response "
    "rate' timepoint='Week 16'} vs. 54.8%).",
    "The death rate was [28%]{value=-28 drug=radozolide comparator='other group' endpoint='death rate' "
    "measure=change} lower in the group taking radozolide, and those men survived for 15 months on average "
    "compared with 11 months in the other group.",
    "The main goal of the sparlizumab study, a drop in attacks of half or more, was reached by "
    "[51%]{drug=sparlizumab comparator=controls comparator_value=27 endpoint='drop in attacks of half or "
    "more'} of patients, against 27% of controls.",
    "Patients in the sparlizumab arm were about twice as likely to go into remission ([24%]{drug=sparlizumab "
    "comparator_value=12 endpoint='go into remission'} vs. 12%).",
    "Placebo patients gained 0.7% of their weight; those on 5 mg and 10 mg of orvaglutide lost "
    "[6.2%]{value=-6.2 drug=orvaglutide comparator=placebo comparator_value=0.7 endpoint=weight "
    "measure=change} and [9.5%]{value=-9.5 drug=orvaglutide comparator=placebo comparator_value=0.7 "
    "endpoint=weight measure=change}.",
    "Compared with those on placebo, patients given sparlizumab had [41%]{value=-41 drug=sparlizumab "
    "comparator=placebo endpoint=flares timepoint=year measure=change} fewer flares over a year and needed "
    "[33%]{value=-33 drug=sparlizumab comparator=placebo endpoint='steroid courses' timepoint=year "
    "measure=change} fewer steroid courses.",
    "At the end of the 26-week trial, zelmaglutide had reduced liver fat by a mean of [47%]{value=-47 "
    "drug=zelmaglutide comparator=placebo comparator_value=-5 endpoint='liver fat' timepoint=26-week "
    "measure=change}. Placebo reduced it by 5%.",
    "The highest dose of zelmaglutide produced weight loss of [13.8%]{value=-13.8 drug=zelmaglutide "
    "endpoint='weight loss' timepoint='36 weeks' measure=change} at 36 weeks, and the lowest "
    "[7.4%]{value=-7.4 drug=zelmaglutide endpoint='weight loss' timepoint='36 weeks' measure=change}.",
    "Nearly 9 in 10 patients ([88%]{drug=tarvolimab endpoint='clear skin' timepoint=year}) treated with "
    "tarvolimab every eight weeks kept clear skin for a year.",
    "Zoravant said its skin patch, Dermozol, cleared lesions completely in [44 percent]{drug=Dermozol "
    "comparator='patch without medicine' comparator_value=9 endpoint=lesions timepoint='12 weeks'} of "
    "patients after 12 weeks. A patch without medicine did so in 9 percent.",
    "Rates of stroke were [1.2%]{drug=zelvoxaban comparator=warfarin comparator_value=1.6 endpoint=stroke} "
    "per year with zelvoxaban and 1.6% per year with warfarin.",
    "In adults, sparlizumab's response rate was [38%]{drug=sparlizumab endpoint='response rate'}, rising to "
    "[52%]{drug=sparlizumab endpoint='response rate'} among those with high levels of the marker.",
    "At 12 months the estimated event-free survival was [81%]{drug=sparlizumab comparator='observation "
    "group' comparator_value=66 endpoint='event-free survival' timepoint='12 months'} (95% CI, 74 to 87) in "
    "the sparlizumab group and 66% (95% CI, 58 to 73) in the observation group.",
    "Half of the patients on the drug, sparlizumab, and [31%]{endpoint='back at work' timepoint='six "
    "months'} of those on standard care were back at work within six months.",
    "Cholesterol fell by half: LDL was down [51%]{value=-51 drug=inclizumab comparator=others "
    "comparator_value=2 endpoint=LDL timepoint='three months' measure=change} at three months in those "
    "injected with inclizumab and up 2% in the others.",
    "Some [19%]{endpoint='stopped early'} of people who swallowed the capsule three times a day stopped "
    "early, mostly because of diarrhea; none of those on placebo did.",
    "At day 15, [59 percent]{drug=orexabant comparator=placebo comparator_value=21 endpoint=remission "
    "timepoint='day 15'} of patients who received orexabant reached remission, defined as a score of seven "
    "or less, compared with 21 percent of patients who got a placebo (p=0.0008).",
    "More patients on fravenimab 200 mg and 600 mg than on placebo had a lasting 50% cut in headache days "
    "([38%]{drug=fravenimab comparator=placebo comparator_value=9 endpoint='50% cut in headache days'} and "
    "[33%]{drug=fravenimab comparator=placebo comparator_value=9 endpoint='50% cut in headache days'} vs. "
    "9%, both p<0.001).",
    "A 50% or greater reduction in migraine days per month was achieved by [42.1%]{drug=fravenimab "
    "comparator='placebo group' comparator_value=25.8 endpoint='50% or greater reduction in migraine days'} "
    "of patients in the 70-mg fravenimab group and [49.5%]{drug=fravenimab comparator='placebo group' "
    "comparator_value=25.8 endpoint='50% or greater reduction in migraine days'} in the 140-mg fravenimab "
    "group, as compared with 25.8% in the placebo group.",
    "Additionally, about [38%]{drug=orexabant endpoint=remission timepoint='six weeks'} of patients on "
    "orexabant achieved remission after six weeks, a result that also beat placebo.",
    "Patients assigned to intensive treatment with lisanopril had [25%]{value=-25 drug=lisanopril "
    "comparator='standard treatment' endpoint='heart attacks' measure=change} fewer heart attacks than those "
    "assigned to standard treatment.",
    "For adults treated with fravenimab, attacks dropped [71%]{value=-71 drug=fravenimab comparator=placebo "
    "comparator_value=-40 endpoint=attacks measure=change} from baseline. For those on placebo they dropped "
    "40%.",
    "Safety was similar between arms: serious adverse events were reported in [8.8%]{drug=fravenimab "
    "comparator=placebo comparator_value=9.1 endpoint='serious adverse events'} (fravenimab) and 9.1% "
    "(placebo) of patients.",
    "In ORBIT-2, the ORR by blinded review was [54.3%]{drug=fravenimab-deruxtecan comparator=docetaxel "
    "comparator_value=26.6 endpoint='ORR by blinded review'} (95% CI, 46.2-62.2) with fravenimab-deruxtecan "
    "versus 26.6% (95% CI, 20-34) with docetaxel; complete responses were seen in "
    "[9%]{drug=fravenimab-deruxtecan comparator=docetaxel comparator_value=2 endpoint='complete responses'} "
    "and 2%.",
    "Patients whose tumors carried the mutation fared best, with a response rate of [63%]{drug=fravenimab "
    "comparator_value=41 endpoint='response rate'} on fravenimab compared with 41% in the overall study "
    "population.",
    "Norvane reported that fravenimab cut the annual rate of asthma attacks by [52%]{value=-52 "
    "drug=fravenimab comparator=placebo endpoint='annual rate of asthma attacks' measure=change} in patients "
    "with high eosinophil counts and by [17%]{value=-17 drug=fravenimab comparator=placebo endpoint='annual "
    "rate of asthma attacks' measure=change} in those with low counts, both versus placebo.",
    "At the 12-week mark, itch had eased by four points or more in [56%]{drug=fravenimab comparator='vehicle "
    "group' comparator_value=24 endpoint='itch had eased by four points or more' timepoint=12-week} of the "
    "fravenimab patients; the share in the vehicle group was 24%.",
    "The trial enrolled 812 people. By month 18, brain shrinkage was [31%]{value=-31 drug=fravenimab "
    "endpoint='brain shrinkage' timepoint='month 18' measure=change} slower in those given fravenimab.",
    "Only [5%]{drug=fravenimab comparator='older shots' comparator_value=10 endpoint='needed rescue surgery' "
    "timepoint='two years'} of fravenimab users needed rescue surgery within two years, half the 10% of "
    "people on older shots.",
    "The most frequent adverse events for fravenimab compared to placebo were cough ([14.2%]{drug=fravenimab "
    "comparator=placebo comparator_value=7.7 endpoint=cough} vs 7.7%), sore throat ([9.9%]{drug=fravenimab "
    "comparator=placebo comparator_value=9.5 endpoint='sore throat'} vs 9.5%) and rash "
    "([6.1%]{drug=fravenimab comparator=placebo comparator_value=1 endpoint=rash} vs 1.0%).",
    "Fravenimab, given every six months, lowered Lp(a) by [93.9%]{value=-93.9 drug=fravenimab endpoint=Lp(a) "
    "measure=change}, while a quarterly schedule lowered it by [91.2%]{value=-91.2 drug=fravenimab "
    "endpoint=Lp(a) measure=change}.",
]


@pytest.mark.parametrize("example", CONSTRUCTIONS)
def test_constructions(extract, example):
    check_results(extract, example)
