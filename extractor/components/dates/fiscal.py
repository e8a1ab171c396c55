"""When the fiscal years of an article begin, where it says so."""

from __future__ import annotations

from extractor.components.context import DocumentContext
from extractor.components.dates.calendar import CALENDAR_YEARS, FiscalCalendar
from extractor.components.dates.forms import FISCAL, forms_of
from extractor.rulebook import Rulebook
from extractor.rulebook.beginnings import Beginnings, matches_at


class FiscalYears:
    """Reads the first month of fiscal years by the rules that read `fiscal`.

    Their shapes name the `first` or `last` month, and, where the article gives the year of that month (`year`) beside
    the name of the fiscal year (`named`), tell whether fiscal years are named after the year in which they start.
    """

    def __init__(self, book: Rulebook) -> None:
        rules = [rule for rule in book.family("date") if rule.says.get("reads") == FISCAL]
        self._forms = forms_of(rules, book.lexicons)
        self._beginnings = Beginnings([form.shape for form in self._forms], lowered=True)
        self._months = book.lexicon("month")

    def calendar(self, context: DocumentContext) -> FiscalCalendar:
        """How fiscal years run in an article: like the calendar's, where it does not say."""
        places = context.places(self._beginnings)
        for form in self._forms:
            for match in matches_at(form.shape, context.lowered, places):
                groups = match.groupdict()
                month = int(self._months[match["month"]]["number"])
                first = month if groups.get("first") else month % 12 + 1
                if not groups.get("named"):
                    return FiscalCalendar(first)
                starts = int(groups["year"]) - (0 if groups.get("first") or first == 1 else 1)
                return FiscalCalendar(first, starts == int(groups["named"]))
        return CALENDAR_YEARS
