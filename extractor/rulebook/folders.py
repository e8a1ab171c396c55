"""Where rules lie, and what is in them: folders, tables, fingerprint."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
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
    raise RuleError(
        "the rules that come with the program are missing; install it again", path=package / "rules"
    )


def rules_dirs(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Our own rules folder, then the user's in the order given. Raises `RuleError` for one that is no folder."""
    for folder in extra:
        if not Path(folder).is_dir():
            raise RuleError(
                "is no folder of rules; give --rules a folder with .yaml or .tsv files", path=folder
            )
    return (default_rules_dir(), *(Path(folder) for folder in extra))


def files_in(folder: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    """The files below `folder` with one of the `suffixes`, in the order of their names; hidden ones are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.name.endswith(tuple(suffixes)) and path.is_file():
            yield path


def fingerprint(folders: Iterable[Path]) -> str:
    """16 hex digits that change whenever a rule or a lexicon in one of the `folders` does."""
    digest = sha256()
    for folder in folders:
        for path in files_in(folder, RULE_SUFFIXES + TABLE_SUFFIXES):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a lexicon: CSV or TSV with a header, gzipped or not; lines that start with `#` are comments.

    Raises `RuleError` with the line for a row that has more cells than the header.
    """
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise RuleError(
            f"cannot be read as a table in UTF-8 ({error}); save it again as CSV or TSV", path=path
        ) from error
    tabbed = ".tsv" in path.suffixes
    lines = [
        (number, line) for number, line in enumerate(io.StringIO(text), 1) if line.strip() and line[0] != "#"
    ]
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
        if len(cells) > len(header):
            line = lines[min(reader.line_num, len(lines)) - 1][0]
            raise RuleError(
                f"has {len(cells)} cells where the header names {len(header)} columns", path=path, line=line
            )
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return rows
