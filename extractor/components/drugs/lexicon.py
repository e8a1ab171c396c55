"""The lexicon of drug names: the tables of `rules/drugs/` read, cleaned, joined and kept in a cache.

`names.tsv.gz` is what a register holds, `additions.tsv` what it lacks or has otherwise, `removals.tsv` which names are
no medicine, or one only under a condition, `salts.tsv` the words stripped to find a salt's active part, `words.tsv.gz`
the words of the language that might be taken for names. A folder of the user's may hold tables of the same names;
theirs are read last and win.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from extractor.components.drugs.names import following_signs, form_of, prefixes
from extractor.errors import RuleError
from extractor.rulebook import Rulebook, cache_file, read_cache, read_table, write_cache

CACHE_VERSION = 6
"""Raised when the reading of the tables or the form of `DrugLexicon` changes."""

FOLDER = "drugs"
TABLES = ("names.tsv.gz", "additions.tsv", "removals.tsv", "salts.tsv", "words.tsv.gz")
KINDS = ("inn", "brand", "code")
CONDITIONS = ("", "capitalised", "context", "marked", "never")
"""When a name counts: always; with a capital letter; given as a medicine; with ®, a dose or a generic name; never."""

_BRACKET = re.compile(r"\s*\([^()]*\)|\s*\[[^\]]*\]")
_STEREO = re.compile(r"^\((?:[+\-/±,RSEZ\d]+)\)-?\s*", re.IGNORECASE)
_CODE = re.compile(r"(?=.*[A-Za-z])(?=.*\d.*\d)[A-Za-z0-9][\w \-.,/]*$")
_REGISTER = re.compile(r"(?:INS|FEMA|EC|CI|COMPOUND|COMPONENT|ISOMER|FACTOR)\b[ .]*(?:NO)?", re.IGNORECASE)
_RELEASE = re.compile(r"-(?:[SEXCM]R|LA|IR|SL|PR)$")
_SHORT_BRAND = 5


class DrugName(NamedTuple):
    """A name as the lexicon knows it: `preferred` is `Drug.name`, `kind` one of `KINDS`, `condition` of
    `CONDITIONS`, `curated` whether our own table has it."""

    preferred: str
    kind: str
    condition: str
    curated: bool


@dataclass(frozen=True)
class DrugLexicon:
    """All names by their form. Columns, not objects: 60,000 names load in some 30 ms and take some 20 MB."""

    forms: Mapping[str, int]
    starts: Mapping[str, str]
    """What longer names begin with, and the first signs of what follows it there, apart from it."""
    preferred: array[int]
    traits: bytes
    names: tuple[str, ...]
    salts: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()

    def __contains__(self, form: str) -> bool:
        return form in self.forms

    def __len__(self) -> int:
        return len(self.forms)

    def get(self, form: str) -> DrugName | None:
        """What is known of a name with this form (`names.form_of`); None for an unknown one."""
        place = self.forms.get(form)
        if place is None:
            return None
        trait = self.traits[place]
        return DrugName(
            self.names[self.preferred[place]], KINDS[trait & 3], CONDITIONS[trait >> 2 & 7], bool(trait >> 5)
        )

    def __getstate__(self) -> tuple[object, ...]:
        columns = (self.forms, self.starts, self.starts.values(), self.names, sorted(self.salts), self.ordinary)
        return (*map("\n".join, columns), self.preferred, self.traits)

    def __setstate__(self, state: tuple[str, str, str, str, str, str, array[int], bytes]) -> None:
        forms, starts, signs, names, salts, ordinary, preferred, traits = state
        listed = forms.split("\n")
        values = {
            "forms": dict(zip(listed, range(len(listed)), strict=True)),
            "starts": dict(zip(starts.split("\n"), signs.split("\n"), strict=True)),
            "preferred": preferred,
            "traits": traits,
            "names": tuple(names.split("\n")),
            "salts": frozenset(filter(None, salts.split("\n"))),
            "ordinary": frozenset(filter(None, ordinary.split("\n"))),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)


def load_drug_lexicon(book: Rulebook) -> DrugLexicon:
    """The lexicon of the rules in force, from the cache when no table has changed. Raises `RuleError`."""
    paths = [path for table in TABLES for path in book.path(f"{FOLDER}/{table}")]
    digest = sha256(f"{CACHE_VERSION}".encode())
    for path in paths:
        digest.update(path.name.encode() + path.read_bytes())
    return _lexicon_of(tuple(paths), digest.hexdigest()[:16])


@lru_cache(maxsize=2)
def _lexicon_of(paths: tuple[Path, ...], mark: str) -> DrugLexicon:
    """The lexicon of these tables, whose content has this `mark`: one for all who ask, for it is large."""
    cached = cache_file(f"drugs-{mark}.pickle")
    loaded = read_cache(cached)
    if isinstance(loaded, DrugLexicon):
        return loaded
    lexicon = build_lexicon(paths)
    write_cache(cached, lexicon)
    return lexicon


def build_lexicon(paths: Iterable[Path]) -> DrugLexicon:
    """The lexicon of some tables, which are told apart by their file names; later ones win."""
    tables: dict[str, list[tuple[Path, list[dict[str, str]]]]] = {name: [] for name in TABLES}
    for path in paths:
        tables[path.name].append((path, read_table(path)))
    salts = frozenset(row["word"].lower() for _, rows in tables["salts.tsv"] for row in rows)
    builder = _Builder(salts, frozenset(row["word"] for _, rows in tables["words.tsv.gz"] for row in rows))
    ours = {row.get("preferred", "").lower() for _, rows in tables["additions.tsv"] for row in rows}
    for _, rows in tables["names.tsv.gz"]:
        builder.add_register(rows, ours)
    for path, rows in tables["additions.tsv"]:
        builder.add_curated(path, rows)
    for path, rows in tables["removals.tsv"]:
        builder.set_conditions(path, rows)
    return builder.lexicon()


@dataclass
class _Builder:
    salts: frozenset[str]
    ordinary: frozenset[str] = frozenset()
    entries: dict[str, DrugName] = field(default_factory=dict)
    starts: set[str] = field(default_factory=set)

    def add_register(self, rows: list[dict[str, str]], ours: set[str]) -> None:
        generic = ours | {row["name"].lower() for row in rows if row["kind"] == "inn"}
        order = {"inn": 0, "brand": 1, "code": 2}
        for row in sorted(rows, key=lambda row: (order.get(row["kind"], 3), row["name"])):
            kind = row["kind"]
            name = clean_name(row["name"], kind)
            if name is None:
                continue
            preferred = active_part(row["preferred"].lower(), generic, self.salts)
            self.put(name, DrugName(preferred, kind, _condition(name, kind), False), replace_old=False)

    def add_curated(self, path: Path, rows: list[dict[str, str]]) -> None:
        for number, row in enumerate(rows, 2):
            _check(path, number, row, ("name", "kind", "preferred"))
            condition = row.get("condition") or ("capitalised" if row["kind"] == "brand" else "")
            self.put(row["name"], DrugName(row["preferred"], row["kind"], condition, True))

    def set_conditions(self, path: Path, rows: list[dict[str, str]]) -> None:
        for number, row in enumerate(rows, 2):
            _check(path, number, row, ("name", "condition"))
            old = self.entries.get(form_of(row["name"])) or DrugName(row["name"], "inn", "", False)
            self.put(row["name"], DrugName(old.preferred, old.kind, row["condition"], old.curated))

    def put(self, name: str, entry: DrugName, *, replace_old: bool = True) -> None:
        *starts, form = list(prefixes(name)) or [""]
        if not form or (form in self.entries and not replace_old):
            return
        self.entries[form] = entry
        self.starts.update(starts)

    def lexicon(self) -> DrugLexicon:
        places: dict[str, int] = {}
        preferred, traits = array("I"), bytearray()
        for form in sorted(self.entries):
            entry = self._resolved(self.entries[form])
            preferred.append(places.setdefault(entry.preferred, len(places)))
            traits.append(KINDS.index(entry.kind) | CONDITIONS.index(entry.condition) << 2 | entry.curated << 5)
        forms = {form: number for number, form in enumerate(sorted(self.entries))}
        starts = following_signs(self.starts, forms)
        return DrugLexicon(forms, starts, preferred, bytes(traits), tuple(places), self.salts, self.ordinary)

    def _resolved(self, entry: DrugName) -> DrugName:
        """An entry of the register under the name that our own table prefers for that medicine."""
        if entry.curated:
            return entry
        other = self.entries.get(form_of(entry.preferred))
        if other is None or not other.curated or other.preferred == entry.preferred:
            return entry
        return DrugName(other.preferred, entry.kind, entry.condition, entry.curated)


def clean_name(name: str, kind: str) -> str | None:
    """A register's name as an article may write it, or None: `(+)-MBX-8025` is `MBX-8025`, `X COMPONENT Y` is none."""
    name = _BRACKET.sub("", _STEREO.sub("", name)).strip()
    if " COMPONENT " in name.upper() or _REGISTER.match(name) or len(form_of(name)) < 4:
        return None
    if kind == "code" and not _CODE.match(name):
        return name if len(name) > 6 and "-" in name and not _RELEASE.search(name) else None
    return name if len(re.findall(r"[^\W\d_]", name)) >= 2 else None


