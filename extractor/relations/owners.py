"""Medicines that an article is not about: those of other companies, and those that its own is compared with."""

from __future__ import annotations

import re
from collections import Counter

from extractor.components.context import DocumentContext
from extractor.model import DrugMention
from extractor.relations.attribution.speakers import main_company

REACH = 60
"""How far before a medicine its owner may stand, in characters: “Vertex Pharmaceuticals' (NASDAQ: VRTX) own pill Orkambi”."""

_OWNS = re.compile(r"['’]s?(?:\s*\([^()]{0,30}\))?(?:\s+[\w-]+,?){0,5}\s*")
"""What stands between an owner and a medicine."""


def drugs_of_others(context: DocumentContext) -> frozenset[str]:
    """The medicines that stand behind the possessive of a company other than the one that the article is clearly about, and never
    behind that one's. The medicine that is named first, and those of the headline, are not another's."""
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


def drugs_compared_with(context: DocumentContext) -> frozenset[str]:
    """The medicines that results compare another one with, more often than the other way round."""
    pairs: Counter[tuple[str, str]] = Counter()
    for result in context.results:
        for span in result.spans:
            if span.slot == "comparator" and result.drug is not None:
                compared = {drug.drug for drug in context.within(context.drugs, span.start, span.end)}
                pairs.update((result.drug, name) for name in compared)
    return frozenset(other for (drug, other), count in pairs.items() if count > pairs[other, drug])
