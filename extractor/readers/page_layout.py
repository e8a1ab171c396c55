"""Markup that says where things stand on a page, not what they are: tables that lay it out, bodies cut into pieces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import html
from lxml.etree import _Element

from extractor.readers.paragraphs import BULLET

LONG_CELL = 500
"""Characters that no cell of a table of data has."""

ROWS = ("table", "thead", "tbody", "tr")
CELLS = ("td", "th")
MENU_SHARE = 0.8
LONG_PARAGRAPH = 100
BODY_SHARE = 0.6
"""The share of a page's prose that the pieces of its body hold together."""


def without_layout(tree: _Element) -> None:
    """Make tables that only lay out the page, or set marks before the items of a list, what they stand for."""
    for table in [*tree.iter("table")][::-1]:
        rows = [[cell for cell in row.iter(*CELLS) if _text(cell)] for row in table.iter("tr")]
        rows = [row for row in rows if row]
        if rows and all(len(row) == 2 and _is_mark(_text(row[0])) for row in rows):
            _to_list(table, [row[1] for row in rows])
        elif _is_layout(rows):
            for cell in [cell for row in rows for cell in row if _is_menu(cell)]:
                cell.drop_tree()
            for part in table.iter(*ROWS, *CELLS):
                part.tag = "div"


def _is_layout(rows: list[list[_Element]]) -> bool:
    """Whether a table holds the page rather than data: a single row or column, or prose in a cell."""
    if len(rows) < 2 or all(len(row) < 2 for row in rows):
        return True
    return any(len(_text(cell)) > LONG_CELL for row in rows for cell in row)


def _is_menu(cell: _Element) -> bool:
    """Whether a cell holds hardly anything but links."""
    links = [_text(link) for link in cell.iter("a")]
    return len(links) > 1 and sum(map(len, links)) > MENU_SHARE * len(_text(cell))


def _is_mark(text: str) -> bool:
    """Whether a cell holds nothing but the mark of a list's item."""
    mark = BULLET.match(f"{text} x")
    return mark is not None and mark.end() == len(text) + 1


def _to_list(table: _Element, items: list[_Element]) -> None:
    """Put a list in the place of a table; one that follows another such list goes on with it."""
    before = table.getprevious()
    if before is not None and before.get("data-items") and not (before.tail or "").strip():
        found = before
        found.tail = table.tail
        table.tail = None
        table.drop_tree()
    else:
        found = html.Element("ul", {"data-items": "cells"})
        found.tail = table.tail
        table.tail = None
        table.getparent().replace(table, found)
    for item in items:
        item.tag, item.tail = "li", None
        found.append(item)


def with_joined_body(tree: _Element) -> None:
    """Put the pieces of a body that is cut up (by pictures, advertisements) into the first of them.

    Pieces are elements of one class whose own paragraphs are together most of the page's prose.
    """
    prose: dict[tuple[str, str], dict[_Element, int]] = defaultdict(lambda: defaultdict(int))
    whole = 0
    for paragraph in tree.iter("p"):
        length = len(_text(paragraph))
        parent = paragraph.getparent()
        if length < LONG_PARAGRAPH or parent is None:
            continue
        whole += length
        if parent.tag in ("div", "section") and parent.get("class"):
            prose[parent.tag, parent.get("class")][parent] += length
    for pieces in prose.values():
        if len(pieces) > 1 and sum(pieces.values()) > BODY_SHARE * whole and _are_apart(pieces):
            first, *others = pieces
            for other in others:
                for child in list(other):
                    first.append(child)


def _are_apart(pieces: dict[_Element, int]) -> bool:
    """Whether they stand in one article, and none of them in another."""
    articles = {next(piece.iterancestors("article"), None) for piece in pieces}
    nested = any(ancestor in pieces for piece in pieces for ancestor in piece.iterancestors("div", "section"))
    return len(articles) == 1 and not nested


def linked_paragraphs(tree: _Element) -> Iterator[_Element]:
    """The paragraphs that are nothing but a link to another story, with or without a word before it (`Related: …`)."""
    for paragraph in tree.iter("p"):
        linked = " ".join(_text(link) for link in paragraph.iter("a"))
        if linked.count(" ") < 3:
            continue
        text = _text(paragraph)
        before = text.removesuffix(linked).strip()
        if text.endswith(linked) and (not before or (before.endswith(":") and before.count(" ") < 3)):
            yield paragraph


def _text(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())
