"""spaCy is imported without its commands, and lacks nothing."""

from __future__ import annotations

import subprocess
import sys


def said_by(program: str) -> str:
    """What a new process prints that runs this program."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


def test_the_commands_are_not_loaded_with_spacy() -> None:
    program = """
import sys
from extractor.commands.quick_import import import_spacy
import_spacy()
import_spacy()
print("spacy" in sys.modules, "spacy.cli" in sys.modules, "weasel" in sys.modules)
"""
    assert said_by(program) == "True False False"


def test_garbage_is_collected_after_the_pipeline_is_made() -> None:
    program = """
import gc
from extractor.commands.quick_import import make_pipeline
pipeline = make_pipeline(())
print(gc.isenabled(), gc.get_freeze_count() > 100_000, type(pipeline).__name__)
"""
    assert said_by(program) == "True True Pipeline"


def test_who_asks_for_the_commands_gets_them() -> None:
    program = """
from extractor.commands.quick_import import import_spacy
import_spacy()
import spacy
version = spacy.info(silent=True)["spacy_version"]
from spacy.cli import download
import spacy.cli
print(version == spacy.__version__, callable(download), spacy.cli.info.__module__)
"""
    assert said_by(program) == "True True spacy.cli.info"
