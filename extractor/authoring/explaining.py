"""Why something was found, or was not: the rules at a place with the words they matched, and where one rule fails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.authoring.failing import Failure, failure_of_pattern, failure_of_shape
from extractor.authoring.found import Found, found_in, slot_texts
from extractor.authoring.listing import rule_of
from extractor.authoring.matched import matches_of
from extractor.authoring.slots import Part, parts_of
from extractor.components.context import DocumentContext
from extractor.errors import ExtractorError
from extractor.model import Article, Result
from extractor.pipeline import Pipeline, extraction_of
from extractor.rulebook import Match, Rule, View
from extractor.rulebook.tracing import Look, tracing


@dataclass(frozen=True)
class Fired:
    """A rule that fired at a place: the span it found, the words it matched (`whole`), what filled its slots, what the
    record says and, of a result, which rules found its `parts`; `decided` tells whether a record names it (a rule may
    match and be outvoted, or only add to others)."""

    rule: Rule | None
    rule_id: str
    start: int
    end: int
    text: str
    whole: str
    slots: Mapping[str, str]
    says: Mapping[str, str]
    decided: bool
    parts: Sequence[Part] = ()


@dataclass(frozen=True)
class Explanation:
    """What happened at one place of an article; `failure` where the rule that was asked for stopped, None if it
    matched."""

    start: int
    end: int
    sentence: str
    fired: Sequence[Fired]
    failure: Failure | None = None


def explain(pipeline: Pipeline, article: Article, words: str, rule_id: str | None = None) -> list[Explanation]:
    """Explains every place where the `words` stand in the article (white space may differ).

    Raises `ExtractorError` where they do not stand in it, `RuleError` for a rule that is not in force.
    """
    rule = rule_of(pipeline.rulebook, rule_id) if rule_id else None
    with tracing() as looks:
        context = pipeline.context(article)
    places = list(_places(context.text, words))
    if not places:
        raise ExtractorError(f"“{words}” does not stand in the article; copy the words as they are", path=article.path)
    found = found_in(extraction_of(context))
    return [_explanation(pipeline, context, looks, found, place, rule) for place in places]


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    wanted = r"\s+".join(map(re.escape, words.split()))
    return (match.span() for match in re.finditer(wanted, text)) if wanted else iter(())


def _explanation(
    pipeline: Pipeline,
    context: DocumentContext,
    looks: Sequence[Look],
    found: Sequence[Found],
    place: tuple[int, int],
    rule: Rule | None,
) -> Explanation:
    start, end = place
    sentence = context.sentence_at(start)
    rules = {each.id: each for each in pipeline.rulebook.rules}
    matches = [m for look in looks for m in look.matches if m.start < end and start < m.end]
    here = [one for one in found if one.start < end and start < one.end]
    fired = list(_fired(pipeline, context, here, matches, rules))
    results = {(one.rule, one.start, one.end): one for one in here if isinstance(one.record, Result)}
    everywhere = [match for look in looks for match in look.matches] if results else []
    for number, each in enumerate(fired):
        result = results.get((each.rule_id, each.start, each.end)) if each.decided else None
        if result is not None:
            parts = tuple(parts_of(result, context, everywhere, found, pipeline.rulebook))
            fired[number] = replace(each, parts=parts)
    if rule is not None:
        fired = [each for each in fired if each.rule_id == rule.id]
    failure = None
    if rule is not None and not fired:
        views = [
            look.view for look in looks if rule.id in {r.id for r in look.rules} and _covers(look.view, start, end)
        ]
        failure = _failure(pipeline, context, rule, views or [context.view(sentence)], (start, end))
    return Explanation(start, end, context.text[sentence.start : sentence.end], fired, failure)


def _covers(view: View, start: int, end: int) -> bool:
    return bool(view.starts) and view.starts[0] < end and start < view.ends[-1]


def _fired(
    pipeline: Pipeline,
    context: DocumentContext,
    found: Iterable[Found],
    matches: Sequence[Match],
    rules: Mapping[str, Rule],
) -> Iterator[Fired]:
    """Records first, each with the match that made it; then matches that no record names, each rule and span once."""
    told: set[tuple[str, int, int]] = set()
    for one in found:
        rule = rules.get(one.rule)
        match = _match_of(pipeline, context, one, matches, rule)
        whole = context.text[match.whole_start : match.whole_end] if match else one.text
        slots = slot_texts(match) if match else {}
        told.add((one.rule, one.start, one.end))
        yield Fired(rule, one.rule, one.start, one.end, one.text, whole, slots, one.values(), True)
    for match in matches:
        known = (rule == match.rule.id and s < match.end and match.start < e for rule, s, e in told)
        if not any(known):
            told.add((match.rule.id, match.start, match.end))
            whole = context.text[match.whole_start : match.whole_end]
            slots = slot_texts(match)
            text = context.text[match.start : match.end]
            yield Fired(match.rule, match.rule.id, match.start, match.end, text, whole, slots, {}, False)


def _match_of(
    pipeline: Pipeline, context: DocumentContext, found: Found, matches: Sequence[Match], rule: Rule | None
) -> Match | None:
    mine = [m for m in matches if m.rule.id == found.rule and m.start < found.end and found.start < m.end]
    if not mine and rule is not None:
        lexicons = pipeline.rulebook.lexicons
        mine = [m for m in matches_of(rule, context, lexicons) if m.start < found.end and found.start < m.end]
    return min(
        mine, key=lambda m: ((m.start, m.end) != (found.start, found.end), m.whole_end - m.whole_start), default=None
    )


def _failure(
    pipeline: Pipeline, context: DocumentContext, rule: Rule, views: Sequence[View], place: tuple[int, int]
) -> Failure | None:
    lexicons = pipeline.rulebook.lexicons
    sentence = context.sentence_at(place[0])
    failures = [
        failure_of_pattern(rule, pattern, lexicons, context.vocab, view, place)
        for pattern in rule.patterns
        for view in views
    ]
    bounds = (sentence.start, sentence.end)
    failures += [failure_of_shape(rule, shape, lexicons, context.text, bounds, place) for shape in rule.shapes]
    return max(failures, key=lambda failure: failure.share, default=None)
