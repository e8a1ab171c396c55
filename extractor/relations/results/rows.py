"""The figures of a sentence while their arms and comparisons are being settled."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from extractor.model import Percentage
from extractor.relations.results.arms import Arm
from extractor.relations.results.claims import STRONG
from extractor.relations.results.reading import Reading
from extractor.rulebook import Rule

NEAR_SET = 60
"""How far apart two figures of one comparison may stand when no arm is named between them, in characters."""


class Topic(Protocol):
    """The arm that a figure is about where its sentence names none, not of the medicines `without`."""

    def __call__(self, figure: Percentage, without: Set[str] = frozenset()) -> Arm | None: ...


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
    """The arms of the last comparison, in their order: what “(2.9%, 2.3%)” or “respectively” refers to later; the only
    control named so far, and the one that only a sentence without figures has told; and the last comparison of two
    figures in this part of the article."""

    arms: tuple[Arm, ...] = ()
    only_control: Arm | None = None
    design_control: Arm | None = None
    pair: Finding | None = None


@dataclass
class Row:
    """A figure on its way: the rule and priority that tied it to its arm (no rule where the one for figures without any
    is off), whether a word of comparison leads up to it (`cued`), whether it is another's comparison (`compared`), and
    what it is compared with itself."""

    figure: Percentage
    arm: Arm | None
    rule: Rule | None
    priority: int
    cued: bool
    compared: bool = False
    comparator: Arm | None = None
    other: Percentage | None = None


def name_comparators(rows: Sequence[Row]) -> None:
    """A head whose comparison is another figure is compared with that figure's arm."""
    arms = {row.figure.start: row.arm for row in rows if row.priority > 0}
    for row in rows:
        if row.other is not None and row.comparator is None:
            arm = arms.get(row.other.start)
            row.comparator = arm if arm != row.arm else None


def name_compared(rows: Sequence[Row]) -> None:
    """A figure without an arm that another is compared with belongs to that one's comparator."""
    arms = {row.other.start: row.comparator for row in rows if row.other is not None}
    for row in rows:
        if row.arm is None:
            row.arm = arms.get(row.figure.start)


def derive(rows: Sequence[Row], reading: Reading) -> None:
    """A change or difference told behind a comparison is one between its arms: “17% against 35%, a reduction of
    49%”."""
    pair: Row | None = None
    for row in rows:
        measure = reading.best(row.figure, "measure")
        derived = row.figure.unit != "percent" or (measure is not None and measure.value[0] != "proportion")
        if pair is not None and derived and not row.compared and row.comparator is None and row.other is None:
            row.comparator = pair.comparator
            if row.priority < STRONG:
                row.arm, row.rule = pair.arm, pair.rule
        if row.comparator is not None and row.other is not None:
            pair = row


def put_controls_behind(rows: Sequence[Row]) -> None:
    """“13.7% on placebo and 32.8% on the drug”: a control's figure before the other."""
    for first, second in pairwise(rows):
        if first.arm is None or second.arm is None or first.compared or second.other is not None:
            continue
        if first.figure.unit != second.figure.unit:
            continue
        if first.arm.is_control and not second.arm.is_control and first.other is None:
            first.compared, second.other, second.comparator = True, first.figure, first.arm


def sets_of(text: str, rows: Sequence[Row], reading: Reading) -> list[list[Row]]:
    """Figures that are set side by side with nothing but words of comparison between them."""
    sets: list[list[Row]] = []
    for row in rows:
        last = sets[-1][-1] if sets else None
        joined = last is not None and (
            row.figure in reading.group_of(last.figure) or (row.cued and row.figure.start - last.figure.end <= NEAR_SET)
        )
        if joined:
            sets[-1].append(row)
        else:
            sets.append([row])
    return sets


def pair_as_before(rows: Sequence[Row], pair: Finding | None) -> None:
    """Two figures of the arms of a comparison told before, in their order, are compared as those were: “43% against 29%
    …; withdrawals were 14% and 6%”."""
    known = [(pair.arm, pair.comparator)] if pair is not None else []
    for first, second in pairwise(rows):
        if first.other is not None or second.other is not None or first.compared or second.compared:
            known += [(first.arm, first.comparator)] if first.other is not None else []
        elif first.arm is not None and (first.arm, second.arm) in known:
            second.compared, first.other, first.comparator = True, second.figure, second.arm


def same_arm(arm: Arm, other: Arm | None) -> bool:
    """Whether two mentions of arms are one arm, as far as comparisons go: any two controls are."""
    return other is not None and (arm == other or (arm.is_control and other.is_control and arm.drug == other.drug))


def follow(rows: Sequence[Row], last: Row | None) -> Row | None:
    """A head without an arm of its own has that of the head before it in the sentence."""
    for row in rows:
        if row.arm is None and last is not None and not row.cued:
            row.arm, row.rule = last.arm, last.rule
        if row.arm is not None and not row.cued and not row.arm.is_control:
            last = row
    return last


def remember(rows: Sequence[Row], memory: Memory) -> None:
    """Keeps the arms of the figures, where there are two or more, as those of the last comparison."""
    arms: list[Arm] = []
    for row in rows:
        if row.arm is not None and row.arm not in arms:
            arms.append(row.arm)
    for row in rows:
        known = row.comparator is None or any(same_arm(row.comparator, arm) for arm in arms)
        if (
            row.comparator is not None
            and not known
            and row.comparator.drug not in {arm.drug for arm in arms if arm.drug}
        ):
            arms.append(row.comparator)
    if len(arms) > 1:
        memory.arms = tuple(arms)
