"""Whose people somebody is who is quoted: the relation `affiliations`."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.context import DocumentContext


class Affiliations:
    """Fills `organization` of the context's persons where the name alone does not tell it, but all quotations of the
    person that have an organisation have the same one."""

    name = "affiliations"

    def __call__(self, context: DocumentContext) -> None:
        if all(person.organization for person in context.persons):
            return
        told: dict[str, set[str]] = {}
        for quote in context.quotes:
            if quote.speaker and quote.organization and quote.speaker != quote.organization:
                told.setdefault(quote.speaker, set()).add(quote.organization)
        for place, person in enumerate(context.persons):
            firms = told.get(person.person, ())
            if person.organization is None and len(firms) == 1:
                context.persons[place] = replace(person, organization=next(iter(firms)))
