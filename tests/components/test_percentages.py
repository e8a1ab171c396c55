"""The forms of percentages: span, value, unit and comparator; and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.marked import marked

FORMS = [
    "[32.8%]{value=32.8} of patients responded",
    "[32.8 %]{value=32.8} of patients responded",
    "[40 percent]{value=40} of patients",
    "[40 per cent]{value=40} of patients",
    "[2.8 pct]{value=2.8}. It was rare.",
    "[Seventy-one percent]{value=71} of the women",
    "[one hundred percent]{value=100} of them",
    "[zero percent]{value=0} with placebo",
    "a gain of [11 percentage points]{value=11 unit='percentage point'}",
    "a [14-percentage-point]{value=14 unit='percentage point'} lead",
    "between [10% and 15%]{value=10 value_high=15} of cases",
    "[10% to 15%]{value=10 value_high=15} of cases",
    "[10-15%]{value=10 value_high=15} of cases",
    "[10–15 %]{value=10 value_high=15} of cases",
    "(95% CI, [12.3% to 18.9%]{value=12.3 value_high=18.9})",
    "rose from [20%]{value=20} to [30%]{value=30}",
    "went from [48]{value=48} to [61 percent]{value=61}",
    "in [48]{value=48} and [31 percent]{value=31} of them",
    "in [12]{value=12}, [15]{value=15} and [20%]{value=20} of the arms",
    "did not differ ([5.1]{value=5.1} v [5.6 per cent]{value=5.6})",
    "a change of [-1.21%]{value=-1.21} from baseline",
    "a change of [−52%]{value=-52} from baseline",
    "an upside of [3,000%]{value=3000}",
    "in [0.5%]{value=0.5} of patients",
    "in [.5%]{value=0.5} of patients",
    "(3% vs.[4%]{value=4})",
    "| 44% | [18%]{value=18} |",
    "• Nausea: [7.9%]{value=7.9}",
]

COMPARATORS = [
    "It cut fats by up to [82 percent]{comparator=<=} in one group and [76 percent]{comparator=<=} in the other.",
    "It cut fats by up to [82%]{comparator=<=} in one group, compared with [6%]{comparator==} on placebo.",
    "It cut fats by about [82%]{comparator=~} in one group and [76%]{comparator==} in the other.",
    "in [1%]{comparator='='} of patients",
    "in <[1%]{comparator='<'} of patients",
    "in fewer than [2%]{comparator='<'} of patients",
    "up to [60%]{comparator='<='} less",
    "no more than [12%]{comparator='<='} of them",
    "≤[5%]{comparator='<='} of cells",
    ">[30%]{comparator='>'} lower",
    "more than [80%]{comparator='>'} of the value",
    "over [99%]{comparator='>'} of cells",
    "at least [50%]{comparator='>='} of them",
    "at least a [50%]{comparator='>='} improvement",
    "a [90 percent]{comparator='>='} or greater improvement",
    "≥[20 %]{comparator='>='} lost",
    "about [30%]{comparator='~'} had it",
    "nearly [twenty percent]{comparator='~'} of people",
    "approximately [17%]{comparator='~'}",
    "~[30%]{comparator='~'} of all patients",
    "limited to [8%]{comparator='='} of the group",
]

NONE = [
    "https://example.com/a%20file.pdf",
    "a higher percentage of patients",
    "half of the patients, and three in ten",
    "GII.17 and week 24",
    "the share doubled",
]


@pytest.mark.parametrize("example", FORMS + COMPARATORS)
def test_forms(extract, example):
    expected = marked(example)
    found = {(p.start, p.end): p for p in extract(expected.text).percentages}
    for span, values in zip(expected.spans, expected.values, strict=True):
        assert span in found, [p.text for p in found.values()]
        for key, value in values.items():
            got = getattr(found[span], key)
            assert (float(value) == got) if isinstance(got, float) else (value == str(got)), key


@pytest.mark.parametrize("text", NONE)
def test_no_percentages(extract, text):
    assert extract(text).percentages == ()


def test_numbers_glued_to_names_share_no_sign(extract):
    found = extract("75% for ABC-HER2 vs 40% in controls").percentages
    assert [p.text for p in found] == ["75%", "40%"]


def test_the_grade_of_a_score_shares_no_sign(extract):
    found = extract("In the trial 37% reached IGA 0/1 vs. 9.3% on placebo.").percentages
    assert [p.text for p in found] == ["37%", "9.3%"]


def test_a_genotype_is_no_start_of_a_range(extract):
    found = extract("from 41% for GII.17 to 70% for GII.4").percentages
    assert [p.text for p in found] == ["41%", "70%"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,-–% ()abcpercnt<>≥\n", max_size=60))
def test_any_text(pipeline, text):
    """Spans lie within the text, in order, without overlap, and their words are the text's."""
    from extractor.readers import article_from_text

    extraction = pipeline.extract(article_from_text(text))
    last = 0
    for percentage in extraction.percentages:
        assert last <= percentage.start < percentage.end <= len(extraction.article.text)
        assert extraction.article.text[percentage.start : percentage.end] == percentage.text
        last = percentage.end
