"""Bytes → articles: each format to its reader, files in files by their members.

A reader, and the library behind it, is loaded when the first file of its format comes: whoever reads plain texts waits
for none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import make_article
from extractor.readers.front_matter import front_matter
from extractor.readers.packed import Member, unpack_gzip, unpack_zip
from extractor.readers.sniff import sniff
from extractor.readers.text import decode

MAX_DEPTH = 3

Reader = Callable[[bytes, str], Iterator[Article]]


def read_text(content: bytes, name: str) -> Iterator[Article]:
    """The article of a plain-text file: its text is the decoded file."""
    text = decode(content, path=name)
    known, hints = front_matter(text)
    yield make_article(text, id=document_id(content), path=name, known=known, hints=hints)


READERS = {
    "html": "html:read_html",
    "mhtml": "mail:read_web_archive",
    "docx": "docx:read_docx",
    "pdf": "pdf:read_pdf",
    "json": "exports:read_json",
    "jsonl": "exports:read_json_lines",
}
"""The module and function that reads a format; plain text is read here."""


@cache
def _reader(kind: str) -> Reader:
    if kind not in READERS:
        return read_text
    module, function = READERS[kind].split(":")
    return getattr(import_module(f"extractor.readers.{module}"), function)  # type: ignore[no-any-return]


def read_content(content: bytes, name: str, *, depth: int = 0) -> Iterator[Article]:
    """The articles in a file's bytes; `name` is the path that they carry.

    Raises `ReadingError`; for a file of files only after all its members that could be read.
    """
    if depth > MAX_DEPTH:
        raise ReadingError(f"is packed more than {MAX_DEPTH} times over; unpack it first", path=name)
    kind = sniff(content, name)
    if kind == "gzip":
        unpacked = unpack_gzip(content, name)
        inner = name[:-3] if name.lower().endswith(".gz") else name
        for article in read_content(unpacked, inner, depth=depth + 1):
            yield _renamed(article, inner, name)
    elif kind == "zip":
        yield from _read_members(unpack_zip(content, name), name, depth)
    elif kind == "eml":
        from extractor.readers.mail import attachments, read_mail

        yield from read_mail(content, name)
        yield from _read_members(attachments(content, name), name, depth)
    else:
        yield from _reader(kind)(content, name)


def _read_members(members: Iterator[Member], name: str, depth: int) -> Iterator[Article]:
    """The articles of all members; what was wrong with some of them is told at the end."""
    problems: list[str] = []
    for member in members:
        if member.problem:
            problems.append(f"{member.name} {member.problem}")
            continue
        try:
            yield from read_content(member.content, f"{name}/{member.name}", depth=depth + 1)
        except ReadingError as error:
            problems.append(f"{member.name} {error.problem}")
    if problems:
        more = f" (and {len(problems) - 1} more of its files)" if len(problems) > 1 else ""
        raise ReadingError(problems[0] + more, path=name)


def _renamed(article: Article, inner: str, name: str) -> Article:
    return replace(article, path=name + article.path[len(inner) :]) if article.path.startswith(inner) else article
