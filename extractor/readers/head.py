"""The head of an article in plain text: its title, publisher, author, date, and where its first lines belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.model import Zone
from extractor.readers.dateline import dateline_of
from extractor.readers.meta_line import MetaLine, meta_line
from extractor.readers.paragraphs import Paragraph
from extractor.readers.vocabulary import vocabulary

HEAD_PARAGRAPHS = 30
LATE_PARAGRAPHS = 12
TITLE_LENGTH = 350
WRAPPED = 40
"""So many characters a line has at least that was broken where the page ended."""

MARKED_TITLE = re.compile(r"#[ \t]+(?P<title>.*?)[ \t#]*$", re.DOTALL)
IMAGE = re.compile(r"!\[(?P<caption>[^\]]*)\]\([^)\s]*\)$")
BARE_WIRE = re.compile(r"(?:-{2,}|[–—/(])\s*(?P<wire>[^–—/()]+?)\s*(?:-{2,}|[–—/)])$")
SUBHEAD = re.compile(r"(?P<dash>-{1,2}|[–—])\s.{10,250}\s(?P=dash)$")
MENU_ENTRY = re.compile(r"[+<>»›] ?\S{1,25}(?: \S{1,15}){0,2}$")
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?:\d{1,2}|\[\d+\])?$")
SENTENCE_BREAK = re.compile(r"[a-z\d)%][.!?][\"”’')]*\s+[A-Z“\"]")
CONTENT_WORD = re.compile(r"[^\W_]{4,}")
ZONE_OF = {"title": "headline", "headline": "headline", "meta": "dateline"}


@dataclass(frozen=True, slots=True)
class Head:
    """What an article's first lines say; `zones` are those of its first `body` paragraphs and of the dateline."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    zones: tuple[Zone, ...] = ()
    body: int = 0


def read_head(found: Sequence[Paragraph], *, title: str | None = None) -> Head:
    """The head of the article whose paragraphs are given. What it does not say is null, never guessed.

    `title` is the title where it is known already; the line that repeats it is then the headline.
    """
    kinds, meta = _kinds(found, title)
    body = len(kinds)
    number = _title_number(found, kinds)
    zones = tuple(_zone(found[at], kind, at, number) for at, kind in enumerate(kinds))
    late = _late(found, body, meta)
    meta = meta.filled_by(late[0])
    own = None if number is None else _clean(found[number].text)
    published = meta.published or meta.updated
    return Head(title or own, meta.publisher, meta.author, published, (*zones, *late[1]), body)


def _kinds(found: Sequence[Paragraph], title: str | None) -> tuple[list[str], MetaLine]:
    """The kind of each paragraph of the head, which ends where a sentence, a list or a dateline begins."""
    kinds: list[str] = []
    meta = MetaLine()
    for at, paragraph in enumerate(found[:HEAD_PARAGRAPHS]):
        kind, said = _classify(paragraph, title)
        if kind == "body" or (kind == "headline" and kinds and _begins_wrapped_prose(found, at)):
            break
        kinds.append(kind)
        meta = meta.filled_by(said)
    return kinds, meta


def _begins_wrapped_prose(found: Sequence[Paragraph], at: int) -> bool:
    """Whether a line begins a paragraph whose lines were broken by hand: it goes on in small letters, to the end of a
    sentence."""
    run = [found[at].text]
    for paragraph in found[at + 1 :]:
        if paragraph.gap:
            break
        run.append(paragraph.text)
    wrapped = len(run) > 1 and len(run[0]) >= WRAPPED and run[1][0].islower()
    return wrapped and SENTENCE_END.search(run[-1]) is not None


def _classify(paragraph: Paragraph, title: str | None) -> tuple[str, MetaLine | None]:
    text = paragraph.text
    if MARKED_TITLE.match(text) or (title and _same(text, title)):
        return "title", None
    if SUBHEAD.match(text):
        return "headline", None
    if len(text) > TITLE_LENGTH or (paragraph.bulleted and not MENU_ENTRY.match(text)):
        return "body", None
    if IMAGE.match(text):
        return "image", None
    wire = BARE_WIRE.match(text)
    if wire and wire["wire"].casefold() in vocabulary().wires:
        return "furniture", MetaLine(publisher=vocabulary().wires[wire["wire"].casefold()])
    said = meta_line(text)
    if said:
        return "meta", said
    dateline = dateline_of(text)
    if dateline and dateline.length == len(text):
        return "meta", MetaLine(dateline.published, dateline.publisher)
    if _is_furniture(text):
        return "furniture", None
    prose = SENTENCE_BREAK.search(text) or (SENTENCE_END.search(text) and (len(text) > 80 or text.endswith(".")))
    if prose or text.endswith((":", ";", ",")) or dateline or vocabulary().starts.match(text):
        return "body", None
    return "headline", None


def _is_furniture(text: str) -> bool:
    """Page furniture above a headline: a menu's entry, a caption with its source, a label such as a section's name."""
    bare = text.strip("+*_#>< \t:.[]").casefold()
    return " | " in text or text[0] in "+<>" or bare in vocabulary().words["furniture"] or not re.search(r"\w", bare)


def _title_number(found: Sequence[Paragraph], kinds: Sequence[str]) -> int | None:
    """Which paragraph is the headline: the marked one, else the first that shares enough words with what follows."""
    if "title" in kinds:
        return kinds.index("title")
    after = found[len(kinds) : len(kinds) + 12]
    candidates = [at for at, kind in enumerate(kinds) if kind == "headline" and found[at].text.count(" ") >= 2]
    if not after or not candidates:
        return None
    body = {word.casefold() for paragraph in after for word in CONTENT_WORD.findall(paragraph.text)}
    scores = {at: len({word.casefold() for word in CONTENT_WORD.findall(found[at].text)} & body) for at in candidates}
    best = max(scores.values())
    return next(at for at in candidates if 2 * scores[at] >= best) if best else candidates[0]


def _zone(paragraph: Paragraph, kind: str, at: int, title: int | None) -> Zone:
    if kind == "image":
        image = IMAGE.match(paragraph.text)
        name = "caption" if image and image["caption"].strip() else "boilerplate"
    elif kind == "headline" and title is not None and at < title:
        name = "boilerplate"
    else:
        name = ZONE_OF.get(kind, "boilerplate")
    return Zone(paragraph.start, paragraph.end, name)


def _late(found: Sequence[Paragraph], body: int, meta: MetaLine) -> tuple[MetaLine, tuple[Zone, ...]]:
    """The dateline, and lines on the publication below a first summary or list."""
    said = MetaLine()
    for at, paragraph in enumerate(found[body : body + LATE_PARAGRAPHS]):
        dateline = dateline_of(paragraph.text)
        if dateline:
            said = said.filled_by(MetaLine(dateline.published, dateline.publisher))
            return said, (Zone(paragraph.start, paragraph.start + dateline.length, "dateline"),)
        line = meta_line(paragraph.text) if at < 4 and meta.published is None else None
        if line:
            said = said.filled_by(line)
    return said, ()


def _same(text: str, title: str) -> bool:
    return [*CONTENT_WORD.findall(text.casefold())] == [*CONTENT_WORD.findall(title.casefold())]


def _clean(text: str) -> str:
    """The headline without its mark and with its line breaks as blanks."""
    marked = MARKED_TITLE.match(text)
    return re.sub(r"\s*\n\s*", " ", marked["title"] if marked else text.strip("*_ "))
