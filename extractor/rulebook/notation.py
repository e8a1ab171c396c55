"""The line notation of rules, compiled to spaCy token patterns.

    {percentage} of (patients|those) (treated with|on) the? {drug}

- a word matches in any case; a word with a capital letter matches as written (in a rule with `case: exact`, every
  word does); `improv*` matches every word that so begins
- `(a|b c)` one of several, `word?` and `(a b)?` may be missing, `_` any one word
- `...` up to six words, `...3` up to three
- `{drug}` a mention of that kind, `{number}` a number, `{cue-verb}` a term of the lexicon `cue-verb.tsv`
- `{arm:drug}` the same, remembered as `arm`; `{arm:(placebo|vehicle)}` a group remembered by name
- a slot that comes again is remembered as `drug2`, `drug3`
- `[...]` around a part: the span that the rule finds (otherwise the mention its family is about, or the whole)
- `\\(`, `\\)`, `\\[`, `\\?`, `\\.` … the character itself
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import product
from math import prod
from typing import Any

from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.steps import CompiledPattern, Sequence_, Step, merged, named, numbered, optional

MENTION_SLOTS = frozenset(
    {"drug", "percentage", "date", "duration", "set", "organization", "person", "trial", "quote", "amount"}
)
"""The kinds of mention that a slot may name: labels of the merged tokens in a `View`."""

GAP_LENGTH = 6
MAX_PATTERNS = 4000

Tokenize = Callable[[str], list[str]]


class NotationError(ValueError):
    """A pattern that cannot be read; the message says where and what to do."""


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
    exact_case: bool = False
    kinds: frozenset[str] = MENTION_SLOTS
    position: int = 0
    captured: bool = False

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
                    sign = match.group().strip()
                    raise self.fail(f"“{sign}” without an opening “(”; write “\\{sign[0]}” for the sign itself")
                break
            self.position = match.end()
            if match["mark"]:
                self.mark(match["mark"] == "[")
            else:
                parts.append(self.element(match, depth))
        return self.joined(parts)

    def joined(self, parts: list[list[Sequence_]]) -> list[Sequence_]:
        count = prod(map(len, parts))
        if count > MAX_PATTERNS:
            problem = f"stands for {count} patterns (at most {MAX_PATTERNS})"
            raise self.fail(f"{problem}; split the rule or shorten its alternatives")
        return [tuple(step for seq in combination for step in seq) for combination in product(*parts)]

    def mark(self, opening: bool) -> None:
        if self.captured == opening:
            raise self.fail("“[” inside “[”" if opening else "“]” without “[”; write “\\]” for the sign itself")
        self.captured = opening

    def element(self, match: re.Match[str], depth: int) -> list[Sequence_]:
        if match["gap"]:
            length = int(match["length"] or GAP_LENGTH)
            return [(Step({"OP": f"{{0,{length}}}"}, captured=self.captured, gap=True),)]
        if match["slot"]:
            return self.maybe(self.slot(match["kind"], match["name"]), match["slotopt"])
        if match["open"] or match["named"]:
            return self.group(match["groupname"], depth)
        return self.word(match["word"])

    def slot(self, kind: str, name: str | None) -> list[Sequence_]:
        slot = name or kind
        if kind in self.kinds:
            return [(Step({"ENT_TYPE": kind}, slot, self.captured, part=self.position),)]
        if kind == "number":
            return [(Step({"LIKE_NUM": True, "ENT_TYPE": ""}, slot, self.captured, part=self.position),)]
        if kind in self.lexicons:
            terms = [seq for term in self.lexicons[kind].rows for seq in self.literal(term, in_any_case=True)]
            return merged([named(seq, slot, self.position) for seq in terms])
        known = sorted({*self.kinds, "number", *self.lexicons})
        close = get_close_matches(kind, known, 1)
        kinds = f"kinds of mention: {', '.join(sorted(self.kinds))}, number"
        hint = f"did you mean {{{close[0]}}}?" if close else kinds
        raise self.fail(f"unknown slot {{{kind}}}: neither a kind of mention nor a lexicon; {hint}")

    def group(self, name: str | None, depth: int) -> list[Sequence_]:
        part = self.position
        branches = self.sequence(depth + 1)
        while (match := self.peek()) is not None and match["bar"]:
            self.position = match.end()
            branches += self.sequence(depth + 1)
        closing = "closenamed" if name else "close"
        if match is None or not match[closing]:
            raise self.fail("a “(” that is not closed")
        self.position = match.end()
        if name:
            branches = [named(seq, name, part) for seq in branches]
        return self.maybe(merged(branches), match.group()[-1:])

    def word(self, written: str) -> list[Sequence_]:
        sign = "?" if written.endswith("?") and not written.endswith("\\?") else ""
        literal = re.sub(r"\\(.)", r"\1", written.removesuffix(sign))
        if literal == "_":
            return self.maybe([(Step({}, captured=self.captured),)], sign)
        return self.maybe(self.literal(literal), sign)

    def maybe(self, branches: list[Sequence_], sign: str) -> list[Sequence_]:
        return optional(branches) if sign == "?" else branches

    def literal(self, text: str, *, in_any_case: bool = False) -> list[Sequence_]:
        """The token descriptions of plain words; lexicon terms, which are in lower case, match `in_any_case`."""
        if text.endswith("*") and len(text) > 1:
            return [self.beginning(sequence) for sequence in self.literal(text[:-1], in_any_case=in_any_case)]
        text = text.replace("\u2019", "'")
        exact = self.exact_case and not in_any_case
        variants: dict[Sequence_, None] = {}
        for variant in [text] if exact or _is_exact(text) else _written(text):
            words = [word if exact or _is_exact(text) else word.lower() for word in self.tokenize(variant)]
            keys = ["TEXT" if exact or _is_exact(word) else "LOWER" for word in words]
            steps = (Step({key: w}, captured=self.captured) for key, w in zip(keys, words, strict=True))
            variants[tuple(steps)] = None
        return list(variants)

    def beginning(self, sequence: Sequence_) -> Sequence_:
        """Words of which the last may go on."""
        *before, last = sequence
        ((key, word),) = last.spec.items()
        return (*before, replace(last, spec={key: {"REGEX": f"^{re.escape(word)}"}}))


def _written(text: str) -> tuple[str, ...]:
    """How a word in lower case may be written; the tokenizer splits `inc.` where it keeps `Inc.` whole."""
    return (text, text.capitalize(), text.upper()) if "." in text or "'" in text else (text,)


def _is_exact(word: str) -> bool:
    return word != word.lower()


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
    parser = _Parser(text, tokenize, lexicons, exact_case, MENTION_SLOTS | kinds)
    sequences = parser.sequence(0)
    if parser.captured:
        raise parser.fail("a “[” that is not closed")
    patterns = tuple(CompiledPattern(numbered(seq)) for seq in sequences if any(not step.optional for step in seq))
    if not patterns:
        raise NotationError(f"nothing has to be there in the pattern “{text}”; give it a word without “?”")
    return patterns


def compile_tokens(tokens: list[dict[str, Any]]) -> CompiledPattern:
    """A list of spaCy token descriptions; the keys `slot` and `span: true` beside spaCy's own name the parts."""
    return CompiledPattern(tuple(_steps(tokens)))


def _steps(tokens: list[dict[str, Any]]) -> Iterator[Step]:
    if not all(isinstance(token, dict) for token in tokens):
        raise NotationError("a list of token descriptions must hold mappings such as {LOWER: word}")
    for token in tokens:
        spec = {key: value for key, value in token.items() if key not in ("slot", "span")}
        yield Step(spec, token.get("slot"), bool(token.get("span")), gap=not set(spec) - {"OP"} and "OP" in spec)
