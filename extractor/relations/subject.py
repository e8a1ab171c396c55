"""The medicine that an article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.model import FURNITURE_ZONES, DrugMention
from extractor.relations.attribution.speakers import main_company
from extractor.relations.comparators import Comparators, create_comparators
from extractor.relations.novelty import Novelty, create_novelty
from extractor.relations.owners import Owners, create_owners
from extractor.rulebook import Rulebook

COMPARABLE = 0.4
"""A drug named less often than this, beside the article's own, is named in passing."""
FIRST, HEADLINE = 2, 3
"""What being named first of all, and in the headline, adds to the paragraphs that name a drug."""
OFTEN = 2
"""Sentences that a drug beside the headline's needs to be a subject of its own."""
LEAD = 1.5
"""How many times the weight of any other drug that of a leading one is."""
SPREAD = 0.45
"""Share of the paragraphs with drugs that name the one drug of an article about one drug."""
EARLY = 10
"""Sentences, with the headline, in one of which an article names what it is about."""
THROUGHOUT = 0.25
"""Share of the paragraphs that name a drug which the article is about though it comes to it late."""
RIVAL = 0.8
"""A second drug in this share of the paragraphs that name the first is a subject of its own, unless the headline
decides."""
BESIDE = 0.25
"""Share of a drug's mentions that stand beside another drug, where the article compares its own with it."""
_NOTE = "subject"


@dataclass(frozen=True)
class Subject:
    """The drug that an article is about."""

    mention: DrugMention
    """Where it is named first."""
    counts: Counter[str]
    """How many sentences name each drug."""
    headlined: frozenset[str]
    """The drugs that the headline names."""
    alone: bool
    """The article is about no other."""
    leads: bool
    """It is about no other nearly as much."""
    clear: bool
    """It is named early or throughout, so that words anywhere may be about it."""
    others: frozenset[str] = frozenset()
    """Medicines of other companies, and those that the article compares its own with."""
    old: frozenset[str] = frozenset()
    """Medicines long in use, in an article about a new one."""

    @property
    def drug(self) -> str:
        """The name of the drug."""
        return self.mention.drug

    @property
    def headed(self) -> bool:
        """Whether the headline names it."""
        return self.drug in self.headlined

    def is_about(self, drug: str) -> bool:
        """Whether the article is about a drug, if not about that alone."""
        return drug == self.drug or drug in self.headlined

    def is_known(self, offset: int) -> bool:
        """Whether words at `offset` that name no drug may be about it: the article has named it by then, or does so
        often."""
        return self.clear and (self.mention.start < offset or self.counts[self.drug] > OFTEN)

    def is_aside(self, drug: str) -> bool:
        """Whether a drug is none that a part of the article is about: another company's, one that is compared with, or
        one long in use beside a new one."""
        return drug != self.drug and (drug in self.others or drug in self.old)

    def is_passing(self, drug: str) -> bool:
        """Whether a drug is merely named in passing: a comparator, a competitor, a past case."""
        count = self.counts[drug]
        if drug == self.drug:
            return False
        return count < COMPARABLE * self.counts[self.drug] or (self.headed and count < OFTEN)


