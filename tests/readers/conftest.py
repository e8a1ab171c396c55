"""One small article in all the forms that a test may want."""

from __future__ import annotations

import pytest

TITLE = "Norvanta drops merlacitinib after second trial misses its goal"
PARAGRAPHS = (
    "Norvanta Therapeutics said on Tuesday that it would stop work on merlacitinib, its once-daily pill for psoriasis, "
    "after the second of two late-stage trials missed its main goal.",
    "At week 16, 41% of patients on merlacitinib had a 75% improvement in skin symptoms, compared to 37% of those "
    "on placebo, the company said. The difference was not significant.",
    "“We are disappointed for the patients who took part,” said Helen Ostrander, chief medical officer of Norvanta.",
)

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Pharma Morning</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Pharma Morning">
<meta property="article:published_time" content="2026-03-03T08:00:00Z">
<link rel="canonical" href="https://pharmamorning.example/norvanta-drops-merlacitinib">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "{title}", "datePublished": "2026-03-03", "author": {{"@type": "Person", "name": "Jane Roe"}},
"publisher": {{"@type": "Organization", "name": "Pharma Morning"}}}}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/drugs">All drugs from A to Z</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to make this site better. By going on you accept 100% of them.</p></div>
<main><article><h1>{title}</h1>
{paragraphs}
<h2>What analysts said</h2>
<ul><li>Alder Securities called the outcome “a setback”.</li><li>Birch Research kept its rating.</li></ul>
<table><tr><th>Arm</th><th>PASI 75</th></tr><tr><td>merlacitinib 6 mg</td><td>41%</td></tr>
<tr><td>placebo</td><td>37%</td></tr></table>
<p>The company will give a full account of both trials at a meeting of dermatologists in the autumn.</p>
</article></main>
<aside class="related"><h3>Related stories</h3><a href="/x">Oravel wins approval for its 99% effective pill</a></aside>
<footer><p>Copyright 2026 Pharma Morning. All rights reserved.</p></footer></body></html>
"""


@pytest.fixture(scope="session")
def title() -> str:
    """The article's headline."""
    return TITLE


@pytest.fixture(scope="session")
def body() -> tuple[str, ...]:
    """The article's paragraphs."""
    return PARAGRAPHS


@pytest.fixture(scope="session")
def text() -> str:
    """The article as plain text."""
    return "\n\n".join(["Pharma Morning | Mar 3, 2026", TITLE, *PARAGRAPHS]) + "\n"


@pytest.fixture(scope="session")
def page() -> str:
    """The article as a web page with its furniture."""
    return PAGE.format(title=TITLE, paragraphs="\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
