"""Zones: which stretch of the text is headline, dateline, body, list, about, forward-looking, contact, boilerplate …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.model import FURNITURE_ZONES, Zone
from extractor.readers.head import IMAGE, SENTENCE_END, Head
from extractor.readers.paragraphs import Paragraph
from extractor.readers.vocabulary import WITHIN, Section, vocabulary

BODY = Section("body", True)
HEADING_LENGTH = 120
OPENING_MARKS, CLOSING_MARKS = "#*_> \t[", "*_: \t]"
CONTACT_DETAIL = re.compile(r"@\w|\+?\(?\d[\d ()./-]{6,}\d|https?://|www\.")
ADDRESS = re.compile(r"(?:\[?\d{1,2}[\].)]*\s+)?(?:https?://|www\.)\S+$")
CELLS = re.compile(r"\S(?:[ \t]*\|[ \t]*|\t+| {3,})(?=\S)")
NUMBER_CELL = re.compile(r"[\s$€£¥(–—<>=~±-]*(?:\d[\d.,:/]*(?:\s*[%)a-zA-Z]{1,3})?|[–—-]|N/?A)[\s)%*]*$", re.IGNORECASE)
TABLE_LINES = 6


def find_zones(found: Sequence[Paragraph], head: Head, hints: Sequence[Zone] = ()) -> tuple[Zone, ...]:
    """The zones of an article in order without overlap, neighbours of one kind joined.

    `hints` are zones that the format itself gives (an HTML table, a figure's caption); they win over the words.
    """
    zones = list(head.zones[: head.body])
    dateline = head.zones[head.body :]
    tables = _columns_of_cells(found)
    section = BODY
    for number, paragraph in enumerate(found[head.body :], head.body):
        before = found[number - 1] if number else None
        after = found[number + 1] if number + 1 < len(found) else None
        kind, section = _kind(paragraph, before, after, section)
        if kind in ("body", "list") and number in tables:
            kind = "table"
        zones.append(Zone(paragraph.start, paragraph.end, kind))
    zones = _overlaid(zones, dateline)
    furniture = [zone for zone in zones if zone.kind in FURNITURE_ZONES]
    hints = [hint for hint in hints if hint.kind in FURNITURE_ZONES or not _meets(hint, furniture)]
    return tuple(_joined(_overlaid(zones, hints)))


def _kind(
    paragraph: Paragraph, before: Paragraph | None, after: Paragraph | None, section: Section
) -> tuple[str, Section]:
    """The kind of a paragraph, and the section that the next one stands in."""
    text = paragraph.text
    begun = _begins(text)
    if begun:
        return begun.kind, begun if begun.whole else section
    if section.kind != "body" and _ends(section, paragraph, after):
        section = BODY
    if section.kind != "body":
        return section.kind, section
    return _shape(paragraph), section


def _begins(text: str) -> Section | None:
    """The section that a heading or the first words of a paragraph begin."""
    words = vocabulary()
    if len(text) <= HEADING_LENGTH:
        bare = text.lstrip(OPENING_MARKS).rstrip(CLOSING_MARKS)
        heading = words.headings.match(bare) or words.headings.match(text)
        if heading and not SENTENCE_END.search(text):
            return words.section_of(heading)
    start = words.starts.match(text[:HEADING_LENGTH].lstrip(OPENING_MARKS))
    if start:
        return words.section_of(start)
    beginning = text[:WITHIN].casefold()
    return next((section for form, section in words.within if form in beginning), None)


def _ends(section: Section, paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a paragraph goes back to the body: a heading of something else, or prose after names and numbers."""
    text = paragraph.text
    prose = len(text) > 200 and SENTENCE_END.search(text)
    if section.kind == "contact":
        return bool(prose) and not CONTACT_DETAIL.search(text)
    if len(text) > HEADING_LENGTH or paragraph.bulleted or SENTENCE_END.search(text) or text.endswith((",", ";")):
        return False
    heading = text.startswith("#") or (paragraph.gap and text[0].isupper() and not CONTACT_DETAIL.search(text))
    return heading and after is not None and len(after.text) > len(text)


def _shape(paragraph: Paragraph) -> str:
    """What the form of a paragraph of the body alone tells."""
    text = paragraph.text
    image = IMAGE.match(text)
    if image:
        return "caption" if image["caption"].strip() else "boilerplate"
    if ADDRESS.match(text):
        return "boilerplate"
    if text.startswith(">"):
        return "quote-box"
    if paragraph.bulleted:
        return "list"
    celled = "|" in text or "\t" in text or "   " in text
    return "table" if celled and len(CELLS.findall(text, 0, 500)) >= 2 else "body"


def _columns_of_cells(found: Sequence[Paragraph]) -> set[int]:
    """Numbers of the paragraphs that are the cells of a table, written one a line."""
    cells: set[int] = set()
    run: list[int] = []
    for number, paragraph in enumerate([*found, None]):
        if paragraph and len(paragraph.text) < 60 and not paragraph.text.endswith((".", "?", "!")):
            run.append(number)
            continue
        numeric = sum(1 for at in run if NUMBER_CELL.match(found[at].text))
        if len(run) >= TABLE_LINES and numeric >= 0.3 * len(run):
            cells.update(run)
        run = []
    return cells


def _overlaid(zones: Iterable[Zone], over: Sequence[Zone]) -> list[Zone]:
    """Zones with those of `over` cut out of them and put in their place."""
    if not over:
        return list(zones)
    laid: list[Zone] = list(over)
    for zone in zones:
        start = zone.start
        for cut in over:
            if cut.end <= start or cut.start >= zone.end:
                continue
            if cut.start > start:
                laid.append(Zone(start, cut.start, zone.kind))
            start = max(start, cut.end)
        if start < zone.end:
            laid.append(Zone(start, zone.end, zone.kind))
    return sorted(laid, key=lambda zone: zone.start)


def _meets(zone: Zone, others: Sequence[Zone]) -> bool:
    return any(other.start < zone.end and zone.start < other.end for other in others)


def _joined(zones: Iterable[Zone]) -> list[Zone]:
    joined: list[Zone] = []
    for zone in zones:
        if joined and joined[-1].kind == zone.kind:
            joined[-1] = Zone(joined[-1].start, zone.end, zone.kind)
        else:
            joined.append(zone)
    return joined
