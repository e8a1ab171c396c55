"""Arms by names that no rule knows: “67% of patients on Zelvora”."""

from __future__ import annotations

import re

from extractor.components.context import DocumentContext
from extractor.model import Percentage
from extractor.relations.results.arms import Arm
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

UNKNOWN = "unknown"
"""The kind of such an arm: its medicine is not that of the article, and no other."""


class UnknownArms:
    """Finds them by the words of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        people = book.expression("patient-noun", "person-noun")
        given = book.expression("given-as")
        name = r"(?P<name>[^\W\d][\w-]*(?: [^\W\d][\w-]*){0,3}?)(?=[.,;)]|$)"
        self._beside = compiled(
            rf"(?: of (?:\w+ )?(?:{people})(?!\w) (?:{given})(?: the| an?)?| (?:{book.expression('told-of')})) {name}",
            re.IGNORECASE,
        )
        self._behind = compiled(
            rf"(?i: of (?:\w+ )?(?:{people})(?!\w) (?:{given})) (?P<name>[A-Z][\w-]+(?: ?\+ ?[A-Z][\w-]+)*)(?! ?\d)"
        )

    def compared(self, context: DocumentContext, figure: Percentage) -> Arm | None:
        """The arm of a figure that another is compared with, by whatever words its people or its treatment are told:
        “compared with 25% of those given the peptide vaccine”."""
        found = self._beside.match(context.text, figure.end)
        return Arm(*found.span("name"), found.end("name"), UNKNOWN) if found else None

    def behind(self, context: DocumentContext, figure: Percentage) -> Arm | None:
        """The arm that a figure's patients got, by a name with a capital that is no other mention."""
        found = self._behind.match(context.text, figure.end)
        if found is None:
            return None
        start, end = found.span("name")
        kinds = (context.drugs, context.dates, context.trials, context.organizations, context.persons)
        if any(context.within(kind, start, end) for kind in kinds):
            return None
        return Arm(start, end, end, UNKNOWN)
