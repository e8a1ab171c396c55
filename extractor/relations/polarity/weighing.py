"""What words of the lexicon weigh, together by the rules of the family `polarity`, and one by one where no rule covers
them.

Of rules that overlap the one with the most words counts, then the one over the shortest stretch. No rule reaches over a
comma, the start of another clause or a denial that it does not name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext
from extractor.relations.polarity.lexicon import PolarWord
from extractor.relations.polarity.scales import clause_end_in
from extractor.rulebook import LineMatcher, Match, Rule, Rulebook
from extractor.rulebook.compiling import words_of
from extractor.rulebook.views import build_view

_LABELS = (
    *("lacking", "denial", "nobody", "unshown", "proof", "doubt", "wished", "feared", "rival", "shun"),
    *("unfounded", "fades", "grows", "relief", "less"),
    *("above", "below", "greater", "smaller", "more", "cause", "plea", "intend", "able", "shows", "expected", "use"),
    *("amends", "activity", "regain"),
    *("harm", "benefit", "asset", "blame", "praise"),
)
"""The classes of words, those first that win where two stand on the same words."""
_RANKS = {label: rank for rank, label in enumerate(_LABELS)}
_REACHING = frozenset({"lacking", "denial", "nobody", "unshown", "shun", "fades", "grows", "less"})
"""Classes of words by which what leads to a quotation is read together with what is quoted."""
_CROSSED = frozenset({"subclause", "doubt"})
"""Classes of words that part what stands on either side of them, but for a rule with `crosses`."""
_WALLS = _CROSSED | {"turn", "contrast", "clause", "denial"}
"""Those that part it for every rule that does not name them in a slot."""
SINGLE = {"praise": "polarity.praise", "blame": "polarity.blame"}
_THINGS = frozenset({"harm", "benefit", "asset", "expected"})
"""Classes of things, whose longer names take from a single word in them what it says."""
Weighed = tuple[int, int, str, float]
"""Where words stand, the rule, and what they weigh before they are scaled."""


@dataclass(frozen=True)
class Weighing:
    """The rules in force: those for several words, and those for a single one by its class."""

    matcher: LineMatcher
    singles: dict[str, Rule]
    written: frozenset[str] = frozenset()
    """The words that rules write themselves, without the commonest of English."""
    fewest: int = 2
    """The fewest words of the lexicon that any of the rules needs."""

    def weighed(
        self, context: DocumentContext, lead: int, quoted: tuple[int, int], found: Sequence[PolarWord]
    ) -> list[Weighed]:
        """What the rules make of words together, and the single words that no rule covers."""
        weighed = [*self._together(context, lead, *quoted, found)]
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
    ) -> Iterator[Weighed]:
        """What the rules make of words together, without overlap: the rule with the most words first. Of the words that
        lead to what is quoted from `quoted` on, only those that deny reach into it."""
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
        """The matches of the rules in [start, end), in which words of the lexicon are their class, each with how many
        of them it names. Where a rule writes such words themselves, they are also read as they stand."""

        def matches(classed: Sequence[PolarWord]) -> list[Match]:
            if not self.matcher.may_match({word.kind for word in classed}):
                return []
            marks = [(word.start, word.end, word.kind, word) for word in classed]
            view = build_view(context.vocab, context.text, context.tokens_in(start, end), marks)
            return self.matcher.matches(view)

        written = [w for w in labels if not self.written.isdisjoint(context.text[w.start : w.end].lower().split())]
        for match in matches([word for word in labels if word not in written]) if written else ():
            if covered := sum(match.start <= w.start and w.end <= match.end for w in written):
                yield _named(match) + covered, match
        yield from ((_named(match), match) for match in matches(labels))


def _labelled(words: Sequence[PolarWord]) -> list[PolarWord]:
    """Words without overlap, in order: the longer first, then by `_LABELS`."""
    chosen: list[PolarWord] = []
    known = [word for word in words if word.kind in _RANKS]
    for word in sorted(known, key=lambda w: (w.start - w.end, _RANKS[w.kind], w.start)):
        if not any(other.start < word.end and word.start < other.end for other in chosen):
            chosen.append(word)
    return sorted(chosen, key=lambda w: w.start)


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


def create_weighing(book: Rulebook, vocab: Vocab) -> Weighing:
    """The rules in force, ready to be matched against tokens of this vocabulary."""
    rules = book.family("polarity")
    single = {rule.id: rule for rule in rules if rule.id in SINGLE.values()}
    together = tuple(rule for rule in rules if rule.id not in single)
    return Weighing(
        LineMatcher(together, book.lexicons, vocab),
        {kind: single[rule] for kind, rule in SINGLE.items() if rule in single},
        frozenset(word for rule in together for word in words_of(rule, book.lexicons) if not vocab[word].is_stop),
        fewest=min((_words_needed(rule) for rule in together), default=2),
    )


def _words_needed(rule: Rule) -> int:
    """How many words of the lexicon the pattern of a rule names, of several patterns the one that names fewest."""
    counts = [sum(str(pattern).count(f"{label}}}") for label in _LABELS) for pattern in rule.patterns]
    return min(counts, default=0)
