"""Matching rules against views, by spaCy's `Matcher` for patterns and by regular expressions for shapes.

A `Matcher` costs patterns × tokens, so that it is asked only for the rules whose trigger (a word, or a kind of
mention, that the rule cannot do without) stands in the view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.matcher import Matcher
from spacy.vocab import Vocab

from extractor.rulebook.compiling import compile_rule, compile_shapes, trigger_words
from extractor.rulebook.expansion import CompiledPattern
from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.rules import Rule
from extractor.rulebook.tracing import trace
from extractor.rulebook.views import Hit, View

SPAN_GROUP = "span"
"""The group of a shape that is the span it finds; without it, its whole match is."""


class Match(NamedTuple):
    """A rule that matched: the span it finds, all it covers (`whole_…`), and what fills its slots; offsets in the
    article."""

    rule: Rule
    start: int
    end: int
    whole_start: int
    whole_end: int
    slots: Mapping[str, Hit]


@dataclass
class _Compiled:
    rule: Rule
    patterns: tuple[CompiledPattern, ...]
    order: int
    shapes: tuple[re.Pattern[str], ...] = ()
    matcher: Matcher | None = None


@dataclass
class RuleMatcher:
    """Matches the `rules` of a family against views. Matchers are built when a rule is first triggered."""

    rules: Sequence[Rule]
    lexicons: Mapping[str, Lexicon]
    vocab: Vocab
    _by_trigger: dict[str, list[_Compiled]] = field(default_factory=dict)
    _always: list[_Compiled] = field(default_factory=list)

    def __post_init__(self) -> None:
        for order, rule in enumerate(self.rules):
            triggers: dict[tuple[str, ...], list[CompiledPattern]] = {}
            for pattern in compile_rule(rule, self.lexicons):
                triggers.setdefault(trigger_words(pattern, self._is_common), []).append(pattern)
            for words, patterns in triggers.items():
                compiled = _Compiled(rule, tuple(patterns), order)
                if not words:
                    self._always.append(compiled)
                for word in words:
                    self._by_trigger.setdefault(word, []).append(compiled)
            if rule.shapes:
                self._always.append(_Compiled(rule, (), order, compile_shapes(rule, self.lexicons)))

    def __bool__(self) -> bool:
        """Whether there is any rule that could match."""
        return bool(self._by_trigger or self._always)

    def _is_common(self, word: str) -> bool:
        return len(word) < 3 or self.vocab[word].is_stop

    def matches(self, view: View) -> list[Match]:
        """All matches in a view: for each rule and span one, in the order of the rules, then of the text.

        Of the matches of a rule that find the same span, the one with the smallest gaps counts, then the longest.
        """
        found: dict[tuple[int, int, int], tuple[tuple[int, int], Match]] = {}
        for compiled in self._candidates(view):
            for match, size in self._match(compiled, view):
                key = (compiled.order, match.start, match.end)
                if key not in found or found[key][0] < size:
                    found[key] = (size, match)
        matches = [found[key][1] for key in sorted(found)]
        trace(self.rules, view, matches)
        return matches

    def _candidates(self, view: View) -> list[_Compiled]:
        candidates = {id(c): c for c in self._always}
        for feature in view.features & self._by_trigger.keys():
            candidates.update((id(c), c) for c in self._by_trigger[feature])
        return list(candidates.values())

    def _match(self, compiled: _Compiled, view: View) -> Iterator[tuple[Match, tuple[int, int]]]:
        for shape in compiled.shapes:
            yield from _shape_matches(compiled.rule, shape, view)
        if not compiled.patterns:
            return
        if compiled.matcher is None:
            compiled.matcher = Matcher(self.vocab)
            for number, pattern in enumerate(compiled.patterns):
                compiled.matcher.add(str(number), [pattern.tokens])
        strings = self.vocab.strings
        for key, first, stop, alignment in compiled.matcher(view.doc, with_alignments=True):  # type: ignore[misc]
            if stop > first:
                pattern = compiled.patterns[int(strings[key])]
                gaps = sum(pattern.steps[number].gap for number in alignment)
                yield _resolve(compiled.rule, pattern, view, first, stop, alignment), (-gaps, stop - first)


def _resolve(rule: Rule, pattern: CompiledPattern, view: View, first: int, stop: int, alignment: list[int]) -> Match:
    """A match of spaCy's in terms of the article: the span is what stands in brackets in the pattern, without
    brackets the slot that the family heads, without that the whole match."""
    slots: dict[str, list[int]] = {}
    covered: list[int] = []
    for token, number in enumerate(alignment, first):
        step = pattern.steps[number]
        if step.slot:
            slots.setdefault(step.slot, []).append(token)
        if step.captured:
            covered.append(token)
    hits = {name: view.hit(tokens[0], tokens[-1]) for name, tokens in slots.items()}
    whole = view.hit(first, stop - 1)
    span = view.hit(covered[0], covered[-1]) if covered else hits.get(rule.family.head or "", whole)
    return Match(rule, span.start, span.end, whole.start, whole.end, hits)


def _shape_matches(rule: Rule, shape: re.Pattern[str], view: View) -> Iterator[tuple[Match, tuple[int, int]]]:
    """Matches of a shape in the text that a view covers; a group that is one mention carries its record."""
    if not view.starts:
        return
    records = {(s, e): record for s, e, record in zip(view.starts, view.ends, view.records, strict=True) if record}
    for match in shape.finditer(view.text, view.starts[0], view.ends[-1]):
        if match.end() == match.start():
            continue
        slots = {
            name: Hit(match.start(name), match.end(name), match[name], records.get(match.span(name)))
            for name in shape.groupindex
            if match[name] is not None
        }
        head = rule.family.head
        if head and head not in slots:
            heads = view.places.get(f"@{head}", ())
            first = next((token for token in heads if match.start() <= view.starts[token] < match.end()), None)
            if first is None:
                continue
            slots[head] = view.hit(first, first)
        whole = Hit(match.start(), match.end(), match.group())
        span = slots.get(SPAN_GROUP) or slots.get(head or "", whole)
        yield Match(rule, span.start, span.end, whole.start, whole.end, slots), (0, match.end() - match.start())
