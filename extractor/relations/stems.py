"""What the stem of a generic name tells: `rocatinlimab` ends in `-limab`: an antibody, immunomodulating."""

from __future__ import annotations

from extractor.rulebook import Rulebook

TABLES = ("safe-stems", "other-stems", "second-words")


class Stems:
    """The stems of the tables `safe-stems`, `other-stems` and `second-words`, the longest first, and of
    `stem-exceptions` the endings that only look like one."""

    def __init__(self, book: Rulebook) -> None:
        rows = {term.lstrip("-"): row["meaning"] for table in TABLES for term, row in book.lexicon(table).rows.items()}
        self._exceptions = tuple(term.lstrip("-") for term in book.lexicon("stem-exceptions").rows)
        self._stems = sorted(rows.items(), key=lambda row: (-len(row[0]), row[0]))

    def of(self, name: str) -> tuple[str | None, str | None]:
        """The longest stem that a word of the `name` ends in, and what it means; (None, None) where there is none.

        Of several words that have stems the last counts, as in `trastuzumab deruxtecan`.
        """
        for word in reversed(name.lower().split()):
            if word.endswith(self._exceptions):
                continue
            for stem, meaning in self._stems:
                if word.endswith(stem) and (len(word) > len(stem) or word == stem):
                    return stem, meaning or None
        return None, None
