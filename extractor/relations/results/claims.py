"""What the rules of the family `results` claim of the figures of a sentence: arms, comparisons, endpoint, measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.model import Percentage
from extractor.relations.results.apart import Apart
from extractor.relations.results.arms import ArmGroup
from extractor.rulebook import Hit, Match, Rule, Rulebook
from extractor.rulebook.prepared import compiled

_BESIDE = frozenset({"comparator", "other", "pair"})
"""The slots of rules that know which of two arms is which."""

_NEXT = re.compile(r"[ :,=]{1,3}")
"""What stands between an arm in brackets and its figure."""

_ENDS = frozenset(".,;:")
"""Signs behind a verb that leave nothing for it to be about."""

_LISTED = re.compile(r"and$", re.IGNORECASE)
_LIST_STEP = 15
"""How far behind “, and” the next figure of a list may stand, in characters."""

CROSSING = 13
"""How much less a rule counts for a figure when its words reach over another one."""

STRONG = 60
"""The priority from which on a rule ties an arm to a figure, whatever stands between or the sentence before said."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an endpoint's words are to be looked for: on which `side` of the slot {endpoint} (`slotted`) or of the
    match."""

    side: str
    start: int
    end: int
    slotted: bool


@dataclass(frozen=True)
class Claim:
    """What a rule says of one figure: `slot` is filled by `value`; the greater `weight` counts."""

    slot: str
    value: Any
    rule: Rule
    weight: tuple[int, int]


@dataclass(frozen=True)
class Written:
    """What stands in a sentence of which rules claim something: `others` are percentages that head no result."""

    text: str
    groups: Sequence[tuple[Percentage, ...]]
    others: Sequence[Percentage]
    arms: Sequence[ArmGroup]
    times: tuple[tuple[int, int], ...]


class ClaimReader:
    """Reads the claims that matches make, by the words of the rules in force."""

    def __init__(self, book: Rulebook, apart: Apart) -> None:
        self._apart = apart
        clauses = book.expression("clause-word")
        self._clause = compiled(rf"[;:]|, (?:{clauses})(?!\w)", re.IGNORECASE)
        self._conjoined = compiled(rf"(?:{clauses})(?!\w)", re.IGNORECASE)
        self._subordinate = compiled(rf" (?:{book.expression('own-clause')})(?!\w)", re.IGNORECASE)
        self._relative = compiled(rf"(?<!\w)(?:{book.expression('relative-pronoun')}) $", re.IGNORECASE)

    def claims(self, match: Match, written: Written) -> Iterator[tuple[Percentage, Claim]]:
        """What a match claims of each figure that its slot {percentage} holds."""
        hit = match.slots.get("percentage")
        if hit is None or not isinstance(hit.record, tuple) or self._is_void(match, hit, written.text):
            return
        named = {slot.start for slot in match.slots.values()}
        starts = {group[0].start for group in written.groups} - named
        crossed = any(match.whole_start <= start < match.whole_end for start in starts)
        weight = (match.rule.priority - CROSSING * crossed, match.whole_start - match.whole_end)
        for slot, value in (*self._arms(match, hit, written), *self._sayings(match, hit, written)):
            for number, figure in enumerate(hit.record):
                one = _share(value, number, len(hit.record))
                if one is not None:
                    yield figure, Claim(slot, one, match.rule, weight)

    def _is_void(self, match: Match, figure: Hit, text: str) -> bool:
        """Whether the words of a match mean something else where they stand: its verb has nothing to be about, or its
        endpoint is another clause's."""
        says, anchor = match.rule.says, match.slots.get("endpoint")
        closed = text[figure.end : figure.end + 1] == ")" and match.whole_end > figure.end + 1
        if closed and says.get("measure") == "change":
            return True
        if says.get("endpoint") == "inside":
            return anchor is not None and self._conjoined.match(text, anchor.start) is not None
        if says.get("endpoint") != "after":
            return False
        if anchor is None:
            return text[match.whole_end : match.whole_end + 1] in _ENDS or _is_name(match, text)
        if self._subordinate.search(text, figure.end, anchor.start):
            return True
        return self._relative.search(text[max(figure.end, anchor.start - 8) : anchor.start]) is not None

    def _arms(self, match: Match, figure: Hit, written: Written) -> Iterator[tuple[str, Any]]:
        """The arms and compared figures that fill slots of a match, still in their groups."""
        for slot in ("arm", "comparator", "other", "pair"):
            hit = match.slots.get(slot)
            if hit is None or hit.record is None:
                continue
            if slot == "pair":
                if len(hit.record.arms) == 2:
                    yield "arm", ArmGroup(hit.start, hit.end, hit.record.arms[:1])
                    yield "comparator", ArmGroup(hit.start, hit.end, hit.record.arms[1:])
            elif slot != "arm" or self._is_own(match, figure, hit, written):
                yield slot, hit.record

    def _is_own(self, match: Match, figure: Hit, arm: Hit, written: Written) -> bool:
        """Whether an arm may be the figure's own: no part of a longer word (“placebo-subtracted”), and nothing keeps
        the two apart where the rule does not know which of two arms is which."""
        if written.text[arm.end : arm.end + 1] == "-" and arm.record.arms[-1].is_control:
            return False
        if _leads_next(figure, arm, written):
            return False
        return not _BESIDE.isdisjoint(match.slots) or not self._is_apart(match, figure, arm, written)

    def _sayings(self, match: Match, figure: Hit, written: Written) -> Iterator[tuple[str, Any]]:
        """What a rule says of endpoint and measure, and of whether the figure is one of a comparison."""
        says = match.rule.says
        crossed = any(match.whole_start < other.start < other.end <= match.whole_end for other in written.others)
        behind = says.get("endpoint") == "after"
        apart = behind and self._is_of_another_clause(match, figure, written)
        if "endpoint" in says and not apart and (says["endpoint"] != "inside" or "endpoint" in match.slots):
            yield "endpoint", _anchor(match)
        if "measure" in says and not (crossed and says["measure"] == "change"):
            yield "measure", (says["measure"], says.get("direction"))
        if "compared" in says:
            yield "compared", bool(says["compared"])

    def _is_of_another_clause(self, match: Match, figure: Hit, written: Written) -> bool:
        """Whether the words of a match behind its figure are those of another clause: “24% of the group, and three
        patients had …”; “…, and 19% of the others had” is none."""
        anchor = _anchor(match)
        place = anchor.start if anchor.slotted else anchor.end
        starts = [group[0].start for group in written.groups]
        return any(
            not (_LISTED.search(clause.group()) and any(0 <= start - clause.end() <= _LIST_STEP for start in starts))
            for clause in self._clause.finditer(written.text, figure.end, place)
        )

    def _is_apart(self, match: Match, figure: Hit, arm: Hit, written: Written) -> bool:
        """Whether an arm is no figure's own, for a word of comparison between them or, where a weak rule ties them, for
        a clause."""
        if self._apart.by_comparison(written.text, (figure.start, figure.end), (arm.start, arm.end), written.times):
            return True
        told_between = any(figure.end <= group[0].start < arm.start for group in written.groups)
        if match.rule.priority >= STRONG or arm.start < figure.end or told_between:
            return False
        has_subject = any(other.end <= figure.start for other in written.arms)
        return self._apart.by_clause(written.text, figure.end, arm.start, has_subject=has_subject)


