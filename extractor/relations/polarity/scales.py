"""How much a word with a polarity counts by the clause and the sentence it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.components.context import DocumentContext
from extractor.relations.attribution.topics import FRAGMENT, Topics
from extractor.relations.polarity.words import PolarWord

CONTRAST, TURN, DOUBT = 0.4, 0.6, 0.4
REACH = 90
"""Characters over which a verb such as "tackling" takes the force out of words against."""
_SENTENCE_END = re.compile(r"[.!?;](?=[\s”\"]|$)")
_CLAUSE_END = re.compile(r"[,;.!?](?=\s|$)")
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)


class Scales:
    """The clauses and sentences of a stretch of text in which words count less; `company`: the company whose words
    they are, None for anybody else's."""

    def __init__(
        self,
        context: DocumentContext,
        span: tuple[int, int],
        words: Sequence[PolarWord],
        topics: Topics,
        *,
        company: str | None,
    ) -> None:
        text, (start, end) = context.text, span
        ends = [match.start() for match in _SENTENCE_END.finditer(text, start, end)] + [end]
        self.clauses = [(w.start, clause_end_in(text, w.end, end) or end) for w in words if w.kind == "contrast"]
        self.doubts = [(w.start, clause_end_in(text, w.end, end) or end) for w in words if w.kind == "doubt"]
        self.turns = [(_sentence_start(ends, w.start, start), w.start) for w in words if w.kind == "turn"]
        self.fights = [
            (w.end, min(w.end + REACH, next(e for e in ends if e >= w.start))) for w in words if w.kind == "fight"
        ]
        self.void: list[tuple[int, int]] = []
        """Sentences about something else, in which nothing counts."""
        self.blameless: list[tuple[int, int]] = []
        """Sentences in which words against are not said of the drug."""
        self.doubtful: list[tuple[int, int]] = []
        """Sentences in which words against may be said of the disease."""
        if len(text[start:end].split()) >= FRAGMENT:
            for first, last in pairwise([start, *ends]):
                existing = any(first <= w.start < last for w in words if w.kind == "existing")
                refers = bool(context.within(context.drugs, first, last)) or topics.refers(text[first:last])
                here = context.within(context.organizations, first, last)
                itself = any(o.organization == company for o in here)
                if existing and not refers and not itself:
                    self.void.append((first, last))
                elif company is not None and (
                    existing or not (refers or itself or _FIRST_PERSON.search(text, first, last))
                ):
                    self.blameless.append((first, last))
                elif existing:
                    self.doubtful.append((first, last))

    def factor(self, offset: int, weight: float) -> float:
        """What a weight at this offset is multiplied with."""
        if _covers(self.void, offset):
            return 0.0
        if weight < 0 and (_covers(self.fights, offset) or _covers(self.blameless, offset)):
            return 0.0
        if _covers(self.doubts, offset):
            return 0.0 if weight > 0 else DOUBT
        aside = _covers(self.clauses, offset) or (weight < 0 and _covers(self.doubtful, offset))
        return (CONTRAST if aside else 1.0) * (TURN if _covers(self.turns, offset) else 1.0)


def _covers(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(first <= offset < last for first, last in stretches)


def clause_end_in(text: str, start: int, end: int) -> int | None:
    """Where the first comma or stop in [start, end) stands."""
    stop = _CLAUSE_END.search(text, start, end)
    return stop.start() if stop else None


def _sentence_start(ends: Sequence[int], offset: int, start: int) -> int:
    return max((end + 1 for end in ends if end < offset), default=start)
