"""What a result takes from around its figure: time point, trial, phase, and the medicine that the article speaks of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from extractor.components.context import DocumentContext, Sentence
from extractor.components.trials import PhaseFinder, PhaseMention
from extractor.model import FURNITURE_ZONES, DateExpression, DrugMention, Percentage, TrialMention
from extractor.relations.results.arms import Arm
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


class BackgroundWords:
    """The words by which a background is read, of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        self.phases = PhaseFinder(book)
        cues = alternatives(book.lexicon("timepoint-cue").rows)
        self.timing = re.compile(rf"(?<!\w)(?:{cues})(?!\w)", re.IGNORECASE)
        compared = alternatives(book.lexicon("compared-with").rows)
        self.compared = re.compile(rf"(?<!\w)(?:{compared})(?: [a-z]+){{0,2}} $", re.IGNORECASE)


class Background:
    """What one article says around its figures."""

    def __init__(self, context: DocumentContext, words: BackgroundWords) -> None:
        self._context = context
        self._finder = words.phases
        self._timing = words.timing
        self._compared = words.compared

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

    @cached_property
    def controls(self) -> frozenset[str]:
        """The medicines that the article compares others with: those named right behind a word of comparison."""
        main = self.main_drug
        text = self._context.text
        compared = {
            drug.drug
            for drug in self._context.drugs
            if self._compared.search(text[max(0, drug.start - 40) : drug.start])
        }
        return frozenset(compared - {main.drug if main else ""})

    def topic(self, figure: Percentage) -> DrugMention | None:
        """The medicine that a figure without an arm is about: the article's where its paragraph names it or none before the
        figure, else the last one named there. Comparators are none."""
        context = self._context
        sentence = context.sentence_at(figure.start)
        before = [drug for drug in context.within(context.drugs, 0, figure.start) if drug.drug not in self.controls]
        near = [drug for drug in before if self._same_part(drug.start, sentence)]
        main = self.main_drug
        own = [drug for drug in near or before if main is not None and drug.drug == main.drug]
        return (own or near or [main])[-1]

    def topic_arm(self, figure: Percentage) -> Arm | None:
        """The arm of the `topic`."""
        topic = self.topic(figure)
        return Arm(topic.start, topic.end, topic.end, "drug", topic.drug) if topic else None

    @cached_property
    def main_drug(self) -> DrugMention | None:
        """The first mention of the medicine that the article names most often, outside of its furniture."""
        counts = Counter(drug.drug for drug in self._context.drugs if drug.zone not in FURNITURE_ZONES)
        if not counts:
            return None
        name = counts.most_common(1)[0][0]
        return next(drug for drug in self._context.drugs if drug.drug == name)
