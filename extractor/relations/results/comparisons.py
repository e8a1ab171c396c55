"""Which figures of a sentence are another one's comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.model import Percentage
from extractor.relations.results.apart import cue_expression
from extractor.relations.results.arms import DOSES, Arm
from extractor.relations.results.claims import STRONG
from extractor.relations.results.rows import Row, Topic, put_controls_behind
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

_FEWEST = 2
"""How many figures make a row."""


@dataclass(frozen=True)
class Between:
    """What stands between the figures of a sentence: the article's text, the times and rates named there, and the
    figures in a row."""

    text: str
    times: tuple[tuple[int, int], ...]
    groups: tuple[tuple[Percentage, ...], ...]

    def words(self, first: Row, second: Row) -> str:
        """The words between two figures without their arms, times and rates."""
        start, end = first.figure.end, second.figure.start
        arms = [(row.arm.start, row.arm.whole_end) for row in (first, second) if row.arm is not None]
        words = self.text[start:end]
        for low, high in (*arms, *self.times):
            if start <= low < end:
                words = words[: low - start] + " " * (high - low) + words[high - start :]
        return words

    def differ(self, first: Arm, second: Arm) -> bool:
        """Whether two arms are different medicines, or one medicine by two names (a biosimilar and its original)."""
        words = (self.text[arm.start : arm.end].split() for arm in (first, second))
        names = [next(iter(word), "").lower() for word in words]
        numbered = any(sign.isdigit() for name in names for sign in name[:1])
        return first.drug != second.drug or (names[0] != names[1] and not numbered)


class Comparisons:
    """Sets figures side by side."""

    def __init__(self, book: Rulebook) -> None:
        links = alternatives([*book.lexicon("arm-link").rows, *book.lexicon("about-word").rows, "and", "or"])
        self._linked = compiled(rf"(?:[\s,/&()-]|(?:{links})(?!\w))*", re.IGNORECASE)
        self._opposed = compiled(
            rf"(?:{book.expression('clause-break')}) (?:(?:{book.expression('about-word')}) )*$", re.IGNORECASE
        )
        doses = f"{book.expression('dose-level')}|{book.expression('dose-unit')}|{book.expression('several-word')}"
        self._dose = compiled(rf"(?<![^\W\d])(?:{doses})(?!\w)", re.IGNORECASE)
        cues = cue_expression(book)
        self._contrasted = compiled(rf"(?:[\s,/&()-]|(?:{links}|{cues})(?!\w))*", re.IGNORECASE)

    def pair(self, between: Between, rows: Sequence[Row], topic: Topic) -> None:
        """Says of each row whether it is compared, and gives the heads what they are compared with; `topic` is the arm
        that a figure is about where its sentence names none."""
        taken = {row.other.start for row in rows if row.other is not None}
        for row in rows:
            row.compared = row.figure.start in taken
        heads: list[Row] = []
        closed = False
        self._two_medicines(between, rows, topic)
        self._row_by_row(between, rows)
        for number, row in enumerate(rows):
            if row.compared:
                continue
            if heads and self._follows_control(heads[-1], row):
                heads[-1].compared, row.other, row.comparator = True, heads[-1].figure, heads[-1].arm
            elif heads and self._follows_compared(between, heads[-1], row):
                row.other, row.comparator = heads[-1].other, heads[-1].comparator
            elif heads and self._is_beside(between, rows, number) and not self._is_one_more(between, rows, number):
                self._compare(between, row, heads, closed)
                closed = True
                continue
            if closed and self._goes_on(between, rows, number, heads):
                row.compared = True
                continue
            if closed:
                heads = []
            closed = False
            heads.append(row)
        free = [row for row in rows if not row.compared]
        put_controls_behind(free)
        self._share_control(between, free)

    def _share_control(self, between: Between, rows: Sequence[Row]) -> None:
        """“9% on placebo, 41% on 20 mg and 44% on 40 mg”: the control that was told first is that of the later doses
        too."""
        for first, second in pairwise(rows):
            told_first = first.other is not None and first.other.start < first.figure.start
            if not told_first or second.other is not None or second.arm in (None, first.arm, first.comparator):
                continue
            if self._side_by_side(between, [first, second]) == [first, second]:
                second.other, second.comparator = first.other, first.comparator

    def _is_beside(self, between: Between, rows: Sequence[Row], number: int) -> bool:
        """Whether a figure is set beside those before it: by a word of comparison, or as that of a control in the same
        statement."""
        row, before = rows[number], rows[number - 1]
        if row.cued or not self._is_control(row, rows) or row.arm is None:
            return row.cued
        return ":" not in between.text[before.figure.end : min(row.arm.start, row.figure.start)]

    def _follows_control(self, head: Row, row: Row) -> bool:
        """Whether the figure of a control was told before the one that is compared with it: “72% on placebo relapsed,
        versus 43% on the drug”."""
        told = head.arm is not None and head.arm.is_control and head.other is None
        return told and row.cued and row.arm is not None and not row.arm.is_control

    def _follows_compared(self, between: Between, head: Row, row: Row) -> bool:
        """Whether a figure is that of one more dose of what was compared with a control told before: “72% on placebo,
        versus 43% on 5 mg and 38% on 10 mg”."""
        if not head.cued or head.other is None or head.other.start > head.figure.start or row.cued or row.arm is None:
            return False
        return not row.arm.is_control and self._side_by_side(between, [head, row]) == [head, row]

    def _row_by_row(self, between: Between, rows: Sequence[Row]) -> None:
        """“61%, 38% and 19%, compared with 35%, 14% and 5%”: as many figures in a row as were told before are compared
        in their order."""
        for group in between.groups:
            others = [row for row in rows if row.figure in group]
            place = rows.index(others[0]) if others else 0
            heads = list(rows[max(0, place - len(group)) : place])
            free = [row for row in (*heads, *others) if not row.compared and row.other is None]
            if not others or not others[0].cued or len(group) < _FEWEST or len(free) != len(group) * 2:
                continue
            if len({row.arm for row in heads}) == 1:
                for head, other in zip(heads, others, strict=True):
                    other.compared, head.other = True, other.figure

    def _goes_on(self, between: Between, rows: Sequence[Row], number: int, heads: Sequence[Row]) -> bool:
        """Whether a figure is one more comparison in a list of them: “against 12% for A, 16% for B and 2% for C”."""
        before, row = rows[number - 1], rows[number]
        following = rows[number + 1] if number + 1 < len(rows) else None
        if not before.compared or row.arm is None or (following is not None and following.cued):
            return False
        if row.arm.kind in DOSES or any(row.arm.drug == head.arm.drug for head in heads if head.arm is not None):
            return row.arm.kind == "control"
        return row.arm.start >= before.figure.end and self._side_by_side(between, [before, row]) == [before, row]

    def _is_one_more(self, between: Between, rows: Sequence[Row], number: int) -> bool:
        """Whether a figure is another dose of what is compared, before the control of both: “33% on 15 mg, against 12%
        on 5 mg and 9% on placebo”."""
        row = rows[number]
        control = rows[number + 1] if number + 1 < len(rows) else None
        if control is None or row.arm is None or row.arm.kind not in DOSES or control.cued:
            return False
        return (
            control.arm is not None
            and control.arm.kind == "control"
            and control.other is None
            and self._side_by_side(between, [row, control]) == [row, control]
        )

    def _two_medicines(self, between: Between, rows: Sequence[Row], topic: Topic) -> None:
        """“38% with the one and 18% with the other”, “38% …, while just 18% of those on the other did”: two figures
        that differ in their medicine alone, or in its maker, or that are opposed, are one comparison, if one of the two
        is what the article is about there. One of the two may be told by what sets it apart: “51% on the weekly
        pill”."""
        if any(row.cued or self._is_control(row, rows) for row in rows):
            return
        for pair in pairwise(rows):
            if pair[0].compared or pair[1].priority < STRONG or not self._are_two(between, pair, topic):
                continue
            beside = pair[0].priority >= STRONG and self._side_by_side(between, pair) == list(pair)
            if beside or self._opposed.search(between.text[pair[0].figure.end : pair[1].figure.start]):
                head, other = pair if pair[1].arm is not None and pair[1].arm.kind == "drug" else pair[::-1]
                other.compared, head.other, head.comparator = True, other.figure, other.arm

    def _are_two(self, between: Between, pair: tuple[Row, Row], topic: Topic) -> bool:
        """Whether the arms of two figures are two medicines of which the article's is one."""
        arms = [row.arm for row in pair if row.arm is not None]
        named = [arm for arm in arms if arm.kind == "drug"]
        if len(named) == _FEWEST:
            about = topic(pair[0].figure)
            return between.differ(*named) and (about is None or about.drug in {arm.drug for arm in named})
        told = [arm for arm in arms if arm.kind == "group" and not self._dose.search(between.text, arm.start, arm.end)]
        if not named or not told:
            return False
        return topic(pair[0].figure, frozenset(arm.drug for arm in named if arm.drug)) is not None

    def _is_control(self, row: Row, rows: Sequence[Row]) -> bool:
        """Whether a figure belongs to a control; a medicine that others are compared with is one only where the
        sentence has no control proper."""
        if row.arm is None or not row.arm.is_control:
            return False
        return row.arm.kind == "control" or all(r.arm is None or r.arm.kind != "control" for r in rows)

    def _compare(self, between: Between, row: Row, heads: Sequence[Row], again: bool) -> None:
        """Makes a figure the comparison of the heads before it: of all of them, where they are arms side by side, else
        of the last. When several comparisons follow several heads, they go in order."""
        row.compared = True
        free = [head for head in heads if head.other is None]
        if again and free:
            free = free[:1]
        for head in free if _are_doses(free) else self._side_by_side(between, free):
            head.other = row.figure
            if row.arm is not None and row.arm != head.arm:
                head.comparator = row.arm
            elif row.arm is None:
                row.arm = head.comparator

    def _side_by_side(self, between: Between, heads: Sequence[Row]) -> list[Row]:
        """The last of the heads, with those before it that differ from it in their arm alone."""
        chosen = list(heads[-1:])
        for head in reversed(heads[:-1]):
            links = self._contrasted if chosen[0].cued else self._linked
            alone = head.priority >= STRONG > chosen[0].priority
            if alone or not links.fullmatch(between.words(head, chosen[0])):
                break
            chosen.insert(0, head)
        return chosen


def _are_doses(heads: Sequence[Row]) -> bool:
    """Whether heads are those of several doses, each told in a clause of its own."""
    arms = {head.arm for head in heads}
    return len(heads) == len(arms) > 1 and all(arm is not None and arm.kind in DOSES for arm in arms)
