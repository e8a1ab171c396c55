"""A sentence as the rules of the family `results` see it: figures and arms as single tokens, statistics in brackets
left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractor.components.context import DocumentContext, Sentence
from extractor.model import Percentage
from extractor.relations.results.arms import ArmGroup
from extractor.rulebook import Rulebook, View, build_view
from extractor.rulebook.prepared import compiled


def statistics_shape(book: Rulebook) -> re.Pattern[str]:
    """The shape of brackets with statistics: p-values, intervals, ratios, counts, a bare range of numbers."""
    marks = book.expression("statistics-mark")
    return compiled(
        rf"\((?:[^()]|\([^()]*\))*?(?:\b[pP] ?[<=>≤≥]|\b[nN] ?=|\bCI\b|\bHR\b|\bOR\b|\bRR\b|(?i:{marks})"
        r"|\d+ ?/ ?\d+|\d+ (?:out )?of \d+)(?:[^()]|\([^()]*\))*\)"
        r"|\[[^\[\]]*(?:\bCI\b|\bHR\b)[^\[\]]*\]|(?<=% )\(\d+(?:\.\d+)?(?: ?[-–−] ?| to |, ?)\d+(?:\.\d+)?\)"
    )


def results_view(
    context: DocumentContext,
    sentence: Sentence,
    arms: Sequence[ArmGroup],
    groups: Sequence[tuple[Percentage, ...]],
    others: Sequence[Percentage],
    statistics: re.Pattern[str],
) -> View:
    """The view of a sentence: `groups` of figures that stand in a row are one percentage each, `arms` one arm, `others`
    (percentages that head no result) one threshold; brackets of the shape `statistics` are left out."""
    start, end = sentence.start, sentence.end
    layers: list[tuple[int, int, str, Any]] = [(g[0].start, g[-1].end, "percentage", g) for g in groups]
    layers += [(p.start, p.end, "threshold", p) for p in others]
    layers += [(arm.start, arm.end, "arm", arm) for arm in arms]
    kinds = {"DATE": "date", "DURATION": "duration", "SET": "set"}
    layers += [(d.start, d.end, kinds[d.type], d) for d in context.within(context.dates, start, end)]
    layers += [(t.start, t.end, "trial", t) for t in context.within(context.trials, start, end)]
    marks: list[tuple[int, int, str, Any]] = []
    for mark in layers:
        if mark[1] <= end and all(mark[1] <= s or mark[0] >= e for s, e, _, _ in marks):
            marks.append(mark)
    hidden = [m.span() for m in statistics.finditer(context.text, start, end) if not _holds(m.span(), groups)]
    marks = [mark for mark in marks if not any(s <= mark[0] < e for s, e in hidden)]
    tokens = context.tokens_in(start, end)
    if hidden:
        tokens = [(s, e) for s, e in tokens if not any(first <= s < last for first, last in hidden)]
    return build_view(context.vocab, context.text, tokens, sorted(marks, key=lambda mark: mark[0]))


def _holds(span: tuple[int, int], groups: Sequence[tuple[Percentage, ...]]) -> bool:
    return any(span[0] <= figure.start < span[1] for group in groups for figure in group)
