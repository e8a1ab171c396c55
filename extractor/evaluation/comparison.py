"""When two words for a thing count as the same: names, organisations, speakers, time points, endpoints."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from extractor.rulebook.folders import default_rules_dir, read_table

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "‑": "-", "‐": "-"})
_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
_ALIKE = 0.5


def fold(name: str) -> str:
    """A name without what makes no difference: case, width of spaces, shape of quotes and dashes, final full stop."""
    plain = unicodedata.normalize("NFKC", name).translate(_STRAIGHT)
    return " ".join(plain.split()).casefold().rstrip(". ")


def same_name(gold: str, found: str) -> bool:
    """Equal once folded."""
    return fold(gold) == fold(found)


def same_number(gold: float, found: float) -> bool:
    """Equal as written with up to six decimals."""
    return abs(gold - found) < 5e-7


def same_organization(gold: str, found: str) -> bool:
    """Equal once folded, without the legal form (Inc., Co., Ltd.) and a leading article."""
    return _bare(gold, "organization") == _bare(found, "organization")


def same_speaker(gold: str, found: str) -> bool:
    """The same person with or without academic titles, or the same organisation."""
    return _bare(gold, "person") == _bare(found, "person") or same_organization(gold, found)


def same_timepoint(gold: str, found: str) -> bool:
    """The same words in any order, a hyphen read as a space and a plural as its singular: "week 24", "24-weeks"."""
    return _time_words(gold) == _time_words(found)


def alike(gold: str, found: str) -> bool:
    """At least half of the gold's words are found, and the F1 of the words is at least one half.

    The second condition keeps a whole sentence from being like everything in it.
    """
    gold_words, found_words = Counter(_words(gold)), Counter(_words(found))
    common = (gold_words & found_words).total()
    if not common:
        return fold(gold) == fold(found)
    f1 = 2 * common / (gold_words.total() + found_words.total())
    return common / gold_words.total() >= _ALIKE and f1 >= _ALIKE


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _time_words(text: str) -> list[str]:
    return sorted(word.removesuffix("s") for word in _words(text.replace("-", " ")))


def _bare(name: str, kind: str) -> str:
    """`name` folded, without the affixes of its kind; they are told by their capitals, so a Mr Ma keeps his name."""
    words = [word for word in name.replace(",", " ").split() if word.strip(".")]
    before, after = name_affixes(kind)
    stripped = True
    while stripped and len(words) > 1:
        stripped = False
        for count in range(min(3, len(words) - 1), 0, -1):
            if _affix(words[:count]) in before:
                words, stripped = words[count:], True
                break
            if _affix(words[-count:]) in after:
                words, stripped = words[:-count], True
                break
    return fold(" ".join(words))


def _affix(words: list[str]) -> str:
    return " ".join(words).replace(".", "")


@lru_cache
def name_affixes(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """What may stand before and after a name of this kind (`person`, `organization`) without being part of it."""
    table = read_table(default_rules_dir() / "evaluation" / "name-affixes.tsv")
    rows = [row for row in table if row["kind"] == kind]
    return (
        frozenset(row["affix"] for row in rows if row["place"] == "before"),
        frozenset(row["affix"] for row in rows if row["place"] == "after"),
    )
