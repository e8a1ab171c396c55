"""What the rules of a family found in an article: the records, each with its span and the rule that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from extractor.model import DrugMention, Extraction, Mention
from extractor.rulebook import Match
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.family import Family
from extractor.rulebook.rules import family_name

_PLACE = frozenset(field.name for field in fields(Mention)) | {"percentage_id", "words", "spans"}


ALIAS = "alias"
"""The family whose rules are named by the aliases of drugs, not by mentions."""


@dataclass(frozen=True)
class Found:
    """A record (or a part of one) that a rule made: characters `start` to `end`, `rule`, and `family`, the rule's."""

    family: str
    kind: str
    start: int
    end: int
    text: str
    rule: str
    record: Any

    def value(self, key: str) -> Any:
        """A value of the record by the name of its field. Raises `KeyError` for a field that it does not have."""
        if key not in self.fields():
            raise KeyError(key)
        return getattr(self.record, key)

    def fields(self) -> list[str]:
        """The names of the values that the record has."""
        return [field.name for field in fields(self.record)]

    def values(self) -> dict[str, str]:
        """What the record says beside its place, as text; without what is null."""
        known = ((name, getattr(self.record, name)) for name in self.fields() if name not in _PLACE)
        return {
            name: f"{value:g}" if isinstance(value, float) else str(value) for name, value in known if value is not None
        }


def found_by(extraction: Extraction, family: Family) -> Iterator[Found]:
    """The records of a family that a rule of it made, in the order of the text."""
    percentages = {percentage.id: percentage for percentage in extraction.percentages}
    for record in getattr(extraction, family.records):
        if family.rule_field == "words":
            for word in record.words:
                yield Found(family.name, "words", word.start, word.end, word.text, word.rule, word)
            continue
        rule = getattr(record, family.rule_field)
        place = record if hasattr(record, "start") else percentages[record.percentage_id]
        if rule is not None:
            yield Found(family.name, family.records, place.start, place.end, place.text, rule, record)
    if family.name == ALIAS:
        yield from _aliases(extraction)


def _aliases(extraction: Extraction) -> Iterator[Found]:
    """The mentions of names of which a rule said that they are another name of their drug."""
    said = {(drug.name, alias.name): alias.rule for drug in extraction.drugs for alias in drug.aliases}
    for mention in extraction.drug_mentions:
        rule = said.get((mention.drug, mention.text))
        if rule is not None:
            yield Found(ALIAS, "drug_mentions", mention.start, mention.end, mention.text, rule, mention)


def found_in(extraction: Extraction) -> list[Found]:
    """All that rules of any family made of an article, in the order of the text."""
    found = [
        one
        for family in FAMILIES.values()
        for one in found_by(extraction, family)
        if family_name(one.rule) == family.name
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.rule))


def slot_texts(match: Match) -> dict[str, str]:
    """The words that filled each slot of a match; of a drug also the name that it is known under, where it is
    another."""
    return {name: _with_name(hit.text, hit.record) for name, hit in match.slots.items()}


def _with_name(text: str, record: Any) -> str:
    other = isinstance(record, DrugMention) and record.drug != text.casefold()
    return f"{text} ({record.drug})" if other else text
