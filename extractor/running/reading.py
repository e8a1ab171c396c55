"""One file → its articles, extracted, as the events that the database records. Whatever goes wrong costs this file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from traceback import format_exc
from typing import Protocol

from extractor.errors import ReadingError
from extractor.model import Article, Extraction
from extractor.running.manifest import Manifest
from extractor.store.files import ArticleRead, Event, FileDone, FileState
from extractor.store.ledger import storable
from extractor.store.writing import DocumentRows, document_rows

HASH_BLOCK = 1 << 20


class Extractor(Protocol):
    """What extracts: `extractor.pipeline.Pipeline`, or something that stands for it in a test."""

    @property
    def fingerprint(self) -> str: ...

    def extract(self, article: Article) -> Extraction: ...


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read; `state` is what it will be known by. A file whose hash is `known_hash` is not read again."""

    path: str
    state: FileState
    known_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading files needs beside the files; `read` gives the articles of a file, or raises ReadingError."""

    read: Callable[[Path], Iterable[Article]]
    pipeline: Extractor
    manifest: Manifest

    def events(self, task: Task) -> Iterator[Event]:
        """Read and extract a file: an event for each article, and one for the end. Never raises an Exception."""
        try:
            digest = file_hash(task.path)
            state = replace(task.state, hash=digest)
            if digest == task.known_hash:
                yield FileDone(task.path, state, unchanged=True)
                return
            for article in self.read(Path(task.path)):
                yield ArticleRead(task.path, self._extracted(article))
            yield FileDone(task.path, state)
        except Exception as error:
            bug = not isinstance(error, (ReadingError, OSError, MemoryError))
            yield FileDone(task.path, problem=reason(error), detail=format_exc() if bug else None)

    def _extracted(self, article: Article) -> DocumentRows:
        row = self.manifest.row(article.path)
        article = article if row is None else row.applied_to(article)
        extraction = self.pipeline.extract(replace(article, path=storable(article.path)))
        return document_rows(extraction, self.pipeline.fingerprint)


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
