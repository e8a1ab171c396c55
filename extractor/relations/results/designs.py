"""What a study compares, as sentences without figures say: “PFS was longer with X than with docetaxel”, “patients were
randomized to X or placebo”. Figures told later without arms are those of these arms, in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.components.context import DocumentContext, Sentence
from extractor.relations.results.apart import Apart
from extractor.relations.results.arms import Arm, ArmFinder, ArmGroup
from extractor.rulebook import Rulebook
from extractor.rulebook.beginnings import WHOLE_WORDS, Beginnings, matches_at
from extractor.rulebook.prepared import compiled

REACH = 60
"""How far before the first arm the word may stand that gives patients to it, in characters: “randomly assigned 2:1 to
receive 10 mg of …”."""
BESIDE = 25
"""How far behind the word that sets it beside the first the second arm may start, in characters."""


@dataclass(frozen=True)
class Design:
    """The arms that a study sets side by side, in the order of the text, and which of them is the control."""

    arms: tuple[Arm, ...]
    control: Arm


class DesignReader:
    """Reads designs with the rules in force; `arms` finds the arms that a sentence names."""

    def __init__(self, book: Rulebook, arms: ArmFinder, apart: Apart) -> None:
        self._arms, self._apart = arms, apart
        given, comparing = book.expression("allocation-word"), book.expression("comparing-verb")
        self._cue = compiled(rf"(?<!\w)(?:{given}|{comparing}|{apart.cue.pattern})(?!\w)")
        self._beginnings = Beginnings([self._cue], lowered=True, length=WHOLE_WORDS)
        self._given = compiled(rf"(?<!\w)(?:{given})(?!\w)", re.IGNORECASE)
        self._comparing = compiled(rf"(?<!\w)(?:{comparing})(?!\w)", re.IGNORECASE)
        self._beside = compiled(rf"(?<![\w-])(?:{book.expression('set-beside')})(?![\w-])", re.IGNORECASE)

    def designs(
        self, context: DocumentContext, end: int, drug: str, controls: Set[str] = frozenset()
    ) -> dict[int, Design]:
        """The designs of studies of `drug` that the sentences before the offset `end` tell, by the numbers of those
        that have no percentage; `controls` are medicines that others are compared with."""
        places = [place for place in context.places(self._beginnings) if place < end]
        cues = matches_at(self._cue, context.lowered, places)
        designs: dict[int, Design] = {}
        for sentence in dict.fromkeys(context.sentence_at(cue.start()) for cue in cues):
            named = any(mention.drug == drug for mention in context.within(context.drugs, sentence.start, sentence.end))
            if named and not context.within(context.percentages, sentence.start, sentence.end):
                design = self._read(context, sentence, drug, controls)
                designs.update({sentence.number: design} if design else {})
        return designs

    def _read(self, context: DocumentContext, sentence: Sentence, drug: str, controls: Set[str]) -> Design | None:
        """The design that a sentence tells; None where it tells none, or not which arm is the control."""
        text, start, end = context.text, sentence.start, sentence.end
        verb = self._comparing.search(text, start, end)
        given = self._given.search(text, start, end)
        arms = self._behind_verb(context, verb.end(), end, controls) if verb else ()
        if not arms:
            groups = self._arms.find(context, start, end, controls=controls)
            arms = (self._given_to(groups, given.end()) if given else ()) or self._compared(text, groups)
        return _design(arms, drug)

    def _behind_verb(self, context: DocumentContext, start: int, end: int, controls: Set[str]) -> tuple[Arm, ...]:
        """“compared X with Y”: the arms before and behind the first word that sets them side by side."""
        for beside in self._beside.finditer(context.text, start, end):
            second = self._arms.find(context, beside.end(), end, controls=controls)
            if second and second[0].start - beside.end() <= BESIDE:
                first = self._arms.find(context, start, beside.start(), controls=controls)
                if first and beside.start() - first[-1].end <= BESIDE:
                    return (first[-1].merged, second[0].merged)
        return ()

    def _given_to(self, groups: Sequence[ArmGroup], start: int) -> tuple[Arm, ...]:
        """“randomized to X, Y or placebo”: the arms that stand together behind the word."""
        behind = next((group for group in groups if group.start >= start), None)
        return behind.arms if behind is not None and behind.start - start <= REACH and len(behind.arms) > 1 else ()

    def _compared(self, text: str, groups: Sequence[ArmGroup]) -> tuple[Arm, ...]:
        """Two arms with a word of comparison between them, or before the first: “compared with placebo, X …”."""
        for first, second in pairwise(groups):
            if self._apart.by_comparison(text, (first.start, first.end), (second.start, second.end), ()):
                return (first.merged, second.merged)
        if len(groups) > 1 and self._apart.is_compared(text, groups[0].start):
            return (groups[1].merged, groups[0].merged)
        return ()


def _design(arms: Sequence[Arm], drug: str) -> Design | None:
    """The design of these arms: the control is a control by its name, or the one that does not hold `drug`."""
    controls = [arm for arm in arms if arm.is_control] or [arm for arm in arms if arm.drug not in (None, drug)]
    if len(arms) < 2 or len(controls) != 1 or all(arm.drug != drug for arm in arms if arm not in controls):
        return None
    control = controls[0] if controls[0].is_control else replace(controls[0], kind="comparator")
    return Design(tuple(control if arm == controls[0] else arm for arm in arms), control)
