"""The files of a run, found as they come: a folder with a million files starts at once."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from itertools import chain, islice
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.store.files import FoundFile

COUNTED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder that cannot be listed, or a link that leads out of it, and why it is left alone."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a folder are asked for.

    `include` and `exclude` are shell patterns, compared with a file's name and with its path below the folder;
    `candidate` says by a name's ending whether a file may be an article at all; `left_out` counts the endings of those
    that are none. Hidden files and folders are left out, too.
    """

    candidate: Callable[[Path], bool]
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    endings: dict[str, bool] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def takes(self, name: str, below: str) -> bool:
        """Whether a file of that name, with that path below the folder, is asked for."""
        if self.include and not _matches(self.include, name, below):
            return False
        if self.exclude and _matches(self.exclude, name, below):
            return False
        dot = name.rfind(".")  # hidden files do not come this far
        ending = name[dot:] if dot > 0 else ""
        taken = self.endings.get(ending)
        if taken is None:
            taken = self.endings[ending] = self.candidate(Path(f"name{ending}"))
        if not taken:
            self.left_out[ending.lower()] += 1
        return taken


def roots_of(arguments: Iterable[str], listed: Iterable[str] | None = None) -> list[str]:
    """The absolute paths that the arguments name: folders, files, shell patterns such as `news/*.txt`, and `-` for the
    paths of `listed` (by default the lines of standard input).

    Raises ExtractorError for an argument that names nothing. A listed path may; the run then tells.
    """
    roots: list[str] = []
    for argument in arguments:
        if argument == "-":
            lines = (line.rstrip("\r\n") for line in (sys.stdin if listed is None else listed))
            roots.extend(os.path.abspath(line) for line in lines if line)
        elif os.path.lexists(argument):
            roots.append(os.path.abspath(argument))
        elif glob.has_magic(argument) and (matches := glob.glob(argument, recursive=True)):
            roots.extend(sorted(os.path.abspath(match) for match in matches))
        else:
            raise ExtractorError("there is no such folder or file; check the path", path=argument)
    return list(dict.fromkeys(roots))


def find_files(root: str, selection: Selection) -> Iterator[FoundFile | Unreadable]:
    """The files at or below `root` that the selection takes, in the order in which the file system gives them.

    A file that is named itself is taken whatever its name and place. Links to files below `root` are followed, links
    to folders are not; those that lead elsewhere are told.
    """
    if not os.path.isdir(root):
        yield file_at(root)
        return
    for entry in _entries(root, selection):
        yield entry if isinstance(entry, Unreadable) else file_at(entry.path, entry.stat)


def _entries(root: str, selection: Selection) -> Iterator[os.DirEntry[str] | Unreadable]:
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    elif selection.takes(entry.name, entry.path[len(root) + 1 :]):
                        if not entry.is_symlink():
                            yield entry
                        elif not os.path.isdir(entry.path):
                            yield _linked(entry, root)
        except OSError as error:
            yield Unreadable(folder, f"folder cannot be listed: {error.strerror or error}")


def _linked(entry: os.DirEntry[str], root: str) -> os.DirEntry[str] | Unreadable:
    """A link to a file, unless that is outside of `root`; a link to nothing is read, so that reading it tells why."""
    place, folder = os.path.realpath(entry.path), os.path.realpath(root)
    if os.path.exists(place) and os.path.commonpath([place, folder]) != folder:
        return Unreadable(entry.path, "is a link to a file outside of the folder; name that file, or its folder, too")
    return entry


def count_files(roots: Sequence[str], selection: Selection) -> Iterator[int | None]:
    """How many files there are: None while they are being counted, some at each step, then their number for ever."""
    found = chain.from_iterable(_entries(root, selection) if os.path.isdir(root) else [root] for root in roots)
    count = 0
    while portion := list(islice(found, COUNTED_AT_ONCE)):
        count += sum(not isinstance(entry, Unreadable) for entry in portion)
        yield None
    while True:
        yield count


def file_at(path: str, stat: Callable[[], os.stat_result] | None = None) -> FoundFile:
    """Size and time of a file; of one that is gone or may not be looked at, none, so that reading it tells why."""
    try:
        status = os.stat(path) if stat is None else stat()
    except OSError:
        return FoundFile(path, -1, 0.0)
    return FoundFile(path, status.st_size, status.st_mtime)


def _matches(patterns: Sequence[str], name: str, below: str) -> bool:
    return any(fnmatch(name, pattern) or fnmatch(below, pattern) for pattern in patterns)
