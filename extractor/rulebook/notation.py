"""The line notation of rules, read into elements.

    {percentage} of (patients|those) (treated with|on) the? {drug}

- a word matches in any case; a word with a capital letter matches as written (in a rule with `case: exact`, every word
  does); `improv*` matches every word that so begins
- `(a|b c)` one of several, `word?` and `(a b)?` may be missing, `_` any one word
- `...` up to six words, `...3` up to three
- `{drug}` a mention of that kind, `{number}` a number, `{cue-verb}` a term of the lexicon `cue-verb.tsv`
- `{arm:drug}` the same, remembered as `arm`; `{arm:(placebo|vehicle)}` a group remembered by name
- a slot that comes again is remembered as `drug2`, `drug3`
- `[...]` around a part: the span that the rule finds (otherwise the mention its family is about, or the whole)
- `\\(`, `\\)`, `\\[`, `\\?`, `\\.` … the character itself

`extractor.rulebook.expansion` makes spaCy token patterns of it, `extractor.rulebook.lines` regular expressions over
views.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from extractor.rulebook.lexicon import Lexicon

MENTION_SLOTS = frozenset(
    {"drug", "percentage", "date", "duration", "set", "organization", "person", "trial", "quote", "amount"}
)
"""The kinds of mention that a slot may name: labels of the merged tokens in a `View`."""

GAP_LENGTH = 6
MOST_TOLD = 200
"""How many characters of a pattern an error repeats."""

MAX_DEPTH = 50
"""How many brackets may stand inside each other."""

_ELEMENT = re.compile(
    r"\s*(?:(?P<gap>\.\.\.(?P<length>\d*))|(?P<slot>\{(?:(?P<name>[\w-]+):)?(?P<kind>[\w-]+)\}(?P<slotopt>\??))"
    r"|(?P<named>\{(?P<groupname>[\w-]+):\()|(?P<open>\()|(?P<bar>\|)|(?P<closenamed>\)\}\??)|(?P<close>\)\??)"
    r"|(?P<mark>[\[\]])|(?P<word>(?:\\.|[^\s(){}|\[\]?\\])+\??))"
)


class NotationError(ValueError):
    """A pattern that cannot be read; the message says where and what to do."""


def shortened(pattern: str) -> str:
    """A pattern as an error repeats it."""
    return pattern if len(pattern) <= MOST_TOLD else f"{pattern[:MOST_TOLD]}…"


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a pattern: characters `start` to `end` of its text, whether it may be missing, whether it stands in
    `[…]`."""

    start: int
    end: int
    optional: bool
    captured: bool


@dataclass(frozen=True, slots=True)
class Word(Element):
    """A literal (one word to the author; the tokenizer may see several), or with `open_end` its beginning."""

    text: str
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class AnyWord(Element):
    """`_`"""


@dataclass(frozen=True, slots=True)
class Gap(Element):
    """`...`: up to `length` words of any kind."""

    length: int


@dataclass(frozen=True, slots=True)
class Slot(Element):
    """`{name:kind}`: a mention, a number, or a term of a lexicon."""

    kind: str
    name: str
    is_mention: bool


@dataclass(frozen=True, slots=True)
class Group(Element):
    """`(a|b)`, or `{name:(a|b)}`."""

    branches: tuple[tuple[Element, ...], ...]
    name: str | None = None


Line = tuple[Element, ...]


