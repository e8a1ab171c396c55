"""From text to rows in one process, as multiples of warm blank tokenisation of the same texts: each step of the
pipeline, all of them, and the database.

Whatever is compared is timed in turn, for stretches of some articles, since the machine is not always as fast; of each
stretch the least time counts.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import process_time

import spacy

from extractor.commands.quick_import import make_pipeline
from extractor.database import open_for_reading, settle
from extractor.model import ARTICLES_AT_ONCE, Article
from extractor.readers import is_candidate, read_articles
from tests.benchmarks.measure import Figure
from tests.benchmarks.storing import AT_ONCE, new_database, store

ROUNDS = 12
"""How often each stretch is timed, of which the least counts."""

TOKENIZED_AT_ONCE = 4
"""How often a stretch is tokenised for one time of it, which then is as long as that of its extraction: of short times
the least is sooner a lucky one."""


@dataclass
class Seconds:
    """Least processor seconds, by what was done and with which stretch, told by the number of its first article."""

    least: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def of(self, name: str) -> float:
        """The seconds that something takes with all stretches."""
        return sum(self.least[name].values())

    @contextmanager
    def spent(self, name: str, stretch: int) -> Iterator[None]:
        """Keeps the seconds of what is done within, if they are the least of this stretch."""
        begun = process_time()
        yield
        seconds = process_time() - begun
        self.least[name][stretch] = min(seconds, self.least[name].get(stretch, seconds))


@dataclass
class TextToRows:
    """What extraction and storing took, and what they came to; `steps` are seconds of the last round."""

    seconds: Seconds
    steps: Counter[str]
    articles: int
    words: int
    rows: int

    def multiple(self, seconds: float) -> str:
        """Seconds as a multiple of those that the articles take to be tokenised."""
        return f"{seconds / self.seconds.of('tokens') * TOKENIZED_AT_ONCE:.2f} ×"


@cache
def text_to_rows(folder: Path, work: Path) -> TextToRows:
    """Time tokenisation, extraction and storing of the articles below a folder in turn."""
    articles = read_folder(folder)
    nlp, pipeline = spacy.blank("en"), make_pipeline(())  # as the commands make it
    nlp.max_length = 2**31

    def tokenize(stretch: Sequence[Article], times: int) -> int:
        return sum(len(nlp.make_doc(article.text)) for _ in range(times) for article in stretch)

    words = tokenize(articles, 1)  # warms the tokenizer's cache
    list(pipeline.pipe(articles))
    seconds = Seconds()
    for _ in range(ROUNDS):
        gc.collect()
        steps: Counter[str] = Counter()
        with ExitStack() as opened:
            database = opened.enter_context(new_database(work / "rows.db"))
            for first, stored in stretches(articles, AT_ONCE):
                extractions = []
                for place, stretch in stretches(stored, ARTICLES_AT_ONCE):
                    with seconds.spent("tokens", first + place):
                        tokenize(stretch, TOKENIZED_AT_ONCE)
                    with seconds.spent("extracting", first + place):
                        extractions += pipeline.pipe(stretch)
                with seconds.spent("storing", first):
                    store(database, extractions)
                for extraction in extractions:
                    steps.update(extraction.timings)
            with seconds.spent("storing", len(articles)):
                settle(database)
                opened.close()
    with open_for_reading(work / "rows.db") as database:
        names = [name for name in database.table_names() if "_fts" not in name]
        rows = sum(database.table(name).count for name in names)
    return TextToRows(seconds, steps, len(articles), words, rows)


def stretches(articles: Sequence[Article], size: int) -> Iterator[tuple[int, Sequence[Article]]]:
    """So many articles at a time, each time with the number of the first."""
    return ((first, articles[first : first + size]) for first in range(0, len(articles), size))


def pipeline_figures(folder: Path, work: Path) -> Iterator[Figure]:
    """Each step, the whole, and articles and words a second."""
    made = text_to_rows(folder, work)
    extracting = made.seconds.of("extracting")
    total = sum(made.steps.values())
    for step, seconds in made.steps.most_common():
        yield Figure("step", step, made.multiple(seconds / total * extracting))
    yield Figure("pipeline", "text in, records out", made.multiple(extracting))
    yield Figure("pipeline", "articles a second, one process", f"{made.articles / extracting:.0f}")
    yield Figure("pipeline", "words a second, one process", f"{made.words / extracting:,.0f}")


def database_figures(folder: Path, work: Path) -> Iterator[Figure]:
    """From text to rows, rows a second, and what of the way is the database's."""
    made = text_to_rows(folder, work)
    storing = made.seconds.of("storing")
    whole = made.seconds.of("extracting") + storing
    yield Figure("database", "text in, rows out, one process", made.multiple(whole), "≤ 4.0 ×")
    yield Figure("database", "rows a second, full-text index included", f"{made.rows / storing:,.0f}")
    yield Figure("database", "share of text in to rows out", f"{storing / whole:.0%}", "< 15%")


def read_folder(folder: Path) -> list[Article]:
    """The articles below a folder, in the order of their paths."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and is_candidate(path))
    return [article for path in paths for article in read_articles(path)]
