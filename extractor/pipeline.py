"""Article or text in, `Extraction` out: the components and relations in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import cast

import spacy
from spacy.language import Language

import extractor.components  # noqa: F401  registers the factories
from extractor.components.context import DocumentContext, new_context
from extractor.components.steps import Component, Step
from extractor.components.tokens import TOKENIZER
from extractor.model import ARTICLES_AT_ONCE, Article, Drug, Extraction
from extractor.readers import article_from_text
from extractor.relations.affiliations import Affiliations
from extractor.relations.aliases import Aliases
from extractor.relations.attribution import create_attribution
from extractor.relations.attribution.drugs import QuoteDrugs
from extractor.relations.attribution.focus import Focus
from extractor.relations.attribution.illnesses import create_illnesses
from extractor.relations.attribution.opinions import create_opinions
from extractor.relations.attribution.topics import create_topics
from extractor.relations.events import DateEvents
from extractor.relations.polarity import create_polarity
from extractor.relations.results import Results
from extractor.relations.roles import Roles
from extractor.relations.subject import create_subjects
from extractor.rulebook import Rulebook, load_rulebook
from extractor.rulebook.prepared import keep_prepared
from extractor.rulebook.rulebook import rules_held

COMPONENTS = (
    "extractor_sentences",
    "extractor_drugs",
    "extractor_percentages",
    "extractor_dates",
    "extractor_organizations",
    "extractor_trials",
    "extractor_quotes",
    "extractor_patterns",
)
"""The spaCy components in the order in which they need each other."""


def relations(book: Rulebook, nlp: Language) -> tuple[Step, ...]:
    """The relations in their order, made with the rules in force."""
    topics = create_topics(book)
    polarity = create_polarity(book, nlp, topics)
    subjects = create_subjects(book)
    return (
        Aliases(book, nlp.vocab),
        Roles(book, nlp.vocab),
        create_attribution(book, nlp),
        polarity,
        create_opinions(book, nlp, polarity),
        Affiliations(),
        Results(book, nlp.vocab, subjects),
        QuoteDrugs(topics, subjects, Focus(topics, subjects.comparators), create_illnesses(book)),
        DateEvents(book),
    )


def blank_pipeline(rules: Sequence[Path | str] = ()) -> Language:
    """A `spacy.blank("en")` with all the components; `rules` are folders of the user's own rules."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = 2**31
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"rules": [str(folder) for folder in rules]})
    return nlp


class Pipeline:
    """Extracts from articles by the rules in force: ours and those in the folders `rules`.

    Raises `RuleError` for rules that are wrong. One pipeline is made once and used for many articles.
    """

    def __init__(self, rules: Sequence[Path | str] = ()) -> None:
        with rules_held():
            self.rulebook = load_rulebook(rules)
            self.nlp = blank_pipeline(rules)
            between = relations(self.rulebook, self.nlp)
        self._tokens = self.nlp.tokenizer.tokens  # type: ignore[union-attr]  # it is ours
        self._steps: list[tuple[str, Step]] = [
            *(
                (name.removeprefix("extractor_"), cast(Component, component).step)
                for name, component in self.nlp.pipeline
            ),
            *((getattr(relation, "name", type(relation).__name__), relation) for relation in between),
        ]
        keep_prepared()

    @property
    def fingerprint(self) -> str:
        """16 hex digits that change whenever a rule or lexicon in force does."""
        return self.rulebook.fingerprint

    def extract(self, article: Article) -> Extraction:
        """All facts of one article. No text makes it raise; `timings` holds the seconds of each step."""
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[Article], *, batch_size: int = ARTICLES_AT_ONCE) -> Iterator[Extraction]:
        """All facts of each article, in their order, as `extract` finds them; faster, for each step is taken by a batch
        of articles before the next one is, with its rules at hand. A batch is read before its first extraction is
        given."""
        remaining = iter(articles)
        while batch := list(islice(remaining, batch_size)):
            for context, timings in self._read(batch):
                yield extraction_of(context, timings)

    def context(self, article: Article) -> DocumentContext:
        """An article with all that was found, as the steps know it."""
        ((context, _),) = self._read([article])
        return context

    def _read(self, articles: Iterable[Article]) -> list[tuple[DocumentContext, dict[str, float]]]:
        """Articles with all that was found, and the seconds of each step."""
        read = []
        start = perf_counter()
        for article in articles:
            context = new_context(self.nlp.vocab, article, self._tokens(article.text))
            end = perf_counter()
            read.append((context, {"tokens": end - start}))
            start = end
        for name, step in self._steps:
            for context, timings in read:
                step(context)
                end = perf_counter()
                timings[name] = end - start
                start = end
        return read


def extraction_of(context: DocumentContext, timings: dict[str, float] | None = None) -> Extraction:
    """What was found in a document, as frozen records in the order of the text."""
    return Extraction(
        article=context.article,
        drugs=tuple(sorted(context.drug_records, key=_drug_order)),
        drug_mentions=tuple(context.drugs),
        percentages=tuple(context.percentages),
        dates=tuple(context.dates),
        quotes=tuple(context.quotes),
        results=tuple(context.results),
        organizations=tuple(context.organizations),
        persons=tuple(context.persons),
        trials=tuple(context.trials),
        timings=timings or {},
    )


def _drug_order(drug: Drug) -> str:
    return drug.name


@lru_cache(maxsize=4)
def _default_pipeline(rules: tuple[str, ...]) -> Pipeline:
    return Pipeline(rules)


def extract(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    rules: Sequence[Path | str] = (),
) -> Extraction:
    """All facts of a text.

    `published` (a date, or one as `2026-02-10`) anchors relative dates; where it is None the article's head or dateline
    is asked, and if that is silent too, relative dates stay unresolved. `title` and `publisher` are kept with the
    article; `rules` are folders or files with rules of your own. Raises `TypeError` for a text that is no `str`,
    `ValueError` for a date that is none, `RuleError` for rules that are wrong.
    """
    if not isinstance(text, str):
        raise TypeError(
            f"the text is no str but {type(text).__name__}; to read files, use extractor.readers.read_articles"
        )
    day = date.fromisoformat(published) if isinstance(published, str) else published
    article = article_from_text(text, published=day, title=title, publisher=publisher)
    return _default_pipeline(tuple(str(folder) for folder in rules)).extract(article)
