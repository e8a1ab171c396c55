"""A folder watched: what appears, changes and goes is in the database soon after."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import ExtractorError
from extractor.running import watching
from tests.fakes import job
from tests.stored import assert_whole, everything, rows

pytest.importorskip("watchfiles")


class Watch(threading.Thread):
    """A watch in a thread, with what its runs came to."""

    def __init__(self, folder: Path, **options: Any) -> None:
        super().__init__(daemon=True)
        self.job = job(folder, folder.parent / "facts.db", **options)
        self.stop = False
        self.articles: list[int] = []

    def run(self) -> None:
        for done in watching.watch(self.job, stopped=lambda: self.stop):
            self.articles.append(done.articles)

    def wait_for(self, what: Callable[[], bool]) -> None:
        until = time.monotonic() + 60
        while not what():
            assert time.monotonic() < until, "waited in vain"
            time.sleep(0.02)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_appears_changes_and_goes(tmp_path: Path) -> None:
    folder, database = tmp_path / "articles", tmp_path / "articles/facts.db"
    folder.mkdir()
    (folder / "a.txt").write_text("1% on amab")
    watch = Watch(folder)
    watch.job = job(folder, database)
    watch.start()

    def values() -> set[float]:
        return {value for (value,) in rows(database, "SELECT value FROM percentages")} if watch.articles else set()

    watch.wait_for(lambda: values() == {1.0})
    (folder / "b.txt").write_text("2% on bmab")
    (folder / "picture.png").write_text("3% on cmab")
    (folder / ".hidden.txt").write_text("4% on dmab")
    watch.wait_for(lambda: values() == {1.0, 2.0})
    (folder / "new").mkdir()
    (folder / "new/c.txt").write_text("5% on emab")
    (folder / "a.txt").write_text("6% on fmab")
    watch.wait_for(lambda: values() == {2.0, 5.0, 6.0})
    (folder / "new/c.txt").rename(folder / "d.txt")
    (folder / "b.txt").unlink()
    watch.wait_for(lambda: values() == {5.0, 6.0})
    watch.stop = True
    watch.join(60)
    assert not watch.is_alive()
    assert_whole(database)
    assert {row[1].rpartition("/")[2] for row in everything(database)["documents"]} == {"a.txt", "d.txt"}


def test_a_watch_may_be_stopped_before_it_has_begun(tmp_path: Path) -> None:
    assert not [*watching.changes_in([tmp_path], stopped=lambda: True)]


def test_a_file_cannot_be_watched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(ExtractorError, match="is no folder"):
        next(watching.watch(job(tmp_path / "a.txt", tmp_path / "facts.db"), stopped=lambda: False))
