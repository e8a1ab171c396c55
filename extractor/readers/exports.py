"""JSON exports → articles: one object, a list of them, or one on each line (.jsonl)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from extractor.errors import ReadingError
from extractor.model import Article, document_id
from extractor.readers.article import make_article
from extractor.readers.fields import Object, list_of, metadata_of, string_of
from extractor.readers.html import page_text
from extractor.readers.text import checked_length, decode_any

MAX_EXPORT = 300_000_000
MAX_ARTICLES = 1_000_000
MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|div|p|h[1-6]|section|ul|span)\b", re.IGNORECASE)


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
    """The objects of a list, or of the first list of articles that an object holds."""
    if isinstance(data, dict):
        named = list_of(data, "articles")
        lists = [named] if named else [_described(value) for value in data.values() if isinstance(value, list)]
        data = next(filter(None, lists), [])
    return [item for item in data if isinstance(item, dict)][:MAX_ARTICLES] if isinstance(data, list) else []


def _described(items: list[object]) -> list[object]:
    """The list, if its texts have a day or an address: others are parts of something else, such as annotations."""
    found = [metadata_of(item) for item in items if isinstance(item, dict)]
    return items if any(known.published or known.url for known in found) else []


def _article(item: Object, own: bytes, name: str) -> Iterator[Article]:
    text = _text_of(item)
    if text is None:
        return
    known = metadata_of(item)
    hints = []
    if MARKUP.match(text):
        composition, metadata = page_text(text, name)
        text, hints, known = composition.text, composition.hints, known.filled_by(metadata)
    text = checked_length(text.replace("\r\n", "\n"), path=name)
    yield make_article(text, id=document_id(own), path=name, format="json", known=known, hints=hints)


def _text_of(item: Object) -> str | None:
    return string_of(item, "text", strip=False)
