"""Which arm each figure of a sentence belongs to, and which figures are another one's comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.model import Percentage
from extractor.relations.results.arms import Arm
from extractor.relations.results.reading import Reading, cue_expression
from extractor.rulebook import Rule, Rulebook

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

    def control(self) -> Arm | None:
        """The arm that the others were compared with."""
        return next((arm for arm in reversed(self.arms) if arm.is_control), self.arms[-1] if len(self.arms) > 1 else None)


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
    heads: list[Percentage] = field(default_factory=list)


class Pairer:
    """Pairs the figures of a sentence."""

    def __init__(self, book: Rulebook) -> None:
        self._cue = re.compile(rf"(?<!\w)(?:{cue_expression(book)})(?!\w)(?:[ (~≈<>≥≤]+[^\W\d][\w-]*){{0,7}}[ (~≈<>≥≤]*$", re.IGNORECASE)
        self._alone = next(rule for rule in book.family("results") if rule.id == "results.alone")

    def findings(self, text: str, reading: Reading, memory: Memory) -> list[Finding]:
        """The figures of a sentence that head a result. `memory` is what the sentences before left, and is brought up to
        date."""
        rows = [self._row(text, reading, number) for number in range(len(reading.figures))]
        for members in _sets(text, rows, reading):
            self._from_memory(members, memory)
        _follow(rows)
        self._pair(rows, memory)
        _remember(rows, memory)
        return [
            Finding(row.figure, row.rule, row.arm, row.comparator, row.other) for row in rows if not row.compared
        ]

    def _row(self, text: str, reading: Reading, number: int) -> _Row:
        figure = reading.figures[number]
        claim = reading.best(figure, "arm")
        low = reading.figures[number - 1].end if number else reading.sentence.start
        cued = number > 0 and self._cue.search(text[max(low, figure.start - 80) : figure.start]) is not None
        row = _Row(figure, None, self._alone, 0, cued)
        if claim is not None:
            row.arm, row.rule, row.priority = claim.value, claim.rule, claim.weight[0]
        comparator = reading.best(figure, "comparator")
        if comparator is not None and comparator.value != row.arm:
            row.comparator = comparator.value
        other = reading.best(figure, "other")
        if other is not None and other.weight[0] >= _PAIR:
            row.other = other.value
        return row

    def _from_memory(self, members: Sequence[_Row], memory: Memory) -> None:
        """Gives the figures of one comparison the arms of the last one, where they have none of their own."""
        arms = {row.arm for row in members if row.arm is not None and row.priority >= _STRONG}
        if len(members) < 2 or not memory.arms:
            return
        study = [arm for arm in memory.arms if not arm.is_control]
        if len(members) == len(memory.arms) and not arms:
            known: Sequence[Arm | None] = memory.arms
        elif len(members) == len(study) and len(arms) == 1 and all(row.arm in arms for row in members):
            known = study
        elif len(members) == 2 and members[1].cued and not arms and len(memory.arms) > 2:
            known = [None, memory.control()]
        else:
            return
        for row, arm in zip(members, known, strict=True):
            row.arm, row.priority = arm, _STRONG

    def _pair(self, rows: Sequence[_Row], memory: Memory) -> None:
        taken = {row.other.start for row in rows if row.other is not None}
        for row in rows:
            row.compared = row.figure.start in taken
        heads: list[_Row] = []
        closed = False
        for row in rows:
            if row.compared:
                continue
            control = row.arm is not None and row.arm.is_control
            if heads and (row.cued or control):
                self._compare(row, heads, closed)
                closed = True
                continue
            if closed:
                heads = []
            closed = False
            heads.append(row)
        _controls_first([row for row in rows if not row.compared])

    def _compare(self, row: _Row, heads: Sequence[_Row], again: bool) -> None:
        """Makes a figure the comparison of the heads before it: of all of them, where they are arms side by side, else of
        the last. When several comparisons follow several heads, they go in order."""
        row.compared = True
        free = [head for head in heads if head.other is None]
        if again and free:
            free = free[:1]
        side_by_side = len({head.arm for head in free}) == len(free)
        for head in free if side_by_side else free[-1:]:
            head.other = row.figure
            if row.arm is not None and row.arm != head.arm:
                head.comparator = row.arm


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


def _follow(rows: Sequence[_Row]) -> None:
    """A head without an arm of its own has that of the head before it in the sentence."""
    last: _Row | None = None
    for row in rows:
        if row.arm is None and last is not None and not row.cued:
            row.arm, row.rule = last.arm, last.rule
        if row.arm is not None and not row.cued and not row.arm.is_control:
            last = row


def _remember(rows: Sequence[_Row], memory: Memory) -> None:
    arms: list[Arm] = []
    for row in rows:
        if row.arm is not None and row.arm not in arms:
            arms.append(row.arm)
    if len(arms) > 1:
        memory.arms = tuple(arms)


def with_comparator(finding: Finding, comparator: Arm | None) -> Finding:
    """The finding with another comparator."""
    return replace(finding, comparator=comparator)
