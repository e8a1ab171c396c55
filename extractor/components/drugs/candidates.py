"""What may be a drug name: candidates, those of the lexicon's tables, and how overlaps are settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from extractor.components.drugs.lexicon import DrugLexicon, load_drug_lexicon
from extractor.components.drugs.matching import Found, ends_word
from extractor.components.drugs.names import form_of
from extractor.rulebook import Lexicon, Rule, Rulebook
from extractor.rulebook.prepared import compiled

_ISOMER = re.compile(r"(?<![\w-])(?:[DLRS]|DL|[dl]|dl)-$")
_NEXT_WORD = re.compile(r"[ \u00a0]([A-Za-z]+)(?![\w-])")
_SUFFIX = re.compile(r"-([a-z]{4})(?![\w-])")
_BEFORE_HYPHEN = re.compile(r"(?<![\w-])([A-Za-z][a-z]{6,})-$")
_LONGEST_PART = 30
NEVER = float("inf")


class Candidate(NamedTuple):
    """What may be a name: offsets, the form it is compared by, the name that the lexicon prefers (empty where it knows
    none), the rule's id, and the evidence it needs: none, or so much (from this place alone, if `alone`), or NEVER;
    `lone` and `pointed` as in `Form`."""

    start: int
    end: int
    form: str
    preferred: str
    kind: str
    rule: str
    needs: float = 0.0
    alone: bool = False
    gives: float = 0.0
    lone: bool = False
    pointed: bool = False


@dataclass(frozen=True)
class Tables:
    """The lexicon of names with the rules of the family `drug` that have a `table`: what follows from being in it."""

    lexicon: DrugLexicon
    by_kind: dict[str, tuple[str, float]]
    """The rule for names of each kind, by its id, and the evidence that it needs."""
    by_condition: dict[str, tuple[str, float]]
    class_words: Lexicon
    suffix_words: Lexicon
    suffixed: Lexicon
    _endings: re.Pattern[str] = field(default=compiled("$"))

    @classmethod
    def of(cls, book: Rulebook) -> Tables:
        """Reads the tables in force. Raises `RuleError`."""
        rules = [rule for rule in book.family("drug") if rule.tables]
        suffixed = book.lexicon("suffixed-stems")
        return cls(
            load_drug_lexicon(book),
            {str(rule.says["kind"]): _standing(rule) for rule in rules if "kind" in rule.says},
            {str(rule.says["condition"]): _standing(rule) for rule in rules if "condition" in rule.says},
            book.lexicon("class-words"),
            book.lexicon("suffix-words"),
            suffixed,
            compiled(f"(?:{'|'.join(map(re.escape, suffixed.rows))})$"),
        )

    def candidate(self, text: str, found: Found) -> Candidate:
        """The candidate that a name of the lexicon makes, with the salt or biosimilar suffix behind it."""
        start, end, form, (preferred, kind, condition, _) = found
        if condition == "capitalised":
            condition = "" if any(map(str.isupper, text[start:end])) else "marked"
        rule, needs = (self.by_condition.get(condition) if condition else self.by_kind.get(kind)) or ("", NEVER)
        if kind == "inn":
            start, end = self._with_isomer(text, start), self.with_suffix(text, end, form)
        return Candidate(start, end, form, preferred, kind, rule, needs, condition == "context")

    @staticmethod
    def _with_isomer(text: str, start: int) -> int:
        """The start of a name with the letter of its isomer: `D-cycloserine`."""
        if start == 0 or text[start - 1] != "-":
            return start
        isomer = _ISOMER.search(text, max(0, start - 4), start)
        return isomer.start() if isomer else start

    def with_suffix(self, text: str, end: int, form: str) -> int:
        """The end of a generic name with what belongs to it: words of a salt, the four letters of a biosimilar."""
        suffix = _SUFFIX.match(text, end)
        if suffix and suffix[1] not in self.suffix_words and self._endings.search(form):
            return suffix.end()
        while word := _NEXT_WORD.match(text, end):
            if word[1].lower() not in self.lexicon.salts:
                break
            end = word.end()
        return end


def _standing(rule: Rule) -> tuple[str, float]:
    return rule.id, float(rule.says.get("needs", 0))


def without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that overlap the longest counts; of those as long one that is never a name, then the lexicon's,
    then the one that needs least."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=attrgetter("start")):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
        elif _is_better(candidate, kept[-1]):
            kept[-1] = candidate
    return kept


def _is_better(one: Candidate, other: Candidate) -> bool:
    """Whether `one` counts and not `other`, which it overlaps, and which begins no later."""
    length, other_length = one.end - one.start, other.end - other.start
    if length != other_length:
        return length > other_length
    return one.start == other.start and _preference(one) < _preference(other)


def _preference(candidate: Candidate) -> tuple[bool, bool, float]:
    return candidate.needs != NEVER, not candidate.preferred, candidate.needs - candidate.gives


def combinations(text: str, names: Iterable[Candidate], ordinary: Lexicon) -> list[Candidate]:
    """Generic names with a hyphen between them are one name of a fixed combination: `xanomeline-trospium`.

    Of a combination that comes three times or more the first name may be unknown, if it is no `ordinary` word.
    """
    joined: list[Candidate] = []
    for name in sorted(names, key=lambda name: name.start):
        before = joined[-1] if joined else None
        if before and before.end + 1 == name.start and text[before.end] == "-" and _may_combine(before, name):
            joined[-1] = _combination(text, name, before.start, name.end)
        else:
            joined.append(_with_unknown(text, name, ordinary))
    return joined


def _may_combine(one: Candidate, other: Candidate) -> bool:
    """Whether two names may be one fixed combination: generic names, of which the lexicon need not know the first."""
    return other.kind == "inn" and (one.kind == "inn" or (one.kind == "brand" and not one.preferred))


def _with_unknown(text: str, name: Candidate, ordinary: Lexicon) -> Candidate:
    """A generic name with the unknown one before it and a hyphen, where the article writes both so again."""
    if name.kind != "inn" or text[name.start - 1 : name.start] != "-":
        return name
    match = _BEFORE_HYPHEN.search(text, max(0, name.start - _LONGEST_PART), name.start)
    if match is None or match[1] in ordinary:
        return name
    written = text[match.start(1) : name.end]
    return _combination(text, name, match.start(1), name.end) if _times(text, written) > 2 else name


def _times(text: str, written: str) -> int:
    return sum(map(text.count, {written, written.lower(), written.title()}))


def _combination(text: str, name: Candidate, start: int, end: int) -> Candidate:
    written = text[start:end]
    return Candidate(start, end, form_of(written), written.lower(), "inn", name.rule)


def glued_copies(text: str, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Further places of the names: run together with the word before or behind (`… for AB-12AB-12 is …`), or in a line
    of capitals."""
    taken = {candidate.start for candidate in names}
    ends = {candidate.end for candidate in names}
    written: dict[str, list[Candidate]] = {}
    for candidate in names:
        written.setdefault(text[candidate.start : candidate.end], []).append(candidate)
    for name, found in written.items():
        places = _places(text, name) if len(name) >= 5 and text.count(name) > len(found) else iter(())
        for place, end in chain(places, _in_capitals(text, name, found[0])):
            if place not in taken and _may_be_glued(text, place, end, ends):
                ends.add(end)
                taken.add(place)
                one = found[0]
                yield Candidate(place, end, one.form, one.preferred, one.kind, one.rule)


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    place = text.find(name)
    while place >= 0:
        yield place, place + len(name)
        place = text.find(name, place + len(name))


def _in_capitals(text: str, name: str, found: Candidate) -> Iterator[tuple[int, int]]:
    """Where a name that no lexicon knows stands in a line all in capitals, as headlines are."""
    if found.preferred or not name.isalpha() or name.isupper():
        return
    for place, end in _places(text, name.upper()):
        line = _line_around(text, place, end)
        if line.isupper() and " " in line.strip():
            yield place, end


def _line_around(text: str, start: int, end: int) -> str:
    """The line that a stretch of the text stands in."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]


def _may_be_glued(text: str, start: int, end: int, ends: set[int]) -> bool:
    before, behind = text[start - 1 : start], text[end : end + 1]
    opens = not (before.isalnum() or before in ("-", "_")) or start in ends
    opens = opens or (before.islower() and text[start].isupper())
    closes = ends_word(text, end) and not (behind == "-" and text[end + 1 : end + 2].isalnum())
    return opens and (closes or (behind.isupper() and not text[end - 1].isupper()))
