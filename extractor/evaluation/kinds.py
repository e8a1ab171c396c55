"""The kinds that are scored: where their items come from, and which attributes must be right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from operator import eq
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.comparison import (
    alike,
    same_name,
    same_number,
    same_organization,
    same_speaker,
    same_timepoint,
)
from extractor.evaluation.gold import GoldArticle, GoldSpan
from extractor.evaluation.matching import Item, Pair
from extractor.model import Extraction, Mention

Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that a matched row must have right.

    `fields` are the columns compared, each by `same` (null is right where the gold is null, and nowhere else);
    `of_type` gives other columns for the gold dates of a type; `only_type` limits it to the gold dates of one.
    """

    name: str
    fields: tuple[str, ...]
    same: Same = eq
    of_type: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only_type: str | None = None

    def applies(self, gold: Item) -> bool:
        """Whether the attribute is scored for this gold item."""
        return self.only_type is None or gold.values["type"] == self.only_type

    def right(self, pair: Pair) -> bool:
        """Whether the found row says what the gold says."""
        fields = self.of_type.get(pair.gold.values.get("type", ""), self.fields)
        return all(self._same(pair.gold.values[name], pair.found.values[name]) for name in fields)

    def _same(self, gold: Any, found: Any) -> bool:
        if gold is None or found is None:
            return gold is found
        return self.same(gold, found)


ATTRIBUTES: dict[str, tuple[Attribute, ...]] = {
    "drugs": (Attribute("name", ("name",), same_name),),
    "percentages": (
        Attribute("value", ("value", "value_high"), same_number),
        Attribute("comparator", ("comparator",)),
        Attribute("unit", ("unit",)),
        Attribute("role", ("role",)),
    ),
    "dates": (
        Attribute("type", ("type",)),
        Attribute("value", ("type", "value", "value_high"), of_type={"DATE": ("type", "date_from", "date_to")}),
        Attribute("interval", ("date_from", "date_to"), only_type="DATE"),
    ),
    "quotes": (
        Attribute("speaker", ("speaker",), same_speaker),
        Attribute("organization", ("organization",), same_organization),
        Attribute("polarity", ("polarity",)),
        Attribute("drug", ("drug",), same_name),
    ),
    "results": (
        Attribute("value", ("value",), same_number),
        Attribute("measure", ("measure",)),
        Attribute("drug", ("drug",), same_name),
        Attribute("arm", ("arm",), same_name),
        Attribute("comparator", ("comparator",), same_name),
        Attribute("comparator_value", ("comparator_value",), same_number),
        Attribute("endpoint", ("endpoint",), alike),
        Attribute("timepoint", ("timepoint",), same_timepoint),
        Attribute("trial", ("trial",), same_name),
        Attribute("phase", ("phase",), same_name),
    ),
    "organizations": (
        Attribute("organization", ("organization",), same_organization),
        Attribute("kind", ("kind",)),
    ),
    "persons": (
        Attribute("person", ("person",), same_speaker),
        Attribute("role", ("role",), same_name),
        Attribute("organization", ("organization",), same_organization),
    ),
    "events": (
        Attribute("event", ("event",)),
        Attribute("modality", ("modality",)),
    ),
}
"""What is scored of each kind, in the order of the report."""

KINDS = tuple(ATTRIBUTES)
JOINT = ("drug", "comparator_value")
"""The slots that must both be right for a result to count in the joint score."""
POLARITIES = ("positive", "negative", "neutral")


def gold_kinds(gold: GoldArticle) -> list[str]:
    """The kinds of which the article has annotations, if only to say that there is nothing."""
    return [kind for kind in KINDS if getattr(gold, kind) is not None]


def gold_items(gold: GoldArticle, kind: str) -> list[Item]:
    """The gold annotations of one of its kinds; a result stands where its percentage stands."""
    if kind == "results":
        heads = ((gold.percentage_of(result.percentage), result) for result in gold.results)
        return [_gold_item(head, result) for head, result in heads if head is not None]
    return [_gold_item(span, span) for span in getattr(gold, kind)]


def found_items(extraction: Extraction, kind: str) -> list[Item]:
    """The found rows of one kind; of quotes only those between quotation marks, and the events of dates of type
    DATE."""
    if kind == "results":
        heads = {percentage.id: percentage for percentage in extraction.percentages}
        return [
            _found_item(heads[result.percentage_id], asdict(result))
            for result in extraction.results
            if result.percentage_id in heads
        ]
    if kind == "drugs":
        return [_found_item(row, {"name": row.drug, "rule": row.rule}) for row in extraction.drug_mentions]
    if kind == "events":
        return [_found_item(row, asdict(row)) for row in extraction.dates if row.type == "DATE"]
    rows: tuple[Mention, ...] = getattr(extraction, kind)
    return [_found_item(row, asdict(row)) for row in rows if getattr(row, "direct", True)]


def shown(kind: str, item: Item) -> dict[str, Any]:
    """What an item says of everything that is scored of its kind, without nulls: for people and for JSON."""
    names = dict.fromkeys(
        name
        for attribute in ATTRIBUTES[kind]
        for fields in (attribute.fields, *attribute.of_type.values())
        for name in fields
    )
    return {name: item.values[name] for name in names if item.values[name] is not None}


def _gold_item(place: GoldSpan, said: BaseModel) -> Item:
    return Item(place.start, place.end, place.text, said.model_dump(mode="json"))


def _found_item(place: Mention, values: dict[str, Any]) -> Item:
    return Item(place.start, place.end, place.text, values)
