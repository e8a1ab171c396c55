"""What a quotation says for or against a drug, its data, its company or a decision: the relation `polarity`.

Words of the lexicon `polarity-words.tsv`, and the rules of the family `polarity`, which say what those words mean
together ("fewer deaths"), give weights for and against (`weighing`). What stands around a word scales its weight
(`scales`), a fragment is read with the words that lead to it (`frame`), and `score_of` adds up. The arithmetic with
examples is in docs/polarity.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.model import PolarityWord, Quote
from extractor.relations.attribution.topics import Topics
from extractor.relations.polarity.frame import is_sentence, lead_of
from extractor.relations.polarity.lexicon import PolarityLexicon, PolarWord, check_words, polarity_lexicon
from extractor.relations.polarity.scales import Scales
from extractor.relations.polarity.weighing import SINGLE, Weighed, Weighing, create_weighing
from extractor.rulebook import Rulebook

WORDS = "polarity/polarity-words.tsv"
THRESHOLD = 0.25
ASIDE = 0.5
"""What a word before a fragment counts where the fragment has none itself."""
ASIDE_REACH = 60
"""Characters before a fragment in which such a word stands."""
LOYALTY = 0.2
"""What a company's sentence with words for its drug gains: a spokesman who praises faintly praises."""
COURTESY = 0.5
"""What words of thanks weigh at most."""


@dataclass(frozen=True)
class PolarityRelation:
    """Gives the context's quotes their polarity, score and the words that made it."""

    lexicon: PolarityLexicon
    weighing: Weighing
    topics: Topics
    name: str = "polarity"

    def __call__(self, context: DocumentContext) -> None:
        ends = [0, *(quote.end for quote in context.quotes)]
        context.quotes[:] = [self.judged(context, quote, end) for quote, end in zip(context.quotes, ends, strict=False)]

    def judged(self, context: DocumentContext, quote: Quote, since: int | None = None) -> Quote:
        """The quote with polarity, score and words; `since` is where the quotation before it ends, None for words that
        are no quotation and have nothing that leads to them."""
        lead = quote.start if since is None else lead_of(context, quote, since)
        words = tuple(self.polarity_words(context, lead, quote))
        score = score_of(words, LOYALTY if quote.speaker_kind == "company" and is_sentence(quote.text) else 0.0)
        return replace(quote, polarity=polarity_of(score), score=score, words=words)

    def polarity_words(self, context: DocumentContext, lead: int, quote: Quote) -> list[PolarityWord]:
        """The words of a quotation that speak for or against, with what each adds; if it has none, those from `lead`
        on."""
        found = self._found(context, lead, quote.end)
        if not found and self.weighing.fewest:
            return []
        quoted = (quote.start, quote.end)
        weighed, share = _heard(quote, self.weighing.weighed(context, lead, quoted, found))
        own = [word for word in found if word.start >= quote.start]
        company = quote.organization or "" if quote.speaker_kind == "company" else None
        advocate = quote.speaker_kind in (None, "other", "patient group")
        scales = Scales(context, quoted, own, self.topics, company=company, advocate=advocate)
        scales.weigh_clauses([start for start, _, _, weight in weighed if abs(weight) > COURTESY])
        return [
            PolarityWord(start=s, end=e, text=context.text[s:e], rule=rule, weight=round(weight, 2))
            for s, e, rule, unscaled in sorted(weighed)
            if (weight := unscaled * scales.factor(s, unscaled, single=rule in SINGLE.values()) * share)
        ]

    def _found(self, context: DocumentContext, start: int, end: int) -> list[PolarWord]:
        """The words of the lexicon in [start, end), but for those in a name."""
        names = [*context.within(context.organizations, start, end), *context.within(context.trials, start, end)]
        found = self.lexicon.find(context.lowered, start, end)
        if not names:
            return found
        return [word for word in found if not any(n.start <= word.start and word.end <= n.end for n in names)]


def _heard(quote: Quote, weighed: Sequence[Weighed]) -> tuple[list[Weighed], float]:
    """Which words count of a quotation and of what leads to it, and which share of them."""
    inside = [one for one in weighed if one[1] > quote.start]
    if any(
        start < quote.start and weight < 0 for start, _, _, weight in inside
    ):  # denied before the mark, and all of it
        return [one for one in inside if one[3] < 0], 1.0
    if inside or is_sentence(quote.text):
        return inside, 1.0
    said_of_it = [one for one in weighed if one[2] in SINGLE.values() and quote.start - one[1] <= ASIDE_REACH]
    return said_of_it, ASIDE


def score_of(words: Sequence[PolarityWord], loyalty: float = 0.0) -> float:
    """(P − N) / (P + N + 1), with P and N the sums of the weights for and against; from -1 to 1. Where there are words
    for, P has `loyalty` added."""
    above = sum(word.weight for word in words if word.weight > 0)
    above += loyalty if above else 0.0
    below = -sum(word.weight for word in words if word.weight < 0)
    return round((above - below) / (above + below + 1), 3)


def polarity_of(score: float) -> str:
    """positive, negative or neutral."""
    return "positive" if score >= THRESHOLD else "negative" if score <= -THRESHOLD else "neutral"


def create_polarity(book: Rulebook, nlp: Language, topics: Topics) -> PolarityRelation:
    """The relation with the rules in force; `topics` are those of the same rules."""
    ours, *theirs = book.path(WORDS)
    for path in theirs:
        check_words(path, like=ours)
    lexicon = polarity_lexicon(book.lexicon("polarity-words").all_rows, book.lexicon("contractions").all_rows)
    return PolarityRelation(lexicon, create_weighing(book, nlp.vocab), topics)
