"""Words live in rules/: no list of words stands in Python."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "extractor"
MODULES = sorted(PACKAGE.rglob("*.py"))
WORD = re.compile(r"[a-z]+(?: [a-z]+)*")
MANY = 4
NAMES_OF_THE_CODE = {
    "components/dates/lengths.py": "codes of ISO 8601",
    "components/dates/parsed.py": "codes of ISO 639",
    "components/drugs/lexicon.py": "the fields of the lexicon",
    "evaluation/__init__.py": "the names of the package",
    "evaluation/report.py": "the columns of the report",
    "authoring/lexicon_update.py": "the kinds of names in the register",
    "readers/exports.py": "HTML",
    "readers/page_body.py": "HTML",
    "readers/reading.py": "formats of files",
    "readers/sniff.py": "HTML",
    "relations/results/arms.py": "the kinds of arms",
    "relations/results/statistics.py": "the groups of shapes",
    "rulebook/rulefiles.py": "the booleans of YAML",
    "rulebook/ruleform.py": "the keys of rules",
}
"""Modules whose lists are names of formats or of the program's own, not words that articles are read by."""

ALTERNATIVES = re.compile(r"(?:\w+\|){3}\w+")


def code_names() -> frozenset[str]:
    """Names that the code itself gives meaning to: fields, columns, families, keys, kinds, zones, formats."""
    from dataclasses import fields, is_dataclass

    from extractor import model
    from extractor.rulebook.families import FAMILIES
    from extractor.rulebook.notation import MENTION_SLOTS
    from extractor.store.tables import tables

    names = {*model.ZONES, *MENTION_SLOTS, *FAMILIES}
    for table in tables():
        names |= {table.name, *table.columns}
    for record in vars(model).values():
        if is_dataclass(record):
            names |= {field.name for field in fields(record)}
    for family in FAMILIES.values():
        names |= {family.name, family.records, *family.keys, *family.slots}
        names |= {choice for choices in family.keys.values() if isinstance(choices, tuple) for choice in choices}
    return frozenset(names)


def word_lists(tree: ast.AST, known: frozenset[str]) -> list[str]:
    """Lists, tuples, sets and dictionaries of four plain words or more that name nothing of the code."""
    found = []
    for node in ast.walk(tree):
        items = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        texts = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        words = [text for text in texts if WORD.fullmatch(text) and text not in known]
        if len(words) >= MANY:
            found.append(f"line {getattr(node, 'lineno', 0)}: {', '.join(words[:6])}")
    return found


def alternatives(source: str) -> list[str]:
    """Regular expressions with four words or more side by side."""
    docstrings = re.sub(r'""".*?"""', "", source, flags=re.DOTALL)
    runs = (match for match in ALTERNATIVES.finditer(docstrings))
    return [
        match.group() for match in runs if all(word.isalpha() and len(word) > 2 for word in match.group().split("|"))
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_list_of_words_stands_in_python(path: Path) -> None:
    source = path.read_text("utf-8")
    name = path.relative_to(PACKAGE).as_posix()
    found = word_lists(ast.parse(source), code_names()) + alternatives(source)
    if name not in NAMES_OF_THE_CODE and path.name != "families.py":
        assert found == []
