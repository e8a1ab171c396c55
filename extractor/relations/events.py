"""What a date is about, whether it has happened, and which drug it concerns: the relation `events`.

The cue of the rules `event.…` that stands nearest to a date in its clause says what the date is about. Whether it is
done, planned, expected or possible follows from its interval and the day of publication, and from the clause's words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from extractor.components.context import DocumentContext, Sentence
from extractor.model import FURNITURE_ZONES, DateExpression
from extractor.rulebook import Lexicon, Rule, Rulebook, compile_shape
from extractor.rulebook.beginnings import Beginnings, matches_at
from extractor.rulebook.by_beginning import ByBeginning, first_matches
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import ShapeError, alternatives, lowered_shape

DONE, EXPECTED = "done", "expected"

_OF_NOTHING = frozenset({"other", "publication"})
"""Events that say nothing of a drug."""

_OPENING = re.compile(r"(?:^|[,;:*•–—-])\s*(?:\w+\s+){0,2}\Z")
"""What stands before a date that opens a clause."""

CROSSING = 60
"""How many characters farther a cue counts for each end of a clause between it and the date."""

AFTER = 25
"""How many characters farther a cue counts that stands behind the date."""

COMMA = 30
"""How many characters farther still a cue counts that stands behind a comma, where the date does not open the
clause."""

WEAK = 80
"""How many characters farther a cue for modality counts that is weak."""

OFTEN = 3
"""How often an article names the one drug that it is about."""

FAR = 220
"""A cue farther away than this says nothing."""


class _Cue(NamedTuple):
    start: int
    end: int
    rule: Rule


class _Modality(NamedTuple):
    start: int
    end: int
    says: str
    weak: int


class DateEvents:
    """Fills `event`, `event_rule`, `modality` and `drug` of the context's dates."""

    name = "events"

    def __init__(self, book: Rulebook) -> None:
        shapes = [(rule, rule_pattern(rule)) for rule in book.family("event") if rule.shapes]
        self._cues = ByBeginning(((rule, shape), Beginnings([shape])) for rule, shape in shapes)
        self._modalities = book.lexicon("modality-cue")
        self._modality_cue = compiled(rf"(?P<cue>{alternatives(self._modalities.rows)})(?: to \w+)?")
        self.beginnings = Beginnings([self._modality_cue, *(shape for _, shape in shapes)], lowered=True)
        self.clause_end = clause_end_pattern(book.lexicon("event-clause-word"))

    def __call__(self, context: DocumentContext) -> None:
        if not context.dates:
            return
        only_drug = _only_drug(context)
        dated: _Dated | None = None
        for place, record in enumerate(context.dates):
            if record.type != "DATE":
                continue
            sentence = context.sentence_at(record.start)
            if dated is None or dated.sentence is not sentence:
                dated = _Dated(self, context, sentence)
            context.dates[place] = dated.told(record, only_drug)

    def cues(self, sentence: str, places: Sequence[int]) -> list[_Cue]:
        """The cues for events in a sentence in lower case, of which one may begin at these `places`."""
        return [_Cue(*match.span(), rule) for rule, match in first_matches(self._cues, sentence, places)]

    def modality_cues(self, sentence: str, places: Sequence[int]) -> list[_Modality]:
        """The cues for modality in a sentence in lower case, of which one may begin at these `places`."""
        matches = matches_at(self._modality_cue, sentence, places)
        found = ((match.span(), self._modalities[match["cue"]]) for match in matches)
        return [_Modality(*span, row["modality"], WEAK if row["weak"] else 0) for span, row in found]


def _only_drug(context: DocumentContext) -> str | None:
    """The drug of an article that names it often and names no other one: what is planned or done there concerns it."""
    names = Counter(mention.drug for mention in context.drugs if mention.zone not in FURNITURE_ZONES)
    name, times = names.most_common(1)[0] if names else (None, 0)
    return name if len(names) == 1 and times >= OFTEN else None


