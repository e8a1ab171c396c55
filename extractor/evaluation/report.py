"""An evaluation as a table for people or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from extractor.evaluation.evaluate import Evaluation
from extractor.evaluation.misses import Miss
from extractor.evaluation.scores import AttributeScore, KindScore, Score

_HEADINGS = ("", "gold", "found", "right", "precision", "recall", "F1", "strict F1", "share", "filled F1")


def as_table(evaluation: Evaluation) -> str:
    """One block for each kind: its spans, strict and relaxed, then its attributes over the relaxed matches.

    `right` counts matches, or matches with the attribute right; precision, recall and F1 follow from it; `strict F1`
    is the same over exact matches; `share` is right among matched; `filled F1` looks at matched values that are not
    null.
    """
    rows: list[tuple[str, ...]] = [_HEADINGS]
    for kind, score in evaluation.scores.items():
        rows += [("",) * len(_HEADINGS), *_rows(kind, score)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = (
        "  ".join(cell.ljust(width) if not column else cell.rjust(width) for column, (cell, width) in pairs).rstrip()
        for pairs in (enumerate(zip(row, widths, strict=True)) for row in rows)
    )
    return f"{len(evaluation.compared)} articles\n" + "\n".join(lines)


def _rows(kind: str, score: KindScore) -> Iterator[tuple[str, ...]]:
    yield (f"{kind}, exact span", *_counts(score.strict), _figure(score.strict.f1), "", "")
    yield (f"{kind}, overlap", *_counts(score.relaxed), "", "", "")
    for name, attribute in score.attributes.items():
        yield (f"  {name}", *_attribute(attribute))
    if score.joint is not None:
        yield ("  joint: drug, comparator_value", *_attribute(score.joint)[:-1], "")
    if score.macro_f1 is not None:
        yield ("  polarity, macro-F1", "", "", "", "", "", _figure(score.macro_f1), "", "", "")


def _attribute(score: AttributeScore) -> tuple[str, ...]:
    filled = "" if score.filled.gold == score.filled.found == score.matched else _figure(score.filled.f1)
    return (*_counts(score.relaxed), _figure(score.strict.f1), _figure(score.share), filled)


def _counts(score: Score) -> tuple[str, ...]:
    counts = (score.gold, score.found, score.right)
    return (*map(str, counts), *map(_figure, (score.precision, score.recall, score.f1)))


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def as_json(evaluation: Evaluation, misses: list[Miss] | None = None) -> str:
    """All scores, unrounded, with what did not fit and, if asked for, the mistakes."""
    said: dict[str, Any] = {
        "articles": len(evaluation.compared),
        "scores": {kind: _kind(score) for kind, score in evaluation.scores.items()},
        "without_gold": evaluation.without_gold,
        "without_article": evaluation.without_article,
        "notices": evaluation.notices,
    }
    if misses is not None:
        said["misses"] = [asdict(miss) for miss in misses]
    return json.dumps(said, indent=1, ensure_ascii=False)


def _kind(score: KindScore) -> dict[str, Any]:
    said: dict[str, Any] = {
        "strict": _score(score.strict),
        "relaxed": _score(score.relaxed),
        "attributes": {name: _attribute_score(attribute) for name, attribute in score.attributes.items()},
    }
    if score.joint is not None:
        said["joint"] = _attribute_score(score.joint)
    if score.macro_f1 is not None:
        said["polarity_macro_f1"] = score.macro_f1
    return said


def _score(score: Score) -> dict[str, Any]:
    return {**asdict(score), "precision": score.precision, "recall": score.recall, "f1": score.f1}


def _attribute_score(score: AttributeScore) -> dict[str, Any]:
    return {
        "matched": score.matched,
        "right": score.right,
        "share": score.share,
        "relaxed": _score(score.relaxed),
        "strict": _score(score.strict),
        "filled": _score(score.filled),
    }
