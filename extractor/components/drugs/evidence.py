"""Evidence for and against a word being a medicine: the words beside it.

A rule of the family `drug` with the key `evidence` has a pattern in which `{drug}` is the word in question (and
`{known:drug}` a medicine that is already certain). Patterns are laid along the words before and behind a candidate, so
that a document with few candidates costs next to nothing; spaCy's matcher would read every sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple

from extractor.rulebook import Rule, Rulebook, cache_file, compile_rule, read_cache, write_cache
from extractor.rulebook.expansion import CompiledPattern

CACHE_VERSION = 1
"""Raised when what is kept of compiled patterns changes its form."""

REACH = 110
"""How far, in characters, the words beside a candidate are read."""

SURE = 2.0
"""How much more evidence than enough makes it needless to look at further places."""

HOPELESS = 8.0
"""How much evidence may lack for it to be worth the while to look at further places."""

MOST_WORDS = 16
FORBIDDING = -6.0
"""Evidence against a name that also outweighs its being in the lexicon: a company, a ticker symbol."""

KNOWN = "\ue000"
"""A sign that no text has: stands for a certain mention in the words beside a candidate."""

ANY = ""
"""What contexts are listed under that hold whatever words stand there."""

Words = Sequence[tuple[str, str]]
"""Words as (as written, in lower case), the nearest to the candidate first."""

_GAP = re.compile(r"\{(\d+),(\d+)\}")
_WORD = re.compile(r"\w+|['’]s\b|[^\w\s]")
_PARAGRAPH = re.compile(r"\n\s*\n")


class Weighed(NamedTuple):
    """What all the evidence for a name comes to, and the rule that says most for it."""

    total: float
    because: str


class Surroundings:
    """The words beside any place of a text, with each certain mention (`known`: offsets, without overlap) as one word."""

    def __init__(self, text: str, known: Iterable[tuple[int, int]]) -> None:
        self.text = text
        self._known = sorted(known)
        self._begins: list[int] = []
        """Where the mentions begin in `_written`, the text in which each of them is one sign."""
        plain = text.replace(KNOWN, " ").replace("’", "'")
        parts: list[str] = []
        length = end = 0
        for first, last in self._known:
            parts += (plain[end:first], KNOWN)
            self._begins.append(length := length + first - end)
            length, end = length + 1, last
        self._written = "".join((*parts, plain[end:]))

    def behind(self, end: int) -> Words:
        """The words from `end` on, to the paragraph's end."""
        start, stop = self._written_at(end), self._written_at(end + REACH)
        paragraph = self._written.find("\n\n", start, stop)
        words = _WORD.findall(self._written, start, paragraph if paragraph >= 0 else stop)[:MOST_WORDS]
        return list(zip(words, map(str.lower, words), strict=True))

    def next_word(self, end: int) -> str:
        """The first word from `end` on, in lower case; empty at the text's end."""
        match = _WORD.search(self._written, self._written_at(end))
        return match.group().lower() if match else ""

    def before(self, start: int) -> Words:
        """The words before `start`, the nearest first, to the paragraph's begin."""
        begin, stop = self._written_at(max(0, start - REACH // 2), inside=0), self._written_at(start, inside=0)
        words = _WORD.findall(self._written, max(begin, self._written.rfind("\n\n", begin, stop)), stop)[::-1]
        return list(zip(words, map(str.lower, words), strict=True))

    def _written_at(self, offset: int, inside: int = 1) -> int:
        """Where an offset of the text is in `_written`; for one inside a mention, `inside` signs behind its begin."""
        place = bisect_right(self._known, (offset, offset)) - 1
        if place < 0:
            return offset
        last, begin = self._known[place][1], self._begins[place]
        return begin + (offset - last + 1 if offset >= last else inside)


class _Step(NamedTuple):
    """One word of a pattern: `accepts` tells whether a word will do (None where it must be one of `words`, in lower
    case); `fewest` and `most` how often it comes."""

    accepts: Callable[[str, str], bool] | None
    fewest: int
    most: int
    words: frozenset[str]


class _Context(NamedTuple):
    """A pattern laid along the words: the id of its rule, and the words of which one must be there (`_telling`)."""

    rule: str
    evidence: float
    before: tuple[_Step, ...]
    after: tuple[_Step, ...]
    telling: frozenset[str]


_Listed = dict[str, list[_Context]]
"""Contexts by each of the words of which one must be there, or by `ANY`."""


def _add(listed: _Listed, context: _Context) -> None:
    for word in context.telling or (ANY,):
        listed.setdefault(word, []).append(context)


@dataclass
class EvidenceRules:
    """The rules that say what stands beside a medicine; `gather` asks them."""

    rules: Sequence[Rule]
    patterns: Mapping[str, Sequence[CompiledPattern]]
    _by_word_before: dict[str, _Listed] = field(default_factory=dict)
    _by_word_behind: dict[str, _Listed] = field(default_factory=dict)
    _others: _Listed = field(default_factory=dict)

    def __post_init__(self) -> None:
        for rule in self.rules:
            for pattern in self.patterns[rule.id]:
                context = _context(rule, pattern.steps)
                self._list(context)

    def _list(self, context: _Context) -> None:
        """Lists a context by the words that may stand right before the candidate, or else right behind it."""
        for steps, by_word in ((context.before, self._by_word_before), (context.after, self._by_word_behind)):
            nearest = _nearest(steps)
            for word in nearest:
                _add(by_word.setdefault(word, {}), context)
            if nearest:
                return
        _add(self._others, context)

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
        """The evidence at all `places` of a name together; each rule counts once. Ends early with more than `enough`,
        or far less.

        If the name is a `lone` word, places beside another word with a capital can only speak against it.
        """
        found: dict[str, float] = {}
        total = 0.0
        for number, (start, end) in enumerate(places):
            if number > 1 and (total >= enough + SURE or total <= enough - HOPELESS):
                break
            before, behind = surroundings.before(start), surroundings.behind(end)
            against = lone and any(words and words[0][0][0].isupper() for words in (before, behind))
            for rule, evidence in self.gather(before, behind, found):
                if not (against and evidence > 0):
                    found[rule] = evidence
                    total += evidence
        return Weighed(total, max(found, key=lambda rule: (found[rule], rule), default=""))

    def speaks(self, start: int, end: int, surroundings: Surroundings) -> bool:
        """Whether any of the rules holds at this place."""
        before = surroundings.before(start)
        if not self._others and not (before and before[0][1] in self._by_word_before):
            if surroundings.next_word(end) not in self._by_word_behind:
                return False
        return any(True for _ in self.gather(before, surroundings.behind(end)))

    def gather(self, before: Words, after: Words, told: Container[str] = ()) -> Iterator[tuple[str, float]]:
        """The ids of the rules that hold for a candidate between the words `before` (read backwards) and `after`, with
        their evidence; those in `told` (which may grow meanwhile) are not asked."""
        by_before = self._by_word_before.get(before[0][1]) if before else None
        by_behind = self._by_word_behind.get(after[0][1]) if after else None
        beside = {lower for words in (before, after) for _, lower in words}
        beside.add(ANY)
        for listed in filter(None, (self._others, by_before, by_behind)):
            for word in beside & listed.keys():
                for rule, evidence, steps_before, steps_after, _ in listed[word]:
                    if rule in told or (steps_after and not _fits(steps_after, after)):
                        continue
                    if not steps_before or _fits(steps_before, before):
                        yield rule, evidence


def _nearest(steps: Iterable[_Step]) -> frozenset[str]:
    """The words of which the one nearest to the candidate must be one; none where that is not known."""
    nearest: frozenset[str] = frozenset()
    for step in steps:
        if not step.words:
            break
        nearest |= step.words
        if step.fewest:
            return nearest
    return frozenset()


def _telling(steps: Iterable[_Step]) -> frozenset[str]:
    """The words of which one must be there for a pattern to hold: those of the step with the longest words."""
    sets = [step.words for step in steps if step.fewest and step.words]
    return max(sets, key=_specific, default=frozenset())


def _specific(words: frozenset[str]) -> tuple[bool, float]:
    return min(map(len, words)) > 2, sum(map(len, words)) / len(words)


def _fits(steps: Sequence[_Step], words: Words, step: int = 0, word: int = 0) -> bool:
    """Whether the steps from `step` on can be laid along the words from `word` on."""
    while step < len(steps):
        accepts, fewest, most, accepted = steps[step]
        step += 1
        for count in range(most):
            if count >= fewest and _fits(steps, words, step, word):
                return True
            if word == len(words):
                return False
            written, lower = words[word]
            if not (lower in accepted if accepts is None else accepts(written, lower)):
                return False
            word += 1
    return True


def _context(rule: Rule, steps: Sequence[Any]) -> _Context:
    places = [n for n, step in enumerate(steps) if step.spec.get("ENT_TYPE") == "drug" and step.slot == "drug"]
    if len(places) != 1:
        raise rule.error("a pattern with “evidence” needs one {drug}, the word in question (others as {known:drug})")
    place = places[0]
    before = tuple(_step(step.spec, rule) for step in reversed(steps[:place]))
    after = tuple(_step(step.spec, rule) for step in steps[place + 1 :])
    return _Context(rule.id, float(rule.says["evidence"]), before, after, _telling((*before, *after)))


def _step(spec: Mapping[str, Any], rule: Rule) -> _Step:
    fewest, most = _times(spec.get("OP", "1"), rule)
    if spec.get("ENT_TYPE") == "drug":
        return _Step(None, fewest, most, frozenset({KNOWN}))
    tests = {key: value for key, value in spec.items() if key not in ("OP", "ENT_TYPE")}
    if not tests:
        return _Step(lambda written, lower: lower != KNOWN, fewest, most, frozenset())
    if len(tests) != 1 or next(iter(tests)) not in ("LOWER", "TEXT", "LIKE_NUM"):
        raise rule.error(f"evidence can look at LOWER, TEXT and numbers, not at {', '.join(tests)}")
    key, value = next(iter(tests.items()))
    return _Step(_test(key, value), fewest, most, frozenset(map(str.lower, _words(value))))


def _test(key: str, value: Any) -> Callable[[str, str], bool] | None:
    """Whether a word is what a pattern asks for; None where it need only be one of the words that the pattern lists."""
    if key == "LIKE_NUM":
        return lambda written, lower: lower[0].isdigit()
    if isinstance(value, dict) and "REGEX" in value:
        found = lru_cache(maxsize=4096)(re.compile(value["REGEX"]).search)
        return (lambda written, lower: bool(found(lower))) if key == "LOWER" else (lambda w, lower: bool(found(w)))
    words = _words(value)
    return None if key == "LOWER" else (lambda written, lower: written in words)


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
