"""PDF → article: columns in reading order, paragraphs whole again, tables by rows, and the place of every line."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

import pdfplumber
import pypdfium2 as pdfium
from pdfminer.psexceptions import PSException

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import Metadata, make_article
from extractor.readers.pdf.columns import columns
from extractor.readers.pdf.composing import compose
from extractor.readers.pdf.lines import Block, blocks_of, joined_over_breaks, lines_of
from extractor.readers.pdf.running import without_running
from extractor.readers.pdf.segments import Segment, segments_of
from extractor.readers.pdf.tables import has_rules, ruled_tables
from extractor.readers.pdf.words import Word, words_of
from extractor.readers.text import checked_length

MAX_PAGES = 1500
TITLE_SIZE = 1.2
TITLE_WORDS = 3
FOOTNOTE_SIZE = 0.88
FOOTNOTE_SHARE = 0.25
PROSE_WORDS = 20
MADE_TITLE = re.compile(r"\.\w{2,5}\s*$|^(?:microsoft |untitled|slide \d|\(anonymous|print)", re.IGNORECASE)
MADE_DAY = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")


def read_pdf(content: bytes, name: str) -> Iterator[Article]:
    """The article of a PDF, with the page and box of each of its lines.

    Title and date are those of the first page, else those of the file's own metadata. Raises `ReadingError` for a
    damaged or encrypted file, and for one without text, such as a scan.
    """
    document = _open(content, name)
    try:
        pages, heights = _pages(document, content)
        made = _made(document)
    except pdfium.PdfiumError as error:
        raise ReadingError(f"is a damaged PDF ({error}); export it again", path=name) from error
    finally:
        document.close()
    body, notes = _blocks(without_running(pages, heights))
    text, hints, boxes = compose(body, notes)
    if not text.strip():
        raise ReadingError("is a PDF without text (a scan?); run it through text recognition first", path=name)
    article = make_article(
        checked_length(text, path=name),
        id=document_id(content),
        path=name,
        format="pdf",
        known=Metadata(title=_title(body)),
        hints=hints,
        boxes=boxes,
    )
    yield replace(
        article,
        title=article.title or made.title,
        author=article.author or made.author,
        published=article.published or made.published,
    )


def _open(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadingError("is an encrypted PDF; save it without its password", path=name) from error
        raise ReadingError(f"is a damaged PDF ({error}); export it again", path=name) from error
    if not 0 < count <= MAX_PAGES:
        document.close()
        raise ReadingError(f"is a PDF of {count:,} pages; an article has 1 to {MAX_PAGES:,}", path=name)
    return document


def _pages(document: pdfium.PdfDocument, content: bytes) -> tuple[list[list[Segment]], list[float]]:
    """The segments of each page and the pages' heights; pdfplumber is called only for pages with ruled lines."""
    pages, heights = [], []
    plumber: pdfplumber.PDF | None = None
    for number in range(len(document)):
        page = document[number]
        words = words_of(page)
        tables: list[Segment] = []
        if words and has_rules(page):
            plumber = plumber or pdfplumber.open(io.BytesIO(content))
            tables, words = _tables(plumber, number, words)
        pages.append([*segments_of(words), *tables])
        heights.append(page.get_height())
        page.close()
    if plumber:
        plumber.close()
    return pages, heights


def _tables(plumber: pdfplumber.PDF, number: int, words: list[Word]) -> tuple[list[Segment], list[Word]]:
    """The ruled tables of a page; where pdfplumber cannot read the page they stay lines of text."""
    try:
        return ruled_tables(plumber.pages[number], words)
    except (PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError):
        return [], words


def _blocks(pages: Sequence[Sequence[Segment]]) -> tuple[list[Block], list[Block]]:
    """The paragraphs and tables of the document in reading order, and the footnotes."""
    found: list[list[Block]] = []
    for number, segments in enumerate(pages, 1):
        found.extend(blocks_of(lines_of(column, number)) for column in columns(segments))
    flat = [block for blocks in found for block in blocks]
    small = _note_size(flat)
    head = {id(block) for block in takewhile(lambda block: block.size <= small or not _is_prose(block), flat)}
    notes = [block for block in flat if not block.table and block.size <= small and id(block) not in head]
    apart = set(map(id, notes))
    return joined_over_breaks([[block for block in blocks if id(block) not in apart] for blocks in found]), notes


def _is_prose(block: Block) -> bool:
    """Whether it is a paragraph of the article's text: what stands before the first one is its head."""
    return block.table or sum(line.text.count(" ") + 1 for line in block.lines) >= PROSE_WORDS


def _note_size(blocks: Sequence[Block]) -> float:
    """The size up to which type is that of footnotes; 0 where too much of the text is as small."""
    weight: Counter[float] = Counter()
    for block in blocks:
        for line in block.lines:
            weight[round(line.size, 1)] += len(line.text)
    if not weight:
        return 0.0
    limit = weight.most_common(1)[0][0] * FOOTNOTE_SIZE
    share = sum(length for size, length in weight.items() if size <= limit) / sum(weight.values())
    return limit if share < FOOTNOTE_SHARE else 0.0


def _title(blocks: Sequence[Block]) -> str | None:
    """The paragraph of the first page in the largest type, where it is larger than that of the text."""
    first = [block for block in blocks if not block.table and block.lines[0].page == 1]
    longest = max(blocks, key=lambda block: sum(len(line.text) for line in block.lines), default=None)
    if longest is None:
        return None
    large = [block for block in first if block.size >= TITLE_SIZE * longest.size]
    titles = [block for block in large if sum(line.text.count(" ") + 1 for line in block.lines) >= TITLE_WORDS]
    if not titles:
        return None
    title = max(titles, key=lambda block: round(block.size))
    return compose([title], [])[0]


def _made(document: pdfium.PdfDocument) -> Metadata:
    """What the file's own metadata says, where it looks like somebody wrote it."""
    said = document.get_metadata_dict()
    title = " ".join(said.get("Title", "").split())
    if title.count(" ") + 1 < TITLE_WORDS or MADE_TITLE.search(title):
        title = ""
    day = MADE_DAY.match(said.get("CreationDate", ""))
    try:
        published = date(int(day[1]), int(day[2]), int(day[3])) if day else None
    except ValueError:
        published = None
    return Metadata(title=title or None, published=published)
