"""One result as a record, put together slot by slot."""

from __future__ import annotations

import re
from typing import Any

from extractor.components.context import DocumentContext
from extractor.model import Percentage, Result, ResultSpan, record_id
from extractor.relations.results.arms import Arm
from extractor.relations.results.background import Background
from extractor.relations.results.phrases import Phrase
from extractor.relations.results.reading import Claim, Reading
from extractor.relations.results.rows import Finding
from extractor.relations.results.statistics import StatisticFinder
from extractor.relations.results.unknown_arms import UNKNOWN
from extractor.rulebook import Rulebook

_SIGNS: dict[str | None, int] = {"up": 1, "down": -1}

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
        self.safety = frozenset(book.lexicon("safety-word").rows)
        self.statistics = StatisticFinder(book)


class ResultBuilder:
    """Puts one record together, slot by slot."""

    def __init__(
        self,
        context: DocumentContext,
        reading: Reading,
        background: Background,
        finding: Finding,
        endpoint: Phrase | None,
        words: BuilderWords,
    ) -> None:
        self._context, self._reading, self._background = context, reading, background
        self._finding, self._endpoint, self._built = finding, endpoint, words
        self._spans: list[ResultSpan] = []

    def result(self) -> Result:
        figure = self._finding.figure
        measure, sign = self._measure(figure)
        fields: dict[str, Any] = {
            "id": record_id(figure.document_id, "results", figure.start, figure.end),
            "document_id": figure.document_id,
            "percentage_id": figure.id,
            "rule": self._finding.rule.id,
            "value": _signed(figure.value, sign),
            "sign": figure.comparator,
            "measure": measure,
            **(arm := self._arm()),
            **self._comparison(measure, sign),
            **self._words(),
            **self._trial(arm.get("drug")),
            **self._statistics(),
        }
        return Result(**fields, spans=tuple(self._spans))

    def _measure(self, figure: Percentage) -> tuple[str | None, int]:
        claim = self._reading.best(figure, "measure")
        if claim is None or claim.weight[0] < WEAK_MEASURE:
            claim = self._listed_measure(figure) or claim
        kind, direction = claim.value if claim else ("proportion", None)
        if kind == "proportion" and figure.value < 0:
            kind = "change"
        if kind == "difference" and direction is None:
            direction = self._direction(figure)
        if figure.unit == "percentage point":
            kind = "difference"
        return None if kind == NO_MEASURE else kind, -1 if direction == "down" else 1

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

    def _words_of(self, slot: str, start: int, end: int) -> str:
        self._spans.append(ResultSpan(slot=slot, start=start, end=end))
        return self._context.text[start:end]

    def _arm(self) -> dict[str, Any]:
        arm = self._finding.arm
        if arm is None:
            return {}
        return {"drug": self._drug_of(arm), "arm": self._words_of("arm", arm.start, arm.end)}

    def _drug_of(self, arm: Arm) -> str | None:
        if arm.kind in ("drug", "comparator", "control", "class", UNKNOWN):
            return arm.drug
        topic = self._background.topics.topic(self._finding.figure)
        other = self._finding.comparator
        compared = topic is not None and other is not None and other.kind in _MEDICINES and other.drug == topic.drug
        return topic.drug if topic is not None and not compared else None

    def _comparison(self, measure: str | None, sign: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        comparator, other = self._finding.comparator, self._finding.other
        if comparator is not None:
            fields["comparator"] = self._words_of("comparator", comparator.start, comparator.end)
        if other is not None:
            claim = self._reading.best(other, "measure")
            own = claim.value[1] if claim and claim.weight[0] > 80 and measure != "proportion" else None
            fields["comparator_value"] = _signed(other.value, _SIGNS.get(own, sign))
            self._words_of("comparator_value", other.start, other.end)
        return fields

    def _words(self) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if self._endpoint is not None:
            fields["endpoint"] = self._words_of("endpoint", self._endpoint.start, self._endpoint.end)
        carried = not self._is_untimed() and (self._finding.arm is None or self._finding.arm.kind != "class")
        time = self._background.times.timepoint(self._reading, self._finding.figure, carried)
        if time is not None:
            fields["timepoint"] = self._words_of("timepoint", time.start, time.end)
        return fields

    def _is_untimed(self) -> bool:
        """Whether the endpoint is an adverse event or a risk, or stands in a sentence on adverse events: those are told of
        the whole study, not of a time in it."""
        if self._endpoint is None:
            return False
        words = self._context.text[self._endpoint.start : self._endpoint.end].lower()
        features = self._context.view(self._reading.sentence).features
        return not self._built.safety.isdisjoint(features) or any(
            word.strip("(),") in self._built.untimed for word in words.replace("-", " ").split()
        )

    def _trial(self, drug: str | None) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if self._finding.arm is not None and self._finding.arm.kind == "class":
            return fields
        trial = self._background.studies.trial(self._finding.figure, drug)
        if trial is not None:
            fields["trial"] = trial.trial
            self._words_of("trial", trial.start, trial.end)
        phase = self._background.studies.phase(self._finding.figure, trial, drug)
        if phase is not None:
            fields["phase"] = phase.phase
            self._words_of("phase", phase.start, phase.end)
        return fields

    def _statistics(self) -> dict[str, Any]:
        """The statistics between this figure and the next head, mostly in the brackets behind it."""
        fields: dict[str, Any] = {}
        last = self._finding.other or self._finding.figure
        later = [f.start for f in self._reading.figures if f.start > max(last.end, self._finding.figure.end)]
        end = min([*later, self._reading.sentence.end])
        for statistic in self._built.statistics.find(self._context.text, self._finding.figure.end, end):
            fields.update(statistic.columns)
            self._words_of(statistic.slot, statistic.start, statistic.end)
        return fields


def _signed(value: float, sign: int) -> float:
    """A reduction is negative, unless the text writes the minus sign itself."""
    return value if sign > 0 or value <= 0 else -value