@dataclass(frozen=True)
class Subjects:
    """Tells of a document what it is about; `comparators` tell what it compares that with, `novelty` what is in
    development, `owners` whose it is."""

    comparators: Comparators
    novelty: Novelty
    owners: Owners

    def of(self, context: DocumentContext) -> Subject | None:
        """What the article is about, found when it is first asked and noted for whoever asks next; None without any
        drug."""
        if _NOTE not in context.notes:
            context.notes[_NOTE] = self.find(context)
        subject: Subject | None = context.notes[_NOTE]
        return subject

    def find(self, context: DocumentContext, without: Set[str] = frozenset()) -> Subject | None:
        """The drug that most paragraphs name, not counting the article's furniture, drugs in `without`, and where it
        stands beside another ("versus X"); None without any drug."""
        drugs = [d for d in context.drugs if d.zone not in FURNITURE_ZONES and d.drug not in without]
        if not drugs:
            return None
        named = [d for d in drugs if not self.comparators.has(context, d)]
        others = self.owners.others(context) | _compared(drugs, named)
        own = [d for d in named or drugs if d.drug not in others] or named or drugs
        counts = _counts(own, (context.sentence_at(d.start).number for d in own))
        spread = _counts(own, (context.sentence_at(d.start).paragraph for d in own))
        headed = frozenset(d.drug for d in own if d.zone == "headline")
        weights = spread + Counter({self._opening(context, own): FIRST}) + Counter(dict.fromkeys(headed, HEADLINE))
        drug = max(weights, key=lambda name: (weights[name], counts[name]))
        if drug not in headed and any(name in weights for name in _ahead(context, drugs, drug)):
            return self.find(context, {*without, drug})
        new = self.novelty.new_in(context)
        if drug not in new and self._is_beside_new(context, drugs, drug, new - others):
            return self.find(context, {*without, drug})
        first = next(d for d in own if d.drug == drug)
        with_drugs = {context.sentence_at(d.start).paragraph for d in named or drugs}
        rivals = Counter(
            {name: count for name, count in spread.items() if count >= OFTEN or (drug in new and name in new)}
        )
        rivalled = headed != {drug} and _second(rivals, drug) >= RIVAL * spread[drug]
        early = context.sentence_at(first.start).number < EARLY
        return Subject(
            mention=first,
            counts=counts,
            headlined=headed,
            alone=spread[drug] >= SPREAD * len(with_drugs) and not rivalled,
            leads=weights[drug] >= LEAD * _second(weights, drug),
            clear=bool(named) and (early or spread[drug] >= THROUGHOUT * _paragraphs(context)),
            others=others,
            old=frozenset(d.drug for d in context.drugs if d.drug not in new) if drug in new else frozenset(),
        )

    def _opening(self, context: DocumentContext, own: Sequence[DrugMention]) -> str:
        """The drug that the first sentence with one of the mentions names first, not as an added treatment, if another
        stands there."""
        added = self.comparators.added(context)
        first_sentence = context.within(own, 0, context.sentence_at(own[0].start).end)
        return next((d.drug for d in first_sentence if d.start not in added), own[0].drug)

    def _is_beside_new(self, context: DocumentContext, drugs: Sequence[DrugMention], drug: str, new: Set[str]) -> bool:
        """Whether a medicine long in use is what one of the `new` ones is added to or compared with: the article soon
        tells of the new one and, if the other is in the headline and may be its company's, no later than of that."""
        firsts: dict[str, int] = {}
        for mention in drugs:
            if mention.zone != "headline":
                firsts.setdefault(mention.drug, context.sentence_at(mention.start).number)
        last = EARLY
        if any(mention.drug == drug and mention.zone == "headline" for mention in drugs):
            company, _ = main_company(context)
            firms = self.owners.of(context).get(drug)
            last = EARLY if firms and company not in firms else firsts.get(drug, 0)
        return any(name in new and number <= last for name, number in firsts.items())


def _ahead(context: DocumentContext, drugs: Sequence[DrugMention], drug: str) -> list[str]:
    """The drugs that stand before this one in the sentences that name both, and never behind it: it is what they are
    compared with."""
    firsts: dict[tuple[int, str], int] = {}
    for mention in drugs:
        firsts.setdefault((context.sentence_at(mention.start).number, mention.drug), mention.start)
    before: Counter[str] = Counter()
    behind: set[str] = set()
    for (number, name), start in firsts.items():
        other = firsts.get((number, drug), start)
        before[name] += start < other
        behind.update([name] if start > other else [])
    return [name for name, count in before.items() if count >= OFTEN and name not in behind]


def _compared(drugs: Sequence[DrugMention], named: Sequence[DrugMention]) -> frozenset[str]:
    """The drugs of which many mentions stand beside another drug; `named` are those that do not."""
    every, free = Counter(d.drug for d in drugs), Counter(d.drug for d in named)
    return frozenset(drug for drug, count in every.items() if count - free[drug] > BESIDE * count)


def _counts(drugs: Sequence[DrugMention], places: Iterable[int]) -> Counter[str]:
    """In how many of the `places`, those of the mentions in their order, each drug is named."""
    return Counter(drug for drug, _ in dict.fromkeys((d.drug, place) for d, place in zip(drugs, places, strict=True)))


def _second(counts: Counter[str], drug: str) -> int:
    """The most that any drug but this one counts."""
    return max((count for other, count in counts.items() if other != drug), default=0)


def _paragraphs(context: DocumentContext) -> int:
    """How many paragraphs the article has without its furniture."""
    return len({s.paragraph for s in context.sentences if context.zone_at(s.start) not in FURNITURE_ZONES})


def create_subjects(book: Rulebook) -> Subjects:
    """Made once with the rules in force."""
    return Subjects(create_comparators(book), create_novelty(book), create_owners(book))
