"""`rules/` read, checked and compiled: the notation, the lexicons, and the matching that drives every component.

What needs spaCy is loaded when it is first asked for: a run in which nothing has changed, and help, do without.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.rulebook.folders import default_rules_dir, fingerprint, read_table

if TYPE_CHECKING:
    from extractor.rulebook.caches import cache_file, read_cache, write_cache
    from extractor.rulebook.compiling import compile_rule, compile_shapes
    from extractor.rulebook.lexicon import Lexicon, fold
    from extractor.rulebook.linematching import LineMatcher
    from extractor.rulebook.matching import Match, RuleMatcher
    from extractor.rulebook.numbers import number_value
    from extractor.rulebook.rulebook import Rulebook, load_rulebook
    from extractor.rulebook.rules import Rule
    from extractor.rulebook.shapes import compile_shape
    from extractor.rulebook.views import Hit, View, build_view

__all__ = [
    "Hit",
    "Lexicon",
    "LineMatcher",
    "Match",
    "Rule",
    "RuleMatcher",
    "Rulebook",
    "View",
    "build_view",
    "cache_file",
    "compile_rule",
    "compile_shape",
    "compile_shapes",
    "default_rules_dir",
    "fingerprint",
    "fold",
    "load_rulebook",
    "number_value",
    "read_cache",
    "read_table",
    "write_cache",
]

PLACES = {
    "compile_rule": "extractor.rulebook.compiling",
    "compile_shapes": "extractor.rulebook.compiling",
    "Lexicon": "extractor.rulebook.lexicon",
    "fold": "extractor.rulebook.lexicon",
    "LineMatcher": "extractor.rulebook.linematching",
    "Match": "extractor.rulebook.matching",
    "RuleMatcher": "extractor.rulebook.matching",
    "number_value": "extractor.rulebook.numbers",
    "Rulebook": "extractor.rulebook.rulebook",
    "cache_file": "extractor.rulebook.caches",
    "load_rulebook": "extractor.rulebook.rulebook",
    "read_cache": "extractor.rulebook.caches",
    "write_cache": "extractor.rulebook.caches",
    "Rule": "extractor.rulebook.rules",
    "compile_shape": "extractor.rulebook.shapes",
    "Hit": "extractor.rulebook.views",
    "View": "extractor.rulebook.views",
    "build_view": "extractor.rulebook.views",
}
"""Where the names are that are loaded on demand."""


def __getattr__(name: str) -> Any:
    if name in PLACES:
        return getattr(import_module(PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
