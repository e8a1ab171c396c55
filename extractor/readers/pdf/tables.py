"""Ruled tables of a page, found by pdfplumber and filled with the page's own words."""

from __future__ import annotations

from collections.abc import Sequence

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extractor.readers.pdf.segments import Segment
from extractor.readers.pdf.words import Word

MIN_RULES = 4
MAX_RULES = 3000


def has_rules(page: pdfium.PdfPage) -> bool:
    """Whether the page draws enough lines or boxes for a table (and not a drawing's thousands)."""
    count = 0
    for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2):
        count += 1
        if count > MAX_RULES:
            return False
    return count >= MIN_RULES


def ruled_tables(page: pdfplumber.page.Page, words: Sequence[Word]) -> tuple[list[Segment], list[Word]]:
    """The page's tables as segments with rows of cells, and the words that stand in none of them."""
    tables: list[Segment] = []
    rest = list(words)
    for table in page.find_tables():
        x0, top, x1, bottom = table.bbox
        inside = [word for word in rest if _within(word, (x0, top, x1, bottom))]
        rows = tuple(tuple(_cell(inside, cell) for cell in row.cells) for row in table.rows)
        filled = [row for row in rows if any(row)]
        if len(filled) < 2 or max(len(row) for row in rows) < 2 or not inside:
            continue
        taken = set(map(id, inside))
        rest = [word for word in rest if id(word) not in taken]
        tables.append(Segment("", x0, top, x1, bottom, inside[0].size, len(inside), rows=tuple(filled)))
    return tables, rest


def _within(word: Word, box: tuple[float, float, float, float]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _cell(words: Sequence[Word], box: tuple[float, float, float, float] | None) -> str:
    if box is None:
        return ""
    inside = [word for word in words if _within(word, box)]
    inside.sort(key=lambda word: (round(word.bottom / max(word.size, 1)), word.x0))
    return " ".join(word.text for word in inside)
