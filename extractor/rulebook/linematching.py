"""Rules in the line notation matched as regular expressions over a view; the same interface as `RuleMatcher`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.vocab import Vocab

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.lines import KIND_SIGNS, compile_expression
from extractor.rulebook.matching import Match, RuleMatcher
from extractor.rulebook.notation import NotationError
from extractor.rulebook.rules import Rule
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
class _Line:
    rule: Rule
    order: int
    expression: re.Pattern[str]
    slots: Sequence[str]
    triggers: frozenset[str] | None

    def matches(self, written: WrittenView) -> Iterator[Match]:
        line = written.exact if self.expression.flags & re.IGNORECASE else written.lower
        match = self.expression.search(line)
        while match is not None:
            yield self._resolve(match, written)
            match = self.expression.search(line, match.start() + 1)

    def _resolve(self, match: re.Match[str], written: WrittenView) -> Match:
        slots: dict[str, Hit] = {}
        for number, name in enumerate(self.slots):
            start, end = match.span(number_group(number))
            if start >= 0 and name not in slots:
                slots[name] = written.hit(start, end)
        whole = written.hit(*match.span())
        spanned = "span" in self.expression.groupindex and match.start("span") >= 0
        head = slots.get(self.rule.family.head or "", whole)
        span = written.hit(*match.span("span")) if spanned else head
        return Match(self.rule, span.start, span.end, whole.start, whole.end, slots)


def number_group(number: int) -> str:
    """The name of a slot's group in the expression."""
    return f"s{number}"


@dataclass
class LineMatcher:
    """Matches `rules` against views. Rules that are spaCy token descriptions go to a `RuleMatcher` inside."""

    rules: Sequence[Rule]
    lexicons: Mapping[str, Lexicon]
    vocab: Vocab
    _lines: list[_Line] = field(default_factory=list)
    _tokens: RuleMatcher | None = None

    def __post_init__(self) -> None:
        described = []
        for order, rule in enumerate(self.rules):
            tokens = tuple(pattern for pattern in rule.patterns if not isinstance(pattern, str))
            if tokens:
                described.append(replace(rule, patterns=tokens))
            self._lines += [self._line(rule, order, p) for p in rule.patterns if isinstance(p, str)]
        if described:
            self._tokens = RuleMatcher(described, self.lexicons, self.vocab)

    def _line(self, rule: Rule, order: int, pattern: str) -> _Line:
        try:
            expression, part, slots = compile_expression(pattern, self.lexicons)
        except (NotationError, re.error) as error:
            raise rule.error(str(error)) from error
        return _Line(rule, order, expression, slots, part.words)

    def matches(self, view: View) -> list[Match]:
        """All matches: of those of one rule that find the same span, the one over the fewest characters counts. In the
        order of the rules, then of the text."""
        written = write_view(view)
        found: dict[tuple[int, int, int], Match] = {}
        for line in self._lines:
            if line.triggers is not None and line.triggers.isdisjoint(view.features):
                continue
            for match in line.matches(written):
                key = (line.order, match.start, match.end)
                if key not in found or _size(match) < _size(found[key]):
                    found[key] = match
        described = self._tokens.matches(view) if self._tokens else []
        return [found[key] for key in sorted(found)] + described


def _size(match: Match) -> int:
    return match.whole_end - match.whole_start
