"""What the rules of a family found in an article: the records, each with its span and the rule that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from extractor.model import Extraction
from extractor.rulebook.families import FAMILIES, Family


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
        if not hasattr(self.record, key):
            raise KeyError(key)
        return getattr(self.record, key)

    def fields(self) -> list[str]:
        """The names of the values that the record has."""
        return [name.name for name in fields(self.record)]


def found_by(extraction: Extraction, family: Family) -> Iterator[Found]:
    """The records of a family that a rule of it made, in the order of the text."""
    records = getattr(extraction, family.records)
    percentages = {percentage.id: percentage for percentage in extraction.percentages}
    for record in records:
        if family.rule_field == "words":
            for word in record.words:
                yield Found(family.name, "words", word.start, word.end, word.text, word.rule, word)
            continue
        rule = getattr(record, family.rule_field)
        place = record if hasattr(record, "start") else percentages[record.percentage_id]
        if rule is not None:
            yield Found(family.name, family.records, place.start, place.end, place.text, rule, record)


def found_in(extraction: Extraction) -> list[Found]:
    """All that rules of any family made of an article, in the order of the text."""
    found: dict[tuple[str, int, int, str], Found] = {}
    for family in FAMILIES.values():
        for one in found_by(extraction, family):
            if one.rule.split(".", 1)[0] == family.name:
                found[(one.kind, one.start, one.end, one.rule)] = one
    return sorted(found.values(), key=lambda one: (one.start, one.end, one.rule))
