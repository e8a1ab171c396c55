"""Speakers whom no rule knows: the words beside a verb of saying next to a quotation ("…," said a former employee)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.components.cue_verbs import finite_forms
from extractor.components.quotes import quotation_of
from extractor.model import Quote
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

AROUND = 90
"""Characters beside a quotation in which its verb and who speaks must stand."""
_GO_ON = (",", "?", "!")
"""How the words of a quotation end whose sentence goes on behind it."""
_LEADS = (",", ":")
"""How what leads to a quotation ends."""


@dataclass(frozen=True)
class UnnamedSpeakers:
    """Finds the words that name a speaker behind or before a quotation, without what determines them ("the", "one")."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    texts: frozenset[str]
    """What somebody has written ("the statement said"), in lower case."""

    def words(self, context: DocumentContext, quote: Quote) -> tuple[str, str] | None:
        """The words for who speaks and the verb, None where none stand there."""
        marks, text = quotation_of(context, quote), context.text
        goes_on = quote.text[-1] in _GO_ON or text[marks.outer_end : marks.outer_end + 1] == ","
        match = self.behind.match(text, marks.outer_end, marks.outer_end + AROUND) if goes_on else None
        if match is None and text[: marks.outer_start].rstrip()[-1:] in _LEADS:
            line = max(text.rfind("\n", 0, marks.outer_start) + 1, marks.outer_start - AROUND)
            match = self.before.search(text, line, marks.outer_start)
        if match is None:
            return None
        found = match.groupdict()
        return found.get("who") or found["inverted"], found.get("verb") or found["inverted_verb"]


def unnamed_speakers(book: Rulebook) -> UnnamedSpeakers:
    """Made once from the rules in force."""
    said = finite_forms(book, "say")
    determiners = book.expression("determiners")
    pronouns = alternatives(row["term"] for row in book.lexicon("speaker-nouns").rows.values() if row["pronoun"])
    clause = alternatives(book.lexicon("role-links").terms(kind="clause"))
    words = r"[^\s.,;:()“”\"’]+(?:\.[a-z]{2,4}\b)?(?:[ ’'][^\s.,;:()“”\"]+){0,5}?"
    who = rf"(?:(?i:{determiners}) )?(?!(?i:{pronouns}|{clause})\b)"
    return UnnamedSpeakers(
        compiled(
            rf",?[ ](?:(?P<inverted_verb>{said}) {who}(?P<inverted>{words})(?=[.,;]|\n|$)"
            rf"|{who}(?P<who>{words}) (?P<verb>{said})\b)"
        ),
        compiled(rf"(?:^|[.!?:”\"] ){who}(?P<who>{words}) (?P<verb>{said})(?: that)?[,:]?\s*$"),
        frozenset(book.lexicon("cue-noun").rows),
    )
