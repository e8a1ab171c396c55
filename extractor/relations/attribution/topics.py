"""What words without a drug's name are about: the drug under discussion, the company, or the disease."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import alternatives, for_lowered

FRAGMENT = 8
"""A quotation of fewer words is part of its sentence and about what that is about."""


@dataclass(frozen=True)
class Topics:
    """The words of `topic-words.tsv` and the disease words of the polarity lexicon, as regular expressions."""

    referring: re.Pattern[str]
    pointing: re.Pattern[str]
    clinical: re.Pattern[str]
    several: re.Pattern[str]
    general: re.Pattern[str]
    disease: re.Pattern[str]
    people: re.Pattern[str]
    aside: re.Pattern[str]
    past: re.Pattern[str]
    ours: re.Pattern[str]
    it: re.Pattern[str]
    event: re.Pattern[str]

    def is_of_past(self, words: str) -> bool:
        """Whether the words before a drug make it one that patients had before: "for whom … was the only choice"."""
        return self.past.search(words.lower()) is not None

    def is_of_ours(self, words: str) -> bool:
        """Whether words speak of a drug as the speaker's: "our drug"."""
        return self.ours.search(words.lower()) is not None

    def begins_with_event(self, words: str) -> bool:
        """Whether words begin with what stands for the news: "This is a win for patients"."""
        return self.event.match(words.lower()) is not None

    def begins_with_it(self, words: str) -> bool:
        """Whether words begin with a pronoun for a drug, and do not go on to a trial."""
        return self.it.match(words.lower()) is not None and self.clinical.search(words.lower()) is None

    def refers(self, words: str) -> bool:
        """Whether words refer to a drug or its data: "these results", "our study", "it"."""
        return self.referring.search(words.lower()) is not None

    def points(self, words: str) -> bool:
        """Whether words name a drug or its data: "these results", "our study", but not "it"."""
        return self.pointing.search(words.lower()) is not None

    def is_general(self, words: str, *, of_company: bool = True) -> bool:
        """Whether words speak of several drugs or of money, or, as the words of a company, of the company as a whole
        and refer to no drug."""
        if self.several.search(words.lower()):
            return True
        return of_company and not self.refers(words) and self.general.search(words.lower()) is not None

    def is_of_drug_first(self, words: str) -> bool:
        """Whether words name a drug's data, trial or approval before they come to several drugs, to money or to the
        company."""
        lowered = words.lower()
        named = (self.pointing.search(lowered), self.clinical.search(lowered))
        first = min((match.start() for match in named if match), default=None)
        if first is None:
            return False
        others = (self.several.search(lowered), self.general.search(lowered))
        return all(other is None or first < other.start() for other in others)

    def is_disease(self, words: str) -> bool:
        """Whether words speak of patients and their illness and refer to no drug."""
        return not self.refers(words) and self.disease.search(words.lower()) is not None

    def is_of_people(self, words: str) -> bool:
        """Whether words begin with people in general ("Too many patients …") and refer to no drug, or lead away from
        it."""
        if self.aside.match(words.lower()):
            return True
        return self.people.match(words.lower()) is not None and not self.refers(words)


def create_topics(book: Rulebook) -> Topics:
    """The topics of the rules in force."""

    def of(kind: str) -> str:
        return book.expression("topic-words", about=kind)

    rows = book.lexicon("polarity-words").all_rows
    existing = [row["term"].removesuffix("*") for row in rows if row["class"] == "existing"]
    disease = alternatives([*existing, *book.lexicon("topic-words").written(about="disease")])
    numbers = book.expression("number-words")
    medicines = book.expression("medicine-nouns")
    nouns, pointers, pronouns = of("drug"), of("pointer"), of("pronoun")
    pointing = rf"\b(?:{pointers})\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns})\b|^\W*(?:{nouns})\b"
    ours = rf"(?:{of('ours')})\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns}|{medicines})"
    people = (
        rf"(?:(?:{of('quantity')}) )?(?!(?:{of('certain')}|{numbers})\b|\d|\w+ing\b)"
        rf"(?:[\w-]+,? ){{0,2}}?(?:{of('subject')})"
    )
    return Topics(
        referring=for_lowered(rf"{pointing}|\b(?:{pronouns})\b"),
        pointing=for_lowered(pointing),
        clinical=for_lowered(rf"\b(?:{of('clinical')})\b"),
        several=for_lowered(rf"\b(?:{of('several')})\b"),
        general=for_lowered(rf"\b(?:{of('general')})\b"),
        disease=for_lowered(rf"\b(?:{disease})"),
        people=for_lowered(rf"\W*{people}\b"),
        aside=for_lowered(rf"\W*(?:{of('aside')})\b"),
        past=for_lowered(rf"\b(?:{of('past')})(?:\s+[\w’'-]+){{0,3}}\s+$"),
        ours=for_lowered(rf"\b{ours}\b"),
        it=for_lowered(rf"\W*(?:{of('it')})\b"),
        event=for_lowered(rf"\W*(?:{of('event')})\b"),
    )
