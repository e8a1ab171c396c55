"""Word documents (.docx) → article, by python-docx: paragraphs, headings, lists and tables in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import Metadata, make_article
from extractor.readers.composition import Composition
from extractor.readers.packed import MAX_MEMBER
from extractor.readers.text import checked_length

FRAMES = ("w:ins", "w:moveTo", "w:sdt", "w:smartTag")


def read_docx(content: bytes, name: str) -> Iterator[Article]:
    """The article of a Word document. Raises `ReadingError` for a damaged one and for one without text."""
    _check_size(content, name)
    try:
        document = docx.Document(io.BytesIO(content))
        _unwrap(document.element.body)
        composition, title = _compose(document.iter_inner_content())
    except (OpcError, LxmlError, KeyError, ValueError, zipfile.BadZipFile, RecursionError, AttributeError) as error:
        raise ReadingError(f"is a damaged Word document ({type(error).__name__}); save it again", path=name) from error
    if not composition.text.strip():
        raise ReadingError("is a Word document without text", path=name)
    yield make_article(
        checked_length(composition.text, path=name),
        id=document_id(content),
        path=name,
        format="docx",
        known=Metadata(title=title),
        hints=composition.hints,
    )


def _check_size(content: bytes, name: str) -> None:
    """Refuse a document that unpacks to more than any has, before it is parsed."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(info.file_size for info in parts.infolist()) > MAX_MEMBER:
            raise ReadingError("unpacks to more than an article can have; it is left alone", path=name)


def _unwrap(body: Any) -> None:
    """Put what stands in a frame of its own (inserted by a reviewer, a field of a form) where the frame stands."""
    for frame in [*body.iter(*map(qn, FRAMES))][::-1]:
        content = frame.find(qn("w:sdtContent"))
        for part in list(frame if content is None else content):
            frame.addprevious(part)
        frame.getparent().remove(frame)


def _compose(blocks: Iterator[Paragraph | Table]) -> tuple[Composition, str | None]:
    """The text, and the title where a paragraph has the style of one."""
    composition = Composition()
    title, listed = None, False
    for block in blocks:
        if isinstance(block, Table):
            composition.table([[cell.text for cell in row.cells] for row in block.rows])
            listed = False
            continue
        style = (block.style.name or "").casefold() if block.style is not None else ""
        in_list = _is_item(block, style)
        if in_list:
            composition.item(block.text.replace("\n", " "), first=not listed)
        else:
            composition.paragraph(block.text, zone="headline" if style in ("title", "subtitle") else None)
            title = title or (" ".join(block.text.split()) if style == "title" else None)
        listed = in_list
    return composition, title or None


def _is_item(paragraph: Paragraph, style: str) -> bool:
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return (numbered or style.startswith("list")) and not style.startswith(("heading", "title"))
