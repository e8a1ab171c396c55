"""Files → their articles, extracted, as the events that the database records. Whatever goes wrong with a file costs
this file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from traceback import format_exc
from typing import Protocol

from extractor.errors import ReadingError
from extractor.model import ARTICLES_AT_ONCE, Article, Extraction
from extractor.running.manifest import Manifest
from extractor.store.files import ArticleRead, Event, FileDone, FileState
from extractor.store.ledger import storable
from extractor.store.writing import DocumentRows, document_rows

HASH_BLOCK = 1 << 20

CHARACTERS_AT_ONCE = 200_000
"""Articles that are longer together are extracted without waiting for more, so that they need little memory."""

SECONDS_AT_MOST = 0.5
"""How long articles wait for others: whoever takes long to read should not keep back what is read."""


class Extractor(Protocol):
    """What extracts: `extractor.pipeline.Pipeline`, or something that stands for it in a test."""

    @property
    def fingerprint(self) -> str: ...

    def pipe(self, articles: Iterable[Article]) -> Iterator[Extraction]: ...


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read; `state` is what it will be known by. A file whose hash is `known_hash` is not read again."""

    path: str
    state: FileState
    known_hash: str | None = None


Read = tuple[str, Article] | FileDone
"""What is read of a file: an article with the file's path, or its end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading files needs beside the files; `read` gives the articles of a file, or raises ReadingError."""

    read: Callable[[Path], Iterable[Article]]
    pipeline: Extractor
    manifest: Manifest

    def events(self, tasks: Iterable[Task], most: int = ARTICLES_AT_ONCE) -> Iterator[list[Event]]:
        """Read and extract files, at `most` so many articles together: an event for each article, and one for the end
        of each file, in portions, each as soon as it is finished. Never raises an Exception."""
        portion = _Portion(most)
        for task in tasks:
            for read in self._of_file(task):
                portion.add(read)
                if portion.is_full:
                    events = self._extracted(portion.reads)
                    yield events
                    portion = _Portion(most)
                    if any(event.file == task.path and _failed(event) for event in events):
                        break
        if portion.reads:
            yield self._extracted(portion.reads)

    def _of_file(self, task: Task) -> Iterator[Read]:
        """The articles of a file, and its end."""
        try:
            digest = file_hash(task.path)
            state = task.state._replace(hash=digest)
            if digest == task.known_hash:
                yield FileDone(task.path, state, unchanged=True)
                return
            for article in self.read(Path(task.path)):
                yield task.path, self._as_said(article)
            yield FileDone(task.path, state)
        except Exception as error:
            yield _failure(task.path, error)

    def _as_said(self, article: Article) -> Article:
        """An article as the manifest wants it, under a path that can be stored."""
        row = self.manifest.row(article.path)
        article = article if row is None else row.applied_to(article)
        return replace(article, path=storable(article.path))

    def _extracted(self, reads: Sequence[Read]) -> list[Event]:
        """The articles' events; a file's first article at which something goes wrong is its end."""
        articles = [read for read in reads if not isinstance(read, FileDone)]
        try:
            rows = iter(self._rows([article for _, article in articles]))
        except Exception:  # which of them it is shows when each is extracted alone
            return self._extracted_alone(reads)
        return [read if isinstance(read, FileDone) else ArticleRead(read[0], next(rows)) for read in reads]

    def _extracted_alone(self, reads: Sequence[Read]) -> list[Event]:
        events: list[Event] = []
        failed: set[str] = set()
        for read in reads:
            file = read.file if isinstance(read, FileDone) else read[0]
            if file not in failed:
                events.append(read if isinstance(read, FileDone) else self._event(*read))
                if _failed(events[-1]):
                    failed.add(file)
        return events

    def _event(self, file: str, article: Article) -> Event:
        try:
            return ArticleRead(file, *self._rows([article]))
        except Exception as error:
            return _failure(file, error)

    def _rows(self, articles: Sequence[Article]) -> list[DocumentRows]:
        return [document_rows(found, self.pipeline.fingerprint) for found in self.pipeline.pipe(articles)]


class _Portion:
    """What is read until it is much enough to be extracted together."""

    def __init__(self, most: int) -> None:
        self.reads: list[Read] = []
        self._articles = most
        self._characters = CHARACTERS_AT_ONCE
        self._until = time.monotonic() + SECONDS_AT_MOST

    def add(self, read: Read) -> None:
        """Takes an article, or the end of a file."""
        self.reads.append(read)
        if not isinstance(read, FileDone):
            self._articles -= 1
            self._characters -= len(read[1].text)

    @property
    def is_full(self) -> bool:
        """Whether its articles are many or long, or took long to read."""
        return self._articles <= 0 or self._characters <= 0 or time.monotonic() > self._until


def _failed(event: Event) -> bool:
    return isinstance(event, FileDone) and event.problem is not None


def _failure(file: str, error: Exception) -> FileDone:
    bug = not isinstance(error, (ReadingError, OSError, MemoryError))
    return FileDone(file, problem=reason(error), detail=format_exc() if bug else None)


def file_hash(path: str) -> str:
    """The first 16 hex digits of the SHA-256 of a file's bytes. Raises OSError, or ReadingError for a pipe."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise ReadingError("is no file but a pipe or a device; leave it out", path=path)
    digest = sha256()
    with open(path, "rb") as file:
        while block := file.read(HASH_BLOCK):
            digest.update(block)
    return digest.hexdigest()[:16]


def reason(error: BaseException) -> str:
    """Why a file failed, in one line without its path."""
    if isinstance(error, ReadingError):
        return error.problem
    if isinstance(error, PermissionError):
        return "permission denied; make the file readable"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    if isinstance(error, MemoryError):
        return "needs more memory than it may have; split the file, or raise --memory-limit"
    message = " ".join(str(error).split())
    return f"internal error, please report it: {type(error).__name__}: {message}"[:500]
