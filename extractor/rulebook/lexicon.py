"""Lexicons: tables of terms that rules name in a slot, such as `{cue-verb}` or `{month}`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from extractor.errors import RuleError
from extractor.rulebook.folders import TABLE_SUFFIXES, files_in, numbered_rows

TERM_COLUMN = "term"
FORMS_COLUMN = "forms"


@dataclass(frozen=True)
class Lexicon:
    """A table with a column `term` and, if it has one, a column `forms` of further forms split by `;`.

    `rows` maps each term and form, in lower case with straight apostrophes, to its row. Where two rows claim a form,
    the one read last wins, so that a user's table overrides ours. `all_rows` has them all for tables in which a term
    may have several; a user's then take the place of all of ours that have their term.
    """

    name: str
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    all_rows: Sequence[Mapping[str, str]] = ()

    def __contains__(self, term: str) -> bool:
        return fold(term) in self.rows

    def __getitem__(self, term: str) -> Mapping[str, str]:
        """The row of a term, whatever its case. Raises `KeyError` where there is none."""
        return self.rows[fold(term)]

    def get(self, term: str, column: str, default: str | None = None) -> str | None:
        """One cell of the term's row; `default` where the term or the cell is missing or empty."""
        row = self.rows.get(fold(term))
        return (row.get(column) or default) if row else default

    @cached_property
    def mark(self) -> str:
        """16 hex digits that change with the terms, in which order they stand included."""
        return sha256("\n".join(self.rows).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def terms(self, **where: str) -> tuple[str, ...]:
        """All terms and forms, in lower case, in the order of the table, of the rows whose cells equal `where`."""
        return tuple(term for term, row in self.rows.items() if where.items() <= row.items())

    def written(self, **where: str) -> list[str]:
        """All terms and forms as the table writes them, of the rows whose cells equal `where`."""
        rows = {id(row): row for row in self.rows.values() if where.items() <= row.items()}
        return [form for row in rows.values() for form in row_forms(row)]


def row_forms(row: Mapping[str, str]) -> list[str]:
    """The term and further forms of a row as the table writes them."""
    return [row[TERM_COLUMN], *filter(None, (row.get(FORMS_COLUMN) or "").split(";"))]


def fold(term: str) -> str:
    """The form under which terms are compared: lower case, straight apostrophe, single spaces."""
    return " ".join(term.replace("\u2019", "'").lower().split())


def lexicon_name(path: Path) -> str:
    """`rules/dates/months.tsv` is the lexicon `months`."""
    return path.name.split(".", 1)[0]


def load_lexicons(folders: Sequence[Path]) -> dict[str, Lexicon]:
    """Every table with a column `term` below the `folders`; tables of one name are joined, later rows win.

    A row whose column `remove` is not empty takes the term out again.
    """
    joined: dict[str, dict[str, Mapping[str, str]]] = {}
    all_rows: dict[str, list[Mapping[str, str]]] = {}
    for folder in folders:
        here: dict[str, list[Mapping[str, str]]] = {}
        for path in files_in(folder, TABLE_SUFFIXES):
            if not _has_terms(path):
                continue
            rows = joined.setdefault(lexicon_name(path), {})
            for number, row in numbered_rows(path):
                if not row[TERM_COLUMN].strip():
                    raise RuleError("has a row without a term", path=path, line=number)
                here.setdefault(lexicon_name(path), []).append(row)
                for form in row_forms(row):
                    if row.get("remove"):
                        rows.pop(fold(form), None)
                    else:
                        rows[fold(form)] = row
        all_rows.update({name: _laid_on(all_rows.get(name, []), rows) for name, rows in here.items()})
    return {name: Lexicon(name, rows, all_rows.get(name, ())) for name, rows in joined.items()}


def _laid_on(before: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """The rows `before`, but for the terms of `rows`, and those of `rows` that take nothing away."""
    terms = {fold(row[TERM_COLUMN]) for row in rows}
    kept = [row for row in before if fold(row[TERM_COLUMN]) not in terms]
    return kept + [row for row in rows if not row.get("remove")]


def _has_terms(path: Path) -> bool:
    if path.suffix == ".gz":
        return False  # large tables have a loader of their own
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        header = next((line for line in lines if line.strip() and line[0] != "#"), "")
    return TERM_COLUMN in header.rstrip("\n").replace(",", "\t").split("\t")
