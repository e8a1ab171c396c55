import json
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.evaluation.gold import read_gold, read_gold_file
from tests.evaluation.records import TEXT, gold, place

EMPTY = {
    "id": "made",
    "published": "2026-02-03",
    "title": None,
    "drugs": [],
    "percentages": [],
    "dates": [],
    "quotes": [],
    "results": [],
}
RESULT = {
    **dict.fromkeys(("measure", "drug", "arm", "comparator", "comparator_value"), None),
    **dict.fromkeys(("endpoint", "timepoint", "trial", "phase"), None),
}
PERCENT = {"text": "5%", "nth": 1, "start": 0, "end": 2, "value": 5, "role": "result"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"drugs": [{"text": "x", "start": 0, "end": 1, "name": "x", "note": "?"}]}, "note"),
        ({"drugs": [{"text": "x", "start": 0, "end": 2, "name": "x"}]}, "not as long"),
        ({"percentages": [{**PERCENT, "role": "outcome"}]}, "role"),
        ({"dates": [{"text": "a", "start": 0, "end": 1, "type": "DURATION"}]}, "'value'"),
        ({"dates": [{"text": "a", "start": 0, "end": 1, "type": "DATE", "from": "2025-01-01"}]}, "both"),
        (
            {"dates": [{"text": "a", "start": 0, "end": 1, "type": "DATE", "from": "2025-02-01", "to": "2025-01-01"}]},
            "back",
        ),
        ({"results": [{**RESULT, "percentage": {"text": "6%", "nth": 1}, "value": 6}]}, "none of the percentages"),
        (
            {"percentages": [PERCENT], "results": [{**RESULT, "percentage": {"text": "5%", "nth": 1}, "value": 5}] * 2},
            "more than one",
        ),
        (
            {
                "percentages": [PERCENT],
                "results": [{**RESULT, "phase": "late", "percentage": {"text": "5%", "nth": 1}, "value": 5}],
            },
            "phase",
        ),
        ({"events": [{"text": "a", "start": 0, "end": 1, "event": "party", "modality": "done"}]}, "'party' is none of"),
        ({"organizations": [{"text": "a", "start": 0, "end": 1, "organization": "A"}]}, "kind"),
        ({"persons": [{"text": "a", "start": 0, "end": 1, "person": "A"}]}, "role"),
        ({"published": "yesterday"}, "published"),
    ],
)
def test_what_is_wrong_with_a_gold_file_is_told_with_its_path(tmp_path: Path, change: dict, told: str) -> None:
    path = tmp_path / "made.json"
    path.write_text(json.dumps({**EMPTY, **change}))
    with pytest.raises(ExtractorError) as error:
        read_gold_file(path)
    assert told in str(error.value)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_gold_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "made.json").write_text(json.dumps({**EMPTY, "percentages": [PERCENT]}))
    (only,) = read_gold(tmp_path)
    assert only.percentages[0].unit == "percent"
    assert only.percentages[0].comparator == "="


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExtractorError, match="no gold"):
        read_gold(tmp_path)


def test_offsets_that_do_not_fit_the_text_are_told() -> None:
    article = gold(drugs=[{**place("veltorimab"), "name": "veltorimab"}])
    assert article.misfits(TEXT) == []
    (line,) = article.misfits("x" + TEXT)
    assert "'veltorimab'" in line and "' veltorima'" in line
