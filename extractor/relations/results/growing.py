"""Words of an endpoint grown from a place: to the right, to the left, or between two offsets, as far as they belong to
it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.components.context import DocumentContext
from extractor.relations.results.apart import protection
from extractor.relations.results.phrases import Phrase, Phrases
from extractor.relations.results.reading import Reading
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

_OR_LIST = r"[\w’'-]+(?: [\w’'-]+){0,3}(?:, [\w’'-]+(?: [\w’'-]+){0,3})*,? or "
_RIGHT_MARKS = rf"[;:!?…—–()\[\]•\n]|(?<![A-Z])\.(?=[\s\"”’)]|$)|,(?!\d)(?! {_OR_LIST})| - | and \d[\d,]* ?\("
_LEFT_MARKS = r"[;!?…—–()\[\]•\n\"“”]| - |:(?=\s)"
_ABBREVIATED = re.compile(r"\(([A-Za-z][\w/+-]{0,12}|[\w-]+ [\w-]+)\)")
_ASIDE = re.compile(r"(?: \([^()\d%]*\)| (?P<dashed>[—–-]{1,2}) [^—–%]*? [—–-]{1,2})\s*$")
"""Words in brackets or between dashes right before where an endpoint's words end."""

_CONJUNCTION = re.compile(r" (?:and|or) $")
"""Nothing stands between a conjunction and the preposition of a figure that goes on with what was told before."""

_ENUMERATION = re.compile(r"[^,;()]{3,60}(?:, [^,;()]{1,40}){1,3},? (?:and|or) [^,;()]{3,60}")
"""Several things told as one endpoint: “risk of stroke, heart attack and death”."""

_AND_A = re.compile(r"and an?$", re.IGNORECASE)
_CRITERION = 40
"""How far behind “and a” the threshold of a criterion's second part may stand, in characters."""

_LONGEST = 90
"""How long an endpoint's words may be, in characters."""


