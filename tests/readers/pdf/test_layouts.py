"""Layouts of real releases and printed pages: what stands beside, above and below the text, and the text itself."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from extractor.model import Article
from extractor.readers.pdf import read_pdf

WIDTH, HEIGHT = A4
TITLE = "Corvane’s gout pill meets the main goal of its second late-stage trial"
BODY = (
    "BASEL, March 3, 2026 – Corvane AG, a maker of medicines for metabolic disease, today announced results from a "
    "trial of its gout pill in 812 adults who had not reached their target on another medicine.",
    "At week 24, 41% of patients on the pill reached the target for uric acid, compared with 17% of those on placebo. "
    "Flares fell by 38% in the second half of the trial, a long-term benefit that was not seen on placebo.",
    "The company expects to file the pill in the second quarter of 2026 in the United States, and by the end of the "
    "year in Europe. A trial against an older medicine has enrolled 60% of its 1,400 patients.",
)
Drawn = tuple[float, float, float, str]


def made(paragraphs: list[tuple[str, float, str]], drawn: list[Drawn], left: float = 60, narrow: float = 0) -> Article:
    """The article of a page: paragraphs (text, size, font) in one column, and lines drawn at a place (x, y, size).

    All paragraphs but the first are narrower by `narrow`.
    """

    def draw(canvas: Canvas, _: object) -> None:
        for x, y, size, text in drawn:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, text)

    def style(number: int, size: float, font: str) -> ParagraphStyle:
        inset = narrow if number else 0
        return ParagraphStyle("any", fontName=font, fontSize=size, leading=1.3 * size, spaceAfter=8, rightIndent=inset)

    file = io.BytesIO()
    frame = Frame(left, 70, WIDTH - left - 60, HEIGHT - 140)
    document = BaseDocTemplate(file, pagesize=A4, invariant=1)
    document.addPageTemplates([PageTemplate("page", [frame], onPage=draw)])
    document.build([Paragraph(text, style(number, size, font)) for number, (text, size, font) in enumerate(paragraphs)])
    return next(read_pdf(file.getvalue(), "a.pdf"))


def text_of(parts: tuple[str, ...], size: float = 10) -> list[tuple[str, float, str]]:
    return [(part, size, "Helvetica") for part in parts]


HEADED = [(TITLE, 17.0, "Helvetica-Bold"), *text_of(BODY)]


def test_an_address_beside_the_text() -> None:
    lines = ("Corvane AG", "Rheinweg 1", "4051 Basel", "Media", "Jo Roe", "+41 61 555 01 00", "Investors", "Al Poe")
    side = [(30.0, HEIGHT - 90 - 11.3 * number, 8.0, line) for number, line in enumerate(lines)]
    article = made(HEADED, side, left=180)
    assert article.title == TITLE
    assert article.text.split("\n\n")[:4] == [TITLE, *BODY]
    assert all(line in article.text for line in lines)


def test_what_a_browser_prints_around_the_page() -> None:
    edges = [
        (
            28.0,
            HEIGHT - 18,
            7.0,
            "3/4/26, 9:12 AM                    Gout pill meets goal of trial in 812 adults - Courier",
        ),
        (28.0, 14.0, 7.0, "https://www.courier.example/news/gout-pill-meets-main-goal"),
        (WIDTH - 40, 14.0, 7.0, "1/1"),
    ]
    assert made(HEADED, edges).text == "\n\n".join([TITLE, *BODY])


def test_a_byline_in_small_type_stays_in_the_head() -> None:
    paragraphs = [
        (TITLE, 20.0, "Helvetica-Bold"),
        ("By Jane Roe | March 4, 2026", 8.0, "Helvetica"),
        *text_of(BODY, 12),
    ]
    article = made(paragraphs, [])
    assert article.text.startswith(f"{TITLE}\n\nBy Jane Roe | March 4, 2026\n\n")
    assert (article.author, str(article.published)) == ("Jane Roe", "2026-03-04")


@pytest.mark.parametrize("font", ["Times-Italic", "Times-BoldItalic", "Helvetica-Oblique"])
def test_blanks_after_slanted_letters(font: str) -> None:
    line = "41% of patients of all five of the groups of half of the centres reached it."
    assert line in made([*HEADED, (line, 12.0, font)], []).text


def test_a_column_that_becomes_narrower() -> None:
    assert made(text_of(BODY), [], narrow=260).text == "\n\n".join(BODY)
