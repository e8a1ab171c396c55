"""What each percentage measures: its `role`, by the rules of the family `role`.

A rule whose pattern has `{percentage}` speaks of that one; the highest priority counts, then the smallest stretch of
text. A percentage of which no rule speaks has the role of the one that it is listed or compared with; failing that,
what the rules without `{percentage}` say of its sentence, or of those before it in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext, Sentence
from extractor.model import Percentage
from extractor.relations.conditions import SentenceConditions
from extractor.relations.leads import lead_of
from extractor.relations.table_roles import BOUND, TableRoles
from extractor.rulebook import LineMatcher, Match, Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

CROSSING = 40
"""How much less a rule for money or populations counts whose words reach over another percentage."""

SENTENCES_BEFORE = 3
"""How many earlier sentences of the paragraph tell what a percentage is about."""

CARRIED_WITHIN = 400
"""How far from a percentage, in characters, one of which nothing is known may have its role."""

_LISTED = re.compile(r"[\s,;/&()]*(?:and|or|to|but)?[\s,;/&(]*", re.IGNORECASE)
_COMPARED_WITHIN = 120
_RUNNING = frozenset({"result", "financial", "population"})
"""Roles that all percentages of a sentence have, where nothing else is said of some of them."""
_NOT_COMPARED = frozenset({"threshold", "confidence", "dose"})
"""Roles that a percentage shares with its neighbour in a list, but not with one that it is compared with."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rule says of a percentage; of two, the greater `weight` counts."""

    role: str
    rule: str
    weight: tuple[int, int]


class Roles:
    """The relation: replaces `context.percentages` by records with `role` and `role_rule`."""

    name = "roles"

    def __init__(self, book: Rulebook, vocab: Vocab) -> None:
        rules = book.family("role")
        self._matcher = LineMatcher(rules, book.lexicons, vocab)
        self._conditions = SentenceConditions(rules, book.lexicons)
        self._tables = TableRoles(book)
        words = alternatives(book.lexicon("comparators").terms(place="before"))
        self._comparators = compiled(rf"(?:{words})", re.IGNORECASE)
        self._compared = compiled(book.expression("comparison-cue"), re.IGNORECASE)

    def __call__(self, context: DocumentContext) -> None:
        if not context.percentages:
            return
        known: dict[int, Evidence] = {}
        sentences = {s.number: s for s in (context.sentence_at(p.start) for p in context.percentages)}
        for sentence in sentences.values():
            known |= _SentenceRoles(self, context, sentence).evidence()
        _carry_on(context.percentages, known)
        known |= self._from_leads(context, known)
        known |= _strengths(context, known)
        told = {start: evidence.role for start, evidence in known.items()}
        for percentage, role, rule in self._tables.roles(context, told):
            known[percentage.start] = Evidence(role, rule, (0, 0))
        context.percentages = [
            replace(p, role=known[p.start].role, role_rule=known[p.start].rule) if p.start in known else p
            for p in context.percentages
        ]

    def _from_leads(self, context: DocumentContext, known: dict[int, Evidence]) -> dict[int, Evidence]:
        """What the line above a list says of the percentages in it of which nothing else is known."""
        found: dict[int, Evidence] = {}
        for percentage in context.percentages:
            if percentage.start not in known:
                lead = lead_of(context, context.sentence_at(percentage.start))
                cue = _strongest(self.matches(context, lead)) if lead is not None else None
                if cue is not None:
                    found[percentage.start] = cue
        return found

    def matches(self, context: DocumentContext, sentence: Sentence) -> list[Match]:
        """The rules that match in a sentence and whose conditions it fulfils."""
        view = context.view(sentence)

        @cache
        def paragraph() -> frozenset[str]:
            return paragraph_words(context, sentence)

        return [m for m in self._matcher.matches(view) if self._conditions.hold(m.rule, view.features, paragraph)]

    def is_listed(self, between: str) -> bool:
        """Whether nothing but a comma, “and” or words of comparison (“about”) stands between two percentages."""
        return _LISTED.fullmatch(self._comparators.sub("", between)) is not None

    def is_compared(self, between: str) -> bool:
        """Whether the text between two percentages sets them side by side (“versus”, “compared with”)."""
        return len(between) <= _COMPARED_WITHIN and self._compared.search(between) is not None


def paragraph_words(context: DocumentContext, sentence: Sentence) -> frozenset[str]:
    """The features of the views of a sentence and of those before it in its paragraph (at most `SENTENCES_BEFORE`)."""
    words = set(context.view(sentence).features)
    for before in context.sentences[max(0, sentence.number - SENTENCES_BEFORE) : sentence.number]:
        if before.paragraph == sentence.paragraph:
            words |= context.view(before).features
    return frozenset(words)


