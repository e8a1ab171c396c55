"""A pipeline as soon as may be: spaCy without its command line, and no search for garbage while all is made that stays.

spaCy loads its own commands, and with them clients for the web, whenever it is imported. That is a third of the time
that the import takes, and nothing here calls them.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.pipeline import Pipeline

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""How many objects may be made before Python looks for unreachable ones. At its 700 that takes a tenth of the start and
of extraction, where records that are kept are looked through again and again, and there is next to nothing to find."""

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def collect_seldom() -> None:
    """Lets Python look for unreachable objects less often, in this process and those that it makes."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def make_pipeline(rules: tuple[Path, ...]) -> Pipeline:
    """A pipeline, for which spaCy is imported now and not before: a run in which nothing has changed does without."""
    collect_seldom()
    with _no_collection():
        import_spacy()
        from extractor.pipeline import Pipeline

        return Pipeline(rules)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Python looks for no unreachable objects meanwhile, and never again among those that there are then."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def import_spacy() -> None:
    """Imports spaCy, if that is still to be done, with stand-ins in the place of its commands.

    The stand-ins go at once: who wants the commands after that, or `spacy.info`, gets them as ever.
    """
    if "spacy" in sys.modules:
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]
    sys.modules.update({_COMMANDS: commands, _INFO: info})
    try:
        import spacy  # noqa: F401
    finally:
        for name in (_INFO, _COMMANDS):
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)
