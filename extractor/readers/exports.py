"""JSON exports → articles: one object, a list of them, or one on each line (.jsonl)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import Metadata, make_article
from extractor.readers.days import day_of, day_pattern
from extractor.readers.html import page_text
from extractor.readers.text import checked_length, decode_any
from extractor.rulebook import default_rules_dir, read_table

MAX_EXPORT = 300_000_000
MAX_ARTICLES = 1_000_000
MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|div|p|h[1-6]|section|ul|span)\b", re.IGNORECASE)

Object = dict[str, Any]


@lru_cache(maxsize=1)
def _fields() -> dict[str, tuple[str, ...]]:
    """The keys under which exports keep each field, folded."""
    fields: dict[str, list[str]] = {}
    for row in read_table(default_rules_dir() / "articles" / "fields.tsv"):
        fields.setdefault(row["field"], []).append(row["key"].casefold())
    return {field: tuple(keys) for field, keys in fields.items()}


def read_json(content: bytes, name: str) -> Iterator[Article]:
    """The articles of a JSON file: of the object that it is, or of those in its list, as `name#1`, `name#2`, …

    An object without text is no article and is passed over. Raises `ReadingError` where the file is no JSON; where it
    is JSON by lines it is read so.
    """
    text = _decoded(content, name)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        first = text.lstrip().split("\n", 1)[0]
        if "\n" in text.strip() and _is_object(first):
            yield from read_json_lines(content, name)
            return
        raise ReadingError(f"is no JSON ({_reason(error)})", path=name) from error
    if isinstance(data, dict) and _text_of(data) is not None:
        yield from _article(data, content, name)
        return
    for number, item in enumerate(_items(data), 1):
        own = json.dumps(item, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        yield from _article(item, own, f"{name}#{number}")


def read_json_lines(content: bytes, name: str) -> Iterator[Article]:
    """The articles of a file with an object on each line, as `name#LINE`.

    Raises `ReadingError` after the last article where lines could not be read, naming the first of them.
    """
    problems: list[str] = []
    for number, line in enumerate(_decoded(content, name).split("\n"), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            if isinstance(item, dict):
                yield from _article(item, line.strip().encode("utf-8", "surrogatepass"), f"{name}#{number}")
        except ReadingError as error:
            problems.append(f"line {number}: {error.problem}")
        except (ValueError, RecursionError) as error:
            problems.append(f"line {number} is no JSON ({_reason(error)})")
    if problems:
        more = f" (and {len(problems) - 1} more lines)" if len(problems) > 1 else ""
        raise ReadingError(problems[0] + more, path=name)


def _decoded(content: bytes, name: str) -> str:
    if len(content) > MAX_EXPORT:
        raise ReadingError(f"has more than {MAX_EXPORT:,} bytes; split it", path=name)
    return decode_any(content, path=name)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _reason(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"


def _items(data: object) -> list[Object]:
    """The objects of a list, or of the first list that an object holds."""
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list)), [])
    return [item for item in data if isinstance(item, dict)][:MAX_ARTICLES] if isinstance(data, list) else []


def _article(item: Object, own: bytes, name: str) -> Iterator[Article]:
    text = _text_of(item)
    if text is None:
        return
    values = _values(item)
    known = Metadata(
        title=_string(values, "title"),
        publisher=_string(values, "publisher"),
        author=_string(values, "author"),
        published=_day(_string(values, "published")),
        url=_string(values, "url"),
        language=_string(values, "language"),
    )
    hints = []
    if MARKUP.match(text):
        composition, metadata = page_text(text, name)
        text, hints, known = composition.text, composition.hints, known.filled_by(metadata)
    text = checked_length(text.replace("\r\n", "\n"), path=name)
    yield make_article(text, id=document_id(own), path=name, format="json", known=known, hints=hints)


def _text_of(item: Object) -> str | None:
    return _string(_values(item), "text", strip=False)


def _values(item: Object) -> Object:
    return {re.sub(r"[_\s-]", "", key).casefold(): value for key, value in item.items()}


def _string(values: Object, field: str, *, strip: bool = True) -> str | None:
    """The first filled value of a field, as text: of a list its members, of an object its name."""
    for key in _fields()[field]:
        value = values.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, list):
            value = ", ".join(each for each in map(_name, value) if each)
        if isinstance(value, str) and value.strip():
            return value.strip() if strip else value
    return None


def _name(value: object) -> str | None:
    value = value.get("name") if isinstance(value, dict) else value
    return value if isinstance(value, str) else None


def _day(written: str | None) -> date | None:
    match = re.search(day_pattern(), written or "", re.IGNORECASE)
    return day_of(match.group()) if match else None
