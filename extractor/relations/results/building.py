"""One result as a record, put together slot by slot."""

from __future__ import annotations

import re

from extractor.components.context import DocumentContext
from extractor.model import DrugMention, Percentage, Result
from extractor.relations.results.across import Told
from extractor.relations.results.arms import Arm
from extractor.relations.results.background import Background
from extractor.relations.results.claims import Claim
from extractor.relations.results.drafting import Draft
from extractor.relations.results.statistics import StatisticFinder
from extractor.relations.results.unknown_arms import UNKNOWN
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

_SIGNS: dict[str | None, int] = {"up": 1, "down": -1}

_NAMED = frozenset({"drug", "comparator", "control", "class", UNKNOWN})
"""Kinds of arms that have their own medicine, or none."""

_MEDICINES = frozenset({"drug", "comparator"})
"""Kinds of arms whose own medicine is that of no other group or dose that they are compared with."""

_AND = re.compile(r"^(?:[^.;:]|\.\d)*(?: and |, ?)(?:[^.;:]|\.\d)*$")
"""What stands between two figures of one list."""

NO_MEASURE = "none"
"""What a rule says of the measure of a level that is neither a share nor a change."""

WEAK_MEASURE = 67
"""The priority below which a rule says nothing of a figure's measure that its neighbour in a list does not outweigh."""

LISTED_WITHIN = 60
"""How far apart, in characters, two figures of one list may stand."""


