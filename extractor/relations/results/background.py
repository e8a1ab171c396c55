"""What a result takes from around its figure: time point, trial, phase, and the medicine that the article speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from extractor.components.context import DocumentContext, Sentence
from extractor.components.trials import PhaseFinder, PhaseMention
from extractor.model import FURNITURE_ZONES, DateExpression, DrugMention, Percentage, TrialMention
from extractor.relations.leads import lead_of
from extractor.relations.results.arms import Arm
from extractor.relations.results.reading import Reading
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import alternatives

HEADLINE = "headline"
HEADLINE_BONUS, LEAD_BONUS = 6, 2
LEAD_SENTENCES = 6
"""How much more a name counts in the headline, and once among the first sentences, than elsewhere."""

MANY = 3
"""How many medicines an article must name before each part of it may be about another one."""

M = TypeVar("M", DrugMention, TrialMention)


@dataclass(frozen=True, slots=True)
class Place:
    """A slot's words: offsets in the article."""

    start: int
    end: int


class BackgroundWords:
    """The words by which a background is read, of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        self.phases = PhaseFinder(book)
        before = alternatives(book.lexicon("timepoint-before").rows)
        after = alternatives(book.lexicon("timepoint-after").rows)
        about = alternatives(book.lexicon("about-word").rows)
        self.before = re.compile(rf"(?<!\w)(?:{before})(?: (?:the|its|full|first|{about}))*[ (-]*$", re.IGNORECASE)
        self.after = re.compile(rf"[ -](?:\w+[ -]){{0,2}}?(?:{after})(?!\w)", re.IGNORECASE)
        self.point = re.compile(r"[^\W\d]+[ -]\d", re.IGNORECASE)
        studies = alternatives(book.lexicon("trial-nouns").rows)
        others = alternatives(book.lexicon("indefinite-study").rows)
        self.other_study = re.compile(rf"(?<!\w)(?:{others}) (?:[\w/,-]+ ){{0,5}}?(?:{studies})(?!\w)", re.IGNORECASE)
        compared = alternatives(book.lexicon("compared-with").rows)
        self.compared = re.compile(rf"(?<!\w)(?:{compared})(?: [^ ,.;:]+){{0,4}} \(?$", re.IGNORECASE)


class Background:
    """What one article says around its figures."""

    def __init__(self, context: DocumentContext, words: BackgroundWords) -> None:
        self._context = context
        self._finder = words.phases
        self._before, self._after, self._point = words.before, words.after, words.point
        self._compared = words.compared
        self._other_study = words.other_study

    def timepoint(self, reading: Reading, figure: Percentage, carried: bool) -> DateExpression | None:
        """The study time of a figure: in its sentence, the one with the fewest figures between, then the nearest; else
        in the line that leads its list in; else, if it may be `carried` over, the last one before it in its
        paragraph."""
        context, sentence = self._context, reading.sentence
        times = self._times(sentence)
        if times:
            return min(times, key=lambda time: self._distance(reading, figure, time))
        lead = lead_of(context, sentence)
        if lead is not None and self._times(lead):
            return self._times(lead)[-1]
        if not carried:
            return None
        earlier = [s for s in context.sentences[: sentence.number] if s.paragraph == sentence.paragraph]
        return next((self._times(s)[-1] for s in reversed(earlier) if self._times(s)), None)

    def _times(self, sentence: Sentence) -> list[DateExpression]:
        """The durations of a sentence that are times of a study."""
        dates = self._context.within(self._context.dates, sentence.start, sentence.end)
        return [date for date in dates if date.type == "DURATION" and self._is_study_time(date)]

    def _is_study_time(self, duration: DateExpression) -> bool:
        text = self._context.text
        before = text[max(0, duration.start - 30) : duration.start]
        point = self._point.match(duration.text) is not None
        after = self._after.match(text, duration.end)
        return point or self._before.search(before) is not None or after is not None

    def _distance(self, reading: Reading, figure: Percentage, duration: DateExpression) -> tuple[int, int]:
        between = (min(figure.end, duration.end), max(figure.start, duration.start))
        crossed = sum(between[0] <= other.start < between[1] for other in reading.figures)
        return crossed, abs(duration.start - figure.start)

    def trial(self, figure: Percentage, drug: str | None) -> TrialMention | None:
        """The trial of a figure: named in its sentence, else before it in its paragraph, else the one that the article
        is about, where the figure is about the article's medicine and no other study is introduced before it."""
        context = self._context
        sentence = context.sentence_at(figure.start)
        here = context.within(context.trials, sentence.start, sentence.end)
        if here:
            return min(here, key=lambda trial: (trial.start > figure.start, abs(trial.start - figure.start)))
        part = [s for s in context.sentences[: sentence.number + 1] if s.paragraph == sentence.paragraph]
        for earlier in reversed(part):
            named = context.within(context.trials, earlier.start, earlier.end)
            if named:
                return named[-1]
            if self._other_study.search(context.text, earlier.start, earlier.end):
                return None
        main = self.main_trial
        return main if main is not None and self._tests(main.trial, drug) else None

    def _tests(self, trial: str, drug: str | None) -> bool:
        """Whether a paragraph of the article names a trial together with a medicine."""
        if drug is None:
            return True
        parts = {self._context.sentence_at(t.start).paragraph for t in self._context.trials if t.trial == trial}
        drugs = (d for d in self._context.drugs if d.drug == drug)
        return any(self._context.sentence_at(d.start).paragraph in parts for d in drugs)

    @cached_property
    def main_trial(self) -> TrialMention | None:
        """The trial that the article is about: named most often, in its headline or early."""
        return _salient(self._context, self._context.trials, lambda trial: trial.trial)

    def _same_part(self, offset: int, sentence: Sentence) -> bool:
        return self._context.sentence_at(offset).paragraph == sentence.paragraph

    def phase(self, figure: Percentage, trial: TrialMention | None, drug: str | None) -> PhaseMention | None:
        """The phase of a figure: the nearest in its sentence, else the last one before it in its paragraph, else its
        trial's, else that of the list's heading or the only one of the article, where it is about the article's
        medicine."""
        sentence = self._context.sentence_at(figure.start)
        here = [p for p in self._phases if sentence.start <= p.start < sentence.end]
        if here:
            return min(here, key=lambda p: abs(p.start - figure.start))
        before = [p for p in self._phases if p.start < sentence.start and self._same_part(p.start, sentence)]
        if before:
            return before[-1]
        if trial is not None and trial.phase is not None:
            return PhaseMention(trial.start, trial.end, trial.phase)
        own = self.main_drug is None or drug is None or drug == self.main_drug.drug
        return self._main_phase if own else None

    @cached_property
    def _phases(self) -> list[PhaseMention]:
        return self._finder.find(self._context.text)

    @cached_property
    def _main_phase(self) -> PhaseMention | None:
        """The only phase that the article names, else the first of its headline."""
        phases = [p for p in self._phases if self._context.zone_at(p.start) not in FURNITURE_ZONES]
        if len({p.phase for p in phases}) == 1:
            return phases[0]
        title = [p for p in phases if self._context.zone_at(p.start) == HEADLINE]
        return title[0] if title else None

    @cached_property
    def controls(self) -> frozenset[str]:
        """The medicines that the article compares its own with: those named right behind a word of comparison."""
        main = self.main_drug
        return frozenset(set(self._compared_drugs) - {main.drug if main else ""})

    @cached_property
    def _compared_drugs(self) -> Counter[str]:
        text = self._context.text
        return Counter(
            drug.drug
            for drug in self._context.drugs
            if self._compared.search(text[max(0, drug.start - 40) : drug.start])
        )

    def topic(self, figure: Percentage) -> DrugMention | None:
        """The medicine that a figure without an arm is about: of those named before it in its paragraph (or in the last
        sentence that names any, where the article is about many) the article's or else the first; without one, the
        article's. Comparators are none."""
        context = self._context
        sentence = context.sentence_at(figure.start)
        before = [drug for drug in context.within(context.drugs, 0, figure.start) if drug.drug not in self.controls]
        near = [drug for drug in before if self._same_part(drug.start, sentence)]
        main = self.main_drug
        if self._is_about_many:
            near = near or before[-1:]
            last = context.sentence_at(near[-1].start) if near else None
            near = [drug for drug in near if last is not None and drug.start >= last.start]
        own = [drug for drug in near or before if main is not None and drug.drug == main.drug]
        return own[-1] if own else near[0] if near else main

    @cached_property
    def _is_about_many(self) -> bool:
        """Whether the article speaks of several medicines, none of them in its headline or in a third of the
        mentions."""
        drugs = [drug for drug in self._context.drugs if drug.zone not in FURNITURE_ZONES]
        counts = Counter(drug.drug for drug in drugs)
        headline = any(drug.zone == HEADLINE for drug in drugs)
        return len(counts) > MANY and not headline and counts.most_common(1)[0][1] * 3 < counts.total()

    def topic_arm(self, figure: Percentage) -> Arm | None:
        """The arm of the `topic`."""
        topic = self.topic(figure)
        return Arm(topic.start, topic.end, topic.end, "drug", topic.drug) if topic else None

    @cached_property
    def main_drug(self) -> DrugMention | None:
        """The medicine that the article is about: named most often, in its headline or early, and not as a
        comparator."""
        compared = self._compared_drugs
        drugs = self._context.drugs
        return _salient(self._context, drugs, lambda drug: drug.drug, lambda drug: -2 * compared[drug.drug])


def _salient(
    context: DocumentContext,
    mentions: Sequence[M],
    name: Callable[[M], str],
    less: Callable[[M], int] = lambda mention: 0,
) -> M | None:
    """The first mention of what is named most often outside of the furniture; the headline and the lead count more."""
    first: dict[str, M] = {}
    score: Counter[str] = Counter()
    for mention in mentions:
        if mention.zone in FURNITURE_ZONES:
            continue
        key = name(mention)
        if key not in first:
            first[key] = mention
            score[key] += LEAD_BONUS * (context.sentence_at(mention.start).number < LEAD_SENTENCES) + less(mention)
        score[key] += HEADLINE_BONUS if mention.zone == HEADLINE else 1
    return first[max(first, key=lambda key: score[key])] if first else None
