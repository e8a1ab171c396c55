"""Which arm each figure of a sentence belongs to, and which figures are another one's comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.model import Percentage
from extractor.relations.results.apart import Apart, cue_expression
from extractor.relations.results.arms import Arm
from extractor.relations.results.claims import STRONG, Claim
from extractor.relations.results.comparisons import Between, Comparisons
from extractor.relations.results.reading import Reading
from extractor.relations.results.rows import (
    Finding,
    Memory,
    Row,
    Topic,
    derive,
    follow,
    name_comparators,
    name_compared,
    pair_as_before,
    remember,
    same_arm,
    sets_of,
)
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

ALONE = "results.alone"
"""The rule for figures of which no other tells the arm."""

_PAIR = 94
"""The priority from which on a rule says that another figure is the comparison, whatever arms are near."""


_DERIVED = frozenset({"change", "difference"})
"""Measures that a comparison of two shares may come to."""


class Pairer:
    """Pairs the figures of a sentence."""

    def __init__(self, book: Rulebook) -> None:
        self._cue = compiled(
            rf"(?<!\w)(?P<cue>{cue_expression(book)})(?!\w)(?:[ (~≈<>≥≤]+[^\W\d][\w'’-]*){{0,7}}[ (~≈<>≥≤]*$",
            re.IGNORECASE,
        )
        self._apart = Apart(book)
        self._comparisons = Comparisons(book)
        back = book.expression("back-reference")
        self._back = compiled(rf"[\s\"“]*(?:{back})(?!\w)", re.IGNORECASE)
        self._alone = next((rule for rule in book.family("results") if rule.id == ALONE), None)

    def findings(self, text: str, reading: Reading, memory: Memory, topic: Topic) -> list[Finding]:
        """The figures of a sentence that head a result. `memory` is what the sentences before left, and is brought up
        to date; `topic` is the arm that a figure is about where the sentence names none."""
        found = [
            self._sums_up(text, row, reading, memory)
            or Finding(row.figure, row.rule, row.arm, row.comparator or self._implied(row, reading, memory), row.other)
            for row in self._rows(text, reading, memory, topic)
            if not row.compared and row.rule is not None
        ]
        memory.pair = next((one for one in reversed(found) if one.other and one.comparator), memory.pair)
        return found

    def _sums_up(self, text: str, row: Row, reading: Reading, memory: Memory) -> Finding | None:
        """A figure that says what the comparison in an earlier sentence comes to: “that is a reduction of 35%”."""
        pair, measure = memory.pair, reading.best(row.figure, "measure")
        derived = row.figure.unit != "percent" or (measure is not None and measure.value[0] in _DERIVED)
        if pair is None or not derived or row.comparator or row.other or reading.arms:
            return None
        if not self._back.match(text, reading.sentence.start):
            return None
        return Finding(row.figure, pair.rule, pair.arm, pair.comparator)

    def _implied(self, row: Row, reading: Reading, memory: Memory) -> Arm | None:
        """The arm that a figure is compared with although the sentence does not say so: the control of the sentences
        before, for a figure with another beside it, or one that only a comparison gives a meaning."""
        claim = reading.best(row.figure, "compared")
        control = memory.only_control or (memory.design_control if row.other is not None else None)
        if control is None or (row.other is None and (claim is None or not claim.value)):
            return None
        own = row.arm is not None and (
            row.arm.is_control or (control.drug is not None and control.drug == row.arm.drug)
        )
        return None if own else control

    def arms(self, text: str, reading: Reading, memory: Memory, topic: Topic) -> list[tuple[Percentage, Arm | None]]:
        """The arm of each figure of a sentence, comparisons too."""
        return [(row.figure, row.arm) for row in self._rows(text, reading, memory, topic)]

    def _rows(self, text: str, reading: Reading, memory: Memory, topic: Topic) -> list[Row]:
        rows = [self._row(text, reading, number) for number in range(len(reading.figures))]
        last: Row | None = None
        for members in sets_of(text, rows, reading):
            if last is not None or not _in_order(members, reading):
                self._from_memory(members, memory)
            last = follow(members, last)
            remember(rows[: rows.index(members[-1]) + 1], memory)
        for row in rows:
            if (row.arm is None and not row.cued) or (row.arm is not None and row.arm.kind == "told"):
                row.arm = topic(row.figure, _set_against(row, rows)) or topic(row.figure) or row.arm
        self._comparisons.pair(Between(text, reading.times, reading.groups), rows, topic)
        name_comparators(rows)
        pair_as_before(rows, memory.pair)
        name_compared(rows)
        derive(rows, reading)
        remember(rows, memory)
        return rows

    def _row(self, text: str, reading: Reading, number: int) -> Row:
        figure = reading.figures[number]
        low = reading.figures[number - 1].end if number else reading.sentence.start
        cued = number > 0 and self._is_cued(text, max(low, figure.start - 80), figure, reading.times)
        row = Row(figure, None, self._alone, 0, cued)
        claim = reading.best(figure, "arm", lambda claim: cued or not self._is_stray(claim, figure, reading))
        if claim is not None:
            row.arm, row.rule, row.priority = claim.value, claim.rule, claim.weight[0]
        comparator = reading.best(figure, "comparator")
        if comparator is not None and claim is not None and comparator.value == row.arm:
            if comparator.weight > claim.weight and claim.weight[0] < STRONG:
                row.arm, row.rule, row.priority, row.comparator = None, self._alone, 0, comparator.value
        elif comparator is not None:
            row.comparator = comparator.value
        other = reading.best(figure, "other")
        if other is not None and other.weight[0] >= _PAIR:
            row.other = other.value
        return row

    def _is_cued(self, text: str, low: int, figure: Percentage, times: Sequence[tuple[int, int]]) -> bool:
        """Whether a word of comparison leads up to a figure; “more than 5%” is none, nor “over a year”, nor “effective
        against”."""
        cue = self._cue.search(text, low, figure.start)
        if cue is None:
            return False
        if not self._apart.sets_beside(text, low, cue.span("cue"), times):
            return self._is_cued(text, cue.end("cue"), figure, times)
        return figure.comparator not in "<>" or len(cue.group().split()) > 1 or not cue.group().strip().isalpha()

    def _is_stray(self, claim: Claim, figure: Percentage, reading: Reading) -> bool:
        """Whether a weak rule ties a figure to a control although the sentence named another arm before, or a change
        to a control behind it (“95% effective, with 162 cases in the placebo group”)."""
        arm, measure = claim.value, reading.best(figure, "measure")
        if claim.weight[0] >= STRONG or not arm.is_control:
            return False
        others = any(not other.is_control and other.start < arm.start for other in reading.every_arm())
        return others or (arm.start >= figure.end and measure is not None and measure.value[0] == "change")

    def _from_memory(self, members: Sequence[Row], memory: Memory) -> None:
        """Gives the figures of one comparison the arms of the last one, where they have none of their own."""
        if len(members) < 2 or not memory.arms:
            return
        strong = [row for row in members if row.arm is not None and row.priority >= STRONG]
        arms = {row.arm for row in strong}
        study = [arm for arm in memory.arms if not arm.is_control]
        own = [row for row in strong if row.arm is not None and not row.arm.is_control]
        weak = [row for row in members if row not in strong]
        left = [arm for arm in memory.arms if all(not same_arm(arm, other) for other in arms)]
        known: Sequence[Arm | None]
        if weak and len(weak) == len(left):
            members, known = weak, left
        elif len(own) == len(study) > 1 and len({row.arm for row in own}) == 1:
            members, known = own, study
        else:
            return
        for row, arm in zip(members, known, strict=True):
            row.arm, row.priority = arm, STRONG


def _in_order(members: Sequence[Row], reading: Reading) -> bool:
    """Gives the first figures of a sentence the arms named before them, in their order, if there are as many and none
    behind (“14 months on X and 10 on Y, with 61% and 49% alive”); whether it could. A control by itself before the
    others is what they are compared with."""
    every = reading.every_arm()
    arms: list[Arm] = []
    for arm in every:
        if all(not same_arm(arm, other) for other in arms):
            arms.append(arm)
    if len(members) < 2 or len(arms) != len(members) or every[-1].start > members[0].figure.start:
        return False
    lone_control = arms[0].is_control and arms[1] not in reading.arms[0].arms
    if lone_control or {row.arm for row in members if row.priority >= STRONG} - {arms[-1]}:
        return False
    for row, arm in zip(members, arms, strict=True):
        row.arm, row.priority = arm, STRONG
    return True


def _set_against(row: Row, rows: Sequence[Row]) -> frozenset[str]:
    """The medicines that a figure's own is none of: those of the others, behind words of comparison where it names no
    arm at all."""
    others = [other.arm for other in rows if other is not row and (other.cued or row.arm is not None)]
    return frozenset(arm.drug for arm in [*others, row.comparator] if arm is not None and arm.drug)
