"""Where expressions of time stand in a text: the shapes of `rules/dates/*.yaml`, tried around trigger words.

A rule names its `trigger`: lexicons or parts of shapes (`month`, `year`) of which one must stand in the expression. One
regular expression finds all triggers in a text; around each of them the rules of its kind are tried at every word from
which the vocabulary of the rules leads up to the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extractor.components.addresses import in_address
from extractor.rulebook import Lexicon, Rule, Rulebook, compile_shape
from extractor.rulebook.shapes import PARTS, SPACE, ShapeError

SPAN = "span"
"""The group that is the span of an expression, where the shape also takes words around it."""

REACH = 80
"""How far before its trigger an expression can start, in characters."""

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"(?:[^\S\n]*\n?[^\S\n]*|[^\S\n]?[-–—‑−/,.&'’+()]{1,2}[^\S\n]?\n?)")
_GLUED_BEFORE = re.compile(r"(?:\w|[$€£¥#@%]|[^\W\d_][-‑]|\d[.,]|[/.]\w*[-/])\Z")
_BEFORE = re.compile(r"([\w.'’()©-]+)\s+\Z|(©)\Z")
_GLUED_DIGIT = re.compile(r"[\w%]|[.,]\d")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Expression:
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
    after: frozenset[str] | None
    not_after: frozenset[str] | None

    def may_follow(self, word: str) -> bool:
        """Whether the rule allows `word`, empty for none, right before the expression."""
        if self.not_after is not None and word in self.not_after:
            return False
        return self.after is None or word in self.after


class DateForms:
    """Finds candidates for expressions of time; which of them can be read is for `readings` to say."""

    def __init__(self, book: Rulebook) -> None:
        rules = [rule for rule in book.family("date") if rule.shapes]
        self._forms = {kind: forms_of(rules, kind, book.lexicons) for kind in triggers_of(rules)}
        self._trigger = trigger_pattern(self._forms, book.lexicons)
        sources = (form.shape.pattern for forms in self._forms.values() for form in forms)
        self._vocabulary = frozenset(word for source in sources for word in re.findall(r"[a-z]+", source.lower()))

    def candidates(self, text: str) -> Iterator[list[Expression]]:
        """For each trigger in the order of the text: the expressions that hold it, the longest first.

        Send the end of the one that was taken, so that what follows starts behind it.
        """
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters grow when lowered
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        taken = 0
        for trigger in self._trigger.finditer(lowered):
            if trigger.start() < taken:
                continue
            found = self._around(text, trigger, taken)
            if found:
                taken = (yield found) or taken

    def _around(self, text: str, trigger: re.Match[str], floor: int) -> list[Expression]:
        forms = self._forms[(trigger.lastgroup or "").replace("_", "-")]
        found: dict[tuple[int, int, str], Expression] = {}
        for start in self._starts(text, trigger.start(), floor):
            if start and _GLUED_BEFORE.search(text, max(0, start - 12), start) and glued(text, start):
                continue
            before: str | None = None
            for form in forms:
                match = form.shape.match(text, start)
                if match is None or match.end() <= trigger.start() or cut(text, match.end()):
                    continue
                if before is None:
                    before = word_before(text, start)
                if form.may_follow(before):
                    expression = expression_of(form.rule, match)
                    if expression.end > floor:
                        found.setdefault((expression.whole_start, expression.whole_end, form.rule.id), expression)
        ordered = sorted(found.values(), key=lambda e: (e.whole_start - e.whole_end, e.rule.says["reads"] != "nothing"))
        return [e for e in ordered if not in_address(text, e.start)]

    def _starts(self, text: str, trigger: int, floor: int) -> list[int]:
        """The word starts from which an expression with a trigger at `trigger` may begin, the first one first."""
        starts = [trigger]
        words = list(_WORD.finditer(text, max(floor, trigger - REACH), trigger))
        follows = trigger
        for word in reversed(words):
            if _GAP.fullmatch(text, word.end(), follows) is None:
                break
            written = word.group().lower()
            if not written[0].isdigit() and written not in self._vocabulary:
                break
            follows = word.start()
            starts.append(follows)
        return starts[::-1]


def word_before(text: str, start: int) -> str:
    """The word right before `start`, in lower case; empty where punctuation or nothing stands there."""
    match = _BEFORE.search(text, max(0, start - 25), start)
    return (match[1] or match[2]).lower() if match else ""


def glued(text: str, start: int) -> bool:
    """Whether the word at `start` hangs on what is before it (`CAN-2409`, `$2024`), so that nothing begins there."""
    before = text[start - 1]
    if before in "-‑" and _LETTER.match(text, start):
        return text[start].islower() or not text[start - 2 : start - 1].strip()
    return True


def cut(text: str, end: int) -> bool:
    """Whether `end` is inside a word or number; a footnote's digits may follow a word."""
    last = text[end - 1]
    if last.isdigit():
        return _GLUED_DIGIT.match(text, end) is not None
    return last.isalpha() and _LETTER.match(text, end) is not None


def expression_of(rule: Rule, match: re.Match[str]) -> Expression:
    """The expression that a match of a rule's shape is."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span(SPAN) if SPAN in groups else match.span()
    return Expression(start, end, rule, groups, *match.span())


def triggers_of(rules: Iterable[Rule]) -> list[str]:
    """The kinds of trigger that the rules name, in the order of the rules."""
    return list(dict.fromkeys(kind for rule in rules for kind in rule.says["trigger"]))


def forms_of(rules: Iterable[Rule], kind: str, lexicons: Mapping[str, Lexicon]) -> tuple[_Form, ...]:
    """The compiled shapes of the rules with one kind of trigger. Raises `RuleError` for a shape that cannot be read."""
    forms = []
    for rule in rules:
        if kind not in rule.says["trigger"]:
            continue
        for shape in rule.shapes:
            try:
                pattern = compile_shape(shape, lexicons, exact_case=rule.exact_case)
                forms.append(_Form(rule, pattern, _terms(rule, "after", lexicons), _terms(rule, "not-after", lexicons)))
            except ShapeError as error:
                raise rule.error(str(error)) from error
    return tuple(forms)


def _terms(rule: Rule, key: str, lexicons: Mapping[str, Lexicon]) -> frozenset[str] | None:
    if key not in rule.says:
        return None
    for name in rule.says[key]:
        if name not in lexicons:
            raise rule.error(f"“{key}” names the lexicon {name}, which there is not")
    return frozenset(term for name in rule.says[key] for term in lexicons[name].rows)


def _trigger_term(term: str) -> str:
    """A term where no letter follows; behind a single letter, no digit either (`h` is no part of `H1`)."""
    return re.escape(term).replace(r"\ ", SPACE) + ("(?![a-z])" if len(term) > 1 else "(?![a-z0-9])")


def trigger_pattern(kinds: Mapping[str, tuple[_Form, ...]], lexicons: Mapping[str, Lexicon]) -> re.Pattern[str]:
    """One regular expression for lower-case text with a group for each kind of trigger. Raises `RuleError`."""
    parts = []
    for kind, forms in kinds.items():
        if kind in lexicons.get(PARTS, ()):
            source = lexicons[PARTS][kind]["shape"]
        elif kind in lexicons:
            terms = sorted(lexicons[kind].rows, key=lambda term: (-len(term), term))
            source = "|".join(map(_trigger_term, terms))
        else:
            raise forms[0].rule.error(f"trigger “{kind}” is neither a lexicon nor a row of {PARTS}.tsv")
        parts.append(f"(?P<{kind.replace('-', '_')}>{source})")
    return re.compile(rf"(?<![a-z])(?:{'|'.join(parts)})")
