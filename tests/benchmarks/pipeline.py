"""The steps of the pipeline as multiples of warm blank tokenisation of the same texts, in one process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc

from extractor.commands.quick_import import make_pipeline
from extractor.model import Article
from tests.benchmarks.measure import Figure, cpu_seconds

ROUNDS = 5
"""How often tokenisation and pipeline are timed, of which the least counts."""


def pipeline_figures(articles: list[Article]) -> Iterator[Figure]:
    """Each step, the whole, and articles and words a second."""
    tokenized = blank_tokenizer(articles)
    words = sum(map(len, tokenized()))  # warms the tokenizer's cache
    pipeline = make_pipeline(())  # as the commands make it
    list(pipeline.pipe(articles))
    tokens, whole = float("inf"), float("inf")
    for _ in range(ROUNDS):  # in turn, for the machine is not always as fast
        tokens = min(tokens, cpu_seconds(tokenized, repeats=1)[0])
        seconds, extractions = cpu_seconds(lambda: list(pipeline.pipe(articles)), repeats=1)
        whole = min(whole, seconds)
    steps: Counter[str] = Counter()
    for extraction in extractions:
        steps.update(extraction.timings)
    total = sum(steps.values())
    for step, seconds in steps.most_common():
        yield Figure("step", step, f"{seconds / total * whole / tokens:.2f} ×")
    yield Figure("pipeline", "text in, records out", f"{whole / tokens:.2f} ×")
    yield Figure("pipeline", "articles a second, one process", f"{len(articles) / whole:.0f}")
    yield Figure("pipeline", "words a second, one process", f"{words / whole:,.0f}")


def blank_tokenizer(articles: list[Article]) -> Callable[[], list[Doc]]:
    """What tokenises the texts of articles with a `spacy.blank("en")`, which grows warm: what all is a multiple of."""
    nlp = spacy.blank("en")
    nlp.max_length = 2**31
    return lambda: [nlp.make_doc(article.text) for article in articles]


def read_folder(folder: Path) -> list[Article]:
    """The articles below a folder, in the order of their paths."""
    from extractor.readers import is_candidate, read_articles

    paths = sorted(path for path in folder.rglob("*") if path.is_file() and is_candidate(path))
    return [article for path in paths for article in read_articles(path)]
