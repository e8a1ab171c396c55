"""The words by which an article's head and zones are known: `rules/articles/`, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extractor.rulebook import default_rules_dir, read_table

PLACEHOLDERS = {"*": r".*?", "{Name}": r"(?-i:[A-Z“\"‘'][^\s]*)", "#": r"\d+"}
WITHIN = 300
"""How many characters of a paragraph are searched for words that may stand within its beginning."""


@dataclass(frozen=True, slots=True)
class Section:
    """What begins at a heading or a paragraph; `whole` where it runs to the next heading."""

    kind: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Compiled words of `rules/articles/`."""

    months: dict[str, int]
    wires: dict[str, str]
    wire: str
    head: dict[str, str]
    words: dict[str, frozenset[str]]
    headings: re.Pattern[str]
    starts: re.Pattern[str]
    within: tuple[tuple[str, Section], ...]
    sections: tuple[Section, ...]

    def section_of(self, match: re.Match[str]) -> Section:
        """The section that a match of `headings` or `starts` begins."""
        return self.sections[int((match.lastgroup or "_0")[1:])]


def alternation(forms: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=4)
def vocabulary(folder: Path | None = None) -> Vocabulary:
    """The vocabulary in `folder` (by default that of the installed rules). Raises `RuleError` for a broken table."""
    folder = folder or default_rules_dir() / "articles"
    wires = {row["form"].casefold(): row["publisher"] for row in read_table(folder / "wires.tsv")}
    words: dict[str, set[str]] = {}
    for row in read_table(folder / "head-words.tsv"):
        words.setdefault(row["kind"], set()).add(row["words"].casefold())
    rows = read_table(folder / "sections.tsv")
    sections = tuple(dict.fromkeys(map(_section, rows)))
    return Vocabulary(
        months={row["form"].casefold(): int(row["month"]) for row in read_table(folder / "months.tsv")},
        wires=wires,
        wire=alternation(wires),
        head={kind: alternation(forms) for kind, forms in words.items()},
        words={kind: frozenset(forms) for kind, forms in words.items()},
        headings=_sections(rows, "heading", sections, "(?:{})$"),
        starts=_sections(rows, "start", sections, r"(?:{})(?-i:(?![a-z]))"),
        within=tuple((row["words"].casefold(), _section(row)) for row in rows if row["where"] == "within"),
        sections=sections,
    )


def _section(row: dict[str, str]) -> Section:
    return Section(row["kind"], row["extent"] == "section")


def _sections(rows: list[dict[str, str]], where: str, sections: tuple[Section, ...], frame: str) -> re.Pattern[str]:
    """One pattern for the rows of a place, with a group for each kind of section."""
    groups = []
    for number, section in enumerate(sections):
        forms = [_words(row["words"]) for row in rows if row["where"] == where and _section(row) == section]
        if forms:
            groups.append(f"(?P<_{number}>{frame.format('|'.join(forms))})")
    return re.compile("|".join(groups) or r"(?!)", re.IGNORECASE | re.DOTALL)


def _words(words: str) -> str:
    parts = re.split(r"(\*(?=\w|\s|$)|(?<=\w)\*|\{Name\}|(?<= )#)", words)
    if not re.search(r"\w", words):
        return re.escape(words)
    return "".join(PLACEHOLDERS.get(part) or re.escape(part) for part in parts)
