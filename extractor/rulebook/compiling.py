"""Rules as spaCy takes them: patterns tokenised as articles are, shapes as regular expressions, errors with file and
line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from extractor.rulebook.expansion import CompiledPattern, compile_line, compile_tokens
from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.notation import MENTION_SLOTS, Group, Line, NotationError, Slot, Word, named_parts, parse_line
from extractor.rulebook.numbers import NUMBER_WORDS
from extractor.rulebook.prepared import prepared
from extractor.rulebook.rules import Rule
from extractor.rulebook.shapes import ShapeError, compile_shape, lowered_shape
from extractor.rulebook.words import tokenize_pattern


def compile_rule(rule: Rule, lexicons: Mapping[str, Lexicon]) -> tuple[CompiledPattern, ...]:
    """A rule's patterns as spaCy takes them. Raises `RuleError` with file and line."""
    compiled: list[CompiledPattern] = []
    for pattern in rule.patterns:
        try:
            if isinstance(pattern, str):
                kinds = rule.family.slots
                lines = compile_line(pattern, tokenize_pattern, lexicons, exact_case=rule.exact_case, kinds=kinds)
                compiled.extend(lines)
            else:
                compiled.append(compile_tokens(pattern))
        except NotationError as error:
            raise rule.error(str(error), rule.line_of(pattern)) from error
    return tuple(compiled)


def prepared_rule(rule: Rule, lexicons: Mapping[str, Lexicon]) -> tuple[CompiledPattern, ...]:
    """What `compile_rule` makes, kept from run to run until the patterns or the lexicons that they name change."""
    written = str(rule.patterns)
    named = (name for name in {*re.findall(r"[\w-]+(?=\})", written), NUMBER_WORDS} if name in lexicons)
    marks = tuple((name, lexicons[name].mark) for name in sorted(named))
    key = ("patterns", written, rule.exact_case, tuple(sorted(rule.family.slots)), marks)
    return prepared(key, lambda: compile_rule(rule, lexicons))


def check_patterns(rule: Rule, lexicons: Mapping[str, Lexicon]) -> None:
    """Raises `RuleError` with file and line for a pattern that cannot be read, or lacks a part that its family
    needs."""
    for pattern in rule.patterns:
        try:
            if isinstance(pattern, str):
                named = named_parts(parse_line(pattern, lexicons, rule.family.slots))
            else:
                named = frozenset(step.slot for step in compile_tokens(pattern).steps if step.slot)
        except NotationError as error:
            raise rule.error(str(error), rule.line_of(pattern)) from error
        for name in sorted(needed_parts(rule) - named):
            kinds = rule.family.slots | MENTION_SLOTS
            advice = f"write {{{name}}}" if name in kinds else f"call a part of it so, as in {{{name}:drug}}"
            problem = f"the pattern “{pattern}” needs the slot {{{name}}} in each of its ways; {advice}"
            raise rule.error(problem, rule.line_of(pattern))


def words_of(rule: Rule, lexicons: Mapping[str, Lexicon]) -> frozenset[str]:
    """The words, in lower case, that a rule's lines write, themselves or through a lexicon, those with an open end left
    out."""
    lines = [pattern for pattern in rule.patterns if isinstance(pattern, str)]
    return frozenset(word for line in lines for word in _words(parse_line(line, lexicons, rule.family.slots), lexicons))


def _words(line: Line, lexicons: Mapping[str, Lexicon]) -> Iterator[str]:
    for element in line:
        if isinstance(element, Word) and not element.open_end:
            yield from element.text.lower().split()
        elif isinstance(element, Slot) and element.kind in lexicons:
            yield from (word for term in lexicons[element.kind].rows for word in term.lower().split())
        elif isinstance(element, Group):
            for branch in element.branches:
                yield from _words(branch, lexicons)


def needed_parts(rule: Rule) -> frozenset[str]:
    """The slots that a rule's patterns cannot do without."""
    family = rule.family
    return frozenset() if family.parts_unless and rule.says.get(family.parts_unless) else family.parts


def compile_shapes(
    rule: Rule, lexicons: Mapping[str, Lexicon], parts: Iterable[str] = (), *, lowered: bool = False
) -> tuple[re.Pattern[str], ...]:
    """A rule's shapes as regular expressions, for text in lower case if `lowered`.

    Raises `RuleError` with file and line for one that cannot be read, or that lacks a group that its family needs or
    that is one of `parts`.
    """
    shapes = []
    for written in rule.shapes:
        source = lowered_shape(written) if lowered else written
        try:
            shape = compile_shape(source, lexicons, exact_case=lowered or rule.exact_case)
        except ShapeError as error:
            raise rule.error(f"its shape {error}", rule.line_of(written)) from error
        for name in (*sorted(needed_parts(rule)), *parts):
            if name not in shape.groupindex:
                problem = f"its shape needs a part that is called {name}: {{{name}:…}} or (?P<{name}>…)"
                raise rule.error(problem, rule.line_of(written))
        shapes.append(shape)
    return tuple(shapes)


def trigger_words(pattern: CompiledPattern, is_common: Callable[[str], bool]) -> tuple[str, ...]:
    """Words (or `@kind`) of which one must stand in the view for the pattern to match; empty where nothing is known.

    Of the token descriptions that must be there, the rarest counts: words before mentions before common words.
    """
    best: tuple[tuple[int, int], tuple[str, ...]] | None = None
    for step in pattern.steps:
        words = () if step.optional else literals(step.spec)
        if not words:
            continue
        mention = words[0].startswith("@")
        rank = (1 if mention else 2 if any(is_common(word) for word in words) else 0, len(words))
        if best is None or rank < best[0]:
            best = (rank, words)
    return best[1] if best else ()


def literals(spec: Mapping[str, Any]) -> tuple[str, ...]:
    """The words, in lower case, or kinds (`@drug`) of which a token must be one to fit the description; empty if any
    may."""
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
