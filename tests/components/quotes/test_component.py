"""Which words between quotation marks are quotes: marks of every kind, and what is nobody's words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.components.quotes.marks import paragraphs_of, quotations
from tests.marked import marked

MARKS = [
    "She stated, “[We work with Oxley (“OXB”) on it and look forward to more.]\n\n“[The next one will be better.]”",
    "She stated, “[2024 was a good year for all of us here.]\n\n \n\n“[The next one will be better.]”",
    "He is a “[liar]’’ and it is “[a lie.]’’ So it is.",
    "“[One.]” she said.",
    '"[One.]" she said.',
    "‘[One.]’ she said.",
    "«[One.]» she said.",
    "« [One.] » she said.",
    "„[One.]“ she said.",
    "``[One.]'' she said.",
    "She said: “[One.]”",
    "She said: “[One.] ”",
    "“[One,]” she said, “[and two.]”",
    '"[One,]" she said, "[and two.]"',
    "‘[One,]’ she said, ‘[and two.]’",
    "“[One]” and “[two]” and “[three]”",
    "“[She said ‘one’ and went.]”",
    "‘[She said “one” and went.]’",
    "'[She said \"one\" and went.]'",
    "\"[She said 'one' and went.]\"",
    "‘[It’s the patients’ view,]’ she said.",
    "'[It's hers,]' she said.",
    "The patients’ view and the firm’s view.",
    "The '90s were the drug’s decade.",
    "Rock 'n' roll.",
    'A 5" screen and a 12" screen.',
    '"[A 5" screen is all we need,]" she said.',
    'She said that it "[lacks the force of HBX-3019]" and that it "[falls short]".',
    "“[One.]”\n\n“[Two.]”",
    "“[One goes on.]\n\n“[Two closes it.]” she said.",
    "“[One goes on.]\n\n“[Two goes on.]\n\n“[Three closes it.]” she said.",
    '"[One goes on.]\n\n"[Two closes it.]" she said.',
    "A mark “ that nobody closes.\n\n“[Two.]” she said.",
    'A mark " that nobody closes.\n\n"[Two.]" she said.',
    "A mark ” that nobody opened.\n\n“[Two.]” she said.",
    "She said: “[One is never closed and runs to the end of it.]",
    "(“[One.]”)",
    "—“[One.]”—",
    "“[One.]”1 she said.",
    "She said “[one]”, and “[two]”.",
    "“[Does it?]” she asked.",
    "“[It does!]” she said.",
    "“[It … does,]” she said.",
    "“[It (sic) is allowed.]”",
    "The results were “[modest]”.",
    "“”",
    "“ ”",
    '""',
    "No marks at all.",
]


@pytest.mark.parametrize("example", MARKS)
def test_marks(example):
    expected = marked(example)
    found = quotations(expected.text, paragraphs_of(expected.text, False))
    assert [expected.text[q.start : q.end] for q in found if q.end > q.start] == expected.words


NOBODYS = [
    "Acmera Therapeutics (the “Company”) announced results.",
    "Acmera Therapeutics (“Acmera” or the “Company”) announced results.",
    "Words such as “may,” “will” and “could” identify forward-looking statements.",
    "This release contains “forward-looking statements” within the meaning of the law.",
    "A poster titled “Sleep in the elderly” was shown.",
    "The paper “Sleep in the elderly” was published.",
    "Its shares trade under the symbol “ACME”.",
    "Roe J. “Sleep in the elderly,” Journal of Rest, 2021.",
    "Jefferies kept its “hold” rating on the shares.",
    "Jane Roe of Jefferies cut her rating to “market perform.”",
    "Jefferies moved it to “sell” from “hold”.",
    "Jefferies said that it costs £20,000 per “quality-adjusted year”.",
    "Jefferies rates the shares “buy”.",
    "The term “remission” means a score below seven.",
    "The so-called “fast track” was closed.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_nobodys_words(extract, text):
    assert [quote.text for quote in extract(text).quotes if quote.direct] == []


TEXTS = st.text(alphabet=st.sampled_from("aB c.,’‘“”\"'«»\n-()5"), max_size=120)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_quotation_leaves_its_paragraph(text):
    paragraphs = paragraphs_of(text, False)
    found = quotations(text, paragraphs)
    for quotation in found:
        assert any(start <= quotation.start <= quotation.end <= end for start, end in paragraphs)
    assert all(one.outer_end <= other.outer_start for one, other in pairwise(found))


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_gives_quotes_with_its_own_words(extract, text):
    for quote in extract(text).quotes:
        assert quote.text == text.replace("\r\n", "\n")[quote.start : quote.end]
        assert -1 <= quote.score <= 1
