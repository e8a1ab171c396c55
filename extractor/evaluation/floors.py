"""The score as a gate: floors below which no metric may fall, and which only ever rise."""

from __future__ import annotations

import json
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.evaluation.evaluate import Evaluation

DECIMALS = 3


def metrics(evaluation: Evaluation) -> dict[str, float]:
    """Every score that floors hold, by its name (`dates.value.f1`), rounded to three decimals.

    These are the F1 scores over all gold and all found: strict, relaxed, with each attribute, joint; and the
    macro-F1 of polarity. Shares among matched rows are no floors, because they may fall when more is found.
    """
    named: dict[str, float | None] = {}
    for kind, score in evaluation.scores.items():
        named[f"{kind}.strict.f1"] = score.strict.f1
        named[f"{kind}.relaxed.f1"] = score.relaxed.f1
        for name, attribute in score.attributes.items():
            named[f"{kind}.{name}.f1"] = attribute.relaxed.f1
        if score.joint is not None:
            named[f"{kind}.joint.f1"] = score.joint.relaxed.f1
        if kind == "quotes":
            named[f"{kind}.polarity.macro_f1"] = score.macro_f1
    return {name: round(value, DECIMALS) for name, value in named.items() if value is not None}


def read_floors(path: Path) -> dict[str, float]:
    """The floors by metric; none where there is no such file yet."""
    if not path.exists():
        return {}
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(value) for name, value in floors.items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise ExtractorError("is no JSON object of metrics and numbers", path=path) from error


def fallen(evaluation: Evaluation, floors: dict[str, float]) -> list[str]:
    """One line for each metric that is below its floor, or no longer measured."""
    now = metrics(evaluation)
    return [
        f"{name} fell from {floor:.3f} to {now[name]:.3f}" if name in now else f"{name} is no longer measured"
        for name, floor in floors.items()
        if now.get(name, -1.0) < round(floor, DECIMALS)
    ]


def raise_floors(evaluation: Evaluation, path: Path) -> list[str]:
    """Lift every floor in `path` to the score of today where that is higher; one line for each that rose."""
    floors = read_floors(path)
    higher = {name: value for name, value in metrics(evaluation).items() if value > floors.get(name, 0.0)}
    if higher:
        path.write_text(json.dumps(dict(sorted({**floors, **higher}.items())), indent=1) + "\n", encoding="utf-8")
    return [f"{name} {floors.get(name, 0.0):.3f} -> {value:.3f}" for name, value in sorted(higher.items())]
