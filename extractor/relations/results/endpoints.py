"""The endpoint of a figure, in the article's words: from the place that a rule names, out to where the phrase ends."""

from __future__ import annotations

import re

from extractor.components.context import DocumentContext
from extractor.model import Percentage
from extractor.relations.results.claims import Anchor
from extractor.relations.results.growing import PhraseGrower
from extractor.relations.results.phrases import Phrase
from extractor.relations.results.reading import Reading
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

_ITEMS = re.compile(r"[^,;:]+?(?=,? and |[,;:]|$)")
_ENUMERATED = re.compile(r",? and ")


class EndpointFinder:
    """Finds an endpoint's words where a rule says they stand."""

    def __init__(self, book: Rulebook) -> None:
        self._grower = PhraseGrower(book)
        self._bound = compiled(
            rf" (?:{alternatives(book.lexicon('comparators').terms(place='after'))})(?!\w)", re.IGNORECASE
        )
        self._events = book.lexicon("event-verb")
        self._anaphora = book.lexicon("anaphora")

    def find(
        self, context: DocumentContext, reading: Reading, figure: Percentage, other: Percentage | None = None
    ) -> Phrase | None:
        """The words for a figure; the rules are asked in the order of their weight until one leads to any. Figures in a
        row of which one is the comparison (`other`) are of one endpoint."""
        of_one = other is not None and other in reading.group_of(figure)
        claims = [claim for claim in reading.claims.get(figure.start, ()) if claim.slot == "endpoint"]
        for claim in sorted(claims, key=lambda claim: claim.weight, reverse=True):
            if self._tells_again(context.text, claim.value):
                return None
            listed = None if of_one else self._listed(context, reading, figure, claim.value)
            phrase = listed or self._grown(context, reading, claim.value)
            if phrase is not None:
                return self._with_bound(context, self._grower.before_time(context, phrase))
        return None

    def _tells_again(self, text: str, anchor: Anchor) -> bool:
        """Whether a pronoun stands where a rule says that the endpoint's words stand: “lowered it by 91%”."""
        return anchor.side == "inside" and text[anchor.start : anchor.end].lower() in self._anaphora

    def _with_bound(self, context: DocumentContext, phrase: Phrase) -> Phrase:
        """The phrase with the words of a bound behind the number that it ends with: “coverage of 80% or more”, “events
        of grade 3 or higher”."""
        bound = self._bound.match(context.text, phrase.end)
        if bound is None or not (
            context.text[phrase.end - 1].isdigit()
            or any(p.end == phrase.end for p in context.within(context.percentages, phrase.start, phrase.end))
        ):
            return phrase
        return Phrase(phrase.start, bound.end())

    def _listed(self, context: DocumentContext, reading: Reading, figure: Percentage, anchor: Anchor) -> Phrase | None:
        """The words for one of several figures in a row, where as many things are listed before them: “headache,
        nausea and fatigue, in 12%, 8% and 5%”."""
        group = reading.group_of(figure)
        arms = {claim.value for claim in (reading.best(other, "arm") for other in group) if claim is not None}
        if anchor.side not in ("before", "through") or len(group) == 1 or len(arms) > 1:
            return None
        end = anchor.end if anchor.side == "through" else anchor.start
        begin = max([reading.sentence.start, *(f.end for f in reading.figures if f.end <= end)])
        begin = max(begin, context.text.rfind(";", begin, end) + 1)
        text = context.text[begin:end].rstrip(" ,")
        items = [match.span() for match in _ITEMS.finditer(text)]
        if len(items) < len(group) or not _ENUMERATED.search(text[items[-2][0] :]):
            return None
        low, high = (begin + place for place in items[len(items) - len(group) + group.index(figure)])
        return self._grower.item_before(context, reading, high, low)

    def _grown(self, context: DocumentContext, reading: Reading, anchor: Anchor) -> Phrase | None:
        """The words on the side of an anchor that its rule names."""
        if anchor.side == "after":
            phrase = self._grower.to_the_right(context, reading, anchor.start if anchor.slotted else anchor.end)
            is_event = anchor.slotted and context.text[anchor.start : anchor.end].lower() in self._events
            return phrase if is_event else self._grower.before_verb(context.text, phrase)
        if anchor.side == "before":
            return self._grower.to_the_left(context, reading, anchor.start)
        if anchor.side == "through":
            phrase = self._grower.to_the_left(context, reading, anchor.end)
            return phrase or self._grower.item_before(context, reading, anchor.end)
        if anchor.side == "item":
            bracket = context.text[anchor.start : anchor.end] == "("
            return self._grower.item_before(context, reading, anchor.start if bracket else anchor.end)
        return self._grower.inside(context.text, anchor.start, anchor.end)
