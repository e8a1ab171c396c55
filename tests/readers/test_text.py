"""Decoding: the encodings that can be told, and what is no text."""

from __future__ import annotations

import codecs
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import ReadingError
from extractor.readers.text import MAX_CHARACTERS, decode

PROSE = "Norvanta said “the trial” met its goal – 58% of 1,104 patients improved; café, naïve, 5 µg, Merlacitinib®.\n"


@pytest.mark.parametrize(
    "content",
    [
        PROSE.encode(),
        codecs.BOM_UTF8 + PROSE.encode(),
        codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PROSE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + PROSE.encode("utf-32-le"),
        PROSE.encode("utf-16-le"),
        PROSE.encode("utf-16-be"),
        PROSE.encode("cp1252"),
    ],
)
def test_encodings(content: bytes) -> None:
    assert decode(content) == PROSE


def test_another_alphabet() -> None:
    text = "Компания сообщила о результатах исследования препарата. Лечение помогло половине пациентов.\n" * 5
    assert decode(text.encode("cp1251")) == text


def test_line_ends_alone_change() -> None:
    assert decode(b"a\r\nb\rc\n\r\n  d \t\n") == "a\nb\rc\n\n  d \t\n"


def picture() -> bytes:
    """A small PNG."""
    rows = b"".join(b"\0" + bytes((x * y) % 251 for x in range(90)) for y in range(30))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 30, 30, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (codecs.BOM_UTF8, "blanks"),
        (picture(), "no text"),
        (bytes(range(256)) * 20, "no text"),
        (b"\0" * 500, "no text"),
        (PROSE.encode() + b"\xff\xfe more", "UTF-8"),
        (codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le") + b"\0", "breaks off"),
        (b"a" * (MAX_CHARACTERS + 1), "longest article"),
    ],
)
def test_what_cannot_be_read_is_told(content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as told:
        decode(content, path="folder/article.txt")
    assert str(told.value).startswith("folder/article.txt: ") and "\n" not in str(told.value)


@given(st.text(min_size=1))
def test_any_utf8_text_comes_back_or_is_refused(text: str) -> None:
    try:
        decoded = decode(text.encode("utf-8", "ignore"))
    except ReadingError:
        return
    assert decoded == text.removeprefix("\ufeff").replace("\r\n", "\n")


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        decode(content)
    except ReadingError as error:
        assert "\n" not in str(error)
