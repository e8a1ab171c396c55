"""A page → its words with their places, by pypdfium2."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

WORD = re.compile(r"\S+")
LINE_END_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\xad": "-", "\u2010": "-", "\u2011": "-"})
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BOX_HEIGHT_OF_SIZE = 1.15
"""How much taller than its font's size a character's loose box mostly is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points from the page's top left corner; `size` is about that of its font.

    `blank` tells whether the file itself draws a blank before it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    blank: bool = False


def words_of(page: pdfium.PdfPage) -> list[Word]:
    """The page's words in the order in which the file draws them."""
    textpage = page.get_textpage()
    try:
        return _Reader(page, textpage).words()
    finally:
        textpage.close()


class _Reader:
    """Reads words and their boxes from a text page; characters are counted as pdfium does, in UTF-16 units."""

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> None:
        self._page = textpage.raw
        self._rect = raw.FS_RECTF()
        self._rotation = page.get_rotation()
        self._edges = page.get_bbox()

    def words(self) -> list[Word]:
        found: list[Word] = []
        text = self._text()
        for match in WORD.finditer(text):
            start = match.start()
            parts = self._word(match.group(), start, match.end())
            if parts and start and text[start - 1] == " " and not raw.FPDFText_IsGenerated(self._page, start - 1):
                parts[0] = replace(parts[0], blank=True)
            found.extend(parts)
        return found

    def _text(self) -> str:
        """All characters, one for each of pdfium's indices."""
        count = raw.FPDFText_CountChars(self._page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._page, 0, count, buffer)
        if written == count + 1:
            return "".join(map(chr, buffer[:count]))
        return "".join(chr(raw.FPDFText_GetUnicode(self._page, at) or 32) for at in range(count))

    def _word(self, text: str, start: int, end: int) -> list[Word]:
        """The word; or its parts where they stand on different heights or far from each other."""
        first = self._box(start)
        last = first if end == start + 1 else self._box(end - 1)
        height = first[3] - first[1]
        if height <= 0:
            return []
        level = abs(last[3] - first[3]) < 0.12 * height and abs(last[1] - first[1]) < 0.12 * height
        if level and -height < last[2] - first[0] < 1.3 * height * len(text):
            return [_made(text, first[0], first[1], last[2], first[3])]
        parts: list[Word] = []
        for at in range(start, end):
            letter = _made(text[at - start], *self._box(at))
            if parts and _goes_on(parts[-1], letter):
                parts[-1] = replace(parts[-1], text=parts[-1].text + letter.text, x1=letter.x1)
            else:
                parts.append(letter)
        return _with_raised_digits(parts)

    def _box(self, at: int) -> tuple[float, float, float, float]:
        rect = self._rect
        raw.FPDFText_GetLooseCharBox(self._page, at, rect)
        left, bottom, right, top = self._edges
        if self._rotation == 90:
            return rect.bottom - bottom, rect.left - left, rect.top - bottom, rect.right - left
        if self._rotation == 180:
            return right - rect.right, rect.bottom - bottom, right - rect.left, rect.top - bottom
        if self._rotation == 270:
            return top - rect.top, right - rect.right, top - rect.bottom, right - rect.left
        return rect.left - left, top - rect.top, rect.right - left, top - rect.bottom


def _made(text: str, x0: float, top: float, x1: float, bottom: float) -> Word:
    plain = text.translate(LINE_END_HYPHENS).translate(LIGATURES)
    if not plain.isascii():
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Word(plain, x0, top, x1, bottom, (bottom - top) / BOX_HEIGHT_OF_SIZE)


def _goes_on(word: Word, letter: Word) -> bool:
    height = word.bottom - word.top
    level = abs(letter.bottom - word.bottom) < 0.12 * height and abs(letter.top - word.top) < 0.12 * height
    return level and -0.3 * height < letter.x0 - word.x1 < 0.5 * height


def _with_raised_digits(parts: list[Word]) -> list[Word]:
    """Digits that are smaller and higher than the word before them, as superscript characters of that word."""
    joined: list[Word] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before is None or not _touches(before, part):
            joined.append(part)
        elif part.size < 0.85 * before.size and part.bottom < before.bottom - 0.15 * before.size:
            joined[-1] = replace(before, text=before.text + part.text.translate(RAISED_DIGITS), x1=part.x1)
        else:
            joined[-1] = replace(before, text=before.text + part.text, x1=max(before.x1, part.x1))
    return joined


def _touches(word: Word, part: Word) -> bool:
    """Whether a part of another height stands close after the word (and not on the next line)."""
    overlap = min(word.bottom, part.bottom) - max(word.top, part.top)
    near = -0.4 * word.size < part.x0 - word.x1 < 0.5 * word.size
    return near and overlap > 0.3 * min(word.bottom - word.top, part.bottom - part.top)
