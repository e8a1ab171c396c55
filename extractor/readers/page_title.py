"""The title that a page declares → the headline that its reader sees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import _Element

PARTS = re.compile(r"(\s+[|–—»·:-]+\s+|:\s+)")
WORD = re.compile(r"\w+")
TITLE_WORDS = 3
"""Fewer are no headline, but the name of a site, a section or a file."""

HEADINGS = ("h1", "h2", "h3")
FIRST_LINES = 20


def headings(tree: _Element) -> list[str]:
    """The page's headings, as text."""
    return [" ".join("".join(heading.itertext()).split()) for heading in tree.iter(*HEADINGS)]


def headline(declared: str | None, shown: Sequence[str]) -> str | None:
    """The part of a declared title (`Site: Headline | Section`) that is also `shown`; else all of it.

    Null where the title is too short for a headline and is not shown.
    """
    title = " ".join((declared or "").split())
    words = {_words(line) for line in shown if line}
    if not title or _words(title) in words:
        return title or None
    pieces = PARTS.split(title)
    parts = ["".join(pieces[at:end]) for at in range(0, len(pieces), 2) for end in range(len(pieces), at, -2)]
    for part in sorted(parts, key=len, reverse=True):
        if part.count(" ") >= TITLE_WORDS - 1 and _words(part) in words:
            return part
    return title if title.count(" ") >= TITLE_WORDS - 1 else None


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
