"""The rules in force: our folder and the user's, read, overridden by id, and kept in a cache until a file changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extractor.errors import RuleError
from extractor.rulebook.caches import cache_file, code_mark, forget_oldest, read_cache, write_cache
from extractor.rulebook.compiling import check_patterns, compile_shapes
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.folders import RULE_SUFFIXES, TABLE_SUFFIXES, files_in, fingerprint, rules_dirs
from extractor.rulebook.lexicon import Lexicon, lexicon_name, load_lexicons
from extractor.rulebook.rules import Rule, family_name, nearest
from extractor.rulebook.shapes import alternatives


@dataclass(frozen=True)
class Rulebook:
    """All rules and lexicons in force. `rules` are the user's, then ours, in the order of files and lines; those
    switched off are left out."""

    folders: tuple[Path, ...]
    rules: tuple[Rule, ...]
    lexicons: Mapping[str, Lexicon]
    fingerprint: str

    def family(self, name: str) -> tuple[Rule, ...]:
        """The rules of one family. Raises `KeyError` for a family that is not in `FAMILIES`."""
        FAMILIES[name]
        return tuple(rule for rule in self.rules if family_name(rule.id) == name)

    def ways(self, family: str) -> frozenset[str]:
        """The ids of a family's rules that stand for what the program does by itself, without those switched off."""
        return frozenset(rule.id for rule in self.family(family) if rule.built_in)

    def lexicon(self, name: str) -> Lexicon:
        """A lexicon by its name. Raises `RuleError` where the rules hold none of that name."""
        if name not in self.lexicons:
            raise RuleError(f"there is no lexicon {name}.tsv; put it back", path=self.folders[0])
        return self.lexicons[name]

    def expression(self, *names: str, **where: str) -> str:
        """A regular expression for any term of these lexicons (see `alternatives`), of the rows whose cells equal
        `where`. Raises `RuleError` as `lexicon`."""
        lexicons = map(self.lexicon, names)
        return alternatives(
            term for lexicon in lexicons for term in (lexicon.written(**where) if where else lexicon.rows)
        )

    def path(self, relative: str) -> list[Path]:
        """A table that has a loader of its own: ours, at this path below the rules, then the user's of the same name
        (TSV or CSV, gzipped or not), wherever in their folders they lie."""
        ours, *theirs = self.folders
        found = [ours / relative] if (ours / relative).is_file() else []
        name = lexicon_name(Path(relative))
        for folder in theirs:
            found += [path for path in files_in(folder, TABLE_SUFFIXES) if lexicon_name(path) == name]
        return found


def load_rulebook(extra: Sequence[Path | str] = ()) -> Rulebook:
    """Our rules with those of the folders `extra`: a rule there replaces ours of the same id, or switches it off;
    new ones come before ours.

    Read from a cache of the user's when nothing has changed. Raises `RuleError` with file and line.
    """
    held = _held.get()
    key = tuple(map(str, extra))
    if held is not None and key in held:
        return held[key]
    folders = rules_dirs([Path(folder) for folder in extra])
    book = _load(folders, fingerprint(folders))
    if held is not None:
        held[key] = book
    return book


_held: ContextVar[dict[tuple[str, ...], Rulebook] | None] = ContextVar("_held", default=None)


@contextmanager
def rules_held() -> Iterator[None]:
    """While it lasts, rules once loaded stay as they are: all who make one pipeline see the same, and files are looked
    at once."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...], mark: str) -> Rulebook:
    cached = cache_file(f"rulebook-{code_mark()}-{mark}.pickle")
    loaded = read_cache(cached)
    if isinstance(loaded, Rulebook) and loaded.folders == folders:
        return loaded
    lexicons = load_lexicons(folders)
    book = Rulebook(folders, combine_rules(folders), lexicons, mark)
    for rule in book.rules:
        check_patterns(rule, lexicons)
        compile_shapes(rule, lexicons)
    write_cache(cached, book)
    forget_oldest("rulebook-*.pickle")
    return book


def combine_rules(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The rules of all `folders`, those of the last folder first; of one id the one of the last folder counts, in
    the place of the one that it replaces. Raises `RuleError` for an id that comes twice in one folder, and for a rule
    that can do nothing: it switches off what there is not, or claims to be the program's."""
    rules, errors = combined_layers([list(rules_of(folder)) for folder in folders])
    if errors:
        raise errors[0]
    return tuple(rules)


def combined_layers(layers: Iterable[Sequence[Rule]]) -> tuple[list[Rule], list[RuleError]]:
    """The rules in force of all layers, ours first and each laid on those before; and which of them can do nothing."""
    combined: dict[str, Rule] = {}
    errors: list[RuleError] = []
    for number, layer in enumerate(layers):
        here = {rule.id: rule for rule in layer}
        errors += [error for rule in layer for error in _idle(rule, combined if number else here)]
        new = {name: rule for name, rule in here.items() if name not in combined}
        combined = {**new, **{name: here.get(name, rule) for name, rule in combined.items()}}
    return [rule for rule in combined.values() if not rule.off], errors


def _idle(rule: Rule, known: Mapping[str, Rule]) -> Iterator[RuleError]:
    """What is wrong with a rule that names one of those `known` before and finds none."""
    if rule.off and rule.id not in known:
        yield rule.error(f"there is no such rule to switch off; {nearest(rule.id, known)}")
    elif rule.built_in and not rule.off and (rule.id not in known or not known[rule.id].built_in):
        yield rule.error("the program has nothing of its own under this id; give the rule a “pattern” or a “shape”")


def rules_of(folder: Path) -> Iterator[Rule]:
    """The rules of one folder (or file), those that are off as well. Raises `RuleError` for an id that comes twice."""
    from extractor.rulebook.rulefiles import read_rules  # now, for mostly the rules are in the cache

    taken: dict[str, Rule] = {}
    for path in files_in(folder, RULE_SUFFIXES):
        for rule in read_rules(path):
            if (other := taken.get(rule.id)) is not None:
                raise duplicate_id(rule, other)
            taken[rule.id] = rule
            yield rule


def duplicate_id(rule: Rule, other: Rule) -> RuleError:
    """The error for the second rule of one id."""
    return rule.error(f"the id is taken by {other.path}:{other.line}; give one of them another name")
