"""Text → paragraphs: the units of which head and zones are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

WRAP_MIN, WRAP_MAX = 50, 140
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff\u200b\u200e"
"""What is no word: every white space of Unicode, and signs without a width."""

BULLET = re.compile(r"(?:[•●▪■◦‣⁃∙·*+\-–—o»➢✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the blanks around it; `gap` tells whether an empty line stands before it."""

    start: int
    end: int
    text: str
    gap: bool

    @property
    def bulleted(self) -> bool:
        """Whether it is an item of a list."""
        return BULLET.match(self.text) is not None


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs in order: one for each line that is not empty, lines that were wrapped joined to one."""
    lines = _lines(text)
    width = _wrap_width(lines)
    return _join_wrapped(text, lines, width) if width else lines


def _lines(text: str) -> list[Paragraph]:
    found = []
    start, gap = 0, True
    for line in text.splitlines(keepends=True):
        content = line.strip(BLANKS)
        if content:
            begin = start + line.index(content)
            found.append(Paragraph(begin, begin + len(content), content, gap))
            gap = False
        else:
            gap = True
        start += len(line)
    return found


def _wrap_width(lines: list[Paragraph]) -> int:
    """The width at which the text was wrapped by hand or by a mail program; 0 where each paragraph is one line."""
    longest = max((len(line.text) for line in lines), default=0)
    if not WRAP_MIN <= longest <= WRAP_MAX or len(lines) < 4:
        return 0
    followed = [len(line.text) for line, after in pairwise(lines) if not after.gap]
    full = sum(1 for length in followed if length > 0.75 * longest)
    return longest if full >= 3 and full > 0.5 * len(followed) else 0


def _join_wrapped(text: str, lines: list[Paragraph], width: int) -> list[Paragraph]:
    """A line goes on in the next one where that one's first word had no room left on it."""
    joined: list[Paragraph] = []
    room = width
    for line in lines:
        word = line.text.split(maxsplit=1)[0]
        if joined and not line.gap and not line.bulleted and room + 1 + len(word) > 0.95 * width:
            last = joined[-1]
            joined[-1] = Paragraph(last.start, line.end, text[last.start : line.end], last.gap)
        else:
            joined.append(line)
        room = len(line.text)
    return joined
