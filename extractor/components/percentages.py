"""Percentages: `extractor_percentages`, by the shapes in `rules/percentages/forms.yaml`.

Shapes are tried only around percent signs and words. Where two match, the earlier rule of the file wins, so that a
range is not also its last number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.components.occurrences import places_of
from extractor.components.steps import Component, as_spans
from extractor.model import Percentage
from extractor.rulebook import Rule, Rulebook, compile_shape, compile_shapes, load_rulebook, number_value
from extractor.rulebook.beginnings import Beginnings, matches_at
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

BEFORE, AFTER = 70, 30
"""How far before and behind a percent sign its numbers are looked for, in characters."""

HIGHEST = "<="
"""The comparator of a highest value: “up to 80%”."""

_PARTS = {
    "one": ("low", "sign"),
    "two": ("low", "sign", "high"),
    "range": ("low", "sign", "high"),
    "shared": ("low", "sign", "shared"),
}
"""The parts that a shape needs for each way of reading it."""
_MINUS = "-−–‐‑"
_ALSO_BOUNDED = re.compile(r" (?:in|for|at) (?:[\w()-]+ ){1,6}and ", re.IGNORECASE)
"""What stands between two percentages that one word bounds: “up to 80% in one arm and 60% in the other”."""
_GLUED = re.compile(r"(?:\w|\d[.,]|[A-Z]\.|[^\w\s]\.)$")


class _Found(NamedTuple):
    """One percentage: offsets, the texts of its numbers, its sign."""

    start: int
    end: int
    low: str
    high: str | None
    sign: str
    rule: Rule


class PercentageFinder:
    """Finds percentages in a text, with value, unit and comparator."""

    def __init__(self, book: Rulebook) -> None:
        self._words = book.lexicon("number-words")
        self._signs = book.lexicon("percent-signs")
        signs = sorted(self._signs.rows)
        self._signs_to_find = [sign for sign in signs if not any(sign != s and sign.startswith(s) for s in signs)]
        self._comparators = book.lexicon("comparators")
        self._blockers = book.lexicon("shared-sign-blockers")
        self._shapes = [
            (rule, shape)
            for rule in book.family("percent")
            if rule.shapes
            for shape in compile_shapes(rule, book.lexicons, _PARTS[rule.says["reads"]], lowered=True)
        ]
        self._beginnings = Beginnings([shape for _, shape in self._shapes], lowered=True)
        self._number = compile_shape("{found:number}", book.lexicons)
        articles = r"(?:\s*\b(?:an?|the))?\s*$"
        before = alternatives(self._comparators.terms(place="before"))
        after = alternatives(self._comparators.terms(place="after"))
        self._before = compiled(rf"(?:^|(?<=[\s(\[“\"'–—-])|(?<=[^\w]))({before}){articles}", re.IGNORECASE)
        self._after = compiled(rf"\s?({after})(?!\w)", re.IGNORECASE)

    def find(self, context: DocumentContext) -> Iterator[_Found]:
        """The percentages of a document in the order of its text, without overlap."""
        text, lowered = context.text, context.lowered
        found: list[_Found] = []
        windows = list(self._windows(lowered))
        all_places = context.places(self._beginnings) if windows else []
        for start, end in windows:
            taken: list[tuple[int, int]] = []
            places = all_places[bisect_left(all_places, start) : bisect_left(all_places, end)]
            for rule, shape in self._shapes:
                for match in matches_at(shape, lowered, places, end):
                    for one in self._read(rule, match, text):
                        if all(one.end <= s or one.start >= e for s, e in taken):
                            found.append(one)
                            taken.append((one.start, one.end))
        return iter(sorted(found, key=lambda one: one.start))

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches around the signs, joined where they touch, none of them cutting a line."""
        pending: tuple[int, int] | None = None
        for place in sorted(set(places_of(text, self._signs_to_find))):
            start, end = max(0, place - BEFORE), min(len(text), place + AFTER)
            while start > 0 and not text[start - 1].isspace():
                start -= 1
            if pending and start <= pending[1]:
                pending = (pending[0], end)
                continue
            if pending:
                yield pending
            pending = (start, end)
        if pending:
            yield pending

    def _read(self, rule: Rule, match: re.Match[str], text: str) -> Iterator[_Found]:
        groups = match.groupdict()
        start, end, sign = match.start("low"), match.end("sign"), match["sign"]
        reads = rule.says["reads"]
        if _GLUED.search(text, max(0, start - 2), start):
            return
        if reads == "two":
            stop = match.end("first") if groups.get("first") else match.end("low")
            yield _Found(self._signed(text, start), stop, match["low"], None, groups.get("first") or sign, rule)
            start = self._signed(text, match.start("high"))
            yield _Found(start, end, match["high"], None, sign, rule)
            return
        if reads == "shared":
            numbers = list(self._number.finditer(text, match.start("shared"), match.end("shared")))
            if not self._may_share(text, match.start("shared"), [n.group() for n in numbers]):
                return
            if _GLUED.search(text, max(0, numbers[0].start() - 2), numbers[0].start()):
                numbers = []
            for number in numbers:
                begin = self._signed(text, number.start())
                yield _Found(begin, number.end(), number.group(), None, sign, rule)
        yield _Found(self._signed(text, start), end, match["low"], groups.get("high"), sign, rule)

    def _signed(self, text: str, start: int) -> int:
        """The start of a number with its minus sign; a dash behind a word or number is none."""
        before = text[start - 2] if start > 1 else " "
        signed = start > 0 and text[start - 1] in _MINUS and not (before.isalnum() or before in "%)")
        return start - 1 if signed else start

    def _may_share(self, text: str, start: int, numbers: list[str]) -> bool:
        """Whether numbers before “and 31 percent” share its sign: none above 100, none of a week, phase or year."""
        values = [number_value(number, self._words) for number in numbers]
        words = text[max(0, start - 20) : start].split()
        blocked = bool(words) and words[-1].lower().strip("(,") in self._blockers
        glued = text[max(0, start - 1) : start] in ("$", "€", "£", ".", ",", "-", "/")
        return not blocked and not glued and all(value is not None and value <= 100 for value in values)

    def comparator(self, text: str, start: int, end: int) -> str:
        """What the words beside a percentage make of it: `=`, `<`, `<=`, `>`, `>=` or `~`."""
        after = self._after.match(text, end)
        if after:
            return self._comparators[after[1]]["comparator"]
        line = max(0, start - 40)
        before = self._before.search(text[line:start])
        return self._comparators[before[1]]["comparator"] if before else "="

    def record(self, context: DocumentContext, found: _Found) -> Percentage | None:
        """The record of what was found; None where its number has no value."""
        text = context.text
        low = number_value(found.low, self._words)
        high = number_value(found.high, self._words) if found.high else None
        if low is None:
            return None
        negative = text[found.start] in _MINUS
        return Percentage(
            **context.place("percentages", found.start, found.end),
            rule=found.rule.id,
            value=-low if negative else low,
            value_high=-high if high is not None and negative else high,
            unit=self._signs.get(found.sign, "unit", "percent") or "percent",
            comparator=self.comparator(text, found.start, found.end),
        )


@dataclass(frozen=True)
class PercentageStep:
    """Fills `context.percentages`."""

    finder: PercentageFinder

    def __call__(self, context: DocumentContext) -> None:
        records = (
            self.finder.record(context, found)
            for found in self.finder.find(context)
            if not context.in_address(found.start)
        )
        context.percentages = list(_bounded_together(context.text, (record for record in records if record)))


def _bounded_together(text: str, records: Iterable[Percentage]) -> Iterator[Percentage]:
    """The records, those without a comparator with that of a highest value that reaches over them."""
    last: Percentage | None = None
    for record in records:
        if last is not None and (last.comparator, record.comparator) == (HIGHEST, "="):
            if _ALSO_BOUNDED.fullmatch(text, last.end, record.start):
                record = replace(record, comparator=HIGHEST)
        yield record
        last = record


@Language.factory("extractor_percentages", default_config={"rules": []})
def create_percentages(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    return Component(PercentageStep(PercentageFinder(load_rulebook(rules))), as_spans(percentages="PERCENTAGE"))
