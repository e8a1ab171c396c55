"""What a file is, by its content; its name decides only where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from extractor.errors import ReadingError

HEAD_BYTES = 8192
SUFFIX_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".zip": "zip",
    ".gz": "gzip",
}
"""The endings of files that are looked into, and what such a file mostly is."""

FOREIGN = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a recording (RIFF)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as .docx or .pdf"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"Rar!", "a RAR archive; pack it as .zip"),
    (b"7z\xbc\xaf", "a 7z archive; pack it as .zip"),
    (b"BZh", "a bzip2 archive; pack it as .gz or .zip"),
    (b"\xfd7zXZ", "an xz archive; pack it as .gz or .zip"),
    (b"{\\rtf", "an RTF document; save it as .docx or .pdf"),
    (b"%!PS", "PostScript; save it as .pdf"),
)
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|section|table|meta|title)\b", re.I)
MAIL_HEADER = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to"
    rb"|x-[\w-]+|dkim-signature|reply-to|snapshot-content-location):",
    re.I | re.M,
)


def suffix_kind(name: str) -> str | None:
    """The kind that a file's ending promises; null for one that is no article's."""
    return SUFFIX_KINDS.get(PurePath(name).suffix.lower())


def sniff(content: bytes, name: str) -> str:
    """`pdf`, `docx`, `zip`, `gzip`, `html`, `mhtml`, `eml`, `json`, `jsonl` or `text`.

    Raises `ReadingError` for what is recognised as something else, such as a picture.
    """
    head = content[:HEAD_BYTES]
    for signature, what in FOREIGN:
        if head.startswith(signature) and not (signature == b"RIFF" and head[8:12] not in (b"WEBP", b"WAVE", b"AVI ")):
            raise ReadingError(f"is {what}, not an article", path=name or None)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(content, name)
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    return _written(content, head, suffix_kind(name))


def _packed(content: bytes, name: str) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OverflowError) as error:
        raise ReadingError(f"is a damaged zip file ({error}); pack it again", path=name or None) from error
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise ReadingError("is an Office or book file that is no .docx; save it as .docx or .pdf", path=name or None)
    return "zip"


def _written(content: bytes, head: bytes, promised: str | None) -> str:
    """What a file of text is: its first characters decide, then its ending."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if plain[:1] in (b"{", b"[") and promised in ("json", "jsonl", None):
        return promised or "json"
    if promised in ("json", "jsonl"):
        return promised
    if plain[:1] == b"<" and MARKUP.search(plain):
        return "html"
    headers = {match.lower() for match in MAIL_HEADER.findall(plain.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0])}
    if len(headers) >= 3 and MAIL_HEADER.match(plain):
        return "mhtml" if b"multipart/related" in plain and promised != "eml" else "eml"
    if promised == "html" or (promised is None and MARKUP.search(plain)):
        return "html"
    return "text"