class _SentenceRoles:
    """The evidence for the percentages of one sentence, by their start."""

    def __init__(self, roles: Roles, context: DocumentContext, sentence: Sentence) -> None:
        self._roles, self._context, self._sentence = roles, context, sentence
        self._percentages = context.within(context.percentages, sentence.start, sentence.end)

    def evidence(self) -> dict[int, Evidence]:
        """What is told of them: of each by itself, else of its neighbours in a list or a comparison, else of the
        sentence."""
        known = self._own()
        self._inherit(known, self._percentages)
        self._inherit(known, self._percentages[::-1])
        told = {start: evidence for start, evidence in known.items() if evidence.rule != BOUND}
        for percentage in self._percentages:
            if percentage.start not in known:
                evidence = self._beside(percentage, told) or self._cue
                if evidence is not None:
                    known[percentage.start] = evidence
        return known

    def _beside(self, percentage: Percentage, told: dict[int, Evidence]) -> Evidence | None:
        """What is told of the nearest other percentage of the sentence, where roles run through sentences."""
        others = [p for p in self._percentages if p.start in told and told[p.start].role in _RUNNING]
        nearest = min(others, key=lambda p: abs(p.start - percentage.start), default=None)
        return told[nearest.start] if nearest else None

    @cached_property
    def _matches(self) -> list[Match]:
        return self._roles.matches(self._context, self._sentence)

    def _own(self) -> dict[int, Evidence]:
        starts = {p.start for p in self._percentages}
        known: dict[int, Evidence] = {}
        for match in self._matches:
            if match.start in starts and _is_about_one(match):
                evidence = _evidence(match, self._crossed(match))
                if match.start not in known or known[match.start].weight < evidence.weight:
                    known[match.start] = evidence
        return known

    def _crossed(self, match: Match) -> bool:
        """Whether a percentage that the rule does not name stands within the match."""
        named = {hit.start for hit in match.slots.values()}
        within = self._context.within(self._percentages, match.whole_start, match.whole_end)
        return any(p.start not in named for p in within)

    def _inherit(self, known: dict[int, Evidence], percentages: Sequence[Percentage]) -> None:
        """Gives those of which no rule speaks the role of the neighbour before them in `percentages`."""
        for neighbour, percentage in pairwise(percentages):
            evidence = known.get(neighbour.start)
            if percentage.start in known or evidence is None or evidence.rule == BOUND:
                continue
            first, second = sorted((neighbour, percentage), key=lambda p: p.start)
            between = self._context.text[first.end : second.start]
            compared = evidence.role not in _NOT_COMPARED and self._roles.is_compared(between)
            if compared or (evidence.role != "confidence" and self._roles.is_listed(between)):
                known[percentage.start] = evidence

    @cached_property
    def _cue(self) -> Evidence | None:
        """What the sentence, or else those before it in its paragraph, is about."""
        best = _strongest(self._matches)
        number = self._sentence.number
        for before in reversed(self._context.sentences[max(0, number - SENTENCES_BEFORE) : number]):
            if best is not None or before.paragraph != self._sentence.paragraph:
                break
            best = _strongest(self._roles.matches(self._context, before))
        return best


def _is_about_one(match: Match) -> bool:
    """Whether the rule found a percentage (rather than a kind of sentence)."""
    hit = match.slots.get("percentage")
    return hit is not None and hit.start == match.start


def _evidence(match: Match, crossed: bool = False) -> Evidence:
    priority = match.rule.priority - CROSSING * (crossed and match.rule.says["role"] in _RUNNING - {"result"})
    return Evidence(str(match.rule.says["role"]), match.rule.id, (priority, match.whole_start - match.whole_end))


def _strongest(matches: Iterable[Match]) -> Evidence | None:
    cues = [_evidence(match) for match in matches if "percentage" not in match.slots]
    return max(cues, key=lambda cue: cue.weight, default=None)


def _carry_on(percentages: Sequence[Percentage], known: dict[int, Evidence]) -> None:
    """Gives percentages of which nothing is known the role of the one before them, as in lists, or else behind them;
    thresholds and the like between them do not count."""
    for ordered in (percentages, percentages[::-1]):
        last: Percentage | None = None
        for percentage in ordered:
            near = last is not None and abs(percentage.start - last.start) <= CARRIED_WITHIN
            if percentage.start not in known and last is not None and near:
                known[percentage.start] = known[last.start]
            role = _role(known, percentage)
            if role not in _NOT_COMPARED:
                last = percentage if role in _RUNNING else None


def _strengths(context: DocumentContext, known: dict[int, Evidence]) -> dict[int, Evidence]:
    """Percentages right behind a drug's name that have the value of a strength which the article names elsewhere."""
    strengths = {p.value: known[p.start] for p in context.percentages if _role(known, p) == "dose"}
    names = {drug.end for drug in context.drugs}
    return {
        p.start: strengths[p.value]
        for p in context.percentages
        if p.value in strengths and context.text[: p.start].endswith(" ") and p.start - 1 in names
    }


def _role(known: dict[int, Evidence], percentage: Percentage) -> str | None:
    evidence = known.get(percentage.start)
    return evidence.role if evidence else None
