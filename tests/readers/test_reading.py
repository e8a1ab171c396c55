"""Each format to its reader by its content; containers by their members."""

from __future__ import annotations

import gzip
import io
import json
import stat
import sys
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers import is_candidate, read_articles, read_content


def read_all(content: bytes, name: str) -> tuple[list[Article], str | None]:
    """The articles of a content, and the failure that ended them."""
    articles = []
    try:
        for article in read_content(content, name):
            articles.append(article)
    except ReadingError as error:
        return articles, str(error)
    return articles, None


def zipped(members: dict[str, bytes], **options: int) -> bytes:
    """A zip folder of the members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **options) as folder:
        for name, content in members.items():
            folder.writestr(name, content)
    return file.getvalue()


def word_document(title: str, body: tuple[str, ...]) -> bytes:
    """The article as a Word document with a list and a table."""
    document = docx.Document()
    document.add_paragraph(title, style="Title")
    for paragraph in body:
        document.add_paragraph(paragraph)
    document.add_heading("Results", level=1)
    document.add_paragraph("First item", style="List Bullet")
    document.add_paragraph("Second item", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, written in zip(table._cells, ("Arm", "PASI 75", "placebo", "37%"), strict=True):
        cell.text = written
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def message(text: str | None, page: str | None, attached: dict[str, bytes] | None = None) -> bytes:
    """A mail message with the bodies given."""
    mail = EmailMessage()
    mail["From"] = "Pharma Morning <news@pharmamorning.example>"
    mail["To"] = "reader@example.org"
    mail["Subject"] = "Norvanta drops merlacitinib"
    mail["Date"] = "Tue, 03 Mar 2026 08:00:00 +0100"
    if text is not None:
        mail.set_content(text)
    if page is not None:
        (mail.add_alternative if text is not None else mail.set_content)(page, subtype="html")
    for name, content in (attached or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def web_archive(page: str) -> bytes:
    """The page saved as .mhtml."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://pharmamorning.example/saved\r\n"
        "Subject: x\r\nDate: Tue, 3 Mar 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n\r\n----b\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode() + page.encode() + b"\r\n----b--\r\n"


def test_text(text: str, title: str) -> None:
    articles, problem = read_all(text.encode(), "folder/a.txt")
    assert problem is None
    assert [(a.text, a.title, a.id, a.format) for a in articles] == [(text, title, document_id(text.encode()), "text")]


def test_front_matter(text: str) -> None:
    content = f"---\ntitle: A title\ndate: 2026-03-05\nsource: Alder News\n---\n\n{text}"
    (article,), _ = read_all(content.encode(), "a.md")
    assert (article.title, article.published, article.publisher) == ("A title", date(2026, 3, 5), "Alder News")
    assert article.text == content
    assert article.zones[0].kind == "boilerplate" and article.zones[0].end >= content.index("\n---\n") + 4


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a"])
def test_a_page_is_known_by_its_content(page: str, title: str, name: str) -> None:
    articles, _ = read_all(page.encode(), name)
    assert [(a.format, a.title, a.path) for a in articles] == [("html", title, name)]


@pytest.mark.parametrize("name", ["a.docx", "a.zip", "a.txt"])
def test_word(title: str, body: tuple[str, ...], name: str) -> None:
    articles, _ = read_all(word_document(title, body), name)
    assert [(a.format, a.title) for a in articles] == [("docx", title)]
    parts = [title, *body, "Results", "- First item\n- Second item", "Arm | PASI 75\nplacebo | 37%"]
    assert articles[0].text == "\n\n".join(parts)
    assert {zone.kind for zone in articles[0].zones} == {"headline", "body", "list", "table"}


def test_word_with_changes_and_fields(body: tuple[str, ...]) -> None:
    document = docx.Document()
    for paragraph in body:
        document.add_paragraph(paragraph)
    first, second, third = document.paragraphs[:3]
    changed = first._p.makeelement(qn("w:ins"))
    changed.append(first.add_run(" Inserted by a reviewer.")._r)
    first._p.append(changed)
    deleted = second._p.makeelement(qn("w:del"))
    run = second.add_run()._r
    run.append(run.makeelement(qn("w:delText")))
    run[-1].text = "Deleted"
    deleted.append(run)
    second._p.append(deleted)
    field = third._p.makeelement(qn("w:sdt"))
    content = field.makeelement(qn("w:sdtContent"))
    field.append(content)
    third._p.addprevious(field)
    content.append(third._p)
    file = io.BytesIO()
    document.save(file)
    articles, _ = read_all(file.getvalue(), "a.docx")
    assert articles[0].text == "\n\n".join([f"{body[0]} Inserted by a reviewer.", *body[1:]])


