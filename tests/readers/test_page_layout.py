"""Pages laid out with tables, bodies cut into pieces, links to other stories between the paragraphs."""

from __future__ import annotations

import pytest

from extractor.readers.html import read_html

PARAGRAPHS = (
    "Corvane AG said on Tuesday that its gout pill had met the main goal of a late-stage trial in 812 adults.",
    "At week 24, 41% of patients on the pill reached the target for uric acid, compared with 17% on placebo.",
    "The company will file the pill in the second quarter of 2026, and expects a decision a year after that.",
    "Analysts had expected the trial to succeed, and the shares rose by 4% in the first hour of trading.",
)
TITLE = "Gout pill meets its main goal"


def lines(body: str, title: str = TITLE) -> list[str]:
    """The lines of the text of a page."""
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return [line for line in next(read_html(page.encode(), "a.html")).text.split("\n") if line]


def paragraphs(frame: str = "<p>{}</p>") -> str:
    return "".join(frame.format(paragraph) for paragraph in PARAGRAPHS)


CELLS = "<table width=600>" + paragraphs("<tr><td><table><tr><td>{}</td></tr></table></td></tr>") + "</table>"
MENU = "<td><a href=1>Ten stocks to watch</a><br><a href=2>Pill fails</a></td>"
THREE_COLUMNS = f"<table><tr>{MENU}<td>{'<br><br>'.join(PARAGRAPHS)}</td><td></td></tr></table>"


@pytest.mark.parametrize("body", [paragraphs(), CELLS, THREE_COLUMNS], ids=["plain", "cells", "three columns"])
def test_tables_that_lay_out_the_page(body: str) -> None:
    assert lines(body) == [TITLE, *PARAGRAPHS]


def test_tables_that_set_the_marks_of_a_list() -> None:
    item = "<table><tr><td>&nbsp;</td><td>&#8226;</td><td>&nbsp;</td><td><p>{}</p></td></tr></table>"
    items = item.format("The main goal was met") + item.format("Filing in 2026")
    assert lines(paragraphs() + items)[-2:] == ["- The main goal was met", "- Filing in 2026"]


def test_cells_that_make_room_or_hold_a_sign() -> None:
    rows = (
        ("Arm", "", "Reached", "", "Cost", "", ""),
        ("pill", "", "41", "%", "$", "12.5", ")"),
        ("none", "", "17", "%", "$", "3", ""),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell or '&nbsp;'}</td>" for cell in row) + "</tr>" for row in rows)
    assert lines(f"{paragraphs()}<table>{table}</table>")[-3:] == [
        "Arm | Reached | Cost",
        "pill | 41% | $12.5)",
        "none | 17% | $3",
    ]


def test_a_body_that_is_cut_into_pieces() -> None:
    piece = "<div class='story body'>{}</div><aside class='ad'>Buy now</aside>"
    assert lines("<article>" + paragraphs(piece.format("<p>{}</p>")) + "</article>") == [TITLE, *PARAGRAPHS]


def test_pieces_of_several_articles_are_not_joined() -> None:
    article = "<article><div class='entry'>{}</div></article>"
    other = "".join(f"<p>{paragraph.replace('gout', 'lupus')}</p>" for paragraph in PARAGRAPHS[:2])
    assert "lupus" not in " ".join(lines(article.format(paragraphs()) + article.format(other))[: len(PARAGRAPHS)])


@pytest.mark.parametrize(
    "link",
    [
        "<p><a href=x>Halden’s migraine spray misses its goal in 55%</a></p>",
        "<p><strong>Related: <a href=x>Halden’s migraine spray misses its goal in 55%</a></strong></p>",
    ],
)
def test_links_to_other_stories_are_left_out(link: str) -> None:
    assert lines(f"<p>{PARAGRAPHS[0]}</p>{link}{paragraphs()}").count(PARAGRAPHS[1]) == 1
    assert "Halden" not in " ".join(lines(f"<p>{PARAGRAPHS[0]}</p>{link}{paragraphs()}"))


def test_links_in_sentences_stay() -> None:
    linked = (
        "<p>The results are in <a href=x>the journal of gout and the kidney</a> and were shown in Paris in May.</p>"
    )
    assert "the journal of gout" in " ".join(lines(linked + paragraphs()))
