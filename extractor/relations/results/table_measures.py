"""Whether the values beside a label are shares of patients or changes, and whether a change is a reduction."""

from __future__ import annotations

import re

from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

DOWN, UP = -1, 1


class TableMeasures:
    """Reads measures from labels by the words of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        def words(*names: str) -> re.Pattern[str]:
            return compiled(rf"(?<![\w-])(?:{book.expression(*names)})(?!\w)", re.IGNORECASE)

        self._share, self._change = words("table-share"), words("table-change", "up-noun", "down-noun")
        self._down = words("down-noun")

    def of(self, value: float, unit: str, labels: str, kind: str | None = None) -> tuple[str, int]:
        """The measure of a value and the sign that it gets, from the words that name what was measured; `kind` is that
        of its column where it is a comparison."""
        if kind == "difference" or unit == "percentage point":
            return "difference", UP
        if kind == "reduction":
            return "change", DOWN
        if value < 0:
            return "change", UP
        if not self._share.search(labels) and self._change.search(labels):
            return "change", DOWN if self._down.search(labels) else UP
        return "proportion", UP
