"""What relative expressions are counted from: day of publication, date that the text is at, tense of the verb."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from extractor.components.context import DocumentContext, Sentence
from extractor.components.dates.calendar import CALENDAR_YEARS, FiscalCalendar, OfYear, Period, attempt
from extractor.rulebook import Rulebook
from extractor.rulebook.beginnings import Beginnings, matches_at
from extractor.rulebook.branches import branching
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import for_lowered

PAST, FUTURE = "past", "future"

REPORTED = 183
"""So many days after its end at most is a quarter or half spoken of without its year."""

COMMA = 40
"""So many characters farther away a cue counts that stands behind the expression, in another clause."""

_NAMED = re.compile(r"(?:.*?\b[a-z]{4,}\b){2}.*\b[A-Z]\w+ ", re.DOTALL)
"""What stands before the last word of a name, written with a capital in a sentence that is no heading."""

_REGULAR_PAST = r"[^\W\d_]{2,}ed"
_REGULAR_WORD = re.compile(rf"{_REGULAR_PAST}\b", re.IGNORECASE)


class Anchors(NamedTuple):
    """`published`: the day of publication, if known. `narrative`: the period that the text has just spoken of.
    `tense()`: the tense of the verb next to the expression, None where there is none. `governing()`: the same of a verb
    that stands right before it. `no_day()`: whether “today” there means no day. `after`: the date that begins the
    range which the expression ends. `fiscal`: when fiscal years start. `pieces`: the quarters and halves that the text
    has named; `covered`: the months that a report covers, where it named their last day. `day_first()`: whether the
    article's figures put the day before the month, None where that is not known."""

    published: Period | None = None
    narrative: Period | None = None
    tense: Callable[[], str | None] = lambda: None
    governing: Callable[[], str | None] = lambda: None
    no_day: Callable[[], bool] = lambda: False
    after: Period | None = None
    fiscal: FiscalCalendar = CALENDAR_YEARS
    pieces: Sequence[Period] = ()
    covered: Period | None = None
    day_first: Callable[[], bool | None] = lambda: None

    def reported(self, unit: str) -> Period | None:
        """The quarter or half that “the quarter” means: the latest of those named that was over at publication, or else
        that had begun."""
        today = self.published.first if self.published else date.max
        begun = [piece for piece in self.pieces if piece.unit == unit and piece.first <= today]
        over = [piece for piece in begun if piece.last < today]
        return max(over or begun or self.pieces[-1:], key=lambda piece: piece.first, default=None)

    def named(self, of_year: OfYear) -> Period | None:
        """A quarter or half that the text has named, and that was over shortly before publication."""
        if self.published is None:
            return None
        today = self.published.first
        for piece in self.pieces:
            if 0 < (today - piece.last).days < REPORTED and attempt(of_year, piece.first.year) == piece:
                return piece
        return None


