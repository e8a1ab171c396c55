"""The drug that a quotation is about."""

from __future__ import annotations

import pytest

ABOUT = "Keytruda met its goal in lung cancer.\n\n"
SAID = "said Jane Roe, chief executive of Acmera Therapeutics."
MANY = "Three drugs to watch\n\nKeytruda was given to adults.\n\nOpdivo was given to children.\n\nHumira was given to both.\n\n"
LATE = "A new device\n\n" + "It freezes what should not grow. It does not hurt.\n\n" * 6

CASES = [
    # its own words, then its sentence, then what the article is about
    (f'"Keytruda works in these adults," {SAID}', "pembrolizumab"),
    (ABOUT + f'"It works in most of the adults that we treated," {SAID}', "pembrolizumab"),
    (ABOUT + f'"These results are robust and durable in all of them," {SAID}', "pembrolizumab"),
    (ABOUT + 'Jefferies called the data on Opdivo "modest".', "nivolumab"),
    (ABOUT + 'Jefferies called it "modest".', "pembrolizumab"),
    (MANY + 'Keytruda is sold by Merck. Jefferies called it "modest".', "pembrolizumab"),
    (MANY + 'Jefferies called it "modest".', "adalimumab"),
    # what is named in passing is no topic where the headline tells of another drug
    (
        "Opdivo fails in lung cancer\n\nOpdivo did not prolong life.\n\nOne patient was given Soliris.\n\nAnother had to stop Humira.\n\n"
        'Jefferies called it "a heavy blow".',
        "nivolumab",
    ),
    # comparators, rivals and earlier treatments
    (ABOUT + f'"It is better than Opdivo, as we had hoped it would be," {SAID}', "pembrolizumab"),
    (ABOUT + f'"The bar was set by Opdivo, and this does not clear it," {SAID}', "pembrolizumab"),
    (ABOUT + 'After Opdivo, Jefferies said, others would ask for "the same discount".', "pembrolizumab"),
    (ABOUT + 'Jefferies called it "modest" beside Opdivo.', "pembrolizumab"),
    ('Keytruda tops Opdivo in a study\n\nKeytruda won.\n\nJefferies called it "modest".', "pembrolizumab"),
    (MANY + 'Humira sold well. Jefferies called the launch "the best since Keytruda".', "adalimumab"),
    (
        "New blood thinner tops an old one\n\nBrilinta, which is new, prevented more strokes than the blockbuster drug Plavix.\n\n"
        "Strokes struck 4% of those on Brilinta, compared with 6 percent of the Plavix group.\n\n"
        "Plavix was approved in 1997.\n\nBrilinta costs more.\n\n"
        'Jefferies called the data "a clear win".',
        "ticagrelor",
    ),
    # a second drug that is named nearly as often is a subject of its own
    (
        "Two drugs of one company\n\nKeytruda grew.\n\nKeytruda was approved for children.\n\nKeytruda costs more.\n\n"
        "Opdivo fell.\n\nOpdivo was recalled.\n\nOpdivo failed in a trial.\n\n"
        'Jefferies called the outcome "a heavy blow".',
        "nivolumab",
    ),
    # a rival's medicine is named more often
    (
        "Kestrel Biopharma Inc. soars\n\nKestrel Biopharma (NASDAQ: KSTL) said that QXR-071, its pill, works.\n\n"
        "The one to beat is Merck's (NYSE: MRK) Keytruda. Keytruda is dear.\n\n"
        'Jefferies called the pill "a real advance".',
        "QXR-071",
    ),
    # a drug that is named late and in passing, or behind the quotation, or in the furniture alone, or as an example, is no subject
    (LATE + f'"It works in most of the adults that we treated," {SAID}', None),
    (LATE + f'"We are pleased with these results of the device," {SAID}\n\nKeytruda is dear.', None),
    (LATE + 'Keytruda is dear. Jefferies called it "modest".', "pembrolizumab"),
    (
        LATE + "Keytruda is given with it.\n\n" + f'"The results of this trial show that it works," {SAID}',
        "pembrolizumab",
    ),
    (LATE + "Keytruda is given with it.\n\n" + f'"You see people come home from the war with it," {SAID}', None),
    (
        f'Acmera Therapeutics keeps its listing\n\n"It is a milestone that reflects discipline," {SAID}\n\n'
        "The money will be spent on Keytruda.",
        None,
    ),
    (
        f'Acmera Therapeutics moves\n\n"It is a milestone that will help us all," {SAID}\n\n'
        "About Acmera Therapeutics\n\nAcmera Therapeutics is a company whose lead product is Keytruda.",
        None,
    ),
    (f'Acmera Therapeutics has a new patch for medicines such as Keytruda.\n\n"It works well in adults," {SAID}', None),
    # in an article about one drug, another one may be what people had before
    (ABOUT + f'"These are adults for whom Opdivo was the only choice until now," {SAID}', "pembrolizumab"),
    (ABOUT + f'Opdivo is next.\n\nOpdivo failed.\n\n"In these adults Opdivo was dear," {SAID}', "nivolumab"),
    (ABOUT + f'"Opdivo is what most of my adults still get," {SAID}', "nivolumab"),
    (ABOUT + f'"Given what happened with Opdivo, we will be careful with it," {SAID}', "pembrolizumab"),
    # the drug right before a fragment; the one drug of the sentence before
    (
        ABOUT + 'Jefferies said that there is little to add to Keytruda and that Opdivo has "raised the bar".',
        "nivolumab",
    ),
    (ABOUT + 'Kestrel Biopharma sells Opdivo. Jefferies called the launch "disappointing".', "nivolumab"),
    (ABOUT + 'Keytruda is new. Kestrel Biopharma sells Opdivo. Jefferies called the launch "poor".', "pembrolizumab"),
    (ABOUT + 'Kestrel Biopharma sells Opdivo. "It has sold well for many years," Jefferies said.', "nivolumab"),
    (ABOUT + f'Some had to take Opdivo. "We had hoped for more from our own study," {SAID}', "pembrolizumab"),
    # whose medicine it is
    (
        ABOUT
        + 'Nothing is better than Kestrel Biopharma\'s Opdivo.\n\n"Our medicine has stood the test of time," said '
        "Max Moe, chief executive of Kestrel Biopharma.",
        "nivolumab",
    ),
    # what is long in use is no topic beside a new drug
    (
        "A new pill fails\n\nAcmera Therapeutics said that QXR-071 failed.\n\nOpdivo is old. Keytruda is dear. Humira is both.\n\n"
        'Jefferies called it "a heavy blow".',
        "QXR-071",
    ),
    # the trial that is named tells the drug
    (
        "Two drugs of one company\n\nKeytruda grew in the ALPINA-1 trial.\n\nOpdivo shrank in the BERGEN-2 trial.\n\n"
        f'"We are sorry that ALPINA-1 took so long," {SAID}',
        "pembrolizumab",
    ),
    # the company as a whole, the disease; in an article about one drug, what is named first decides
    (ABOUT + f'"These data and the cash that we have let us begin the next trial," {SAID}', "pembrolizumab"),
    (ABOUT + f'"We have cash for two years, and these data will come next year," {SAID}', None),
    (ABOUT + f'"After meetings with the FDA we will bring our programs to patients," {SAID}', "pembrolizumab"),
    (
        ABOUT + 'Jane Roe, chief executive of Acmera Therapeutics, said the rejection reflects "our portfolio".',
        "pembrolizumab",
    ),
    (
        ABOUT
        + 'Jane Roe, chief executive of Acmera Therapeutics, praised the drug, and said it has "a strong portfolio".',
        None,
    ),
    (ABOUT + f'"Our pipeline and our portfolio have never been as strong as today," {SAID}', None),
    (ABOUT + f'"Revenue in the quarter rose, and cash will last for two years," {SAID}', None),
    (ABOUT + f'"I am joining a company with a strong board and a talented team," {SAID}', None),
    (ABOUT + '"I told the company and its board so," said Jane Roe, an oncologist at Harvard.', "pembrolizumab"),
    (ABOUT + '"Too many patients never get there in time," said Jane Roe, an oncologist at Harvard.', None),
    (ABOUT + '"These patients can breathe again at night," said Jane Roe, an oncologist at Harvard.', "pembrolizumab"),
    (ABOUT + '"Thirty patients are thirty patients," said Jane Roe, an oncologist at Harvard.', "pembrolizumab"),
    (ABOUT + f'"I am delighted to have him join us at this time in this program," {SAID}', None),
    (ABOUT + f'"Lung cancer is a leading cause of death, and many patients are diagnosed late," {SAID}', None),
    # an illness that the article's patients have, classes of medicines, what leads away from the drug, what patients are told
    (ABOUT + f'It was given to adults with angioedema (AE).\n\n"AE attacks come by night and by day," {SAID}', None),
    (
        ABOUT + f'It was given to adults with angioedema (AE).\n\n"These attacks come by night and by day," {SAID}',
        "pembrolizumab",
    ),
    (
        ABOUT + f'It was given to adults with angioedema.\n\n"We have known angioedema for many years," {SAID}',
        "pembrolizumab",
    ),
    (ABOUT + f'"Oral acid blockers have a rapid onset of action in adults," {SAID}', None),
    (ABOUT + f'"The bigger problem is that hardly any adults ever come to a clinic," {SAID}', None),
    (ABOUT + '"We were told that he might never walk, and we wept," said Jane Roe, his mother.', None),
    (ABOUT + f'"Making patients wait for another year would make no sense," {SAID}', "pembrolizumab"),
    ("Nothing is known.\n\n" + f'"It works in most of the adults that we treated," {SAID}', None),
]


@pytest.mark.parametrize(("text", "drug"), CASES, ids=lambda value: str(value)[-60:])
def test_the_drug_of_a_quotation(extract, text, drug):
    (quote,) = [quote for quote in extract(text).quotes if quote.direct]
    assert quote.drug == drug
