"""The medicine that the article, or a part of it, speaks of: that of a figure whose sentence names no arm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from functools import cached_property

from extractor.components.context import DocumentContext, Sentence
from extractor.model import FURNITURE_ZONES, DrugMention, Percentage
from extractor.relations.leads import lead_of
from extractor.relations.results.anchors import Anchors
from extractor.relations.results.arms import Arm
from extractor.relations.subject import Subjects
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import for_lowered

HEADLINE = "headline"
LEAD_SENTENCES = 6
"""How many sentences, with the headline, an article begins with."""

MANY = 3
"""How many medicines an article must name before each part of it may be about another one."""

OFTEN = 2
"""How often an article on a medicine says “the drug”."""

CLEARLY = 4
"""How often an article must name the medicine that it is clearly about."""


def tells_of_others(context: DocumentContext, sentence: Sentence, drug: str) -> bool:
    """Whether a sentence names medicines, but not this one."""
    named = {mention.drug for mention in context.within(context.drugs, sentence.start, sentence.end)}
    return bool(named) and drug not in named


class TopicWords:
    """The words by which topics are read, of the rules in force."""

    def __init__(self, book: Rulebook, subjects: Subjects) -> None:
        words = book.expression

        cues = f"{words('compared-with')}|{words('better-than')}"
        time = rf"(?: [\w.-]+){{1,2}} (?:{words('time-unit')})(?!\w)"
        self.compared = for_lowered(rf"(?<!\w)(?:{cues})(?!{time})(?: [^ ,.;:]+(?:\.\d+%?)?){{0,6}} \(?$")
        self.subjects = subjects
        self.medicine = for_lowered(rf"(?<!\w)the (?:{words('medicine-noun')})(?!\w)")


class Topics:
    """What one article speaks of."""

    def __init__(self, context: DocumentContext, words: TopicWords) -> None:
        self._context, self._words = context, words
        self._anchors = Anchors(context)

    @cached_property
    def controls(self) -> frozenset[str]:
        """The medicines that the article compares its own with: those named right behind a word of comparison."""
        compared = {drug.drug for drug in self._context.drugs if self._stands_behind(drug, self._words.compared)}
        return frozenset(compared - {self.main_drug.drug if self.main_drug else ""})

    def _stands_behind(self, drug: DrugMention, words: re.Pattern[str]) -> bool:
        return words.search(self._context.lowered, max(0, drug.start - 40), drug.start) is not None

    def topic(self, figure: Percentage, without: Set[str] = frozenset()) -> DrugMention | None:
        """The medicine that a figure without an arm is about: of those named before it in its paragraph or above its
        list (or in the last sentence that names any, where the article is about many) the article's or else the first;
        without one, the article's. Comparators are none, nor those `without`, and earlier or added treatments only
        where nothing else is named."""
        context = self._context
        sentence = context.sentence_at(figure.start)
        before = [
            drug for drug in context.within(context.drugs, 0, figure.start) if drug.drug not in self.controls | without
        ]
        near = [drug for drug in before if self._same_part(drug.start, sentence)]
        lead = lead_of(context, sentence) if not near else None
        if lead is not None:
            near = [drug for drug in before if self._same_part(drug.start, lead)]
        main = self._main_so_far(before, without)
        if main is not None and not near and self._is_mere(main):
            return None
        chief = main.drug if main is not None else None
        several = len(self._counts) > 1
        anchored = self._anchors.drug(figure, self.controls | without, chief) if not near and several else None
        if anchored is not None:
            return anchored
        if main is None:
            near = near or before[-1:]
        if self.is_about_many:
            near = near or before[-1:]
            last = context.sentence_at(near[-1].start) if near else None
            near = [drug for drug in before if last is not None and drug.start >= last.start]
        own = [drug for drug in near or before if main is not None and drug.drug == main.drug]
        if own:
            return own[-1]
        subjects = [drug for drug in near if drug.start not in self._beside]
        if not self.is_about_many and main is not None and all(self._is_passing(drug, main) for drug in subjects):
            return main
        return next(iter(subjects or near), main)

    def _main_so_far(self, before: Sequence[DrugMention], without: Set[str]) -> DrugMention | None:
        """The article's medicine (the next one, where that is one of those `without`), where its headline or one of the
        mentions `before` a figure names it, or nothing else is named before."""
        main = self.main_drug if self.main_drug and self.main_drug.drug not in without else self._next(without)
        known = main is None or main.zone == HEADLINE or not before or any(d.drug == main.drug for d in before)
        return main if known else None

    def _is_mere(self, main: DrugMention) -> bool:
        """Whether even the medicine named most often is named but once, neither in the headline nor early nor with a
        percentage, and hardly told of as “the drug”: the article is about something else, as a device."""
        sentence = self._context.sentence_at(main.start)
        if self._counts[main.drug] > 1 or main.zone == HEADLINE or sentence.number < LEAD_SENTENCES:
            return False
        if self._context.within(self._context.percentages, sentence.start, sentence.end):
            return False
        return len(self._words.medicine.findall(self._context.lowered)) < OFTEN

    def _is_passing(self, drug: DrugMention, main: DrugMention) -> bool:
        """Whether a medicine is named but once, in an article that is clearly about another."""
        counts = self._counts
        return counts[drug.drug] == 1 and counts[main.drug] >= CLEARLY

    @cached_property
    def _beside(self) -> frozenset[int]:
        return self._words.subjects.comparators.added(self._context, earlier=True)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(drug.drug for drug in self._context.drugs if drug.zone not in FURNITURE_ZONES)

    def topic_arm(self, figure: Percentage, without: Set[str] = frozenset()) -> Arm | None:
        """The arm of the `topic`."""
        topic = self.topic(figure, without)
        return Arm(topic.start, topic.end, topic.end, "drug", topic.drug) if topic else None

    def _same_part(self, offset: int, sentence: Sentence) -> bool:
        return self._context.sentence_at(offset).paragraph == sentence.paragraph

    @cached_property
    def is_about_many(self) -> bool:
        """Whether the article speaks of several medicines, none of them in its headline or in a third of the
        mentions."""
        counts = self._counts
        headline = any(drug.zone == HEADLINE for drug in self._context.drugs)
        return len(counts) > MANY and not headline and counts.most_common(1)[0][1] * 3 < counts.total()

    @cached_property
    def main_drug(self) -> DrugMention | None:
        """The medicine that the article is about."""
        subject = self._words.subjects.of(self._context)
        return subject.mention if subject is not None else None

    @cached_property
    def asides(self) -> frozenset[str]:
        """The medicines that the article's own is added to or compared with."""
        subject = self._words.subjects.of(self._context)
        return frozenset(name for name in self._counts if subject is not None and subject.is_aside(name))

    def is_about(self, drug: str) -> bool:
        """Whether the article is about a medicine, if not about that alone, or about none."""
        subject = self._words.subjects.of(self._context)
        return subject is None or subject.is_about(drug)

    def _next(self, without: Set[str]) -> DrugMention | None:
        """The medicine that the article would be about if those `without` were not named."""
        subject = self._words.subjects.find(self._context, without)
        return subject.mention if subject is not None else None
