"""The element of a page that holds its article, for pages whose markup does not name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache

from lxml import html
from lxml.etree import _Element

from extractor.readers.page_layout import linked_paragraphs
from extractor.rulebook import default_rules_dir, read_table

HELD = 0.8
"""The share of the paragraphs found that the article's element must hold."""

MIN_PARAGRAPHS = 3
MARKS = ("class", "id", "data-testid")
HOLDERS = ("div", "aside", "section", "ul", "p")
BLOCKS = ("p", "li", "td", "blockquote", "dd")
KEY_LENGTH = 60


@lru_cache(maxsize=1)
def _furniture() -> frozenset[str]:
    rows = read_table(default_rules_dir() / "articles" / "page-furniture.tsv")
    return frozenset(row["name"].casefold() for row in rows)


def without_furniture(tree: _Element) -> None:
    """Take elements out of the page that are never the article: advertisements, cookie notes, related stories."""
    names = _furniture()
    for element in list(tree.iter(*HOLDERS)):
        marks = " ".join(element.get(name, "") for name in MARKS).casefold().split()
        if not names.isdisjoint(marks) and element.getparent() is not None:
            element.drop_tree()
    for paragraph in list(linked_paragraphs(tree)):
        paragraph.drop_tree()


def focused(tree: _Element, body: _Element) -> _Element | None:
    """A page with nothing but the element that holds what was found in `body`, as its `article`.

    Null where no element but the whole page does, or where it has neither headings nor lists that could be missing.
    """
    keys = {_key(element) for element in body.iter("p", "item") if _key(element)}
    found = [element for element in tree.iter(*BLOCKS) if _key(element) in keys]
    if len(found) < MIN_PARAGRAPHS:
        return None
    holders = Counter(ancestor for element in found for ancestor in element.iterancestors())
    enough = [element for element, count in holders.items() if count >= HELD * len(found)]
    holder = max(enough, key=_depth)
    if holder.tag in ("body", "html") or next(_structure(holder), None) is None:
        return None
    page = html.Element("html")
    head = tree.find(".//head")
    if head is not None:
        page.append(deepcopy(head))
    article = deepcopy(holder)
    article.tag, article.tail = "article", None
    article.attrib.clear()
    html.etree.SubElement(page, "body").append(article)
    return page


def _structure(holder: _Element) -> Iterator[_Element]:
    return holder.iter("h2", "h3", "h4", "h5", "h6", "ul", "ol")


def _depth(element: _Element) -> int:
    return sum(1 for _ in element.iterancestors())


def _key(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())[:KEY_LENGTH]
