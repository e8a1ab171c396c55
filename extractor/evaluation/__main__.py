"""`python -m extractor.evaluation ARTICLES GOLD`."""

import typer

from extractor.evaluation.command import evaluate_command

typer.run(evaluate_command)
