"""The medicine of a paragraph that names none: that of the trial or the company which it names instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from extractor.components.context import DocumentContext
from extractor.model import DrugMention, OrganizationMention, Percentage, TrialMention

COMPANY = "company"
"""The kind of organisations that have medicines of their own."""


class Anchors:
    """The trials and companies of one article, with the medicines that share sentences with them."""

    def __init__(self, context: DocumentContext) -> None:
        self._context = context

    def drug(self, figure: Percentage, without: Set[str], chief: str | None) -> DrugMention | None:
        """The medicine, none of those `without`, that is named most often in the sentences of the trial or company
        named last before a figure in its paragraph, else in the paragraphs of that trial; the `chief` one wherever it
        is named there; None where neither is named, or no medicine with them."""
        for anchor in self._before(figure):
            places = self._places(anchor)
            stretches = [self._sentence, self._paragraph] if isinstance(anchor, TrialMention) else [self._sentence]
            for stretch in stretches:
                around = sorted({stretch(place) for place in places})
                mates = [d for s, e in around for d in self._context.within(self._context.drugs, s, e)]
                mates = [drug for drug in mates if drug.drug not in without]
                if mates:
                    named = Counter(drug.drug for drug in mates)
                    name = chief if chief in named else named.most_common(1)[0][0]
                    return next(drug for drug in mates if drug.drug == name)
        return None

    def _before(self, figure: Percentage) -> Sequence[TrialMention | OrganizationMention]:
        """The trials and companies of a figure's paragraph up to the figure, the last first."""
        context = self._context
        paragraph = context.sentence_at(figure.start).paragraph
        named: list[TrialMention | OrganizationMention] = [*context.trials]
        named += [firm for firm in context.organizations if firm.kind == COMPANY]
        near = [m for m in named if m.start < figure.start and context.sentence_at(m.start).paragraph == paragraph]
        return sorted(near, key=lambda mention: mention.start, reverse=True)

    def _places(self, anchor: TrialMention | OrganizationMention) -> list[int]:
        """Where the article names a trial or company."""
        if isinstance(anchor, TrialMention):
            return [trial.start for trial in self._context.trials if trial.trial == anchor.trial]
        return [firm.start for firm in self._context.organizations if firm.organization == anchor.organization]

    def _sentence(self, place: int) -> tuple[int, int]:
        sentence = self._context.sentence_at(place)
        return sentence.start, sentence.end

    def _paragraph(self, place: int) -> tuple[int, int]:
        first = self._context.sentence_at(place)
        same = [s for s in self._context.sentences if s.paragraph == first.paragraph]
        return same[0].start, same[-1].end
