"""`rules/` read, checked and compiled: the notation, the lexicons, and the matching that drives every component."""

from extractor.rulebook.compiling import compile_rule, compile_shapes
from extractor.rulebook.folders import default_rules_dir, fingerprint, read_table
from extractor.rulebook.lexicon import Lexicon, fold
from extractor.rulebook.linematching import LineMatcher
from extractor.rulebook.matching import Match, RuleMatcher
from extractor.rulebook.numbers import number_value
from extractor.rulebook.rulebook import Rulebook, cache_file, load_rulebook, read_cache, write_cache
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
