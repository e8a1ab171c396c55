"""Dates, durations and sets: `extractor_dates`, by the rules in `rules/dates/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.components.dates.anchors import Anchors, Said, TenseCues
from extractor.components.dates.calendar import day
from extractor.components.dates.covered import CoveredPeriods
from extractor.components.dates.fiscal import FiscalYears
from extractor.components.dates.forms import NOTHING, DateForms, Expression
from extractor.components.dates.narrative import Narrative, range_words
from extractor.components.dates.numeric import day_first
from extractor.components.dates.readings import DateReader, Reading
from extractor.components.dates.time_words import Words
from extractor.components.steps import Component, as_spans
from extractor.model import DateExpression
from extractor.rulebook import Rulebook, load_rulebook


@dataclass
class DateStep:
    """Fills `context.dates`. Needs `extractor_sentences` for tense and narrative."""

    forms: DateForms
    reader: DateReader
    cues: TenseCues
    fiscal: FiscalYears
    between: re.Pattern[str]
    covered: CoveredPeriods

    @classmethod
    def of(cls, book: Rulebook) -> DateStep:
        """The step with the rules in force."""
        words = Words.of(book)
        covered = CoveredPeriods(book, words)
        return cls(DateForms(book), DateReader(words), TenseCues(book), FiscalYears(book), range_words(book), covered)

    def __call__(self, context: DocumentContext) -> None:
        context.dates = _Reading(self, context).records()


class _Reading:
    """One pass over one document, which remembers the date that the text is at."""

    def __init__(self, component: DateStep, context: DocumentContext) -> None:
        self._component = component
        self._context = context
        published = context.article.published
        self._published = day(published) if published else None
        self._narrative = Narrative(component.between)
        self._fiscal = component.fiscal.calendar(context)
        self._day_first = partial(day_first, context.text, published)

    def records(self) -> list[DateExpression]:
        """The records of the document in the order of its text."""
        found: list[DateExpression] = []
        candidates = self._component.forms.candidates(self._context)
        expressions = next(candidates, None)
        while expressions is not None:
            taken = None
            for expression in expressions:
                reading = self._read(expression)
                if reading is not None:
                    taken = expression.whole_end
                    if reading is not _NO_DATE:
                        found.append(self._record(expression, reading))
                    break
            try:
                expressions = candidates.send(taken)
            except StopIteration:
                break
        return found

    def _read(self, expression: Expression) -> Reading | None:
        reads = expression.rule.says["reads"]
        if reads == NOTHING:
            return _NO_DATE
        cues = self._component.cues
        sentence = self._context.sentence_at(expression.start)
        said = Said(self._context, sentence, expression.start - sentence.start, expression.end - sentence.start)
        anchors = Anchors(
            published=self._published,
            narrative=self._narrative.at(sentence.number),
            tense=partial(cues.tense, said),
            governing=partial(cues.governing, said),
            no_day=partial(cues.is_no_day, said),
            after=self._narrative.range_begin(self._context.text, expression.start),
            fiscal=self._fiscal,
            pieces=self._narrative.pieces,
            covered=self._narrative.covered,
            day_first=self._day_first,
        )
        try:
            reading = self._component.reader.read(reads, expression.groups, anchors)
        except KeyError as error:
            part = str(error.args[0]).replace("_", "-")
            raise expression.rule.error(f"“reads: {reads}” needs a part in its shape that is called {part}") from error
        if reading is not None and reading.period is not None and not reading.passing:
            covered = self._component.covered.ending(self._context.lowered, expression.start, reading.period)
            self._narrative.note(sentence.number, expression.end, reading.period, covered)
        return reading

    def _record(self, expression: Expression, reading: Reading) -> DateExpression:
        period = reading.period
        return DateExpression(
            **self._context.place("date", expression.start, expression.end),
            rule=expression.rule.id,
            type=reading.type,
            value=reading.value,
            value_high=reading.value_high,
            mod=reading.mod,
            date_from=period.first.isoformat() if period else None,
            date_to=period.last.isoformat() if period else None,
        )


_NO_DATE = Reading(NOTHING)


@Language.factory("extractor_dates", default_config={"rules": []}, assigns=["doc.spans"])
def create_dates(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    return Component(DateStep.of(load_rulebook(rules)), as_spans(dates="DATE"))
