"""PDFs: the text whole and in order, without furniture, and the place of every line."""

from __future__ import annotations

import io
import re
from collections import Counter
from datetime import date

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from extractor.errors import ReadingError
from extractor.model import Article
from extractor.readers.pdf import read_pdf
from tests.readers.pdf.making import Setting, make_pdf

TITLE = "Norvanta Announces Positive Topline Results from Its Second Pivotal Trial of Merlacitinib in Plaque Psoriasis"
BODY = [
    "TORONTO, Jan. 29, 2025 /PRNewswire/ -- Norvanta Therapeutics Inc., a late-stage company, today announced positive "
    "results from a randomized, double-blind, placebo-controlled trial of merlacitinib in 1,104 adults with psoriasis.",
    *(
        f"In part {number} of the report the company described how investigators at {number * 7} centres had treated "
        "patients with the medication for several months. Improvements in symptoms appeared after about four weeks in "
        "the active-treatment group and continued afterwards. Investigators considered the differences between the "
        "groups meaningful, although individual responses varied considerably from one patient to another."
        for number in range(1, 13)
    ),
    "About Norvanta",
    "Norvanta develops anti-OX40 antibodies and other medicines for phase-3 evaluation in inflammatory conditions.",
]


def read(content: bytes) -> Article:
    """The article of a PDF."""
    return next(read_pdf(content, "folder/a.pdf"))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The text's sequences of eight words."""
    words = text.split()
    return Counter(tuple(words[at : at + 8]) for at in range(len(words) - 7))


SETTINGS = [
    Setting(),
    Setting(head="Norvanta Therapeutics Inc.", foot="Press release", size=11),
    Setting(hyphenate=True, justify=True),
    Setting(columns=2, size=9, head="Norvanta Therapeutics Inc."),
    Setting(columns=2, size=9, by_rows=True),
    Setting(columns=2, size=9, by_rows=True, hyphenate=True, justify=True, gutter=14),
    Setting(columns=2, size=8, hyphenate=True, foot="Press release"),
]


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_text_comes_back(setting: Setting) -> None:
    article = read(make_pdf(TITLE, BODY, setting))
    wanted, found = shingles("\n".join([TITLE, *BODY])), shingles(article.text)
    common = sum((wanted & found).values())
    assert common >= 0.98 * sum(wanted.values())
    assert common >= 0.98 * sum(found.values())
    assert (article.title, article.published, article.publisher) == (TITLE, date(2025, 1, 29), "PR Newswire")
    assert article.text.split("\n\n")[-2:] == BODY[-2:]
    assert [zone.kind for zone in article.zones] == ["headline", "dateline", "body", "about"]


@pytest.mark.parametrize("setting", SETTINGS[:4], ids=str)
def test_boxes_hold_the_words(setting: Setting) -> None:
    content = make_pdf(TITLE, BODY, setting)
    article = read(content)
    document = pypdfium2.PdfDocument(content)
    assert article.boxes[0].start == 0
    for box, after in zip(article.boxes, [*article.boxes[1:], None], strict=True):
        page = document[box.page - 1]
        textpage = page.get_textpage()
        height = page.get_height()
        inside = textpage.get_text_bounded(box.x0 - 1, height - box.bottom - 1, box.x1 + 1, height - box.top + 1)
        wanted = article.text[box.start : box.end].rstrip("-").split()
        assert wanted[1:-1] == [word for word in inside.split() if word in wanted][1 : len(wanted) - 1]
        assert after is None or box.end <= after.start


