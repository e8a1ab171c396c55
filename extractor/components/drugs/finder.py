"""All drug names of a document: the lexicon's, and those that their form and the words beside them give away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from extractor.components.context import DocumentContext
from extractor.components.drugs.brackets import SHORT_FORM_RULE, BracketReader, short_form_shape, short_forms
from extractor.components.drugs.candidates import NEVER, Candidate, Tables, combinations, glued_copies, without_overlap
from extractor.components.drugs.evidence import EvidenceRules
from extractor.components.drugs.forms import Forms
from extractor.components.drugs.ordinary import OrdinaryWords
from extractor.components.drugs.surroundings import Surroundings
from extractor.components.drugs.words import WordReader
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

MOST_PLACES = 14
"""How many places of a candidate are asked for evidence: a name that is a medicine shows it in fewer."""

ROUNDS = 3
"""How often the candidates that lack little are asked about: what one round accepts is evidence in the next."""

NEAR = 4.0
"""How much evidence a candidate may lack in the first round to be asked about again."""

SIBLING = 3.0
"""The evidence of a code for another that begins with the same letters."""

AGAINST = -3.0
"""The evidence that speaks against a short form: it stands for the protein here, not for the medicine."""

REACH_OF_NAMING = 30
"""How far before a word, in characters, it is looked for what calls it a name."""

NAMING = ("naming-words", "medicine-nouns", "pointing-before")
"""The tables of words that a name may follow."""

CLOSE = 8
"""How near another name points at a word: fewer signs than this between them."""

_OPENING = ' ,“"(:'
_MARKED = r" ?[®™(]|TM\b|, [A-Z][\w-]+['’]s "
_FORM = attrgetter("form")
_PLACE = attrgetter("start", "end")
_LETTERS = re.compile(r"[a-z]{3,}|[a-z]{2}(?=\d{3})")


@dataclass(frozen=True)
class DrugFinder:
    """Finds names; made once from the rules in force, and used for many documents."""

    words: WordReader
    brackets: BracketReader
    evidence: EvidenceRules
    forbidding: EvidenceRules
    naming: Mapping[str, tuple[str, ...]]
    """What a name may follow, by its last word."""
    pointing: re.Pattern[str]
    """What points at a name from behind."""
    short: re.Pattern[str] | None
    """What introduces a short form, where the rules know of short forms."""

    @classmethod
    def of(cls, book: Rulebook) -> DrugFinder:
        """Compiles the rules in force. Raises `RuleError` with file and line."""
        rules = book.family("drug")
        tables = Tables.of(book)
        ordinary = OrdinaryWords.of(tables.lexicon.ordinary, book.lexicon("ordinary-endings"))
        forms = Forms.of(rules, book.lexicons, ordinary)
        evidence = EvidenceRules.of(book)
        naming = _by_last_word(term for table in NAMING for term in book.lexicon(table).rows)
        pointing = compiled(rf"{_MARKED}|(?: |, |-|['’]s )(?:{book.expression('pointing-words')})\b")
        words, brackets = WordReader(tables, forms), BracketReader.of(forms, tables.lexicon)
        short = short_form_shape(book) if SHORT_FORM_RULE in book.ways("drug") else None
        return cls(words, brackets, evidence, evidence.forbidding(), naming, pointing, short)

    def find(self, context: DocumentContext) -> list[Candidate]:
        """The names in a document, in the order of its text, without overlap."""
        text = context.text
        candidates = [*self.words.candidates(context), *self.brackets.candidates(text)]
        found = without_overlap(candidates)
        sure = [c for c in found if c.needs <= 0 and not context.in_address(c.start)]
        surroundings = Surroundings(text, map(_PLACE, sure))
        accepted = [c for c in sure if not self.forbidding.speaks(c.start, c.end, surroundings)]
        waiting = self._worth_asking(text, [c for c in found if 0 < c.needs < NEVER], accepted)
        for _ in range(ROUNDS if waiting else 0):
            surroundings = surroundings.knowing(map(_PLACE, accepted))
            more, near = self._weighed(waiting, surroundings, accepted)
            more = [c for c in more if not context.in_address(c.start)]
            accepted += more
            taken = {c.start for c in more}
            near.update(c.form for c in _beside(waiting, more))
            waiting = [c for c in waiting if c.form in near and c.start not in taken]
            if not more or not waiting:
                break
        accepted = combinations(text, [self._completed(text, c) for c in accepted], self.words.tables.class_words)
        further = self._further(text, accepted, surroundings)
        accepted += [c for c in further if not context.in_address(c.start)]
        return sorted(accepted, key=lambda c: c.start)

    def _worth_asking(
        self, text: str, candidates: Sequence[Candidate], accepted: Sequence[Candidate]
    ) -> list[Candidate]:
        """Without the plain words with a capital, unless they come again or something points at them, and without those
        that the text has in small letters too: they are many."""
        times = Counter(map(_FORM, candidates))
        doubtful = [c for c in candidates if c.lone and (c.pointed or times[c.form] == 1)]
        near = [c for c in doubtful if self._is_pointed_at(text, c)]
        near += _beside(doubtful, [*accepted, *near])
        pointed = {c.form for c in near}
        asked = [c for c in candidates if not c.lone or c.form in pointed or (times[c.form] > 1 and not c.pointed)]
        named = {c.form for c in asked if not c.lone}
        small = {text[c.start : c.end].lower() for c in asked if c.lone and c.form not in named}
        ordinary = {word for word in small if f" {word} " in text}
        return [c for c in asked if not (c.lone and text[c.start : c.end].lower() in ordinary)]

    def _is_pointed_at(self, text: str, word: Candidate) -> bool:
        """Whether a word is called a name or follows a word such as “pill”, or a mark, a bracket or an apposition
        follows."""
        if self.pointing.match(text, word.end):
            return True
        before = text[max(0, word.start - REACH_OF_NAMING) : word.start].rstrip(_OPENING)
        naming = self.naming.get(before[before.rfind(" ") + 1 :].lower())
        return naming is not None and f" {before}".lower().endswith(naming)

    def _weighed(
        self, candidates: Sequence[Candidate], surroundings: Surroundings, accepted: Sequence[Candidate]
    ) -> tuple[list[Candidate], set[str]]:
        """Those for which the article gives the evidence they need, all places of a name together or each alone; and
        the forms of those that lack so little that more certain names may give it."""
        groups: dict[tuple[str, int], list[Candidate]] = {}
        for candidate in candidates:
            place = candidate.start if candidate.alone else -1
            groups.setdefault((candidate.form, place), []).append(candidate)
        prefixes = {prefix for c in accepted if c.kind == "code" and (prefix := _letters(c.form))}
        weighed: list[Candidate] = []
        near: set[str] = set()
        for group in groups.values():
            needs = min([candidate.needs for candidate in group])
            given = max([candidate.gives for candidate in group])
            given += SIBLING if group[0].kind == "code" and _letters(group[0].form) in prefixes else 0.0
            step = max(1, len(group) // MOST_PLACES)
            total = given + self.evidence.weigh(map(_PLACE, group[::step]), surroundings, needs, lone=group[0].lone)
            if total >= needs:
                weighed += group
            elif total > needs - NEAR:
                near.add(group[0].form)
        return weighed, near

    def _completed(self, text: str, candidate: Candidate) -> Candidate:
        """A new generic name with the salt or suffix that belongs to it, as the lexicon's have theirs."""
        if candidate.preferred or candidate.kind != "inn":
            return candidate
        end = self.words.tables.with_suffix(text, candidate.end, candidate.form)
        if end == candidate.end:
            return candidate
        return candidate._replace(end=end, preferred=text[candidate.start : candidate.end].lower())

    def _further(self, text: str, accepted: Sequence[Candidate], surroundings: Surroundings) -> Iterator[Candidate]:
        """Further places of accepted names: those run together with other words, and their short forms."""
        copies = [*glued_copies(text, accepted), *(short_forms(text, accepted, self.short) if self.short else ())]
        if not copies:
            return
        taken = {place for c in accepted for place in range(c.start, c.end)}
        surroundings = surroundings.knowing(map(_PLACE, accepted))
        for copy in copies:
            if self.evidence.weigh([_PLACE(copy)], surroundings) <= AGAINST:
                continue
            if not taken.intersection(range(copy.start, copy.end)):
                taken.update(range(copy.start, copy.end))
                yield copy


def _by_last_word(terms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The terms, with a space before them, by the last word of each."""
    listed: dict[str, tuple[str, ...]] = {}
    for term in terms:
        last = term[term.rfind(" ") + 1 :]
        listed[last] = (*listed.get(last, ()), f" {term}")
    return listed


def _beside(candidates: Iterable[Candidate], names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those of the candidates that stand right before or behind one of the names, as in a list."""
    behind, before = set[int](), set[int]()
    for name in names:
        behind.update(range(name.end + 1, name.end + CLOSE))
        before.update(range(name.start - CLOSE + 1, name.start))
    return (c for c in candidates if c.start in behind or c.end in before)


def _letters(form: str) -> str:
    """The letters that a code begins with, where they are enough to tell a sponsor's."""
    match = _LETTERS.match(form)
    return match.group() if match else ""