def test_mail(text: str, page: str, body: tuple[str, ...]) -> None:
    plain, _ = read_all(message(text, page), "a.eml")
    assert plain[0].text == text
    assert (plain[0].title, plain[0].publisher) == ("Norvanta drops merlacitinib", "Pharma Morning")
    assert (plain[0].published, plain[0].format) == (date(2026, 3, 3), "eml")
    rich, _ = read_all(message(None, page), "a.eml")
    assert body[1] in rich[0].text and "cookies" not in rich[0].text


def test_attachments(text: str, page: str) -> None:
    articles, _ = read_all(message(text, None, {"x/b.html": page.encode(), "logo.png": b"\x89PNG"}), "a.eml")
    assert [article.path for article in articles] == ["a.eml", "a.eml/b.html"]


def test_web_archive(page: str, title: str) -> None:
    content = web_archive(page)
    articles, _ = read_all(content, "a.mhtml")
    assert [(a.format, a.title, a.id) for a in articles] == [("mhtml", title, document_id(content))]
    assert articles[0].published == date(2026, 3, 3) and articles[0].text.count(title) == 1


def test_gzip(page: str, title: str) -> None:
    articles, _ = read_all(gzip.compress(page.encode()), "folder/a.html.gz")
    assert [(a.path, a.title, a.id) for a in articles] == [("folder/a.html.gz", title, document_id(page.encode()))]


def test_json_object(text: str) -> None:
    record = {"headline": "A title", "date_published": "2026-03-04", "body": text, "source": {"name": "Alder News"}}
    content = json.dumps(record | {"link": "https://alder.example/1", "authors": ["Jane Roe", "Al Poe"]}).encode()
    (article,), _ = read_all(content, "a.json")
    assert (article.text, article.title, article.publisher) == (text, "A title", "Alder News")
    assert (article.published, article.author) == (date(2026, 3, 4), "Jane Roe, Al Poe")
    assert (article.url, article.path, article.id) == ("https://alder.example/1", "a.json", document_id(content))


@pytest.mark.parametrize("frame", [lambda items: items, lambda items: {"count": 3, "articles": items}])
def test_json_list(text: str, page: str, title: str, frame) -> None:  # type: ignore[no-untyped-def]
    items = [{"text": text}, {"score": 1}, {"content": page, "title": "Another"}]
    articles, problem = read_all(json.dumps(frame(items)).encode(), "a.json")
    assert [(a.path, a.title) for a in articles] == [("a.json#1", title), ("a.json#3", "Another")]
    assert problem is None and "<p>" not in articles[1].text


def test_json_lines(text: str) -> None:
    lines = [json.dumps({"text": text, "title": "One"}), "", "{broken", json.dumps({"text": text, "title": "Two"})]
    articles, problem = read_all("\n".join(lines).encode(), "a.jsonl")
    assert [(a.path, a.title) for a in articles] == [("a.jsonl#1", "One"), ("a.jsonl#4", "Two")]
    assert problem is not None and problem.startswith("a.jsonl: line 3 is no JSON")
    assert articles[0].id != articles[1].id


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b"[]",
        b'{"drugs": [{"start": 1}]}',
        b"3",
        b'{"text": "  "}',
        b"null",
        b'{"drugs": [{"text": "amab", "name": "amab"}]}',
    ],
)
def test_json_without_an_article_is_none(content: bytes) -> None:
    assert read_all(content, "a.json") == ([], None)


@pytest.mark.parametrize("content", [b"{", b"[" * 100_000, b"{'a': 1}"])
def test_broken_json(content: bytes) -> None:
    articles, problem = read_all(content, "a.json")
    assert articles == [] and problem is not None and "is no JSON" in problem


def test_zip(text: str, page: str, title: str, body: tuple[str, ...]) -> None:
    inner = zipped({"deep.txt": text.encode()})
    members = {
        "b/2026-03-05-a.html": page.encode(),
        "a.txt": text.encode(),
        "picture.png": b"\x89PNG",
        "__MACOSX/._a.txt": b"\0",
        ".hidden.txt": b"x",
        "word.docx": word_document(title, body),
        "z.zip": inner,
    }
    articles, problem = read_all(zipped(members), "f.zip")
    assert problem is None
    assert [a.path for a in articles] == [
        "f.zip/a.txt",
        "f.zip/b/2026-03-05-a.html",
        "f.zip/word.docx",
        "f.zip/z.zip/deep.txt",
    ]
    assert articles[0].id == document_id(text.encode()) == articles[3].id