def platypus(parts: list[str | list[list[str]]], **meta: str) -> bytes:
    """A PDF by reportlab's own layout, with ruled tables."""
    file = io.BytesIO()
    styles = getSampleStyleSheet()
    made = [
        Table(part, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
        if isinstance(part, list)
        else Paragraph(part, styles["BodyText"])
        for part in parts
    ]
    SimpleDocTemplate(file, pagesize=A4, invariant=1, **meta).build(made)
    return file.getvalue()


def test_tables_are_rows_of_cells() -> None:
    rows = [["Arm", "PASI 75", "Patients"], ["merlacitinib 6 mg", "58.7%", "552"], ["placebo", "9.8%", "184"]]
    article = read(platypus(["The table shows the results at week 16.", rows, "Side effects were mild and rare."]))
    table = "Arm | PASI 75 | Patients\nmerlacitinib 6 mg | 58.7% | 552\nplacebo | 9.8% | 184"
    assert article.text == f"The table shows the results at week 16.\n\n{table}\n\nSide effects were mild and rare."
    assert [zone.kind for zone in article.zones] == ["body", "table", "body"]


def test_superscripts_ligatures_and_signs() -> None:
    words = "The efficacy of Otezla® was 58.7%<super>1</super> at first, 10<super>12</super> copies, HbA<sub>1c</sub>."
    text = read(platypus([words, "A second paragraph follows it."])).text
    assert "efficacy of Otezla® was 58.7%¹ at first, 10¹² copies, HbA1c." in text


def test_footnotes_go_last_and_are_marked() -> None:
    note = "1 The company paid for the writing of this report."
    article = read(make_pdf(TITLE, BODY, Setting(columns=2, size=9, note=note)))
    assert article.text.endswith("\n\n" + note)
    assert article.zones[-1].kind == "boilerplate"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Patients on the anti-OX40 antibody " + "did well in phase-3 testing of it " * 11 + "once more.",
        "A placebo-controlled, double-blind trial of long-term once-daily use " * 9 + "was done.",
    ],
)
@pytest.mark.parametrize("size", [9.0, 10.0, 11.0, 12.0, 13.0])
def test_real_hyphens_are_kept(paragraph: str, size: float) -> None:
    assert paragraph in read(make_pdf(None, [paragraph, BODY[1]], Setting(size=size, columns=2))).text


def test_no_date_but_that_of_the_file() -> None:
    content = make_pdf(None, BODY[1:4], Setting())
    made = re.sub(rb"/CreationDate \(D:\d{8}", b"/CreationDate (D:20240517", content)
    assert read(made).published == date(2024, 5, 17)
    assert next(read_pdf(made, "2024-05-20-a.pdf")).published == date(2024, 5, 20)


def test_title_of_the_file_where_the_page_has_none() -> None:
    assert (
        read(platypus([BODY[1], BODY[2]], title="Merlacitinib met its main goal")).title
        == "Merlacitinib met its main goal"
    )
    assert read(platypus([BODY[1], BODY[2]], title="Microsoft Word - release final 3.docx")).title is None


def blank() -> bytes:
    """A page with a drawing and no text, as a scan is."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.save()
    return file.getvalue()


def locked() -> bytes:
    """A PDF that asks for a password."""
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 700, "hidden")
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (blank(), "without text"),
        (locked(), "encrypted"),
        (b"%PDF-1.7\nnothing here", "damaged"),
        (make_pdf(TITLE, BODY, Setting())[:700], "damaged"),
    ],
)
def test_failures_are_told(content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as told:
        read(content)
    assert str(told.value).startswith("folder/a.pdf: ") and "\n" not in str(told.value)


def raw_pdf(pages: bytes, content: bytes, drawn: bytes = b"") -> bytes:
    """A PDF written by hand: its page tree, the content of its page, and of a form that the page may draw."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        pages,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 6 0 R>>>>"
        b"/Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
    ]
    out = b"%PDF-1.4\n"
    for number, part in enumerate(parts, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    return out + b"trailer<</Size 7/Root 1 0 R>>\n%%EOF"


WORDS = b"BT /F 10 Tf 50 700 Td (Norvanta said that 58 percent of patients improved.) Tj ET "
ONE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"


@pytest.mark.parametrize(
    "content",
    [
        raw_pdf(ONE, WORDS + b"/X Do", b"/X Do"),
        raw_pdf(ONE, WORDS * 3000),
        raw_pdf(ONE, WORDS + b"".join(b"%d %d 300 5 re S " % (at % 500, at % 700) for at in range(4000))),
        raw_pdf(b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R]>>", WORDS),
        raw_pdf(b"<</Type/Pages/Count 1000000/Kids[3 0 R]>>", WORDS),
    ],
    ids=["form in itself", "much text on one place", "many rules", "pages in themselves", "a million pages"],
)
def test_hostile_files_are_read_or_refused(content: bytes) -> None:
    try:
        assert read(content).text.startswith("Norvanta said that 58 percent")
    except ReadingError as error:
        assert "PDF" in str(error)
