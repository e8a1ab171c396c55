"""The scores of one article, counted once more in the simplest way, from its gold file and its rows: they must
agree."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation import Evaluation, evaluate
from extractor.pipeline import Pipeline
from extractor.readers import read_articles

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
ARTICLE = "2025-06-02-news-asco-relutamab-vedotin-lung"

ROWS = {
    "drugs": "drug_mentions",
    "percentages": "percentages",
    "dates": "dates",
    "quotes": "quotes",
}
ATTRIBUTES = [
    ("drugs", "name", ("name",), ("drug",)),
    ("percentages", "value", ("value", "value_high"), ("value", "value_high")),
    ("percentages", "role", ("role",), ("role",)),
    ("dates", "type", ("type",), ("type",)),
    ("dates", "interval", ("from", "to"), ("date_from", "date_to")),
    ("quotes", "polarity", ("polarity",), ("polarity",)),
]


@pytest.fixture(scope="module")
def evaluation(pipeline: Pipeline) -> Evaluation:
    return evaluate(pipeline, CORPUS / "articles", CORPUS / "gold", only=ARTICLE)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return json.loads((CORPUS / "gold" / f"{ARTICLE}.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def found(pipeline: Pipeline) -> dict[str, list[dict[str, Any]]]:
    (article,) = read_articles(CORPUS / "articles" / f"{ARTICLE}.txt")
    extraction = pipeline.extract(article)
    rows = {kind: [asdict(row) for row in getattr(extraction, field)] for kind, field in ROWS.items()}
    rows["results"] = [asdict(row) for row in extraction.results]
    rows["quotes"] = [row for row in rows["quotes"] if row["direct"]]
    return rows


@pytest.mark.parametrize("kind", ROWS)
def test_strict_scores(
    kind: str, evaluation: Evaluation, gold: dict[str, Any], found: dict[str, list[dict[str, Any]]]
) -> None:
    in_gold = {(one["start"], one["end"]) for one in gold[kind]}
    in_rows = {(row["start"], row["end"]) for row in found[kind]}
    both = len(in_gold & in_rows)
    assert both > 0
    score = evaluation.scores[kind].strict
    assert score.precision == pytest.approx(both / len(in_rows))
    assert score.recall == pytest.approx(both / len(in_gold))
    assert score.f1 == pytest.approx(2 * both / (len(in_gold) + len(in_rows)))


@pytest.mark.parametrize(("kind", "attribute", "of_gold", "of_rows"), ATTRIBUTES)
def test_attributes_of_exact_matches(
    kind: str,
    attribute: str,
    of_gold: tuple[str, ...],
    of_rows: tuple[str, ...],
    evaluation: Evaluation,
    gold: dict[str, Any],
    found: dict[str, list[dict[str, Any]]],
) -> None:
    wanted = [one for one in gold[kind] if attribute != "interval" or one["type"] == "DATE"]
    said = {(one["start"], one["end"], *(one.get(name) for name in of_gold)) for one in wanted}
    rows = {(row["start"], row["end"], *(row[name] for name in of_rows)) for row in found[kind]}
    rows = {tuple(str(value) if hasattr(value, "isoformat") else value for value in row) for row in rows}
    assert evaluation.scores[kind].attributes[attribute].strict.right == len(said & rows) > 0


def test_joint_score_of_results(
    evaluation: Evaluation, gold: dict[str, Any], found: dict[str, list[dict[str, Any]]]
) -> None:
    heads = {(one["text"], one["nth"]): one["start"] for one in gold["percentages"]}
    said = {
        (heads[one["percentage"]["text"], one["percentage"]["nth"]], one["drug"], one["comparator_value"])
        for one in gold["results"]
    }
    rows = {row["id"]: row["start"] for row in found["percentages"]}
    joined = {(rows[row["percentage_id"]], row["drug"], row["comparator_value"]) for row in found["results"]}
    joint = evaluation.scores["results"].joint
    assert joint is not None
    assert joint.strict.right == len(said & joined) > 0
    assert joint.strict.f1 == pytest.approx(2 * len(said & joined) / (len(said) + len(joined)))
