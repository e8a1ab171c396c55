"""Folders of rules written for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

WriteRules = Callable[..., Path]


@pytest.fixture
def write_rules(tmp_path: Path) -> WriteRules:
    """`write_rules({"a.yaml": …}, folder="rules")`: a folder with these files."""

    def write(files: dict[str, str], folder: str = "rules") -> Path:
        for name, content in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path / folder

    return write
