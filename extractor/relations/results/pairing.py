"""Which arm each figure of a sentence belongs to, and which figures are another one's comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.model import Percentage
from extractor.relations.results.arms import Arm
from extractor.relations.results.reading import Claim, Reading, cue_expression
from extractor.rulebook import Rule, Rulebook
from extractor.rulebook.shapes import alternatives

_NEAR_SET = 60
"""How far apart two figures of one comparison may stand when no arm is named between them, in characters."""

_STRONG = 60
"""The priority from which on a rule ties an arm to a figure, whatever the sentence before said."""

_PAIR = 94
"""The priority from which on a rule says that another figure is the comparison, whatever arms are near."""


@dataclass(frozen=True)
class Finding:
    """A figure that heads a result, with its arm and what it is compared with."""

    figure: Percentage
    rule: Rule
    arm: Arm | None = None
    comparator: Arm | None = None
    other: Percentage | None = None


@dataclass
class Memory:
    """The arms of the last comparison, in their order: what “(2.9%, 2.3%)” or “respectively” refers to later."""

    arms: tuple[Arm, ...] = ()
    only_control: Arm | None = None

    def control(self) -> Arm | None:
        """The arm that the others were compared with."""
        return next((arm for arm in reversed(self.arms) if arm.is_control), None)

    def control_of(self, other: Percentage | None) -> Arm | None:
        """The control that an `other` figure without an arm belongs to: the only one that the article has named."""
        return self.only_control if other is not None else None


@dataclass
class _Row:
    figure: Percentage
    arm: Arm | None
    rule: Rule
    priority: int
    cued: bool
    compared: bool = False
    comparator: Arm | None = None
    other: Percentage | None = None


class Pairer:
    """Pairs the figures of a sentence."""

    def __init__(self, book: Rulebook) -> None:
        self._cue = re.compile(
            rf"(?<!\w)(?:{cue_expression(book)})(?!\w)(?:[ (~≈<>≥≤]+[^\W\d][\w-]*){{0,7}}[ (~≈<>≥≤]*$", re.IGNORECASE
        )
        links = alternatives([*book.lexicon("arm-link").rows, *book.lexicon("about-word").rows, "and", "or"])
        self._linked = re.compile(rf"(?:[\s,/&()-]|(?:{links})(?!\w))*", re.IGNORECASE)
        self._alone = next(rule for rule in book.family("results") if rule.id == "results.alone")

    def findings(
        self, text: str, reading: Reading, memory: Memory, topic: Callable[[Percentage], Arm | None]
    ) -> list[Finding]:
        """The figures of a sentence that head a result. `memory` is what the sentences before left, and is brought up to
        date; `topic` is the arm that a figure is about where the sentence names none."""
        rows = self._rows(text, reading, memory, topic)
        return [
            Finding(row.figure, row.rule, row.arm, row.comparator or memory.control_of(row.other), row.other)
            for row in rows
            if not row.compared
        ]

    def arms(
        self, text: str, reading: Reading, memory: Memory, topic: Callable[[Percentage], Arm | None]
    ) -> list[tuple[Percentage, Arm | None]]:
        """The arm of each figure of a sentence, comparisons too."""
        return [(row.figure, row.arm) for row in self._rows(text, reading, memory, topic)]

    def _rows(
        self, text: str, reading: Reading, memory: Memory, topic: Callable[[Percentage], Arm | None]
    ) -> list[_Row]:
        rows = [self._row(text, reading, number) for number in range(len(reading.figures))]
        last: _Row | None = None
        for members in _sets(text, rows, reading):
            self._from_memory(members, memory)
            last = _follow(members, last)
            _remember(rows[: rows.index(members[-1]) + 1], memory)
        for row in rows:
            if row.arm is None and not row.cued:
                row.arm = topic(row.figure)
        self._pair(text, rows)
        _name_comparators(rows)
        _derive(rows, reading)
        _remember(rows, memory)
        return rows

    def _row(self, text: str, reading: Reading, number: int) -> _Row:
        figure = reading.figures[number]
        claim = reading.best(figure, "arm")
        low = reading.figures[number - 1].end if number else reading.sentence.start
        cued = number > 0 and self._is_cued(text, max(low, figure.start - 80), figure)
        row = _Row(figure, None, self._alone, 0, cued)
        if claim is not None and not (self._is_stray(claim, reading) and not cued):
            row.arm, row.rule, row.priority = claim.value, claim.rule, claim.weight[0]
        comparator = reading.best(figure, "comparator")
        if comparator is not None and comparator.value != row.arm:
            row.comparator = comparator.value
        other = reading.best(figure, "other")
        if other is not None and other.weight[0] >= _PAIR:
            row.other = other.value
        return row

    def _is_cued(self, text: str, low: int, figure: Percentage) -> bool:
        """Whether a word of comparison leads up to a figure; “more than 5%” is none."""
        cue = self._cue.search(text[low : figure.start])
        if cue is None:
            return False
        return figure.comparator not in "<>" or len(cue.group().split()) > 1 or not cue.group().strip().isalpha()

    def _is_stray(self, claim: Claim, reading: Reading) -> bool:
        """Whether a weak rule ties a figure to a control although the sentence named another arm before."""
        arm = claim.value
        others = [other for other in reading.every_arm() if not other.is_control and other.start < arm.start]
        return claim.weight[0] < _STRONG and arm.is_control and bool(others)

    def _from_memory(self, members: Sequence[_Row], memory: Memory) -> None:
        """Gives the figures of one comparison the arms of the last one, where they have none of their own."""
        if len(members) < 2 or not memory.arms:
            return
        strong = [row for row in members if row.arm is not None and row.priority >= _STRONG]
        arms = {row.arm for row in strong}
        study = [arm for arm in memory.arms if not arm.is_control]
        own = [row for row in strong if row.arm is not None and not row.arm.is_control]
        weak = [row for row in members if row not in strong]
        left = [arm for arm in memory.arms if all(not _same(arm, other) for other in arms)]
        known: Sequence[Arm | None]
        if weak and len(weak) == len(left):
            members, known = weak, left
        elif len(own) == len(study) > 1 and len({row.arm for row in own}) == 1:
            members, known = own, study
        else:
            return
        for row, arm in zip(members, known, strict=True):
            row.arm, row.priority = arm, _STRONG

    def _pair(self, text: str, rows: Sequence[_Row]) -> None:
        taken = {row.other.start for row in rows if row.other is not None}
        for row in rows:
            row.compared = row.figure.start in taken
        heads: list[_Row] = []
        closed = False
        self._two_medicines(text, rows)
        for row in rows:
            if row.compared:
                continue
            if heads and (row.cued or self._is_control(row, rows)):
                self._compare(text, row, heads, closed)
                closed = True
                continue
            if closed:
                heads = []
            closed = False
            heads.append(row)
        _controls_first([row for row in rows if not row.compared])

    def _two_medicines(self, text: str, rows: Sequence[_Row]) -> None:
        """“38% with the one and 18% with the other”: two figures that differ in their medicine alone are one comparison."""
        if len(rows) < 2 or any(row.cued or self._is_control(row, rows) for row in rows):
            return
        first, second = rows[:2]
        arms = [row.arm for row in (first, second) if row.arm is not None and row.arm.kind == "drug"]
        apart = len(arms) == 2 and arms[0].drug != arms[1].drug and first.priority >= _STRONG <= second.priority
        if apart and self._side_by_side(text, [first, second]) == [first, second]:
            second.compared, first.other, first.comparator = True, second.figure, second.arm

    def _is_control(self, row: _Row, rows: Sequence[_Row]) -> bool:
        """Whether a figure belongs to a control; a medicine that others are compared with is one only where the sentence
        has no control proper."""
        if row.arm is None or not row.arm.is_control:
            return False
        return row.arm.kind == "control" or all(r.arm is None or r.arm.kind != "control" for r in rows)

    def _compare(self, text: str, row: _Row, heads: Sequence[_Row], again: bool) -> None:
        """Makes a figure the comparison of the heads before it: of all of them, where they are arms side by side, else of
        the last. When several comparisons follow several heads, they go in order."""
        row.compared = True
        free = [head for head in heads if head.other is None]
        if again and free:
            free = free[:1]
        for head in self._side_by_side(text, free):
            head.other = row.figure
            if row.arm is not None and row.arm != head.arm:
                head.comparator = row.arm
            elif row.arm is None:
                row.arm = head.comparator


    def _side_by_side(self, text: str, heads: Sequence[_Row]) -> list[_Row]:
        """The last of the heads, with those before it that differ from it in their arm alone."""
        chosen = list(heads[-1:])
        for head in reversed(heads[:-1]):
            between = text[head.figure.end : chosen[0].figure.start]
            for arm in (head.arm, chosen[0].arm):
                if arm is not None and head.figure.end <= arm.start < chosen[0].figure.start:
                    between = between.replace(text[arm.start : arm.whole_end], " ")
            if not self._linked.fullmatch(between):
                break
            chosen.insert(0, head)
        return chosen


def _name_comparators(rows: Sequence[_Row]) -> None:
    """A head whose comparison is another figure is compared with that figure's arm."""
    arms = {row.figure.start: row.arm for row in rows if row.priority > 0}
    for row in rows:
        if row.other is not None and row.comparator is None:
            arm = arms.get(row.other.start)
            row.comparator = arm if arm != row.arm else None


