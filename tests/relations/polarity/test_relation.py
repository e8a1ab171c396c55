"""What quotations say for or against: phrases of the trade, directions, negation, contrast, hedges, the disease; the
arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.authoring.checking import check_rules
from extractor.model import PolarityWord
from extractor.relations.polarity import polarity_of, score_of
from tests.rulefiles import WriteRules

POSITIVE = """
compelling; robust; practice-changing; a game changer; best-in-class; unprecedented; spectacular; a home run; a clear win
a major advance; an important milestone; a significant step forward; one step closer to approval; a turning point
well tolerated; safe and effective; a clean safety profile; reassuring; a favorable safety profile; squeaky clean
met its primary endpoint; hit all of its endpoints; reached statistical significance; clear separation from placebo
durable responses; longer survival; a higher response rate; better quality of life; faster recovery; deep and durable
fewer deaths; a lower risk of stroke; fewer side effects; less pain; reduced hospitalizations; low dropout; slower progression
no new safety signals; no deaths; no serious adverse events; no evidence of toxicity; without side effects
better than expected; above expectations; exceeded our expectations; beyond our expectations; a pleasant surprise
on track for approval; a fast track designation; priority review; a positive opinion; likely to be approved; voted unanimously in favor
strong sales; robust demand; record revenue; raised guidance; gaining share; blockbuster potential; profitable growth
undervalued; bullish; an attractive entry point; a buying opportunity; a takeover target; oversold; de-risked; upside
the right call; fits like a glove; well within reach; no small feat; a vote of confidence; hard to beat; worth the wait
we are pleased; we are thrilled; we are excited; we are encouraged; we are proud; we are confident; we look forward to it; we are delighted
has the potential to transform care; underscores the potential of it; validates the approach; reinforces our belief; paves the way
I feel better; my life back; pain free; a lifeline for patients; real hope; a miracle; a much needed option; new hope for patients
"""

NEGATIVE = """
underwhelming; modest; marginal; unconvincing; lackluster; mediocre; tepid; middling; subpar; not compelling; less than stellar
a headwind; an overhang; the lower end of expectations; below expectations; worse than expected; weaker than expected; short of expectations
long-standing questions; open questions; serious doubts; skeptical; a red flag; a question mark; unproven; uncertain; cause for concern
missed its primary endpoint; did not meet its goal; failed to show a benefit; did not improve survival; no benefit; no difference; futile
a clinical hold; a complete response letter; a refuse-to-file letter; rejected; a negative opinion; voted against; not approvable
more deaths; a higher risk of bleeding; increased mortality; more side effects; liver toxicity; unsafe; a safety signal; a boxed warning
a setback; a heavy blow; a disaster; a step backward; back to the drawing board; dead on arrival; no path forward; the end of the road
disappointing; frustrated; heartbroken; let down; dismayed; worried; alarmed; a missed opportunity; deeply troubling; appalling
late to market; a crowded field; me-too; undifferentiated; losing share; generic competition; a patent cliff; stiff competition
slow uptake; weak sales; a profit warning; cut guidance; dilution; going concern; layoffs; running out of cash; a cash crunch
overpriced; a rich price; unaffordable; price gouging; a race to the bottom; not cost-effective
a tough sell; a long shot; too little, too late; hard to justify; an uphill battle; half-baked; on shaky ground; a coin flip
unsound; sloppy; misleading; flawed; cherry-picked; junk science; data integrity problems; misconduct; negligent; indefensible
hypothesis-generating at best; should be interpreted with caution; a grain of salt; too small
"""

NEUTRAL = """
a once-daily tablet; a Phase 3 trial; in the second half; line by line; two arms; a small molecule; the primary endpoint
a cardiologist; 48 weeks; the FDA; both sexes; a subcutaneous injection; the control arm; heart failure; weight loss
a mixed bag; too early to say; too soon to draw conclusions; too young to judge
"""


def phrases(table: str) -> list[str]:
    return [phrase.strip() for line in table.strip().splitlines() for phrase in line.split(";")]


def judged(extract, words: str) -> str:
    (quote,) = [
        quote for quote in extract(f'Jane Roe, an analyst at Jefferies, called it "{words}".').quotes if quote.direct
    ]
    return quote.polarity


def test_there_are_enough_phrases():
    assert len(phrases(POSITIVE)) + len(phrases(NEGATIVE)) >= 150


@pytest.mark.parametrize("phrase", phrases(POSITIVE))
def test_words_for(extract, phrase):
    assert judged(extract, phrase) == "positive"


@pytest.mark.parametrize("phrase", phrases(NEGATIVE))
def test_words_against(extract, phrase):
    assert judged(extract, phrase) == "negative"


@pytest.mark.parametrize("phrase", phrases(NEUTRAL))
def test_words_of_no_polarity(extract, phrase):
    assert judged(extract, phrase) == "neutral"


SENTENCES = [
    # company, words, polarity
    ("company", "We are pleased with these results and look forward to filing.", "positive"),
    ("company", "These data support the potential of our drug in this disease.", "positive"),
    ("company", "Despite the early dropouts, the results of the trial were compelling.", "positive"),
    ("company", "Although the trial was small, we are encouraged by these results.", "positive"),
    ("company", "Patients with this disease face debilitating symptoms and have few options.", "neutral"),
    ("company", "Current treatments have serious side effects and poor efficacy.", "neutral"),
    ("company", "There is a high unmet need for people living with this devastating disease.", "neutral"),
    (
        "company",
        "Our drug has the potential to address the unmet need of patients with this devastating disease.",
        "positive",
    ),
    ("company", "We are developing a tablet that is taken once a day for six months.", "neutral"),
    ("company", "We are deeply disappointed that the trial did not meet its primary endpoint.", "negative"),
    ("company", "We have decided to discontinue development of the drug in this setting.", "negative"),
    ("company", "By reducing the risk of stroke, the drug could change how doctors treat these patients.", "positive"),
    (
        "analyst",
        "The efficacy was encouraging, but the safety data are a serious concern and the label will hurt sales.",
        "negative",
    ),
    ("analyst", "The trial failed to show a benefit, and we see no path forward for the drug.", "negative"),
    ("analyst", "It is unclear whether the drug is better than what patients have today.", "neutral"),
    ("analyst", "The question is whether they can run a large trial and a launch at once.", "neutral"),
    ("analyst", "We are not worried about the label, and the launch is going well.", "positive"),
    ("analyst", "The shares are oversold, and we see the reaction as a buying opportunity.", "positive"),
    ("analyst", "There was no increase in mortality with the drug in either of the trials.", "positive"),
    ("analyst", "The drug did not reduce deaths in either of the trials that we have seen.", "negative"),
    ("company", "Migraine robs people of their best days, and it can ruin their careers.", "neutral"),
    ("analyst", "Patients for Affordable Drugs will speak before the vote of the committee.", "neutral"),
    ("analyst", "They have not shown that it is better than what we have today.", "negative"),
    ("analyst", "We were hoping for a clean win on every one of the endpoints.", "negative"),
    ("analyst", "The number of patients was at the top end of what we had modeled.", "positive"),
    ("analyst", "It is unclear whether the drug is effective, safe and well tolerated.", "neutral"),
    ("analyst", "The competitor's tablet is simpler, and doctors know that.", "negative"),
    ("analyst", "Fears about the liver are overblown, as far as we can tell.", "positive"),
    ("analyst", "We had feared a boxed warning on the label of the drug.", "positive"),
    ("analyst", "Everybody thought that the trial would fail, and it didn't.", "positive"),
    ("investigator", "We had every reason to believe that it would work, and it didn't.", "negative"),
    ("analyst", "I would not give up on this drug after a single trial.", "positive"),
    ("company", "While we are disappointed with the result, we thank everybody who took part.", "negative"),
    ("regulator", "Today's action provides a new option for people with this serious disease.", "positive"),
    ("investigator", "The risk of a stroke was about 40% higher with the drug.", "negative"),
    ("analyst", "The failure of the trial removes the main driver of our valuation.", "negative"),
    ("analyst", "It was tried before, and it did not end well for anybody.", "negative"),
    ("analyst", "The evidence for this drug is remarkably thin after ten years.", "negative"),
    ("analyst", "It does well in mice but it has done nothing in people.", "negative"),
    ("analyst", "Lower efficacy than expected and more discontinuations will weigh on the launch.", "negative"),
]
SPEAKER = {
    "company": "Jane Roe, chief executive of Acmera Therapeutics",
    "analyst": "Jane Roe, an analyst at Jefferies",
    "investigator": "Dr. Jane Roe, a cardiologist at the University of Leeds",
    "regulator": "Jane Roe, director of the FDA’s Office of New Drugs",
}


@pytest.mark.parametrize(("speaker", "words", "polarity"), SENTENCES, ids=lambda value: value[:50])
def test_sentences(extract, speaker, words, polarity):
    (quote,) = extract(f'"{words}" said {SPEAKER[speaker]}.').quotes
    assert quote.polarity == polarity


LEADS = [
    ('The agency said the trials did not provide "substantial evidence of effectiveness."', "negative"),
    ('Jefferies, less impressed, called the data "a number."', "negative"),
    ('Jefferies praised the plan as "a plan of its own."', "positive"),
    ('Jefferies called the data "robust."', "positive"),
]


@pytest.mark.parametrize(("text", "polarity"), LEADS)
def test_a_fragment_is_read_with_the_words_that_lead_to_it(extract, text, polarity):
    (quote,) = [quote for quote in extract(text).quotes if quote.direct]
    assert quote.polarity == polarity


ARITHMETIC = [
    ([], 0.0, 0.0, "neutral"),
    ([1.0], 0.0, 0.5, "positive"),
    ([-1.0], 0.0, -0.5, "negative"),
    ([1.0, -1.0], 0.0, 0.0, "neutral"),
    ([1.5, 1.0, -0.5], 0.0, 0.5, "positive"),
    ([0.3], 0.0, 0.231, "neutral"),
    ([0.3], 0.2, 0.333, "positive"),
    ([-0.3], 0.2, -0.231, "neutral"),
]


@pytest.mark.parametrize(("weights", "loyalty", "score", "polarity"), ARITHMETIC)
def test_the_arithmetic(weights, loyalty, score, polarity):
    words = [PolarityWord(start=0, end=1, text="x", rule="polarity.praise", weight=weight) for weight in weights]
    assert (score_of(words, loyalty), polarity_of(score)) == (score, polarity)


@given(st.lists(st.floats(-2, 2, allow_nan=False), max_size=30))
@settings(deadline=None)
def test_a_score_is_between_the_extremes_and_turns_with_its_words(weights):
    def words(sign: int) -> list[PolarityWord]:
        return [PolarityWord(start=0, end=1, text="x", rule="r", weight=sign * weight) for weight in weights]

    assert -1 <= score_of(words(1)) <= 1
    assert score_of(words(1)) == -score_of(words(-1))


def test_the_words_that_made_the_score_are_kept(extract):
    text = 'Jefferies called it "robust, but far from clean".'
    (quote,) = extract(text).quotes
    assert [(word.text, word.weight) for word in quote.words] == [("robust", 0.4), ("far from clean", -1.0)]
    assert all(text[word.start : word.end] == word.text for word in quote.words)


MINE = """\
- id: polarity.mine-beauty
  weight: 1
  pattern: "[terrible beauty]"
  examples: ['"It is a [terrible beauty]{weight=1}," said Jane Roe.']
- id: polarity.mine-rivals
  weight: -1
  pattern: "[a game changer for ...2 rivals]"
  examples: ['"It is [a game changer for its rivals]{weight=-1}," said Jane Roe.']
- id: polarity.mine-dies
  weight: -2
  pattern: "[{benefit} ...2 worrying]"
  examples: ['"The [efficacy is most worrying]{weight=-2}," said Jane Roe.']
"""


def test_a_rule_may_write_words_that_the_lexicon_has(write_rules: WriteRules) -> None:
    assert check_rules([write_rules({"mine.yaml": MINE})]) == (3, [])
