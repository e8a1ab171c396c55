"""The line notation as regular expressions: what `RuleMatcher` does with spaCy's `Matcher`, for families of many rules.

A `View` is written as one line, its tokens with a space behind each, and every mention as one character that stands for
its kind; a line of the notation is one regular expression over that. Alternatives and lexicons become a trie instead of
one pattern for each combination, so that a rule costs microseconds. A gap takes as few words as it can, and of the
matches that start at one word the first one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from extractor.rulebook.families import FAMILIES
from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.notation import (
    MENTION_SLOTS,
    AnyWord,
    Element,
    Gap,
    Group,
    Line,
    Slot,
    Word,
    numbered,
)
from extractor.rulebook.numbers import NUMBER_WORDS
from extractor.rulebook.prepared import compiled
from extractor.rulebook.words import is_exact, tokenize_pattern, written_forms

_KINDS = MENTION_SLOTS.union(*(family.slots for family in FAMILIES.values()))
KIND_SIGNS = {kind: chr(0xE000 + number) for number, kind in enumerate(sorted(_KINDS))}
"""The character that stands for a mention of each kind."""

SPAN = "span"
"""The slot of what stands in brackets."""
_FIGURES = r"\d[\d.,]*"


@dataclass(frozen=True)
class Part:
    """A part of a pattern: its expression; sets of words (or `@kind`), of each of which one must be there for it to
    match, the most telling first; the words that it can begin with, None where any may; whether it can be nothing at
    all."""

    expression: str
    needs: tuple[frozenset[str], ...] = ()
    first: frozenset[str] | None = None
    empty: bool = False


@dataclass
class _Writer:
    """Writes the elements of a line as a regular expression over written views."""

    lexicons: Mapping[str, Lexicon]
    exact_case: bool
    terms: dict[str, Part] = field(default_factory=dict)
    slots: list[str] = field(default_factory=list)
    cased: bool = False

    def line(self, line: Line) -> Part:
        expression, captured, parts = "", False, []
        for element in line:
            if element.captured != captured:
                expression += f"(?P<s{self.reserve(SPAN)}>" if element.captured else ")"
                captured = element.captured
            part = self.element(element)
            parts.append(part)
            expression += part.expression
        needs = sorted((words for part in parts for words in part.needs), key=_rank)
        empty = all(part.empty for part in parts)
        return Part(expression + (")" if captured else ""), tuple(dict.fromkeys(needs)), _first(parts), empty)

    def element(self, element: Element) -> Part:
        part = self.part(element)
        return Part(f"(?:{part.expression})?", first=part.first, empty=True) if element.optional else part

    def part(self, element: Element) -> Part:
        match element:
            case Gap(length=length):
                return Part(rf"(?:\S+ ){{0,{length}}}?", empty=True)
            case AnyWord():
                return Part(r"\S+ ")
            case Word(text=text, open_end=open_end):
                return self.words([text], exact=self.exact_case, open_end=open_end)
            case Slot():
                return self.named(element.name, self.slot(element))
            case Group(branches=branches, name=name):
                number = self.reserve(name) if name else None
                parts = [self.line(_uncaptured(branch) if element.captured else branch) for branch in branches]
                expression = alternation(part.expression for part in parts)
                expression = expression if number is None else f"(?P<s{number}>{expression})"
                needs = (_union(part.needs[0] for part in parts),) if all(part.needs for part in parts) else ()
                firsts = [part.first for part in parts if part.first is not None]
                first = _union(firsts) if len(firsts) == len(parts) else None
                return Part(expression, needs, first, any(part.empty for part in parts))
        raise TypeError(element)

    def slot(self, slot: Slot) -> Part:
        if slot.is_mention:
            label = frozenset({f"@{slot.kind}"})
            return Part(KIND_SIGNS[slot.kind] + " ", (label,), label)
        if slot.kind == "number":
            spelled = f"|{self.lexicon(NUMBER_WORDS).expression}" if NUMBER_WORDS in self.lexicons else ""
            return Part(rf"(?:{_FIGURES} {spelled})")
        return self.lexicon(slot.kind)

    def lexicon(self, name: str) -> Part:
        if name not in self.terms:
            self.terms[name] = self.words(self.lexicons[name].rows)
        return self.terms[name]

    def reserve(self, name: str) -> int:
        self.slots.append(name)
        return len(self.slots) - 1

    def named(self, name: str, inner: Part) -> Part:
        return replace(inner, expression=f"(?P<s{self.reserve(name)}>{inner.expression})")

    def words(self, terms: Iterable[str], *, exact: bool = False, open_end: bool = False) -> Part:
        written = [form for term in terms for form in written_forms(term, exact, tokenize_pattern) if form]
        lines = [self.literal(" ".join(form), exact) + (r"\S* " if open_end else " ") for form in written]
        if open_end and any(len(form) == 1 for form in written):
            return Part(alternation(lines))
        first = frozenset(form[0].lower() for form in written)
        return Part(alternation(lines), (first,), first)

    def literal(self, words: str, exact: bool) -> str:
        escaped = re.escape(words).replace("\\ ", " ")
        if not exact and not is_exact(words):
            return escaped
        self.cased = True
        return f"(?-i:{escaped})"


def _uncaptured(line: Line) -> Line:
    """The elements of a branch whose group stands in brackets as a whole."""
    return tuple(
        replace(element, captured=False, branches=tuple(map(_uncaptured, element.branches)))
        if isinstance(element, Group)
        else replace(element, captured=False)
        for element in line
    )


def _first(parts: Iterable[Part]) -> frozenset[str] | None:
    """The words that parts in a row can begin with; None where it may be any."""
    first: frozenset[str] = frozenset()
    for part in parts:
        if part.first is None:
            return None
        first |= part.first
        if not part.empty:
            return first
    return None


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _rank(words: frozenset[str]) -> tuple[int, int]:
    """How good `words` are as a trigger: mentions and short words are common, of the others a short list is best."""
    mention = any(word.startswith("@") for word in words)
    return (1 if mention else 2 if any(len(word) < 3 for word in words) else 0, len(words))


_PLAIN = re.compile(r"(?:[\w ']|\\[^\w])+")


def alternation(branches: Iterable[str]) -> str:
    """A regular expression for any of the `branches`; those of plain characters as a trie, longest first."""
    plain: list[str] = []
    others: list[str] = []
    for branch in dict.fromkeys(branches):
        (plain if _PLAIN.fullmatch(branch) else others).append(branch)
    alternatives = ([_trie(plain)] if plain else []) + others
    return alternatives[0] if len(alternatives) == 1 and not others else f"(?:{'|'.join(alternatives)})"


def _trie(branches: list[str]) -> str:
    tree: dict[str, dict] = {}
    for branch in branches:
        node = tree
        for sign in re.findall(r"\\.|.", branch):
            node = node.setdefault(sign, {})
        node[""] = {}
    return _tree_expression(tree)


def _tree_expression(tree: dict[str, dict]) -> str:
    ends = "" in tree
    options = [sign + _tree_expression(rest) for sign, rest in sorted(tree.items()) if sign]
    if not options:
        return ""
    if len(options) == 1 and not ends:
        return options[0]
    return f"(?:{'|'.join(options)}){'?' if ends else ''}"


@dataclass(frozen=True)
class LineExpression:
    """A line of the notation as one regular expression over written views.

    `slots[i]` is the slot of the group `s{i}`; `needs` and `first` as in `Part`; `exact` whether it reads the line as
    written, not in lower case.
    """

    source: str
    slots: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    first: frozenset[str] | None
    exact: bool

    def __getstate__(self) -> dict[str, object]:
        """Without what is made on demand: a pickled expression is compiled anew when it is read."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, to be matched where a word begins."""
        return self.compile()

    def compile(self) -> re.Pattern[str]:
        """Makes the expression."""
        return compiled(self.source, re.IGNORECASE if self.exact else 0)

    @cached_property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """Each slot with the number of its group in the expression."""
        numbers = self.expression.groupindex
        return tuple((name, numbers[f"s{number}"]) for number, name in enumerate(self.slots))


def write_line(
    line: Line,
    lexicons: Mapping[str, Lexicon],
    *,
    exact_case: bool = False,
    terms: dict[str, Part] | None = None,
) -> LineExpression:
    """The expression of the elements of a line; `terms` keeps what lexicons were written as, from line to line."""
    writer = _Writer(lexicons, exact_case, {} if terms is None else terms)
    part = writer.line(numbered(line))
    return LineExpression(part.expression, tuple(writer.slots), part.needs, part.first, writer.cased)
