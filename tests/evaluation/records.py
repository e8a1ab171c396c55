"""Hand-made gold and extractions: short texts, spans found by their words."""

from __future__ import annotations

from typing import Any

from extractor.evaluation.gold import GoldArticle
from extractor.model import (
    Article,
    DateExpression,
    DrugMention,
    Extraction,
    OrganizationMention,
    Percentage,
    PersonMention,
    Quote,
    Result,
    record_id,
)

TEXT = (
    "Of patients on veltorimab, 41% had a response, against 12% on placebo. Filing is planned for mid-2027, "
    "after 24 weeks. “We are thrilled,” said Dr. Ada Norrby of Halsen Inc. Veltorimab costs 3% more.\n"
)
KINDS = {
    "percentages": Percentage,
    "dates": DateExpression,
    "quotes": Quote,
    "drug_mentions": DrugMention,
    "organizations": OrganizationMention,
    "persons": PersonMention,
}


def place(words: str, nth: int = 1, text: str = TEXT) -> dict[str, Any]:
    """Where the nth occurrence of `words` stands."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return {"text": words, "start": start, "end": start + len(words)}


def gold(**kinds: Any) -> GoldArticle:
    """A gold article with these annotations; the kinds that are not named are empty."""
    empty: dict[str, Any] = dict.fromkeys(("drugs", "percentages", "dates", "quotes", "results"), ())
    return GoldArticle.model_validate({"id": "made", "published": None, "title": None, **empty, **kinds})


def extraction(text: str = TEXT, results: tuple[Result, ...] = (), **kinds: list[dict[str, Any]]) -> Extraction:
    """An extraction of records of these kinds, each told by its place and fields."""
    article = Article(text=text, id="0" * 16, path="made.txt")
    made = {
        kind: tuple(
            KINDS[kind](
                **{"id": record_id("0", kind, row["start"], row["end"]), **BARE, **row},
            )
            for row in rows
        )
        for kind, rows in kinds.items()
    }
    return Extraction(article=article, results=results, **made)  # type: ignore[arg-type]


BARE = {"document_id": "0" * 16, "sentence": "", "zone": "body", "rule": "made.rule"}


def result(words: str, **slots: Any) -> Result:
    """A result headed by the percentage that stands at `words`."""
    where = place(words)
    head = record_id("0", "percentages", where["start"], where["end"])
    return Result(id="r" + words, document_id="0" * 16, percentage_id=head, rule="made.rule", **slots)
