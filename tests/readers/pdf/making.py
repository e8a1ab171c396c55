"""PDFs for the tests: an article set in one or two columns, with running heads, broken words and footnotes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
MARGIN, TOP, BOTTOM = 56.0, 70.0, 70.0


@dataclass(frozen=True)
class Setting:
    """How an article is set."""

    columns: int = 1
    size: float = 10.0
    gutter: float = 20.0
    by_rows: bool = False
    hyphenate: bool = False
    justify: bool = False
    head: str | None = None
    foot: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Set:
    """A line to be drawn."""

    text: str
    size: float
    gap: float
    last: bool


@lru_cache(maxsize=1)
def font() -> str:
    """A font with the characters of press releases that comes with reportlab."""
    folder = Path(reportlab.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont("Vera", str(folder / "Vera.ttf")))
    return "Vera"


def make_pdf(title: str | None, paragraphs: Sequence[str], setting: Setting) -> bytes:
    """The article as a PDF. The headline runs over all columns."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    space = (WIDTH - 2 * MARGIN - setting.gutter * (setting.columns - 1)) / setting.columns
    lines = [line for text in paragraphs for line in _set(text, space, setting.size, setting.hyphenate)]
    top = HEIGHT - TOP
    _furniture(canvas, setting, 1)
    if title:
        for line in _set(title, WIDTH - 2 * MARGIN, 1.8 * setting.size, False):
            top -= 1.25 * line.size
            canvas.setFont(font(), line.size)
            canvas.drawString(MARGIN, top, line.text)
        top -= setting.size
    page = 1
    bottom = BOTTOM + (40 if setting.note else 0)
    while lines:
        columns = []
        for _ in range(setting.columns):
            column, lines = _column(lines, top, bottom)
            columns.append(column)
        _draw(canvas, columns, space, setting)
        if lines:
            canvas.showPage()
            page, top = page + 1, HEIGHT - TOP
            _furniture(canvas, setting, page)
    canvas.save()
    return file.getvalue()


def _furniture(canvas: Canvas, setting: Setting, page: int) -> None:
    canvas.setFont(font(), 8)
    if setting.head:
        canvas.drawString(MARGIN, HEIGHT - 40, setting.head)
    if setting.foot:
        canvas.drawString(MARGIN, 36, setting.foot)
    canvas.drawCentredString(WIDTH / 2, 24, f"Page {page}")
    if setting.note and page == 1:
        canvas.setFont(font(), 0.7 * setting.size)
        canvas.drawString(MARGIN, BOTTOM, setting.note)


def _set(text: str, width: float, size: float, hyphenate: bool) -> Iterator[Set]:
    """The lines of a paragraph; long words may be broken at the line's end."""
    line, gap = "", 0.9 * size
    words = text.split()
    while words:
        word = words.pop(0)
        trial = f"{line} {word}".strip()
        if not line or pdfmetrics.stringWidth(trial, font(), size) <= width:
            line = trial
            continue
        head, tail = _broken(line, word, width, size) if hyphenate else ("", word)
        if head:
            line = f"{line} {head}".strip()
        elif "-" in word[1:-1]:
            cut = word.index("-", 1) + 1
            if pdfmetrics.stringWidth(f"{line} {word[:cut]}".strip(), font(), size) <= width:
                line, tail = f"{line} {word[:cut]}".strip(), word[cut:]
        yield Set(line, size, gap, False)
        line, gap = "", 0.0
        words.insert(0, tail)
    yield Set(line, size, gap, True)


def _broken(line: str, word: str, width: float, size: float) -> tuple[str, str]:
    if not word.isalpha() or not word.islower() or len(word) < 8:
        return "", word
    for cut in range(len(word) - 3, 3, -1):
        head = word[:cut] + "-"
        if pdfmetrics.stringWidth(f"{line} {head}".strip(), font(), size) <= width:
            return head, word[cut:]
    return "", word


def _column(lines: list[Set], top: float, bottom: float) -> tuple[list[tuple[float, Set]], list[Set]]:
    """The lines that fit into a column, each with its baseline, and those that are left."""
    column: list[tuple[float, Set]] = []
    base = top
    for number, line in enumerate(lines):
        base -= 1.3 * line.size + (line.gap if column else 0)
        if base < bottom:
            return column, lines[number:]
        column.append((base, line))
    return column, []


def _draw(canvas: Canvas, columns: list[list[tuple[float, Set]]], space: float, setting: Setting) -> None:
    placed = [(base, number, line) for number, column in enumerate(columns) for base, line in column]
    if setting.by_rows:
        placed.sort(key=lambda place: (-place[0], place[1]))
    canvas.setFont(font(), setting.size)
    for base, number, line in placed:
        left = MARGIN + number * (space + setting.gutter)
        if setting.justify and not line.last and " " in line.text:
            _justified(canvas, left, base, space, line)
        else:
            canvas.drawString(left, base, line.text)


def _justified(canvas: Canvas, left: float, base: float, space: float, line: Set) -> None:
    words = line.text.split()
    widths = [pdfmetrics.stringWidth(word, font(), line.size) for word in words]
    blank = (space - sum(widths)) / (len(words) - 1)
    for word, width in zip(words, widths, strict=True):
        canvas.drawString(left, base, word)
        left += width + blank
