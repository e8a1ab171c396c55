"""When the fiscal years of an article begin, where it says so."""

from __future__ import annotations

from extractor.components.dates.calendar import CALENDAR_YEARS, FiscalCalendar
from extractor.components.dates.forms import FISCAL, forms_of
from extractor.rulebook import Rulebook


class FiscalYears:
    """Reads the first month of fiscal years by the rules that read `fiscal`.

    Their shapes name the `first` or `last` month, and, where the article gives the year of that month (`year`) beside
    the name of the fiscal year (`named`), tell whether fiscal years are named after the year in which they start.
    """

    def __init__(self, book: Rulebook) -> None:
        rules = [rule for rule in book.family("date") if rule.says.get("reads") == FISCAL]
        self._forms = forms_of(rules, book.lexicons)
        self._months = book.lexicon("month")

    def calendar(self, lowered: str) -> FiscalCalendar:
        """How fiscal years run, by an article's text in lower case: like the calendar's, where it does not say."""
        for form in self._forms:
            if match := form.shape.search(lowered):
                groups = match.groupdict()
                month = int(self._months[match["month"]]["number"])
                first = month if groups.get("first") else month % 12 + 1
                if not groups.get("named"):
                    return FiscalCalendar(first)
                starts = int(groups["year"]) - (0 if groups.get("first") or first == 1 else 1)
                return FiscalCalendar(first, starts == int(groups["named"]))
        return CALENDAR_YEARS
