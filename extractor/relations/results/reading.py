"""A sentence as the rules of the family `results` read it: what they claim of each of its figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext, Sentence
from extractor.model import Percentage
from extractor.relations.leads import lead_of
from extractor.relations.results.apart import Apart
from extractor.relations.results.arms import Arm, ArmFinder, ArmGroup
from extractor.relations.results.claims import Claim, ClaimReader, Written
from extractor.relations.results.designs import Design, DesignReader
from extractor.relations.results.unknown_arms import UnknownArms
from extractor.relations.results.views import results_view, statistics_shape
from extractor.rulebook import LineMatcher, Rule, Rulebook
from extractor.rulebook.prepared import compiled

UNKNOWN_ARM = "results.unknown-arm"
"""The rule for arms with names that no rule knows."""


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


class SentenceReader:
    """Reads sentences with the rules in force."""

    def __init__(self, book: Rulebook, vocab: Vocab) -> None:
        rules = tuple(_with_arms(rule) for rule in book.family("results"))
        self._matcher = LineMatcher(rules, book.lexicons, vocab)
        self._arms = ArmFinder(book)
        self._unknown = UnknownArms(book)
        self._statistics = statistics_shape(book)
        self._bracketed = compiled(rf" ?(?:{self._statistics.pattern})")
        self._by_name = next((rule for rule in rules if rule.id == UNKNOWN_ARM), None)
        self._apart = Apart(book)
        self._claims = ClaimReader(book, self._apart)
        self._designs = DesignReader(book, self._arms, self._apart)
        about = book.expression("about-word")
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
        written = Written(context.text, groups, others, arms, times)
        claims: dict[int, list[Claim]] = {}
        for match in self._matcher.matches(view):
            for figure, claim in self._claims.claims(match, written):
                claims.setdefault(figure.start, []).append(claim)
        for figure, claim in self._unknown_arms(context, figures, arms):
            claims.setdefault(figure.start, []).append(claim)
        return Reading(sentence, tuple(figures), tuple(groups), tuple(arms), claims, times)

    def designs(
        self, context: DocumentContext, end: int, drug: str, controls: Set[str] = frozenset()
    ) -> dict[int, Design]:
        """What sentences without figures before the offset `end` say of the arms that studies of `drug` compare, by the
        numbers of these sentences."""
        return self._designs.designs(context, end, drug, controls)

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
                weight = (rule.priority, figure.end - unknown.end)
                yield figure, Claim("arm", unknown, rule, weight)

    def _in_rows(self, text: str, figures: Iterable[Percentage]) -> Iterator[tuple[Percentage, ...]]:
        """The figures in runs with nothing but a comma, “and”, words like “about” or statistics in brackets between
        them."""
        run: list[Percentage] = []
        for figure in figures:
            if run and not self._listed.fullmatch(self._bracketed.sub("", text[run[-1].end : figure.start])):
                yield tuple(run)
                run = []
            run.append(figure)
        if run:
            yield tuple(run)


def _with_arms(rule: Rule) -> Rule:
    """In this family a medicine stands for its whole arm: `{drug}` means `{arm}`."""
    patterns = tuple(
        re.sub(r"\{(?:(\w+):)?drug\}", lambda m: f"{{{m[1] or 'arm'}:arm}}", pattern)
        if isinstance(pattern, str)
        else pattern
        for pattern in rule.patterns
    )
    return replace(rule, patterns=patterns)
