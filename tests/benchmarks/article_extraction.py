"""How much of real pages' articles our reader gets: `python -m tests.benchmarks.article_extraction FOLDER`.

FOLDER is a copy of scrapinghub/article-extraction-benchmark (`ground-truth.json`, `html/*.html.gz`). The measure is its
own: shingles of four words, precision and recall averaged over the pages.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from statistics import mean
from time import process_time

from extractor.errors import ReadingError
from extractor.readers import read_articles

SHINGLE = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The text's sequences of four words."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def body_of(path: Path) -> str:
    """The article's text, headline included; empty where the page cannot be read."""
    try:
        return next(iter(read_articles(path))).text
    except ReadingError:
        return ""


def main(folder: Path) -> None:
    """Print precision, recall, F1 and pages a second."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    started = process_time()
    found = {key: body_of(folder / "html" / f"{key}.html.gz") for key in truth}
    seconds = process_time() - started
    precisions, recalls = [], []
    for key, page in truth.items():
        wanted, got = shingles(page["articleBody"]), shingles(found[key])
        common = sum((wanted & got).values())
        precisions.append(common / sum(got.values()))
        recalls.append(common / sum(wanted.values()))
    precision, recall = mean(precisions), mean(recalls)
    score = 2 * precision * recall / (precision + recall)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {score:.3f}  {len(truth) / seconds:.0f} pages/s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
