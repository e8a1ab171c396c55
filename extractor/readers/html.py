"""HTML → article, by trafilatura: the body in reading order without page furniture, and the page's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura
from lxml.etree import LxmlError, _Element
from trafilatura.settings import Document

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import Metadata, make_article
from extractor.readers.composition import Composition
from extractor.readers.markup import compose
from extractor.readers.page_body import focused, without_furniture
from extractor.readers.page_layout import with_joined_body, without_layout
from extractor.readers.page_title import FIRST_LINES, headings, headline
from extractor.readers.text import checked_length, decode

MAX_PAGE = 60_000_000
DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
LANGUAGE = re.compile(
    r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2,3})\b"
    r"|<meta[^>]{0,200}?(?:content-language|og:locale|name=[\"']?(?:dc\.)?language)\b[^>]{0,200}?"
    r"\bcontent\s*=\s*[\"']?([a-z]{2,3})(?:\b|_)",
    re.IGNORECASE,
)
KEPT = 0.85
"""The share of a text that must be found again in the element that holds most of it."""

LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
MAX_ATTRIBUTES, MAX_BLANKS = 5_000, 50_000
WORD = re.compile(r"\w+")


def read_html(content: bytes, name: str) -> Iterator[Article]:
    """The article of a page. Raises `ReadingError` where the page has no text that could be one."""
    yield page_article(decode_page(content, name), name, id=document_id(content))


def page_article(page: str, name: str, *, id: str, format: str = "html", known: Metadata | None = None) -> Article:
    """The article of a page's markup; what is `known` wins over what the page says. Raises `ReadingError` as
    `read_html`."""
    composition, metadata = page_text(page, name)
    return make_article(
        checked_length(composition.text, path=name),
        id=id,
        path=name,
        format=format,
        known=known.filled_by(metadata) if known else metadata,
        hints=composition.hints,
    )


def decode_page(content: bytes, name: str) -> str:
    """The page's markup: UTF-8 where it is valid, else in the encoding it declares, else as `text.decode` tells."""
    if len(content) > MAX_PAGE:
        raise ReadingError(f"has {len(content):,} bytes, more than the {MAX_PAGE:,} of the longest page", path=name)
    declared = DECLARED.search(content[:4096])
    for encoding in ("utf-8-sig", *((declared[1].decode("ascii", "ignore"),) if declared else ())):
        try:
            page = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in page:
            return page
    return decode(content, path=name)


def page_text(page: str, name: str) -> tuple[Composition, Metadata]:
    """The text of a page with its headline first, and what its markup says of title, date and publisher."""
    document, shown = _extract(page, name)
    if document is None or document.body is None:
        raise ReadingError("holds no text of an article", path=name)
    composition = Composition()
    blocks = Composition()
    compose(document.body, blocks)
    title = headline(document.title, [*shown, *blocks.text.split("\n", FIRST_LINES)])
    metadata = _metadata(document, page, title)
    if metadata.title and not _begins_with(blocks.text, metadata.title):
        composition.paragraph(metadata.title, zone="headline")
    compose(document.body, composition)
    if not composition.text.strip():
        raise ReadingError("holds no text of an article", path=name)
    return composition, metadata


def _extract(page: str, name: str) -> tuple[Document | None, list[str]]:
    """The page by trafilatura's rules, and for a fragment by its baseline; and the headings that it shows."""
    if any(_is_swollen(tag.group()) for tag in LONG_TAG.finditer(page)):
        raise ReadingError("has a tag with more attributes than any page needs; it is left alone", path=name)
    try:
        tree = trafilatura.load_html(page)
        if tree is None:
            return None, []
        without_furniture(tree)
        without_layout(tree)
        with_joined_body(tree)
        shown = headings(tree)
        found = _bare(tree)
        if found is not None and found.body is not None:
            return _with_structure(found, tree), shown
        body, text, _ = trafilatura.baseline(tree)
        return Document(body=body) if text.strip() else None, shown
    except (LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise ReadingError(f"is markup that cannot be read ({type(error).__name__})", path=name) from error


def _bare(page: _Element) -> Document | None:
    options: dict[str, Any] = {
        "fast": True,
        "favor_recall": True,
        "include_comments": False,
        "with_metadata": True,
        "date_extraction_params": DATES,
    }
    found = trafilatura.bare_extraction(page, **options)
    return found if isinstance(found, Document) else None


def _with_structure(found: Document, tree: _Element) -> Document:
    """What was found; where it has no headings, what is found again in the one element of the page that holds it."""
    if found.body.find(".//head") is not None:
        return found
    narrowed = focused(tree, found.body)
    again = _bare(narrowed) if narrowed is not None else None
    if again is None or again.body is None or len(again.text or "") < KEPT * len(found.text or ""):
        return found
    found.body = again.body
    return found


def _is_swollen(tag: str) -> bool:
    """Whether a tag has so many attributes that parsing it, quadratic in their number, would take minutes."""
    return tag.count("=") > MAX_ATTRIBUTES or tag.count(" ") > MAX_BLANKS


def _metadata(document: Document, page: str, title: str | None) -> Metadata:
    language = LANGUAGE.search(page[:20_000])
    return Metadata(
        title=title,
        publisher=document.sitename or None,
        author=document.author or None,
        published=date.fromisoformat(document.date) if document.date else None,
        url=document.url or None,
        language=document.language or ((language[1] or language[2]).lower() if language else None),
    )


def _begins_with(text: str, title: str) -> bool:
    """Whether the text's first lines hold the title already."""
    wanted = " ".join(WORD.findall(title.casefold()))
    return bool(wanted) and wanted in " ".join(WORD.findall(text[: 600 + len(title)].casefold()))
