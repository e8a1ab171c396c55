"""What a result takes from around its figure: time point, trial, phase, and the medicine that the article speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.components.context import DocumentContext, Sentence
from extractor.components.trials import PhaseFinder, PhaseMention
from extractor.model import FURNITURE_ZONES, DateExpression, DrugMention, Percentage, TrialMention
from extractor.relations.results.reading import Reading
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import alternatives

SENTENCES_BEFORE = 4
"""How far back, in sentences, a paragraph's medicine is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A slot's words: offsets in the article."""

    start: int
    end: int


class Background:
    """What one article says around its figures."""

    def __init__(self, context: DocumentContext, phases: PhaseFinder, timing: re.Pattern[str]) -> None:
        self._context = context
        self._finder = phases
        self._timing = timing

    def timepoint(self, reading: Reading, figure: Percentage) -> DateExpression | None:
        """The study time of a figure: a duration of its sentence with words of time before it or an outcome behind it; of
        several, the one in the figure's own part of the sentence, else the nearest before, else the nearest."""
        context, sentence = self._context, reading.sentence
        durations = [
            d
            for d in context.within(context.dates, sentence.start, sentence.end)
            if d.type == "DURATION" and self._is_study_time(d)
        ]
        if not durations:
            return None
        return min(durations, key=lambda d: self._distance(reading, figure, d))

    def _is_study_time(self, duration: DateExpression) -> bool:
        text = self._context.text
        before = text[max(0, duration.start - 40) : duration.start]
        return self._timing.search(f"{before}{text[duration.start : duration.end + 25]}") is not None

    def _distance(self, reading: Reading, figure: Percentage, duration: DateExpression) -> tuple[int, int]:
        between = (min(figure.end, duration.end), max(figure.start, duration.start))
        crossed = sum(between[0] <= other.start < between[1] for other in reading.figures)
        return crossed, abs(duration.start - figure.start)

    def trial(self, figure: Percentage) -> TrialMention | None:
        """The trial of a figure: named in its sentence, else before it in its paragraph or list, else the only one that the
        article names (or far the most often)."""
        context = self._context
        sentence = context.sentence_at(figure.start)
        here = context.within(context.trials, sentence.start, sentence.end)
        if here:
            return min(here, key=lambda trial: (trial.start > figure.start, abs(trial.start - figure.start)))
        before = [t for t in context.within(context.trials, 0, sentence.start) if self._same_part(t.start, sentence)]
        return before[-1] if before else self._only_trial

    def _same_part(self, offset: int, sentence: Sentence) -> bool:
        return self._context.sentence_at(offset).paragraph == sentence.paragraph

    @cached_property
    def _only_trial(self) -> TrialMention | None:
        counts = Counter(t.trial for t in self._context.trials if t.zone not in FURNITURE_ZONES)
        if not counts:
            return None
        (name, count), *others = counts.most_common(2)
        clear = not others or count >= 2 * others[0][1]
        return next(t for t in self._context.trials if t.trial == name) if clear else None

    def phase(self, figure: Percentage, trial: TrialMention | None) -> PhaseMention | None:
        """The phase of a figure: the nearest in its sentence, else the trial's, else the last one before it in the
        paragraph, else the only one of the article."""
        sentence = self._context.sentence_at(figure.start)
        here = [p for p in self._phases if sentence.start <= p.start < sentence.end]
        if here:
            return min(here, key=lambda p: abs(p.start - figure.start))
        if trial is not None and trial.phase is not None:
            return PhaseMention(trial.start, trial.end, trial.phase)
        before = [p for p in self._phases if p.start < sentence.start and self._same_part(p.start, sentence)]
        return before[-1] if before else self._only_phase

    @cached_property
    def _phases(self) -> list[PhaseMention]:
        return self._finder.find(self._context.text)

    @cached_property
    def _only_phase(self) -> PhaseMention | None:
        phases = {p.phase for p in self._phases if self._context.zone_at(p.start) not in FURNITURE_ZONES}
        return next(p for p in self._phases if p.phase in phases) if len(phases) == 1 else None

    def topic(self, figure: Percentage, controls: Sequence[str] = ()) -> DrugMention | None:
        """The medicine that a figure without an arm is about: the last one named before it in its paragraph, else the
        article's. A medicine that is a comparator elsewhere (`controls`) is none."""
        context = self._context
        sentence = context.sentence_at(figure.start)
        near = [
            drug
            for drug in context.within(context.drugs, 0, figure.start)
            if self._same_part(drug.start, sentence) and drug.drug not in controls
        ]
        main = self._main_drug
        if near:
            own = [drug for drug in near if main is not None and drug.drug == main.drug]
            return (own or near)[-1]
        before = [drug for drug in context.within(context.drugs, 0, figure.start) if main and drug.drug == main.drug]
        return before[-1] if before else main

    @cached_property
    def _main_drug(self) -> DrugMention | None:
        """The first mention of the medicine that the article names most often, outside of its furniture."""
        counts = Counter(drug.drug for drug in self._context.drugs if drug.zone not in FURNITURE_ZONES)
        if not counts:
            return None
        name = counts.most_common(1)[0][0]
        return next(drug for drug in self._context.drugs if drug.drug == name)


def timing_expression(book: Rulebook) -> re.Pattern[str]:
    """Words that make a duration a time point: before it (“at”, “after”), or behind it (“survival”, “follow-up”)."""
    words = alternatives(book.lexicon("timepoint-cue").rows)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
