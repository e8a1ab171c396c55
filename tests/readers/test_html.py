"""Pages: the article's text in order, without furniture, and what the markup says of it."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.errors import ReadingError
from extractor.readers.html import decode_page, read_html


def test_text_and_metadata(page: str, title: str, body: tuple[str, ...]) -> None:
    article = next(read_html(page.encode(), "a.html"))
    assert article.text.split("\n\n") == [
        title,
        *body,
        "What analysts said",
        "- Alder Securities called the outcome “a setback”.\n- Birch Research kept its rating.",
        "Arm | PASI 75\nmerlacitinib 6 mg | 41%\nplacebo | 37%",
        "The company will give a full account of both trials at a meeting of dermatologists in the autumn.",
    ]
    assert (article.title, article.publisher, article.author) == (title, "Pharma Morning", "Jane Roe")
    assert (article.published, article.language, article.format) == (date(2026, 3, 3), "en", "html")
    assert article.url == "https://pharmamorning.example/norvanta-drops-merlacitinib"


def test_zones(page: str) -> None:
    article = next(read_html(page.encode(), "a.html"))
    found = [(zone.kind, article.text[zone.start : zone.end].split()[0]) for zone in article.zones]
    assert found == [("headline", "Norvanta"), ("body", "Norvanta"), ("list", "-"), ("table", "Arm"), ("body", "The")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding(page: str, encoding: str) -> None:
    article = next(read_html(page.replace("utf-8", encoding).encode(encoding), "a.html"))
    assert "“We are disappointed" in article.text


def test_an_encoding_that_is_not_declared(page: str) -> None:
    assert "“We" in decode_page(page.replace('<meta charset="utf-8">', "").encode("cp1252"), "a.html")


def test_a_declaration_that_is_wrong(page: str) -> None:
    assert "“We" in decode_page(page.replace("utf-8", "iso-8859-1").encode(), "a.html")


def test_broken_markup_and_fragments(body: tuple[str, ...]) -> None:
    article = next(read_html(f"<p>{body[0]}<p>{body[1]}<div><b>{body[2]}</div></i>".encode(), "a.html"))
    for paragraph in body:
        assert paragraph in article.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html>",
        "<html><body><script>let x = 1</script></body></html>",
        "<div>" * 50,
    ],
)
def test_pages_without_text(markup: str) -> None:
    with pytest.raises(ReadingError, match="no text"):
        next(read_html(markup.encode(), "a.html"))


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 50_000 + "{p}" + "</div>" * 50_000,
        "<html><body><p>{p}</p>" + "<b>" * 20_000 + "x",
        "<html><body><script>" + "x" * 3_000_000 + "</script><p>{p}</p>",
        "<html><body><p>{p}</p>" + "<a href='x'>y</a>" * 3_000,
        "<html><body><div " + " ".join(f'a{number}="x"' for number in range(100_000)) + "><p>{p}</p>",
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><html><body><p>{p} &b;</p></body></html>',
    ],
)
def test_hostile_pages_are_read_or_refused(markup: str, body: tuple[str, ...]) -> None:
    try:
        assert len(next(read_html(markup.replace("{p}", " ".join(body)).encode(), "a.html")).text) < 1_000_000
    except ReadingError as error:
        assert "\n" not in str(error)
