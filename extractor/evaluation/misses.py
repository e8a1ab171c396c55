"""What is wrong, one by one: misses, spurious rows, and matched rows with a wrong attribute, with their sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.kinds import ATTRIBUTES, shown
from extractor.evaluation.matching import Alignment, Item

_SENTENCE_END = re.compile(r"\n+|(?<=[.!?])[”\"’)]*\s+(?=[A-Z“\"‘(])")


@dataclass(frozen=True, slots=True)
class Miss:
    """One mistake in the article `document`.

    `problem` is `missed` (gold alone), `spurious` (found alone), or `wrong` (matched; `wrong` names the attributes,
    and the span where that differs). `expected` and `found` are what each side says; `rule` found the row; `start`
    and `end` are code points, of the gold where there is one.
    """

    document: str
    problem: str
    start: int
    end: int
    text: str
    wrong: tuple[str, ...]
    expected: dict[str, Any] | None
    found: dict[str, Any] | None
    found_text: str | None
    rule: str | None
    sentence: str


def misses_of(kind: str, document: str, text: str, alignment: Alignment) -> list[Miss]:
    """The mistakes of one kind in one article, in the order of its text."""
    misses = [_miss(kind, document, text, "missed", item, expected=item) for item in alignment.missed] + [
        _miss(kind, document, text, "spurious", item, found=item) for item in alignment.spurious
    ]
    for pair in alignment.pairs:
        wrong = tuple(
            attribute.name
            for attribute in ATTRIBUTES[kind]
            if attribute.applies(pair.gold) and not attribute.right(pair)
        )
        if not pair.exact:
            wrong = ("span", *wrong)
        if wrong:
            misses.append(
                _miss(
                    kind,
                    document,
                    text,
                    "wrong",
                    pair.gold,
                    expected=pair.gold,
                    found=pair.found,
                    wrong=wrong,
                )
            )
    return sorted(misses, key=lambda miss: (miss.start, miss.end, miss.problem))


def sentence_around(text: str, start: int, end: int) -> str:
    """The words around `text[start:end]` up to the next end of a sentence or line, without linguistic claims."""
    begin, stop = 0, len(text)
    for boundary in _SENTENCE_END.finditer(text, max(0, start - 1000), min(len(text), end + 1000)):
        if boundary.end() <= start:
            begin = boundary.end()
        elif boundary.start() >= end:
            stop = boundary.start()
            break
    return text[begin:stop].strip()


def as_lines(misses: list[Miss]) -> Iterator[str]:
    """Each mistake for people: what it is, what differs, the sentence; at the end how many of each."""
    for miss in misses:
        yield f"{miss.problem:8} {miss.document} {miss.start}-{miss.end} {miss.text!r}" + (
            f"  {', '.join(miss.wrong)}" if miss.wrong else ""
        )
        if miss.problem == "wrong":
            yield from _differences(miss)
        else:
            yield f"         {_said(miss.expected or miss.found or {})}"
        if miss.rule:
            yield f"         by {miss.rule}"
        yield f"         | {' '.join(miss.sentence.split())}"
    counts = Counter(what for miss in misses for what in (miss.problem, *(f"wrong {name}" for name in miss.wrong)))
    yield ", ".join(f"{count} {what}" for what, count in counts.items() if what != "wrong") or "no mistakes"


def _differences(miss: Miss) -> Iterator[str]:
    expected, found = miss.expected or {}, miss.found or {}
    if "span" in miss.wrong:
        yield f"         span: expected {miss.text!r}, found {miss.found_text!r}"
    for name in dict.fromkeys((*expected, *found)):
        if expected.get(name) != found.get(name):
            yield f"         {name}: expected {expected.get(name)}, found {found.get(name)}"


def _said(values: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in values.items())


def _miss(
    kind: str,
    document: str,
    text: str,
    problem: str,
    place: Item,
    *,
    expected: Item | None = None,
    found: Item | None = None,
    wrong: tuple[str, ...] = (),
) -> Miss:
    return Miss(
        document=document,
        problem=problem,
        start=place.start,
        end=place.end,
        text=place.text,
        wrong=wrong,
        expected=shown(kind, expected) if expected else None,
        found=shown(kind, found) if found else None,
        found_text=found.text if found else None,
        rule=found.values.get("rule") if found else None,
        sentence=sentence_around(text, place.start, place.end),
    )
