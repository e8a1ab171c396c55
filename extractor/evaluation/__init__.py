"""Gold against found: precision, recall and F1 for each kind."""

from extractor.evaluation.command import evaluate_command
from extractor.evaluation.evaluate import Evaluation, compare, evaluate
from extractor.evaluation.floors import fallen, metrics, raise_floors, read_floors
from extractor.evaluation.gold import GoldArticle, read_gold, read_gold_file
from extractor.evaluation.kinds import KINDS

__all__ = [
    "KINDS",
    "Evaluation",
    "GoldArticle",
    "compare",
    "evaluate",
    "evaluate_command",
    "fallen",
    "metrics",
    "raise_floors",
    "read_floors",
    "read_gold",
    "read_gold_file",
]