@dataclass
class _Parser:
    """A recursive-descent parser."""

    text: str
    lexicons: Mapping[str, Lexicon]
    kinds: frozenset[str] = MENTION_SLOTS
    position: int = 0
    captured: bool = False

    def fail(self, problem: str) -> NotationError:
        return NotationError(f"{problem} at character {self.position + 1} of the pattern “{shortened(self.text)}”")

    def peek(self) -> re.Match[str] | None:
        if not self.text[self.position :].strip():
            return None
        match = _ELEMENT.match(self.text, self.position)
        if match is None:
            raise self.fail(f"cannot read “{self.text[self.position :].split()[0]}”")
        return match

    def sequence(self, depth: int) -> Line:
        elements: list[Element] = []
        while (match := self.peek()) is not None:
            if match.lastgroup in ("bar", "close", "closenamed"):
                if depth == 0:
                    sign = match.group().strip()
                    raise self.fail(f"“{sign}” without an opening “(”; write “\\{sign[0]}” for the sign itself")
                break
            if match["mark"]:
                self.mark(match["mark"] == "[")
                self.position = match.end()
            else:
                elements.append(self.element(match, depth))
        return tuple(elements)

    def mark(self, opening: bool) -> None:
        if self.captured == opening:
            raise self.fail("“[” inside “[”" if opening else "“]” without “[”; write “\\]” for the sign itself")
        self.captured = opening

    def element(self, match: re.Match[str], depth: int) -> Element:
        start = match.end() - len(match.group().lstrip())
        self.position = match.end()
        if match["open"] or match["named"]:
            return self.group(match["groupname"], start, depth)
        written = match.group().strip()
        optional = written.endswith("?") and not written.endswith("\\?")
        place = (start, match.end(), optional, self.captured)
        if match["gap"]:
            return Gap(*place, int(match["length"] or GAP_LENGTH))
        if match["slot"]:
            self.check_kind(match["kind"])
            return Slot(*place, match["kind"], match["name"] or match["kind"], match["kind"] in self.kinds)
        if written.rstrip("?") == "_":
            return AnyWord(*place)
        literal = re.sub(r"\\(.)", r"\1", written[:-1] if optional else written).replace("\u2019", "'")
        open_end = len(literal) > 1 and literal.endswith("*")
        return Word(*place, literal[:-1] if open_end else literal, open_end)

    def group(self, name: str | None, start: int, depth: int) -> Element:
        if depth >= MAX_DEPTH:
            raise self.fail(f"more than {MAX_DEPTH} brackets inside each other")
        captured = self.captured
        branches = [self.sequence(depth + 1)]
        while (match := self.peek()) is not None and match["bar"]:
            self.position = match.end()
            branches.append(self.sequence(depth + 1))
        if match is None or not match["closenamed" if name else "close"]:
            raise self.fail("a “(” that is not closed")
        self.position = match.end()
        return Group(start, match.end(), match.group().endswith("?"), captured, tuple(branches), name)

    def check_kind(self, kind: str) -> None:
        if kind in self.kinds or kind == "number" or kind in self.lexicons:
            return
        close = get_close_matches(kind, [*self.kinds, "number", *self.lexicons], 1)
        kinds = f"kinds of mention: {', '.join(sorted(self.kinds))}, number"
        hint = f"did you mean {{{close[0]}}}?" if close else kinds
        raise self.fail(f"unknown slot {{{kind}}}: neither a kind of mention nor a lexicon; {hint}")


def parse_line(text: str, lexicons: Mapping[str, Lexicon], kinds: frozenset[str] = frozenset()) -> Line:
    """A line of the notation as elements; a slot may name one of the `lexicons`, and `kinds` beside those of mentions.

    Raises `NotationError` for what cannot be read, or what would match nothing at all.
    """
    parser = _Parser(text, lexicons, MENTION_SLOTS | kinds)
    line = parser.sequence(0)
    if parser.captured:
        raise parser.fail("a “[” that is not closed")
    if not any(map(needed, line)):
        raise NotationError(f"nothing has to be there in the pattern “{text}”; give it a word without “?”")
    return line


def needed(element: Element) -> bool:
    """Whether a pattern with this element cannot match nothing."""
    if element.optional or isinstance(element, Gap):
        return False
    return not isinstance(element, Group) or all(any(map(needed, branch)) for branch in element.branches)


def named_parts(line: Line) -> frozenset[str]:
    """The names of the slots and groups that each way to say the line has."""
    names: set[str] = set()
    for element in line:
        if element.optional:
            continue
        if isinstance(element, Slot | Group) and element.name:
            names.add(element.name)
        if isinstance(element, Group):
            names |= frozenset.intersection(*map(named_parts, element.branches))
    return frozenset(names)


def numbered(line: Line, seen: dict[str, int] | None = None) -> Line:
    """The line with slots that come again renamed: `drug`, `drug2`, `drug3`. Branches of one group count side by
    side."""
    seen = {} if seen is None else seen
    renamed: list[Element] = []
    for element in line:
        if isinstance(element, Slot | Group) and element.name:
            seen[element.name] = seen.get(element.name, 0) + 1
            number = seen[element.name]
            element = replace(element, name=element.name if number == 1 else f"{element.name}{number}")
        if isinstance(element, Group):
            counts = [dict(seen) for _ in element.branches]
            branches = tuple(numbered(b, count) for b, count in zip(element.branches, counts, strict=True))
            element = replace(element, branches=branches)
            for count in counts:
                seen |= {name: max(number, seen.get(name, 0)) for name, number in count.items()}
        renamed.append(element)
    return tuple(renamed)
