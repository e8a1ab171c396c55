"""Evidence for and against a word being a medicine: the words beside it.

A rule of the family `drug` with the key `evidence` has a pattern in which `{drug}` is the word in question (and
`{known:drug}` a medicine that is already certain). Patterns are laid along the words before and behind a candidate, so
that a document with few candidates costs next to nothing; spaCy's matcher would read every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf
from typing import Any

from extractor.rulebook import Rule, Rulebook, cache_file, compile_rule, read_cache, write_cache
from extractor.rulebook.expansion import CompiledPattern

CACHE_VERSION = 1
"""Raised when what is kept of compiled patterns changes its form."""

REACH = 110
"""How far, in characters, the words beside a candidate are read."""

SURE = 2.0
"""How much more evidence than enough makes it needless to look at further places."""

MOST_WORDS = 16
FORBIDDING = -6.0
"""Evidence against a name that also outweighs its being in the lexicon: a company, a ticker symbol."""

KNOWN = "@drug"
"""Stands for a certain mention in the words beside a candidate."""

Words = Sequence[tuple[str, str]]
"""Words as (as written, in lower case), the nearest to the candidate first."""

_GAP = re.compile(r"\{(\d+),(\d+)\}")
_WORD = re.compile(r"['’]s\b|\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What all the evidence for a name comes to, and the rule that says most for it."""

    total: float
    because: str


