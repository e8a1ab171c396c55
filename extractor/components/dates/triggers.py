"""The words and figures without which there is no expression of time: where they stand, and of which kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extractor.rulebook import Lexicon
from extractor.rulebook.beginnings import RUN, Beginnings
from extractor.rulebook.by_beginning import ByBeginning
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import PARTS, SPACE
from extractor.rulebook.word_places import WordPlaces

_GLUED = re.compile("[a-z0-9]")


class Triggers:
    """Finds triggers in text in lower case. Each kind is the name of a lexicon, or of a row of `shape-parts.tsv`."""

    def __init__(self, kinds: Iterable[str], lexicons: Mapping[str, Lexicon]) -> None:
        parts = lexicons.get(PARTS, Lexicon(PARTS))
        self._kinds: dict[str, str] = {}
        figures = []
        for kind in kinds:
            if kind in parts:
                figures.append(f"(?P<{kind.replace('-', '_')}>{parts[kind]['shape']})")
            else:
                self._kinds.update((term, kind) for term in reversed(list(lexicons[kind].rows)))
        self._words = compiled("|".join(by_first_letter(self._kinds)))
        self._figures = compiled("|".join(figures))
        self.beginnings = TriggerPlaces(self._kinds, self._figures)
        self._that_begin = ByBeginning((one, Beginnings([one])) for one in (self._words, self._figures))

    def find(self, lowered: str, places: Iterable[int]) -> list[tuple[int, str]]:
        """Offset and kind of each trigger, in the order of the text; `places` are where the `beginnings` stand."""
        found = []
        behind = 0
        for place in places:
            for expression in self._that_begin.at(lowered, place):
                match = expression.match(lowered, place)
                if match is None:
                    continue
                if expression is self._figures:
                    if not (place and _GLUED.match(lowered, place - 1)):
                        found.append((place, (match.lastgroup or "").replace("_", "-")))
                elif place >= behind:
                    found.append((place, self._kinds[" ".join(match.group().split())]))
                    behind = match.end()
        return sorted(found)


class TriggerPlaces(WordPlaces):
    """Where triggers may begin: at a run of letters that one of the `terms` begins with, or where `figures` may."""

    def __init__(self, terms: Iterable[str], figures: re.Pattern[str]) -> None:
        super().__init__()
        self._runs = frozenset(run.group() for term in terms if (run := RUN.match(term)))
        self._figures = Beginnings([figures], lowered=True)

    def offsets_in(self, word: str) -> tuple[int, ...]:
        """Where in a word a trigger may begin."""
        written = (run.start() for run in RUN.finditer(word.lower()) if run.group() in self._runs)
        return tuple(sorted({*written, *self._figures.offsets_in(word)}))


def by_first_letter(terms: Iterable[str]) -> list[str]:
    """An alternative for each first letter, so that most words of a text are passed over at their first letter.

    That no letter stands before is asked behind the first letter: a pattern that begins with letters is quickly
    searched for.
    """
    initials: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        initials.setdefault(term[0], []).append(_rest(term))
    return [f"{re.escape(letter)}(?<![a-z].)(?:{'|'.join(rests)})" for letter, rests in sorted(initials.items())]


def _rest(term: str) -> str:
    """All of a term but its first letter; no letter follows, and behind a single letter no digit (`h` in `H1`)."""
    return re.escape(term[1:]).replace(r"\ ", SPACE) + ("(?![a-z])" if len(term) > 1 else "(?![a-z0-9])")
