"""Where expressions of time stand in a text: the shapes of `rules/dates/*.yaml`, tried around trigger words.

A rule names its `trigger`: lexicons or parts of shapes (`month`, `year`) of which one must stand in the expression. One
regular expression finds all triggers in a text; around each of them the rules of its kind are tried at every word from
which the vocabulary of the rules leads up to the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from extractor.components.context import DocumentContext
from extractor.components.dates.triggers import Triggers
from extractor.rulebook import Lexicon, Rule, Rulebook, compile_shapes
from extractor.rulebook.beginnings import Beginnings
from extractor.rulebook.by_beginning import ByBeginning
from extractor.rulebook.shapes import PARTS, shape_words

FISCAL = "fiscal"
"""What rules read that say when fiscal years begin or end."""

NOTHING = "nothing"
"""What rules read that find what looks like an expression of time and is none."""

_PARTS = {FISCAL: ("month",)}
"""The parts that a shape needs for a way of reading it."""

SPAN = "span"
"""The group that is the span of an expression, where the shape also takes words around it."""

REACH = 80
"""How far before its trigger an expression can start, in characters."""

_WORD_BACK = re.compile(r"(?:[^\S\n]*\n?[^\S\n]*|\n?[^\S\n]?[-–—‑−/,.&'’+()]{1,2}[^\S\n]?)([^\W_]+)")
"""The word before a place and what may stand between them, read backwards."""
_GLUED_BEFORE = re.compile(r"(?:\w|[$€£¥#@%]|[^\W\d_][-‑]|\d[.,]|[/.]\w*[-/])\Z")
_RUN_BACK = re.compile(r"\s+([\w.'’()©-]+)|(©)")
"""What stands before an expression, read backwards."""
_GLUED_DIGIT = re.compile(r"[\w%]|[.,]\d")


class Expression(NamedTuple):
    """An expression of time as a rule's shape found it: offsets of its span, and the texts of the shape's groups."""

    start: int
    end: int
    rule: Rule
    groups: Mapping[str, str]
    whole_start: int
    whole_end: int


@dataclass(frozen=True, slots=True)
class _Form:
    rule: Rule
    shape: re.Pattern[str]
    lowered: bool
    after: frozenset[str] | None
    not_after: frozenset[str] | None

    def may_follow(self, text: str, start: int) -> bool:
        """Whether the rule allows what stands right before an expression at `start`."""
        if self.after is None and self.not_after is None:
            return True
        word = word_before(text, start)
        if self.not_after is not None and word in self.not_after:
            return False
        return self.after is None or word in self.after


class DateForms:
    """Finds candidates for expressions of time; which of them can be read is for `readings` to say."""

    def __init__(self, book: Rulebook) -> None:
        rules = [rule for rule in book.family("date") if rule.shapes and rule.says["reads"] != FISCAL]
        kinds = triggers_of(rules, book.lexicons)
        self._triggers = Triggers(kinds, book.lexicons)
        forms = [(form, Beginnings([form.shape], lowered=form.lowered)) for form in forms_of(rules, book.lexicons)]
        self._forms = {kind: ByBeginning(one for one in forms if kind in one[0].rule.says["trigger"]) for kind in kinds}
        shapes = (shape for rule in rules for shape in rule.shapes)
        self._vocabulary = frozenset(word for shape in shapes for word in shape_words(shape, book.lexicons))

    def candidates(self, context: DocumentContext) -> Generator[list[Expression], int | None, None]:
        """For each trigger in the order of the text: the expressions that hold it, the longest first.

        Send the end of the one that was taken, so that what follows starts behind it.
        """
        taken = 0
        for trigger, kind in self._triggers.find(context.lowered, context.places(self._triggers.beginnings)):
            if trigger < taken:
                continue
            found = self._around(context, trigger, kind, taken)
            if found:
                taken = (yield found) or taken

    def _around(self, context: DocumentContext, trigger: int, kind: str, floor: int) -> list[Expression]:
        text, lowered = context.text, context.lowered
        found: list[Expression] = []
        for start in self._starts(lowered, trigger, floor):
            if start and text[start - 1] != " " and glued(text, start):
                continue
            for form in self._forms[kind].at(text, start):
                match = form.shape.match(lowered if form.lowered else text, start)
                if match is None or match.end() <= trigger or cut(text, match.end()):
                    continue
                if form.may_follow(lowered, start):
                    expression = expression_of(form.rule, match, text)
                    if expression.end > floor:
                        found.append(expression)
        if not found or context.in_address(trigger):
            return []
        return sorted(found, key=lambda e: (e.whole_start - e.whole_end, e.rule.says["reads"] != NOTHING))

    def _starts(self, lowered: str, trigger: int, floor: int) -> list[int]:
        """The word starts from which an expression with a trigger at `trigger` may begin, the first one first."""
        starts = [trigger]
        backwards = lowered[max(floor, trigger - REACH) : trigger][::-1]
        word = _WORD_BACK.match(backwards)
        while word is not None:
            written = word[1][::-1]
            if written not in self._vocabulary and not written[0].isnumeric():
                break
            starts.append(trigger - word.end())
            word = _WORD_BACK.match(backwards, word.end())
        return starts[::-1]


def word_before(text: str, start: int) -> str:
    """The word right before `start`; empty where punctuation or nothing stands there."""
    match = _RUN_BACK.match(text[max(0, start - 25) : start][::-1])
    return (match[1] or match[2])[::-1] if match else ""


def glued(text: str, start: int) -> bool:
    """Whether the word at `start` hangs on what is before it (`CAN-2409`, `$2024`), so that nothing begins there."""
    if _GLUED_BEFORE.search(text, max(0, start - 12), start) is None:
        return False
    before = text[start - 1]
    if before in "-‑" and text[start].isalpha():
        return text[start].islower() or not text[start - 2 : start - 1].strip()
    return True


def cut(text: str, end: int) -> bool:
    """Whether `end` is inside a word or number; a footnote's digits may follow a word."""
    last = text[end - 1]
    if last.isdigit():
        return _GLUED_DIGIT.match(text, end) is not None
    return last.isalpha() and text[end : end + 1].isalpha()


