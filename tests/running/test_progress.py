"""Progress as lines, the log, and the summary in words and numbers."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import pytest

from extractor.commands.presentation import summary
from extractor.errors import ExtractorError
from extractor.running import progress
from extractor.running.job import Progress


def test_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LINE_SECONDS", 0.0)
    with progress.shown_progress() as watcher:
        state = Progress(found=10, total=1200, read=290, articles=290, unchanged=10, failures=[("a.txt", "bad")])
        watcher(state)
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("301 of 1,200 files, ")
    assert line.endswith(" left, 10 unchanged, 1 failed")
    with progress.shown_progress(quiet=True) as watcher:
        watcher(state)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (
            Progress(articles=1, read=1, seconds=0.26, rows=Counter(percentages=1, dates=1200)),
            "1 article stored in 0.3 seconds\n1 percentage and 1,200 dates\nThe facts are in facts.db",
        ),
        (
            Progress(unchanged=1153, removed=2, failures=[("a", "b")], seconds=12.34),
            "0 articles stored, 1,153 unchanged, 2 removed, 1 failed in 12.3 seconds\nThe facts are in facts.db",
        ),
        (
            Progress(articles=3, interrupted=True),
            "Interrupted: 3 articles stored in 0.0 seconds\nThe facts are in facts.db",
        ),
        (
            Progress(found=1, read=1, articles=1, seconds=1.0, left_out=Counter({".csv": 2, "": 1})),
            "1 article stored in 1.0 seconds\nLeft out, for they are no articles by their names: 2 .csv, 1 without an ending\n"
            "The facts are in facts.db",
        ),
    ],
)
def test_a_summary(state: Progress, text: str) -> None:
    assert summary(state, "facts.db") == text


def test_a_log(tmp_path: Path) -> None:
    path = tmp_path / "run.log"
    logger = logging.getLogger("extractor")
    before = logger.handlers[:]
    try:
        progress.log_to(path)
        logger.warning("something \udcff happened")
    finally:
        for handler in logger.handlers[:]:
            if handler not in before:
                logger.removeHandler(handler)
                handler.close()
    assert path.read_text().rstrip().endswith("WARNING something \\udcff happened")
    with pytest.raises(ExtractorError, match="the log cannot be written"):
        progress.log_to(tmp_path / "no" / "run.log")
