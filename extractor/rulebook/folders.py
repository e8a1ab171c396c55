"""Where rules lie, and what is in them: folders, tables, fingerprint."""

from __future__ import annotations

import csv
import gzip
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from extractor.errors import RuleError

TABLE_SUFFIXES = (".tsv", ".csv", ".tsv.gz", ".csv.gz")
RULE_SUFFIXES = (".yaml", ".yml")


@cache
def default_rules_dir() -> Path:
    """The folder of the rules that come with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError("the rules that come with the program are missing; install it again", path=package / "rules")


def rules_dirs(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Our own rules, then the user's in the order given: folders, or single rule files.

    A folder that is a whole set of rules by itself (a copy of ours, perhaps an older one) takes the place of ours.
    Raises `RuleError` for what is neither a folder nor a rule file.
    """
    dirs = [default_rules_dir()]
    for path in map(Path, extra):
        if not path.is_dir() and not (path.is_file() and path.name.endswith(RULE_SUFFIXES)):
            raise RuleError("is no folder of rules; give a folder with .yaml or .tsv files", path=path)
        if path.is_dir() and is_whole(path):
            dirs = [path]
        else:
            dirs.append(path)
    return tuple(dirs)


def is_whole(folder: Path) -> bool:
    """Whether a folder has most of the files that our own rules are made of."""
    names = {path.relative_to(folder) for path in files_in(folder, RULE_SUFFIXES + TABLE_SUFFIXES)}
    ours = default_rules_dir()
    known = [path.relative_to(ours) in names for path in files_in(ours, RULE_SUFFIXES + TABLE_SUFFIXES)]
    return sum(known) > len(known) / 2


def files_in(folder: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    """The files below `folder` with one of the `suffixes`, in the order of their names, hidden ones left out; or the
    one file that `folder` itself is."""
    if folder.is_file():
        if folder.name.endswith(tuple(suffixes)):
            yield folder
        return
    wanted = tuple(suffixes)
    found = []
    for below, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(below, name) for name in names if name.endswith(wanted) and not name.startswith(".")]
    yield from sorted(path for path in found if path.is_file())


def fingerprint(folders: Iterable[Path]) -> str:
    """16 hex digits that change whenever a rule or a lexicon in one of the `folders` does."""
    digest = sha256()
    for folder in folders:
        for path in files_in(folder, RULE_SUFFIXES + TABLE_SUFFIXES):
            status = os.stat(path)
            digest.update(path.as_posix().removeprefix(folder.as_posix()).lstrip("/").encode())
            digest.update(_content_digest(path, status.st_mtime_ns, status.st_size))
    return digest.hexdigest()[:16]


@lru_cache(maxsize=4096)
def _content_digest(path: Path, modified: int, size: int) -> bytes:
    return sha256(path.read_bytes()).digest()


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a lexicon: CSV or TSV with a header, gzipped or not; lines that start with `#` are comments.

    Raises `RuleError` with the line for a row that has more cells than the header.
    """
    return [row for _, row in numbered_rows(path)]


def numbered_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a lexicon, each with the number of its line; see `read_table`."""
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise RuleError(
            f"cannot be read as a table in UTF-8 ({error}); save it again as CSV or TSV", path=path
        ) from error
    tabbed = ".tsv" in path.suffixes
    lines = [(number, line) for number, line in enumerate(io.StringIO(text), 1) if line.strip() and line[0] != "#"]
    reader = csv.reader(
        (line for _, line in lines),
        delimiter="\t" if tabbed else ",",
        quoting=csv.QUOTE_NONE if tabbed else csv.QUOTE_MINIMAL,
    )
    header = next(reader, None)
    if header is None:
        raise RuleError("is empty; the first line must name the columns", path=path, line=1)
    rows = []
    for cells in reader:
        line = lines[min(reader.line_num, len(lines)) - 1][0]
        if len(cells) > len(header):
            problem = f"has {len(cells)} cells where the header names {len(header)} columns"
            raise RuleError(problem, path=path, line=line)
        rows.append((line, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))))
    return rows
