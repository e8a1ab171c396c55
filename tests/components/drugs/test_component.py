"""Which words are drug names, and for which medicine they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model import DrugMention, Extraction
from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from tests.marked import marked

LEXICON = [
    "Patients on [Rocatinlimab]{drug=rocatinlimab} ([AMG-451]{drug=rocatinlimab}/[KHK4083]{drug=rocatinlimab}) well",
    "[AMG 451]{drug=rocatinlimab}, [AMG451]{drug=rocatinlimab} and [amg 451]{drug=rocatinlimab} are one.",
    "[rocatinlimab]{drug=rocatinlimab}’s label; [Keytruda]{drug=pembrolizumab}® ([pembrolizumab]{drug=pembrolizumab})",
    "[HyBryte]TM and [HyBryte](TM) are marked, [metformin hydrochloride]{drug=metformin} is a salt",
    "a biosimilar, [adalimumab-adaz]{drug=adalimumab}, and [adalimumab]-based care",
    "[insulin glargine]{drug='insulin glargine'} at night lowered insulin levels",
    "[interferon β-1a]{drug='interferon beta-1a'} or [interferon beta-1a]",
    "[datopotamab deruxtecan] plus [pembrolizumab] and [carboplatin]",
    "sales of [Wegovy]{drug=semaglutide} and [Zepbound]{drug=tirzepatide} rose",
    "[Shingrix], [Arexvy], [Comirnaty]{drug=tozinameran} and a flu vaccine",
]

NOTHING = [
    "LDL cholesterol fell while placebo and water did nothing",
    "the emend and the cambia of it; Zephyr winds entrust us",
    "targeting CD19, IL-13, PD-1 and HER2 in COVID-19",
    "the study (NCT05508074) reached Phase 2 in Q3 2025",
    "see https://www.keytruda.com or write to info@ozempic.com",
    "(NASDAQ: ABVC) filed Form 10-K",
    "Keytruda Pharmaceuticals Inc. is no such company",
    "statins, triptans, PD-1 inhibitors and chemotherapy",
    "Velzora™ is a precedent-based medical device to treat heart disease; Velzora™ is used in patients",
    "one medical device (QXR-071) is under development",
    "lithium levels in the brain and aldosterone, a hormone of the adrenal gland",
]

NEW_NAMES = [
    "Patients treated with [merlocitinib]{drug=merlocitinib} or [brelutamab vedotin] fared better.",
    "In the trial patients treated with [QXR-071]{drug=QXR-071} recovered, and [QXR-071] was well tolerated.",
    "Promising studies of [QXR-071][QXR-071] is dosed once daily. Patients treated with [QXR-071] recovered.",
    "[Vasceptol]® ([bempestinol]) is an oral drug; patients treated with [bempestinol] improved.",
    "[azacitidine] ([AZA]) was given; [AZA] is tolerated",
    "poorly controlled with [Metformin]Presentation Number: 62",
    "Designation For [QXR-01]As the name says, patients treated with [QXR-01] recovered; [QXR-01] is safe",
    "its gene therapy, [Gedestor]®, is for the treatment of cancer",
    "a phase 3 trial of its inhaled [alpha-1 antitrypsin] ([AAT]) therapy; the [AAT] program",
    "under the brand name [Corlaten] it will be sold",
]

TOLD_BY_WORDS_BESIDE = [
    "Swiss drugmaker Halder AG said its gout pill [Zentavor] cut flare-ups by 31 percent.",
    "The drug, [Ostrivel], was cleared for patients whose tumours carry a rare mutation.",
    "In 2008 the company withdrew [Raptivane], a psoriasis treatment, from the market.",
    "Sales of [Bonvira], the osteoporosis drug, rose 18% to 420 million euros.",
    "Half of [Vexatil]-treated patients had clear skin; [Vexatil] is sold for arthritis.",
    "The painkiller [Luvenza] (chemical name: [trapoxetone]) failed in teenagers.",
    "[Nasolira], known generically as [fembrastine], eased symptoms in 62% of users.",
    "Patients took [tenacopant] 30 mg or placebo. [Tenacopant] may be sold next year.",
    "Its best hope, an oral drug for asthma called [hemoxiron], is in phase 3. If [hemoxiron] works, it will file.",
    "Doctors in France tested [azelotrin], a pill that blocks a stress hormone, in 320 people.",
    "It halted its stroke treatment [Cerovance] and had hoped to file [Cerovance] for approval.",
    "Advisers were in favor of [Pravexol], Norvane's pill for tardive dyskinesia.",
    "Its next big thing is [Lumevoq-R], which is injected into the eye once.",
    "She was put on [rituxafen] in May. 'It is thanks to [rituxafen],' she said.",
    "Sales of [Valtora] (high blood pressure) rose 12 percent.",
    "[Sympathex] ([ordrelazine]) remains on sale in Canada.",
    "The [zabrecept] arm took [colchexine], [aspirin] or a placebo.",
    "Its hyperactivity drug [Attentra XR] won approval.",
    "It pulled its cholesterol-lowering [Bayclor] from shelves; [Bayclor] had been taken by many.",
    "Parents were told to return bottles of [Kidocof]; [Kidocof] syrup is sweet.",
    "The antisense drug, given by lumbar puncture, is called [tofersan]. The agency will rule on [tofersan].",
    "[AGX-416], formerly [ABP-9], met both goals.",
    "A case over [Singulor] ([montelukant sodium]{drug=montelukant}); generic [montelukant]{drug=montelukant} is cheap.",
]

OTHER_STYLES = [
    "It keeps the migraine spray [Nozaril], the cholesterol fighter [Lipavol] and the nerve treatments [Quelora] and [Zantrix].",
    "Sold under the names [Esoprant] and [Clopivant], the copies of [Nexium] and [Plavix] cost a third.",
    "The recall covers [Tylenol], [Motrin], [Benadryl] and [Simply Sleep].",
    "A pill made from hemp, [Cannadol], eased stiffness.",
    "“We think [Xyvia] can win,” he wrote. Norvane plans to file [Xyvia] in 2031.",
    "[Dormexin] works in an hour. Those who swallowed [Dormexin] at bedtime slept longer.",
    "Three patients got one infusion of [NTX-905] gene therapy.",
    "The herbal pill [Libidon] sold online contains [sildenafil].",
    "The malaria vaccine [PfVax], from Norvane, must be kept cold.",
    "Children got [RTS,S], [RTS,S/AS01] or [R21/Matrix-M]; adults [nirmatrelvir]/[ritonavir].",
    "Shire's [Vpriv] and Protolix's [Uplyso] gained.",
    "More than a million Britons take [Arthrax] for joint pain, and should not stop [Arthrax] without asking.",
    "Corvane has stopped giving [Zevron] to boys with the disease after two deaths.",
    "With [Talvend], Norvane has a chance. [Talvend] is taken as a wafer.",
    "The antisense medicine, which Norvane calls [Huntex], lowered the toxic protein.",
    "[FLUVENT] WINS EU NOD\nNorvane will launch [Fluvent], the first nasal flu vaccine, in Spain.",
    "Its spray is used for [Micropal], a low dose of [atropine].",
    "Shares fell after the failure of [Zembrit], its only clinical asset.",
    "It paid $30m for the rights to sell [Dynaptal] outside Europe, and licensed [Venofil] patches.",
    "Two experimental pills, [olvandamane] and [brestofan], helped men sleep.",
    "[AMX0035]{drug='sodium phenylbutyrate-taurursodiol'} failed; it still has [AMX0914].",
    "Ranelle's [Archexal], Veltra's [Keytruda] and others fell short.",
    "It already sells [Somnoril] in Europe.",
    "It will not refile [Calmexal] in the United States; in Canada, [Calmexal] is under priority review.",
    "She was offered [Lyparval] through a scheme. “Since I began [Lyparval] I've slept,” she said.",
    "What is left is a vet medicine, [Equilan].",
    "Among them are Veltra (brand: [Hepavir]) and others.",
    "[Imiquimod] and [Efudin] are the main rivals.",
    "If you take [lithium], ask first.",
    "[PXV-001] Update: [PXV-001] is Incalo’s [psilocybin] drug product designed for use with therapy.",
    "It will highlight the taxane. [TQI-287], which has FDA Orphan Drug Designation for gliomas, may be new.",
    "The drug is called [mibrofermin] and is commonly referred to as [MBF]{drug=mibrofermin}. It works.",
    "[Zirlan] is the same drug as the cheaper [cetirizine].",
    "[paracetamol]{drug=acetaminophen}, [adrenaline]{drug=epinephrine} pens, [salbutamol]{drug=albuterol} and"
    " [ciclosporin]{drug=cyclosporine} were given to patients treated with [NPH insulin]{drug='isophane insulin'}.",
]

NOT_TOLD_BY_WORDS_BESIDE = [
    "The smart inhaler Digihaler tracks doses.",
    "Commuters who take Amtrak to work and those who began Zumba in May were offered Fitbit through work.",
    "Lundvig sells Volvona in Sweden, a chain of pharmacies; regulators cleared Pathora, a tool that reads scans.",
    "Investors who took Quintar in 2012 lost money; the failure of Morvel, its only listed rival, hurt all.",
    "Researchers deployed PathScan on samples; images using PathScan can predict who responds, and PathScan’s features help.",
    "the vaccine maker Halder and Brennick, a biotech company in Oslo, said the drug works",
    "Price data is for Ruritania, a state where the drug is legal. The drug is sold in Ruritania.",
    "Smith, an analyst, said the drug, Pfizer and the pill would survive",
    "patients on haemodialysis took an antacid, a neoadjuvant taxane or a prodrug",
    "a co-polymide coating and the -relmoxid ending",
    "A vaccine Halden is developing and a drug Lorne bought last year are in phase 3.",
    "She heard Steenburgen called Buckley’s voice stunning, as Buckley was to sing; companies such as Gannett sold.",
    "Doctors put pressure on Velzora; the chip maker Corvita kept its eye on Velzora.",
    "the way that the body deals with Coganex (pharmacokinetics) and EEG-signals (blinded)",
    "Visit www.velmoxin.com or write to velmoxin@velmoxin.com to take it.",
]


EXAMPLES = LEXICON + NOTHING + NEW_NAMES + TOLD_BY_WORDS_BESIDE + OTHER_STYLES + NOT_TOLD_BY_WORDS_BESIDE


@pytest.mark.parametrize("example", EXAMPLES)
def test_finds_the_marked_names(example: str, extract: Callable[..., Extraction]) -> None:
    expected = marked(example)
    found = extract(expected.text).drug_mentions
    assert [(m.start, m.end) for m in found] == list(expected.spans), [m.text for m in found]
    for mention, values in zip(found, expected.values, strict=True):
        assert mention.drug == values.get("drug", mention.drug)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("AMG451-akeytrudb ®™()/\n,.’‐TMinsulin "), max_size=80))
def test_any_text_gives_mentions_in_order_without_overlap(text: str) -> None:
    found = _finder(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.start < one.end and text[one.start : one.end] == one.text for one in found)


@cache
def _pipeline() -> Pipeline:
    return Pipeline()


def _finder(text: str) -> list[DrugMention]:
    return list(_pipeline().extract(article_from_text(text)).drug_mentions)
