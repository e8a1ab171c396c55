"""Trafilatura's simplified tree (head, p, list, item, quote, table, row, cell, lb) → text."""

from __future__ import annotations

from lxml.etree import _Element

from extractor.readers.composition import Composition

BLOCKS = ("list", "table", "quote")
APART = ("list", "table", "graphic", "item")


def compose(element: _Element, into: Composition, *, zone: str | None = None) -> None:
    """Write the element's blocks in reading order; paragraphs of a quotation set apart are a quote box."""
    if element.text and element.text.strip():
        into.paragraph(element.text, zone=zone)
    for child in element:
        if child.tag in BLOCKS:
            _compose_block(child, into)
        elif child.tag in ("div", "body") and len(child):
            compose(child, into, zone=zone)
        elif child.tag not in ("graphic", "comments"):
            into.paragraph(_inline(child), zone=zone)
            for nested in child:
                if nested.tag in BLOCKS:
                    _compose_block(nested, into)
        if child.tail and child.tail.strip():
            into.paragraph(child.tail, zone=zone)


def _compose_block(element: _Element, into: Composition) -> None:
    if element.tag == "list":
        for number, item in enumerate(element.iter("item")):
            into.item(_inline(item).replace("\n", " "), first=number == 0)
    elif element.tag == "table":
        into.table([[_inline(cell) for cell in row.iter("cell")] for row in element.iter("row")])
    else:
        compose(element, into, zone="quote-box")


def _inline(element: _Element) -> str:
    """The element's text with `lb` as a line break, without nested lists, tables and pictures."""
    parts = [(element.text or "").replace("\n", " ")]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag not in APART and (child.tag != "quote" or element.tag == "item"):
            parts.append(_inline(child))
        parts.append((child.tail or "").replace("\n", " "))
    return "".join(parts)
