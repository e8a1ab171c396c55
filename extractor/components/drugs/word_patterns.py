"""Patterns of words beside a medicine, laid along the words before and behind a candidate."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from extractor.components.drugs.surroundings import KNOWN, Words
from extractor.rulebook import Rule

_GAP = re.compile(r"\{(\d+),(\d+)\}")


class Step(NamedTuple):
    """One word of a pattern: `accepts` tells whether a word will do (None where it must be one of `words`, in lower
    case); `fewest` and `most` how often it comes."""

    accepts: Callable[[str, str], bool] | None
    fewest: int
    most: int
    words: frozenset[str]


class Telling(NamedTuple):
    """Words of which one must be there for a pattern to hold: before the candidate or `behind` it, among the nearest
    `reach` words."""

    words: frozenset[str]
    behind: bool
    reach: int


NOTHING = Telling(frozenset({""}), True, sys.maxsize)
"""What tells of a pattern that holds whatever words stand there: the end of the words, which is always there."""


class WordPattern(NamedTuple):
    """A pattern laid along the words, with the id of its rule."""

    rule: str
    evidence: float
    before: tuple[Step, ...]
    after: tuple[Step, ...]


def nearest_words(steps: Iterable[Step]) -> frozenset[str]:
    """The words of which the one nearest to the candidate must be one; none where that is not known."""
    nearest: frozenset[str] = frozenset()
    for step in steps:
        if not step.words:
            break
        nearest |= step.words
        if step.fewest:
            return nearest
    return frozenset()


@lru_cache(maxsize=4096)
def telling(pattern: WordPattern) -> Telling:
    """What tells of a pattern: a certain mention, or else the words of the step with the longest ones."""
    found = [*_telling(pattern.before, behind=False), *_telling(pattern.after, behind=True)]
    return max(found, key=lambda one: _specific(one.words), default=NOTHING)


def _telling(steps: Iterable[Step], *, behind: bool) -> Iterator[Telling]:
    reach = 0
    for step in steps:
        reach += step.most
        if step.fewest and step.words:
            yield Telling(step.words, behind, reach)


@lru_cache(maxsize=4096)
def _specific(words: frozenset[str]) -> tuple[bool, bool, float]:
    """The more, the more these words say; asked of the same ones for many patterns."""
    return words == {KNOWN}, min(map(len, words)) > 2, sum(map(len, words)) / len(words)


def length(steps: Iterable[Step]) -> int:
    """How many words the steps are laid along at most."""
    return sum(step.most for step in steps)


def fits(steps: Sequence[Step], words: Words, step: int = 0, word: int = 0) -> bool:
    """Whether the steps from `step` on can be laid along the words from `word` on."""
    written, lowered = words.written, words.lower
    while step < len(steps):
        accepts, fewest, most, accepted = steps[step]
        step += 1
        for count in range(most):
            may_end = count >= fewest
            lower = lowered[word]
            if not lower or not (lower in accepted if accepts is None else accepts(written[word], lower)):
                if may_end:
                    break
                return False
            if may_end and fits(steps, words, step, word):
                return True
            word += 1
    return True


def word_pattern(rule: Rule, steps: Sequence[Any]) -> WordPattern:
    """A compiled pattern of a rule with `evidence`. Raises `RuleError` for one without {drug}, or that asks for more
    than words."""
    places = [n for n, step in enumerate(steps) if step.spec.get("ENT_TYPE") == "drug" and step.slot == "drug"]
    if len(places) != 1:
        raise rule.error("a pattern with “evidence” needs one {drug}, the word in question (others as {known:drug})")
    place = places[0]
    before = tuple(_step(step.spec, rule) for step in reversed(steps[:place]))
    after = tuple(_step(step.spec, rule) for step in steps[place + 1 :])
    return WordPattern(rule.id, float(rule.says["evidence"]), before, after)


def _step(spec: Mapping[str, Any], rule: Rule) -> Step:
    fewest, most = _times(spec.get("OP", "1"), rule)
    if spec.get("ENT_TYPE") == "drug":
        return Step(None, fewest, most, frozenset({KNOWN}))
    tests = {key: value for key, value in spec.items() if key not in ("OP", "ENT_TYPE")}
    if not tests:
        return Step(lambda written, lower: lower != KNOWN, fewest, most, frozenset())
    if len(tests) != 1 or next(iter(tests)) not in ("LOWER", "TEXT", "LIKE_NUM"):
        raise rule.error(f"evidence can look at LOWER, TEXT and numbers, not at {', '.join(tests)}")
    key, value = next(iter(tests.items()))
    return Step(_test(key, value), fewest, most, _lowered(_words(value)))


def _test(key: str, value: Any) -> Callable[[str, str], bool] | None:
    """Whether a word is what a pattern asks for; None where it need only be one of the words that the pattern lists."""
    if key == "LIKE_NUM":
        return lambda written, lower: lower[0].isdigit()
    if isinstance(value, dict) and "REGEX" in value:
        found = lru_cache(maxsize=4096)(re.compile(value["REGEX"]).search)
        return (lambda written, lower: bool(found(lower))) if key == "LOWER" else (lambda w, lower: bool(found(w)))
    if key == "LOWER":
        return None
    words = frozenset(_words(value))
    return lambda written, lower: written in words


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(value["IN"]) if isinstance(value, dict) and "IN" in value else ()


@lru_cache(maxsize=4096)
def _lowered(words: tuple[str, ...]) -> frozenset[str]:
    """Words in lower case, the same set for all patterns that list them."""
    return frozenset(map(str.lower, words))


def _times(operator: str, rule: Rule) -> tuple[int, int]:
    if operator in ("1", "?"):
        return int(operator == "1"), 1
    gap = _GAP.match(operator)
    if gap is None:
        raise rule.error(f"evidence cannot repeat a word with “{operator}”")
    return int(gap[1]), int(gap[2])
