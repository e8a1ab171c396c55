"""The line notation as regular expressions: what `RuleMatcher` does with spaCy's `Matcher`, for families of many rules.

A `View` is written as one line, its tokens with a space behind each, and every mention as one character that stands for
its kind; a line of the notation is one regular expression over that. Alternatives and lexicons become a trie instead of
one pattern for each combination, so that a rule costs microseconds. A gap takes as few words as it can, and of the
matches that start at one word the first one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractor.rulebook.compiling import tokenize_pattern
from extractor.rulebook.lexicon import Lexicon, fold
from extractor.rulebook.notation import ELEMENT, GAP_LENGTH, MENTION_SLOTS, NotationError

KIND_SIGNS = {kind: chr(0xE000 + number) for number, kind in enumerate(sorted(MENTION_SLOTS))}
"""The character that stands for a mention of each kind."""

_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion) "
)


@dataclass(frozen=True)
class Part:
    """A part of a pattern: its expression, and the words (or `@kind`) of which one must be there for it to match."""

    expression: str
    words: frozenset[str] | None = None
    optional: bool = False


@dataclass
class LineParser:
    """Reads a line of the notation (see `extractor.rulebook.notation`) as a regular expression over written views."""

    text: str
    lexicons: Mapping[str, Lexicon]
    position: int = 0
    slots: list[str] = field(default_factory=list)
    marks: int = 0
    cased: bool = False

    def fail(self, problem: str) -> NotationError:
        return NotationError(f"{problem} at character {self.position + 1} of the pattern “{self.text}”")

    def peek(self) -> re.Match[str] | None:
        if not self.text[self.position :].strip():
            return None
        match = ELEMENT.match(self.text, self.position)
        if match is None:
            raise self.fail(f"cannot read “{self.text[self.position :].split()[0]}”")
        return match

    def sequence(self, depth: int) -> Part:
        parts: list[Part] = []
        while (match := self.peek()) is not None:
            if match.lastgroup in ("bar", "close", "closenamed"):
                if depth == 0:
                    raise self.fail(f"“{match.group().strip()}” without an opening “(”")
                break
            self.position = match.end()
            parts.append(self.element(match, depth))
        needed = [part.words for part in parts if part.words is not None and not part.optional]
        return Part("".join(part.expression for part in parts), min(needed, key=_rank, default=None))

    def element(self, match: re.Match[str], depth: int) -> Part:
        if match["mark"]:
            self.marks += 1
            return Part("(?P<span>" if match["mark"] == "[" else ")", optional=True)
        if match["gap"]:
            return Part(rf"(?:\S+ ){{0,{match['length'] or GAP_LENGTH}}}?", optional=True)
        if match["slot"]:
            return _repeated(self.slot(match["kind"], match["name"]), bool(match["slotopt"]))
        if match["open"] or match["named"]:
            return self.group(match["groupname"], depth)
        return self.word(match["word"])

    def slot(self, kind: str, name: str | None) -> Part:
        if kind in MENTION_SLOTS:
            inner = Part(KIND_SIGNS[kind] + " ", frozenset({f"@{kind}"}))
        elif kind == "number":
            inner = Part(_NUMBER)
        elif kind in self.lexicons:
            inner = self.words(self.lexicons[kind].rows)
        else:
            raise self.fail(
                f"unknown slot {{{kind}}}: neither a kind of mention ({', '.join(sorted(MENTION_SLOTS))}, number) "
                "nor a lexicon"
            )
        return self.named(name or kind, inner)

    def named(self, name: str, inner: Part) -> Part:
        self.slots.append(name)
        return Part(f"(?P<s{len(self.slots) - 1}>{inner.expression})", inner.words, inner.optional)

    def group(self, name: str | None, depth: int) -> Part:
        branches = [self.sequence(depth + 1)]
        while (match := self.peek()) is not None and match["bar"]:
            self.position = match.end()
            branches.append(self.sequence(depth + 1))
        if match is None or not (match["close"] or match["closenamed"]):
            raise self.fail("a “(” that is not closed")
        self.position = match.end()
        known = [branch.words for branch in branches]
        words = None if None in known else frozenset().union(*known)  # type: ignore[arg-type]
        inner = Part(alternation(branch.expression for branch in branches), words)
        optional = match.group().endswith("?")
        return _repeated(self.named(name, inner) if name else inner, optional)

    def word(self, written: str) -> Part:
        optional = written.endswith("?") and not written.endswith("\\?")
        literal = re.sub(r"\\(.)", r"\1", written.removesuffix("?") if optional else written)
        if literal == "_":
            return _repeated(Part(r"\S+ "), optional)
        if literal.endswith("*") and len(literal) > 1:
            return _repeated(Part(re.escape(fold(literal[:-1])) + r"\S* "), optional)
        return _repeated(self.words([literal]), optional)

    def words(self, terms: Iterable[str]) -> Part:
        tokens = [tokenize_pattern(term.replace("\u2019", "'")) for term in terms]
        written = [" ".join(term) + " " for term in tokens if term]
        if any(words != words.lower() for words in written):
            self.cased = True
        first = frozenset(term[0].lower() for term in tokens if term)
        return Part(alternation(map(self._literal, written)), first)

    def _literal(self, words: str) -> str:
        escaped = re.escape(words).replace("\\ ", " ")
        return f"(?-i:{escaped})" if words != words.lower() else escaped


def _repeated(part: Part, optional: bool) -> Part:
    return Part(f"(?:{part.expression})?", part.words, True) if optional else part


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


def compile_expression(text: str, lexicons: Mapping[str, Lexicon]) -> tuple[re.Pattern[str], Part, list[str]]:
    """The expression of a line, its part (with the words that trigger it), and the slots of its groups `s0`, `s1` …

    Raises `NotationError` for what cannot be read or needs no word to be there.
    """
    parser = LineParser(text, lexicons)
    part = parser.sequence(0)
    if parser.marks not in (0, 2):
        raise parser.fail("“[” and “]” must come in one pair")
    expression = re.compile("(?:(?<= )|^)" + part.expression, re.IGNORECASE if parser.cased else 0)
    if expression.match(""):
        raise parser.fail("nothing in it has to be there")
    return expression, part, parser.slots
