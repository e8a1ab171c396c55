"""A sentence as the rules of the family `results` read it: what they claim of each of its figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext, Sentence
from extractor.model import Percentage
from extractor.relations.leads import lead_of
from extractor.relations.results.apart import Apart
from extractor.relations.results.arms import Arm, ArmFinder, ArmGroup
from extractor.relations.results.unknown_arms import UnknownArms
from extractor.relations.results.views import results_view, statistics_shape
from extractor.rulebook import Hit, LineMatcher, Match, Rule, Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

UNKNOWN_ARM = "results.unknown-arm"
"""The rule for arms with names that no rule knows."""

_BESIDE = frozenset({"comparator", "other", "pair"})
"""The slots of rules that know which of two arms is which."""

_ENDS = frozenset(".,;:")
"""Signs behind a verb that leave nothing for it to be about."""

DEFAULT_PRIORITY = 50
"""The priority of a rule that says nothing of it."""

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
class Reading:
    """A sentence with its figures (percentages that may head a result), arms, what rules claim of each figure, and the
    offsets of the dates, durations and rates in it."""

    sentence: Sentence
    figures: tuple[Percentage, ...]
    groups: tuple[tuple[Percentage, ...], ...]
    arms: tuple[ArmGroup, ...]
    claims: dict[int, list[Claim]]
    times: tuple[tuple[int, int], ...]

    def best(self, figure: Percentage, slot: str, counts: Callable[[Claim], bool] = lambda claim: True) -> Claim | None:
        """The claim of the greatest weight for a slot of a figure, of those that count."""
        claims = [claim for claim in self.claims.get(figure.start, ()) if claim.slot == slot and counts(claim)]
        return max(claims, key=lambda claim: claim.weight, default=None)

    def every_arm(self) -> list[Arm]:
        """The arms one by one, in the order of the text."""
        return [arm for group in self.arms for arm in group.arms]

    def group_of(self, figure: Percentage) -> tuple[Percentage, ...]:
        """The figures that stand in a row with this one."""
        return next(group for group in self.groups if figure in group)


@dataclass(frozen=True)
class _Written:
    """What stands in a sentence, for what its rules claim: `others` are percentages that head no result."""

    text: str
    groups: Sequence[tuple[Percentage, ...]]
    others: Sequence[Percentage]
    arms: Sequence[ArmGroup]
    times: tuple[tuple[int, int], ...]


class SentenceReader:
    """Reads sentences with the rules in force."""

    def __init__(self, book: Rulebook, vocab: Vocab) -> None:
        rules = tuple(_with_arms(rule) for rule in book.family("results"))
        self._matcher = LineMatcher(rules, book.lexicons, vocab)
        self._arms = ArmFinder(book)
        self._unknown = UnknownArms(book)
        self._statistics = statistics_shape(book)
        self._by_name = next((rule for rule in rules if rule.id == UNKNOWN_ARM), None)
        self._apart = Apart(book)
        clauses = alternatives(book.lexicon("clause-word").rows)
        self._clause = compiled(rf"[;:]|, (?:{clauses})(?!\w)", re.IGNORECASE)
        self._conjoined = compiled(rf"(?:{clauses})(?!\w)", re.IGNORECASE)
        self._relative = compiled(rf"(?<!\w)(?:{alternatives(book.lexicon('relative-pronoun').rows)}) $", re.IGNORECASE)
        about = alternatives(book.lexicon("about-word").rows)
        self._listed = compiled(rf"(?:,? (?:and|or) |, ?| ?/ ?| & )(?:(?:{about}) )?\s*", re.IGNORECASE)

    def read(
        self,
        context: DocumentContext,
        sentence: Sentence,
        figures: Sequence[Percentage],
        controls: Set[str] = frozenset(),
    ) -> Reading:
        """What the rules say of the `figures` of a sentence; `controls` are medicines that others are compared with."""
        others = [p for p in context.within(context.percentages, sentence.start, sentence.end) if p not in figures]
        doses = [p for p in others if p.role == "dose"]
        arms = self._arms.find(context, sentence.start, sentence.end, doses, controls)
        groups = list(self._in_rows(context.text, figures))
        view = results_view(context, sentence, arms, groups, others, self._statistics)
        times = tuple((date.start, date.end) for date in context.within(context.dates, sentence.start, sentence.end))
        written = _Written(context.text, groups, others, arms, times)
        claims: dict[int, list[Claim]] = {}
        for match in self._matcher.matches(view):
            for figure, claim in self._claims(match, written):
                claims.setdefault(figure.start, []).append(claim)
        for figure, claim in self._unknown_arms(context, figures, arms):
            claims.setdefault(figure.start, []).append(claim)
        return Reading(sentence, tuple(figures), tuple(groups), tuple(arms), claims, times)

    def comparator_above(
        self, context: DocumentContext, sentence: Sentence, controls: Set[str] = frozenset()
    ) -> Arm | None:
        """The arm with which the line above a list compares all its items (“Compared with placebo, patients had:”)."""
        lead = lead_of(context, sentence)
        if lead is None or not self._apart.cue.search(context.text, lead.start, lead.end):
            return None
        arms = self._arms.find(context, lead.start, lead.end, controls=controls)
        compared = (group.arms[0] for group in arms if self._apart.is_compared(context.text, group.start))
        return next(compared, None)

    def _unknown_arms(
        self, context: DocumentContext, figures: Sequence[Percentage], arms: Sequence[ArmGroup]
    ) -> Iterator[tuple[Percentage, Claim]]:
        """The arms of figures by names that no rule knows."""
        rule = self._by_name
        if rule is None:
            return
        for figure in figures:
            unknown = self._unknown.behind(context, figure)
            if unknown is None and self._apart.is_compared(context.text, figure.start):
                unknown = self._unknown.compared(context, figure)
            if unknown is not None and not any(unknown.start < arm.end and arm.start < unknown.end for arm in arms):
                weight = (int(rule.says.get("priority", DEFAULT_PRIORITY)), figure.end - unknown.end)
                yield figure, Claim("arm", unknown, rule, weight)

    def _in_rows(self, text: str, figures: Iterable[Percentage]) -> Iterator[tuple[Percentage, ...]]:
        """The figures in runs with nothing but a comma, “and” or words like “about” between them."""
        run: list[Percentage] = []
        for figure in figures:
            if run and not self._listed.fullmatch(text[run[-1].end : figure.start]):
                yield tuple(run)
                run = []
            run.append(figure)
        if run:
            yield tuple(run)

    def _claims(self, match: Match, written: _Written) -> Iterator[tuple[Percentage, Claim]]:
        hit = match.slots.get("percentage")
        if hit is None or not isinstance(hit.record, tuple):
            return
        named = {slot.start for slot in match.slots.values()}
        starts = {group[0].start for group in written.groups} - named
        crossed = any(match.whole_start <= start < match.whole_end for start in starts)
        priority = int(match.rule.says.get("priority", DEFAULT_PRIORITY)) - CROSSING * crossed
        weight = (priority, match.whole_start - match.whole_end)
        for slot, value in self._values(match, written):
            for number, figure in enumerate(hit.record):
                one = _share(value, number, len(hit.record))
                if one is not None:
                    yield figure, Claim(slot, one, match.rule, weight)

    def _values(self, match: Match, written: _Written) -> Iterator[tuple[str, Any]]:
        """The slots that a match fills: arms and figures still in their groups."""
        says, text = match.rule.says, written.text
        figure = match.slots["percentage"]
        behind = says.get("endpoint") == "after"
        closed = text[figure.end : figure.end + 1] == ")" and match.whole_end > figure.end + 1
        if closed and says.get("measure") == "change":
            return
        anchor = match.slots.get("endpoint")
        if says.get("endpoint") == "inside" and anchor is not None and self._conjoined.match(text, anchor.start):
            return
        if (
            behind
            and anchor is None
            and (text[match.whole_end : match.whole_end + 1] in _ENDS or _is_name(match, text))
        ):
            return
        relative = behind and anchor is not None and text[max(figure.end, anchor.start - 8) : anchor.start]
        if relative and self._relative.search(relative):
            return
        for slot in ("arm", "comparator", "other", "pair"):
            hit = match.slots.get(slot)
            if hit is None or hit.record is None:
                continue
            if slot == "arm" and text[hit.end : hit.end + 1] == "-" and hit.record.arms[-1].is_control:
                continue
            alone = slot == "arm" and _BESIDE.isdisjoint(match.slots)
            if alone and self._is_apart(match, hit, written):
                continue
            if slot == "pair":
                if len(hit.record.arms) == 2:
                    yield "arm", ArmGroup(hit.start, hit.end, hit.record.arms[:1])
                    yield "comparator", ArmGroup(hit.start, hit.end, hit.record.arms[1:])
                continue
            yield slot, hit.record
        crossed = any(match.whole_start < other.start < other.end <= match.whole_end for other in written.others)
        apart = behind and self._clause.search(text, figure.end, _anchor(match).start) is not None
        if "endpoint" in says and not apart and (says["endpoint"] != "inside" or "endpoint" in match.slots):
            yield "endpoint", _anchor(match)
        if "measure" in says and not (crossed and says["measure"] == "change"):
            yield "measure", (says["measure"], says.get("direction"))
        if "compared" in says:
            yield "compared", bool(says["compared"])

    def _is_apart(self, match: Match, arm: Hit, written: _Written) -> bool:
        """Whether an arm is no figure's own, for a word of comparison between them or, where a weak rule ties them, for
        a clause."""
        figure = match.slots["percentage"]
        if self._apart.by_comparison(written.text, (figure.start, figure.end), (arm.start, arm.end), written.times):
            return True
        told_between = any(figure.end <= group[0].start < arm.start for group in written.groups)
        if int(match.rule.says.get("priority", DEFAULT_PRIORITY)) >= STRONG or arm.start < figure.end or told_between:
            return False
        has_subject = any(other.end <= figure.start for other in written.arms)
        return self._apart.by_clause(written.text, figure.end, arm.start, has_subject=has_subject)


def _with_arms(rule: Rule) -> Rule:
    """In this family a medicine stands for its whole arm: `{drug}` means `{arm}`."""
    patterns = tuple(
        re.sub(r"\{(?:(\w+):)?drug\}", lambda m: f"{{{m[1] or 'arm'}:arm}}", pattern)
        if isinstance(pattern, str)
        else pattern
        for pattern in rule.patterns
    )
    return replace(rule, patterns=patterns)


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
    slot = match.slots.get("endpoint")
    side = str(match.rule.says["endpoint"])
    if slot is not None:
        return Anchor(side, slot.start, slot.end, True)
    return Anchor(side, match.whole_start, match.whole_end, False)