def test_one_bad_member_does_not_spoil_the_rest(text: str) -> None:
    articles, problem = read_all(zipped({"a.txt": b"", "b.txt": text.encode(), "c.txt": b"\0\1\2" * 99}), "f.zip")
    assert [a.path for a in articles] == ["f.zip/b.txt"]
    assert (
        problem is not None and problem.startswith("f.zip: a.txt is empty") and "(and 1 more of its files)" in problem
    )


@pytest.mark.parametrize("name", ["../out.txt", "/etc/passwd.txt", "a/../../b.txt", "C:\\x.txt", "..\\x.txt"])
def test_names_that_lead_out_of_the_folder(name: str, text: str) -> None:
    articles, problem = read_all(zipped({name: text.encode(), "ok.txt": text.encode()}), "f.zip")
    assert [a.path for a in articles] == ["f.zip/ok.txt"]
    assert problem is not None and "leads out of its folder" in problem


def test_a_symbolic_link_in_a_zip_is_not_followed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as folder:
        info = zipfile.ZipInfo("link.txt")
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        folder.writestr(info, "/etc/passwd")
    assert read_all(file.getvalue(), "f.zip") == ([], "f.zip: link.txt is a symbolic link")


def test_bombs() -> None:
    blank = b" " * 30_000_000
    for content, name in ((zipped({"a.txt": blank}), "f.zip"), (gzip.compress(blank), "a.txt.gz")):
        articles, problem = read_all(content, name)
        assert articles == [] and problem is not None and "unpacks to more" in problem
    nested = b"x"
    for _ in range(8):
        nested = zipped({"a.zip": nested})
    articles, problem = read_all(nested, "f.zip")
    assert articles == [] and problem is not None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office document"),
        (b"PK\x03\x04 not at all", "damaged zip"),
        (b"\x1f\x8b\x08 not at all", "damaged gzip"),
        (gzip.compress(b"text " * 1000, mtime=0)[:-20], "breaks off"),
        (b"SQLite format 3\0" + b"\0" * 100, "SQLite"),
    ],
)
def test_what_is_no_article(content: bytes, reason: str) -> None:
    articles, problem = read_all(content, "a.txt")
    assert articles == [] and problem is not None and reason in problem and "\n" not in problem


def test_files(tmp_path: Path, text: str) -> None:
    file = tmp_path / "2026-03-09-x.txt"
    file.write_text("No date in here. It is a text.\n")
    (article,) = read_articles(file)
    assert article.path == file.as_posix() and article.published == date(2026, 3, 9)
    (article,) = read_articles(file, name="sub/2026-03-09-x.txt")
    assert article.path == "sub/2026-03-09-x.txt"
    with pytest.raises(ReadingError, match="cannot be opened"):
        next(read_articles(tmp_path / "none.txt"))


OUTSIDE = (
    '<!DOCTYPE html SYSTEM "http://example.org/x.dtd" [<!ENTITY out SYSTEM "file:///etc/passwd">]>\n<html><head>'
    '<link rel="stylesheet" href="http://example.org/a.css"><base href="http://example.org/"></head><body>'
    '<p>&out; <img src="http://example.org/a.png"></p><iframe src="file:///etc/passwd"></iframe>{}</body></html>'
)


@pytest.mark.parametrize("name", ["a.html", "a.mhtml", "a.eml", "a.json"])
def test_nothing_outside_is_opened(name: str, body: tuple[str, ...]) -> None:
    page = OUTSIDE.format("".join(f"<p>{paragraph}</p>" for paragraph in body))
    contents = {
        "a.mhtml": web_archive(page),
        "a.eml": message(None, page),
        "a.json": json.dumps({"text": page}).encode(),
    }
    read_all(page.encode(), "a.html")  # loads what reading needs
    opened: list[object] = []
    watching = [True]  # a hook cannot be taken away again

    def note(event: str, values: object) -> None:
        if watching and event in ("open", "socket.connect"):
            opened.append(values)

    sys.addaudithook(note)
    articles, _ = read_all(contents.get(name, page.encode()), name)
    watching.clear()
    assert body[1] in articles[0].text and "root:" not in articles[0].text
    assert opened == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt", True), ("A.HTML", True), ("a.html.gz", True), ("a.csv", False), (".a.txt", False), ("a", False)],
)
def test_candidates(name: str, expected: bool) -> None:
    assert is_candidate(Path("folder") / name) is expected
