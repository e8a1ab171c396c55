"""What a page's markup says of its article, wherever it says so."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.readers.html import read_html

TITLE = "Gout pill meets its main goal"
BODY = (
    "<p>Corvane AG said on Tuesday that its gout pill had met the main goal of a late-stage trial in 812 adults.</p>"
    "<p>At week 24, 41% of patients on the pill reached the target for uric acid, compared with 17% on placebo.</p>"
    "<p>The company will file the pill in the second half of next year, and expects a decision a year after that.</p>"
)
DAY = date(2026, 3, 3)


def linked_data(values: str) -> str:
    data = f'{{"@context": "https://schema.org", "@type": "NewsArticle", {values}}}'
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("field", "expected", "head"),
    [
        ("published", DAY, '<meta property="article:published_time" content="2026-03-03T06:30:00Z">'),
        ("published", DAY, '<meta name="date" content="2026-03-03">'),
        ("published", DAY, '<meta name="DC.date.issued" content="2026-03-03">'),
        ("published", DAY, '<meta itemprop="datePublished" content="2026-03-03">'),
        ("published", DAY, '<meta name="parsely-pub-date" content="2026-03-03T06:30:00Z">'),
        ("published", DAY, '<meta name="citation_publication_date" content="2026/03/03">'),
        ("published", DAY, linked_data('"datePublished": "2026-03-03T06:30:00+01:00", "dateModified": "2026-03-09"')),
        ("published", DAY, '<link rel="canonical" href="https://courier.example/2026/03/03/gout-pill">'),
        ("publisher", "The Courier", '<meta property="og:site_name" content="The Courier">'),
        ("publisher", "The Courier", linked_data('"publisher": {"@type": "Organization", "name": "The Courier"}')),
        ("publisher", "The Courier", '<meta name="DC.publisher" content="The Courier">'),
        ("author", "Jane Roe", '<meta name="author" content="Jane Roe">'),
        ("author", "Jane Roe", linked_data('"author": {"@type": "Person", "name": "Jane Roe"}')),
        ("url", "https://courier.example/x", '<link rel="canonical" href="https://courier.example/x">'),
        ("url", "https://courier.example/x", '<meta property="og:url" content="https://courier.example/x">'),
        ("language", "en", '<meta http-equiv="content-language" content="en">'),
        ("language", "en", '<meta property="og:locale" content="en_US">'),
        ("title", TITLE, f'<meta property="og:title" content="{TITLE}">'),
        ("title", TITLE, linked_data(f'"headline": "{TITLE}"')),
    ],
)
def test_in_the_head(field: str, expected: object, head: str) -> None:
    title = "" if field == "title" else f"<title>{TITLE}</title>"
    page = f"<html><head>{title}{head}</head><body><article>{BODY}</article></body></html>"
    assert getattr(next(read_html(page.encode(), "a.html")), field) == expected


@pytest.mark.parametrize(
    ("field", "expected", "shown"),
    [
        ("published", DAY, '<time datetime="2026-03-03T06:30:00Z">3 Mar</time>'),
        ("published", DAY, '<span class="date">March 3, 2026</span>'),
        ("published", DAY, '<div class="published">3 March 2026</div>'),
        ("author", "Jane Roe", '<span class="author">By Jane Roe</span>'),
        ("author", "Jane Roe", '<a rel="author" href="x">Jane Roe</a>'),
        ("title", TITLE, f"<h1>{TITLE}</h1>"),
    ],
)
def test_on_the_page(field: str, expected: object, shown: str) -> None:
    page = f"<html><head></head><body>{shown}<article><h1>{TITLE}</h1>{BODY}</article></body></html>"
    assert getattr(next(read_html(page.encode(), "a.html")), field) == expected
