"""The medicine of a row: what the paragraph, headline or study is about."""

from __future__ import annotations

import pytest

from tests.relations.results.marked_results import check_results

TOPICS = [
    "Merck's sotatercept met its goal. Patients treated with the drug had an [84%]{value=-84 measure=change "
    "drug=sotatercept} reduction in the risk of clinical worsening or death compared with placebo. Side effects "
    "led [4%]{drug=sotatercept} of patients to stop.",
    "Eli Lilly's olomorasib was tested with pembrolizumab. The combination produced a response rate of "
    "[77%]{arm=combination} in 43 patients.",
    "Rybrevant plus Lazcluze extended survival. In the MARIPOSA trial, [56%]{trial=MARIPOSA arm='Rybrevant plus "
    "Lazcluze' drug=amivantamab comparator=osimertinib comparator_value=44 timepoint='42 months'} of patients on "
    "Rybrevant plus Lazcluze were alive at 42 months versus 44% on osimertinib.",
    "Bayer said elinzanetant reduced hot flashes. Women in the treatment group reported a [74%]{value=-74 "
    "drug=elinzanetant} drop in hot flashes by week 12.",
    "Dupixent, which was approved for asthma in 2018, helped [66%]{drug=dupilumab} of patients in the new study.",
    "Unlike warfarin, apixaban needs no monitoring. It cut strokes by [21%]{drug=apixaban value=-21}.",
    "# New clot drug tops Plavix in big trial\n\nThe results may bring apixaban to market. In all, "
    "[9.4 percent]{drug=apixaban comparator_value=11.6} of those on the new drug had a heart attack, compared with "
    "11.6 percent of the Plavix group.",
    "All patients got an inhaler with budesonide and formoterol in the trial of orsatezumab. Pneumonia was seen in "
    "[5%]{drug=orsatezumab comparator_value=6} of those on 300 mg versus 6% of the placebo arm.",
    "Merck tests sotatercept. Amgen tests olpasiran, and Pfizer ponsegromab, and Lilly lepodisiran.\n\nIn July Amgen "
    "said that their phase 2 trial showed a [65%]{drug=olpasiran} reduction in Lp(a).",
    "Lilly has tirzepatide and Novo has semaglutide; others follow with survodutide, cotadutide and retatrutide. In the Lilly trial "
    "[74%]{drug=tirzepatide comparator_value=12} got well on tirzepatide versus 12% on placebo.\n\nAkero is small. Its "
    "drug is efruxifermin. In the phase 2b trial there was a [65%]{drug=efruxifermin comparator_value=-11} reduction in "
    "liver fat vs 11% in placebo.",
    "Freezing probe helps women avoid the knife\n\nThe company makes a probe. It freezes growths. It is small. Doctors like "
    "it. It is sold in ten countries. It is cheap.\n\nThe skin is numbed with lidocaine before the probe goes in.\n\nIn the "
    "FROST trial, [96%]{drug=- trial=FROST} of women were free of recurrence.",
    # an article's own new medicine, which is added to one long in use
    "Keytruda pill fails\n\nAcmera Oncology said that adding its experimental pill QXR-071 to Merck's Keytruda did not help in the "
    "ALPINA-1 trial.\n\nIn ALPINA-1, the response rate was [34.2%]{drug=QXR-071} with the combination and 31.5% with Keytruda "
    "plus placebo. Grave side effects struck [22%]{drug=QXR-071 comparator_value=17} of those in the combination arm, compared "
    "with 17% in the control arm.\n\nKeytruda is old. Keytruda is dear.",
]


@pytest.mark.parametrize("example", TOPICS)
def test_topics(extract, example):
    check_results(extract, example)
