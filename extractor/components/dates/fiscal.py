"""When the fiscal years of an article begin, where it says so."""

from __future__ import annotations

from extractor.components.dates.forms import FISCAL, forms_of
from extractor.rulebook import Rulebook


class FiscalYears:
    """Reads the first month of fiscal years by the rules that read `fiscal`; their shapes name `first` or `last`."""

    def __init__(self, book: Rulebook) -> None:
        rules = [rule for rule in book.family("date") if rule.says.get("reads") == FISCAL]
        kinds = {kind for rule in rules for kind in rule.says["trigger"]}
        self._forms = [form for kind in sorted(kinds) for form in forms_of(rules, kind, book.lexicons)]
        self._months = book.lexicon("month")

    def first_month(self, lowered: str) -> int:
        """The number of the month in which fiscal years start: January, where the text (in lower case) does not say."""
        for form in self._forms:
            if match := form.shape.search(lowered):
                month = int(self._months[match["month"]]["number"])
                return month if match.groupdict().get("first") else month % 12 + 1
        return 1
