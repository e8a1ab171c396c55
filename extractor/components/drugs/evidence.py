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

from extractor.components.drugs.surroundings import Beside, Surroundings, Words
from extractor.components.drugs.word_patterns import WordPattern, fits, length, nearest_words, telling, word_pattern
from extractor.rulebook import Rulebook
from extractor.rulebook.compiling import prepared_rule

SURE = 2.0
"""How much more evidence than enough makes it needless to look at further places."""

HOPELESS = 8.0
"""How much evidence may lack for it to be worth the while to look at further places."""

FORBIDDING = -6.0
"""Evidence against a name that also outweighs its being in the lexicon: a company, a ticker symbol."""


_ByWord = dict[str, list[tuple[int, WordPattern]]]
"""Patterns by each of the words that tell of them, with the number of words among which it must be."""


class _Listed(NamedTuple):
    """Patterns told by words before the candidate, or by words `behind` it; `reach` is the most that any of them needs
    to look at for that, `before` and `after` are the most that any looks at on either side."""

    behind: bool
    reach: int
    before: int
    after: int
    by_word: _ByWord


def _by_telling(patterns: Iterable[WordPattern]) -> tuple[_Listed, ...]:
    sides: dict[bool, _ByWord] = {False: {}, True: {}}
    for pattern in patterns:
        words, behind, reach = telling(pattern)
        for word in words:
            sides[behind].setdefault(word, []).append((reach, pattern))
    return tuple(_listed(behind, by_word) for behind, by_word in sides.items() if by_word)


def _listed(behind: bool, by_word: _ByWord) -> _Listed:
    all_of_them = [one for some in by_word.values() for one in some]
    return _Listed(
        behind,
        max(reach for reach, _ in all_of_them),
        max(length(pattern.before) for _, pattern in all_of_them),
        max(length(pattern.after) for _, pattern in all_of_them),
        by_word,
    )


def _by_nearest(patterns: Mapping[str, Sequence[WordPattern]]) -> dict[str, tuple[_Listed, ...]]:
    """For each word its patterns, listed by what tells them; once for all words that have the same ones, as those of a
    table have."""
    listed: dict[tuple[int, ...], tuple[_Listed, ...]] = {}
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

    patterns: Sequence[WordPattern]
    _by_word_before: dict[str, tuple[_Listed, ...]] = field(init=False)
    _by_word_behind: dict[str, tuple[_Listed, ...]] = field(init=False)
    _others: tuple[_Listed, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Lists the patterns by the words that may stand right before the candidate, or else right behind it."""
        before: dict[str, list[WordPattern]] = {}
        behind: dict[str, list[WordPattern]] = {}
        others = []
        for pattern in self.patterns:
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
        compiled = ((rule, prepared_rule(rule, book.lexicons)) for rule in rules)
        return cls([word_pattern(rule, one.steps) for rule, patterns in compiled for one in patterns])

    def forbidding(self) -> EvidenceRules:
        """Those that outweigh even a name's being in the lexicon."""
        return EvidenceRules([pattern for pattern in self.patterns if pattern.evidence <= FORBIDDING])

    def weigh(
        self, places: Iterable[tuple[int, int]], surroundings: Surroundings, enough: float = inf, *, lone: bool = False
    ) -> float:
        """What the evidence at all `places` of a name comes to; each rule counts once. Ends early with more than
        `enough`, or far less.

        If the name is a `lone` word, places beside another word with a capital can only speak against it.
        """
        told: set[str] = set()
        total = 0.0
        for number, place in enumerate(places):
            if number > 1 and (total >= enough + SURE or total <= enough - HOPELESS):
                break
            beside = surroundings.beside(*place)
            doubtful = lone and (_is_capitalised(beside.last) or _is_capitalised(beside.following))
            for rule, evidence in self.gather(beside, told, most=0.0 if doubtful else inf):
                told.add(rule)
                total += evidence
        return total

    def speaks(self, start: int, end: int, surroundings: Surroundings) -> bool:
        """Whether any of the rules holds at this place."""
        return any(True for _ in self.gather(surroundings.beside(start, end)))

    def gather(self, beside: Beside, told: Container[str] = (), most: float = inf) -> Iterator[tuple[str, float]]:
        """The ids of the rules that hold for a candidate with this beside it, with their evidence; those in `told`
        (which may grow meanwhile) are not asked, nor those with more evidence than `most`."""
        listed = self._that_may_hold(beside.last.lower(), beside.following.lower())
        if not listed:
            return
        before = beside.before() if any(one.before for one in listed) else Words.of(())
        after = beside.behind(max(one.after for one in listed))
        for behind, reach, _, _, by_word in listed:
            near = (after if behind else before).lower[:reach]
            if by_word.keys().isdisjoint(near):
                continue
            for distance, word in enumerate(near):
                for farthest, (rule, evidence, steps_before, steps_after) in by_word.get(word, ()):
                    if distance >= farthest or evidence > most or rule in told:
                        continue
                    if steps_after and not fits(steps_after, after):
                        continue
                    if not steps_before or fits(steps_before, before):
                        yield rule, evidence

    def _that_may_hold(self, last: str, following: str) -> tuple[_Listed, ...]:
        """The patterns that may hold between these two words."""
        return self._others + self._by_word_before.get(last, ()) + self._by_word_behind.get(following, ())


def _is_capitalised(word: str) -> bool:
    """Whether a word may belong to a name beside it: it begins with a capital, and is not "I"."""
    return word[:1].isupper() and len(word) > 1
