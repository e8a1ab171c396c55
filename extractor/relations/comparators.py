"""Medicines that are named beside another one: what it is compared with, or what was taken before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import for_lowered

REACH, NEAR = 60, 40
"""Characters before a medicine in which stands what makes it a comparator, or an added treatment."""
_JOINED = re.compile(r",? (?:and|or) (?:the )?")


@dataclass(frozen=True)
class Comparators:
    """What stands before and behind a medicine that is a comparator, a rival, an earlier or an added treatment."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    given_with: re.Pattern[str]
    """What stands before added treatments."""
    given_or_taken: re.Pattern[str]
    """What stands before added or earlier treatments."""

    def has(self, context: DocumentContext, drug: DrugMention) -> bool:
        """Whether a mention is one: "versus", "better than", "after", "-resistant"."""
        if self.behind.match(context.text, drug.end) is not None:
            return True
        return self.before.search(context.lowered, max(0, drug.start - REACH), drug.start) is not None

    def added(self, context: DocumentContext, *, earlier: bool = False) -> frozenset[int]:
        """Where a medicine is named as an added treatment (or an `earlier` one), by words before it or before the one
        that it is listed with."""
        words = self.given_or_taken if earlier else self.given_with
        found: set[int] = set()
        last: DrugMention | None = None
        for drug in context.drugs:
            listed = last is not None and last.start in found and _JOINED.fullmatch(context.text, last.end, drug.start)
            if listed or words.search(context.lowered, max(0, drug.start - NEAR), drug.start):
                found.add(drug.start)
            last = drug
        return frozenset(found)


def create_comparators(book: Rulebook) -> Comparators:
    """Made once from `topic-words.tsv` of the rules in force."""

    def of(kind: str) -> str:
        return book.expression("topic-words", about=kind)

    return Comparators(
        for_lowered(
            rf"\b(?:(?:{of('beside')}|{of('compared')})[\s(]+(?:\d[\d.%]*\s+(?:\w+\s+)?|[\w’'-]+\s+)?"
            rf"|(?:{of('compared')})\s+(?:(?:{of('between')}|\d[\d.,]*%?)\s+){{2,6}})$"
        ),
        compiled(rf"-(?:{of('behind')})\b"),
        *(
            for_lowered(rf"(?<!\w)(?:{book.expression(*kinds)}) (?:\w+ )?\(?$")
            for kinds in (("added-to",), ("added-to", "prior-treatment"))
        ),
    )
