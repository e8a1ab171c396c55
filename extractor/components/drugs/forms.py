"""Names that no list has, by their form: stems, second words, development codes, and what only looks like them.

The rules are those of the family `drug` with a `shape`. Each distinct word is held against them once, and what came of
it is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.components.drugs.ordinary import OrdinaryWords
from extractor.rulebook import Lexicon, Rule, compile_shape
from extractor.rulebook.beginnings import beginnings
from extractor.rulebook.shapes import ShapeError

_LAST_SLOT = re.compile(r"\{([a-z][\w-]*)\}$")
LONGEST_NAME = 60
"""How far back, in characters, a name of several words may begin from its last word."""


@dataclass(frozen=True, slots=True)
class Form:
    """A rule about the form of names: `needs` is the evidence that the article must give, `gives` what the form itself
    gives of it, `never` that it is no medicine, `lone` that it stands beside no other word with a capital, `pointed`
    that it is asked about only where something points at it, `unknown` that it is no ordinary word; `head` and `tail`
    are its first and last words where it has several, `endings` what its word must end in, where that is known.
    """

    rule: Rule
    shape: re.Pattern[str]
    needs: float
    kind: str
    never: bool
    gives: float = 0.0
    lone: bool = False
    pointed: bool = False
    unknown: bool = False
    head: re.Pattern[str] | None = None
    tail: re.Pattern[str] | None = None
    endings: tuple[str, ...] = ()


@dataclass
class Forms:
    """All forms, split by how they are found: in one word, by the first of several words, or by the last."""

    single: list[Form] = field(default_factory=list)
    by_head: list[Form] = field(default_factory=list)
    by_tail: list[Form] = field(default_factory=list)
    by_bracket: list[Form] = field(default_factory=list)
    ordinary: OrdinaryWords = field(default_factory=OrdinaryWords)
    _single_by_sign: dict[str, tuple[Form, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Sequence[Rule], lexicons: Mapping[str, Lexicon], ordinary: OrdinaryWords) -> Forms:
        """Compiles the rules. Raises `RuleError` with file and line."""
        forms = cls(ordinary=ordinary)
        for rule in rules:
            if rule.shapes and "needs" not in rule.says and not rule.says.get("never"):
                raise rule.error("needs “needs: NUMBER”, the evidence for a name of that shape, or “never: true”")
            for shape in rule.shapes:
                if rule.says.get("from") == "bracket" and ("\\((?P<" not in shape or "(?P<inn>" not in shape):
                    problem = (
                        "with “from: bracket” its shape needs the name (?P<inn>…) and another one right behind a “\\(”"
                    )
                    raise rule.error(problem, rule.line_of(shape))
                form = _compile(rule, shape, lexicons)
                forms._list_for(form).append(form)
        for form in forms.single:
            beginnings(form.shape, 1)  # now, to be kept for the next run
        return forms

    def _list_for(self, form: Form) -> list[Form]:
        if form.rule.says.get("from") == "bracket":
            return self.by_bracket
        return self.by_head if form.head else self.by_tail if form.tail else self.single

    def in_word(self, word: str, start: int) -> tuple[Form, int] | None:
        """The first form that a name at `start` in the token `word` has, and where the name ends."""
        lower = word.lower()
        for form in self._single_from(word[start]):
            if form.endings and not lower.endswith(form.endings):
                continue
            match = form.shape.match(word, start)
            if match and _ends(word, match.end(), whole=form.never):
                if not (form.unknown and match.group() in self.ordinary):
                    return form, match.end()
        return None

    def _single_from(self, sign: str) -> tuple[Form, ...]:
        """The forms of one word that may begin with this letter or digit."""
        forms = self._single_by_sign.get(sign)
        if forms is None:
            forms = tuple(form for form in self.single if _may_begin(form.shape, sign))
            if sign.isascii():
                self._single_by_sign[sign] = forms
        return forms

    def heads(self, word: str) -> tuple[Form, ...]:
        """The forms of several words of which this may be the first."""
        return tuple(form for form in self.by_head if form.head and form.head.fullmatch(word))

    def tails(self, word: str) -> tuple[Form, ...]:
        """The forms of several words of which this may be the last."""
        return tuple(form for form in self.by_tail if form.tail and form.tail.fullmatch(word))


def _may_begin(shape: re.Pattern[str], sign: str) -> bool:
    first_signs = beginnings(shape, 1)
    if first_signs is None:
        return True
    cases = {sign, sign.lower(), sign.upper()} if shape.flags & re.IGNORECASE else {sign}
    return not first_signs.isdisjoint(cases)


def from_head(form: Form, text: str, start: int) -> tuple[int, int] | None:
    """Where a name of several words stands that begins at `start`."""
    match = form.shape.match(text, start)
    return match.span() if match and _ends(text, match.end()) else None


def from_tail(form: Form, text: str, end: int) -> tuple[int, int] | None:
    """Where a name of several words stands that ends at `end`."""
    window = max(0, end - LONGEST_NAME)
    for match in re.finditer(r"(?<![\w-])\w", text[window:end]):
        found = form.shape.fullmatch(text, window + match.start(), end)
        if found:
            return found.span()
    return None


def _ends(text: str, end: int, *, whole: bool = False) -> bool:
    """Whether a name may end here: not inside a word, nor before a figure behind a hyphen (any letter, if `whole`)."""
    following = text[end : end + 2]
    if following[:1] == "-":
        return not (following[1:].isalnum() if whole else following[1:].isdigit())
    return not (following[:1].isalnum() or following[:1] == "_")


def _compile(rule: Rule, shape: str, lexicons: Mapping[str, Lexicon]) -> Form:
    says = rule.says
    try:
        bounded = rf"(?<!\w){shape}" if says.get("from") == "bracket" else shape
        whole, first, last = (
            compile_shape(part, lexicons, exact_case=rule.exact_case) if part else None
            for part in (bounded, *_parts(bounded, str(says.get("from", "first"))))
        )
    except ShapeError as error:
        raise rule.error(f"its shape {error}", rule.line_of(shape)) from error
    assert whole is not None
    return Form(
        rule,
        whole,
        needs=float(says.get("needs", 0)),
        kind=str(says.get("kind", "inn")),
        never=bool(says.get("never", False)),
        gives=float(says.get("evidence", 0)),
        lone=bool(says.get("lone", False)),
        pointed=bool(says.get("pointed", False)),
        unknown=bool(says.get("unknown", False)),
        head=first,
        tail=last,
        endings=_endings(shape, lexicons),
    )


def _endings(shape: str, lexicons: Mapping[str, Lexicon]) -> tuple[str, ...]:
    """What a word of this shape ends in, if the shape ends in a lexicon of word endings (`-mab`): quicker to ask."""
    slot = _LAST_SLOT.search(shape)
    terms = tuple(lexicons[slot[1]].rows) if slot and slot[1] in lexicons else ()
    return tuple(term[1:] for term in terms) if all(term.startswith("-") for term in terms) else ()


def _parts(shape: str, origin: str) -> tuple[str, str]:
    """The part of a shape by which it is found: the first word, or the last, or what begins with the bracket; none in a
    shape of one word."""
    if origin == "bracket":
        return "", "\\(" + shape.split("\\((?P", 1)[1].join(("(?P", ""))
    if " " not in shape:
        return "", ""
    return ("", shape.rsplit(" ", 1)[1]) if origin == "last" else (shape.split(" ", 1)[0], "")
