"""The illnesses that an article tells of: what its patients have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.rulebook import Rulebook
from extractor.rulebook.beginnings import Beginnings, matches_at
from extractor.rulebook.prepared import compiled

FIRST = 6
"""Words at the beginning of a sentence, among which it names what it is about."""
_NOTE = "illnesses"
_WORD = re.compile(r"[\w/’'-]+")
_PLURAL = re.compile(r"\w{3}[^\Wisu]s$")
"""A noun with the ending of the plural, unlike "psoriasis", "lupus", "MS"."""


@dataclass(frozen=True)
class Illnesses:
    """What leads to the name of an illness ("patients with …"), and the words that a sentence about something else or
    somebody begins with."""

    leading: re.Pattern[str]
    beginnings: Beginnings
    """What `leading` begins with."""
    openers: frozenset[str]

    def of(self, context: DocumentContext) -> frozenset[str]:
        """The last words of the illnesses' names, and their short names, in lower case: found when it is first asked
        and noted."""
        if _NOTE not in context.notes:
            found = matches_at(self.leading, context.lowered, context.places(self.beginnings))
            context.notes[_NOTE] = frozenset(_singular(word) for match in found for word in match.groups() if word)
        illnesses: frozenset[str] = context.notes[_NOTE]
        return illnesses

    def begins(self, context: DocumentContext, words: str) -> bool:
        """Whether words begin with an illness of the article: "Severe eczema is …"."""
        first = [word.lower() for word in _WORD.findall(words, 0, 80)[:FIRST]]
        if not first or first[0] in self.openers:
            return False
        return not self.of(context).isdisjoint(map(_singular, first))


def _singular(noun: str) -> str:
    """A noun without the ending of the plural: "allergy" for "allergies"."""
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    return noun[:-1] if _PLURAL.search(noun) else noun


def create_illnesses(book: Rulebook) -> Illnesses:
    """Made once with the rules in force."""
    openers = frozenset(book.lexicon("sentence-openers").rows)
    stop = book.expression("sentence-openers", "relative-pronoun", "be-verb")
    cues = book.expression("topic-words", about="illness")
    leading = compiled(
        rf"\b(?:{cues})\s+(?:(?!(?:{stop})\b)[\w/’'-]+\s+){{0,5}}?((?!(?:{stop})\b)[\w/’'-]{{2,}})"
        rf"(?:\s+\(([\w-]{{2,8}})\))?(?=\s+(?:{stop})\b|[^\w\s’'/-]|\s*$)",
        re.MULTILINE,
    )
    return Illnesses(leading, Beginnings([leading], lowered=True), openers)