def expression_of(rule: Rule, match: re.Match[str], text: str) -> Expression:
    """The expression that a match of a rule's shape is, with its groups as the `text` writes them."""
    spans = zip(match.re.groupindex, map(match.span, match.re.groupindex), strict=True)
    groups = {name: text[start:end] for name, (start, end) in spans if start >= 0}
    start, end = match.span(SPAN) if SPAN in groups else match.span()
    return Expression(start, end, rule, groups, *match.span())


def triggers_of(rules: Iterable[Rule], lexicons: Mapping[str, Lexicon]) -> list[str]:
    """The kinds of trigger that the rules name, in the order of the rules. Raises `RuleError` for one that there is
    not."""
    kinds: dict[str, None] = {}
    for rule in rules:
        for kind in rule.says["trigger"]:
            if kind not in lexicons and kind not in lexicons[PARTS]:
                raise rule.error(f"“trigger” names {kind}, which is neither a lexicon nor a row of {PARTS}.tsv")
            kinds[kind] = None
    return list(kinds)


def forms_of(rules: Iterable[Rule], lexicons: Mapping[str, Lexicon]) -> list[_Form]:
    """The compiled shapes of the rules. Raises `RuleError` for a shape that cannot be read."""
    forms = []
    for rule in rules:
        after, not_after = _terms(rule, "after", lexicons), _terms(rule, "not-after", lexicons)
        for pattern in compile_shapes(rule, lexicons, _PARTS.get(rule.says["reads"], ()), lowered=not rule.exact_case):
            forms.append(_Form(rule, pattern, not rule.exact_case, after, not_after))
    return forms


def _terms(rule: Rule, key: str, lexicons: Mapping[str, Lexicon]) -> frozenset[str] | None:
    if key not in rule.says:
        return None
    for name in rule.says[key]:
        if name not in lexicons:
            raise rule.error(f"“{key}” names the lexicon {name}, which there is not")
    return frozenset(term for name in rule.says[key] for term in lexicons[name].rows)