class Said(NamedTuple):
    """An expression in its `sentence`, where it starts and ends at these offsets."""

    context: DocumentContext
    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text of the sentence."""
        return self.context.text[self.sentence.start : self.sentence.end]


class CuePlaces(Beginnings):
    """Where cues for tense may begin: those of an expression for text in lower case, and regular verbs of the past."""

    def __init__(self, listed: str) -> None:
        super().__init__([for_lowered(listed)], lowered=True)

    def offsets_in(self, word: str) -> tuple[int, ...]:
        """Where in a word a cue may begin."""
        regular = (match.start() for match in _REGULAR_WORD.finditer(word))
        return tuple(sorted({*super().offsets_in(word), *regular}))


class TenseCues:
    """Tells past from future by the cue that stands nearest to an expression in its sentence."""

    def __init__(self, book: Rulebook) -> None:
        future, past, still, news, postponed = (
            branching([re.escape(sign) for sign in cue] for cue in book.lexicon(name).rows)
            for name in ("future-cue", "past-cue", "timeless-participle", "news-verb", "postponing-verb")
        )
        self._clause_begin = compiled(rf",| (?:{book.expression('clause-opener')})(?!\w)", re.IGNORECASE)
        before = rf"(?:{future})(?: be| have been| not)?(?: (?:{_REGULAR_PAST}|{past}))?"
        self._news = compiled(rf"\b(?:{news})\b", re.IGNORECASE)
        earlier = rf"(?:{book.expression('earlier-plan')}) (?:been )?(?:{future})(?: (?:{future}))*"
        behind = rf"(?P<past>(?P<told>{past})|{_REGULAR_PAST})"
        self._cue = compiled(
            rf"\b(?:(?P<earlier>{earlier})|(?P<future>{before})|(?!(?:{still})\b){behind})\b", re.IGNORECASE
        )
        self._places = CuePlaces(rf"(?:{earlier}|{future}|{past})")
        self._postponed = compiled(postponed, re.IGNORECASE)
        self._limit = compiled(rf"\b(?:{book.expression('limit-preposition')})\s(?:the\s)?$", re.IGNORECASE)

        prepositions = book.expression("date-preposition")
        self._before_future = compiled(rf"\s(?:(?:{prepositions})\s)?(?:the\s)?", re.IGNORECASE)
        self._before_past = compiled(rf"\s(?:(?:{book.expression('on')})\s)?", re.IGNORECASE)
        self._goes_on = compiled(r"\s?[-\w]")

    def is_no_day(self, said: Said) -> bool:
        """Whether “today” means no day: it ends the name of a paper (“she told Heart Today”), or means these times: it
        opens or ends a sentence, as an adverb, in which nothing is said to happen or to have happened."""
        sentence, start, end = said.text, said.start, said.end
        if sentence[start].isupper() and _NAMED.fullmatch(sentence, 0, start):
            return True
        opens = not sentence[:start].strip("“\"‘' ") and sentence[end : end + 1] == ","
        ends = sentence[end : end + 1] in (".", "?", "!") and not sentence[end + 1 :].strip("”\"’' \n")
        return (opens or ends) and not any(self._cues(said)) and not self._news.search(sentence)

    def tense(self, said: Said) -> str | None:
        """`past`, `future` or None for an expression in its sentence. A plan of earlier days
        (“originally expected”) tells none; what something is put off to lies ahead, and so does the day by which it is
        to happen, whatever participle stands between (“is to rule on the pill, now called X, by [May 3]”)."""
        sentence, start, end = said.text, said.start, said.end
        nearest: re.Match[str] | None = None
        best, planned = 0, False
        for cue in self._cues(said):
            distance = start - cue.end() if cue.end() <= start else cue.start() - end
            if distance < 0:
                continue
            if cue.start() >= end and self._clause_begin.search(sentence, end, cue.start()):
                distance += COMMA
            elif cue.end() <= start and (cue["future"] or cue["told"]):
                planned = bool(cue["future"])
            if nearest is None or distance < best:
                nearest, best = cue, distance
        if nearest is None or nearest["earlier"]:
            return None
        if nearest["future"]:
            return FUTURE
        ahead = planned or self._postponed.fullmatch(nearest[0])
        return FUTURE if ahead and self._limit.search(sentence, 0, start) else PAST

    def governing(self, said: Said) -> str | None:
        """The tense of the cue right before the expression, with but a preposition between: “will meet on [June 20]”.

        A verb of the past governs what ends its clause: “ended [Sept. 30],” but not “announced [Sept. 30] hearings”.
        """
        sentence, start, end = said.text, said.start, said.end
        for cue in self._cues(said, start):
            if cue["future"] and self._before_future.fullmatch(sentence, cue.end(), start):
                return FUTURE
            if cue["past"] and self._before_past.fullmatch(sentence, cue.end(), start):
                return None if self._goes_on.match(sentence, end) else PAST
        return None

    def _cues(self, said: Said, end: int | None = None) -> Iterator[re.Match[str]]:
        """The cues in a sentence, or in what stands before an offset in it, in order."""
        places = said.context.places(self._places, said.sentence)
        return matches_at(self._cue, said.text, [place - said.sentence.start for place in places], end)
