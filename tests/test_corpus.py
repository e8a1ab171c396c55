"""The corpus as a gate: its gold is sound, and no score on it falls below its floor."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from extractor.evaluation import Evaluation, evaluate, fallen, read_floors, read_gold, read_gold_file
from extractor.pipeline import Pipeline

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
ARTICLES, GOLD, FLOORS = CORPUS / "articles", CORPUS / "gold", CORPUS / "floors.json"


@pytest.fixture(scope="module")
def evaluation(pipeline: Pipeline) -> Evaluation:
    return evaluate(pipeline, ARTICLES, GOLD)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_gold_is_sound(path: Path) -> None:
    gold = read_gold_file(path)
    assert gold.id == path.stem
    spans = Counter((type(span).__name__, span.start, span.end) for span in gold.spans())
    assert [span for span, count in spans.items() if count > 1] == []
    names = {drug.name for drug in gold.drugs}
    assert {one.drug for one in (*gold.quotes, *gold.results) if one.drug} <= names


def test_every_offset_fits_and_every_article_has_gold(evaluation: Evaluation) -> None:
    assert evaluation.without_article == ()
    assert evaluation.without_gold == ()
    assert len(evaluation.compared) == len(read_gold(GOLD))
    assert evaluation.notices == ()


def test_no_score_falls_below_its_floor(evaluation: Evaluation) -> None:
    floors = read_floors(FLOORS)
    assert floors, "python -m extractor.evaluation corpus/articles corpus/gold --raise-floors corpus/floors.json"
    assert fallen(evaluation, floors) == []