def _condition(name: str, kind: str) -> str:
    if kind == "brand":
        return "capitalised" if len(name) > _SHORT_BRAND else "marked"
    if kind == "code" and not any(letter.isdigit() for letter in name):
        return "context"
    return ""


def active_part(name: str, generic: Iterable[str], salts: Iterable[str]) -> str:
    """The active part of a salt where that is a generic name: `ralimetinib mesylate` → `ralimetinib`.

    >>> active_part("glatiramer acetate", {"glatiramer acetate"}, {"acetate"})
    'glatiramer acetate'
    """
    words = name.split()
    for count in range(len(words) - 1, 0, -1):
        if not all(word in salts for word in words[count:]):
            break
        base = " ".join(words[:count])
        if base in generic:
            name = base
    return name


def _check(path: Path, number: int, row: Mapping[str, str], columns: Iterable[str]) -> None:
    for column in columns:
        if not row.get(column):
            raise RuleError(f"the row “{row.get('name', '')}” has no {column}", path=path, line=number)
    if row.get("kind", "inn") not in KINDS:
        raise RuleError(f"“{row['kind']}” is no kind of name ({', '.join(KINDS)})", path=path, line=number)
    if row.get("condition", "") not in CONDITIONS:
        known = ", ".join(filter(None, CONDITIONS))
        raise RuleError(f"“{row['condition']}” is no condition ({known})", path=path, line=number)
