"""Dates as medical news of 1998 to 2026 phrase them: `data/phrases.txt`, one sentence a line.

The spans in brackets are found with the values behind them, and nothing else; `from` and `to` are the interval.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.marked import marked

PUBLISHED = date(2026, 2, 10)
FIELDS = {"from": "date_from", "to": "date_to"}


def phrases() -> list[tuple[str, date]]:
    """Each marked sentence with its day of publication."""
    cases = []
    for line in (Path(__file__).parent / "data" / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            day, line = line[1:].split(" ", 1)
            cases.append((line, date.fromisoformat(day)))
        elif line and not line.startswith("#"):
            cases.append((line, PUBLISHED))
    return cases


@pytest.mark.parametrize(("phrase", "published"), phrases())
def test_a_phrase_is_found_with_its_values(extract, phrase, published):
    expected = marked(phrase)
    found = extract(expected.text, published=published).dates
    assert [(record.start, record.end) for record in found] == list(expected.spans)
    for record, values in zip(found, expected.values, strict=True):
        assert {name: str(getattr(record, FIELDS.get(name, name))) for name in values} == values
