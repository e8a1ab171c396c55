"""Text → `Article`: what the text itself, its format and its file's name say of it, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import PurePath

from extractor.model import Article, PageBox, Zone, document_id
from extractor.readers.days import day_of_file_name
from extractor.readers.head import read_head
from extractor.readers.paragraphs import paragraphs
from extractor.readers.zones import find_zones

MAX_PARAGRAPHS = 50_000
"""What follows these in a text is body: no article has as many."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format or a manifest says of an article, apart from its text; null where it does not."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None

    def filled_by(self, other: Metadata) -> Metadata:
        """These values, with those of the other where these are null."""
        return Metadata(*(getattr(self, each.name) or getattr(other, each.name) for each in fields(self)))


def make_article(
    text: str,
    *,
    id: str,
    path: str = "",
    format: str = "text",
    known: Metadata | None = None,
    hints: Sequence[Zone] = (),
    boxes: Sequence[PageBox] = (),
) -> Article:
    """The article of a text. What is `known` wins over the text's own head, that over the date in the file's name."""
    known = known or Metadata()
    found = paragraphs(text)[:MAX_PARAGRAPHS]
    head = read_head(found, title=known.title)
    return Article(
        text=text,
        id=id,
        path=path,
        format=format,
        title=known.title or head.title,
        publisher=known.publisher or head.publisher,
        author=known.author or head.author,
        published=known.published or head.published or day_of_file_name(PurePath(path).name),
        url=known.url,
        language=known.language,
        zones=find_zones(found, head, hints),
        boxes=tuple(boxes),
    )


def article_from_text(
    text: str,
    *,
    path: str = "",
    title: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
    url: str | None = None,
) -> Article:
    """The article of a text that is in no file; what is given wins over what the text's head says.

    Its id is that of the text in UTF-8.
    """
    known = Metadata(title=title, publisher=publisher, published=published, url=url)
    return make_article(text, id=document_id(text.encode("utf-8", "surrogatepass")), path=path, known=known)
