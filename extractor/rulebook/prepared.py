"""What is made of rules and takes long to make, kept from run to run by what it is made of.

Most of the time from start to first row would go into writing and compiling a few hundred large regular expressions.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from extractor.rulebook.caches import cache_file, code_mark, forget_oldest, read_cache, write_cache

T = TypeVar("T")


@dataclass
class _Store:
    """`kept` is what the file holds, None before it is read; `used` what this process asked for."""

    kept: dict[Hashable, Any] | None = None
    used: dict[Hashable, Any] = field(default_factory=dict)
    is_new: bool = False


_store = _Store()


def prepared(key: Hashable, make: Callable[[], T]) -> T:
    """The value that `make` makes, from an earlier run if one made it under this key.

    The key says all that the value is made of, but for the code, whose change ends all that was kept.
    """
    if key not in _store.used:
        if _store.kept is None:
            found = read_cache(_path())
            _store.kept = found if isinstance(found, dict) else {}
        if key not in _store.kept:
            _store.kept[key] = make()
            _store.is_new = True
        _store.used[key] = _store.kept[key]
    return _store.used[key]  # type: ignore[no-any-return]


MOST_UNUSED = 2
"""How many times as much as this process used is kept for others, whose rules may differ; beyond that, theirs goes."""


def keep_prepared() -> None:
    """Writes what there is for the next process, if some of it is new."""
    if _store.is_new:
        kept = _store.kept or {}
        write_cache(_path(), kept if len(kept) <= MOST_UNUSED * len(_store.used) else _store.used)
        forget_oldest("prepared-*.pickle")
        _store.is_new = False


def _path() -> Any:
    version = "".join(map(str, sys.version_info[:3]))
    return cache_file(f"prepared-{version}-{code_mark()}.pickle")


class Code(NamedTuple):
    """What Python's compiler makes of a regular expression; `names` maps names of groups to numbers, `numbers` back."""

    flags: int
    instructions: array[int]
    groups: int
    names: dict[str, int]
    numbers: tuple[str | None, ...]


@lru_cache(maxsize=8192)
def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile` that remembers more than the 512 expressions of the standard library, and from run to run.

    Python has no public way to keep a compiled expression: its own instructions are kept, for the same version of
    Python alone. Where they cannot be used, the expression is compiled anew. Raises `re.error`.
    """
    try:
        flags_of, instructions, *groups = prepared(("expression", expression, flags), lambda: _code(expression, flags))
        return _sre().compile(expression, flags_of, instructions.tolist(), *groups)  # type: ignore[no-any-return]
    except (ImportError, AttributeError, TypeError):
        return re.compile(expression, flags)


def _code(expression: str, flags: int) -> Code:
    compiler, parser = re._compiler, re._parser  # type: ignore[attr-defined]
    parsed = parser.parse(expression, flags)
    names = parsed.state.groupdict
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    instructions = array("I", compiler._code(parsed, flags))
    return Code(flags | parsed.state.flags, instructions, parsed.state.groups - 1, names, tuple(numbers))


def _sre() -> Any:
    import _sre

    return _sre
