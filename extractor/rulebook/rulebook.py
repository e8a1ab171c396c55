"""The rules in force: our folder and the user's, read, overridden by id, and kept in a cache until a file changes."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from platformdirs import user_cache_path

from extractor.errors import RuleError
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.folders import RULE_SUFFIXES, files_in, fingerprint, rules_dirs
from extractor.rulebook.lexicon import Lexicon, load_lexicons
from extractor.rulebook.rules import Rule, family_name, read_rules

CACHE_VERSION = 1
"""Raised when what is pickled changes its form."""


@dataclass(frozen=True)
class Rulebook:
    """All rules and lexicons in force. `rules` are in the order of files and lines; those switched off are left out."""

    folders: tuple[Path, ...]
    rules: tuple[Rule, ...]
    lexicons: Mapping[str, Lexicon]
    fingerprint: str

    def family(self, name: str) -> tuple[Rule, ...]:
        """The rules of one family. Raises `KeyError` for a family that is not in `FAMILIES`."""
        FAMILIES[name]
        return tuple(rule for rule in self.rules if family_name(rule.id) == name)

    def lexicon(self, name: str) -> Lexicon:
        """A lexicon by its name. Raises `RuleError` where the rules hold none of that name."""
        if name not in self.lexicons:
            raise RuleError(f"there is no lexicon {name}.tsv; put it back", path=self.folders[0])
        return self.lexicons[name]

    def path(self, relative: str) -> list[Path]:
        """The files of that path in each folder that has it, ours first: for tables that have a loader of their own."""
        return [folder / relative for folder in self.folders if (folder / relative).is_file()]


def load_rulebook(extra: Sequence[Path | str] = ()) -> Rulebook:
    """Our rules with those of the folders `extra` on top: a rule there replaces ours of the same id, or switches it off.

    Read from a cache of the user's when nothing has changed. Raises `RuleError` with file and line.
    """
    folders = rules_dirs([Path(folder) for folder in extra])
    return _load(folders, fingerprint(folders))


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...], mark: str) -> Rulebook:
    cached = cache_file(f"rulebook-{CACHE_VERSION}-{mark}.pickle")
    loaded = read_cache(cached)
    if isinstance(loaded, Rulebook):
        return replace(loaded, folders=folders)
    book = Rulebook(folders, combine_rules(folders), load_lexicons(folders), mark)
    write_cache(cached, book)
    return book


def combine_rules(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The rules of all `folders`; of one id the one of the last folder counts. Raises `RuleError` for an id that comes
    twice in one folder."""
    combined: dict[str, Rule] = {}
    for folder in folders:
        here: dict[str, Rule] = {}
        for path in files_in(folder, RULE_SUFFIXES):
            for rule in read_rules(path):
                if (other := here.get(rule.id)) is not None:
                    raise rule.error(
                        f"the id is taken by {other.path}:{other.line}; give one of them another name"
                    )
                here[rule.id] = rule
        combined.update(here)
    return tuple(rule for rule in combined.values() if not rule.off)


def cache_file(name: str) -> Path:
    """A file in the user's cache folder for this program (moved by the environment variable EXTRACTOR_CACHE)."""
    folder = os.environ.get("EXTRACTOR_CACHE")
    return (Path(folder) if folder else user_cache_path("extractor")) / name


def read_cache(path: Path) -> object | None:
    """What was pickled there; None where there is nothing, or nothing that can be read."""
    try:
        return pickle.loads(path.read_bytes())
    except Exception:  # a damaged or foreign cache is as good as none
        return None


def write_cache(path: Path, value: object) -> None:
    """Pickles `value` there at once or not at all; a folder that cannot be written to is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(file.name, path)
    except OSError:
        return
