"""Rules in the line notation matched as regular expressions over a view; the same interface as `RuleMatcher`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.vocab import Vocab

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.lines import KIND_SIGNS, SPAN, LineExpression, Part, write_line
from extractor.rulebook.matching import Match, RuleMatcher
from extractor.rulebook.notation import NotationError, parse_line
from extractor.rulebook.rules import Rule
from extractor.rulebook.tracing import trace
from extractor.rulebook.views import Hit, View

_UNKNOWN = "\ue0ff"


@dataclass(frozen=True)
class WrittenView:
    """A view as one line: `exact` and `lower` have a space behind each token; `places[i]` is where token i starts."""

    view: View
    exact: str
    lower: str
    places: Sequence[int]

    def hit(self, start: int, end: int) -> Hit:
        """The tokens that cover the characters of the line."""
        first = bisect_right(self.places, start) - 1
        return self.view.hit(first, max(first, bisect_right(self.places, end - 1) - 1))


def write_view(view: View) -> WrittenView:
    """The view as a line."""
    words, lower = [], []
    for token in view.doc:
        kind = token.ent_type_
        text = KIND_SIGNS.get(kind, _UNKNOWN) if kind else token.text.replace(" ", "_")
        words.append(text)
        folded = text.lower()
        lower.append(folded if len(folded) == len(text) else text)
    places, place = [], 0
    for word in words:
        places.append(place)
        place += len(word) + 1
    return WrittenView(view, " ".join([*words, ""]), " ".join([*lower, ""]), places)


@dataclass(frozen=True)
class RuleLine:
    """One line of a rule, ready to match."""

    rule: Rule
    order: int
    line: LineExpression

    def matches(self, written: WrittenView) -> Iterator[Match]:
        """The matches, at most one from each word on."""
        text = written.exact if self.line.exact else written.lower
        expression = self.line.expression
        match = expression.search(text)
        while match is not None:
            if match.end() > match.start():
                yield self._resolve(match, written)
            match = expression.search(text, match.start() + 1)

    def _resolve(self, match: re.Match[str], written: WrittenView) -> Match:
        slots: dict[str, Hit] = {}
        marked: list[tuple[int, int]] = []
        for number, name in enumerate(self.line.slots):
            start, end = match.span(f"s{number}")
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
        if others:
            self._others = RuleMatcher(others, self.lexicons, self.vocab)

    def matches(self, view: View) -> list[Match]:
        """All matches, in the order of the rules' lines and of the text, then those of token descriptions and shapes.

        Of the matches of one rule that find the same span, the one over the fewest characters counts.
        """
        written = write_view(view)
        found: dict[tuple[int, int, int], Match] = {}
        for line in self._lines:
            if line.line.triggers is not None and line.line.triggers.isdisjoint(view.features):
                continue
            for match in line.matches(written):
                key = (line.order, match.start, match.end)
                if key not in found or _size(match) < _size(found[key]):
                    found[key] = match
        matches = [found[key] for key in sorted(found)]
        trace(self.rules, view, matches)
        return matches + (self._others.matches(view) if self._others else [])


def rule_line(
    rule: Rule, text: str, lexicons: Mapping[str, Lexicon], terms: dict[str, Part] | None = None, order: int = 0
) -> RuleLine:
    """A line of a rule, ready to match. Raises `RuleError` for one that cannot be read."""
    try:
        line = parse_line(text, lexicons, rule.family.slots)
    except NotationError as error:
        raise rule.error(str(error)) from error
    return RuleLine(rule, order, write_line(line, lexicons, exact_case=rule.exact_case, terms=terms))


def _size(match: Match) -> int:
    return match.whole_end - match.whole_start