def _derive(rows: Sequence[_Row], reading: Reading) -> None:
    """A change or difference told behind a comparison is one between its arms: “17% against 35%, a reduction of 49%”."""
    pair: _Row | None = None
    for row in rows:
        measure = reading.best(row.figure, "measure")
        derived = row.figure.unit != "percent" or (measure is not None and measure.value[0] != "proportion")
        if pair is not None and derived and not row.compared and row.comparator is None and row.other is None:
            row.comparator = pair.comparator
            if row.priority < _STRONG:
                row.arm, row.rule = pair.arm, pair.rule
        if row.comparator is not None and row.other is not None:
            pair = row


def _controls_first(rows: Sequence[_Row]) -> None:
    """“13.7% on placebo and 32.8% on the drug”: a control's figure before the other."""
    for first, second in zip(rows, rows[1:], strict=False):
        if first.arm is None or second.arm is None or first.compared or second.other is not None:
            continue
        if first.arm.is_control and not second.arm.is_control and first.other is None:
            first.compared, second.other, second.comparator = True, first.figure, first.arm


def _sets(text: str, rows: Sequence[_Row], reading: Reading) -> list[list[_Row]]:
    """Figures that are set side by side with nothing but words of comparison between them."""
    sets: list[list[_Row]] = []
    for row in rows:
        last = sets[-1][-1] if sets else None
        joined = last is not None and (
            row.figure in reading.group_of(last.figure)
            or (row.cued and row.figure.start - last.figure.end <= _NEAR_SET)
        )
        if joined:
            sets[-1].append(row)
        else:
            sets.append([row])
    return sets


def _same(arm: Arm, other: Arm | None) -> bool:
    return other is not None and (arm == other or (arm.is_control and other.is_control and arm.drug == other.drug))


def _follow(rows: Sequence[_Row], last: _Row | None) -> _Row | None:
    """A head without an arm of its own has that of the head before it in the sentence."""
    for row in rows:
        if row.arm is None and last is not None and not row.cued:
            row.arm, row.rule = last.arm, last.rule
        if row.arm is not None and not row.cued and not row.arm.is_control:
            last = row
    return last


def _remember(rows: Sequence[_Row], memory: Memory) -> None:
    arms: list[Arm] = []
    for row in rows:
        if row.arm is not None and row.arm not in arms:
            arms.append(row.arm)
    if len(arms) > 1:
        memory.arms = tuple(arms)
