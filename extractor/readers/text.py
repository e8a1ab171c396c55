"""Bytes → text: the encodings of plain-text articles, and what is no text at all.

The text is the decoded file with `\\r\\n` as `\\n`, without its byte order mark, and nothing else changed.
"""

from __future__ import annotations

import codecs
import re

from extractor.errors import ReadingError

MAX_CHARACTERS = 3_000_000
"""An article longer than this (a thousand pages) is a mistake: its text would only slow the rest down."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(content: bytes, *, path: str = "") -> str:
    """The text of a plain-text file.

    UTF-8 where it is valid; UTF-16 and UTF-32 by their byte order mark or their pattern of zeros; otherwise the legacy
    encoding where it can be told. Raises `ReadingError` for an empty file, for one that is no text, and where the
    encoding cannot be told.
    """
    if not content.strip():
        raise ReadingError("is empty; there is nothing to read", path=path or None)
    text = decode_any(content, path=path)
    if not text.strip():
        raise ReadingError("holds nothing but blanks; there is nothing to read", path=path or None)
    return checked_length(text.replace("\r\n", "\n"), path=path)


def decode_any(content: bytes, *, path: str = "") -> str:
    """The characters of a file of any length, without its byte order mark. Raises `ReadingError` as `decode` does."""
    text = _decode(content, path)
    if len(CONTROLS.findall(text, 0, SAMPLE)) > min(len(text), SAMPLE) // 200:
        raise _no_text(path)
    return text


def checked_length(text: str, *, path: str = "") -> str:
    """The text itself; raises `ReadingError` where it is longer than any article."""
    if len(text) > MAX_CHARACTERS:
        raise ReadingError(
            f"has {len(text):,} characters, more than the {MAX_CHARACTERS:,} of the longest article; split it",
            path=path or None,
        )
    return text


def _decode(content: bytes, path: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _by(content[len(mark) :], encoding, path)
    wide = _wide_encoding(content[:SAMPLE])
    if wide:
        return _by(content, wide, path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(content, error, path)


def _by(content: bytes, encoding: str, path: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"begins as {encoding.upper()} but breaks off at byte {error.start:,}; save it again as UTF-8",
            path=path or None,
        ) from error


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: in Western text nearly every second byte is zero."""
    pairs = len(sample) // 2
    if pairs < 4 or b"\0" not in sample:
        return None
    high_first, low_first = sample[0::2].count(0), sample[1::2].count(0)
    if low_first > 0.7 * pairs and high_first < 0.05 * pairs:
        return "utf-16-le"
    if high_first > 0.7 * pairs and low_first < 0.05 * pairs:
        return "utf-16-be"
    return None


def _legacy(content: bytes, error: UnicodeDecodeError, path: str) -> str:
    """Text in a legacy encoding, told by charset-normalizer; damaged UTF-8 and pictures are refused."""
    sample = content[:SAMPLE]
    if b"\0" in sample or sum(sample.count(byte) for byte in range(1, 9)) > len(sample) // 200:
        raise _no_text(path)
    foreign = sum(1 for byte in sample if byte > 127)
    if sum(len(found) for found in MULTIBYTE.findall(sample)) > foreign // 2:
        raise ReadingError(
            f"is UTF-8 with a byte that is none at {error.start:,}; save it again as UTF-8", path=path or None
        )
    if foreign < 0.1 * len(sample):
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # now, for hardly a file needs it

    best = from_bytes(sample).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        raise ReadingError("is in an encoding that cannot be told; save it again as UTF-8", path=path or None)
    return _by(content, best.encoding, path)


def _no_text(path: str) -> ReadingError:
    return ReadingError(
        "is no text (it holds binary data, such as a picture); give the file its right ending or leave it out",
        path=path or None,
    )
