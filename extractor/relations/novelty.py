"""Medicines in development: those that an article tells of as new, beside those that are long in use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import for_lowered

REACH = 70
"""Characters before and behind a medicine in which words call it new."""


@dataclass(frozen=True)
class Novelty:
    """What stands before and behind a medicine in development, in lower case."""

    before: re.Pattern[str]
    behind: re.Pattern[str]

    def new_in(self, context: DocumentContext) -> frozenset[str]:
        """Of several medicines those that go by a code or by a name which no list has, or that the article somewhere
        calls new."""
        if len(context.drug_records) < 2:
            return frozenset()
        new = {record.name for record in context.drug_records if record.kind == "code" or record.source != "lexicon"}
        for drug in context.drugs:
            if drug.drug not in new and self._is_called(context, drug):
                new.add(drug.drug)
        return frozenset(new)

    def _is_called(self, context: DocumentContext, drug: DrugMention) -> bool:
        """Whether words beside a mention call it new: "its experimental pill ORX-1", "ORX-1, an experimental pill"."""
        text = context.lowered
        before = self.before.search(text, max(0, drug.start - REACH), drug.start)
        if before is not None and not context.within(context.drugs, before.start(), drug.start):
            return True
        behind = self.behind.match(text, drug.end, drug.end + REACH)
        return behind is not None and not context.within(context.drugs, drug.end, behind.end())


def create_novelty(book: Rulebook) -> Novelty:
    """Made once from `novelty-words.tsv` of the rules in force."""
    adjectives, nouns = (book.expression("novelty-words", word=word) for word in ("adjective", "noun"))
    kinds = book.expression("medicine-nouns", "product-nouns", "therapy-kinds")
    called = rf"(?:{adjectives})(?:\s+(?:[\w/-]+\s+){{0,4}}?(?:{kinds}|{nouns}))?|{nouns}"
    return Novelty(
        for_lowered(rf"\b(?:{called}),?\s+\(?$"),
        for_lowered(rf"(?:\)|\s*\([^()]{{1,40}}\))?,\s+(?:[\w&.’'-]+\s+){{0,4}}?(?:{adjectives}|{nouns})\b"),
    )
