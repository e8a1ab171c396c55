"""What a quotation says for or against a drug, its data, its company or a decision: the relation `polarity`.

Words of the lexicon `polarity-words.tsv`, and the rules of the family `polarity`, which say what those words mean together
("fewer deaths"), give weights for and against; of rules that overlap the one with the most words counts, and a single word
counts where no rule covers it. What stands around a word scales its weight (`scales`), a fragment is read with the words
that lead to it (`frame`), and `score_of` adds up. The arithmetic with examples is in docs/polarity.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.model import PolarityWord, Quote
from extractor.relations.attribution.topics import Topics
from extractor.relations.polarity.frame import is_sentence, lead_of
from extractor.relations.polarity.lexicon import PolarityLexicon, PolarWord, check_words, polarity_lexicon
from extractor.relations.polarity.scales import Scales, clause_end_in
from extractor.rulebook import LineMatcher, Match, Rule, Rulebook
from extractor.rulebook.compiling import words_of
from extractor.rulebook.views import build_view

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
_LABELS = (
    *("denial", "nobody", "unshown", "proof", "doubt", "wished", "feared", "rival", "shun"),
    *("unfounded", "fades", "grows", "relief", "less"),
    *("above", "below", "greater", "smaller", "more", "cause", "plea", "intend", "able", "shows", "expected", "use"),
    *("amends", "activity", "regain"),
    *("harm", "benefit", "asset", "blame", "praise"),
)
"""The classes of words, those first that win where two stand on the same words."""
_REACHING = frozenset({"denial", "nobody", "unshown", "shun", "fades", "grows", "less"})
"""Classes of words by which what leads to a quotation is read together with what is quoted."""
_CROSSED = frozenset({"subclause", "doubt"})
"""Classes of words that part what stands on either side of them, but for a rule with `crosses`."""
_WALLS = _CROSSED | {"turn", "contrast", "clause", "denial"}
"""Those that part it for every rule that does not name them in a slot."""
_SINGLE = {"praise": "polarity.praise", "blame": "polarity.blame"}
_THINGS = frozenset({"harm", "benefit", "asset", "expected"})
"""Classes of things, whose longer names take from a single word in them what it says."""
_Weighed = tuple[int, int, str, float]
"""Where words stand, the rule, and what they weigh before they are scaled."""


@dataclass(frozen=True)
class PolarityRelation:
    """Gives the context's quotes their polarity, score and the words that made it."""

    lexicon: PolarityLexicon
    matcher: LineMatcher
    singles: dict[str, Rule]
    topics: Topics
    written: frozenset[str] = frozenset()
    """The words that rules write themselves, without the commonest of English."""
    fewest: int = 2
    """The fewest words of the lexicon that any of the rules needs."""
    name: str = "polarity"

    def __call__(self, context: DocumentContext) -> None:
        ends = [0, *(quote.end for quote in context.quotes)]
        context.quotes[:] = [self.judged(context, quote, end) for quote, end in zip(context.quotes, ends, strict=False)]

    def judged(self, context: DocumentContext, quote: Quote, since: int | None = None) -> Quote:
        """The quote with polarity, score and words; `since` is where the quotation before it ends, None for words that are
        no quotation and have nothing that leads to them."""
        lead = quote.start if since is None else lead_of(context, quote, since)
        words = tuple(self.polarity_words(context, lead, quote))
        score = score_of(words, LOYALTY if quote.speaker_kind == "company" and is_sentence(quote.text) else 0.0)
        return replace(quote, polarity=polarity_of(score), score=score, words=words)

    def polarity_words(self, context: DocumentContext, lead: int, quote: Quote) -> list[PolarityWord]:
        """The words of a quotation that speak for or against, with what each adds; if it has none, those from `lead` on."""
        found = self._found(context, lead, quote.end)
        if not found and self.fewest:
            return []
        weighed, share = _heard(quote.start, self._weighed(context, lead, quote, found))
        own = [word for word in found if word.start >= quote.start]
        company = quote.organization or "" if quote.speaker_kind == "company" else None
        advocate = quote.speaker_kind in (None, "other", "patient group")
        scales = Scales(context, (quote.start, quote.end), own, self.topics, company=company, advocate=advocate)
        scales.weigh_clauses([start for start, _, _, weight in weighed if abs(weight) > COURTESY])
        return [
            PolarityWord(start=s, end=e, text=context.text[s:e], rule=rule, weight=round(weight, 2))
            for s, e, rule, unscaled in sorted(weighed)
            if (weight := unscaled * scales.factor(s, unscaled, single=rule in _SINGLE.values()) * share)
        ]

    def _found(self, context: DocumentContext, start: int, end: int) -> list[PolarWord]:
        """The words of the lexicon in [start, end), but for those in a name."""
        names = [*context.within(context.organizations, start, end), *context.within(context.trials, start, end)]
        found = self.lexicon.find(context.text, start, end)
        return [word for word in found if not any(n.start <= word.start and word.end <= n.end for n in names)]

    def _weighed(self, context: DocumentContext, lead: int, quote: Quote, found: Sequence[PolarWord]) -> list[_Weighed]:
        """What the rules make of words together, and the single words that no rule covers."""
        weighed = [*self._together(context, lead, quote.start, quote.end, found)]
        wholes = [word for word in found if word.kind in _THINGS]
        for word in found:
            rule = self.singles.get(word.kind)
            if rule is None or any(_is_part(word, whole) for whole in wholes):
                continue
            if not any(s < word.end and word.start < e for s, e, *_ in weighed):
                weight = word.weight if word.kind == "praise" else -word.weight
                weighed.append((word.start, word.end, rule.id, weight))
        return weighed

    def _together(
        self, context: DocumentContext, start: int, quoted: int, end: int, words: Sequence[PolarWord]
    ) -> Iterator[_Weighed]:
        """What the rules make of words together, without overlap: the rule with the most words first. Of the words that lead
        to what is quoted from `quoted` on, only those that deny reach into it."""
        labels = _labelled(words)
        if len(labels) < self.fewest:
            return
        walls = [word for word in words if word.kind in _WALLS]
        matches = [
            (named, match)
            for named, match in self._matches(context, start, end, labels)
            if clause_end_in(context.text, match.start, match.end - 1) is None
            and not any(_parts(wall, match) for wall in walls)
            and (match.start >= quoted or match.end <= quoted or not _REACHING.isdisjoint(match.slots))
        ]
        taken: list[tuple[int, int]] = []
        for _, match in sorted(matches, key=lambda m: (-m[0], m[1].end - m[1].start, m[1].start)):
            if not any(s < match.end and match.start < e for s, e in taken):
                taken.append((match.start, match.end))
                yield match.start, match.end, match.rule.id, _weight(match)

    def _matches(
        self, context: DocumentContext, start: int, end: int, labels: Sequence[PolarWord]
    ) -> Iterator[tuple[int, Match]]:
        """The matches of the rules in [start, end), in which words of the lexicon are their class, each with how many of them it
        names. Where a rule writes such words themselves, they are also read as they stand."""
        tokens = _tokens(context, start, end)

        def matches(classed: Sequence[PolarWord]) -> list[Match]:
            marks = [(word.start, word.end, word.kind, word) for word in classed]
            return self.matcher.matches(build_view(context.vocab, context.text, tokens, marks))

        written = [w for w in labels if not self.written.isdisjoint(context.text[w.start : w.end].lower().split())]
        for match in matches([word for word in labels if word not in written]) if written else ():
            if covered := sum(match.start <= w.start and w.end <= match.end for w in written):
                yield _named(match) + covered, match
        yield from ((_named(match), match) for match in matches(labels))


