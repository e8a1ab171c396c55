"""Where sentences begin: texts with a bar before each sentence but the first."""

from __future__ import annotations

import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.context import context_of
from extractor.components.sentences import SentenceSplitter, is_wrapped, sentences_of
from extractor.rulebook import load_rulebook

NLP = spacy.blank("en")


@pytest.fixture(scope="module")
def splitter() -> SentenceSplitter:
    book = load_rulebook()
    return SentenceSplitter(book.lexicon("abbreviations"), book.lexicon("sentence-openers"))


@pytest.mark.parametrize(
    "marked",
    [
        "The trial met its goal. |Shares rose!",
        "Did it work? |It did… |Then came March.",
        "“It works.” |She smiled.",
        "(The dose was low.) |Patients improved.",
        # stops that end nothing
        "Dr. Roe of St. Anne's spoke at 3 p.m. on Monday.",
        "The U.S. Food and Drug Administration agreed.",
        "Acmera Inc. filed in the U.S. |The agency agreed.",
        "J. R. Roe led it.",
        "The rate was 3.5 percent, vs. 2.1 on placebo.",
        "It fell by a third… and rose again.",
        "The study (Fig. 3) is in print.",
        "He wrote in No. 7 of the journal.",
        # line breaks
        "Acmera reports results\n\n|Boston, May 3 – Acmera said so.",
        "Highlights:\n|- Revenue rose\n|- Costs fell",
        "Highlights: |• Revenue rose |• Costs fell",
    ],
)
def test_sentences_end_where_another_can_begin(splitter: SentenceSplitter, marked: str) -> None:
    text = marked.replace("|", "")
    starts = splitter.starts(text)
    found = "".join("|" * (place > 0 and place in starts) + sign for place, sign in enumerate(text))
    assert found == marked


WRAPPED = (
    "Acmera said on Monday that the trial of its new medicine had met the\n"
    "primary endpoint. Patients who had been given the higher of both doses\n"
    "lived longer than those on placebo, and the company will file for an\n"
    "approval in the second half of the year, a spokesman told reporters on\n"
    "a call."
)


def test_lines_broken_at_a_width_end_no_sentence(splitter: SentenceSplitter) -> None:
    assert is_wrapped(WRAPPED)
    assert [WRAPPED[start:][:8] for start in splitter.starts(WRAPPED)] == ["Acmera s", "Patients"]


def test_paragraphs_are_counted_by_line_breaks(splitter: SentenceSplitter) -> None:
    doc = NLP.make_doc("A title\n\nOne sentence. Another one.\nA new line.")
    assert [sentence.paragraph for sentence in sentences_of(context_of(doc), splitter)] == [0, 1, 1, 2]


@given(st.text(alphabet=st.sampled_from("aB1.!? \n“”()•-%"), max_size=60))
def test_sentences_cover_any_text_in_order(splitter: SentenceSplitter, text: str) -> None:
    doc = NLP.make_doc(text)
    if not len(doc):
        return
    sentences = sentences_of(context_of(doc), splitter)
    assert sentences[0].first == 0 and sentences[-1].last == len(doc)
    assert all(one.last == other.first for one, other in itertools.pairwise(sentences))
    outside = "".join(context_of(doc).text[one.end : other.start] for one, other in itertools.pairwise(sentences))
    assert not outside.strip()
