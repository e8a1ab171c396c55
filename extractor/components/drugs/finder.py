"""All drug names of a document: the lexicon's, and those that their form and the words beside them give away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.attrs import ORTH
from spacy.tokens import Doc

from extractor.components.addresses import in_address
from extractor.components.context import DocumentContext
from extractor.components.drugs.candidates import Candidate, Tables, glued_copies, without_overlap
from extractor.components.drugs.evidence import EvidenceRules, Surroundings
from extractor.components.drugs.forms import Form, Forms, from_head, from_tail
from extractor.components.drugs.matching import glued_parts, match_at, may_start_name, starts_in
from extractor.components.drugs.names import form_of
from extractor.rulebook import Rulebook

MOST_PLACES = 14
"""How many places of a candidate are asked for evidence: a name that is a medicine shows it in fewer."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What a distinct token may be: offsets at which names of the lexicon may begin, parts of words run together, forms of
    one word (with start and end), forms of several words of which it may be the first or the last."""

    starts: tuple[int, ...]
    glued: tuple[tuple[int, int], ...]
    forms: tuple[tuple[Form, int, int], ...]
    heads: tuple[Form, ...]
    tails: tuple[Form, ...]


@dataclass
class DrugFinder:
    """Finds names; made once from the rules in force, and used for many documents."""

    tables: Tables
    forms: Forms
    evidence: EvidenceRules
    _words: dict[int, _Word | None] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Rulebook) -> DrugFinder:
        """Compiles the rules in force. Raises `RuleError` with file and line."""
        rules = book.family("drug")
        return cls(Tables.of(book), Forms.of(rules, book.lexicons), EvidenceRules.of(rules, book.lexicons))

    def find(self, context: DocumentContext) -> list[Candidate]:
        """The names in a document, in the order of its text, without overlap."""
        text = context.text
        found = without_overlap(c for c in self._candidates(context) if not in_address(text, c.start))
        certain = [c for c in found if c.needs <= 0]
        surroundings = Surroundings(text, [(c.start, c.end) for c in certain])
        accepted = certain + self._weighed([c for c in found if 0 < c.needs < float("inf")], surroundings)
        accepted += [c for c in glued_copies(text, accepted) if not in_address(text, c.start)]
        return [c for c in sorted(accepted, key=lambda c: c.start) if not self._excluded(c, surroundings)]

    def _candidates(self, context: DocumentContext) -> Iterator[Candidate]:
        words, text = self._words, context.text
        for token, orth in enumerate(context.doc.to_array(ORTH).tolist()):
            word = words.get(orth, False)
            if word is False:
                word = words[orth] = self._look_up(context.doc, token)
            if word:
                yield from self._at(text, context.token_starts[token], context.token_ends[token], word)

    def _look_up(self, doc: Doc, token: int) -> _Word | None:
        written = doc[token].text
        lexicon = self.tables.lexicon
        begins = list(starts_in(written))
        starts = tuple(start for start in begins if may_start_name(lexicon, written, start))
        glued = () if starts else tuple(glued_parts(written))
        singles = ((start, self.forms.in_word(written, start)) for start in begins)
        forms = tuple((found[0], start, found[1]) for start, found in singles if found)
        word = _Word(starts, glued, forms, self.forms.heads(written), self.forms.tails(written))
        return word if starts or glued or forms or word.heads or word.tails else None

    def _at(self, text: str, offset: int, end: int, word: _Word) -> Iterator[Candidate]:
        """All that may be a name in a token, or begins in it, or ends in it."""
        lexicon = self.tables.lexicon
        for start in word.starts:
            found = match_at(lexicon, text, offset + start)
            if found:
                yield self.tables.candidate(text, found)
        for start, stop in word.glued:
            found = match_at(lexicon, text, offset + start, offset + stop)
            if found and found.end == offset + stop:
                yield self.tables.candidate(text, found)
        for form, start, stop in word.forms:
            yield _of_form(form, text, offset + start, offset + stop)
        for form in word.heads:
            span = from_head(form, text, offset)
            if span:
                yield _of_form(form, text, *span)
        for form in word.tails:
            span = from_tail(form, text, end)
            if span:
                yield _of_form(form, text, *span)

    def _weighed(self, candidates: Sequence[Candidate], surroundings: Surroundings) -> list[Candidate]:
        """Those for which the article gives the evidence that they need: all places of a name together, or each alone."""
        groups: dict[tuple[str, int], list[Candidate]] = {}
        for candidate in candidates:
            place = candidate.start if candidate.alone else -1
            groups.setdefault((candidate.form, place), []).append(candidate)
        accepted: list[Candidate] = []
        for group in groups.values():
            needs = min(candidate.needs for candidate in group)
            step = max(1, len(group) // MOST_PLACES)
            weighed = self.evidence.weigh(((c.start, c.end) for c in group[::step]), surroundings)
            if weighed.total >= needs:
                accepted += [replace(c, because=weighed.because) for c in group]
        return accepted

    def _excluded(self, candidate: Candidate, surroundings: Surroundings) -> bool:
        """Whether the words beside a name say that this one is no medicine but a company or the like."""
        return candidate.needs <= 0 and self.evidence.forbids(candidate.start, candidate.end, surroundings)


def _of_form(form: Form, text: str, start: int, end: int) -> Candidate:
    needs = float("inf") if form.never else form.needs
    return Candidate(start, end, form_of(text[start:end]), "", form.kind, form.rule.id, needs)
