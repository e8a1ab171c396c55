"""How much a word with a polarity counts by the clause and the sentence it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.components.context import DocumentContext
from extractor.relations.attribution.topics import FRAGMENT, Topics
from extractor.relations.polarity.lexicon import PolarWord

CONTRAST, TURN, DOUBT = 0.25, 0.4, 0.4
_IN_VAIN = frozenset({"lacking", "unshown", "wished", "rival"})
"""Classes of words behind which nothing is said for the drug up to the end of the clause."""
_SUBJECT = re.compile(r"[^\w’']*(?:[\w’'-]+[^\w’']+)?$")
"""What may stand between the start of a sentence and its subject: one word."""
REACH = 90
"""Characters over which a verb such as "tackling" takes the force out of words against."""
_SENTENCE_END = re.compile(r"[.!?;](?=[\s”\"]|$)")
_CLAUSE_END = re.compile(r"[,;.!?](?=\s|$)")
_CLOSED = re.compile(r"[,;.!?]|$")
"""How a clause ends that says no more than "and it didn't"."""
_LISTED = re.compile(r",(?=\s(?:[\w-]+\s){1,3}(?:and|or)\s)")
"""A comma in a list: "effective, safe and well tolerated"."""
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)


class Scales:
    """The clauses and sentences of a stretch of text in which words count less; `company`: the company whose words
    they are, None for anybody else's; `advocate`: they are those of patients and others who take a side, to whom what
    people in general suffer is the case against somebody."""

    def __init__(
        self,
        context: DocumentContext,
        span: tuple[int, int],
        words: Sequence[PolarWord],
        topics: Topics,
        *,
        company: str | None,
        advocate: bool,
    ) -> None:
        text, (start, end) = context.text, span
        ends = [match.start() for match in _SENTENCE_END.finditer(text, start, end)] + [end]
        self.clauses = [(w.start, clause_end_in(text, w.end, end) or end) for w in words if w.kind == "contrast"]
        self.doubts = [(w.start, _scope_end(text, w.end, end)) for w in words if w.kind == "doubt"]
        self.vain = [(w.end, _scope_end(text, w.end, end)) for w in words if w.kind in _IN_VAIN]
        self.fears = [(w.end, _scope_end(text, w.end, end)) for w in words if w.kind == "feared"]
        self.hopes = [(w.start, w.end) for w in words if w.kind == "wished"]
        self.undone = [
            (_sentence_start(ends, w.start, start), w.start)
            for w in words
            if w.kind == "undone" and _CLOSED.match(text, w.end, end)
        ]
        self.turns = [(_sentence_start(ends, w.start, start), w.start) for w in words if w.kind == "turn"]
        self.fights = [
            (w.end, min(w.end + REACH, next(e for e in ends if e >= w.start))) for w in words if w.kind == "fight"
        ]
        self.void: list[tuple[int, int]] = []
        """Sentences about something else, in which nothing counts."""
        self.vows: list[tuple[int, int]] = []
        """A company's own sentences about something else, in which only strong praise counts."""
        self.blameless: list[tuple[int, int]] = []
        """Sentences in which words against are not said of the drug."""
        self.doubtful: list[tuple[int, int]] = []
        """Sentences in which words against may be said of the disease."""
        if len(text[start:end].split()) >= FRAGMENT:
            for sentence in pairwise([start, *ends]):
                self._note_subject(context, sentence, words, topics, company=company, advocate=advocate)

    def _note_subject(
        self,
        context: DocumentContext,
        sentence: tuple[int, int],
        words: Sequence[PolarWord],
        topics: Topics,
        *,
        company: str | None,
        advocate: bool,
    ) -> None:
        """Notes a sentence in which words count less by what it is about: the drug, the company, the disease."""
        first, last = sentence
        text = context.text[first:last]
        ill = any(
            first <= word.start < last and _SUBJECT.match(context.text[first : word.start])
            for word in words
            if word.kind == "disease"
        )
        existing = ill or any(first <= word.start < last for word in words if word.kind == "existing")
        refers = bool(context.within(context.drugs, first, last)) or (
            topics.points(text) if ill else topics.refers(text) or topics.begins_with_event(text)
        )
        itself = any(o.organization == company for o in context.within(context.organizations, first, last))
        own = company is not None and _FIRST_PERSON.search(text) is not None
        if existing and not refers and not itself:
            (self.vows if own else self.void).append(sentence)
        elif company is not None and (existing or (not own and topics.is_disease(text))):
            self.blameless.append(sentence)
        elif existing or (not advocate and topics.is_of_people(text)):
            self.doubtful.append(sentence)

    def weigh_clauses(self, offsets: Sequence[int]) -> None:
        """Lets the clauses that "despite" opens count in full where no word of weight, at these offsets, stands
        outside."""
        if all(_covers(self.clauses, offset) for offset in offsets):
            self.clauses = []

    def factor(self, offset: int, weight: float, *, single: bool = True) -> float:
        """What a weight at this offset is multiplied with; `single`: it is a word's own, not what words say
        together."""
        if _covers(self.void, offset) or (weight < 1 and _covers(self.vows, offset)):
            return 0.0
        if weight < 0 and (_covers(self.fights, offset) or _covers(self.blameless, offset)):
            return 0.0
        if _covers(self.doubts, offset):
            return 0.0 if weight > 0 else DOUBT
        if _covers(self.vain if weight > 0 else self.fears, offset):
            return 0.0
        if single and _covers(self.undone, offset) and not _covers(self.hopes, offset):
            return -1.0
        aside = _covers(self.clauses, offset) or (weight < 0 and _covers(self.doubtful, offset))
        return (CONTRAST if aside else 1.0) * (TURN if _covers(self.turns, offset) else 1.0)


def _covers(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    return bool(stretches) and any(first <= offset < last for first, last in stretches)


def clause_end_in(text: str, start: int, end: int) -> int | None:
    """Where the first comma or stop in [start, end) stands."""
    stop = _CLAUSE_END.search(text, start, end)
    return stop.start() if stop else None


def _scope_end(text: str, start: int, end: int) -> int:
    """Where the clause ends, with the lists in it, in which a doubt counts."""
    stops = (match.start() for match in _CLAUSE_END.finditer(text, start, end))
    return next((stop for stop in stops if not _LISTED.match(text, stop)), end)


def _sentence_start(ends: Sequence[int], offset: int, start: int) -> int:
    return max((end + 1 for end in ends if end < offset), default=start)