class _Dated:
    """One sentence with dates in it."""

    def __init__(self, relation: DateEvents, context: DocumentContext, sentence: Sentence) -> None:
        self._relation, self._context, self.sentence = relation, context, sentence
        self._text = context.lowered[sentence.start : sentence.end]
        self._places = [place - sentence.start for place in context.places(relation.beginnings, sentence)]
        self._cues = relation.cues(self._text, self._places)

    @cached_property
    def _modality(self) -> list[_Modality]:
        """The cues for modality, asked for only where a date is not over; none stands in a date."""
        start, end = self.sentence.start, self.sentence.end
        found = self._context.within(self._context.dates, start, end)
        taken = [(one.start - start, one.end - start) for one in found if one.type == "DATE"]
        return [
            cue
            for cue in self._relation.modality_cues(self._text, self._places)
            if all(cue.end <= first or cue.start >= last for first, last in taken)
        ]

    def told(self, record: DateExpression, only_drug: str | None) -> DateExpression:
        """The date with what its clause says of it; `only_drug` is that of an article about one."""
        start, end = record.start - self.sentence.start, record.end - self.sentence.start
        event, rule = self._event(record, start, end)
        drug = self._drug(record)
        if drug is None and event not in _OF_NOTHING:
            drug = only_drug
        modality = self._told_modality(record, start, end)
        return replace(record, event=event, event_rule=rule, modality=modality, drug=drug)

    def _event(self, record: DateExpression, start: int, end: int) -> tuple[str, str | None]:
        """What the date is about, and the rule that says so."""
        if record.zone == "dateline" and self._is_published(record):
            return "publication", None
        near, nearest = FAR + 1, None
        for cue in self._cues:
            distance = self._distance(cue.start, cue.end, start, end, near)
            if distance < near:
                near, nearest = distance, cue.rule
        if nearest is not None:
            return str(nearest.says.get("event", "other")), nearest.id
        return ("publication" if self._is_published(record) else "other"), None

    def _is_published(self, record: DateExpression) -> bool:
        """Whether the date is the day of publication."""
        published = self._context.article.published
        return published is not None and record.date_from == record.date_to == published.isoformat()

    def _distance(self, start: int, end: int, date_start: int, date_end: int, near: int) -> int:
        """Characters between a cue and the date; more where a clause ends between them, and any number that is too far
        where it is more than `near`."""
        low, high = (end, date_start) if end <= date_start else (date_end, start)
        behind = start >= date_end
        distance = high - low + AFTER * behind
        if low > high or high - low > FAR or distance > near:
            return FAR + 1  # a word of the date itself, or too far whatever stands between them
        if behind and "," in self._text[low:high] and not _OPENING.search(self._text, 0, date_start):
            distance += COMMA
        return distance + CROSSING * len(self._relation.clause_end.findall(self._text, low, high))

    def _told_modality(self, record: DateExpression, start: int, end: int) -> str | None:
        published = self._context.article.published
        if published is not None and self._is_past(record, published):
            return DONE
        nearest = (FAR + 1, "")
        for cue in self._modality:
            distance = self._distance(cue.start, cue.end, start, end, nearest[0] - cue.weak)
            nearest = min(nearest, (distance + cue.weak, cue.says))
        if nearest[0] <= FAR:
            return nearest[1]
        if published is None or record.date_from is None:
            return None
        ahead = date.fromisoformat(record.date_from) > published or record.mod == "END"
        return EXPECTED if ahead else DONE

    @staticmethod
    def _is_past(record: DateExpression, published: date) -> bool:
        """Whether the date is over, or is the day of publication itself."""
        last = date.fromisoformat(record.date_to or "9999-12-31")
        return last < published or (last == published and record.date_from == record.date_to)

    def _drug(self, record: DateExpression) -> str | None:
        """The drug before the date in its sentence, or behind it; else that of the sentence before, if it names one."""
        sentence = self.sentence
        near = self._context.within(self._context.drugs, sentence.start, sentence.end)
        if near:
            before = [drug for drug in near if drug.start < record.start]
            return before[-1].drug if before else near[0].drug
        if sentence.number == 0:
            return None
        previous = self._context.sentences[sentence.number - 1]
        if previous.paragraph != sentence.paragraph:
            return None
        names = {drug.drug for drug in self._context.within(self._context.drugs, previous.start, previous.end)}
        return names.pop() if len(names) == 1 else None


def clause_end_pattern(words: Lexicon) -> re.Pattern[str]:
    """What ends a clause in text in lower case: a mark, or one of the words, some of them only behind a comma."""
    after_comma = alternatives(words.rows)
    anywhere = alternatives(term for term, row in words.rows.items() if not row["comma"])
    return compiled(rf"[;:]|, (?:{after_comma})|(?<!,) (?:{anywhere})|(?<![. ][a-z])\. ")


def rule_pattern(rule: Rule) -> re.Pattern[str]:
    """One expression for the shapes of a rule, for text in lower case. Raises `RuleError` for one that cannot be
    read."""
    try:
        shapes = [compile_shape(lowered_shape(shape), {}, exact_case=True).pattern for shape in rule.shapes]
    except ShapeError as error:
        raise rule.error(f"its shape {error}") from error
    return compiled(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)")
