"""Files → events, in portions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from extractor.model import Article, Extraction
from extractor.running import reading
from extractor.running.manifest import Manifest
from extractor.running.reading import Reading, Task
from extractor.store.files import Event, FileDone, FileState
from tests.fakes import FakePipeline, read

FILES = {"a.txt": "1% on amab", "b.lines": "2% on amab\n3% on amab\n4% on amab", "c.txt": "5% on amab"}


class Watched(FakePipeline):
    """Notes how many articles it is given together."""

    def __init__(self) -> None:
        super().__init__()
        self.together: list[int] = []

    def pipe(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        batch = list(articles)
        self.together.append(len(batch))
        return super().pipe(batch)


def portions(folder: Path, pipeline: FakePipeline, most: int = 32, **changed: str) -> list[list[str]]:
    """The portions of the events of files: `a.txt` for an article of that file, `a.txt ends`, `a.txt fails`."""
    tasks = []
    for name, text in {**FILES, **changed}.items():
        (folder / name).write_text(text)
        tasks.append(Task(str(folder / name), FileState(0, 0.0, "rules-1", None)))
    found = Reading(read, pipeline, Manifest()).events(tasks, most)
    return [[_told(event) for event in portion] for portion in found]


def _told(event: Event) -> str:
    name = Path(event.file).name
    if not isinstance(event, FileDone):
        return name
    return f"{name} fails" if event.problem else f"{name} ends"


ALL = ["a.txt", "a.txt ends", "b.lines", "b.lines", "b.lines", "b.lines ends", "c.txt", "c.txt ends"]


@pytest.mark.parametrize(("most", "together"), [(1, [1, 1, 1, 1, 1, 0]), (2, [2, 2, 1]), (4, [4, 1]), (32, [5])])
def test_portions_are_of_so_many_articles(tmp_path: Path, most: int, together: list[int]) -> None:
    pipeline = Watched()
    assert list(chain(*portions(tmp_path, pipeline, most))) == ALL
    assert pipeline.together == together


@pytest.mark.parametrize(("limit", "value"), [("CHARACTERS_AT_ONCE", 15), ("SECONDS_AT_MOST", 0.0)])
def test_long_articles_and_slow_files_do_not_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: float
) -> None:
    monkeypatch.setattr(reading, limit, value)
    assert len(portions(tmp_path, FakePipeline())) > 1


@pytest.mark.parametrize("most", [1, 2, 3, 32])
@pytest.mark.parametrize("fault", ["BUG", "unreadable"])
def test_a_file_ends_where_it_fails(tmp_path: Path, most: int, fault: str) -> None:
    found = portions(tmp_path, FakePipeline(), most, **{"b.lines": f"2% on amab\n{fault}\n4% on amab"})
    assert list(chain(*found)) == ["a.txt", "a.txt ends", "b.lines", "b.lines fails", "c.txt", "c.txt ends"]