def _leads_next(figure: Hit, arm: Hit, written: Written) -> bool:
    """Whether an arm in brackets behind a figure is that of the next one: “17% (placebo 3%)”, “44% (placebo: 16%)”."""
    if written.text[figure.end : arm.start].strip() != "(":
        return False
    following = (group[0].start for group in written.groups if group[0].start >= arm.end)
    return _NEXT.fullmatch(written.text, arm.end, next(following, 0)) is not None


def _share(value: Any, number: int, count: int) -> Any:
    """What the figure `number` of `count` in a row has of a group of arms or figures; None where they do not fit."""
    if isinstance(value, ArmGroup):
        if len(value.arms) == count:
            return value.arms[number]
        return value.merged if count == 1 or len(value.arms) == 1 else None
    if isinstance(value, tuple) and value and isinstance(value[0], Percentage):
        return value[number] if len(value) == count else value[0] if len(value) == 1 else None
    return value


def _is_name(match: Match, text: str) -> bool:
    """Whether the last word of a match is a name in capitals that only looks like a verb: “with MET amplification”."""
    word = text[: match.whole_end].rpartition(" ")[2]
    return len(word) > 1 and word.isupper()


def _anchor(match: Match) -> Anchor:
    """Where a rule says that the endpoint's words are."""
    slot = match.slots.get("endpoint")
    side = str(match.rule.says["endpoint"])
    if slot is not None:
        return Anchor(side, slot.start, slot.end, True)
    return Anchor(side, match.whole_start, match.whole_end, False)
