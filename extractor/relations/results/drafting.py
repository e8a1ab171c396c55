"""A result on its way: the columns told so far, and where the words stand that fill its slots."""

from __future__ import annotations

from typing import Any

from extractor.components.phases import PhaseMention
from extractor.model import Percentage, Result, ResultSpan, TrialMention, record_id
from extractor.relations.results.statistics import Statistic


class Draft:
    """The result that a figure heads, by a rule; `sign` is −1 for the measure of a reduction, else 1."""

    def __init__(self, text: str, figure: Percentage, rule: str, measure: str | None, sign: int) -> None:
        self._text, self._figure = text, figure
        self._spans: list[ResultSpan] = []
        self.columns: dict[str, Any] = {"rule": rule, "value": signed(figure.value, sign), "measure": measure}

    def note(self, slot: str, start: int, end: int) -> str:
        """The words at these offsets, noted as those of a slot."""
        self._spans.append(ResultSpan(slot=slot, start=start, end=end))
        return self._text[start:end]

    def fill(self, slot: str, start: int, end: int) -> None:
        """Fills the column of a slot with the words at these offsets."""
        self.columns[slot] = self.note(slot, start, end)

    def compare(self, other: Percentage, sign: int) -> None:
        """Fills the value of the comparator."""
        self.columns["comparator_value"] = signed(other.value, sign)
        self.note("comparator_value", other.start, other.end)

    def tell_study(self, trial: TrialMention | None, phase: PhaseMention | None) -> None:
        """Fills what is known of the study."""
        if trial is not None:
            self.columns["trial"] = trial.trial
            self.note("trial", trial.start, trial.end)
        if phase is not None:
            self.columns["phase"] = phase.phase
            self.note("phase", phase.start, phase.end)

    def tell(self, statistic: Statistic) -> None:
        """Fills the columns of a statistic."""
        self.columns |= statistic.columns
        self.note(statistic.slot, statistic.start, statistic.end)

    def result(self) -> Result:
        """The record."""
        figure = self._figure
        return Result(
            id=record_id(figure.document_id, "results", figure.start, figure.end),
            document_id=figure.document_id,
            percentage_id=figure.id,
            sign=figure.comparator,
            spans=tuple(self._spans),
            **self.columns,
        )


def signed(value: float, sign: int) -> float:
    """A reduction is negative, unless the text writes the minus sign itself."""
    return value if sign > 0 or value <= 0 else -value
