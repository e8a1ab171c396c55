"""Counts of right and wrong, and the scores that they make: precision, recall, F1, shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from extractor.evaluation.kinds import ATTRIBUTES, JOINT, POLARITIES, Attribute
from extractor.evaluation.matching import Alignment, Pair


@dataclass(frozen=True, slots=True)
class Score:
    """`right` of the `found` rows and of the `gold` annotations count as right.

    Each figure is None where there is nothing to divide by.
    """

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of the found rows that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the gold annotations that was found."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None


@dataclass(frozen=True, slots=True)
class AttributeScore:
    """How often matched rows have an attribute right.

    `matched` rows (overlapping ones) were looked at and `right` had it right; `relaxed` and `strict` are the scores
    in which a match counts only where the attribute is right as well; `filled` looks at the matched rows alone, and
    only at those that say something: it is the score of the values that are not null.
    """

    matched: int
    right: int
    relaxed: Score
    strict: Score
    filled: Score

    @property
    def share(self) -> float | None:
        """The share of the matched rows that has it right, null for null included."""
        return self.right / self.matched if self.matched else None


@dataclass(frozen=True, slots=True)
class KindScore:
    """The scores of one kind over all articles together (micro)."""

    strict: Score
    relaxed: Score
    attributes: dict[str, AttributeScore]
    joint: AttributeScore | None = None
    macro_f1: float | None = None


def score_kind(kind: str, alignments: Sequence[Alignment]) -> KindScore:
    """The scores of one kind from its alignments, one for each article."""
    pairs = list(chain.from_iterable(alignment.pairs for alignment in alignments))
    missed = list(chain.from_iterable(alignment.missed for alignment in alignments))
    spurious = list(chain.from_iterable(alignment.spurious for alignment in alignments))
    gold, found = len(pairs) + len(missed), len(pairs) + len(spurious)
    attributes = {}
    for attribute in ATTRIBUTES[kind]:
        # where an attribute belongs to one type only, gold and found are the items of that type
        of_gold = sum(attribute.applies(item) for item in missed) + sum(attribute.applies(p.gold) for p in pairs)
        of_found = sum(attribute.applies(item) for item in spurious) + sum(attribute.applies(p.found) for p in pairs)
        attributes[attribute.name] = _score_attribute(attribute, pairs, of_gold, of_found)
    return KindScore(
        strict=Score(gold, found, sum(pair.exact for pair in pairs)),
        relaxed=Score(gold, found, len(pairs)),
        attributes=attributes,
        joint=_score_joint(pairs, gold, found) if kind == "results" else None,
        macro_f1=_macro_f1(pairs) if kind == "quotes" else None,
    )


def _score_attribute(attribute: Attribute, pairs: Sequence[Pair], gold: int, found: int) -> AttributeScore:
    looked_at = [pair for pair in pairs if attribute.applies(pair.gold)]
    column = attribute.fields[0]
    return _attribute_score(
        looked_at,
        attribute.right,
        gold,
        found,
        lambda pair: (pair.gold.values[column] is not None, pair.found.values[column] is not None),
    )


def _score_joint(pairs: Sequence[Pair], gold: int, found: int) -> AttributeScore:
    slots = [attribute for attribute in ATTRIBUTES["results"] if attribute.name in JOINT]

    def both_right(pair: Pair) -> bool:
        return all(slot.right(pair) for slot in slots)

    return _attribute_score(pairs, both_right, gold, found, lambda pair: (True, True))


def _attribute_score(
    pairs: Sequence[Pair],
    is_right: Callable[[Pair], bool],
    gold: int,
    found: int,
    says: Callable[[Pair], tuple[bool, bool]],
) -> AttributeScore:
    right = [pair for pair in pairs if is_right(pair)]
    filled = [says(pair) for pair in pairs]
    return AttributeScore(
        matched=len(pairs),
        right=len(right),
        relaxed=Score(gold, found, len(right)),
        strict=Score(gold, found, sum(pair.exact for pair in right)),
        filled=Score(
            sum(in_gold for in_gold, _ in filled),
            sum(in_found for _, in_found in filled),
            sum(all(says(pair)) for pair in right),
        ),
    )


def _macro_f1(pairs: Sequence[Pair]) -> float | None:
    """The mean of the F1 of the polarities, over those that the matched quotes have in gold or found."""
    labels = [(pair.gold.values["polarity"], pair.found.values["polarity"]) for pair in pairs]
    scores = [
        Score(
            sum(gold == polarity for gold, _ in labels),
            sum(found == polarity for _, found in labels),
            sum(gold == found == polarity for gold, found in labels),
        ).f1
        for polarity in POLARITIES
    ]
    present = [score for score in scores if score is not None]
    return sum(present) / len(present) if present else None
