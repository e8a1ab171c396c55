"""How much of a text comes back from a PDF of it: `python -m tests.benchmarks.pdf_text FOLDER`.

The `.txt` articles of FOLDER are set in one to three columns; precision and recall are those of sequences of eight
words, and the share of paragraphs that come back whole.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from statistics import mean
from time import process_time

from extractor.readers import read_articles, read_content
from tests.readers.pdf.making import Setting, make_pdf

SHINGLE = 8
LONGEST_WORD = 40
SETTINGS = {
    "one column": Setting(head="The Courier", foot="A press release"),
    "one column, words broken, justified": Setting(hyphenate=True, justify=True),
    "two columns": Setting(columns=2, size=9, head="The Courier"),
    "two columns, drawn row by row": Setting(columns=2, size=9, by_rows=True),
    "the same, words broken, justified": Setting(
        columns=2, size=9, by_rows=True, hyphenate=True, justify=True, gutter=14
    ),
    "three columns, words broken": Setting(columns=3, size=8, gutter=16, hyphenate=True),
}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The text's sequences of eight words."""
    words = text.split()
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def _is_set(line: str) -> bool:
    """Whether all the line's words fit into a column."""
    return max(map(len, line.split())) < LONGEST_WORD


def main(folder: Path) -> None:
    """Print a line for each setting."""
    articles = [next(iter(read_articles(path))) for path in sorted(folder.glob("*.txt"))]
    for name, setting in SETTINGS.items():
        precisions, recalls, whole, pages, seconds = [], [], [], 0, 0.0
        for article in articles:
            lines = [line.strip() for line in article.text.splitlines() if not line.startswith("# ")]
            parts = [line for line in lines if line not in ("", article.title) and _is_set(line)]
            content = make_pdf(article.title, parts, setting)
            started = process_time()
            made = next(read_content(content, "a.pdf"))
            seconds += process_time() - started
            pages += made.boxes[-1].page
            wanted, got = shingles("\n".join([article.title or "", *parts])), shingles(made.text)
            common = sum((wanted & got).values())
            precisions.append(common / sum(got.values()))
            recalls.append(common / sum(wanted.values()))
            found = {" ".join(line.split()) for line in made.text.split("\n")}
            whole.append(mean(" ".join(part.split()) in found for part in parts))
        print(
            f"{name:40} precision {mean(precisions):.4f}  recall {mean(recalls):.4f}  "
            f"whole paragraphs {mean(whole):.3f}  {pages / seconds:.0f} pages/s"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
