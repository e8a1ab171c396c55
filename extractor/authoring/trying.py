"""Trying rules on articles: what a rule file, or a bare pattern, finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.authoring.articles import Failed, readable_articles
from extractor.authoring.found import found_in, slot_texts
from extractor.components.context import DocumentContext
from extractor.errors import RuleError
from extractor.model import Article
from extractor.pipeline import Pipeline, extraction_of
from extractor.rulebook import LineMatcher, Match, Rule
from extractor.rulebook.folders import RULE_SUFFIXES
from extractor.rulebook.notation import NotationError, parse_line
from extractor.rulebook.rulebook import rules_of
from extractor.rulebook.tracing import tracing

PATTERN_RULE = "trial.tried"
"""The rule that a bare pattern is made into; its family only lends it the kinds of mention."""


@dataclass(frozen=True)
class Hit:
    """Something that a rule found: its span in the article, the rule, and what it says (values of the record, or
    slots)."""

    start: int
    end: int
    rule: str
    says: dict[str, str]


@dataclass(frozen=True)
class Tried:
    """An article with what was found in it, and the sentences (start, end) it stands in."""

    article: Article
    hits: Sequence[Hit]
    sentences: Sequence[tuple[int, int]]


def try_target(target: str, articles: Iterable[Path], rules: Sequence[Path], failed: Failed) -> Iterator[Tried]:
    """What a rule file or a folder of rules (a path), or a pattern finds in the articles, one article after the other;
    `failed` is told of those that cannot be read.

    Raises `RuleError` for a file or pattern that is wrong.
    """
    path = Path(target)
    if path.is_dir() or path.suffix in RULE_SUFFIXES:
        if not path.exists():
            raise RuleError("there is no such rule file", path=path)
        names = frozenset(rule.id for rule in rules_of(path) if not rule.off)
        pipeline = Pipeline((*rules, path))
        for article in readable_articles(articles, failed):
            yield _with_rules(pipeline, article, names)
    else:
        pipeline = Pipeline(tuple(rules))
        matcher = _pattern_matcher(target, pipeline)
        for article in readable_articles(articles, failed):
            yield _with_pattern(pipeline, article, matcher)


def _with_rules(pipeline: Pipeline, article: Article, names: frozenset[str]) -> Tried:
    with tracing() as looks:
        context = pipeline.context(article)
    found = [one for one in found_in(extraction_of(context)) if one.rule in names]
    hits = {(one.start, one.end, one.rule): Hit(one.start, one.end, one.rule, one.values()) for one in found}
    for look in looks:
        for match in look.matches:
            if match.rule.id in names and match.rule.supports:
                hits.setdefault((match.start, match.end, match.rule.id), _hit(match))
    return _tried(context, hits.values())


def _pattern_matcher(pattern: str, pipeline: Pipeline) -> LineMatcher:
    lexicons = pipeline.rulebook.lexicons
    try:
        parse_line(pattern, lexicons)
    except NotationError as error:
        raise RuleError(str(error)) from error
    return LineMatcher([Rule(PATTERN_RULE, "", patterns=(pattern,))], lexicons, pipeline.nlp.vocab)


def _with_pattern(pipeline: Pipeline, article: Article, matcher: LineMatcher) -> Tried:
    context = pipeline.context(article)
    hits = {}
    for sentence in context.sentences:
        for quotes in (False, True) if context.quotes else (False,):
            for match in matcher.matches(context.view(sentence, quotes=quotes)):
                hits[match.start, match.end] = _hit(match)
    return _tried(context, hits.values())


def _hit(match: Match) -> Hit:
    rule = "" if match.rule.id == PATTERN_RULE else match.rule.id
    return Hit(match.start, match.end, rule, slot_texts(match))


def _tried(context: DocumentContext, hits: Iterable[Hit]) -> Tried:
    ordered = sorted(hits, key=lambda hit: (hit.start, hit.end, hit.rule))
    sentences = {(s.start, s.end) for s in (context.sentence_at(hit.start) for hit in ordered)}
    return Tried(context.article, ordered, sorted(sentences))
