"""What words weigh together and one by one: how far a rule reaches, which of two rules counts, parts of longer
terms."""

from __future__ import annotations

import pytest

WEIGHED = [
    # a rule stops at another clause, and at a denial that it does not name
    ("There were no meetings, and the deaths will be looked into.", []),
    ("We picked it up and then I read the paper again.", []),
    ("There is no hurry and the deaths were reported.", [("deaths were reported", -1)]),
    (
        "Deaths in the first year of the trial were not lower.",
        [("Deaths in the first year of the trial were not lower", -1)],
    ),
    ("Bleeding was not increased.", [("Bleeding was not increased", 0.8)]),
    # nobody's blame is praise, a blame of which something is denied is nothing
    (
        "Not one of the patients whom we treated complained.",
        [("Not one of the patients whom we treated complained", 0.5)],
    ),
    ("We are not calling it a disaster.", []),
    # a single word in the name of a thing says nothing
    ("We assume a probability of success of 40%.", []),
    # two arms side by side
    ("Infections were more common than we liked.", [("Infections were more common than", -0.8)]),
    ("Survival was longer than with chemotherapy.", [("Survival was longer than", 0.8)]),
    # what is not claimed, or said not to be shown
    ("We can not claim that it helps survival.", [("not claim that it helps", -1.2)]),
    ("The clinical benefit has not been demonstrated.", [("clinical benefit has not been demonstrated", -1.2)]),
    # less of something bad, and what becomes of that
    ("The reduction in strokes held up.", [("reduction in strokes held up", 1)]),
    ("The estimates may be too low.", [("estimates may be too low", 1)]),
]


@pytest.mark.parametrize(("words", "expected"), WEIGHED)
def test_what_words_weigh(extract, words, expected):
    (quote,) = extract(f"“{words[:-1]},” said Dr. Jane Roe, a cardiologist at the University of Leeds.").quotes
    assert [(word.text, word.weight) for word in quote.words] == expected
