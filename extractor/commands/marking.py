"""An article with its facts marked in its text: for the terminal in colour, or as a page of HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from typing import Any

from rich.table import Table
from rich.text import Text

from extractor.store.facts import Facts

STYLES = {
    "drug_mentions": ("bold green", "#c8efc8"),
    "percentages": ("bold yellow", "#ffeaa0"),
    "dates": ("bold cyan", "#bfe9f5"),
    "quotes": ("magenta", "#f3dcf5"),
    "organization_mentions": ("blue", "#d9e2ff"),
    "person_mentions": ("underline", "#e8e8e8"),
    "trial_mentions": ("bold red", "#ffd9d0"),
}
"""Each kind of mention with its style in the terminal and its colour in HTML."""

PLACE = ("id", "document_id", "start", "end", "text", "sentence", "zone", "rule")
RESULT_KEYS = ("id", "document_id", "percentage_id", "rule")

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
.article {{ white-space: pre-wrap }}
mark {{ color: inherit; border-radius: 3px; padding: 0 1px }}
table {{ border-collapse: collapse; font-size: 14px; margin: 1rem 0 }}
td, th {{ text-align: left; vertical-align: top; padding: 2px 12px 2px 0; border-bottom: 1px solid #ddd }}
{colours}
</style>
<h1>{title}</h1>
<p>{about}</p>
<p>{legend}</p>
<div class="article">{text}</div>
{facts}
</html>
"""


def marked_text(facts: Facts) -> Text:
    """The article for the terminal, its facts in colour."""
    text = Text(facts.document["text"])
    for table, rows in facts.mentions.items():
        for row in rows:
            text.stylize(STYLES[table][0], row["start"], row["end"])
    return text


def facts_table(facts: Facts) -> Table:
    """Every fact in a line: what it is, its words, what they mean, and the rule that found it."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("kind", "text", "meaning", "rule"):
        table.add_column(heading, overflow="fold")
    for kind, text, meaning, rule in fact_lines(facts):
        style = STYLES.get(kind, ("",))[0]
        table.add_row(Text(kind.removesuffix("_mentions"), style), Text(text), Text(meaning), Text(rule, "dim"))
    return table


def fact_lines(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Table, words, meaning and rule of each fact; a meaning is `column value` of all that is known."""
    places = {row["id"]: row["text"] for row in facts.mentions.get("percentages", ())}
    for result in facts.results:
        yield "results", places.get(result["percentage_id"], ""), _meaning(result, RESULT_KEYS), result["rule"]
    for table, rows in facts.mentions.items():
        for row in rows:
            yield table, " ".join(row["text"].split()), _meaning(row, PLACE), row["rule"]


def _meaning(row: Mapping[str, Any], without: tuple[str, ...]) -> str:
    known = ((name, value) for name, value in row.items() if name not in without and value is not None)
    return " · ".join(f"{name} {value:g}" if isinstance(value, float) else f"{name} {value}" for name, value in known)


def html_page(facts: Facts) -> str:
    """A page that stands alone: the article with its facts marked, and below it the facts."""
    document = facts.document
    about = [document[name] for name in ("publisher", "published", "path") if document.get(name)]
    legend = (f'<mark class="{table}">{table.removesuffix("_mentions")}</mark>' for table in STYLES)
    return PAGE.format(
        title=escape(document.get("title") or document["path"] or document["id"]),
        about=escape(" · ".join(about)),
        colours="\n".join(f".{table} {{ background: {colour} }}" for table, (_, colour) in STYLES.items()),
        legend=" ".join(legend),
        text=_html_text(facts),
        facts=_html_facts(facts),
    )


def _html_text(facts: Facts) -> str:
    """The text with a `mark` for each stretch that has the same facts over it; facts may overlap."""
    text = facts.document["text"]
    rows = [(row["start"], row["end"], table, row) for table, found in facts.mentions.items() for row in found]
    cuts = sorted({0, len(text), *(row[0] for row in rows), *(row[1] for row in rows)})
    opening: dict[int, list[Any]] = {}
    for row in rows:
        opening.setdefault(row[0], []).append(row)
    active: list[Any] = []
    pieces = []
    for start, end in pairwise(cuts):
        active = [row for row in active if row[1] > start] + opening.get(start, [])
        piece = escape(text[start:end], quote=False)
        if active:
            shortest = min(active, key=lambda row: row[1] - row[0])
            title = "\n".join(f"{row[2].removesuffix('_mentions')}: {_meaning(row[3], PLACE)}" for row in active)
            piece = f'<mark class="{shortest[2]}" title="{escape(title)}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def _html_facts(facts: Facts) -> str:
    lines = ["<table><tr><th>kind<th>text<th>meaning<th>rule"]
    for kind, text, meaning, rule in fact_lines(facts):
        words = f'<mark class="{kind}">{escape(text)}</mark>'
        lines.append(f"<tr><td>{kind.removesuffix('_mentions')}<td>{words}<td>{escape(meaning)}<td>{escape(rule)}")
    return "\n".join([*lines, "</table>"])
