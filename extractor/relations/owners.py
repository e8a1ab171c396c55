"""Medicines of other companies than the one that an article is about."""

from __future__ import annotations

import re

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.relations.attribution.speakers import main_company

REACH = 60
"""How far before a medicine its owner may stand, in characters: “Vertex Pharmaceuticals' (NASDAQ: VRTX) own pill
Orkambi”."""

_OWNS = re.compile(r"['’]s?(?:\s*\([^()]{0,30}\))?(?:\s+[\w-]+,?){0,5}\s*")
"""What stands between an owner and a medicine."""


def drugs_of_others(context: DocumentContext) -> frozenset[str]:
    """The medicines that stand behind the possessive of a company other than the one that the article is clearly about,
    and never behind that one's. The medicine that is named first, and those of the headline, are not another's."""
    if len({mention.drug for mention in context.drugs}) < 2:
        return frozenset()
    company, dominant = main_company(context)
    if company is None or not dominant:
        return frozenset()
    head = context.text.find("\n", 1)
    spared = {drug.drug for drug in context.drugs if drug.start < head} | {context.drugs[0].drug}
    owners: dict[str, set[str]] = {}
    for drug in context.drugs:
        owner = owner_of(context, drug)
        if owner is not None:
            owners.setdefault(drug.drug, set()).add(owner)
    return frozenset(name for name, firms in owners.items() if company not in firms and name not in spared)


def owner_of(context: DocumentContext, drug: DrugMention) -> str | None:
    """The company whose possessive stands before a medicine in its sentence, with a few words between."""
    begin = max(context.sentence_at(drug.start).start, drug.start - REACH)
    for firm in reversed(context.within(context.organizations, begin, drug.start)):
        if _OWNS.fullmatch(context.text, firm.end, drug.start):
            return firm.organization
    return None
