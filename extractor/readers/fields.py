"""The named fields of exports and front matters → metadata, by the names in `rules/articles/fields.tsv`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from extractor.readers.article import Metadata
from extractor.readers.days import day_of, day_pattern
from extractor.rulebook import default_rules_dir, read_table

Object = dict[str, Any]


@lru_cache(maxsize=1)
def _fields() -> dict[str, tuple[str, ...]]:
    """The keys under which each field is kept, folded."""
    fields: dict[str, list[str]] = {}
    for row in read_table(default_rules_dir() / "articles" / "fields.tsv"):
        fields.setdefault(row["field"], []).append(row["key"].casefold())
    return {field: tuple(keys) for field, keys in fields.items()}


def metadata_of(item: Object) -> Metadata:
    """What an object's fields say of its article."""
    return Metadata(
        title=string_of(item, "title"),
        publisher=string_of(item, "publisher"),
        author=string_of(item, "author"),
        published=_day(string_of(item, "published")),
        url=string_of(item, "url"),
        language=string_of(item, "language"),
    )


def list_of(item: Object, field: str) -> list[Any]:
    """The first list that a field holds."""
    values = _folded(item)
    return next((values[key] for key in _fields()[field] if isinstance(values.get(key), list)), [])


def string_of(item: Object, field: str, *, strip: bool = True) -> str | None:
    """The first filled value of a field, as text: of a list its members, of an object its name."""
    values = _folded(item)
    for key in _fields()[field]:
        value = values.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, list):
            value = ", ".join(each for each in map(_name, value) if each)
        if isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, str) and value.strip():
            return value.strip() if strip else value
    return None


def _folded(item: Object) -> Object:
    """The values by their keys, written together and in small letters."""
    return {re.sub(r"[_\s-]", "", str(key)).casefold(): value for key, value in item.items()}


def _name(value: object) -> str | None:
    value = value.get("name") if isinstance(value, dict) else value
    return value if isinstance(value, str) else None


def _day(written: str | None) -> date | None:
    match = re.search(day_pattern(), written or "", re.IGNORECASE)
    return day_of(match.group()) if match else None
