"""The line notation of rules, compiled to spaCy token patterns.

    {percentage} of (patients|those) (treated with|on) the? {drug}

- a word matches in any case; a word with a capital letter matches as written; `improv*` matches every word that so begins
- `(a|b c)` one of several, `word?` and `(a b)?` may be missing, `_` any one word
- `...` up to six words, `...3` up to three
- `{drug}` a mention of that kind, `{number}` a number, `{cue-verb}` a term of the lexicon `cue-verb.tsv`
- `{arm:drug}` the same, remembered as `arm`; `{arm:(placebo|vehicle)}` a group remembered by name
- `[...]` around a part: the span that the rule finds (otherwise its first mention slot, or the whole)
- `\\(`, `\\)`, `\\[`, `\\?`, `\\.` … the character itself
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from extractor.rulebook.lexicon import Lexicon, fold

MENTION_SLOTS = frozenset(
    {"drug", "percentage", "date", "duration", "set", "organization", "person", "trial", "quote", "amount"}
)
"""The kinds of mention that a slot may name: labels of the merged tokens in a `View`."""

GAP_LENGTH = 6
MAX_PATTERNS = 4000

Tokenize = Callable[[str], list[str]]


class NotationError(ValueError):
    """A pattern that cannot be read; the message says where and what to do."""


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
        return self.spec.get("OP", "1")[0] in "?*{"


Sequence_ = tuple[Step, ...]


@dataclass(frozen=True)
class CompiledPattern:
    """A pattern as spaCy takes it (`tokens`), and what each of its token descriptions stands for (`steps`)."""

    steps: Sequence_

    @property
    def tokens(self) -> list[dict[str, Any]]:
        return [dict(step.spec) for step in self.steps]

    @property
    def has_gap(self) -> bool:
        return any(step.gap for step in self.steps)


ELEMENT = re.compile(
    r"\s*(?:(?P<gap>\.\.\.(?P<length>\d*))|(?P<slot>\{(?:(?P<name>[\w-]+):)?(?P<kind>[\w-]+)\}(?P<slotopt>\??))"
    r"|(?P<named>\{(?P<groupname>[\w-]+):\()|(?P<open>\()|(?P<bar>\|)|(?P<closenamed>\)\}\??)|(?P<close>\)\??)"
    r"|(?P<mark>[\[\]])|(?P<word>(?:\\.|[^\s(){}|\[\]?\\])+\??))"
)


@dataclass
class _Parser:
    """A recursive-descent parser; each method returns the sequences that its part may stand for."""

    text: str
    tokenize: Tokenize
    lexicons: Mapping[str, Lexicon]
    position: int = 0
    captured: bool = False
    marks: int = field(default=0)

    def fail(self, problem: str) -> NotationError:
        return NotationError(f"{problem} at character {self.position + 1} of the pattern “{self.text}”")

    def peek(self) -> re.Match[str] | None:
        if not self.text[self.position :].strip():
            return None
        match = ELEMENT.match(self.text, self.position)
        if match is None:
            raise self.fail(f"cannot read “{self.text[self.position :].split()[0]}”")
        return match

    def sequence(self, depth: int) -> list[Sequence_]:
        parts: list[list[Sequence_]] = []
        while (match := self.peek()) is not None:
            if match.lastgroup in ("bar", "close", "closenamed"):
                if depth == 0:
                    raise self.fail(
                        f"“{match.group().strip()}” without an opening “(”; write “\\{match.group().strip()[0]}” for the sign itself"
                    )
                break
            self.position = match.end()
            if match["mark"]:
                self.captured = match["mark"] == "["
                self.marks += 1
            else:
                parts.append(self.element(match, depth))
        return _joined(parts, self.fail)

    def element(self, match: re.Match[str], depth: int) -> list[Sequence_]:
        if match["gap"]:
            length = int(match["length"] or GAP_LENGTH)
            return [(Step({"OP": f"{{0,{length}}}"}, captured=self.captured, gap=True),)]
        if match["slot"]:
            return _optional(self.slot(match["kind"], match["name"]), bool(match["slotopt"]))
        if match["open"] or match["named"]:
            return self.group(match["groupname"], depth)
        return self.word(match["word"])

    def slot(self, kind: str, name: str | None) -> list[Sequence_]:
        slot = name or kind
        if kind in MENTION_SLOTS:
            return [(Step({"ENT_TYPE": kind}, slot, self.captured),)]
        if kind == "number":
            return [(Step({"LIKE_NUM": True, "ENT_TYPE": ""}, slot, self.captured),)]
        if kind in self.lexicons:
            terms = [
                (Step(s.spec, slot, s.captured) for s in seq)
                for t in self.lexicons[kind].rows
                for seq in self.literal(t)
            ]
            return _merged([tuple(seq) for seq in terms])
        raise self.fail(
            f"unknown slot {{{kind}}}: neither a kind of mention ({', '.join(sorted(MENTION_SLOTS))}, number) nor a lexicon"
        )

    def group(self, name: str | None, depth: int) -> list[Sequence_]:
        branches = self.sequence(depth + 1)
        while (match := self.peek()) is not None and match["bar"]:
            self.position = match.end()
            branches += self.sequence(depth + 1)
        closing = "closenamed" if name else "close"
        if match is None or not match[closing]:
            raise self.fail("a “(” that is not closed")
        self.position = match.end()
        if name:
            branches = [tuple(replace(step, slot=step.slot or name) for step in seq) for seq in branches]
        return _optional(_merged(branches), match.group().endswith("?"))

    def word(self, written: str) -> list[Sequence_]:
        optional = written.endswith("?") and not written.endswith("\\?")
        literal = re.sub(r"\\(.)", r"\1", written.removesuffix("?") if optional else written)
        if literal == "_":
            return _optional([(Step({}, captured=self.captured),)], optional)
        return _optional(self.literal(literal), optional)

    def literal(self, text: str) -> list[Sequence_]:
        if text.endswith("*") and len(text) > 1:
            stem = re.escape(fold(text[:-1]))
            return [(Step({"LOWER": {"REGEX": f"^{stem}"}}, captured=self.captured),)]
        words = self.tokenize(text.replace("\u2019", "'"))
        return [
            tuple(Step({"TEXT" if w != w.lower() else "LOWER": w}, captured=self.captured) for w in words)
        ]


def _optional(branches: list[Sequence_], optional: bool) -> list[Sequence_]:
    if not optional:
        return branches
    if len(branches) == 1 and len(branches[0]) == 1 and not branches[0][0].optional:
        step = branches[0][0]
        return [(replace(step, spec={**step.spec, "OP": "?"}),)]
    return [*branches, ()]


def _merged(branches: list[Sequence_]) -> list[Sequence_]:
    """Branches of one plain word each become one token description with an `IN` list."""
    words: dict[tuple[str, str | None, bool], list[str]] = {}
    others: dict[Sequence_, None] = {}
    for branch in branches:
        step = branch[0] if len(branch) == 1 else None
        key, value = next(iter(step.spec.items())) if step and len(step.spec) == 1 else ("", None)
        if step and key in ("LOWER", "TEXT") and isinstance(value, str):
            words.setdefault((key, step.slot, step.captured), []).append(value)
        elif step and key == "LOWER" and isinstance(value, dict) and set(value) == {"IN"}:
            words.setdefault((key, step.slot, step.captured), []).extend(value["IN"])
        else:
            others[branch] = None
    merged = [
        (Step({key: {"IN": sorted(set(values))} if len(set(values)) > 1 else values[0]}, slot, captured),)
        for (key, slot, captured), values in words.items()
    ]
    return [*merged, *others]


def _joined(parts: list[list[Sequence_]], fail: Callable[[str], NotationError]) -> list[Sequence_]:
    count = 1
    for part in parts:
        count *= len(part)
    if count > MAX_PATTERNS:
        raise fail(
            f"stands for {count} patterns (at most {MAX_PATTERNS}); split the rule or shorten its alternatives"
        )
    return [tuple(step for seq in combination for step in seq) for combination in product(*parts)]


def compile_line(
    text: str, tokenize: Tokenize, lexicons: Mapping[str, Lexicon]
) -> tuple[CompiledPattern, ...]:
    """A line of the notation as spaCy patterns. Raises `NotationError` for what cannot be read or never match."""
    parser = _Parser(text, tokenize, lexicons)
    sequences = parser.sequence(0)
    if parser.marks % 2:
        raise parser.fail("“[” and “]” must come in pairs")
    patterns = tuple(CompiledPattern(seq) for seq in sequences if any(not step.optional for step in seq))
    if not patterns:
        raise parser.fail("nothing in it has to be there")
    return patterns


def compile_tokens(tokens: list[dict[str, Any]]) -> CompiledPattern:
    """A list of spaCy token descriptions; the keys `slot` and `span: true` beside spaCy's own name the parts."""
    return CompiledPattern(tuple(_steps(tokens)))


def _steps(tokens: list[dict[str, Any]]) -> Iterator[Step]:
    for token in tokens:
        spec = {key: value for key, value in token.items() if key not in ("slot", "span")}
        yield Step(
            spec, token.get("slot"), bool(token.get("span")), gap=not set(spec) - {"OP"} and "OP" in spec
        )
