"""Articles of the corpus as web pages with their furniture and as PDFs of one and two columns.

    python -m tests.readers.corpus_formats

writes `corpus/html/NAME.html` and `corpus/pdf/NAME.one.pdf`, `NAME.two.pdf` for the articles named below. Run it again
when one of these articles has changed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from extractor.model import Article
from extractor.readers import read_articles
from extractor.readers.paragraphs import BULLET, Paragraph, paragraphs
from tests.readers.pdf.making import Setting, make_pdf

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NAMES = (
    "2024-11-19-quillon-palonsertib-preclinical-sabcs",
    "2025-01-29-norvanta-merlacitinib-horizon-1-topline",
    "2025-03-03-alpinvax-norovirus-vaccine-phase-3",
    "2025-06-02-news-asco-relutamab-vedotin-lung",
    "2025-06-12-tessaly-oncology-folcorasib-phase-1-2-update",
    "2025-08-07-kestrel-bay-fiscal-third-quarter-results",
    "2025-09-23-news-brannock-asthma-drug-misses-goal",
    "2025-11-24-lindwall-dorcagrelintide-tirzepatide-obesity",
    "2025-12-08-corvane-oruciguat-meridian-hf-failure",
    "2026-02-05-news-obesity-pill-price-war",
    "2026-02-10-news-nice-rejects-mirolatinib",
    "2026-02-18-larnock-fast-track-agitation",
)


@dataclass(frozen=True)
class Part:
    """A part of an article: a `title`, `heading`, `item` or `text`."""

    kind: str
    text: str


def parts_of(article: Article) -> list[Part]:
    """The article's parts in order, lines that were wrapped joined."""
    found = paragraphs(article.text)
    return [_part(article, one, after) for one, after in zip(found, [*found[1:], None], strict=True)]


def _part(article: Article, paragraph: Paragraph, after: Paragraph | None) -> Part:
    text = " ".join(paragraph.text.lstrip("# ").split())
    if text == article.title:
        return Part("title", text)
    if BULLET.match(text):
        return Part("item", text)
    short = len(text) < 90 and not re.search(r"[.:;,!?”\"-]$", text)
    return Part("heading" if short and after and len(after.text) > len(text) else "text", text)


NEWSPAPER = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - {site}</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{site}">
<meta property="article:published_time" content="{published}T07:00:00+00:00">
<script>window.dataLayer = [{{"a": 1}}]</script>
<style>.ad {{ float: right }}</style></head><body>
<div id="cookies" class="cookie-consent"><p>We and our 743 partners store cookies.</p>
<button>Accept 100%</button></div>
<header><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/pharma">Pharma</a></li>
<li><a href="/biotech">Biotech</a></li><li><a href="/jobs">Jobs</a></li></ul></nav></header>
<main><article class="article-body"><h1>{title}</h1>
{body}
<div class="ad advertisement"><p>Advertisement: save 40% on a subscription until Friday.</p></div>
</article>
<aside class="related"><h3>Related stories</h3>
<ul><li><a href="/1">Oravel wins approval for its pill Zentriva</a></li>
<li><a href="/2">Keytruda sales rise 12%</a></li></ul></aside>
<section class="newsletter"><h4>Sign up for our newsletter</h4><form><input name="mail"></form></section></main>
<footer><p>© 2026 {site}. All rights reserved. <a href="/privacy">Privacy</a> <a href="/terms">Terms</a></p></footer>
</body></html>
"""

WIRE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{title}</title><meta name="date" content="{published}">
<script type="application/ld+json">{linked}</script></head>
<body><table class="top"><tr><td><a href="/">{site}</a></td><td><a href="/login">Log in</a></td>
<td><a href="/send">Send a release</a></td></tr></table>
<div class="breadcrumb"><a href="/">News</a> &gt; <a href="/health">Health</a></div>
<div class="share"><a href="#">Share</a><a href="#">Tweet</a><a href="#">Print</a></div>
<div class="release-body container"><h1>{title}</h1>
{body}
</div>
<div class="also-from"><h2>Also from this source</h2>
<p><a href="/3">Company to present at the winter conference</a></p></div>
<div id="footer"><ul><li><a href="/about">About us</a></li><li><a href="/contact">Contact</a></li></ul></div>
</body></html>
"""

COMPANY = """<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>{title} | {site}</title>
<meta property="og:title" content="{title}"></head><body class="page news-detail">
<a class="skip" href="#content">Skip to main content</a>
<div class="header"><ul class="nav"><li><a href="/pipeline">Pipeline</a></li><li><a href="/science">Science</a></li>
<li><a href="/investors">Investors</a></li><li><a href="/news">News</a></li></ul></div>
<div id="content" class="content"><div class="article__content"><h1 class="headline">{title}</h1>
<p class="date"><time datetime="{published}">{published}</time></p>
{body}
</div></div>
<div class="sidebar"><h3>Latest news</h3><ul><li><a href="/n1">Company names new head of finance</a></li></ul></div>
<div class="footer"><p>We use cookies. <a href="/cookies">Settings</a></p><p>Follow us on social media</p></div>
</body></html>
"""


def page_of(article: Article, number: int) -> str:
    """The article as a web page; the three templates take turns."""
    template = (NEWSPAPER, WIRE, COMPANY)[number % 3]
    site = article.publisher or "The Pharma Courier"
    linked = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title}
    linked["datePublished"] = str(article.published)
    return template.format(
        title=escape(article.title or ""),
        site=escape(site),
        published=article.published,
        linked=json.dumps(linked),
        body=_body(parts_of(article)),
    )


def _body(parts: list[Part]) -> str:
    lines: list[str] = []
    listed = False
    for part in parts:
        if listed != (part.kind == "item"):
            lines.append("</ul>" if listed else "<ul>")
            listed = not listed
        if part.kind == "item":
            lines.append(f"<li>{escape(BULLET.sub('', part.text, count=1))}</li>")
        elif part.kind != "title":
            tag = "h3" if part.kind == "heading" else "p"
            lines.append(f"<{tag}>{escape(part.text)}</{tag}>")
    return "\n".join([*lines, "</ul>"] if listed else lines)


def pdf_of(article: Article, columns: int) -> bytes:
    """The article as a PDF in one column, or in two with broken words and running heads."""
    texts = [part.text.replace("●", "•") for part in parts_of(article) if part.kind != "title"]
    if columns == 1:
        return make_pdf(article.title, texts, Setting(size=10.5, foot="For further information see our website"))
    setting = Setting(columns=2, size=9, hyphenate=True, justify=True, by_rows=True, head="The Pharma Courier")
    return make_pdf(article.title, texts, setting)


def corpus_article(name: str) -> Article:
    """An article of the corpus."""
    return next(read_articles(CORPUS / "articles" / f"{name}.txt"))


def main() -> None:
    """Write all pages and PDFs."""
    for folder in ("html", "pdf"):
        (CORPUS / folder).mkdir(exist_ok=True)
    for number, name in enumerate(NAMES):
        article = corpus_article(name)
        (CORPUS / "html" / f"{name}.html").write_text(page_of(article, number), encoding="utf-8")
        (CORPUS / "pdf" / f"{name}.one.pdf").write_bytes(pdf_of(article, 1))
        (CORPUS / "pdf" / f"{name}.two.pdf").write_bytes(pdf_of(article, 2))


if __name__ == "__main__":
    main()
