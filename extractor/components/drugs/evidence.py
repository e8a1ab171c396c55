"""Evidence for and against a word being a medicine: the words beside it.

A rule of the family `drug` with the key `evidence` has a pattern in which `{drug}` is the word in question (and
`{known:drug}` a medicine that is already certain). Patterns are laid along the words before and behind a candidate, so
that a document with few candidates costs next to nothing; spaCy's matcher would read every sentence.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from extractor.components.drugs.surroundings import Surroundings, Words
from extractor.components.drugs.word_patterns import WordPattern, fits, nearest_words, word_pattern
from extractor.rulebook import Rule, Rulebook
from extractor.rulebook.compiling import prepared_rule
from extractor.rulebook.expansion import CompiledPattern

SURE = 2.0
"""How much more evidence than enough makes it needless to look at further places."""

HOPELESS = 8.0
"""How much evidence may lack for it to be worth the while to look at further places."""

FORBIDDING = -6.0
"""Evidence against a name that also outweighs its being in the lexicon: a company, a ticker symbol."""

ANY = ""
"""What patterns are listed under that hold whatever words stand there."""


class Weighed(NamedTuple):
    """What all the evidence for a name comes to, and the rule that says most for it."""

    total: float
    because: str


_Listed = dict[str, list[WordPattern]]
"""Patterns by each of the words of which one must be there, or by `ANY`."""


def _by_telling(patterns: Iterable[WordPattern]) -> _Listed:
    listed: _Listed = {}
    for pattern in patterns:
        for word in pattern.telling or (ANY,):
            listed.setdefault(word, []).append(pattern)
    return listed


def _by_nearest(patterns: Mapping[str, Sequence[WordPattern]]) -> dict[str, _Listed]:
    """For each word its patterns, listed by what tells them; once for all words that have the same ones, as those of a
    table have."""
    listed: dict[tuple[int, ...], _Listed] = {}
    by_word = {}
    for word, some in patterns.items():
        same = tuple(map(id, some))
        if same not in listed:
            listed[same] = _by_telling(some)
        by_word[word] = listed[same]
    return by_word


@dataclass
class EvidenceRules:
    """The rules that say what stands beside a medicine; `gather` asks them."""

    rules: Sequence[Rule]
    patterns: Mapping[str, Sequence[CompiledPattern]]
    _by_word_before: dict[str, _Listed] = field(init=False)
    _by_word_behind: dict[str, _Listed] = field(init=False)
    _others: _Listed = field(init=False)

    def __post_init__(self) -> None:
        """Lists the patterns by the words that may stand right before the candidate, or else right behind it."""
        before: dict[str, list[WordPattern]] = {}
        behind: dict[str, list[WordPattern]] = {}
        others = []
        for pattern in (word_pattern(rule, one.steps) for rule in self.rules for one in self.patterns[rule.id]):
            for steps, by_word in ((pattern.before, before), (pattern.after, behind)):
                nearest = nearest_words(steps)
                for word in nearest:
                    by_word.setdefault(word, []).append(pattern)
                if nearest:
                    break
            else:
                others.append(pattern)
        self._by_word_before, self._by_word_behind = _by_nearest(before), _by_nearest(behind)
        self._others = _by_telling(others)

    @classmethod
    def of(cls, book: Rulebook) -> EvidenceRules:
        """The rules with a pattern and `evidence`, compiled. Raises `RuleError`."""
        rules = [rule for rule in book.family("drug") if rule.patterns and "evidence" in rule.says]
        return cls(rules, {rule.id: prepared_rule(rule, book.lexicons) for rule in rules})

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
            against = lone and any(words and _is_capitalised(words[0][0]) for words in (before, behind))
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
                    if rule in told or (steps_after and not fits(steps_after, after)):
                        continue
                    if not steps_before or fits(steps_before, before):
                        yield rule, evidence


def _is_capitalised(word: str) -> bool:
    """Whether a word may belong to a name beside it: it begins with a capital, and is not "I"."""
    return word[0].isupper() and len(word) > 1
