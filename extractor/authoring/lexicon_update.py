"""A newer register of substances made into `rules/drugs/names.tsv.gz`: what `extractor lexicon update FILE` does.

The register is the UNII list of the U.S. Food and Drug Administration: a table of names, tab-separated, or the zip file
in which it is published. Substances count that carry a generic name (INN, USAN, JAN or BAN). Of a substance that our
list has already, a plain word that our list has not was left out once because it is an ordinary word; it stays out.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import RuleError
from extractor.rulebook import read_table

COLUMNS = ("name", "kind", "unii", "preferred")
_GENERIC = re.compile(r"\s*\[(?:[A-Z-]+:)*(?:INN|USAN|JAN|BAN)(?::[A-Z-]+)*\]$")
_SOURCE_TAG = re.compile(r"\s*\[[^\[\]]*\]$")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_KINDS = {"bn": "brand", "cd": "code"}

Row = tuple[str, str, str, str]


@dataclass(frozen=True)
class Update:
    """What an update did: how many names there were and are, how many came and went, how many words stayed out."""

    before: int
    after: int
    added: int
    removed: int
    left_out: int


def update_lexicon(source: Path, target: Path) -> Update:
    """Makes the table `target` anew from the register `source`; the same register gives the same bytes.

    Raises `RuleError` for a file that is no such register; the old table then stays as it is.
    """
    old = {tuple(row[column] for column in COLUMNS) for row in read_table(target)} if target.is_file() else set()
    known_names = {(row[0].upper(), row[2]) for row in old}
    known_substances = {row[2] for row in old}
    new, left_out = set(), 0
    for row in register_rows(source):
        is_word = _PLAIN_WORD.fullmatch(row[0]) and row[2] in known_substances
        if is_word and (row[0].upper(), row[2]) not in known_names:
            left_out += 1
        else:
            new.add(row)
    if not new:
        raise RuleError("holds no generic names (INN, USAN, JAN, BAN); give the UNII names file", path=source)
    target.write_bytes(as_table(new))
    return Update(len(old), len(new), len(new - old), len(old - new), left_out)


def register_rows(source: Path) -> Iterator[Row]:
    """The names of a register's medicines. Raises `RuleError` for a file that is none."""
    entries = list(_entries(source))
    medicines = {unii for name, _, unii, _ in entries if _GENERIC.search(name)}
    for name, kind, unii, preferred in entries:
        if unii not in medicines:
            continue
        if _GENERIC.search(name):
            yield _GENERIC.sub("", name), "inn", unii, preferred
        elif kind in _KINDS:
            yield _SOURCE_TAG.sub("", name), _KINDS[kind], unii, preferred


def as_table(rows: Iterable[Row]) -> bytes:
    """The rows as a gzipped table, sorted, without a time stamp."""
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in sorted(rows))]
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, mtime=0) as file:
        file.write(("\n".join(lines) + "\n").encode())
    return buffer.getvalue()


def _entries(source: Path) -> Iterator[Row]:
    """Name, type, UNII and preferred name of each line."""
    reader = csv.reader(io.StringIO(_text(source)), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = [cell.strip().lower() for cell in next(reader, [])]
    try:
        places = [header.index("name"), header.index("type"), header.index("unii")]
        places.append(header.index("display name" if "display name" in header else "pt"))
    except ValueError:
        raise RuleError("needs the columns Name, TYPE, UNII and Display Name, separated by tabs", path=source) from None
    for cells in reader:
        if len(cells) > max(places):
            name, kind, unii, preferred = (cells[place].strip() for place in places)
            yield name, kind.lower(), unii, preferred


def _text(source: Path) -> str:
    try:
        content = source.read_bytes()
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                names = [name for name in archive.namelist() if "names" in name.lower() and name.endswith(".txt")]
                if not names:
                    raise RuleError("holds no file of names (UNII_Names_….txt)", path=source)
                content = archive.read(sorted(names)[0])
    except (OSError, zipfile.BadZipFile) as error:
        raise RuleError(f"cannot be read ({error})", path=source) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
