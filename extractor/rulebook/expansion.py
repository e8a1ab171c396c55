"""The line notation as spaCy token patterns: one for each combination of its alternatives, single words joined in
`IN`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import Any

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.notation import (
    AnyWord,
    Element,
    Gap,
    Group,
    Line,
    NotationError,
    Slot,
    Word,
    numbered,
    parse_line,
)
from extractor.rulebook.words import is_exact, written_forms

MAX_PATTERNS = 4000

Tokenize = Callable[[str], list[str]]


@dataclass(frozen=True)
class Step:
    """One token description of a compiled pattern: what it must be, the slot it fills, whether the span covers it."""

    spec: Mapping[str, Any]
    slot: str | None = None
    captured: bool = False
    gap: bool = False

    def __hash__(self) -> int:  # `spec` is a dict
        return hash((repr(self.spec), self.slot, self.captured))

    @property
    def optional(self) -> bool:
        """Whether a match can do without it (or, with `!`, must)."""
        return self.spec.get("OP", "1")[0] in "?*{!"


Steps = tuple[Step, ...]
"""One way to say a pattern."""


@dataclass(frozen=True)
class CompiledPattern:
    """A pattern as spaCy takes it (`tokens`), and what each of its token descriptions stands for (`steps`)."""

    steps: Steps

    @property
    def tokens(self) -> list[dict[str, Any]]:
        return [dict(step.spec) for step in self.steps]


@dataclass(frozen=True)
class _Expander:
    text: str
    tokenize: Tokenize
    lexicons: Mapping[str, Lexicon]
    exact_case: bool

    def line(self, line: Line) -> list[Steps]:
        parts = [self.element(element) for element in line]
        count = prod(map(len, parts))
        if count > MAX_PATTERNS:
            problem = f"the pattern “{self.text}” stands for {count} patterns (at most {MAX_PATTERNS})"
            raise NotationError(f"{problem}; split the rule or shorten its alternatives")
        return [tuple(step for steps in combination for step in steps) for combination in product(*parts)]

    def element(self, element: Element) -> list[Steps]:
        branches = self.branches(element)
        return _optional(branches) if element.optional else branches

    def branches(self, element: Element) -> list[Steps]:
        captured = element.captured
        match element:
            case Gap(length=length):
                return [(Step({"OP": f"{{0,{length}}}"}, captured=captured, gap=True),)]
            case AnyWord():
                return [(Step({}, captured=captured),)]
            case Word():
                return self.word(element)
            case Slot(kind=kind, name=name, is_mention=True):
                return [(Step({"ENT_TYPE": kind}, name, captured),)]
            case Slot(kind="number", name=name):
                return [(Step({"LIKE_NUM": True, "ENT_TYPE": ""}, name, captured),)]
            case Slot(kind=kind, name=name):
                terms = [steps for term in self.lexicons[kind].rows for steps in self.literal(term, False, captured)]
                return _merged([_named(steps, name) for steps in terms])
            case Group(branches=branches, name=group_name):
                expanded = [steps for branch in branches for steps in self.line(branch)]
                return _merged([_named(steps, group_name) for steps in expanded] if group_name else expanded)
        raise TypeError(element)

    def word(self, word: Word) -> list[Steps]:
        branches = self.literal(word.text, self.exact_case, word.captured)
        return [_open_ended(steps) for steps in branches] if word.open_end else branches

    def literal(self, text: str, exact: bool, captured: bool) -> list[Steps]:
        variants: dict[Steps, None] = {}
        for words in written_forms(text, exact, self.tokenize):
            keys = ["TEXT" if exact or is_exact(word) else "LOWER" for word in words]
            variants[tuple(Step({k: w}, captured=captured) for k, w in zip(keys, words, strict=True))] = None
        return list(variants)


def _open_ended(steps: Steps) -> Steps:
    *before, last = steps
    ((key, word),) = last.spec.items()
    return (*before, replace(last, spec={key: {"REGEX": f"^{re.escape(word)}"}}))


def _named(steps: Steps, name: str) -> Steps:
    """The steps of a slot or a named group; slots inside the group keep their own names."""
    return tuple(step if step.slot else replace(step, slot=name) for step in steps)


def _optional(branches: list[Steps]) -> list[Steps]:
    if len(branches) == 1 and len(branches[0]) == 1 and not branches[0][0].optional:
        step = branches[0][0]
        return [(replace(step, spec={**step.spec, "OP": "?"}),)]
    return [*branches, ()]


def _merged(branches: list[Steps]) -> list[Steps]:
    """Branches of one plain word each become one token description with an `IN` list."""
    words: dict[tuple[str, str | None, bool], list[str]] = {}
    others: dict[Steps, None] = {}
    for branch in branches:
        step = branch[0] if len(branch) == 1 else None
        key, value = next(iter(step.spec.items())) if step and len(step.spec) == 1 else ("", None)
        if step and key in ("LOWER", "TEXT") and isinstance(value, str):
            words.setdefault((key, step.slot, step.captured), []).append(value)
        elif step and key in ("LOWER", "TEXT") and isinstance(value, dict) and set(value) == {"IN"}:
            words.setdefault((key, step.slot, step.captured), []).extend(value["IN"])
        else:
            others[branch] = None
    joined = [
        (Step({key: {"IN": sorted(set(values))} if len(set(values)) > 1 else values[0]}, slot, captured),)
        for (key, slot, captured), values in words.items()
    ]
    return [*joined, *others]


def compile_line(
    text: str,
    tokenize: Tokenize,
    lexicons: Mapping[str, Lexicon],
    *,
    exact_case: bool = False,
    kinds: frozenset[str] = frozenset(),
) -> tuple[CompiledPattern, ...]:
    """A line of the notation as spaCy patterns; `kinds` are labels that slots may name beside those of mentions.

    Raises `NotationError` for what cannot be read or never match.
    """
    line = numbered(parse_line(text, lexicons, kinds))
    expanded = _Expander(text, tokenize, lexicons, exact_case).line(line)
    return tuple(CompiledPattern(steps) for steps in expanded if any(not step.optional for step in steps))


def compile_tokens(tokens: list[dict[str, Any]]) -> CompiledPattern:
    """A list of spaCy token descriptions; the keys `slot` and `span: true` beside spaCy's own name the parts."""
    return CompiledPattern(tuple(_steps(tokens)))


def _expressions(value: Any) -> Iterator[Any]:
    """The regular expressions in a token description."""
    for key, inner in value.items() if isinstance(value, dict) else ():
        if key == "REGEX":
            yield from inner.get("IN", ()) if isinstance(inner, dict) else [inner]
        else:
            yield from _expressions(inner)


def _steps(tokens: list[dict[str, Any]]) -> Iterator[Step]:
    if not all(isinstance(token, dict) for token in tokens):
        raise NotationError("a list of token descriptions must hold mappings such as {LOWER: word}")
    for token in tokens:
        if not isinstance(token.get("slot", ""), str):
            raise NotationError(f"“slot: {token['slot']}” must be the name of a slot")
        for expression in _expressions(token):
            try:
                re.compile(expression)
            except (re.error, TypeError) as error:
                raise NotationError(f"“REGEX: {expression}” is no regular expression: {error}") from error
        spec = {key: value for key, value in token.items() if key not in ("slot", "span")}
        yield Step(spec, token.get("slot"), bool(token.get("span")), gap=not set(spec) - {"OP"} and "OP" in spec)
