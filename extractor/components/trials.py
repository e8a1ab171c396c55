"""Clinical trials by name or registry number: `extractor_trials`, by the shapes in `rules/trials/trials.yaml`.

Needs `extractor_sentences`; names that are medicines or organisations are left to the components before it. A name that
was found once is found wherever the article repeats it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.components.phases import PhaseFinder
from extractor.components.steps import Component, as_spans
from extractor.model import TrialMention
from extractor.rulebook import Rule, Rulebook, compile_shapes, load_rulebook
from extractor.rulebook.beginnings import Beginnings
from extractor.rulebook.shapes import compile_shape, lowered_shape
from extractor.rulebook.word_places import MatchesInWords

NUMBER_WITHIN = 80
"""How far behind a trial's name its registry number may stand, in characters."""

INITIALS_WITHIN = 60
"""How far before an abbreviation in brackets the words that it stands for are looked for, in characters."""

BEHIND = 80
"""How far behind the beginning of a trial's name the words may begin that tell it, in characters."""

_CAPITALS = re.compile(r"[A-Z][\w-]*[A-Z0-9]")
"""What names of trials begin with: a capital, and another one or a digit in the same word."""

_GOES_ON = re.compile(r"[\w/@]|-\w|\.\w")
_GLUED_BEFORE = re.compile(r"[\w/.@-]")

PHASE_WITHIN = 60
"""How far from a trial's name its phase may stand, in characters."""


class TrialFinder:
    """Finds trials in a document whose drugs and organisations are known."""

    def __init__(self, book: Rulebook) -> None:
        self._blocked = book.lexicon("not-trials")
        self._shapes = [
            (rule, shape, Beginnings([shape]).any)
            for rule in book.family("trial")
            for shape in compile_shapes(rule, book.lexicons, ["name"])
        ]
        self._begun = Beginnings(
            shape for rule, shape, anywhere in self._shapes if not (anywhere or rule.says.get("capitals"))
        )
        self._capitals = MatchesInWords(_CAPITALS)
        begins = {str(rule.says["begins"]) for rule, *_ in self._shapes if "begins" in rule.says}
        self._begins: dict[object, re.Pattern[str]] = {
            shape: compile_shape(shape, book.lexicons, exact_case=True) for shape in begins
        }
        behind = [str(rule.says["behind"]) for rule, *_ in self._shapes if "behind" in rule.says]
        self._behind = Beginnings(
            [compile_shape(lowered_shape(shape), book.lexicons) for shape in behind], lowered=True
        )
        self._phases = PhaseFinder(book)

    def find(self, context: DocumentContext) -> list[TrialMention]:
        """The trials of a document in the order of the text."""
        found: dict[tuple[int, int], Rule] = {}
        for rule, match in self._matches(context):
            if self._is_trial(rule, match["name"], match.start("name"), context):
                _add(found, match.span("name"), rule)
        for (start, end), rule in list(found.items()):
            if not rule.says.get("registry"):
                for again in _repeated(context, context.text[start:end]):
                    _add(found, again, rule)
        places = sorted(found.items())
        mentions = [_mention(context, start, end, rule) for (start, end), rule in places]
        return self._with_phases(context, _with_numbers(context.text, mentions))

    def _matches(self, context: DocumentContext) -> Iterator[tuple[Rule, re.Match[str]]]:
        """The matches of all shapes, each tried only where its rule says that it can begin."""
        text = context.text
        begun, capitals, behind = map(context.places, (self._begun, self._capitals, self._behind))
        ends = [*behind, len(text) + BEHIND]
        followed = [place for place in capitals if ends[bisect_left(ends, place)] < place + BEHIND]
        begun_so = {
            begins: [place for place in capitals if begin.match(text, place)] for begins, begin in self._begins.items()
        }
        for rule, shape, anywhere in self._shapes:
            if rule.says.get("capitals"):
                places = followed if "behind" in rule.says else begun_so.get(rule.says.get("begins"), capitals)
            elif anywhere:
                yield from ((rule, match) for match in shape.finditer(text))
                continue
            else:
                places = begun
            yield from ((rule, match) for place in places if (match := shape.match(text, place)))

    def _is_trial(self, rule: Rule, name: str, start: int, context: DocumentContext) -> bool:
        if rule.says.get("registry"):
            return True
        first = name.split()[0]
        end = start + len(name)
        taken = any(m.start < end and start < m.end for m in (*context.drugs, *context.organizations))
        return not (
            taken or _is_abbreviation(first, context.text) or (first in self._blocked and not first.istitle())
        ) and not context.in_address(start)

    def _with_phases(self, context: DocumentContext, mentions: Sequence[TrialMention]) -> list[TrialMention]:
        """The phase that stands nearest to the mentions of a trial, for all of them."""
        named = self._phases.find(context) if mentions else []
        if not named:
            return list(mentions)
        counts: dict[str, Counter[str]] = {}
        for mention in mentions:
            sentence = context.sentence_at(mention.start)
            low = max(sentence.start, mention.start - PHASE_WITHIN)
            high = min(sentence.end, mention.end + PHASE_WITHIN)
            near = [phase for phase in named if low <= phase.start < high]
            if near:
                nearest = min(near, key=lambda phase: abs(phase.start - mention.start))
                counts.setdefault(mention.trial, Counter())[nearest.phase] += 1
        phases = {trial: count.most_common(1)[0][0] for trial, count in counts.items()}
        return [replace(mention, phase=phases.get(mention.trial)) for mention in mentions]


