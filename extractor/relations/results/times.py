"""The time points of figures: the durations that are times of a study, and which of them a figure has."""

from __future__ import annotations

import re

from extractor.components.context import DocumentContext, Sentence
from extractor.model import DateExpression, Percentage
from extractor.relations.leads import lead_of, sentences_before
from extractor.relations.results.phrases import Phrase
from extractor.relations.results.reading import Reading
from extractor.relations.results.topics import tells_of_others
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

_POINT = re.compile(r"[^\W\d]+[ -]\d")
"""A time point written as one: “Week 24”."""

_AND = re.compile(r"(?<!\w)and(?!\w)", re.IGNORECASE)
"""What lets something else last the time behind it than the figure before."""

_VAGUE = "PX"
"""How the value of a duration begins that tells no number (“several days”)."""

LENGTH = 1000
"""How much farther than any time point a mere length of the study, or a time of another clause, counts, in
characters."""


class TimeWords:
    """The words by which times are read, of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        def words(name: str) -> str:
            return alternatives(book.lexicon(name).rows)

        between = f"{words('timepoint-between')}|{words('about-word')}"
        self.before = compiled(rf"(?<!\w)(?:{words('timepoint-before')})(?: (?:{between}))*[ (:-]*$", re.IGNORECASE)
        self.excluded = compiled(rf"(?<!\w)(?:{words('no-timepoint-before')}) $", re.IGNORECASE)
        self.followed = compiled(rf"(?<!\w)(?:{words('followed-over')}) $", re.IGNORECASE)
        self.whole = compiled(rf"(?<!\w)(?:{words('whole-study')})(?!\w)", re.IGNORECASE)
        self.lasting = compiled(rf"(?<!\w)(?:{words('lasting-word')})(?: (?:{between}))*[ -]*$", re.IGNORECASE)
        self.after = compiled(rf"[ -](?:\w+[ -]){{0,2}}?(?:{words('timepoint-after')})(?!\w)", re.IGNORECASE)
        self.behind = compiled(rf" (?:{words('time-behind')})(?!\w)", re.IGNORECASE)
        self.timed = compiled(
            rf"(?<!\w)(?:{words('timed-endpoint')}) ?\S* {{0,1}}\S*\d% (?:\w+ ){{1,2}}$", re.IGNORECASE
        )
        self.clause = compiled(rf"[;:]|, (?:{words('clause-word')})(?!\w)", re.IGNORECASE)
        self.another = compiled(rf", (?:{words('clause-word')})(?: (?:{words('about-word')}))*,? $", re.IGNORECASE)
        self.breaks = compiled(rf"[;:]|(?<!\w)(?:{words('clause-break')})(?!\w)", re.IGNORECASE)
        self.length = compiled(rf"[ -,]+(?:[\w-]+,? ){{0,4}}?(?:{words('study-length-noun')})(?!\w)", re.IGNORECASE)


class StudyTimes:
    """The times of one article."""

    def __init__(self, context: DocumentContext, words: TimeWords) -> None:
        self._context, self._words = context, words

    def beside(self, reading: Reading, figure: Percentage, carried: bool) -> DateExpression | None:
        """The study time of a figure in its sentence: the one with the fewest figures between, then the nearest;
        `carried`: whether one of another sentence may hold for it."""
        times = [time for time in self._times(reading.sentence) if self._may_have(reading, figure, time, carried)]
        return min(times, key=lambda time: self._distance(reading, figure, time), default=None)

    def above(self, sentence: Sentence, carried: bool, stranger: str | None = None) -> DateExpression | None:
        """The study time of figures whose sentence has none: in the line that leads their list in or, if it may be
        `carried` over, the last one before it in its paragraph or in that of the list, up to where another trial is
        told of, or, for a `stranger` (their medicine, where the article is not about that), other medicines alone."""
        if self._words.whole.search(self._context.text, sentence.start, sentence.end):
            return None
        lead = lead_of(self._context, sentence)
        before = sentences_before(self._context, sentence) if carried else iter([lead] if lead else [])
        trials = self._trials(sentence)
        for earlier in before:
            if trials and not trials & (self._trials(earlier) or trials):
                return None
            found = self.lasting(earlier)
            if found and stranger is not None and tells_of_others(self._context, earlier, stranger):
                return None
            if found:
                return min(reversed(found), key=self._is_length)
        return None

    def opening(self, endpoint: Phrase) -> DateExpression | None:
        """The time that an endpoint's words begin with: “12-month retention”."""
        dates = self._context.within(self._context.dates, endpoint.start, endpoint.end)
        return next(
            (d for d in dates if d.type == "DURATION" and d.start == endpoint.start and d.end < endpoint.end), None
        )

    def _trials(self, sentence: Sentence) -> set[str]:
        return {trial.trial for trial in self._context.within(self._context.trials, sentence.start, sentence.end)}

    def lasting(self, sentence: Sentence) -> list[DateExpression]:
        """The times of a sentence that hold for what stands below it too."""
        return [time for time in self._times(sentence) if self._holds_on(time)]

    def _times(self, sentence: Sentence) -> list[DateExpression]:
        """The durations of a sentence that are times of a study."""
        dates = self._context.within(self._context.dates, sentence.start, sentence.end)
        known = (date for date in dates if date.type == "DURATION" and not (date.value or "").startswith(_VAGUE))
        return [date for date in known if self._is_study_time(date)]

    def _is_study_time(self, duration: DateExpression) -> bool:
        text = self._context.text
        if self._stands_behind(duration, self._words.excluded):
            return self._stands_behind(duration, self._words.followed)
        return (
            _POINT.match(duration.text) is not None
            or (text[max(0, duration.start - 1) : duration.start], text[duration.end : duration.end + 1]) == ("(", ")")
            or self._stands_behind(duration, self._words.before)
            or self._stands_behind(duration, self._words.lasting)
            or self._words.after.match(text, duration.end) is not None
            or self._words.behind.match(text, duration.end) is not None
            or self._words.length.match(text, duration.end) is not None
        )

    def _stands_behind(self, duration: DateExpression, words: re.Pattern[str]) -> bool:
        return words.search(self._context.text[max(0, duration.start - 40) : duration.start]) is not None

    def _is_length(self, duration: DateExpression) -> bool:
        """Whether it tells no more than how long the study is (“the 52-week trial”)."""
        point = _POINT.match(duration.text) or self._stands_behind(duration, self._words.before)
        return not point and self._words.length.match(self._context.text, duration.end) is not None

    def _is_of_one_figure(self, duration: DateExpression) -> bool:
        """Whether it belongs to one endpoint (“the 12-month survival rate”, “a survival rate of 49% at four years”)."""
        if self._stands_behind(duration, self._words.before):
            return (
                self._words.timed.search(self._context.text[max(0, duration.start - 60) : duration.start]) is not None
            )
        return self._words.after.match(self._context.text, duration.end) is not None

    def _holds_on(self, duration: DateExpression) -> bool:
        """Whether it is a time of the sentences behind it too."""
        lasting = self._stands_behind(duration, self._words.lasting) and not _POINT.match(duration.text)
        return not lasting and not self._is_of_one_figure(duration)

    def _may_have(self, reading: Reading, figure: Percentage, time: DateExpression, carried: bool) -> bool:
        """Whether a figure may have a time of its sentence: one that belongs to another endpoint's name, or to another
        clause than that of a figure that nothing carries it to, is not its own."""
        if self._is_of_one_figure(time):
            nearest = self._named_with(reading, time)
            return figure.unit != nearest.unit or self._together(reading, nearest, figure)
        if self._stands_behind(time, self._words.lasting) and not _POINT.match(time.text):
            between = self._context.text[figure.end : time.start].removeprefix(")")
            return figure.end <= time.start and not set(between) & set(",;()") and not _AND.search(between)
        if self._is_of_a_later_clause(reading, figure, time) or self._is_of_an_earlier_clause(reading, figure, time):
            return False
        return carried or self._distance(reading, figure, time)[0] == 0

    def _is_of_a_later_clause(self, reading: Reading, figure: Percentage, time: DateExpression) -> bool:
        """Whether a time stands in a clause behind that of a figure, with another figure or statement of its own: “41%
        responded, and 63% of them were responding after six months”."""
        between = self._context.text[figure.end : time.start] if time.start > figure.end else ""
        clause = self._words.clause.search(between)
        if clause is None:
            return False
        own = [f for f in reading.figures if figure.end + clause.end() <= f.start < time.start]
        return bool(own) and not any(self._together(reading, figure, other) for other in own)

    def _is_of_an_earlier_clause(self, reading: Reading, figure: Percentage, time: DateExpression) -> bool:
        """Whether a time stands behind another figure, in the clause before that of a figure: “28% relapsed over one
        year, and 9% of people on the drug felt sick”."""
        between = self._context.text[time.end : figure.start] if time.end < figure.start else ""
        before = [other for other in reading.figures if other.end <= time.start]
        if not before or not self._words.another.search(between):
            return False
        return not any(self._together(reading, figure, other) for other in before)

    def _named_with(self, reading: Reading, time: DateExpression) -> Percentage:
        """The figure of the endpoint that a time belongs to: right before it (“a 23% 12-month rate”), else the next."""
        before = [figure for figure in reading.figures if 0 <= time.start - figure.end <= 1]
        behind = [figure for figure in reading.figures if figure.start >= time.end]
        after = self._stands_behind(time, self._words.before)
        first = before or ([] if after else behind)
        return first[0] if first else min(reading.figures, key=lambda figure: self._gap(figure, time))

    def _together(self, reading: Reading, first: Percentage, second: Percentage) -> bool:
        """Whether two figures are one, in a row, one the comparison of the other, or those of two arms in one
        clause."""
        claims = [*reading.claims.get(first.start, ()), *reading.claims.get(second.start, ())]
        pairs = [claim.value for claim in claims if claim.slot == "other"]
        return (
            second in reading.group_of(first)
            or first in pairs
            or second in pairs
            or self._of_arms(reading, first, second)
        )

    def _of_arms(self, reading: Reading, *figures: Percentage) -> bool:
        """Whether figures are told of two arms with no clause between: “36% on the drug and 19% on placebo”."""
        first, second = sorted(figures, key=lambda figure: figure.start)
        between = self._context.text[first.end : second.start]
        in_one_clause = not set(between) & set(",;:") and self._words.breaks.search(between) is None
        return in_one_clause and all(reading.best(figure, "arm") is not None for figure in figures)

    def _distance(self, reading: Reading, figure: Percentage, duration: DateExpression) -> tuple[int, int]:
        low, high = min(figure.end, duration.end), max(figure.start, duration.start)
        crossed = sum(
            low <= other.start < high and not self._together(reading, figure, other) for other in reading.figures
        )
        apart = self._words.breaks.search(self._context.text, low, high) is not None or self._is_taken(
            reading, figure, duration
        )
        return crossed, self._gap(figure, duration) + LENGTH * (self._is_length(duration) + apart)

    def _is_taken(self, reading: Reading, figure: Percentage, duration: DateExpression) -> bool:
        """Whether a time before a figure stands right behind another one: “91% after two months and 72% after six”."""
        before = [other for other in reading.figures if other.end <= duration.start]
        if not before or duration.end > figure.start or self._together(reading, before[-1], figure):
            return False
        return self._words.before.fullmatch(self._context.text[before[-1].end + 1 : duration.start]) is not None

    @staticmethod
    def _gap(figure: Percentage, duration: DateExpression) -> int:
        return max(duration.start - figure.end, figure.start - duration.end)
