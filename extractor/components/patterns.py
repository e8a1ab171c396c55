"""Mentions that a rule finds by a pattern: `extractor_patterns`.

The kinds of mention have ways of their own, on characters. A rule of their families with a `pattern` is for what a
user adds: it is matched on sentences in which everything found before is one token, so that `treated with [_]` names
a medicine and `{trial} readout` a date. What it finds wins over what was found there before.

Needs all components before it that find mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.components.dates.calendar import period_of
from extractor.components.steps import Component, as_spans
from extractor.model import (
    DateExpression,
    DrugMention,
    Mention,
    OrganizationMention,
    Percentage,
    PersonMention,
    TrialMention,
)
from extractor.rulebook import Lexicon, LineMatcher, Match, Rule, Rulebook, load_rulebook, number_value
from extractor.rulebook.rules import family_name

Make = Callable[[Match, dict[str, Any], str], Mention | None]


def _name(match: Match, text: str) -> str:
    """What the rule calls it, or the words themselves."""
    return str(match.rule.says.get("name", text))


def _drug(match: Match, place: dict[str, Any], text: str) -> Mention:
    return DrugMention(**place, rule=match.rule.id, drug=_name(match, text))


def _date(match: Match, place: dict[str, Any], text: str) -> Mention:
    says = match.rule.says
    period = period_of(str(says["value"])) if says["type"] == "DATE" else None
    return DateExpression(
        **place,
        rule=match.rule.id,
        type=says["type"],
        value=says["value"],
        date_from=period.first.isoformat() if period else None,
        date_to=period.last.isoformat() if period else None,
    )


def _organization(match: Match, place: dict[str, Any], text: str) -> Mention:
    kind = str(match.rule.says.get("kind", "company"))
    return OrganizationMention(**place, rule=match.rule.id, organization=_name(match, text), kind=kind)


def _person(match: Match, place: dict[str, Any], text: str) -> Mention:
    return PersonMention(**place, rule=match.rule.id, person=_name(match, text))


def _trial(match: Match, place: dict[str, Any], text: str) -> Mention:
    return TrialMention(**place, rule=match.rule.id, trial=_name(match, text))


@dataclass(frozen=True)
class _Percentages:
    """Percentages are made of the numbers in the slots `low` and `high`, or `number`."""

    words: Lexicon

    def __call__(self, match: Match, place: dict[str, Any], text: str) -> Mention | None:
        slots = match.slots
        low = slots.get("low") or slots.get("number")
        value = number_value(low.text if low else text, self.words)
        if value is None:
            return None
        high = number_value(slots["high"].text, self.words) if "high" in slots else None
        unit = str(match.rule.says.get("unit", "percent"))
        return Percentage(**place, rule=match.rule.id, value=value, value_high=high, unit=unit)


FIELDS = {
    "drug": ("drugs", "drug_mentions", "DRUG"),
    "percent": ("percentages", "percentages", "PERCENTAGE"),
    "date": ("dates", "date", "DATE"),
    "organization": ("organizations", "organization", "ORGANIZATION"),
    "person": ("persons", "person", "PERSON"),
    "trial": ("trials", "trials", "TRIAL"),
    "quote": ("quotes", "quote", "QUOTE"),
}
"""Each family with the list of the context, the kind of record and the label of spaCy's spans."""


@dataclass(frozen=True)
class _Sight:
    """What rules see of a sentence: with `quotes`, a quotation is one token; mentions `without` which it is words.

    A rule sees the mentions of its own family as words, which may be what it mends, unless it names them.
    """

    quotes: bool
    without: frozenset[str]

    @classmethod
    def of(cls, rule: Rule) -> _Sight:
        named = {kind for kind in rule.family.finds if f"{kind}}}" in str(rule.patterns)}
        return cls("quote" in named, frozenset() if named else rule.family.finds)


@dataclass(frozen=True)
class PatternStep:
    """Adds to the context's mentions what the patterns of their families find, and leaves out what a pattern
    excludes."""

    matchers: Mapping[_Sight, LineMatcher]
    makers: Mapping[str, Make]

    def __call__(self, context: DocumentContext) -> None:
        found: dict[str, list[Match]] = {}
        for sight, matcher in self.matchers.items():
            for sentence in context.sentences:
                bounds = (sentence.start, sentence.end)
                for match in matcher.matches(context.view_of(*bounds, quotes=sight.quotes, without=sight.without)):
                    found.setdefault(family_name(match.rule.id), []).append(match)
        for family, matches in found.items():
            self._add(context, family, matches)
        if found:
            context.forget_views()

    def _add(self, context: DocumentContext, family: str, matches: Sequence[Match]) -> None:
        field, kind, _ = FIELDS[family]
        records: list[Mention] = []
        taken: list[tuple[int, int]] = []
        for match in matches:
            if any(s < match.end and match.start < e for s, e in taken):
                continue
            place = context.place(kind, match.start, match.end)
            record = None if match.rule.excludes else self.makers[family](match, place, place["text"])
            if record is not None or match.rule.excludes:
                taken.append((match.start, match.end))
            if record is not None:
                records.append(record)
        before = [r for r in getattr(context, field) if not any(s < r.end and r.start < e for s, e in taken)]
        together = sorted([*before, *records], key=lambda record: record.start)
        setattr(context, field, together)


def mention_rules(book: Rulebook) -> list[Rule]:
    """The rules that find mentions by a pattern, those of the first file first."""
    return [rule for rule in book.rules if family_name(rule.id) in FIELDS and rule.patterns and not rule.supports]


@Language.factory("extractor_patterns", default_config={"rules": []})
def create_patterns(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    book = load_rulebook(rules)
    seeing: dict[_Sight, list[Rule]] = {}
    finding = mention_rules(book)
    for rule in finding:
        seeing.setdefault(_Sight.of(rule), []).append(rule)
    percentages = _Percentages(book.lexicon("number-words"))
    makers: dict[str, Make] = {
        "drug": _drug,
        "percent": percentages,
        "date": _date,
        "organization": _organization,
        "person": _person,
        "trial": _trial,
    }
    matchers = {sight: LineMatcher(found, book.lexicons, nlp.vocab) for sight, found in seeing.items()}
    shown = (FIELDS[family_name(rule.id)] for rule in finding)
    return Component(PatternStep(matchers, makers), as_spans(**{field: label for field, _, label in shown}))