def _is_abbreviation(name: str, text: str) -> bool:
    """Whether the article introduces a name as the initials of words before it (“amyotrophic lateral sclerosis
    (ALS)”)."""
    place = text.find(f" ({name})")
    if place < 0:
        return False
    words = re.split(r"[\s-]+", text[max(0, place - INITIALS_WITHIN) : place])
    initials = iter("".join(word[0] for word in words if word).lower())
    letters = [sign for sign in name.lower() if sign.isalpha()]
    return all(letter in initials for letter in letters)


def _add(found: dict[tuple[int, int], Rule], span: tuple[int, int], rule: Rule) -> None:
    if all(span[1] <= start or span[0] >= end for start, end in found):
        found[span] = rule


def _repeated(context: DocumentContext, name: str) -> Iterator[tuple[int, int]]:
    text = context.text
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (
            _GOES_ON.match(text, end) or (start and _GLUED_BEFORE.match(text, start - 1)) or context.in_address(start)
        ):
            yield start, end
        start = text.find(name, end)


def _mention(context: DocumentContext, start: int, end: int, rule: Rule) -> TrialMention:
    name = context.text[start:end]
    number = name if rule.says.get("registry") else None
    return TrialMention(**context.place("trials", start, end), rule=rule.id, trial=name, registry_number=number)


def _with_numbers(text: str, mentions: Sequence[TrialMention]) -> list[TrialMention]:
    """Ties each registry number to the name before it (`ORCHID-2 (NCT04123456)`), or to the only name of the
    article."""
    names = {m.trial for m in mentions if m.registry_number is None}
    numbers = {m.trial for m in mentions if m.registry_number is not None}
    if not numbers:
        return list(mentions)
    tied: dict[str, str] = {}
    for before, number in pairwise(mentions):
        close = number.start - before.end <= NUMBER_WITHIN and "." not in text[before.end : number.start]
        if number.registry_number and not before.registry_number and close:
            tied.setdefault(number.trial, before.trial)
    if len(names) == 1 and len(numbers) == 1:
        tied.setdefault(*numbers, *names)
    known = {name: number for number, name in tied.items()}
    return [
        replace(m, trial=tied.get(m.trial, m.trial), registry_number=m.registry_number or known.get(m.trial))
        for m in mentions
    ]


@dataclass(frozen=True)
class TrialStep:
    """Fills `context.trials`."""

    finder: TrialFinder

    def __call__(self, context: DocumentContext) -> None:
        context.trials = self.finder.find(context)


@Language.factory("extractor_trials", default_config={"rules": []})
def create_trials(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    return Component(TrialStep(TrialFinder(load_rulebook(rules))), as_spans(trials="TRIAL"))
