"""What a quotation says for or against a drug, its data, its company or a decision: the relation `polarity`.

The arithmetic. Words of the lexicon `polarity-words.tsv` and the rules of the family `polarity`, which say what those
words mean together ("fewer deaths"), give weights; of rules that overlap the one with the most words counts, and a single
word counts where no rule covers it. Then:

- in a clause that "despite" or "although" opens, a weight counts 0.4 of itself;
- before "but" or "however" in the same sentence it counts 0.6;
- in a sentence that neither names a drug nor refers to one or its data ("these results"), words against count only in
  the first person; where it also speaks of the disease or today's treatments ("unmet need", "currently available"), words
  for count nothing either. A fragment of fewer than eight words always counts;
- what "tackling" or "without" lists up to the next clause counts nothing against.

With P the sum of the weights for and N of those against, the score is (P − N) / (P + N + 1): from −1 to 1, 0 without
words or with as much for as against. From 0.25 on a quotation is positive, from −0.25 down negative, else neutral.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.model import PolarityWord, Quote
from extractor.relations.attribution_drugs import Topics, create_topics
from extractor.relations.polarity_words import PolarityLexicon, PolarWord, polarity_lexicon
from extractor.rulebook import LineMatcher, Match, Rule, Rulebook
from extractor.rulebook.folders import read_table
from extractor.rulebook.views import build_view

THRESHOLD = 0.25
CONTRAST, TURN = 0.4, 0.6
FRAGMENT = 8
"""Words from which on a quotation must be about a drug or its data for words against to count."""
REACH = 90
"""Characters over which a verb such as "tackling" takes the force out of words against."""
_SENTENCE_END = re.compile(r"[.!?;](?=[\s”\"]|$)")
_CLAUSE_END = re.compile(r"[,;.!?](?=\s|$)")
_LABELS = ("denial", "doubt", "less", "more", "harm", "benefit", "blame", "praise")
"""The classes of words, those first that win where two stand on the same words."""
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)
_SINGLE = {"praise": "polarity.praise", "blame": "polarity.blame"}


@dataclass(frozen=True)
class PolarityRelation:
    """Gives the context's quotes their polarity, score and the words that made it."""

    lexicon: PolarityLexicon
    matcher: LineMatcher
    singles: dict[str, Rule]
    topics: Topics
    fewest: int = 2
    """The fewest words of the lexicon that any of the rules needs."""
    name: str = "polarity"

    def __call__(self, context: DocumentContext) -> None:
        context.quotes[:] = [self.judged(context, quote) for quote in context.quotes]

    def judged(self, context: DocumentContext, quote: Quote) -> Quote:
        """The quote with polarity, score and words."""
        words = tuple(self.polarity_words(context, quote.start, quote.end))
        score = score_of(words)
        return replace(quote, polarity=polarity_of(score), score=score, words=words)

    def polarity_words(self, context: DocumentContext, start: int, end: int) -> list[PolarityWord]:
        """The words in [start, end) that speak for or against, with what each adds."""
        found = self.lexicon.find(context.text, start, end)
        if not found and self.fewest:
            return []
        weighed = [*self._together(context, start, end, found)]
        for word in found:
            rule = self.singles.get(word.kind)
            if rule is not None and not any(s < word.end and word.start < e for s, e, *_ in weighed):
                weight = word.weight if word.kind == "praise" else -word.weight
                weighed.append((word.start, word.end, rule.id, weight))
        scaled = _Scales(context, (start, end), found, self.topics)
        return [
            PolarityWord(start=s, end=e, text=context.text[s:e], rule=rule, weight=round(weight, 2))
            for s, e, rule, unscaled in sorted(weighed)
            if (weight := unscaled * scaled.factor(s, unscaled, context.text))
        ]

    def _together(
        self, context: DocumentContext, start: int, end: int, words: Sequence[PolarWord]
    ) -> Iterator[tuple[int, int, str, float]]:
        """What the rules make of words together, without overlap: the rule with the most words first."""
        labels = _labelled(words)
        if len(labels) < self.fewest:
            return
        tokens = _tokens(context, start, end)
        view = build_view(context.doc.vocab, context.text, tokens, [(w.start, w.end, w.kind, w) for w in labels])
        matches = [m for m in self.matcher.matches(view) if not _CLAUSE_END.search(context.text, m.start, m.end - 1)]
        taken: list[tuple[int, int]] = []
        for match in sorted(matches, key=lambda m: (-len(m.slots), m.end - m.start, m.start)):
            if not any(s < match.end and match.start < e for s, e in taken):
                taken.append((match.start, match.end))
                yield match.start, match.end, match.rule.id, _weight(match)


