"""What a run is to do, and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.model import Article
from extractor.running.finding import Selection
from extractor.running.reading import Extractor


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a run is to do.

    `candidate` says by name whether a file may be an article, `read` gives the articles of a file, `make_pipeline`
    builds the pipeline when the first file needs it, and `fingerprint` is that of its rules. `time_limit` (seconds) and
    `memory_limit` (megabytes) are for one article.
    """

    folders: Sequence[str]
    database: Path
    candidate: Callable[[Path], bool]
    read: Callable[[Path], Iterable[Article]]
    make_pipeline: Callable[[], Extractor]
    fingerprint: str
    manifest: Path | None = None
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    workers: int = 1
    time_limit: float = 30.0
    memory_limit: int = 1000
    wait: bool = False

    @property
    def selection(self) -> Selection:
        """Which files of a folder are taken."""
        return Selection(self.candidate, self.include, self.exclude)


@dataclass(slots=True)
class Progress:
    """How far a run is, and at its end what it came to.

    `found` files so far, of `total` once they are counted; `left_out` counts by their endings the files that are no
    articles; `seconds` since the start.
    """

    found: int = 0
    total: int | None = None
    unchanged: int = 0
    read: int = 0
    articles: int = 0
    removed: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0
    interrupted: bool = False
    rows: Counter[str] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        """Files that need no more work."""
        return self.unchanged + self.read + len(self.failures)


Watcher = Callable[[Progress], None]