class Surroundings:
    """The words beside any place of a text, with each certain mention (`known`: offsets) as one word."""

    def __init__(self, text: str, known: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._by_start = dict(known)
        self._by_end = {end: start for start, end in known}

    def behind(self, end: int) -> Words:
        """The words from `end` on, to the paragraph's end."""
        text = self.text
        stop = min(len(text), end + REACH)
        paragraph = text.find("\n\n", end, stop)
        stop = paragraph if paragraph >= 0 else stop
        words: list[tuple[str, str]] = []
        skip = end
        for match in _WORD.finditer(text, end, stop):
            start = match.start()
            if start < skip:
                continue
            if start in self._by_start:
                skip = self._by_start[start]
                words.append((KNOWN, KNOWN))
            else:
                written = match.group().replace("’", "'")
                words.append((written, written.lower()))
            if len(words) == MOST_WORDS:
                break
        return words

    def before(self, start: int) -> Words:
        """The words before `start`, the nearest first, to the paragraph's begin."""
        text = self.text
        begin = max(0, start - REACH // 2, text.rfind("\n\n", max(0, start - REACH // 2), start))
        words: list[tuple[str, str]] = []
        skip = start
        for match in reversed(list(_WORD.finditer(text, begin, start))):
            if match.end() > skip:
                continue
            if match.end() in self._by_end:
                skip = self._by_end[match.end()]
                words.append((KNOWN, KNOWN))
            else:
                written = match.group()
                words.append((written, written.lower()))
        return words


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a pattern: `accepts` tells whether a word will do; `fewest` and `most` how often it comes."""

    accepts: Callable[[str, str], bool]
    fewest: int
    most: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Context:
    rule: Rule
    evidence: float
    before: tuple[_Step, ...]
    after: tuple[_Step, ...]


@dataclass
class EvidenceRules:
    """The rules that say what stands beside a medicine; `gather` asks them."""

    rules: Sequence[Rule]
    patterns: Mapping[str, Sequence[CompiledPattern]]
    _by_word: dict[str, list[_Context]] = field(default_factory=dict)
    _others: list[_Context] = field(default_factory=list)

    def __post_init__(self) -> None:
        for rule in self.rules:
            for pattern in self.patterns[rule.id]:
                context = _context(rule, pattern.steps)
                words = _telling((*context.before, *context.after))
                for word in words:
                    self._by_word.setdefault(word, []).append(context)
                if not words:
                    self._others.append(context)

    @classmethod
    def of(cls, book: Rulebook) -> EvidenceRules:
        """The rules with a pattern and `evidence`, compiled or from the cache. Raises `RuleError`."""
        rules = [rule for rule in book.family("drug") if rule.patterns and "evidence" in rule.says]
        cached = cache_file(f"evidence-{CACHE_VERSION}-{book.fingerprint}.pickle")
        patterns = read_cache(cached)
        if not isinstance(patterns, dict) or not {rule.id for rule in rules} <= patterns.keys():
            patterns = {rule.id: compile_rule(rule, book.lexicons) for rule in rules}
            write_cache(cached, patterns)
        return cls(rules, patterns)

    def forbidding(self) -> EvidenceRules:
        """Those that outweigh even a name's being in the lexicon."""
        return EvidenceRules([rule for rule in self.rules if rule.says["evidence"] <= FORBIDDING], self.patterns)

    def weigh(
        self, places: Iterable[tuple[int, int]], surroundings: Surroundings, enough: float = inf, *, lone: bool = False
    ) -> Weighed:
        """The evidence at all `places` of a name together; each rule counts once. Ends early with more than `enough`.

        If the name is a `lone` word, places beside another word with a capital can only speak against it.
        """
        found: dict[str, float] = {}
        total = 0.0
        for number, (start, end) in enumerate(places):
            if number > 1 and total >= enough + SURE:
                break
            before, behind = surroundings.before(start), surroundings.behind(end)
            against = lone and any(words and words[0][0][0].isupper() for words in (before, behind))
            for rule, evidence in self.gather(before, behind):
                if rule.id not in found and not (against and evidence > 0):
                    found[rule.id] = evidence
                    total += evidence
        return Weighed(total, max(found, key=lambda rule: (found[rule], rule), default=""))

    def speaks(self, start: int, end: int, surroundings: Surroundings) -> bool:
        """Whether any of the rules holds at this place."""
        return any(True for _ in self.gather(surroundings.before(start), surroundings.behind(end)))

    def gather(self, before: Words, after: Words) -> Iterator[tuple[Rule, float]]:
        """The rules that hold for a candidate between the words `before` (read backwards) and `after`."""
        by_word = self._by_word
        beside = {lower for _, lower in before} | {lower for _, lower in after}
        tried = {id(context): context for word in beside & by_word.keys() for context in by_word[word]}
        for context in (*self._others, *tried.values()):
            if _fits(context.after, after) and _fits(context.before, before):
                yield context.rule, context.evidence


def _telling(steps: Iterable[_Step]) -> frozenset[str]:
    """The words of which one must be there for a pattern to hold: those of the step with the longest words."""
    sets = [step.words for step in steps if step.fewest and step.words]
    return max(sets, key=_specific, default=frozenset())


def _specific(words: frozenset[str]) -> tuple[bool, float]:
    return min(map(len, words)) > 2, sum(map(len, words)) / len(words)


def _fits(steps: Sequence[_Step], words: Words, step: int = 0, word: int = 0) -> bool:
    """Whether the steps from `step` on can be laid along the words from `word` on."""
    if step == len(steps):
        return True
    this = steps[step]
    count = 0
    while True:
        if count >= this.fewest and _fits(steps, words, step + 1, word + count):
            return True
        if count == this.most or word + count >= len(words) or not this.accepts(*words[word + count]):
            return False
        count += 1


def _context(rule: Rule, steps: Sequence[Any]) -> _Context:
    places = [n for n, step in enumerate(steps) if step.spec.get("ENT_TYPE") == "drug" and step.slot == "drug"]
    if len(places) != 1:
        raise rule.error("a pattern with “evidence” needs one {drug}, the word in question (others as {known:drug})")
    place = places[0]
    before = tuple(_step(step.spec, rule) for step in reversed(steps[:place]))
    after = tuple(_step(step.spec, rule) for step in steps[place + 1 :])
    return _Context(rule, float(rule.says["evidence"]), before, after)


def _step(spec: Mapping[str, Any], rule: Rule) -> _Step:
    fewest, most = _times(spec.get("OP", "1"), rule)
    if spec.get("ENT_TYPE") == "drug":
        return _Step(lambda written, lower: lower == KNOWN, fewest, most, frozenset({KNOWN}))
    tests = {key: value for key, value in spec.items() if key not in ("OP", "ENT_TYPE")}
    if not tests:
        return _Step(lambda written, lower: lower != KNOWN, fewest, most, frozenset())
    if len(tests) != 1 or next(iter(tests)) not in ("LOWER", "TEXT", "LIKE_NUM"):
        raise rule.error(f"evidence can look at LOWER, TEXT and numbers, not at {', '.join(tests)}")
    key, value = next(iter(tests.items()))
    return _Step(_test(key, value), fewest, most, frozenset(map(str.lower, _words(value))))


def _test(key: str, value: Any) -> Callable[[str, str], bool]:
    if key == "LIKE_NUM":
        return lambda written, lower: lower[0].isdigit()
    if isinstance(value, dict) and "REGEX" in value:
        found = lru_cache(maxsize=4096)(re.compile(value["REGEX"]).search)
        return (lambda written, lower: bool(found(lower))) if key == "LOWER" else (lambda w, lower: bool(found(w)))
    words = _words(value)
    return (lambda written, lower: lower in words) if key == "LOWER" else (lambda written, lower: written in words)


def _words(value: Any) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset({value})
    if isinstance(value, dict) and "IN" in value:
        return frozenset(value["IN"])
    return frozenset()


def _times(operator: str, rule: Rule) -> tuple[int, int]:
    if operator in ("1", "?"):
        return int(operator == "1"), 1
    gap = _GAP.match(operator)
    if gap is None:
        raise rule.error(f"evidence cannot repeat a word with “{operator}”")
    return int(gap[1]), int(gap[2])
