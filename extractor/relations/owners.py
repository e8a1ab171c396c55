"""Whose medicine is whose: by the companies named beside their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.relations.attribution.speakers import main_company
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

REACH = 60
"""How far before a medicine its owner may stand, in characters: “Vertex Pharmaceuticals' (NASDAQ: VRTX) own pill
Orkambi”; and behind it: “Orkambi, which is sold by Vertex”."""

_NOTE = "owners"

_OWNS = re.compile(r"['’]s?(?:\s*\([^()]{0,30}\))?(?:\s+[\w-]+,?){0,5}\s*")
"""What stands between an owner and a medicine."""
_LISTED = re.compile(r"(?:\s*\([^()]{0,30}\))?(?:,|,? (?:and|or)) ")
"""What stands between two medicines of a list: “Keytruda and Januvia”."""


@dataclass(frozen=True)
class Owners:
    """What stands before a company whose medicine follows ("a pill from Roche, …"), between the two, and between a
    medicine and the company behind it ("…, sold by Roche")."""

    before: re.Pattern[str]
    between: re.Pattern[str]
    behind: re.Pattern[str]

    def of(self, context: DocumentContext) -> Mapping[str, Set[str]]:
        """The companies whose each medicine is said to be, in an article on several medicines: found when it is first
        asked and noted for whoever asks next."""
        if _NOTE not in context.notes:
            owners: dict[str, set[str]] = {}
            for drug in context.drugs if len(context.drug_records) > 1 else ():
                owner = self.owner_of(context, drug)
                if owner is not None:
                    owners.setdefault(drug.drug, set()).add(owner)
            context.notes[_NOTE] = owners
        found: Mapping[str, Set[str]] = context.notes[_NOTE]
        return found

    def others(self, context: DocumentContext) -> frozenset[str]:
        """The medicines of other companies than the one that the article is clearly about. The medicine that is named
        first, and those of the headline, are not another's."""
        owners = self.of(context)
        company, dominant = main_company(context) if owners else (None, False)
        if company is None or not dominant:
            return frozenset()
        head = context.text.find("\n", 1)
        spared = {drug.drug for drug in context.drugs if drug.start < head} | {context.drugs[0].drug}
        return frozenset(name for name, firms in owners.items() if company not in firms and name not in spared)

    def owner_of(self, context: DocumentContext, drug: DrugMention) -> str | None:
        """The company that stands beside a medicine in its sentence as its owner."""
        text, sentence = context.text, context.sentence_at(drug.start)
        begin = max(sentence.start, drug.start - REACH)
        for firm in reversed(context.within(context.organizations, begin, drug.start)):
            if _OWNS.fullmatch(text, firm.end, drug.start):
                named = context.within(context.drugs, firm.end, drug.start)
                listed = not named or _LISTED.fullmatch(text, named[-1].end, drug.start) is not None
                return firm.organization if listed else None
            if self.between.fullmatch(text, firm.end, drug.start) and self.before.search(text, begin, firm.start):
                return firm.organization
        for firm in context.within(context.organizations, drug.end, min(sentence.end, drug.end + REACH)):
            return firm.organization if self.behind.fullmatch(text, drug.end, firm.start) else None
        return None


def create_owners(book: Rulebook) -> Owners:
    """Made once from `owner-words.tsv` of the rules in force."""

    def words(place: str) -> str:
        return book.expression("owner-words", place=place)

    either = words("either")
    return Owners(
        compiled(rf"\b(?:{words('before')}|{either})\s+$", re.IGNORECASE),
        compiled(rf"(?:,|,?\s+(?:{words('between')}))\s+", re.IGNORECASE),
        compiled(
            rf"(?:\s*\([^()]{{1,30}}\))?,?\s+(?:{book.expression('relative-pronoun')}\s+)?"
            rf"(?:(?:{book.expression('be-verb')})\s+)?(?:{words('behind')}|{either})\s+",
            re.IGNORECASE,
        ),
    )
