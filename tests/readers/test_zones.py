"""Zones of plain-text articles."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.model import ZONES
from extractor.readers import article_from_text

INTRO = (
    "Norvanta said that it would stop work on merlacitinib, its pill for psoriasis, after the second trial missed its "
    "main goal at week 16.\n\n"
)
PROSE = "The company develops medicines for the skin and has been doing so for more than twenty years now.\n"

CASES = [
    ("- One thing\n- Another thing\n", ["body", "list"]),
    ("About Norvanta\n" + PROSE, ["body", "about"]),
    ("About Norvanta\n" + PROSE + "\nNext Steps\n\n" + PROSE, ["body", "about", "body"]),
    ("ABOUT NORVANTA\n\n" + PROSE + "\nFORWARD-LOOKING STATEMENTS\n\n" + PROSE, ["body", "about", "forward-looking"]),
    ("**About Norvanta**\n\n" + PROSE, ["body", "about"]),
    ("About NorvantaNorvanta is a company. " + PROSE, ["body", "about"]),
    ("This release contains forward-looking statements. " + PROSE, ["body", "forward-looking"]),
    ("Cautionary Note Regarding Such Statements\n" + PROSE + "\n" + PROSE, ["body", "forward-looking"]),
    ("Media Contact:\nJane Roe\n+1 416 555 0142\njane@norvanta.example\n", ["body", "contact"]),
    ("Contacts\n\nInvestors\nJane Roe\n\nMedia\nAl Poe\n", ["body", "contact"]),
    ("SOURCE Norvanta Therapeutics Inc.\n", ["body", "boilerplate"]),
    ("###\n", ["body", "boilerplate"]),
    ("Organizations in this story\n", ["body", "boilerplate"]),
    ("References\n1. Roe et al. 2024.\n2. Poe et al. 2025.\n", ["body", "boilerplate"]),
    ("![](https://x.example/a.png)\n", ["body", "boilerplate"]),
    ("![A patient](https://x.example/a.png)\n", ["body", "caption"]),
    ("Photo: A patient at home\n", ["body", "caption"]),
    ("Arm | PASI 75 | n\nplacebo | 37% | 184\n", ["body", "table"]),
    ("Revenue\n\n1,241\n\n1,652\n\nNet loss\n\n(5,815)\n\n(8,409)\n", ["body", "table"]),
    ("> We are disappointed.\n", ["body", "quote-box"]),
    ("About 30% of patients in the trial had a response that lasted for a year or longer, the firm said.\n", ["body"]),
    ("About half of them went on.\n", ["body"]),
    (
        "Sources close to the company said that the deal was near and could be signed by the end of the week.\n",
        ["body"],
    ),
]


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_zones(text: str, kinds: list[str]) -> None:
    assert [zone.kind for zone in article_from_text(INTRO + text).zones] == kinds


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Norvanta drops merlacitinib after the second of two psoriasis trials\n"
        "misses its main goal\n\n"
        "TORONTO, Feb. 10, 2026 -- Norvanta said that it would stop work on its\n"
        "pill for psoriasis after the second of two late-stage trials missed its\n"
        "main goal at week 16, and that it would look at its options now.\n\n"
        "About Norvanta\n"
        "Norvanta develops medicines for the skin and has been doing so for more\n"
        "than twenty years.\n"
    )
    article = article_from_text(wrapped)
    assert article.title == "Norvanta drops merlacitinib after the second of two psoriasis trials misses its main goal"
    assert [zone.kind for zone in article.zones] == ["headline", "dateline", "body", "about"]


LINES = st.sampled_from(
    [
        "",
        "About Norvanta",
        "- item",
        "### x",
        "Contact:",
        "SOURCE X",
        PROSE,
        "a | b | c",
        "> q",
        "TORONTO (Reuters) - x",
        "# T",
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=25).map("\n".join)))
@example("\x1f")
def test_zones_of_any_text_are_in_order_and_within_it(text: str) -> None:
    end = 0
    for zone in article_from_text(text).zones:
        assert end <= zone.start < zone.end <= len(text)
        assert zone.kind in ZONES and text[zone.start : zone.end].strip()
        end = zone.end
