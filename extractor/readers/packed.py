"""Files in files: zip folders and gzipped files, unpacked in memory within limits, never to the disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from extractor.errors import ReadingError
from extractor.readers.sniff import suffix_kind

MAX_MEMBERS = 20_000
MAX_MEMBER = 100_000_000
MAX_TOTAL = 1_000_000_000
MAX_RATIO = 250
RATIO_FREE = 2_000_000
"""Members up to this size may be packed as tightly as they like."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: its name there and its bytes, or why it cannot be had."""

    name: str
    content: bytes = b""
    problem: str | None = None


def unpack_gzip(content: bytes, name: str) -> bytes:
    """The bytes of a gzipped file. Raises `ReadingError` for a damaged one and for one that grows beyond measure."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(content, MAX_MEMBER + 1)
    except zlib.error as error:
        raise ReadingError(f"is a damaged gzip file ({error}); pack it again", path=name) from error
    if len(unpacked) > MAX_MEMBER or _swollen(len(unpacked), len(content)):
        raise ReadingError("unpacks to more than an article can have; it is left alone", path=name)
    if not unpacker.eof:
        raise ReadingError("is a gzip file that breaks off; pack it again", path=name)
    return unpacked


def unpack_zip(content: bytes, name: str) -> Iterator[Member]:
    """The members of a zip folder that may be articles, in the order of their names; the others are passed over.

    A member that cannot be had comes with its `problem`: an encrypted or damaged one, one with a name that leads out
    of the folder, a symbolic link, one packed tighter than any text. Raises `ReadingError` for the whole folder where
    it is damaged or has too many members.
    """
    try:
        folder = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise ReadingError(f"is a damaged zip file ({error}); pack it again", path=name) from error
    members = [info for info in folder.infolist() if not info.is_dir() and _wanted(info.filename)]
    if len(members) > MAX_MEMBERS:
        raise ReadingError(
            f"holds {len(members):,} files, more than {MAX_MEMBERS:,}; unpack it into a folder", path=name
        )
    total = 0
    for info in sorted(members, key=lambda info: info.filename):
        problem = _problem(info)
        member = Member(info.filename, problem=problem) if problem else _unpacked(folder, info)
        total += len(member.content)
        if total > MAX_TOTAL:
            raise ReadingError(f"unpacks to more than {MAX_TOTAL:,} bytes; unpack it into a folder", path=name)
        yield member


def _wanted(name: str) -> bool:
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part != ".."]
    return suffix_kind(name) is not None and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _problem(info: zipfile.ZipInfo) -> str | None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "has a name that leads out of its folder"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a symbolic link"
    if info.flag_bits & 1:
        return "is encrypted; unpack it first"
    if info.file_size > MAX_MEMBER or _swollen(info.file_size, info.compress_size):
        return "unpacks to more than an article can have"
    return None


def _unpacked(folder: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    limit = min(info.file_size, MAX_MEMBER)
    try:
        with folder.open(info) as file:
            content = file.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        return Member(info.filename, problem=f"is damaged ({error})")
    if len(content) > limit:
        return Member(info.filename, problem="is longer than its folder says")
    return Member(info.filename, content)


def _swollen(size: int, packed: int) -> bool:
    return size > RATIO_FREE and size > MAX_RATIO * max(packed, 1)
