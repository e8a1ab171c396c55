"""Whose medicine is whose: by the possessives before their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.relations.attribution.speakers import main_company

REACH = 60
"""How far before a medicine its owner may stand, in characters: “Vertex Pharmaceuticals' (NASDAQ: VRTX) own pill
Orkambi”."""
_NOTE = "owners"

_OWNS = re.compile(r"['’]s?(?:\s*\([^()]{0,30}\))?(?:\s+[\w-]+,?){0,5}\s*")
"""What stands between an owner and a medicine."""
_LISTED = re.compile(r"(?:\s*\([^()]{0,30}\))?(?:,|,? (?:and|or)) ")
"""What stands between two medicines of a list: “Keytruda and Januvia”."""


def drugs_of_others(context: DocumentContext) -> frozenset[str]:
    """The medicines that stand behind the possessive of a company other than the one that the article is clearly about,
    and never behind that one's. The medicine that is named first, and those of the headline, are not another's."""
    if not owners_in(context):
        return frozenset()
    company, dominant = main_company(context)
    if company is None or not dominant:
        return frozenset()
    head = context.text.find("\n", 1)
    spared = {drug.drug for drug in context.drugs if drug.start < head} | {context.drugs[0].drug}
    return frozenset(name for name, firms in owners_in(context).items() if company not in firms and name not in spared)


def owners_in(context: DocumentContext) -> Mapping[str, Set[str]]:
    """The companies behind whose possessive each medicine stands somewhere, in an article on several medicines: found
    when it is first asked and noted for whoever asks next."""
    if _NOTE not in context.notes:
        owners: dict[str, set[str]] = {}
        several = len({mention.drug for mention in context.drugs}) > 1
        for drug in context.drugs if several else ():
            owner = owner_of(context, drug)
            if owner is not None:
                owners.setdefault(drug.drug, set()).add(owner)
        context.notes[_NOTE] = owners
    found: Mapping[str, Set[str]] = context.notes[_NOTE]
    return found


def owner_of(context: DocumentContext, drug: DrugMention) -> str | None:
    """The company whose possessive stands before a medicine in its sentence, with a few words between."""
    begin = max(context.sentence_at(drug.start).start, drug.start - REACH)
    for firm in reversed(context.within(context.organizations, begin, drug.start)):
        if _OWNS.fullmatch(context.text, firm.end, drug.start):
            named = context.within(context.drugs, firm.end, drug.start)
            listed = not named or _LISTED.fullmatch(context.text, named[-1].end, drug.start) is not None
            return firm.organization if listed else None
    return None