class BuilderWords:
    """What records are put together by, of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        untimed = (book.lexicon(name).rows for name in ("adverse-event", "side-effect", "untimed-endpoint"))
        self.untimed = frozenset(word for rows in untimed for word in rows)
        self.everyone = frozenset(book.lexicon("group-arm").terms(everyone="yes"))
        self.safety = frozenset(book.lexicon("safety-word").rows)
        self.combined = compiled(rf"(?<!\w)(?:{book.expression('combination-word')})(?!\w)", re.IGNORECASE)
        self.statistics = StatisticFinder(book)


class ResultBuilder:
    """Puts one record together, slot by slot."""

    def __init__(
        self,
        context: DocumentContext,
        background: Background,
        told: Told,
        words: BuilderWords,
    ) -> None:
        self._context, self._background, self._told, self._built = context, background, told, words
        self._reading, self._finding, self._endpoint = told.reading, told.finding, told.endpoint

    def result(self) -> Result:
        """The record of the figure."""
        figure = self._finding.figure
        measure, sign = self._measure(figure)
        draft = Draft(self._context.text, figure, self._finding.rule.id, measure, sign)
        self._tell_arm(draft)
        self._tell_comparison(draft, measure, sign)
        self._tell_endpoint(draft)
        self._tell_study(draft)
        self._tell_statistics(draft)
        return draft.result()

    def _measure(self, figure: Percentage) -> tuple[str | None, int]:
        """The measure, and −1 where it is a reduction, else 1."""
        claim = self._reading.best(figure, "measure")
        if claim is None or claim.weight[0] < WEAK_MEASURE:
            claim = self._listed_measure(figure) or self._measure_before() or claim
        kind, direction = claim.value if claim else ("proportion", None)
        if kind == "proportion" and figure.value < 0:
            kind = "change"
        if kind == "difference" and direction is None:
            direction = self._direction(figure)
        if figure.unit == "percentage point":
            kind = "difference"
        return None if kind == NO_MEASURE else kind, -1 if direction == "down" else 1

    def _measure_before(self) -> Claim | None:
        """The measure of what is told again: “…, a fall of 21%. In the others it was 17%”."""
        claim = self._told.measure
        return claim if claim is not None and claim.value[0] == "change" else None

    def _direction(self, figure: Percentage) -> str | None:
        """Up or down, as the strongest rule says that tells it."""
        claims = [c for c in self._reading.claims.get(figure.start, ()) if c.slot == "measure" and c.value[1]]
        return max(claims, key=lambda claim: claim.weight).value[1] if claims else None

    def _listed_measure(self, figure: Percentage) -> Claim | None:
        """The measure of the figure that this one is listed with: “reductions of 83% in the first arm and 79% in the
        other”."""
        before = [other for other in self._reading.figures if other.end <= figure.start]
        if not before:
            return None
        between = self._context.text[before[-1].end : figure.start]
        listed = len(between) <= LISTED_WITHIN and _AND.search(between) is not None
        claim = self._reading.best(before[-1], "measure") if listed else None
        return claim if claim is not None and claim.value[0] == "change" else None

    def _tell_arm(self, draft: Draft) -> None:
        arm = self._finding.arm
        if arm is None:
            return
        topic = None if arm.kind in _NAMED else self._topic_of(arm)
        draft.columns["drug"] = arm.drug if arm.kind in _NAMED else topic.drug if topic else None
        everyone = topic is not None and self._text_of(arm).lower() in self._built.everyone
        named = topic if topic is not None and everyone else arm
        draft.fill("arm", named.start, named.end)

    def _topic_of(self, arm: Arm) -> DrugMention | None:
        """The medicine of a group or dose."""
        other = self._finding.comparator
        topics = self._background.topics
        if self._built.combined.search(self._text_of(arm)):
            return topics.topic(self._finding.figure, topics.asides)
        apart = other is not None and other.kind in _MEDICINES
        compared = {other.drug} if other is not None and other.drug and apart else set()
        return topics.topic(self._finding.figure, compared)

    def _text_of(self, arm: Arm) -> str:
        return self._context.text[arm.start : arm.end]

    def _tell_comparison(self, draft: Draft, measure: str | None, sign: int) -> None:
        comparator, other = self._finding.comparator, self._finding.other
        if comparator is not None:
            draft.fill("comparator", comparator.start, comparator.end)
        if other is not None:
            claim = self._reading.best(other, "measure")
            own = claim.value[1] if claim and claim.weight[0] > 80 and measure != "proportion" else None
            draft.compare(other, _SIGNS.get(own, sign))

    def _tell_endpoint(self, draft: Draft) -> None:
        """The endpoint and its time."""
        if self._endpoint is not None:
            draft.fill("endpoint", self._endpoint.start, self._endpoint.end)
        carried = not self._is_untimed() and (self._finding.arm is None or self._finding.arm.kind != "class")
        times, sentence = self._background.times, self._reading.sentence
        time = times.beside(self._reading, self._finding.figure, carried)
        if time is None and not self._background.studies.tells_of_another(sentence):
            drug, about = draft.columns.get("drug"), self._background.topics.is_about
            time = times.above(sentence, carried, drug if drug is not None and not about(drug) else None)
        if time is None and self._endpoint is not None:
            time = times.opening(self._endpoint)
        if time is not None:
            draft.fill("timepoint", time.start, time.end)

    def _is_untimed(self) -> bool:
        """Whether the endpoint is an adverse event or a risk, or stands in a sentence on adverse events: those are told
        of the whole study, not of a time in it."""
        if self._endpoint is None:
            return False
        words = self._context.text[self._endpoint.start : self._endpoint.end].lower()
        features = self._context.view(self._reading.sentence).features
        return not self._built.safety.isdisjoint(features) or any(
            word.strip("(),") in self._built.untimed for word in words.replace("-", " ").split()
        )

    def _tell_study(self, draft: Draft) -> None:
        if self._finding.arm is not None and self._finding.arm.kind == "class":
            return
        figure, drug, studies = self._finding.figure, draft.columns.get("drug"), self._background.studies
        trial = studies.trial(figure, drug)
        phase = studies.phase(figure, trial, drug)
        draft.tell_study(None if trial is not None and studies.is_one_of_two(figure, trial) else trial, phase)

    def _tell_statistics(self, draft: Draft) -> None:
        """The statistics between this figure and the next head, mostly in the brackets behind it."""
        last = self._finding.other or self._finding.figure
        later = [f.start for f in self._reading.figures if f.start > max(last.end, self._finding.figure.end)]
        end = min([*later, self._reading.sentence.end])
        for statistic in self._built.statistics.find(self._context.text, self._finding.figure.end, end):
            draft.tell(statistic)