class PhraseGrower:
    """Grows phrases by the words of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        words = book.expression
        people = f"{words('patient-noun')}|{words('person-noun')}"
        whose = rf"(?:of|for|in|among) (?:(?!(?:{words('preposition')})\b)[a-z][\w-]* ){{1,3}}(?:{people})"
        self._right = compiled(
            rf"{_RIGHT_MARKS}|(?<![\w-])(?:{words('endpoint-right-stop')}|{whose})(?!\w)", re.IGNORECASE
        )
        self._left = compiled(rf"{_LEFT_MARKS}|(?<![\w-])(?:{words('endpoint-left-stop')})(?!\w)", re.IGNORECASE)
        taking = rf"(?:{words('taking-word')})(?: (?:(?:the )?(?:{words('medicine-noun')})|it|them)(?!\w))?"
        self._stopping = compiled(rf"(?:{words('stopping-verb')}) {taking}", re.IGNORECASE)
        self._verb = compiled(rf" (?:{words('be-verb')})(?!\w)", re.IGNORECASE)
        self._item = compiled(rf"[,;:(]|(?<![\w-])(?:{words('item-stop')})(?!\w)", re.IGNORECASE)
        clause = rf"(?:{words('relative-pronoun')}|{words('told-as')})(?!\w)"
        self._people = compiled(rf"(?<!\w)(?:{people})(?!\w)", re.IGNORECASE)
        self._quantity = compiled(
            rf"(?<!\w)(?:{words('quantity-noun')}) of (?:the |all |these )?(?:{people}) (?!{clause})",
            re.IGNORECASE,
        )
        self._cause = compiled(rf" ?(?:{words('cause-word')})(?!\w)", re.IGNORECASE)
        self._preposition = compiled(rf"(?<!\w)(?:{words('preposition')}) $", re.IGNORECASE)
        self._opening = compiled(rf"(?:{words('preposition')}|{words('clause-word')})(?!\w)", re.IGNORECASE)
        self._adverbial = compiled(rf"[\s;,—–-]*(?:{words('adverbial-opener')})(?!\w)", re.IGNORECASE)
        self._at = compiled(rf"(?<!\w)(?:{words('timepoint-before')}) $", re.IGNORECASE)
        self._goal = compiled(rf"(?:{words('goal-noun')})(?!\w)", re.IGNORECASE)
        self._named_for = compiled(
            rf"(?<!\w)(?:{words('preposition')}) (?:(?:[\w.-]+ )?[\w.-]+['’]s? )?$", re.IGNORECASE
        )
        self._article = compiled(rf"(?<!\w)(?!(?:{words('preposition')}) )[\w-]+ (?:the|an?) ", re.IGNORECASE)
        self._frequent = compiled(rf"(?<!\w)(?:{words('frequency-word')})(?!\w)", re.IGNORECASE)
        self._protects = protection(book)
        self._cues = book.lexicon("compared-with")
        self._phrases = Phrases(book)
        self._medicines = book.lexicon("medicine-noun")
        self._anaphora, self._events = book.lexicon("anaphora"), book.lexicon("event-verb")

    def item_before(self, context: DocumentContext, reading: Reading, end: int, low: int = 0) -> Phrase | None:
        """The words of an item of a list, back to the comma, verb or conjunction before it."""
        low = max([low, reading.sentence.start, *(f.end for f in reading.figures if f.end <= end)])
        plain = _without_brackets(context.text, low, end)
        stops = [low + match.end() for match in self._item.finditer(plain)]
        return self._without_arms(context.text, reading, self._phrases.trimmed(context.text, max([low, *stops]), end))

    def inside(self, text: str, start: int, end: int) -> Phrase | None:
        """The words between two offsets, up to a comma; behind the last one where a number stands before the first."""
        first, comma, _ = text[start:end].partition(", ")
        if not comma or _ENUMERATION.fullmatch(text, start, end):
            return self._phrases.trimmed(text, start, end)
        if any(sign.isdigit() for sign in first):
            return self._phrases.trimmed(text, self._behind_comma(text[start:end], start, start), end)
        return self._phrases.trimmed(text, start, start + len(first))

    def to_the_right(self, context: DocumentContext, reading: Reading, start: int) -> Phrase | None:
        """The words from `start` on, up to a mark, a word that ends endpoints, a figure, an arm or a time."""
        text = context.text
        begun = self._behind_stopping(text, reading, start)
        stops = [reading.sentence.end, start + _LONGEST, *self._marks(context, reading, begun)]
        plain = _without_brackets(text, start, reading.sentence.end)
        low = max(3, begun - start)
        mark = next((m for m in self._right.finditer(plain, low) if not self._goes_on(context, start, m)), None)
        if mark is not None:
            stops.append(start + mark.start())
        phrase = self._phrases.trimmed(text, start, min(stop for stop in stops if stop > start))
        return Phrase(phrase.start, max(phrase.end, begun)) if phrase is not None else None

    def _behind_stopping(self, text: str, reading: Reading, start: int) -> int:
        """Where “stopped taking the drug” ends, medicine and all, or `start`."""
        stopping = self._stopping.match(text, start)
        if stopping is None:
            return start
        return next((arm.end for arm in reading.arms if arm.start == stopping.end() + 1), stopping.end())

    def _goes_on(self, context: DocumentContext, start: int, mark: re.Match[str]) -> bool:
        """Whether the words go on behind a mark: a criterion behind “and a”, where both before and behind it stands a
        threshold; a protection behind “against”."""
        if mark.group().lower() in self._cues and self._protects.search(context.text[start : start + mark.start()]):
            return True
        if not _AND_A.match(mark.group()):
            return False
        between = context.within(context.percentages, start, start + mark.end() + _CRITERION)
        thresholds = [p.start < start + mark.start() for p in between if p.role == "threshold"]
        return True in thresholds and False in thresholds

    def to_the_left(self, context: DocumentContext, reading: Reading, end: int) -> Phrase | None:
        """The words up to `end`, back to a mark, a word before which none begins, or another figure."""
        low = max([reading.sentence.start, *(f.end for f in reading.figures if f.end <= end)])
        plain = _without_brackets(context.text, low, end)
        aside = _ASIDE.search(plain)
        if aside is not None:
            before = self.to_the_left(context, reading, low + aside.start())
            inside = aside["dashed"] and self._phrases.trimmed(context.text, low + aside.start() + 3, end)
            return before or inside or None
        if _CONJUNCTION.search(plain):
            return None
        first, comma, rest = plain.partition(",")
        if comma and all(map(self._phrases.is_edge, rest.rpartition(",")[2].split())):
            phrase = self._subject(context.text, low, low + len(first), end)
            return self._without_arms(context.text, reading, self.before_verb(context.text, phrase))
        starts = [low, *(low + mark.end() for mark in self._left.finditer(plain))]
        for start in reversed(starts):
            if start > low and plain[start - low :].strip().lower() in self._events:
                continue
            for begin, stop in self._parts(plain, low, start):
                if self._resumes(plain[begin - low : stop - low]):
                    return None
                phrase = self._phrases.trimmed(context.text, self._behind_people(context.text, begin, stop), stop)
                phrase = self._without_arms(context.text, reading, self.before_verb(context.text, phrase))
                phrase = self._before_stop(context.text, phrase)
                if phrase is not None:
                    return self._behind_article(context.text, phrase)
        return None

    def _subject(self, text: str, low: int, comma: int, end: int) -> Phrase | None:
        """The subject before an apposition, whose first comma is given (“the response rate, the main goal, was”), or
        behind words that tell of whom or when it is (“in the elderly, nausea, the main side effect, was”); what the
        goal of a study was, where the subject is that goal."""
        told = self._adverbial.match(text, low, comma) is not None
        phrase = None if told else self._phrases.trimmed(text, low, comma)
        if phrase is not None and text.find(",", comma + 1, end) > 0 and self._goal.match(text, phrase.start):
            return self.inside(text, comma + 1, end) or phrase
        if phrase is not None or (not told and self._opening.match(text[low:comma].lstrip())):
            return phrase
        middle = text.rfind(",", comma, end) > comma
        return self.inside(text, comma + 1, end) if middle or not told else None

    def _without_arms(self, text: str, reading: Reading, phrase: Phrase | None) -> Phrase | None:
        """The phrase without an arm at its start, and up to one within it, or behind one that tells of whom it is (“a
        third of patients on the drug regrew hair”)."""
        for arm in reading.arms:
            if phrase is not None and arm.start <= phrase.start < arm.end:
                phrase = self._phrases.trimmed(text, arm.end, phrase.end)
            elif phrase is not None and phrase.start < arm.start < phrase.end:
                if self._cause.match(text, arm.end, phrase.end) or text[phrase.start : arm.start - 1] in self._events:
                    continue
                subject = not self._named_for.search(text[max(0, arm.start - 40) : arm.start])
                people = subject or self._people.search(text, phrase.start, arm.start)
                behind = self._phrases.trimmed(text, arm.end, phrase.end) if people else None
                phrase = behind or self._phrases.trimmed(text, phrase.start, arm.start)
        return phrase

    def _behind_article(self, text: str, phrase: Phrase) -> Phrase | None:
        """The phrase from its last article on, where no preposition ties that to the words before (“in pretreated
        patients the response rate”)."""
        if not self._preposition.search(text[max(0, phrase.start - 12) : phrase.start]):
            return phrase
        articles = [match.end() for match in self._article.finditer(text, phrase.start, phrase.end)]
        return self._phrases.trimmed(text, articles[-1], phrase.end) if articles else phrase

    def _behind_people(self, text: str, begin: int, stop: int) -> int:
        """Where words begin behind “a small proportion of patients”, or where they begin."""
        people = self._quantity.search(text, begin, stop)
        return people.end() if people and text[people.end() : stop].strip() else begin

    def _resumes(self, part: str) -> bool:
        """Whether words speak of what was measured before, for others: “in younger patients it”."""
        words = part.split()
        return len(words) > 1 and words[-1].lower() in self._anaphora and self._opening.match(part.lstrip()) is not None

    def _parts(self, plain: str, low: int, begin: int) -> Iterator[tuple[int, int]]:
        """The last part between commas that has words in it; then the one before, if it stands between commas itself
        and no preposition opens it (“on the other endpoint, relief of pain, the figures were”)."""
        last = self._behind_comma(plain, low, begin)
        yield last, low + len(plain)
        before = self._behind_comma(plain[: last - low - 2], low, begin) if last > begin else begin
        aside = self._opening.match(plain, before - low) or self._adverbial.match(plain, before - low)
        if before > begin and not aside:
            yield before, last - 2

    def _behind_comma(self, plain: str, low: int, begin: int) -> int:
        """The start of the last part between commas that has words in it."""
        part = plain[begin - low :]
        comma = part.rstrip(" ,").rfind(", ")
        return begin + comma + 2 if comma >= 0 else begin

    def before_verb(self, text: str, phrase: Phrase | None) -> Phrase | None:
        """The phrase before its verb; behind it, where only how often something is stands before (“cases were …”), or
        the treatment (“treatment was stopped early”)."""
        if phrase is None:
            return None
        verb = self._verb.search(text, phrase.start, phrase.end)
        if verb is None:
            return phrase
        if self._frequent.search(text, phrase.start, verb.start()):
            return self._phrases.trimmed(text, verb.end(), phrase.end)
        before = self._phrases.trimmed(text, phrase.start, verb.start())
        stopped = text[phrase.start : verb.start()].rpartition(" ")[2].lower() in self._medicines
        return before or (self._phrases.trimmed(text, verb.end(), phrase.end) if stopped else None)

    def _before_stop(self, text: str, phrase: Phrase | None) -> Phrase | None:
        """The phrase up to a word that ends it (“response rates compared with …”), where anything is left."""
        if phrase is None:
            return None
        stop = self._right.search(_without_brackets(text, phrase.start, phrase.end), 3)
        return (self._phrases.trimmed(text, phrase.start, phrase.start + stop.start()) or phrase) if stop else phrase

    def before_time(self, context: DocumentContext, phrase: Phrase) -> Phrase:
        """The phrase up to the time point that it tells (“deaths at six months”), where anything is left."""
        for date in context.within(context.dates, phrase.start + 1, phrase.end):
            if date.type == "DURATION" and self._at.search(context.text[phrase.start : date.start]):
                return self._phrases.trimmed(context.text, phrase.start, date.start) or phrase
        return phrase

    def _marks(self, context: DocumentContext, reading: Reading, start: int) -> Iterable[int]:
        """Where a figure, an arm or a time point behind `start` begins."""
        end = reading.sentence.end
        yield from (figure.start for figure in reading.figures if figure.start > start)
        yield from (arm.start for arm in reading.arms if arm.start > start)
        yield from (d.start for d in context.within(context.dates, start + 1, end) if d.type != "SET")


def _without_brackets(text: str, start: int, end: int) -> str:
    """The text with abbreviations in brackets made of letters, so that they end no phrase; all offsets are kept."""
    return _ABBREVIATED.sub(lambda m: "_" * len(m.group()), text[start:end])