def _heard(quoted: int, weighed: Sequence[_Weighed]) -> tuple[list[_Weighed], float]:
    """Which words count of what is quoted from `quoted` on and of what leads to it, and which share of them."""
    inside = [one for one in weighed if one[1] > quoted]
    if any(start < quoted and weight < 0 for start, _, _, weight in inside):  # denied before the mark, and all of it
        return [one for one in inside if one[3] < 0], 1.0
    if inside:
        return inside, 1.0
    said_of_it = [one for one in weighed if one[2] in _SINGLE.values() and quoted - one[1] <= ASIDE_REACH]
    return said_of_it, ASIDE


def _labelled(words: Sequence[PolarWord]) -> list[PolarWord]:
    """Words without overlap, in order: the longer first, then by `_LABELS`."""
    chosen: list[PolarWord] = []
    known = [word for word in words if word.kind in _LABELS]
    for word in sorted(known, key=lambda w: (w.start - w.end, _LABELS.index(w.kind), w.start)):
        if not any(other.start < word.end and word.start < other.end for other in chosen):
            chosen.append(word)
    return sorted(chosen, key=lambda w: w.start)


def _tokens(context: DocumentContext, start: int, end: int) -> list[tuple[int, int]]:
    first, last = context.token_at(start), context.token_at(max(start, end - 1)) + 1
    tokens = zip(context.token_starts[first:last], context.token_ends[first:last], strict=True)
    return [
        (max(s, start), min(e, end))
        for s, e in tokens
        if not context.text[s:e].isspace() and max(s, start) < min(e, end)
    ]


