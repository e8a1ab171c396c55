"""Rules in the line notation matched as regular expressions over a view; the same interface as `RuleMatcher`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import accumulate
from operator import or_

from spacy.vocab import Vocab

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.lines import KIND_SIGNS, SPAN, LineExpression, Part, write_line
from extractor.rulebook.matching import Match, RuleMatcher
from extractor.rulebook.notation import NotationError, parse_line
from extractor.rulebook.numbers import NUMBER_WORDS
from extractor.rulebook.prepared import prepared
from extractor.rulebook.rules import Rule
from extractor.rulebook.shapes import lowered_text
from extractor.rulebook.tracing import is_traced, trace
from extractor.rulebook.views import Hit, View

_UNKNOWN = "\ue0ff"


@dataclass(frozen=True)
class WrittenView:
    """A view as one line: `exact` and `lower` have a space behind each token; `places[i]` is where token i starts."""

    view: View
    exact: str
    lower: str
    places: Sequence[int]
    _of_words: dict[frozenset[str], Sequence[int]] = field(default_factory=dict)

    def places_of(self, words: frozenset[str]) -> Sequence[int]:
        """Where one of the `words` (or `@kind`) starts, in order: the same words begin many lines."""
        found = self._of_words.get(words)
        if found is None:
            tokens = self.view.places
            starts = [self.places[token] for word in words & tokens.keys() for token in tokens[word]]
            found = self._of_words[words] = sorted(starts)
        return found

    def hit(self, start: int, end: int) -> Hit:
        """The tokens that cover the characters of the line."""
        first = bisect_right(self.places, start) - 1
        return self.view.hit(first, max(first, bisect_right(self.places, end - 1) - 1))


def write_view(view: View) -> WrittenView:
    """The view as a line."""
    words = [
        KIND_SIGNS.get(label, _UNKNOWN) if label else word if " " not in word else word.replace(" ", "_")
        for word, label in zip(view.words, view.labels, strict=True)
    ]
    exact = " ".join([*words, ""])
    lengths = [len(word) + 1 for word in words]
    return WrittenView(view, exact, lowered_text(exact), list(accumulate(lengths[:-1], initial=0)) if words else [])


@dataclass(frozen=True)
class RuleLine:
    """One line of a rule, ready to match."""

    rule: Rule
    order: int
    line: LineExpression

    def matches(self, written: WrittenView) -> Iterator[Match]:
        """The matches, at most one from each word on that the line can begin with."""
        text = written.exact if self.line.exact else written.lower
        match_at = self.line.expression.match
        first = self.line.first
        for place in written.places if first is None else written.places_of(first):
            match = match_at(text, place)
            if match is not None and match.end() > place:
                yield self._resolve(match, written)

    def _resolve(self, match: re.Match[str], written: WrittenView) -> Match:
        slots: dict[str, Hit] = {}
        marked: list[tuple[int, int]] = []
        for name, group in self.line.groups:
            start, end = match.span(group)
            if end > start >= 0:
                if name == SPAN:
                    marked.append((start, end))
                elif name not in slots:
                    slots[name] = written.hit(start, end)
        whole = written.hit(*match.span())
        head = slots.get(self.rule.family.head or "", whole)
        span = written.hit(min(marked)[0], max(end for _, end in marked)) if marked else head
        return Match(self.rule, span.start, span.end, whole.start, whole.end, slots)


@dataclass
class LineMatcher:
    """Matches `rules` against views. Token descriptions and shapes go to a `RuleMatcher` inside."""

    rules: Sequence[Rule]
    lexicons: Mapping[str, Lexicon]
    vocab: Vocab
    _lines: list[RuleLine] = field(default_factory=list)
    _needs: list[int] = field(default_factory=list)
    """What each line needs: a bit for each set of words of which one must be there."""
    _given: dict[str, int] = field(default_factory=dict)
    """For each word the bits of the sets that have it."""
    _all: int = 0
    """The bits of all sets."""
    _by_trigger: dict[str, list[int]] = field(default_factory=dict)
    """For each of these words the lines of which it may be the trigger: one of the set that most of the others do
    without."""
    _always: list[int] = field(default_factory=list)
    _kinds: list[int] = field(default_factory=list)
    """The fewest sets of kinds of mentions of which a line needs one each, as their bits."""
    _others: RuleMatcher | None = None

    def __post_init__(self) -> None:
        others = []
        terms: dict[str, Part] = {}
        for order, rule in enumerate(self.rules):
            tokens = tuple(pattern for pattern in rule.patterns if not isinstance(pattern, str))
            if tokens or rule.shapes:
                others.append(replace(rule, patterns=tokens))
            lines = [pattern for pattern in rule.patterns if isinstance(pattern, str)]
            self._lines += [rule_line(rule, line, self.lexicons, terms, order) for line in lines]
        self._sort_needs()
        if others:
            self._others = RuleMatcher(others, self.lexicons, self.vocab)

    def _sort_needs(self) -> None:
        """Works out by which words lines are found, and what else each needs."""
        needed = Counter(word for line in self._lines for need in line.line.needs for word in need)
        everywhere = {word for word, times in needed.items() if times > len(self._lines) / 2}
        bits: dict[frozenset[str], int] = {}
        for number, line in enumerate(self._lines):
            needs = sorted(line.line.needs, key=everywhere.isdisjoint, reverse=True)
            self._needs.append(sum(bits.setdefault(words, 1 << len(bits)) for words in needs))
            if not needs:
                self._always.append(number)
                continue
            for word in needs[0]:
                self._by_trigger.setdefault(word, []).append(number)
        self._all = (1 << len(bits)) - 1
        for words, bit in bits.items():
            for word in words:
                self._given[word] = self._given.get(word, 0) | bit
                self._by_trigger.setdefault(word, [])
        of_kinds = sum(bit for words, bit in bits.items() if all(word.startswith("@") for word in words))
        kinds = {needs & of_kinds for needs in self._needs}
        self._kinds = sorted(one for one in kinds if not any(other != one and other & one == other for other in kinds))

    def may_match(self, kinds: Iterable[str]) -> bool:
        """Whether a view can have a match in which these are all the kinds of mentions, whatever its words are. While
        it is traced what matchers look at, every view is worth a look."""
        given = 0
        for kind in kinds:
            given |= self._given.get(f"@{kind}", 0)
        return self._others is not None or any(need & given == need for need in self._kinds) or is_traced()

    def matches(self, view: View) -> list[Match]:
        """All matches, in the order of the rules' lines and of the text, then those of token descriptions and shapes.

        Of the matches of one rule that find the same span, the one over the fewest characters counts.
        """
        found: dict[tuple[int, int, int], Match] = {}
        if lines := self._triggered(view):
            written = write_view(view)
            for line in lines:
                for match in line.matches(written):
                    key = (line.order, match.start, match.end)
                    if key not in found or _size(match) < _size(found[key]):
                        found[key] = match
        matches = [found[key] for key in sorted(found)]
        trace(self.rules, view, matches)
        return matches + (self._others.matches(view) if self._others else [])

    def _triggered(self, view: View) -> list[RuleLine]:
        """The lines that may match: those of which all that they need stands in the view."""
        words = view.features & self._given.keys()
        numbers = set(self._always).union(*map(self._by_trigger.__getitem__, words))
        missing = self._all ^ reduce(or_, map(self._given.__getitem__, words), 0)
        needs = self._needs
        triggered = sorted([number for number in numbers if not needs[number] & missing])
        return [self._lines[number] for number in triggered]


def rule_line(
    rule: Rule, text: str, lexicons: Mapping[str, Lexicon], terms: dict[str, Part] | None = None, order: int = 0
) -> RuleLine:
    """A line of a rule, ready to match. Raises `RuleError` for one that cannot be read."""

    def write() -> LineExpression:
        line = write_line(
            parse_line(text, lexicons, rule.family.slots), lexicons, exact_case=rule.exact_case, terms=terms
        )
        line.compile()  # at once, to be kept as well
        return line

    named = {*re.findall(r"[\w-]+(?=\})", text), NUMBER_WORDS} & lexicons.keys()
    marks = tuple((name, lexicons[name].mark) for name in sorted(named))
    try:
        line = prepared(("line", text, rule.exact_case, tuple(sorted(rule.family.slots)), marks), write)
    except NotationError as error:
        raise rule.error(str(error), rule.line_of(text)) from error
    return RuleLine(rule, order, line)


def _size(match: Match) -> int:
    return match.whole_end - match.whole_start
