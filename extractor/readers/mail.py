"""Mail messages (.eml) and saved web pages (.mhtml) → article, by the standard library's `email`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import Metadata, make_article
from extractor.readers.html import decode_page, page_article, page_text
from extractor.readers.packed import Member
from extractor.readers.sniff import suffix_kind
from extractor.readers.text import checked_length

MAX_PARTS = 500
PAGES = ("text/html", "application/xhtml+xml")
"""The types of parts that are pages."""


def read_mail(content: bytes, name: str) -> Iterator[Article]:
    """The article of a message: its plain text, or else its HTML; subject, sender and date are the metadata."""
    message = _parse(content, name)
    plain, page = _bodies(message)
    known = _metadata(message)
    hints = []
    if plain is not None and plain.strip():
        text = plain.replace("\r\n", "\n")
    elif page is not None:
        composition, metadata = page_text(page, name)
        text, hints, known = composition.text, composition.hints, known.filled_by(metadata)
    else:
        raise ReadingError("is a message without text", path=name)
    text = checked_length(text, path=name)
    yield make_article(text, id=document_id(content), path=name, format="eml", known=known, hints=hints)


def attachments(content: bytes, name: str) -> Iterator[Member]:
    """The files attached to a message that may be articles."""
    for part in _parts(_parse(content, name)):
        file_name = part.get_filename()
        if file_name and part.get_content_disposition() == "attachment" and suffix_kind(file_name):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield Member(file_name.replace("\\", "/").rsplit("/", 1)[-1], payload)


def read_web_archive(content: bytes, name: str) -> Iterator[Article]:
    """The article of a page saved as .mhtml: that of its first HTML part."""
    message = _parse(content, name)
    for part in _parts(message):
        page = part.get_payload(decode=True) if part.get_content_type() in PAGES else None
        if isinstance(page, bytes):
            url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
            known = Metadata(url=str(url).strip() if url else None)
            markup = decode_page(_with_charset(page, part), name)
            yield page_article(markup, name, id=document_id(content), format="mhtml", known=known)
            return
    raise ReadingError("is a web archive without a page", path=name)


def _with_charset(page: bytes, part: EmailMessage) -> bytes:
    """The page in UTF-8, if its part declares another encoding that fits."""
    charset = part.get_content_charset()
    try:
        return page.decode(charset).encode() if charset else page
    except (LookupError, UnicodeError):
        return page


def _parse(content: bytes, name: str) -> EmailMessage:
    try:
        message = message_from_bytes(content, policy=policy.default)
    except (MessageError, ValueError, RecursionError) as error:
        raise ReadingError(f"is a damaged message ({type(error).__name__})", path=name) from error
    assert isinstance(message, EmailMessage)
    return message


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """All parts that are no containers, up to a number that no honest message has."""
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            return
        if not part.is_multipart() and isinstance(part, EmailMessage):
            yield part


def _bodies(message: EmailMessage) -> tuple[str | None, str | None]:
    """The plain and the HTML text of a message."""
    plain = page = None
    for part in _parts(message):
        if part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and plain is None:
            plain = _text(part)
        elif kind == "text/html" and page is None:
            page = _text(part)
    return plain, page


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("latin-1")


def _metadata(message: EmailMessage) -> Metadata:
    return Metadata(
        title=_header(message, "Subject"),
        publisher=parseaddr(_header(message, "From") or "")[0] or None,
        published=_day(message),
    )


def _header(message: EmailMessage, field: str) -> str | None:
    try:
        return " ".join(str(message.get(field) or "").split()) or None
    except (MessageError, ValueError, IndexError, AttributeError):
        return None


def _day(message: EmailMessage) -> date | None:
    """The day of sending, in the sender's time zone."""
    try:
        sent = getattr(message.get("Date"), "datetime", None)
    except (MessageError, ValueError, IndexError, AttributeError, TypeError):
        return None
    return sent.date() if sent else None
