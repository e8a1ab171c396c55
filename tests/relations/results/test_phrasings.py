"""Results as news wires, trade papers and companies phrase them."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

PHRASINGS = [
    "At a packed session in Chicago, doctors heard that [81%]{drug=zelvotinib comparator='older blockers' "
    "comparator_value=70 endpoint=alive timepoint='three years'} of men with metastatic disease were alive three "
    "years after starting zelvotinib along with hormone therapy. That number compared with 70% of men who "
    "received older blockers.",
    "After five years, [86 percent]{drug=morbalimab comparator='dummy pill' comparator_value=77 endpoint=alive "
    "timepoint='five years'} of patients who took morbalimab were still alive, compared with 77 percent of "
    "people given a dummy pill.",
    "The placebo group only saw a 2.2% body weight loss. People who received tarzaglutide saw a body weight loss "
    "of [13.9%]{value=-13.9 drug=tarzaglutide comparator=placebo comparator_value=-2.2 endpoint='body weight "
    "loss' timepoint='68 weeks' measure=change} after 68 weeks.",
    "[33.2%]{drug=morbalimab endpoint='clear or almost-clear skin'} of patients in the 250 mg morbalimab cohort "
    "and [44.1%]{drug=morbalimab endpoint='clear or almost-clear skin'} of those in the 500 mg group achieved "
    "clear or almost-clear skin.",
    "In the 402-patient study, [34.8%]{drug=zelvotinib comparator='intravenous paclitaxel' comparator_value=22.4 "
    "endpoint='confirmed tumor response'} of patients taking oral zelvotinib had a confirmed tumor response "
    "compared to 22.4% of patients taking intravenous paclitaxel (p=0.011).",
    "Patients had a very good partial response rate of [27.9%]{drug=zelvotinib comparator=ibrutinib "
    "comparator_value=18.8 endpoint='very good partial response rate'} in the zelvotinib arm and 18.8% in the "
    "ibrutinib arm (p=0.12).",
    "Of previously untreated patients taking morbalimab, [24.2%]{drug=morbalimab endpoint=alive "
    "timepoint=five-year} were still alive at the five-year mark.",
    "Study data showed that [58%]{drug=morbalimab comparator=zelvotinib comparator_value=27 endpoint=responded} "
    "of lung cancer patients treated with the morbalimab combination responded, more than double the 27% that "
    "zelvotinib had posted on its own.",
    "In a Phase II study of morbalimab, [23%]{drug=morbalimab endpoint='tumors shrink'} saw their tumors shrink, "
    "and that number went as high as [29%]{drug=morbalimab endpoint='tumors shrink'} in patients with higher "
    "levels of PD-L1 expression.",
    "There was a [41 percent]{value=-41 drug=zelvosartan comparator=placebo endpoint='risk of heart attack' "
    "measure=change} reduction in the risk of heart attack (relative risk, 0.59; 95 percent confidence interval, "
    "0.45 to 0.72) in the zelvosartan group as compared with the placebo group.",
    "Diarrhea was reported by [21.5%]{drug=zelvotinib comparator=placebo comparator_value=7.9 endpoint=Diarrhea} "
    "of patients on zelvotinib and 7.9% of those on placebo, while the discontinuation rate due to adverse "
    "events was [6.1%]{drug=zelvotinib comparator=placebo comparator_value=2 endpoint='discontinuation rate due "
    "to adverse events'} and 2.0%, respectively.",
    "A person on the drug had a 22 per cent chance of dying within five years. With morbalimab it was [12 per "
    "cent]{drug=morbalimab endpoint=- timepoint='five years'}.",
    "Between [11 and 17 percent]{drug=tarzaglutide endpoint='dropped out of the trial because of side effects'} "
    "of participants on tarzaglutide dropped out of the trial because of side effects.",
    "At the highest dose, volunteers on tarzaglutide shed [24.7 percent]{value=-24.7 drug=tarzaglutide "
    "comparator='dummy injections' comparator_value=-2.4 endpoint=weight timepoint='72 weeks' measure=change} of "
    "their weight over 72 weeks, against 2.4 percent for those taking dummy injections.",
    "The most common side effects with morbalimab were upper respiratory tract infection ([7.1%]{drug=morbalimab "
    "endpoint='upper respiratory tract infection'}), headache ([6.2%]{drug=morbalimab endpoint=headache}) and "
    "injection site pain ([3.0%]{drug=morbalimab endpoint='injection site pain'}).",
    "Over two years, both groups taking the real drug had [29%]{value=-29 drug=zelvotinib comparator=placebo "
    "endpoint=relapses timepoint='two years' measure=change} fewer relapses than those who got the placebo. The "
    "medicine is called zelvotinib.",
    "Patients taking telmotinib were between [54% and 57%]{value=-54 drug=telmotinib comparator='dummy pill' "
    "endpoint=relapse measure=change} less likely to suffer a relapse than those given a dummy pill.",
    "Morbalimab seemed to work well, increasing the number of good nights by [83%]{drug=morbalimab "
    "comparator=placebo comparator_value=65 endpoint='number of good nights' measure=change}. Unfortunately, the "
    "placebo group increased the number of good nights by a whopping 65%.",
    "Zelvotinib produced a solid [60%]{drug=zelvotinib comparator=tofacitinib comparator_value=58.8 "
    "endpoint='response rate'} response rate. By comparison, tofacitinib produced 58.8% in its own trial.",
    "In the 0.9 mg/kg group of the zelvomab trial, ORR was [45%]{drug=zelvomab endpoint=ORR} and CR rate was "
    "[10%]{drug=zelvomab endpoint='CR rate'}; in the 1.8 mg/kg group, ORR was [52%]{drug=zelvomab endpoint=ORR} "
    "and CR rate was [12%]{drug=zelvomab endpoint='CR rate'}.",
    "ORR was [45%]{drug=zelvotinib endpoint=ORR} and [52%]{drug=zelvotinib endpoint=ORR}, and the CR rate was "
    "[10%]{drug=zelvotinib endpoint='CR rate'} and [12%]{drug=zelvotinib endpoint='CR rate'}, in the 5 mg and 10 "
    "mg zelvotinib arms, respectively.",
    "Some [60 per cent]{drug=morbalimab comparator=placebo comparator_value=29 endpoint='free of migraine' "
    "timepoint='three months'} of the women on morbalimab were free of migraine after three months, twice the "
    "rate seen with placebo (29 per cent).",
    "In patients whose tumors had PD-L1 of 50% or more, the response rate with morbalimab was "
    "[44%]{drug=morbalimab comparator=chemotherapy comparator_value=27 endpoint='response rate'}, versus 27% for "
    "those on chemotherapy.",
    "Grade 3 or higher cytokine release syndrome occurred in [8%]{drug=zelvocel endpoint='Grade 3 or higher "
    "cytokine release syndrome'} of patients treated with zelvocel, and grade 3 or higher neurologic events in "
    "[13%]{drug=zelvocel endpoint='grade 3 or higher neurologic events'}.",
    "Among the 101 patients infused with zelvocel, [72%]{drug=zelvocel endpoint='objective response'} had an "
    "objective response, including [51%]{drug=zelvocel endpoint='complete response'} with a complete response, "
    "at a median follow-up of 15.4 months.",
    "At day 28, mortality was [22.9%]{drug=zelvosone comparator='usual care' comparator_value=25.7 "
    "endpoint=mortality timepoint='day 28'} in the zelvosone group and 25.7% in the usual care group "
    "(age-adjusted rate ratio 0.83; 95% CI 0.75 to 0.93; P<0.001).",
    "About one in five patients ([21%]{drug=zelvotinib comparator=placebo comparator_value=9 endpoint='stopped "
    "treatment early because of side effects'}) taking zelvotinib stopped treatment early because of side "
    "effects, against one in 10 (9%) on placebo.",
    "Zelvotinib reduced the risk of disease progression or death by [42%]{value=-42 drug=zelvotinib "
    "comparator=docetaxel endpoint='risk of disease progression or death' measure=change} (HR=0.58; 95% CI: "
    "0.44-0.76) versus docetaxel, and the confirmed overall response rate was [28.1%]{drug=zelvotinib "
    "comparator=docetaxel comparator_value=13.2 endpoint='confirmed overall response rate'} versus 13.2%.",
    "Half of the volunteers on the higher dose of zelvaglutide lost at least 20% of their body weight, and "
    "[91%]{drug=zelvaglutide endpoint='lost at least 5%'} lost at least 5%.",
    "Positive trends were seen in secondary endpoints including EASI-90, with [26.6%]{drug=morbalimab "
    "comparator='control arm' comparator_value=19.5 endpoint=EASI-90} of subjects in the active arm achieving "
    "the EASI-90 endpoint compared to 19.5% in the control arm (p=0.31), and IGA success, with "
    "[37.2%]{drug=morbalimab comparator='placebo arm' comparator_value=28.5 endpoint='IGA success'} of active "
    "subjects achieving success compared to 28.5% in the placebo arm. The drug is morbalimab.",
    "Treatment-emergent serious adverse events were observed in about [27%]{drug=morbalimab comparator=placebo "
    "comparator_value=33 endpoint='Treatment-emergent serious adverse events'} of patients in the morbalimab "
    "group and about 33% of patients in the placebo group.",
    "Corvane shares doubled on Monday after its pill zelvotinib shrank tumors in a mid-stage trial.\n\nOf 48 "
    "patients who could be evaluated, 21, or [44 percent]{drug=zelvotinib endpoint='partial response'}, had a "
    "partial response. Another [31 percent]{drug=zelvotinib endpoint='stable disease'} had stable "
    'disease.\n\n"Nobody expected that," said an analyst.',
    "LONDON (Reuters) - An experimental asthma drug from Brightmoor cut severe attacks by [57 percent]{value=-57 "
    "drug=morbalimab endpoint='severe attacks' measure=change} in a late-stage study.\n\nThe drug, morbalimab, "
    "also improved lung function. Patients on the highest dose had [61 percent]{value=-61 drug=morbalimab "
    "comparator=placebo endpoint=attacks measure=change} fewer attacks than those on placebo, while those on the "
    "middle dose had [49 percent]{value=-49 drug=morbalimab comparator=placebo endpoint=attacks measure=change} "
    "fewer.",
    "Nausea, the most common complaint, hit [44%]{drug=zelvaglutide comparator=placebo comparator_value=16 "
    "endpoint=Nausea} of those on zelvaglutide, compared with 16% of the placebo arm; [31%]{drug=zelvaglutide "
    "comparator=placebo comparator_value=7 endpoint=vomited} vomited, against 7%.",
    "- ACR20 at Week 16: [57.3%]{drug=morbalimab comparator=placebo comparator_value=22.8 endpoint=ACR20 "
    "timepoint='Week 16'} morbalimab 160 mg vs 22.8% placebo (p<0.0001)\n- ACR50 at Week 16: "
    "[36.1%]{drug=morbalimab comparator=placebo comparator_value=9.4 endpoint=ACR50 timepoint='Week 16'} vs "
    "9.4%\n- ACR70 at Week 16: [18.9%]{drug=morbalimab comparator=placebo comparator_value=2.7 endpoint=ACR70 "
    "timepoint='Week 16'} vs 2.7%",
    "The company said [68.4%]{drug=zelvotinib comparator=placebo comparator_value=21.1 endpoint=EASI-75 "
    "timepoint='week 16'} of patients on once-daily zelvotinib 15 mg and [59.2%]{drug=zelvotinib "
    "comparator=placebo comparator_value=21.1 endpoint=EASI-75 timepoint='week 16'} on 7.5 mg achieved EASI-75 "
    "at week 16, versus 21.1% for placebo.",
    "Median progression-free survival was 11.1 months for zelvotinib compared with 5.6 months for chemotherapy, "
    "translating to a [52%]{value=-52 drug=zelvotinib comparator=chemotherapy endpoint='risk of progression or "
    "death' measure=change} reduction in the risk of progression or death.",
    "At 12 months, [90%]{drug=zelvotinib comparator=sunitinib comparator_value=83 endpoint=alive timepoint='12 "
    "months'} of zelvotinib patients and 83% of those on sunitinib were alive. The response rate was "
    "[59.3%]{drug=zelvotinib comparator=sunitinib comparator_value=35.7 endpoint='response rate' timepoint='12 "
    "months'} with zelvotinib and 35.7% with sunitinib; complete responses were seen in [5.8%]{drug=zelvotinib "
    "comparator=sunitinib comparator_value=1.9 endpoint='complete responses' timepoint='12 months'} and 1.9%.",
    "Overall, [10.1%]{drug=zelvosartan comparator=placebo comparator_value=12.3 endpoint='stroke or died of "
    "heart disease'} of patients assigned to receive zelvosartan had a stroke or died of heart disease, as "
    "against 12.3% assigned to placebo, a relative risk reduction of [18%]{value=-18 drug=zelvosartan "
    "comparator=placebo endpoint='stroke or died of heart disease' measure=change}.",
    "Blood sugar control improved in [73 percent]{drug=zelvagliptin comparator=sitagliptin comparator_value=42 "
    "endpoint='Blood sugar control'} of diabetics who took zelvagliptin. Only 42 percent of those who took "
    "sitagliptin reached the same goal.",
    "With a median follow-up of 27 months, zelvotinib more than halved the rate of relapse: "
    "[9.2%]{drug=zelvotinib comparator=observation comparator_value=20.3 endpoint=relapsed} of treated women "
    "relapsed compared with 20.3% in the observation group.",
    "Remission was reached by [31.8 per cent]{drug=zelvotinib comparator='dummy tablets' comparator_value=10.1 "
    "endpoint=Remission timepoint='eight weeks'} of patients after eight weeks on the top dose of zelvotinib, "
    "[22.4 per cent]{drug=zelvotinib comparator='dummy tablets' comparator_value=10.1 endpoint=Remission "
    "timepoint='eight weeks'} on the low dose and 10.1 per cent on dummy tablets.",
    "Zelvotinib met its goal: [38%]{drug=zelvotinib comparator=placebo comparator_value=6 endpoint='hair "
    "covering at least 80% of the scalp' timepoint='36 weeks'} of patients in the high-dose arm and "
    "[29%]{drug=zelvotinib comparator=placebo comparator_value=6 endpoint='hair covering at least 80% of the "
    "scalp' timepoint='36 weeks'} in the low-dose arm had hair covering at least 80% of the scalp after 36 "
    "weeks. For placebo, that was 6%.",
    "The drugmaker said patients who took zelvaglutide as a pill lost [11.2%]{value=-11.2 drug=zelvaglutide "
    "comparator=placebo comparator_value=-2.1 endpoint=weight timepoint='36 weeks' measure=change} of their "
    "weight at 36 weeks on average, compared to a 2.1% loss in the placebo group.",
    "Key results in the morbalimab 300 mg group at Week 52:\n\n• [48.2%]{drug=morbalimab comparator=placebo "
    "comparator_value=17.5 endpoint='clinical remission' timepoint='Week 52'} achieved clinical remission, "
    "compared with 17.5% for placebo\n\n• Endoscopic improvement: [52.6%]{drug=morbalimab comparator=placebo "
    "comparator_value=20.1 endpoint='Endoscopic improvement' timepoint='Week 52'} vs. 20.1%\n\n• Steroid-free "
    "remission was reached by [44.0%]{drug=morbalimab comparator=placebo comparator_value=15.7 "
    "endpoint='Steroid-free remission' timepoint='Week 52'} (placebo: 15.7%)",
    "Trial volunteers injected with morbalimab every six months saw their bad cholesterol fall by half "
    "([51%]{value=-51 drug=morbalimab comparator='dummy shots' endpoint='bad cholesterol' measure=change}) more "
    "than with dummy shots.",
    "Of the 163 patients on zelvotinib, [61%]{drug=zelvotinib endpoint=responded} (95% CI, 53 to 69) responded, "
    "including [13%]{drug=zelvotinib endpoint='complete response'} who had a complete response; the median time "
    "to response was 1.4 months.",
    "The annual rate of severe flare-ups dropped [34 percent]{value=-34 drug=morbalimab comparator=placebo "
    "endpoint='annual rate of severe flare-ups' measure=change} with morbalimab in the first trial and [21 "
    "percent]{value=-21 drug=morbalimab comparator=placebo endpoint='annual rate of severe flare-ups' "
    "measure=change} in the second, both compared with placebo.",
    "More patients on zelvotinib than on warfarin bled in the gut ([3.2%]{drug=zelvotinib comparator=warfarin "
    "comparator_value=2.2 endpoint='bled in the gut'} vs 2.2%), but fewer had bleeding in the brain "
    "([0.5%]{drug=zelvotinib comparator=warfarin comparator_value=0.7 endpoint='bleeding in the brain'} vs 0.7%).",
    "About [57%]{drug=morbalimab endpoint='kept that interval' timepoint='year two'} of eyes treated with "
    "morbalimab every 16 weeks kept that interval through year two, and [12%]{drug=morbalimab endpoint='needed "
    "rescue injections'} needed rescue injections.",
    "In the intent-to-treat population, zelvotinib plus letrozole improved 24-month invasive disease-free "
    "survival to [92.2%]{drug=zelvotinib comparator='letrozole alone' comparator_value=88.7 endpoint='invasive "
    "disease-free survival' timepoint=24-month}, from 88.7% with letrozole alone.",
    "The 28-day death rate was [24%]{drug=zelvoximab comparator='those who did not' comparator_value=29 "
    "endpoint='death rate' timepoint=28-day} among those who got the zelvoximab antibody and 29% among those who "
    "did not.",
    "Zelvotinib lowered phosphate by [35 per cent]{value=-35 drug=zelvotinib endpoint=phosphate measure=change} "
    "in adults and [28 per cent]{value=-28 drug=zelvotinib endpoint=phosphate measure=change} in children.",
    "The FDA's reviewers questioned whether the benefit of zelvotinib was worth the risk. In the company's main "
    "study, [14.6 percent]{drug=zelvotinib comparator='older blood thinner' comparator_value=8.3 endpoint='heart "
    "attack' timepoint='two years'} of patients on the pill had a heart attack within two years, compared with "
    "8.3 percent of those who took an older blood thinner.",
    "PARIS (AFP) - A daily dose of zelvosartan trimmed the risk of kidney failure by just over a quarter, or [26 "
    "percent]{value=-26 drug=zelvosartan endpoint='risk of kidney failure' measure=change}, French scientists "
    "said.",
    "Topline data: at week 48 zelvaglutide users had dropped [15.1%]{value=-15.1 drug=zelvaglutide "
    "comparator=placebo comparator_value=-3.2 endpoint='body weight' timepoint='week 48' measure=change} of body "
    "weight; the figure was 3.2% for placebo users. Discontinuations because of adverse events were "
    "[6.0%]{drug=zelvaglutide comparator=placebo comparator_value=2.9 endpoint='Discontinuations because of "
    "adverse events'} and 2.9%, respectively.",
    "Zelvotinib had an overall response rate of [29.4%]{drug=zelvotinib endpoint='overall response rate'} in all "
    "comers and [48.6%]{drug=zelvotinib endpoint='overall response rate'} among those with MET amplification.",
    "In the trial, rates of major bleeding were similar with the two drugs: [3.4 percent]{drug=zelvoxaban "
    "comparator=warfarin comparator_value=3.5 endpoint='major bleeding'} for zelvoxaban and 3.5 percent for "
    "warfarin.",
    "Twelve-month retention was [71%]{drug=zelvotinib comparator='oral zelvotinib' comparator_value=58 "
    "endpoint=retention timepoint=Twelve-month} for patients on long-acting zelvotinib injections and 58% for "
    "patients on oral zelvotinib.",
    "Nearly 9 out of 10 patients ([88.9%]{drug=morbalimab comparator=placebo comparator_value=61.2 "
    "endpoint=relapse-free timepoint='18 months'}) remained relapse-free at 18 months with morbalimab, compared "
    "to roughly 6 in 10 (61.2%) with placebo.",
    "The most frequent grade 3 or 4 adverse events with zelvotinib were neutropenia ([31%]{drug=zelvotinib "
    "comparator=placebo comparator_value=27 endpoint=neutropenia}), anemia ([12%]{drug=zelvotinib "
    "comparator=placebo comparator_value=10 endpoint=anemia}), and diarrhea ([5%]{drug=zelvotinib "
    "comparator=placebo comparator_value=1 endpoint=diarrhea}), compared with 27%, 10% and 1% for placebo.",
    "With morbalimab, seizures fell by a median of [47.6 percent]{value=-47.6 drug=morbalimab comparator=placebo "
    "comparator_value=-14.3 endpoint=seizures measure=change} a month from baseline. They fell 14.3 percent with "
    "placebo.",
    "In the second study, called BRIGHT-2, [33%]{drug=zelvotinib comparator=placebo comparator_value=12 "
    "endpoint=remission timepoint='week 12'} of the 210 patients assigned to zelvotinib were in remission at "
    "week 12, which compares with 12% of the 208 assigned to placebo.",
    "Patients whose disease had spread lived longer: [63%]{drug=morbalimab comparator='morbalimab alone' "
    "comparator_value=52 endpoint=alive timepoint='three years'} on morbalimab plus ipilimumab were alive at "
    "three years, against 52% on morbalimab alone and 34% on ipilimumab alone.",
    "Across both studies, [22% to 26%]{drug=zelvotinib comparator=placebo comparator_value=8 endpoint=ACR50} of "
    "zelvotinib patients versus 8% to 10% of placebo patients reached ACR50.",
    "At the 10-mg dose, zelvotinib lowered average blood pressure readings by [11%]{value=-11 drug=zelvotinib "
    "comparator=placebo comparator_value=-3 endpoint='average blood pressure readings' measure=change}, while a "
    "5-mg dose brought a [7%]{value=-7 drug=zelvotinib comparator=placebo comparator_value=-3 endpoint='blood "
    "pressure' measure=change} reduction. Placebo produced a 3% reduction.",
    "Headaches were less frequent in the treated group ([18%]{drug=zelvorexant comparator=controls "
    "comparator_value=29 endpoint=Headaches}) than in controls (29%), the zelvorexant team wrote.",
    "At six months, [55 percent]{drug=zelvogene endpoint='sit unaided' timepoint='six months'} of babies given "
    "zelvogene could sit unaided; none of the untreated babies could.",
    "Zelvotinib (10 mg and 20 mg) significantly improved ACR20 response rates at Week 12: "
    "[54.8%]{drug=zelvotinib comparator=placebo comparator_value=30.2 endpoint='ACR20 response rates' "
    "timepoint='Week 12'} and [62.1%]{drug=zelvotinib comparator=placebo comparator_value=30.2 endpoint='ACR20 "
    "response rates' timepoint='Week 12'}, versus 30.2% for placebo.",
    "Morbalimab's developer, Solberg, said on Tuesday that the antibody staved off migraines: patients had [53 "
    "percent]{value=-53 drug=morbalimab comparator=placebo comparator_value=-27 endpoint='headache days' "
    "measure=change} fewer headache days a month, against 27 percent fewer with placebo.",
    "The committee noted that 5-year survival was [73%]{drug=morbalimab comparator=placebo comparator_value=66 "
    "endpoint=survival timepoint=5-year} for people who had morbalimab after surgery and 66% for people who had "
    "placebo.",
    "Compared with chemotherapy, zelvotinib improved progression-free survival (HR 0.45; p<0.0001), and 12-month "
    "PFS was [62.5%]{drug=zelvotinib comparator=chemotherapy comparator_value=34.1 endpoint=PFS "
    "timepoint=12-month} vs 34.1%.",
    "Patients with moderate disease did best, with [71%]{drug=morbalimab endpoint='clear of plaques' "
    "timepoint='12 weeks'} clear of plaques after 12 weeks on morbalimab; for severe disease, the share was "
    "[58%]{drug=morbalimab endpoint='clear of plaques' timepoint='12 weeks'}.",
    "Zelvotinib beat the standard drug, imatinib, in a head-to-head study. Major molecular response at 48 weeks: "
    "[67.7%]{drug=zelvotinib comparator=imatinib comparator_value=49 endpoint='Major molecular response' "
    "timepoint='48 weeks'} of patients on zelvotinib, 49.0% on imatinib.",
    '"We saw an [89%]{value=-89 drug=zelvazepam comparator=placebo comparator_value=-12 endpoint=seizures '
    'measure=change} reduction in seizures," said Dr. Lee. "With placebo there was a 12% reduction." The '
    "drug, zelvazepam, was given for 14 weeks.",
    "Zelvotinib's response rate of [36%]{drug=zelvotinib comparator=chemotherapy comparator_value=5 "
    "endpoint='response rate'} in the third-line setting compares favorably with the historical 5% to 10% for "
    "chemotherapy.",
    "By week 24, the proportion of patients with no new lesions was [87.3%]{drug=morbalimab "
    "comparator=teriflunomide comparator_value=61.8 endpoint='no new lesions' timepoint='week 24'} with "
    "morbalimab and 61.8% with teriflunomide, and annualized relapse rate was lower by [54%]{value=-54 "
    "drug=morbalimab comparator=teriflunomide endpoint='annualized relapse rate' timepoint='week 24' "
    "measure=change}.",
    "Takara says pill eases ulcerative colitis in late-stage trial\n\nTOKYO, Feb 9 (Reuters) - Takara Chemical "
    "said on Wednesday its once-daily pill zelvotinib helped more patients with ulcerative colitis reach "
    "remission than a placebo.\n\nAt week 8, [26.1 percent]{drug=zelvotinib comparator='dummy pills' "
    "comparator_value=4.8 endpoint=remission timepoint='week 8'} of patients on the drug were in remission, "
    "compared with 4.8 percent of those who got dummy pills.\n\nAt week 52 the rates were [51.7 "
    "percent]{drug=zelvotinib comparator='dummy pills' comparator_value=11.1 endpoint=remission timepoint='week "
    "52'} and 11.1 percent.\n\nSerious infections occurred in [1.3 percent]{drug=zelvotinib endpoint='Serious "
    "infections'} of patients taking zelvotinib.",
    "Solberg's blood thinner matches warfarin\n\nSolberg's zelvoxaban prevented strokes as well as warfarin in "
    "patients with an irregular heartbeat, the company said.\n\nStrokes occurred in [1.4 "
    "percent]{drug=zelvoxaban comparator=warfarin comparator_value=1.5 endpoint=Strokes timepoint='two years'} "
    "of zelvoxaban patients and 1.5 percent of warfarin patients over two years. Bleeding in the brain was about "
    "half as common, at [0.3 percent]{drug=zelvoxaban comparator=warfarin comparator_value=0.7 "
    "endpoint='Bleeding in the brain'} versus 0.7 percent.",
    "Corvane's zelvotinib was generally well tolerated. The most common treatment-emergent adverse events "
    "(zelvotinib vs. placebo) were diarrhea ([23.4%]{drug=zelvotinib comparator=placebo comparator_value=9.8 "
    "endpoint=diarrhea} vs. 9.8%), nausea ([14.1%]{drug=zelvotinib comparator=placebo comparator_value=8 "
    "endpoint=nausea} vs. 8.0%) and headache ([7.9%]{drug=zelvotinib comparator=placebo comparator_value=8.3 "
    "endpoint=headache} vs. 8.3%). Discontinuation rates due to adverse events were [5.1%]{drug=zelvotinib "
    "comparator=placebo comparator_value=3.8 endpoint='Discontinuation rates due to adverse events'} for "
    "zelvotinib and 3.8% for placebo.",
    "Q3 highlights\n\n• Zelvaglutide: 48-week Phase 2 data showed weight loss of up to [17.3%]{value=-17.3 "
    "drug=zelvaglutide comparator=placebo comparator_value=-2.6 endpoint='weight loss' timepoint=48-week "
    "measure=change} (placebo 2.6%).\n\n• Morbalimab: in TIDE-2, annualized attack rate fell [92%]{value=-92 "
    "drug=morbalimab endpoint='annualized attack rate' measure=change} from baseline; [55%]{drug=morbalimab "
    "endpoint=attack-free} of patients were attack-free.\n\n• Telmotinib: ORR [41%]{drug=telmotinib "
    "endpoint=ORR} (n=29), DCR [79%]{drug=telmotinib endpoint=DCR}.",
    "Doctors found that [2.4%]{drug=morbalimab comparator=placebo comparator_value=2.9 endpoint='serious "
    "infections'} of children who got morbalimab had serious infections. The rate was 2.9% with placebo.",
    "Merck-like giant Calloway said its antibody, morbalimab, combined with chemotherapy shrank tumors in [61 "
    "percent]{drug=morbalimab comparator='chemotherapy alone' comparator_value=38 endpoint=tumors} of lung "
    "cancer patients, compared with 38 percent for chemotherapy alone.",
    "Patients getting the higher dose of zelvotinib saw their itch scores improve by [64%]{drug=zelvotinib "
    "comparator=placebo comparator_value=22 endpoint='itch scores' timepoint='week 12' measure=change} at week "
    "12, versus [51%]{drug=zelvotinib comparator=placebo comparator_value=22 endpoint='itch scores' "
    "timepoint='week 12' measure=change} in the lower-dose group and 22% with placebo.",
    "The study found a [19 percent]{value=-19 drug=zelvosartan comparator=enalapril endpoint='cardiovascular "
    "deaths' measure=change} reduction in cardiovascular deaths with zelvosartan relative to enalapril. Fewer "
    "patients also went to hospital: [12.8 percent]{drug=zelvosartan comparator=enalapril comparator_value=15.6 "
    "endpoint='went to hospital'} against 15.6 percent.",
    "In 212 adults treated with zelvotinib, the overall response rate was [67.9%]{drug=zelvotinib "
    "endpoint='overall response rate'} (95% CI: 61.2, 74.1), with a complete response rate of "
    "[16.5%]{drug=zelvotinib endpoint='complete response rate'}.",
    "Sustained pain freedom from 2 to 24 hours was achieved by [16.4%]{drug=zelvogepant comparator=placebo "
    "comparator_value=8 endpoint='Sustained pain freedom'} of people taking zelvogepant 75 mg, double the rate "
    "with placebo (8.0%).",
    "Zelvotinib-treated patients had significantly greater hair regrowth at week 24: [44.2%]{drug=zelvotinib "
    "comparator=placebo comparator_value=3.6 endpoint='scalp coverage of 80% or more' timepoint='week 24'} had "
    "scalp coverage of 80% or more, compared with 3.6% on placebo (p<0.0001).",
    "The application rests on two phase 3 trials. In TALA-1, zelvotinib slowed the growth of lesions by "
    "[15.8%]{value=-15.8 drug=zelvotinib trial=TALA-1 comparator=sham} compared with sham at one year. In "
    "TALA-2, the reduction was [7.1%]{value=-7.1 trial=TALA-2}.",
    "Some [31%]{drug=zelvotinib comparator=placebo comparator_value=4 endpoint='free of attacks'} of patients on "
    "zelvotinib were free of attacks, compared with 4% of patients on placebo, and zelvotinib reduced attacks that "
    "needed a rescue drug by [78%]{value=-78 comparator=placebo} versus placebo.",
    "The study of zelvotinib was a success, with clinical benefit in [86%]{drug=zelvotinib arm=zelvotinib "
    "endpoint='clinical benefit'} of treated patients.",
    "Zelvotinib was given with morbalimab. Morbalimab on its own shrank tumors in [33%]{drug=morbalimab "
    "endpoint='shrank tumors'} of patients.",
    "Zelvotinib achieved cure rates of about [90%]{drug=zelvotinib endpoint='cure rates'} in patients with early "
    "disease when it was paired with two older drugs.",
    "At the 40-milligram dose, zelvotinib worked: [39.2 percent]{drug=zelvotinib arm='200-milligram dose' "
    "endpoint=responded} of patients given a 200-milligram dose responded, compared with 12 percent on placebo.",
    "In the trial, [42%]{drug=zelvotinib comparator=placebo comparator_value=26 endpoint='halved their monthly migraine "
    "days'} of patients on zelvotinib halved their monthly migraine days, compared with 26% of those on placebo.",
    "Phase 1 data for zelvotinib showed factor XI activity reductions of more than [93%]{value=-93 drug=zelvotinib "
    "endpoint='factor XI activity reductions' timepoint=-} and sustained effects for up to six months after a single dose.",
    "The higher dose of zelvotinib, which Calloway sells as Zelvora, reduced strokes by [34 percent]{value=-34 "
    "arm='higher dose of zelvotinib' comparator=warfarin} compared with warfarin.",
    "Calloway said [23 percent]{drug=zelvotinib comparator=warfarin comparator_value=20 endpoint='stopped taking it'} of "
    "patients on zelvotinib stopped taking it before the end of the study, versus 20 percent for warfarin.",
    "Hospital stays were [27 per cent]{value=-27 drug=zelvotinib measure=change endpoint='Hospital stays' "
    "comparator='dummy pill'} less frequent with zelvotinib than with a dummy pill.",
    "A single infusion of zelvotinib kept [83%]{drug=zelvotinib endpoint='attack-free' timepoint='six months' "
    "comparator=placebo comparator_value=20} of patients attack-free for six months; on placebo only 20% did so.",
    "Women on zelvotinib had [62%]{value=-62 drug=zelvotinib endpoint='hot flashes' timepoint='12 weeks'} fewer hot "
    "flashes at 12 weeks than at the start.",
    "In patients receiving the combination of zelvotinib and ipilimumab, the response rate was [18.5%]{drug=zelvotinib "
    "endpoint='response rate'} (n=5/27), one complete and four partials.",
    "Of 212 patients who got zelvotinib, [71%]{drug=zelvotinib endpoint='cleared the infection' comparator_value=70} "
    "cleared the infection, against 70% of 208 on vancomycin, meeting the trial's bar for non-inferiority.",
]


@pytest.mark.parametrize("example", PHRASINGS)
def test_phrasings(extract, example):
    check_results(extract, example)