class _Scales:
    """How much weights count by the clause and sentence they stand in."""

    def __init__(
        self, context: DocumentContext, span: tuple[int, int], words: Sequence[PolarWord], topics: Topics
    ) -> None:
        text, (start, end) = context.text, span
        ends = [match.start() for match in _SENTENCE_END.finditer(text, start, end)] + [end]
        self.clauses = [(w.start, _clause_end(text, w.end, end)) for w in words if w.kind == "contrast"]
        self.turns = [(_sentence_start(ends, w.start, start), w.start) for w in words if w.kind == "turn"]
        self.fights = [(w.end, min(w.end + REACH, next(e for e in ends if e >= w.start))) for w in words if w.kind == "fight"]
        self.elsewhere: list[tuple[int, int, bool]] = []
        if len(text[start:end].split()) >= FRAGMENT:
            for first, last in pairwise([start, *ends]):
                if not context.within(context.drugs, first, last) and not topics.refers(text[first:last]):
                    existing = any(first <= w.start < last for w in words if w.kind == "existing")
                    self.elsewhere.append((first, last, existing))

    def factor(self, offset: int, weight: float, text: str) -> float:
        """What a weight at this offset is multiplied with."""
        factor = 1.0
        if any(first <= offset < last for first, last in self.clauses):
            factor *= CONTRAST
        if any(first <= offset < last for first, last in self.turns):
            factor *= TURN
        if weight < 0 and any(first <= offset < last for first, last in self.fights):
            return 0.0
        for first, last, existing in self.elsewhere:
            if first <= offset < last and (existing or (weight < 0 and not _FIRST_PERSON.search(text, first, last))):
                return 0.0
        return factor


def _clause_end(text: str, start: int, end: int) -> int:
    stop = _CLAUSE_END.search(text, start, end)
    return stop.start() if stop else end


def _sentence_start(ends: Sequence[int], offset: int, start: int) -> int:
    return max((end + 1 for end in ends if end < offset), default=start)


def _labelled(words: Sequence[PolarWord]) -> list[PolarWord]:
    """Words without overlap, in order: the longer first, then by `_LABELS`."""
    chosen: list[PolarWord] = []
    known = [word for word in words if word.kind in _LABELS]
    for word in sorted(known, key=lambda w: (w.start - w.end, _LABELS.index(w.kind), w.start)):
        if not any(other.start < word.end and word.start < other.end for other in chosen):
            chosen.append(word)
    return sorted(chosen, key=lambda w: w.start)


def _tokens(context: DocumentContext, start: int, end: int) -> list[tuple[int, int]]:
    first, last = context.token_at(start), context.token_at(max(start, end - 1)) + 1
    tokens = zip(context.token_starts[first:last], context.token_ends[first:last], strict=True)
    return [(max(s, start), min(e, end)) for s, e in tokens if not context.text[s:e].isspace() and max(s, start) < min(e, end)]


def _weight(match: Match) -> float:
    weight = match.rule.says.get("weight")
    if weight is not None:
        return float(weight)
    return sum(hit.record.weight for hit in match.slots.values() if isinstance(hit.record, PolarWord))


def score_of(words: Sequence[PolarityWord]) -> float:
    """(P − N) / (P + N + 1), with P and N the sums of the weights for and against; from -1 to 1."""
    above = sum(word.weight for word in words if word.weight > 0)
    below = -sum(word.weight for word in words if word.weight < 0)
    return round((above - below) / (above + below + 1), 3)


def polarity_of(score: float) -> str:
    """positive, negative or neutral."""
    return "positive" if score >= THRESHOLD else "negative" if score <= -THRESHOLD else "neutral"


def create_polarity(book: Rulebook, nlp: Language) -> PolarityRelation:
    """The relation with the rules in force."""
    rows = [row for path in book.path("polarity/polarity-words.tsv") for row in read_table(path)]
    rules = book.family("polarity")
    single = {rule.id: rule for rule in rules if rule.id in _SINGLE.values()}
    together = tuple(rule for rule in rules if rule.id not in single)
    return PolarityRelation(
        polarity_lexicon(rows),
        LineMatcher(together, book.lexicons, nlp.vocab),
        {kind: single[rule] for kind, rule in _SINGLE.items() if rule in single},
        create_topics(book),
        fewest=min((_words_needed(rule) for rule in together), default=2),
    )


def _words_needed(rule: Rule) -> int:
    """How many words of the lexicon the pattern of a rule names, of several patterns the one that names fewest."""
    counts = [sum(str(pattern).count(f"{label}}}") for label in _LABELS) for pattern in rule.patterns]
    return min(counts, default=0)
