"""`python -m tests.benchmarks [FOLDER] [--write FILE]`: measure, print the table, and keep it."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.measure import Figure
from tests.benchmarks.pipeline import database_figures, pipeline_figures, read_folder
from tests.benchmarks.runs import MANY_ARTICLES, memory_figures, unchanged_figures, worker_figures

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"


def main() -> None:
    """Measure what is asked for on the articles of a folder."""
    parser = argparse.ArgumentParser(description="How fast it is, as ratios measured within one run.")
    parser.add_argument("folder", nargs="?", type=Path, default=ARTICLES, help="articles to measure on")
    parser.add_argument("--write", type=Path, help="also write the table to this file")
    parser.add_argument("--only", help="measure only this: pipeline, database, workers, unchanged or memory")
    parser.add_argument("--articles", type=int, default=MANY_ARTICLES, help="how many are many, for memory")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        lines = ["| | what | measured | wanted |", "|---|---|---|---|"]
        for figure in figures(options.folder, Path(work), options.only, options.articles):
            lines.append(f"| {figure.group} | {figure.name} | {figure.value} | {figure.wanted} |")
            print(lines[-1], flush=True)
    if options.write:
        heading = ["# Benchmarks", "", told(options.folder, options.only), ""]
        options.write.write_text("\n".join([*heading, *lines, ""]), encoding="utf-8")


def told(folder: Path, only: str | None) -> str:
    """What was measured, on what, and how to measure it again."""
    ours = folder == ARTICLES
    command = "python -m tests.benchmarks" + ("" if ours else " FOLDER") + (f" --only {only}" if only else "")
    articles = "the articles in `corpus/articles`" if ours else f"a folder of {len(read_folder(folder))} articles"
    versions = f"Python {platform.python_version()}, spaCy {version('spacy')}, {os.cpu_count()} cores"
    return (
        f"Made by `{command} --write docs/benchmarks.md` on {articles}, with {versions}. “×” is a multiple of the time "
        'that a warm `spacy.blank("en")` takes to tokenise the same texts, in the same process; absolute speeds depend '
        "on the machine."
    )


def figures(folder: Path, work: Path, only: str | None, articles: int = MANY_ARTICLES) -> Iterator[Figure]:
    """All figures, or those of one group."""
    parts = {
        "pipeline": lambda: pipeline_figures(folder, work),
        "database": lambda: database_figures(folder, work),
        "workers": lambda: worker_figures(folder, work),
        "unchanged": lambda: unchanged_figures(work),
        "memory": lambda: memory_figures(folder, work, articles),
    }
    for name, part in parts.items():
        if only in (None, name):
            yield from part()


if __name__ == "__main__":
    main()
