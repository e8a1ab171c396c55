"""What is kept from run to run is what would be made anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.rulebook import prepared as module
from extractor.rulebook.prepared import compiled, keep_prepared, prepared


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Forgets what was prepared, as a new process has; call it for each."""
    monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path))

    def forget() -> None:
        monkeypatch.setattr(module, "_store", module._Store())
        compiled.cache_clear()

    forget()
    yield forget
    compiled.cache_clear()


def test_a_value_is_made_once_for_all_runs(fresh) -> None:
    assert prepared(("a", 1), lambda: "made") == "made"
    keep_prepared()
    fresh()
    assert prepared(("a", 1), lambda: "again") == "made"
    assert prepared(("a", 2), lambda: "other") == "other"


@pytest.mark.parametrize(("others", "kept"), [(1, True), (5, False)])
def test_what_others_use_is_kept_while_it_is_little(fresh, others: int, kept: bool) -> None:
    for number in range(others):
        prepared(("old", number), lambda: 1)
    keep_prepared()
    fresh()
    prepared("new", lambda: 2)
    keep_prepared()
    fresh()
    assert prepared(("old", 0), lambda: 3) == (1 if kept else 3)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("expression", [r"(?P<year>\d{4})-(?P<day>\d\d)?", "(?:é|[a-z]+)(?<!x)", "(a)|b", "(?i:A)B"])
def test_an_expression_is_the_same_in_the_next_run(fresh, expression: str, flags: int) -> None:
    def seen() -> list[tuple]:
        pattern = compiled(expression, flags)
        assert (pattern.pattern, pattern.flags) == (expression, re.compile(expression, flags).flags)
        found = pattern.finditer("AB ab É 2026-11 x2025- a")
        return [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in found]

    first = seen()
    assert first == [
        (m.span(), m.groups(), m.groupdict(), m.lastgroup)
        for m in re.finditer(expression, "AB ab É 2026-11 x2025- a", flags)
    ]
    keep_prepared()
    fresh()
    assert seen() == first


def test_a_damaged_file_is_no_error(fresh) -> None:
    compiled("a+b")
    keep_prepared()
    module._path().write_bytes(b"nothing")
    fresh()
    assert compiled("a+b").match("aab")


def test_what_cannot_be_compiled_is_told(fresh) -> None:
    with pytest.raises(re.error):
        compiled("(a")
