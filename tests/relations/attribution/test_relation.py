"""Who said a quotation: cues before, behind and inside, appositions, pronouns, nouns, neighbours; the speaker's firm
and kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROE = "Jane Roe, M.D., chief medical officer of Acmera Therapeutics, spoke in Boston. "
FIRM = "Acmera Therapeutics reported results. "

SPEAKERS = [
    # the cue behind
    ('"It works," said Jane Roe.', "Jane Roe"),
    ('"It works," Jane Roe said.', "Jane Roe"),
    ('"It works", said Jane Roe.', "Jane Roe"),
    ("‘It works’, Jane Roe says.", "Jane Roe"),
    ('"It works," added Jane Roe, Ph.D.', "Jane Roe"),
    ('"It works," noted Dr. Jane Roe.', "Jane Roe"),
    ('"It works," Jane Roe, M.D., chief executive of Acmera, explained.', "Jane Roe"),
    ('"It works," commented Professor Jane Roe of the University of Padua.', "Jane Roe"),
    ('"It works," according to Jane Roe.', "Jane Roe"),
    ('"It works," Jane Roe told reporters.', "Jane Roe"),
    ('"It works," Jane Roe wrote in a note to clients.', "Jane Roe"),
    ('"It works," Jane Roe has said.', "Jane Roe"),
    ('"It works," as Jane Roe put it.', "Jane Roe"),
    ('"It works," its chief medical officer, Jane Roe, told reporters.', "Jane Roe"),
    ('"It works," said lead investigator Jane Roe, M.D.', "Jane Roe"),
    ('"It works." — Jane Roe, chief executive of Acmera', "Jane Roe"),
    ('"It works well in most of them." Jane Roe said.', "Jane Roe"),
    # the cue before
    ('Jane Roe said: "It works."', "Jane Roe"),
    ('Jane Roe said, "It works."', "Jane Roe"),
    ('Jane Roe, chief executive of Acmera, said: "It works."', "Jane Roe"),
    ('Jane Roe, who has run such trials for years, said: "It works."', "Jane Roe"),
    ('Commenting on the data, Jane Roe stated, "It works."', "Jane Roe"),
    ('According to Jane Roe, "it works."', "Jane Roe"),
    ('Dr. Jane Roe is a professor of medicine at Duke University, who has studied it, says: "It works."', "Jane Roe"),
    ('Jane Roe called the data "robust."', "Jane Roe"),
    ('Jane Roe described the data as "robust."', "Jane Roe"),
    ('Jane Roe said that the data were "robust" in adults.', "Jane Roe"),
    ('Jane Roe said the company would answer the questions "line by line."', "Jane Roe"),
    ('Jane Roe opened by asking whether the rate was "a dealbreaker."', "Jane Roe"),
    ('A statement from Jane Roe spoke of "robust" data.', "Jane Roe"),
    ('Jane Roe on the data: "They are robust."', "Jane Roe"),
    ('Jane Roe was "deeply disappointed" by the data.', "Jane Roe"),
    ('In the words of Jane Roe, "it works."', "Jane Roe"),
    # inside, and from neighbour to neighbour
    ('"It works," said Jane Roe, "and it is safe."', "Jane Roe", "Jane Roe"),
    ('"It works," said Jane Roe. "It is safe as well, we think."', "Jane Roe", "Jane Roe"),
    ('Jane Roe called the data "robust" and the label "clean."', "Jane Roe", "Jane Roe"),
    ('"It works and it is safe," said Jane Roe.\n\n"We shall file for approval in May."', "Jane Roe", "Jane Roe"),
    ('Jane Roe was reserved. "Four in ten is a good rate," she said.', "Jane Roe"),
    # "it" is the firm that spoke last in the sentence before
    (
        'Jefferies called it a "disaster," while Leerink wrote that the panel had "no doubts." A launch is "impossible," it '
        "added.",
        "Jefferies",
        "Leerink",
        "Leerink",
    ),
    # the firm is that of the heading above
    (
        'Gout\n\nLeerink said no.\n\nJefferies: Bar Is High\n\nIt is a good drug, the firm said. "It works," it added.',
        "Jefferies",
    ),
    # people of a house, with any word before it
    ('"It works," a Pfizer spokesperson said in a statement.', "Pfizer"),
    ('"It works," another Boehringer Ingelheim official said.', "Boehringer Ingelheim"),
    ('"It works," one Jefferies analyst said.', "Jefferies"),
    # the people on a call are no part of a role
    ('On a call with analysts, Chief Executive Jane Roe was asked. "It works," she said.', "Jane Roe"),
    # "the agency" is none that only the quotation's own words name
    (
        'The European Medicines Agency met. "The Food and Drug Administration has seen the same data," the agency said.',
        "European Medicines Agency",
    ),
    (
        'The trial of Acmera Therapeutics failed. "It was harder than what Velmora Pharmaceuticals did," the company said.',
        "Acmera Therapeutics",
    ),
    # pronouns and surnames
    (ROE + '"It works," she said.', "Jane Roe"),
    (ROE + '"It works," Roe said.', "Jane Roe"),
    (ROE + '"It works," said Dr. Roe.', "Jane Roe"),
    (ROE + 'She added: "It works."', "Jane Roe"),
    ('John Doe and Jane Roe met. "It works," he said.', "John Doe"),
    ('John Doe and Jane Roe met. "It works," she said.', "Jane Roe"),
    (ROE + 'She added, however, that the effect was "almost absent."', "Jane Roe"),
    (
        '"It works," said Jan Eastgate, president of Acmera Therapeutics. "The rest we shall see," Eastgate said.',
        "Jan Eastgate",
        "Jan Eastgate",
    ),
    # whoever is spoken to or owns a thing speaks not
    ('Jane Roe of Acmera, who advised them until May, told the German Press Agency: "It works."', "Jane Roe"),
    ('Jefferies, in a note to investors, called it "more noise than news".', "Jefferies"),
    (
        'Jefferies was more sober, noting that the drug made up a tenth of the company’s value: "Painful, not fatal."',
        "Jefferies",
    ),
    # names that only what stands beside them tells
    ('"It works," said Sibylle Frenk of Zurich Bank.', "Sibylle Frenk"),
    ('Wanja Tolk, 38, a nurse from Hull, was in the trial. "It works," she said.', "Wanja Tolk"),
    (
        'Jane Roe said: "It works."\n\nWanja Tolk, 38, is a nurse. She tried three pills.\n\n"It works," she said.',
        "Jane Roe",
        "Wanja Tolk",
    ),
    ('Ken Abbott, whose wife was in the trial, was calm. "It works," he said.', "Ken Abbott"),
    ('Kidney Cancer Voices said that it was "appalled" by the decision.', "Kidney Cancer Voices"),
    ('Others were harsher. Liberel spoke of "lost trust".', "Liberel"),
    ('It is made by the Danish company Halvorn. "We are delighted," the firm said.', "Halvorn"),
    ('"It works," noted Will Stavros, a strategist for Jefferies.', "Will Stavros"),
    ('Acmera’s chairman, Beat Zellmann, told the Neue Zeitung that it was "late".', "Beat Zellmann"),
    ('"It works," said Tanya, a 44-year-old from Leeds.', "Tanya"),
    ('Jefferies’ Mani Farook was calm: "It works."', "Mani Farook"),
    ('The Government’s medicines watchdog said it was "late".', "medicines watchdog"),
    ('BMO’s Jane Roe called it "late". The analyst sees no gain "until May."', "Jane Roe", "Jane Roe"),
    # words before their speaker in the same sentence, and far from the verb
    ('Some "left it out," but "those are few," Jane Roe stressed.', "Jane Roe", "Jane Roe"),
    ('The "profound effect" on vision will last, Jane Roe added.', "Jane Roe"),
    ('"This is our moonshot," is how Jane Roe, who founded it, describes it.', "Jane Roe"),
    ('It "helps," Jane Roe and her colleagues wrote.', "Jane Roe"),
    # words that no rule knows, beside a verb of saying
    ('"Our prices are fair," said TrustedPills.com. "Always."', "TrustedPills.com", "TrustedPills.com"),
    ('"It works," the desk of a large fund wrote.', "desk of a large fund"),
    ('Two people with knowledge of the matter said: "It works."', "people with knowledge of the matter"),
    (
        'Acmera Therapeutics withdrew it. Doctors should decide "case by case", its statement said.',
        "Acmera Therapeutics",
    ),
    # "it" behind a verb, "a spokesman" behind a comma, a verb that nobody does, "the" before a name
    (
        '"No," said John Doe. The investigator, Jane Roe of Duke University, put it this way: "It works."',
        "John Doe",
        "Jane Roe",
    ),
    ('When asked about Acmera Therapeutics, a spokesman replied that it was "late".', "Acmera Therapeutics"),
    ('The NHS is to offer a drug that Jane Roe called "late".', "Jane Roe"),
    ('Patients should "see their doctor," the EMA said.', "EMA"),
    ('His mum Angela says: "It works."', "Angela"),
    ('"It works," said Jane Roe. The head of research noted that it was "late".', "Jane Roe", "Jane Roe"),
    ('A spokeswoman for the EMA said the agency’s review was "late".', "EMA"),
    ('The Lung Foundation, which has invested in Acmera Therapeutics, said it watched "closely."', "Lung Foundation"),
    ('Over at Raymond James, Devi Kapurna wondered "whether it works."', "Devi Kapurna"),
    ('An editorial by Kostis Lyketis of Duke University called it "late".', "Kostis Lyketis"),
    ('Jane P. Roe, M.D., vice president of research, said: "It works."', "Jane P. Roe"),
    ('John Doe of Jefferies opened the session by asking whether it was "a dealbreaker" for them.', "John Doe"),
    # a line that signs
    ("“It gave me two good years.”\n\nJane Roe, trial participant\n\nMore was said later.", "Jane Roe"),
    # short sentences behind others
    ('"It works," said Jane Roe. "Today that ends."', "Jane Roe", "Jane Roe"),
    ('"It works," said Jane Roe. "Never."', "Jane Roe", "Jane Roe"),
    # words quoted in a heading
    ("# Watchdog rejects ‘lifeline’ drug\n\nJane Roe said: ‘It is a lifeline for many.’", "Jane Roe", "Jane Roe"),
    # organisations and those who speak for them
    ('Jefferies called the data "modest."', "Jefferies"),
    ('Analysts at Jefferies called the data "modest."', "Jefferies"),
    ('The data were "modest," Jefferies analysts wrote.', "Jefferies"),
    ('"The data are modest," analysts at Jefferies said in a note.', "Jefferies"),
    ('A note from Jefferies spoke of "modest" data.', "Jefferies"),
    ('The shares fell on Jefferies’ "deep disappointment" with the data.', "Jefferies"),
    ('Jefferies was "not surprised" by the data.', "Jefferies"),
    ('Jefferies saw the data on Monday. The firm said they were "modest."', "Jefferies"),
    ('William Blair read the data. Analysts called them "modest."', "William Blair"),
    (
        'Piper Sandler was not so sure. The firm noted that 92% stayed on it. "Adherence is efficacy," it said.',
        "Piper Sandler",
    ),
    (FIRM + 'The company said it was "pleased" with them.', "Acmera Therapeutics"),
    (FIRM + 'The drugmaker called them "robust."', "Acmera Therapeutics"),
    ('Acmera Therapeutics said in a statement that it was "pleased."', "Acmera Therapeutics"),
    ('The FDA said inspectors had found "torn records."', "FDA"),
    ('The Sarcoma Patients Union said it was "bitterly disappointed."', "Sarcoma Patients Union"),
    ('Parents for Muscle Research said it was "heartbroken."', "Parents for Muscle Research"),
    ('Tarrant & Boyle called his method "unsound."', "Tarrant & Boyle"),
    ('The National Eczema Alliance, a patient group, called it "a welcome step."', "National Eczema Alliance"),
    ('Orsena Oncology said that the data were "practice-changing."', "Orsena Oncology"),
    ('Jefferies called it "modest," while analysts at Stifel wrote that it was "robust."', "Jefferies", "Stifel"),
    ('Jane Roe of Duke University, who voted yes, said the vote was a certainty that "nobody can give."', "Jane Roe"),
]


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: case[0][:60])
def test_the_speaker(extract, case):
    text, *speakers = case
    assert [quote.speaker for quote in extract(text).quotes if quote.direct] == speakers


OF_ACMERA = "Acmera Therapeutics Inc. has a pill. Acmera sells it, and Acmera Therapeutics is glad.\n\n"
OF_DUKE = "Old pill works\n\nResearchers at Duke University have shown in a study that an old pill works.\n\n"

ORGANIZATIONS = [
    ('"It works," said Jane Roe, chief executive of Acmera Therapeutics.', "Acmera Therapeutics", "company"),
    ('"It works," said Jane Roe, CEO of Acmera.', "Acmera", "company"),
    ('"It works," said Jane Roe, Acmera Therapeutics’ head of research.', "Acmera Therapeutics", "company"),
    ('"It works," said Acmera Therapeutics CEO Jane Roe.', "Acmera Therapeutics", "company"),
    ('"It works," said Jane Roe, an analyst at Jefferies.', "Jefferies", "analyst firm"),
    ('"It works," said Jefferies analyst Jane Roe.', "Jefferies", "analyst firm"),
    ('"It works," said Jane Roe, who covers the stock for Union Quay Capital.', "Union Quay Capital", "analyst firm"),
    ('"It works," said Jane Roe, an analyst at Laidlaw & Company.', "Laidlaw & Company", "analyst firm"),
    ('"It works," said Jane Roe, M.D., professor of medicine at Duke University.', "Duke University", "investigator"),
    ('"It works," said Jane Roe, a cardiologist at St. Luke’s Hospital.', "St. Luke’s Hospital", "investigator"),
    ('"It works," said Jane Roe, an endocrinologist at AIIMS, New Delhi.', "AIIMS", "investigator"),
    (
        '"It works," said Jane Roe, who heads the clinic at the Turku Institute of Health.',
        "Turku Institute of Health",
        "investigator",
    ),
    ('"It works," said Jane Roe of Dana-Farber Cancer Institute.', "Dana-Farber Cancer Institute", "investigator"),
    (
        '"It works," said Jane Roe, former president of the Lung Association and director at Padua Hospital.',
        "Padua Hospital",
        "investigator",
    ),
    ('"It works," said Jane Roe, an FDA statistician.', "FDA", "regulator"),
    (
        '"It works," said Jane Roe, policy director of the National Mood Alliance.',
        "National Mood Alliance",
        "patient group",
    ),
    (
        '"It works," said Jane Roe, president of Consumers for Safe Medicine.',
        "Consumers for Safe Medicine",
        "patient group",
    ),
    (
        'Acmera Therapeutics, Inc. (Nasdaq: ACME) today reported data.\n\n"It works," said Jane Roe, chief executive officer.',
        "Acmera Therapeutics",
        "company",
    ),
    (
        'Acmera’s chair, Jane Roe, will join Corliss Pharma’s board when the deal closes. "It works," she said.',
        "Acmera",
        "company",
    ),
    (
        'Jane Roe, M.D., Chief Medical Officer of Acmera Therapeutics, will propose it to the FDA. "It works," she said.',
        "Acmera Therapeutics",
        "company",
    ),
    # "its", "the charity", a clause: whom the role is with
    ('Acmera Therapeutics rose. "It works," said its chief executive, Jane Roe.', "Acmera Therapeutics", "company"),
    (
        'The Mood Alliance was angry. "It works," said Jane Roe, who chairs the charity.',
        "Mood Alliance",
        "patient group",
    ),
    (
        'The Mood Alliance was angry. "It works," said the charity’s president, Jane Roe.',
        "Mood Alliance",
        "patient group",
    ),
    (
        'A registry is kept by Duke University. "It works," said Jane Roe, who runs it.',
        "Duke University",
        "investigator",
    ),
    (
        '"It works," said Senator Jane Roe of Maine, who leads the Senate Committee on Aging.',
        "Senate Committee on Aging",
        "regulator",
    ),
    (
        'Acmera Therapeutics fell. The company’s research chief, Jane Roe, was calm. "It works," she said.',
        "Acmera Therapeutics",
        "company",
    ),
    (
        'A patients’ association, Borrelo Bund, was calm. "It works," said its spokeswoman Jane Roe.',
        "Borrelo Bund",
        "patient group",
    ),
    (
        'Acmera Therapeutics fell. Helmund AG, which sells it in Europe, will wait, spokesman John Roe said. "It works," he wrote.',
        "Helmund",
        "company",
    ),
    (
        'The National Institute for Health and Clinical Excellence (Nice) met. Nice was calm. "It works," said Jane Roe of Nice.',
        "Nice",
        "regulator",
    ),
    ('"It works," said Jane Roe, vice-chair of the CHMP.', "CHMP", "regulator"),
    ('"It works," said Jane Roe, M.D., of Fox Chase Cancer Center.', "Fox Chase Cancer Center", "investigator"),
    ('"It works," Commissioner Jane Roe said in an FDA news release.', "FDA", "regulator"),
    ('NICE met. Jane Roe, director of evaluation at the institute, said: "It works."', "NICE", "regulator"),
    (
        'Public Citizen met. "It works," said Jane Roe, who heads the group’s program.',
        "Public Citizen",
        "patient group",
    ),
    ('"It works," said Jane Roe, chief of surgery at Norvell Health.', "Norvell Health", "investigator"),
    ('"It works," said Roe. Jane Roe works at Duke University.', "Duke University", "investigator"),
    (
        '"It works," said Roe. Jane Roe, Ph.D., is the chief executive of Acmera Therapeutics.',
        "Acmera Therapeutics",
        "company",
    ),
    ('"It works," said Roe. Jane Roe is Acmera’s chief executive.', "Acmera", "company"),
    ('"It works," said Roe. Jane Roe covers biotech at Jefferies.', "Jefferies", "analyst firm"),
    ('French drugmaker Orvanel met. "It works," research chief Jane Roe said.', "Orvanel", "company"),
    ('Luc Roe, a nurse at Duke University, met Jane Roe, a patient. "It works," she says.', None, "patient group"),
    ('"It works," said Jane Roe, a geriatrician at Duke University who writes.', "Duke University", "investigator"),
    ('"It works," said Jane Roe, a tireless writer at Duke University.', "Duke University", "investigator"),
    ('"It works," said Jane Roe, who runs a health fund at Granite Crag.', "Granite Crag", "investigator"),
    ('Cortavel’s sleep drug failed. Chief executive Jane Roe blamed "bad luck".', "Cortavel", "company"),
    ('Sterlin & Roe fell. Jane Roe is Sterlin’s chief executive. "It works," she said.', "Sterlin & Roe", "company"),
    ('"It works," said Jane Roe of the watchdog group Velora Watch.', "Velora Watch", "patient group"),
    ('The Alzheimer’s Association said it was "elated."', "Alzheimer’s Association", "patient group"),
    ('Over at Raymond James, Jane Roe wondered "whether it works."', "Raymond James", "analyst firm"),
    (
        'Kyniko founder Jane Roe, a veteran who is not involved in Acmera Therapeutics, said it was "late".',
        "Kyniko",
        "company",
    ),
    (
        'The drug’s Latvian maker, Grindvik, took issue. "It works," its director, Jane Roe, said.',
        "Grindvik",
        "company",
    ),
    (
        "Acmera Therapeutics appoints Jane Roe\n\nAcmera Therapeutics has a plan. Before, Dr. Roe was head of research at Corliss Pharma.\n\n"
        '"It works," said Dr. Roe.',
        "Acmera Therapeutics",
        "company",
    ),
    ('The WHO met. "It works," said Jane Roe, director of its malaria programme.', "WHO", "regulator"),
    ('The Mood Alliance met. "It works," said Jane Roe, who runs the shots program.', None, "other"),
    (
        'The Breast Cancer Alliance said it was "late". Chief executive Jane Roe spoke.',
        "Breast Cancer Alliance",
        "patient group",
    ),
    (
        '"It works," said Jane Roe, portfolio manager at Harbor Asset Management.',
        "Harbor Asset Management",
        "company",
    ),
    ('Duke University has a new test. "It works," said Jane Roe, Ph.D.', "Duke University", "other"),
    ('Duke University has a new test. "It works," said Jane Roe, 61, of Hull.', None, "other"),
    ('"It works," said Jane Roe, who follows the shares at Metzlar.', "Metzlar", "investigator"),
    (
        '"It works," said Jane Roe of the University of Alabama at Birmingham.',
        "University of Alabama at Birmingham",
        "investigator",
    ),
    ('Acmera Therapeutics fell. "It works," said Jane Roe, a past president of a guild.', None, "company"),
    ('"It works," said Jane Roe, director of the Sleep Clinic at Duke University.', "Duke University", "investigator"),
    (
        'Boston-based Sionnel Therapeutics fell. "It works," said Sionnel’s CEO, Jane Roe.',
        "Sionnel Therapeutics",
        "company",
    ),
    # whose executive or scholar somebody without an organisation is
    (OF_ACMERA + '"It works," said Jane Roe, chief executive.', "Acmera Therapeutics", "company"),
    (OF_ACMERA + '"It works," said Jane Roe, chair of the panel.', None, "other"),
    (OF_ACMERA + '"It works," said Jane Roe, the county’s health director.', None, "other"),
    (OF_ACMERA + 'At Padua Hospital, said Jane Roe, head of nursing, it is "good".', "Padua Hospital", "investigator"),
    (
        OF_ACMERA
        + "Corliss Pharma fell.\n\nEuropean partner Corliss Pharma, which owns half of Acmera, is not amused. "
        '"It is a hard year for all of us," spokesman Jens Roe said.',
        "Corliss Pharma",
        "company",
    ),
    (OF_DUKE + '"It works," said Jane Roe, a professor of medicine.', "Duke University", "investigator"),
    (OF_DUKE + '"It works," said Jane Roe, a cardiologist who was not involved in it.', None, "investigator"),
    ('The FDA said it was "untrained."', "FDA", "regulator"),
    ('The F.D.A. said it was "untrained."', "FDA", "regulator"),
    ('Jefferies called it "modest."', "Jefferies", "analyst firm"),
]


@pytest.mark.parametrize(("text", "organization", "kind"), ORGANIZATIONS, ids=lambda value: str(value)[:60])
def test_the_organization_and_the_kind_of_speaker(extract, text, organization, kind):
    (quote,) = [quote for quote in extract(text).quotes if quote.direct]
    assert (quote.organization, quote.speaker_kind) == (organization, kind)


def test_an_executive_without_a_firm_is_of_the_patient_group_that_spoke_last(extract):
    text = 'Breast Cancer Alliance Wales said it was "late".\n\nChief executive Jane Roe said: "It works."'
    assert [quote.organization for quote in extract(text).quotes] == ["Breast Cancer Alliance Wales"] * 2


def test_he_is_the_spokesman_without_a_name_who_spoke_last(extract):
    text = (
        "Jack Roe, an oncologist at Padua Hospital, was glad.\n\n"
        'A spokesman for Acmera Therapeutics said it was "sorry". "It is sold in many countries," he said.'
    )
    assert [quote.speaker for quote in extract(text).quotes if quote.direct] == ["Acmera Therapeutics"] * 2


def test_in_a_round_up_an_executive_is_of_the_company_of_the_paragraph(extract):
    text = (
        "Acmera Therapeutics rose. Acmera Therapeutics has a plan, and Acmera Therapeutics keeps to it.\n\n"
        'Corliss Pharma fell. Corliss Pharma has no plan. "It is a hard year for all of us," said CEO Jane Roe.'
    )
    (quote,) = extract(text).quotes
    assert quote.organization == "Corliss Pharma"


def test_the_role_is_as_written_and_a_sponsor_is_interested(extract):
    text = 'Acmera Therapeutics sells Keytruda. "Keytruda works," said Jane Roe, chief medical officer of Acmera Therapeutics.'
    (quote,) = extract(text).quotes
    assert (quote.role, quote.interested, quote.cue) == ("chief medical officer", True, "said")


def test_an_opinion_without_marks_is_indirect(extract):
    (quote,) = extract("Jefferies said it was disappointed by the data.").quotes
    assert (quote.direct, quote.speaker, quote.polarity) == (False, "Jefferies", "negative")


def test_a_fragment_that_nobody_says_is_no_quote(extract):
    assert extract("The “gold standard” of care is older.").quotes == ()


WORDS = [
    "Jane",
    "Roe",
    "Acmera",
    "said",
    "“It works,”",
    "she",
    "Dr.",
    "of",
    "Jefferies",
    "analyst",
    ".",
    "\n\n",
    "the",
    "CEO",
    "‘",
    "”",
    ":",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_speakers_that_it_names(extract, words):
    text = " ".join(words)
    for quote in extract(text).quotes:
        assert quote.speaker is None or set(quote.speaker.split()) <= set(
            text.replace(".", " ").replace(":", " ").split()
        ) | {"Dr."}
