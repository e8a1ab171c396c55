"""Matching rules: a `View` of a sentence in which each mention is one token, and spaCy's `Matcher` over it.

A `Matcher` costs patterns × tokens, so that it is asked only for the rules whose trigger (a word, or a kind of mention, that
the rule cannot do without) stands in the view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.notation import CompiledPattern, NotationError, compile_line, compile_tokens
from extractor.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """What fills a slot: character offsets in the article, the text there, and the mention's record if it is one."""

    start: int
    end: int
    text: str
    record: Any = None


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: the span it finds, all it covers (`whole_…`), and what fills its slots; offsets in the article."""

    rule: Rule
    start: int
    end: int
    whole_start: int
    whole_end: int
    slots: Mapping[str, Hit]


@dataclass(frozen=True)
class View:
    """A stretch of an article as matching sees it: words, and each mention merged into one token with its kind as ENT_TYPE.

    `starts`/`ends`: character offsets of each token in the article. `records[i]`: the mention that token i is, or None.
    `words` in lower case and labels as `@drug` are what triggers are looked up in.
    """

    doc: Doc
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    records: Sequence[Any]
    features: frozenset[str]

    def hit(self, first: int, last: int) -> Hit:
        """The tokens from `first` to `last`, inclusive."""
        start, end = self.starts[first], self.ends[last]
        return Hit(start, end, self.text[start:end], self.records[first] if first == last else None)


def build_view(
    vocab: Vocab, text: str, tokens: Iterable[tuple[int, int]], marks: Sequence[tuple[int, int, str, Any]]
) -> View:
    """A view of the `tokens` (character offsets in `text`, in order), merged where `marks` (start, end, kind, record; in
    order, without overlap) say so. A token that a mark covers in part is cut there."""
    starts, ends, labels, records = [], [], [], []

    def add(start: int, end: int, label: str = "", record: Any = None) -> None:
        starts.append(start), ends.append(end), labels.append(label), records.append(record)

    pending = iter(marks)
    mark = next(pending, None)
    covered = 0
    for start, end in tokens:
        start = max(start, covered)
        while mark is not None and mark[0] < end:
            if mark[0] > start:
                add(start, mark[0])
            add(*mark)
            start = covered = mark[1]
            mark = next(pending, None)
        if end > start:
            add(start, end)
    words = [text[s:e].replace("\u2019", "'") or " " for s, e in zip(starts, ends, strict=True)]
    doc = Doc(vocab, words=words, ents=[f"B-{label}" if label else "O" for label in labels])
    features = frozenset([w.lower() for w in words] + [f"@{label}" for label in labels if label])
    return View(doc, text, starts, ends, records, features)


@cache
def pattern_tokenizer() -> Any:
    """A tokenizer for patterns alone: building them with the pipeline's own would fill its cache."""
    return spacy.blank("en").tokenizer


def tokenize_pattern(text: str) -> list[str]:
    """The words of a literal, as the tokenizer splits them in an article."""
    return [token.text for token in pattern_tokenizer()(text) if not token.is_space]


def compile_rule(rule: Rule, lexicons: Mapping[str, Lexicon]) -> tuple[CompiledPattern, ...]:
    """A rule's patterns as spaCy takes them. Raises `RuleError` with file and line."""
    compiled: list[CompiledPattern] = []
    for pattern in rule.patterns:
        try:
            if isinstance(pattern, str):
                compiled.extend(compile_line(pattern, tokenize_pattern, lexicons))
            else:
                compiled.append(compile_tokens(pattern))
        except NotationError as error:
            raise rule.error(str(error)) from error
    return tuple(compiled)


def trigger_words(pattern: CompiledPattern, is_common: Any) -> tuple[str, ...]:
    """Words (or `@kind`) of which one must stand in the view for the pattern to match; empty where nothing is known."""
    best: tuple[tuple[int, int], tuple[str, ...]] | None = None
    for step in pattern.steps:
        if step.optional:
            continue
        words = _literals(step.spec)
        if not words:
            continue
        mention = words[0].startswith("@")
        rank = (1 if mention else 2 if any(is_common(word) for word in words) else 0, len(words))
        if best is None or rank < best[0]:
            best = (rank, words)
    return best[1] if best else ()


def _literals(spec: Mapping[str, Any]) -> tuple[str, ...]:
    for key in ("LOWER", "TEXT", "ORTH"):
        value = spec.get(key)
        if isinstance(value, str):
            return (value.lower(),)
        if isinstance(value, dict) and "IN" in value:
            return tuple(word.lower() for word in value["IN"])
    label = spec.get("ENT_TYPE")
    if isinstance(label, str) and label:
        return (f"@{label}",)
    if isinstance(label, dict) and "IN" in label:
        return tuple(f"@{name}" for name in label["IN"])
    return ()


@dataclass
class _Compiled:
    rule: Rule
    patterns: tuple[CompiledPattern, ...]
    order: int
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
            if not rule.patterns:
                continue
            triggers: dict[tuple[str, ...], list[CompiledPattern]] = {}
            for pattern in compile_rule(rule, self.lexicons):
                triggers.setdefault(trigger_words(pattern, self._is_common), []).append(pattern)
            for words, patterns in triggers.items():
                compiled = _Compiled(rule, tuple(patterns), order)
                if not words:
                    self._always.append(compiled)
                for word in words:
                    self._by_trigger.setdefault(word, []).append(compiled)

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
        return [found[key][1] for key in sorted(found)]

    def _candidates(self, view: View) -> list[_Compiled]:
        candidates = {id(c): c for c in self._always}
        for feature in view.features & self._by_trigger.keys():
            candidates.update((id(c), c) for c in self._by_trigger[feature])
        return list(candidates.values())

    def _match(self, compiled: _Compiled, view: View) -> Iterator[tuple[Match, tuple[int, int]]]:
        if compiled.matcher is None:
            compiled.matcher = Matcher(self.vocab)
            for number, pattern in enumerate(compiled.patterns):
                compiled.matcher.add(str(number), [pattern.tokens])
        strings = self.vocab.strings
        for key, first, stop, alignment in compiled.matcher(view.doc, with_alignments=True):
            if stop > first:
                pattern = compiled.patterns[int(strings[key])]
                gaps = sum(pattern.steps[number].gap for number in alignment)
                yield _resolve(compiled.rule, pattern, view, first, stop, alignment), (-gaps, stop - first)


def _resolve(
    rule: Rule, pattern: CompiledPattern, view: View, first: int, stop: int, alignment: list[int]
) -> Match:
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
