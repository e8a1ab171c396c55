"""A text's head and zones put together to an article."""

from __future__ import annotations

from datetime import date

from extractor.readers import article_from_text

NEWS = """Jane Roe, head of research at Norvanta | Company site
+ Medicines
Pharma Morning | Mar 3, 2026

Norvanta drops merlacitinib after second trial misses goal

Norvanta said on Tuesday that it would stop work on merlacitinib, its pill for psoriasis. The trial missed its goal.

Organizations in this story
"""


def test_title_publisher_and_date_of_a_news_page() -> None:
    article = article_from_text(NEWS)
    assert article.title == "Norvanta drops merlacitinib after second trial misses goal"
    assert (article.publisher, article.published) == ("Pharma Morning", date(2026, 3, 3))
    assert [zone.kind for zone in article.zones] == ["boilerplate", "dateline", "headline", "body", "boilerplate"]


def test_what_is_given_wins() -> None:
    article = article_from_text(NEWS, published=date(2026, 3, 4), publisher="Other", title="Another title")
    assert (article.title, article.publisher, article.published) == ("Another title", "Other", date(2026, 3, 4))
