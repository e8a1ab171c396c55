"""Which arm each figure of a sentence belongs to, and which figures are another one's comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractor.model import Percentage
from extractor.relations.results.arms import Arm
from extractor.relations.results.reading import Claim, Reading, cue_expression
from extractor.relations.results.rows import (
    STRONG,
    Finding,
    Memory,
    Row,
    derive,
    follow,
    name_comparators,
    name_compared,
    put_controls_behind,
    remember,
    same_arm,
    sets_of,
)
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

_PAIR = 94
"""The priority from which on a rule says that another figure is the comparison, whatever arms are near."""


class Pairer:
    """Pairs the figures of a sentence."""

    def __init__(self, book: Rulebook) -> None:
        self._cue = compiled(
            rf"(?<!\w)(?:{cue_expression(book)})(?!\w)(?:[ (~≈<>≥≤]+[^\W\d][\w-]*){{0,7}}[ (~≈<>≥≤]*$", re.IGNORECASE
        )
        links = alternatives([*book.lexicon("arm-link").rows, *book.lexicon("about-word").rows, "and", "or"])
        self._linked = compiled(rf"(?:[\s,/&()-]|(?:{links})(?!\w))*", re.IGNORECASE)
        self._alone = next(rule for rule in book.family("results") if rule.id == "results.alone")

    def findings(
        self, text: str, reading: Reading, memory: Memory, topic: Callable[[Percentage], Arm | None]
    ) -> list[Finding]:
        """The figures of a sentence that head a result. `memory` is what the sentences before left, and is brought up
        to date; `topic` is the arm that a figure is about where the sentence names none."""
        rows = self._rows(text, reading, memory, topic)
        return [
            Finding(row.figure, row.rule, row.arm, row.comparator or self._implied(row, reading, memory), row.other)
            for row in rows
            if not row.compared
        ]

    def _implied(self, row: Row, reading: Reading, memory: Memory) -> Arm | None:
        """The arm that a figure is compared with although the sentence does not say so: the control of the sentences
        before, for a figure with another beside it, or one that only a comparison gives a meaning."""
        claim = reading.best(row.figure, "compared")
        control = memory.only_control
        if control is None or (row.other is None and (claim is None or not claim.value)):
            return None
        own = row.arm is not None and control.drug is not None and control.drug == row.arm.drug
        return None if own else control

    def arms(
        self, text: str, reading: Reading, memory: Memory, topic: Callable[[Percentage], Arm | None]
    ) -> list[tuple[Percentage, Arm | None]]:
        """The arm of each figure of a sentence, comparisons too."""
        return [(row.figure, row.arm) for row in self._rows(text, reading, memory, topic)]

    def _rows(
        self, text: str, reading: Reading, memory: Memory, topic: Callable[[Percentage], Arm | None]
    ) -> list[Row]:
        rows = [self._row(text, reading, number) for number in range(len(reading.figures))]
        last: Row | None = None
        for members in sets_of(text, rows, reading):
            self._from_memory(members, memory)
            last = follow(members, last)
            remember(rows[: rows.index(members[-1]) + 1], memory)
        for row in rows:
            if row.arm is None and not row.cued:
                row.arm = topic(row.figure)
        self._pair(text, rows)
        name_comparators(rows)
        name_compared(rows)
        derive(rows, reading)
        remember(rows, memory)
        return rows

    def _row(self, text: str, reading: Reading, number: int) -> Row:
        figure = reading.figures[number]
        claim = reading.best(figure, "arm")
        low = reading.figures[number - 1].end if number else reading.sentence.start
        cued = number > 0 and self._is_cued(text, max(low, figure.start - 80), figure)
        row = Row(figure, None, self._alone, 0, cued)
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
        return claim.weight[0] < STRONG and arm.is_control and bool(others)

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

    def _pair(self, text: str, rows: Sequence[Row]) -> None:
        taken = {row.other.start for row in rows if row.other is not None}
        for row in rows:
            row.compared = row.figure.start in taken
        heads: list[Row] = []
        closed = False
        self._two_medicines(text, rows)
        for number, row in enumerate(rows):
            if row.compared:
                continue
            if heads and (row.cued or self._is_control(row, rows)):
                self._compare(text, row, heads, closed)
                closed = True
                continue
            if closed and self._goes_on(text, rows, number):
                row.compared = True
                continue
            if closed:
                heads = []
            closed = False
            heads.append(row)
        put_controls_behind([row for row in rows if not row.compared])

    def _goes_on(self, text: str, rows: Sequence[Row], number: int) -> bool:
        """Whether a figure is one more comparison in a list of them: “against 12% for A, 16% for B and 2% for C”."""
        before, row = rows[number - 1], rows[number]
        following = rows[number + 1] if number + 1 < len(rows) else None
        if not before.compared or row.arm is None or (following is not None and following.cued):
            return False
        return row.arm.start >= row.figure.end and self._side_by_side(text, [before, row]) == [before, row]

    def _two_medicines(self, text: str, rows: Sequence[Row]) -> None:
        """“38% with the one and 18% with the other”: two figures that differ in their medicine alone are one
        comparison."""
        if len(rows) < 2 or any(row.cued or self._is_control(row, rows) for row in rows):
            return
        first, second = rows[:2]
        arms = [row.arm for row in (first, second) if row.arm is not None and row.arm.kind == "drug"]
        apart = len(arms) == 2 and arms[0].drug != arms[1].drug and first.priority >= STRONG <= second.priority
        if apart and self._side_by_side(text, [first, second]) == [first, second]:
            second.compared, first.other, first.comparator = True, second.figure, second.arm

    def _is_control(self, row: Row, rows: Sequence[Row]) -> bool:
        """Whether a figure belongs to a control; a medicine that others are compared with is one only where the
        sentence has no control proper."""
        if row.arm is None or not row.arm.is_control:
            return False
        return row.arm.kind == "control" or all(r.arm is None or r.arm.kind != "control" for r in rows)

    def _compare(self, text: str, row: Row, heads: Sequence[Row], again: bool) -> None:
        """Makes a figure the comparison of the heads before it: of all of them, where they are arms side by side, else
        of the last. When several comparisons follow several heads, they go in order."""
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

    def _side_by_side(self, text: str, heads: Sequence[Row]) -> list[Row]:
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
