"""What a user's table says of the articles: publication date, publisher, title, address. What it says wins."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.model import Article

COLUMNS = ("path", "published", "publisher", "title", "url")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """What the manifest says of one article; None where its cell is empty."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None

    def applied_to(self, article: Article) -> Article:
        """The article with what this row says in place of what its reader found."""
        return replace(
            article,
            published=self.published or article.published,
            publisher=self.publisher or article.publisher,
            title=self.title or article.title,
            url=self.url or article.url,
        )

    def values(self) -> dict[str, str]:
        """The cells that are not empty, as text."""
        cells = {"published": self.published, "publisher": self.publisher, "title": self.title, "url": self.url}
        return {name: str(value) for name, value in cells.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest by the absolute path of the article's file.

    An article inside a file (`news.jsonl#3`, `news.zip/a.txt`) has its own path there; `members` maps the file to the
    paths of those rows.
    """

    rows: Mapping[str, ManifestRow] = field(default_factory=dict)
    members: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def row(self, article_path: str) -> ManifestRow | None:
        """What the manifest says of an article, if anything."""
        return self.rows.get(article_path)

    def said_of(self, file: str) -> str | None:
        """All that the manifest says of a file and of what is in it, as JSON; None where it says nothing."""
        if not self.rows:
            return None
        paths = [path for path in (file, *self.members.get(file, ())) if path in self.rows]
        return json.dumps({path: self.rows[path].values() for path in sorted(paths)}) if paths else None


def read_manifest(path: str | Path, folders: Sequence[str] = ()) -> Manifest:
    """Read a manifest: CSV in UTF-8 with a column `path` and any of `published`, `publisher`, `title`, `url`.

    A path is that of an article's file, absolute or relative to the manifest's folder or, where there is no such file,
    to one of `folders`. Raises ExtractorError with file and line.
    """
    path = Path(path)
    bases = [os.path.abspath(path.parent), *(os.path.abspath(folder) for folder in folders)]
    rows: dict[str, ManifestRow] = {}
    members: dict[str, list[str]] = {}
    for line, cells in _cells(path):
        if not cells["path"]:
            raise ExtractorError("the row has no path", path=path, line=line)
        file, article = _locate(cells["path"], bases)
        if article in rows:
            raise ExtractorError(f"{cells['path']} has a row already; leave one", path=path, line=line)
        rows[article] = ManifestRow(
            published=_date(cells.get("published", ""), path, line),
            publisher=cells.get("publisher") or None,
            title=cells.get("title") or None,
            url=cells.get("url") or None,
        )
        if file != article:
            members.setdefault(file, []).append(article)
    return Manifest(rows, members)


def _cells(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Each row with its line number and its cells by column, without white space around them."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ExtractorError(f"the manifest cannot be read: {error.strerror}", path=path) from error
    except UnicodeDecodeError as error:
        raise ExtractorError("the manifest is not in UTF-8; save it again as CSV in UTF-8", path=path) from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    found: list[tuple[int, dict[str, str]]] = []
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        _check_header(header, path)
        for cells in reader:
            if len(cells) > len(header):
                problem = f"has {len(cells)} cells for {len(header)} columns; put cells with commas in quotes"
                raise ExtractorError(problem, path=path, line=reader.line_num)
            if any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * (len(header) - len(cells))]
                found.append((reader.line_num, dict(zip(header, (cell.strip() for cell in padded), strict=True))))
    except csv.Error as error:
        raise ExtractorError(f"is no valid CSV: {error}", path=path, line=reader.line_num) from error
    return found


def _check_header(header: Sequence[str], path: Path) -> None:
    known = ", ".join(COLUMNS)
    if "path" not in header:
        raise ExtractorError(f"the first line must name the columns, `path` among them (of {known})", path=path, line=1)
    for name in header:
        if name not in COLUMNS:
            raise ExtractorError(f"unknown column {name!r}; there are {known}", path=path, line=1)
        if header.count(name) > 1:
            raise ExtractorError(f"two columns are named {name!r}", path=path, line=1)


def _date(cell: str, path: Path, line: int) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError as error:
        problem = f"{cell!r} is no date; write published as year-month-day, such as 2026-02-10"
        raise ExtractorError(problem, path=path, line=line) from error


def _locate(cell: str, bases: Sequence[str]) -> tuple[str, str]:
    """The file that a path names, and the article's own path, which differs for an article inside a file."""
    candidates = [os.path.normpath(os.path.join(base, cell)) for base in bases]
    for article in candidates:
        if os.path.exists(article):
            return article, article
    for article in candidates:
        file = _containing_file(article)
        if file is not None:
            return file, article
    return candidates[0], candidates[0]


def _containing_file(article: str) -> str | None:
    """The file in which the article `file#3` or `file/inner/name` is, if there is one."""
    before = article.rpartition("#")[0]
    if before and os.path.isfile(before):
        return before
    parent = os.path.dirname(article)
    while parent != os.path.dirname(parent):
        if os.path.isfile(parent):
            return parent
        parent = os.path.dirname(parent)
    return None
