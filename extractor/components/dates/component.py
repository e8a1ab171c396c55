"""Dates, durations and sets: `extractor_dates`, by the rules in `rules/dates/`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.context import DocumentContext, context_of
from extractor.components.dates.anchors import Anchors, TenseCues
from extractor.components.dates.calendar import Period, day
from extractor.components.dates.fiscal import FiscalYears
from extractor.components.dates.forms import NOTHING, DateForms, Expression
from extractor.components.dates.readings import DateReader, Reading
from extractor.components.dates.words import Words
from extractor.model import DateExpression
from extractor.rulebook import Rulebook, load_rulebook

NARRATIVE_REACH = 3
"""So many sentences back may stand the date that the text is at."""


@dataclass
class DateComponent:
    """Fills `context.dates` and `doc.spans["dates"]`. Needs `extractor_sentences` for tense and narrative."""

    forms: DateForms
    reader: DateReader
    cues: TenseCues
    fiscal: FiscalYears

    @classmethod
    def of(cls, book: Rulebook) -> DateComponent:
        """The component with the rules in force."""
        return cls(DateForms(book), DateReader(Words.of(book)), TenseCues(book), FiscalYears(book))

    def __call__(self, doc: Doc) -> Doc:
        context = context_of(doc)
        if len(doc):
            context.dates = _Reading(self, context).records()
        context.set_spans("dates", "DATE", context.dates)
        return doc


RANGE_WIDTH = 12
_RANGE = re.compile(r"\s?(?:[-–—‑−]|to|through|until|till|and)\s?")


class _Reading:
    """One pass over one document, which remembers the date that the text is at."""

    def __init__(self, component: DateComponent, context: DocumentContext) -> None:
        self._component = component
        self._context = context
        published = context.article.published
        self._published = day(published) if published else None
        self._narrative: tuple[int, Period] | None = None
        self._fiscal_month = component.fiscal.first_month(context.text)
        self._last: tuple[int, Period] | None = None

    def records(self) -> list[DateExpression]:
        """The records of the document in the order of its text."""
        found: list[DateExpression] = []
        candidates = self._component.forms.candidates(self._context.text)
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
        sentence = self._context.sentence_at(expression.start)
        narrative = None
        if self._narrative and sentence.number - self._narrative[0] <= NARRATIVE_REACH:
            narrative = self._narrative[1]

        def tense() -> str | None:
            words = self._context.text[sentence.start : sentence.end]
            return self._component.cues.tense(words, expression.start - sentence.start, expression.end - sentence.start)

        anchors = Anchors(self._published, narrative, tense, self._range_begin(expression.start), self._fiscal_month)
        reading = self._component.reader.read(reads, expression.groups, anchors)
        if reading is not None and reading.period is not None:
            self._narrative = (sentence.number, reading.period)
            self._last = (expression.end, reading.period)
        return reading

    def _range_begin(self, start: int) -> Period | None:
        """The date before, where nothing but a word or dash for a range stands between the two."""
        if self._last is None or start - self._last[0] > RANGE_WIDTH:
            return None
        return self._last[1] if _RANGE.fullmatch(self._context.text, self._last[0], start) else None

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
def create_dates(nlp: Language, name: str, rules: list[str]) -> DateComponent:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    return DateComponent.of(load_rulebook(rules))