def _is_part(word: PolarWord, whole: PolarWord) -> bool:
    """Whether a word is a part of a longer term ("probability of success")."""
    return whole.start <= word.start and word.end <= whole.end and whole.end - whole.start > word.end - word.start


def _named(match: Match) -> int:
    """How many words of the lexicon the rule of a match names."""
    return sum(isinstance(hit.record, PolarWord) for hit in match.slots.values())


def _parts(wall: PolarWord, match: Match) -> bool:
    """Whether a word in one of a match's gaps parts what the rule puts together."""
    if not match.start < wall.start < match.end or (wall.kind in _CROSSED and match.rule.says.get("crosses")):
        return False
    return wall.kind in ("turn", "contrast") or not any(h.start <= wall.start < h.end for h in match.slots.values())


def _weight(match: Match) -> float:
    weight = match.rule.says.get("weight")
    if weight is not None:
        return float(weight)
    return sum(hit.record.weight for hit in match.slots.values() if isinstance(hit.record, PolarWord))


def score_of(words: Sequence[PolarityWord], loyalty: float = 0.0) -> float:
    """(P − N) / (P + N + 1), with P and N the sums of the weights for and against; from -1 to 1. Where there are words for,
    P has `loyalty` added."""
    above = sum(word.weight for word in words if word.weight > 0)
    above += loyalty if above else 0.0
    below = -sum(word.weight for word in words if word.weight < 0)
    return round((above - below) / (above + below + 1), 3)


def polarity_of(score: float) -> str:
    """positive, negative or neutral."""
    return "positive" if score >= THRESHOLD else "negative" if score <= -THRESHOLD else "neutral"


def create_polarity(book: Rulebook, nlp: Language, topics: Topics) -> PolarityRelation:
    """The relation with the rules in force; `topics` are those of the same rules."""
    rules = book.family("polarity")
    single = {rule.id: rule for rule in rules if rule.id in _SINGLE.values()}
    together = tuple(rule for rule in rules if rule.id not in single)
    ours, *theirs = book.path(WORDS)
    for path in theirs:
        check_words(path, like=ours)
    return PolarityRelation(
        polarity_lexicon(book.lexicon("polarity-words").all_rows),
        LineMatcher(together, book.lexicons, nlp.vocab),
        {kind: single[rule] for kind, rule in _SINGLE.items() if rule in single},
        topics,
        frozenset(word for rule in together for word in words_of(rule, book.lexicons) if not nlp.vocab[word].is_stop),
        fewest=min((_words_needed(rule) for rule in together), default=2),
    )


def _words_needed(rule: Rule) -> int:
    """How many words of the lexicon the pattern of a rule names, of several patterns the one that names fewest."""
    counts = [sum(str(pattern).count(f"{label}}}") for label in _LABELS) for pattern in rule.patterns]
    return min(counts, default=0)
