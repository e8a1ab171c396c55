"""Each part of the program imports only from those before it in the way of the data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractor

ROOT = Path(extractor.__file__).parent
LAYERS = (
    ("errors",),
    ("model",),
    ("rulebook",),
    ("readers",),
    ("components",),
    ("relations",),
    ("pipeline",),
    ("store",),
    ("database",),
    ("queries",),
    ("running", "batch"),
    ("evaluation", "authoring"),
    ("commands",),
    ("cli",),
)
LAYER = {part: number for number, parts in enumerate(LAYERS) for part in parts}


def imported(module: Path) -> Iterator[str]:
    """The parts of the program that a module names in its imports, those inside functions included."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "extractor":
            yield from (alias.name for alias in node.names if alias.name in LAYER)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("extractor."):
            yield node.module.split(".")[1]


@pytest.mark.parametrize("part", LAYER)
def test_a_part_imports_only_from_those_before_it(part: str) -> None:
    modules = [ROOT / f"{part}.py"] if (ROOT / f"{part}.py").exists() else list((ROOT / part).rglob("*.py"))
    assert modules
    wrong = {
        f"{module.relative_to(ROOT)} imports {other}"
        for module in modules
        for other in imported(module)
        if other != part and LAYER[other] >= LAYER[part] and {other, part} != {"running", "batch"}
    }
    assert wrong == set()
