"""What a run tells the database of files: those found, their state, their articles, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractor.store.writing import DocumentRows


class FoundFile(NamedTuple):
    """A file that may be an article: its absolute path, size in bytes, and time of last change (seconds, Unix)."""

    path: str
    size: int
    modified: float


class FileState(NamedTuple):
    """What has to be the same for a file to be skipped; `hash` is the first 16 hex digits of its bytes' SHA-256."""

    size: int
    modified: float
    fingerprint: str
    manifest: str | None
    hash: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """An article that was extracted from the file `file`."""

    file: str
    rows: DocumentRows


@dataclass(frozen=True, slots=True)
class FileDone:
    """The end of a file: read to the end (`state` is its state then), or failed for the reason `problem`.

    `detail` is the traceback where the reason is a bug of ours.
    """

    file: str
    state: FileState | None = None
    problem: str | None = None
    unchanged: bool = False
    detail: str | None = None


Event = ArticleRead | FileDone
