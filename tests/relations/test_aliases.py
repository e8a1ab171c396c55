"""Which names are one medicine, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.model import Extraction
from extractor.rulebook import Rule, load_rulebook
from tests.marked import marked

ONE = [
    "Patients on [merlocitinib]{drug=merlocitinib} ([QXR-071]{drug=merlocitinib}) recovered",
    "[Zelvora]{drug=merlocitinib}® ([merlocitinib]{drug=merlocitinib} tablets) sells",
    "on [merlocitinib]{drug=merlocitinib} ([QXR-071]{drug=merlocitinib}/[ZLT-2210]{drug=merlocitinib})",
    "[QXR-071]{drug=merlocitinib}, also known as [merlocitinib]{drug=merlocitinib}, is an oral drug",
    "[TAK-279]{drug=zasocitinib}, also known as [zasocitinib]{drug=zasocitinib}, is an oral drug",
    "[merlocitinib]{drug=merlocitinib} (formerly [QXR-071]{drug=merlocitinib}) was given",
    "[Keytruda]{drug=pembrolizumab} with [QXR-071]{drug=QXR-071} was given; patients treated with [QXR-071] did well",
    "patients on [dalvocabtagene autoleucel]{drug='dalvocabtagene autoleucel'} (“[dalvo-cel]”) and [dalvo-cel]"
    "{drug='dalvocabtagene autoleucel'}",
    "[azacitidine]{drug=azacitidine} ([AZA]{drug=azacitidine}) was given; [AZA]{drug=azacitidine} is tolerated",
]

LABELS = [
    "Its conjugate [QXR-071]{drug='brelubart vedotin'} (INN: [brelubart vedotin]{drug='brelubart vedotin'}) was safe",
    "patients on [merlocitinib]{drug=merlocitinib} (development code: [QXR-071]{drug=merlocitinib}) recovered",
    "[QXR-071]{drug=psilocybin}, the company's [psilocybin]{drug=psilocybin}-based drug candidate, was safe in patients",
    "patients treated with [QXR-071]{drug=psilocybin} (Psi-MDD), its [psilocybin]{drug=psilocybin}-assisted therapy, did"
    " better than on [ketamine]{drug=ketamine} and [esketamine]{drug=esketamine} (all at 12 weeks)",
    "[QXR-071]{drug=esketamine}, a nasal spray of [esketamine]{drug=esketamine}, was safe in patients",
    "[QXR-071]{drug=QXR-071} was safe, and [psilocybin]{drug=psilocybin}-assisted therapy was safe in patients",
    "[QXR-071]{drug=QXR-071} beat the [adalimumab]{drug=adalimumab}-based treatment of patients with asthma",
    "[QXR-071]{drug=naloxone} (intranasal [naloxone]{drug=naloxone}) was safe in patients",
    "[QXR-071]{drug=adalimumab}, a proposed biosimilar of [adalimumab]{drug=adalimumab}, was safe in patients",
    "patients on [QXR-071]{drug=merlocitinib} ([ZLT-2210]{drug=merlocitinib}, [merlocitinib]{drug=merlocitinib}) recovered",
    "[Merlocitinib]{drug=merlocitinib} — brand name [Zelvora]{drug=merlocitinib}™, once called"
    " [LUM-207]{drug=merlocitinib} — is new",
    "[QXR-071]{drug=merlocitinib} ([merlocitinib]{drug=merlocitinib}): enrollment of patients with asthma is complete",
    "[IB1001]{drug=levacetylleucine} ([levacetylleucine]{drug=levacetylleucine}) was safe in patients",
]

NAMED_AS = [
    "[Adipravant]{drug=rimocabant}, chemically [rimocabant]{drug=rimocabant} and once known as"
    " [SBG 5517]{drug=rimocabant}, is a diet pill.",
    "[Merlocitinib]{drug=merlocitinib}, which used to be called [QXR-071]{drug=merlocitinib}, is a pill.",
    "patients on [merlocitinib]{drug=merlocitinib}, to be sold as [Zelvora]{drug=merlocitinib} if approved,",
    "If approved, [QXR-071]{drug=QXR-071} will be marketed as [Zelvora]{drug=QXR-071}®. [QXR-071]{drug=QXR-071} is a drug",
    "A jab sold under the name [Migravel]{drug=erulizumab} and known scientifically as [erulizumab]{drug=erulizumab}",
    "[Tamsira]{drug=melfinide} is Holt's brand of [melfinide]{drug=melfinide}, a pill. Sales of [Tamsira]{drug=melfinide}",
    "the tablet [Fervanta]{drug=iclomine} (active substance: [iclomine]{drug=iclomine}) for adults",
]

OF_THE_SUBJECT = [
    "Patients on [merlocitinib]{drug=merlocitinib} recovered. The injected antibody, also known as"
    " [HLD-118]{drug=merlocitinib}, was safe in patients.",
    "Patients on [merlocitinib]{drug=merlocitinib} recovered. The firm intends to file for approval in 2027 under the"
    " brand name [Corlaten]{drug=merlocitinib}, said its head.",
    "Patients on [merlocitinib]{drug=merlocitinib} recovered. If approved, the drug will be sold as"
    " [Myolan]{drug=merlocitinib}; it is dear.",
    "[Merlocitinib]{drug=merlocitinib} is better than [pembrolizumab]{drug=pembrolizumab}. Patients took"
    " [merlocitinib]{drug=merlocitinib} at home. It is marketed by Halden under the name [Zelvora]{drug=merlocitinib}.",
    "[Merlocitinib]{drug=merlocitinib} and [pembrolizumab]{drug=pembrolizumab} work. The drug will be sold as"
    " [Myolan]{drug=Myolan}; it is dear.",
]

BRANDS_WITH_A_STEM = [
    "Patients took [Cabrelin]{drug=zelutinib}, known chemically as [zelutinib]{drug=zelutinib}. [Cabrelin]{drug=zelutinib} works.",
    "the tablet [zelutinib]{drug=zelutinib} ([Doranib]{drug=zelutinib}) was safe in patients",
    "the tablets [zelutinib]{drug=zelutinib} ([doranib]{drug=doranib}) were safe in patients",
]

SEVERAL = [
    "[mRNA-1345]{drug=mRNA-1345} ([mRESVIA]{drug=mRNA-1345}) is a vaccine; [mRNA-1345]{drug=mRNA-1345} works",
    "[Zelvora]{drug=Zelvora} ([omeprazole]{drug=omeprazole}, [amoxicillin] and [rifabutin]) was launched; the company"
    " sells [Zelvora]{drug=Zelvora}, an oral medicine, for treatment of patients treated with [Zelvora]",
    "[Cresvio]{drug=Cresvio}® ([budesonide]{drug=budesonide}/[formoterol]{drug=formoterol}) was safe in patients",
    "[Cresvio]{drug=Cresvio}® ([budesonide]{drug=budesonide} with [formoterol]{drug=formoterol}) was safe in patients",
    "patients on [pembrolizumab]{drug=pembrolizumab} ([nivolumab]{drug=nivolumab}) recovered",
    "[carboplatin]{drug=carboplatin}/[pembrolizumab]{drug=pembrolizumab}",
]


@pytest.mark.parametrize("example", ONE + LABELS + NAMED_AS + OF_THE_SUBJECT + BRANDS_WITH_A_STEM + SEVERAL)
def test_names_of_one_medicine(example: str, extract: Callable[..., Extraction]) -> None:
    expected = marked(example)
    found = extract(expected.text)
    assert [m.text for m in found.drug_mentions] == expected.words
    for mention, values in zip(found.drug_mentions, expected.values, strict=True):
        assert mention.drug == values.get("drug", mention.drug), mention.text
    assert {m.drug for m in found.drug_mentions} == {drug.name for drug in found.drugs}


def test_who_said_so(extract: Callable[..., Extraction]) -> None:
    found = extract("Patients on merlocitinib (QXR-071) recovered, those on Keytruda and pembrolizumab did not.")
    aliases = {drug.name: [(a.name, a.rule, a.document_id) for a in drug.aliases] for drug in found.drugs}
    assert aliases["merlocitinib"] == [("QXR-071", "alias.bracket", found.article.id)]
    assert aliases["pembrolizumab"] == [("Keytruda", "drug.lexicon-brand", None)]


@pytest.mark.parametrize(
    ("name", "stem", "word"),
    [
        ("rocatinlimab", "limab", "immunomodulating"),
        ("upadacitinib", "citinib", "Janus"),
        ("metformin", "formin", "biguanide"),
    ],
)
def test_stems(name: str, stem: str, word: str, extract: Callable[..., Extraction]) -> None:
    (drug,) = extract(f"patients on {name}").drugs
    assert (drug.kind, drug.stem) == ("inn", stem)
    assert word in (drug.stem_meaning or "")


@pytest.mark.parametrize("name", ["rabies immune globulin", "AMG 451x"])
def test_no_stem(name: str, extract: Callable[..., Extraction]) -> None:
    assert [drug.stem for drug in extract(f"patients treated with {name}").drugs] in ([None], [])


def test_the_name_most_often_written(extract: Callable[..., Extraction]) -> None:
    text = "patients treated with QXR071 at 5 mg; QXR-071 was well tolerated; QXR-071 was safe"
    assert {m.drug for m in extract(text).drug_mentions} == {"QXR-071"}


def _examples() -> list[tuple[str, bool]]:
    rules: tuple[Rule, ...] = load_rulebook().family("alias")
    return [(e, True) for rule in rules for e in rule.examples] + [(e, False) for r in rules for e in r.counterexamples]


@pytest.mark.parametrize(("example", "joined"), _examples())
def test_examples_of_the_rules(example: str, joined: bool, extract: Callable[..., Extraction]) -> None:
    expected = marked(example)
    found = extract(expected.text)
    if joined:
        drugs = {(m.start, m.end): m.drug for m in found.drug_mentions}
        assert [drugs.get(span) for span in expected.spans] == [values["drug"] for values in expected.values]
    else:
        assert len({m.drug for m in found.drug_mentions}) == 2
