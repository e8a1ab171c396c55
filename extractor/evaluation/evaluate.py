"""Gold against found over a folder of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extractor.errors import ExtractorError
from extractor.evaluation.gold import GoldArticle, read_gold
from extractor.evaluation.kinds import KINDS, found_items, gold_items, gold_kinds
from extractor.evaluation.matching import Alignment, align
from extractor.evaluation.misses import Miss, misses_of
from extractor.evaluation.scores import KindScore, score_kind
from extractor.model import Article, Extraction


class Extractor(Protocol):
    """Whatever makes an `Extraction` of an `Article`; the pipeline does."""

    def extract(self, article: Article) -> Extraction:
        """All that is found in the article."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One article with its gold and its alignments, by each kind that the gold has."""

    gold: GoldArticle
    text: str
    alignments: dict[str, Alignment]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores by kind, over the articles that have gold of the kind; and what did not fit.

    `without_gold` are paths of articles, `without_article` ids of gold files; `notices` say, one a line, where a gold
    offset does not fit its text, where a publication date differs, and which file could not be read.
    """

    scores: dict[str, KindScore]
    compared: tuple[Compared, ...]
    without_gold: tuple[str, ...] = ()
    without_article: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    def misses(self, kind: str) -> list[Miss]:
        """Each mistake of the kind, by article in the order of their ids, then in the order of the text."""
        return [
            miss
            for article in self.compared
            if kind in article.alignments
            for miss in misses_of(kind, article.gold.id, article.text, article.alignments[kind])
        ]


def evaluate(pipeline: Extractor, articles: Path, gold: Path, *, only: str | None = None) -> Evaluation:
    """Extract every article that has gold and compare.

    `articles` and `gold` are folders (or single files); `only` limits both to names that contain it. A gold file
    belongs to the article whose bytes have its `sha256`, otherwise to the one whose file name without ending is its
    `id`. Raises `ExtractorError` where a gold file is wrong or nothing is left to compare.
    """
    notices: list[str] = []
    golds = [one for one in read_gold(gold) if only is None or only in one.id]
    readable = _read(articles, notices)
    chosen = [article for article in readable if only is None or only in Path(article.path).name]
    pairs = pair_up(chosen, golds)
    if not pairs:
        raise ExtractorError("holds no article that has gold", path=articles)
    with_gold = {id(article) for _, article in pairs}
    with_article = {one.id for one, _ in pairs}
    for one, article in pairs:
        notices += one.misfits(article.text)
        if one.published != article.published:
            notices.append(f"{one.id}: published {one.published} by the gold, {article.published} by the reader")
    return compare(
        ((one, pipeline.extract(article)) for one, article in pairs),
        without_gold=tuple(article.path for article in chosen if id(article) not in with_gold),
        without_article=tuple(one.id for one in golds if one.id not in with_article),
        notices=notices,
    )


def pair_up(articles: Sequence[Article], golds: Sequence[GoldArticle]) -> list[tuple[GoldArticle, Article]]:
    """Each gold with its article, in the order of the gold; those without partner are left out."""
    by_id: dict[str, Article] = {}
    by_stem: dict[str, Article] = {}
    for article in articles:
        by_id.setdefault(article.id, article)
        by_stem.setdefault(Path(article.path).stem, article)
    found = ((gold, by_id.get((gold.sha256 or "")[:16]) or by_stem.get(gold.id)) for gold in golds)
    return [(gold, article) for gold, article in found if article is not None]


def compare(
    pairs: Iterable[tuple[GoldArticle, Extraction]],
    *,
    without_gold: Sequence[str] = (),
    without_article: Sequence[str] = (),
    notices: Sequence[str] = (),
) -> Evaluation:
    """Score extractions against their gold."""
    compared = tuple(
        Compared(
            gold,
            extraction.article.text,
            {kind: align(gold_items(gold, kind), found_items(extraction, kind)) for kind in gold_kinds(gold)},
        )
        for gold, extraction in pairs
    )
    aligned = {kind: [one.alignments[kind] for one in compared if kind in one.alignments] for kind in KINDS}
    scores = {kind: score_kind(kind, alignments) for kind, alignments in aligned.items() if alignments}
    return Evaluation(scores, compared, tuple(without_gold), tuple(without_article), tuple(notices))


def _read(folder: Path, notices: list[str]) -> Iterator[Article]:
    """The articles of a folder or file; what cannot be read is noted, and the others are read."""
    from extractor.readers import read_articles

    if not folder.exists():
        raise ExtractorError("is not there", path=folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else [folder]
    for path in files:
        try:
            yield from read_articles(path)
        except ExtractorError as error:
            notices.append(str(error))
