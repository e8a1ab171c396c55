"""Which of the matches of attribution rules says who spoke a quotation: the lowest rank, then the shortest stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.model import Quote
from extractor.relations.attribution.sources import Source, SourceFinder
from extractor.rulebook import Match, View

_POSSESSIVE = ("'s", "’s")
TIED_RANK = 1
"""What a source loses in rank that hangs on another one: whoever is "at Acmera" speaks, not Acmera."""
OWNER_RANK = 2
"""What a source loses in rank of which only a thing speaks that the rule does not name: "the company's value: …"."""
TOLD_RANK = 4
"""What a source loses in rank that is spoken to: "told Reuters: …"."""
FRAGMENT_RANK = 2
"""What a source behind a quotation loses in rank where the quotation is part of a sentence that began before it."""


def ranked_matches(matches: Sequence[Match], view: View, finder: SourceFinder) -> dict[int, list[Match]]:
    """For each quotation (by its start) its matches, the lowest rank first, of those the shortest."""
    ranked: dict[int, list[tuple[tuple[float, int], Match]]] = {}
    for match in matches:
        quote = match.slots["quote"].record
        if quote is None or (quote.start < match.slots["source"].start and _leads_on(view.text, match.whole_end)):
            continue
        first, last = (bisect_left(view.starts, place) for place in (match.whole_start, match.whole_end))
        inside, others = last - first, sum(label in ("source", "quote") for label in view.labels[first:last])
        key = (_rank(match, quote, view, finder), inside + 6 * (others - 2))
        ranked.setdefault(quote.start, []).append((key, match))
    return {start: [match for _, match in sorted(found, key=_key)] for start, found in ranked.items()}


def _key(entry: tuple[tuple[float, int], Match]) -> tuple[float, int]:
    return entry[0]


def _rank(match: Match, quote: Quote, view: View, finder: SourceFinder) -> float:
    """The rule's rank, and what the source loses by where it stands."""
    source = match.slots["source"]
    rank = float(match.rule.says.get("rank", 5))
    if _is_inside(view, quote) and quote.start < source.start and not _is_ended_by(match, quote, view):
        rank += FRAGMENT_RANK
    if _hangs(match, view, finder.tie):
        rank += TIED_RANK
    if _follows(view, source.start, finder.told):
        rank += TOLD_RANK
    if not match.rule.says.get("owner") and view.text[source.end : source.end + 2] in _POSSESSIVE:
        rank += OWNER_RANK
    return rank


def _hangs(match: Match, view: View, tie: re.Pattern[str]) -> bool:
    """Whether a source hangs on another one by a preposition that the rule does not name: "a professor at Acmera
    said"."""
    source = match.slots["source"]
    named = match.whole_start < source.start and match.slots["quote"].start > source.start
    return not named and _follows(view, source.start, tie)


def _follows(view: View, start: int, words: re.Pattern[str]) -> bool:
    """Whether a source that starts there stands behind another one and these words."""
    earlier = any(isinstance(r, Source) and r.start < start for r in view.records)
    return earlier and words.search(view.text, max(0, start - 20), start) is not None


def _is_inside(view: View, quote: Quote) -> bool:
    """Whether a quotation is a part of a sentence that began before it: "did not provide “substantial evidence,”"."""
    return quote.text[0].islower() and bool(view.starts) and view.starts[0] + 1 < quote.start


def _is_ended_by(match: Match, quote: Quote, view: View) -> bool:
    """Whether a quotation that a comma ends is right before a person who speaks: “…,” NAME said, “…,” she said."""
    source = match.slots["source"]
    named = isinstance(source.record, Source) and (source.record.person or source.record.resolves == "person")
    return bool(named) and quote.text[-1] == "," and not view.text[match.slots["quote"].end : source.start].strip()


def _leads_on(text: str, end: int) -> bool:
    """Whether what ends there is followed by a colon, so that it belongs to the quotation after it."""
    return text[end : end + 2].lstrip()[:1] == ":"
