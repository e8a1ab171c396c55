"""Who can have spoken: the sources and cue verbs in the words around quotations, and the view that attribution rules
match.

A source is a person with title and role, an organisation (with the people who speak for it: "analysts at X", "X's
researchers"), a noun that stands for one ("the company") or a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.components.context import DocumentContext
from extractor.components.organizations import phrase_at
from extractor.components.quotes import quotation_of
from extractor.model import OrganizationMention, PersonMention
from extractor.relations.attribution.frames import Frame, gaps_between, tokens_around
from extractor.rulebook import LineMatcher, Rulebook, View
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives, for_lowered
from extractor.rulebook.views import build_view

_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")
_APPOSITION = re.compile(r", an?$")
"""What opens the phrase of a noun that says what the source before it is: "the Alliance, a patient group"."""
BETWEEN = 3
"""Words between a determiner and the noun that stands for a speaker at most: "the Cambridge-based drug maker"."""
_OBJECT = "it"
_INFINITIVE = re.compile(r"(?<!\bon)(?<!ed) to $")
"""What stands before a verb that nobody does here, unless somebody "went on to say" or "continued to call"."""
_ARTICLE = re.compile(r"\b[Tt]he $")
_CLAUSE_END = re.compile(r", (?:has |had |also )?(?P<verb>\w+)")
DETERMINER = 9
"""Characters that a word before the name of an organisation may have that determines its people, with the space."""
SHORT = 2
"""Letters of a verb of saying at most that is none."""
_WORD = re.compile(r"[\w’'-]+")


class Words(NamedTuple):
    """Words of a text, in lower case, and where each starts and ends."""

    written: list[str]
    spans: list[tuple[int, int]]


class Source(NamedTuple):
    """Somebody who can have spoken, at [start, end): `kind` is person, organization, noun or pronoun; `word` the noun
    or pronoun in lower case; `resolves` what it stands for (the column of speaker-nouns.tsv)."""

    start: int
    end: int
    kind: str
    person: PersonMention | None = None
    organization: OrganizationMention | None = None
    word: str | None = None
    resolves: str | None = None


@dataclass(frozen=True)
class SourceFinder:
    """Finds sources and cue verbs with the lexicons in force."""

    cues: dict[str, str]
    nouns: dict[str, tuple[str, str]]
    noun_ends: frozenset[str]
    """The last words of the nouns."""
    pronouns: frozenset[str]
    determiners: frozenset[str]
    after_name: re.Pattern[str]
    before_name: re.Pattern[str]
    ties_name: re.Pattern[str]
    """How what `before_name` finds ends, which is looked for first: "at the drug maker"."""
    determiner: re.Pattern[str]
    """What stands before the people of an organisation: "a Pfizer spokesperson"."""
    tie: re.Pattern[str]
    """What stands before a source that hangs on another one: "at", "to the"."""
    puts: re.Pattern[str]
    """Verbs of calling, behind which "it" is what is spoken of."""
    told: re.Pattern[str]
    """What stands before a source that is spoken to: "told the"."""
    no_cues: re.Pattern[str]
    """Verbs with the word behind them with which they are no cues: "continues to"."""

    def view(self, context: DocumentContext, frame: Frame, matcher: LineMatcher) -> View:
        """The view of a frame: each quotation with its marks, each source and each cue verb is one token. It is empty
        where these are none that any rule of the `matcher` goes by."""
        quoted = []
        for quote in frame.quotes:
            found = quotation_of(context, quote)
            quoted.append((max(found.outer_start, frame.start), min(found.outer_end, frame.end), "quote", quote))
        marks: list[tuple[int, int, str, Any]] = list(quoted)
        gaps = gaps_between(frame.start, frame.end, [(start, end) for start, end, *_ in quoted])
        for start, end in gaps:
            words = _words(context, start, end)
            sources = self._outside_clauses(context.text, self._sources(context, start, end, words))
            marks.extend((source.start, source.end, "source", source) for source in sources)
            marks.extend(self._cues(context, start, words, sources))
        if not matcher.may_match({kind for _, _, kind, _ in marks}):
            return build_view(context.vocab, context.text, (), ())
        tokens = tokens_around(context.text, frame, [(start, end) for start, end, *_ in quoted])
        return build_view(context.vocab, context.text, tokens, sorted(marks, key=lambda m: m[0]))

    def _outside_clauses(self, text: str, sources: Sequence[Source]) -> list[Source]:
        """The sources without those that end a clause about another one: "the Foundation, which invested in Acmera,
        said"."""
        outside: list[Source] = []
        for source in sources:
            ends = _CLAUSE_END.match(text, source.end) if outside else None
            if (
                ends is not None
                and (outside[-1].person is not None or ends["verb"].lower() in self.cues)
                and self.tie.search(text, max(0, source.start - 20), source.start) is not None
                and _opens_clause(text, outside[-1], source)
            ):
                continue
            outside.append(source)
        return outside

    def sources(self, context: DocumentContext, start: int, end: int) -> list[Source]:
        """The sources in [start, end), in order, without overlap."""
        return self._sources(context, start, end, _words(context, start, end))

    def _sources(self, context: DocumentContext, start: int, end: int, words: Words) -> list[Source]:
        found: list[Source] = []
        for person in context.within(context.persons, start, end):
            if found and person.start < found[-1].end:
                continue  # "a researcher in Whitlock's lab"
            phrase = phrase_at(context, person)
            found.append(
                Source(max(phrase.start, start), max(person.end, min(phrase.end, end)), "person", person=person)
            )
        for organization in context.within(context.organizations, start, end):
            if not any(s.start < organization.end and organization.start < s.end for s in found):
                source = self._speaking(context, organization, start, end)
                if source is not None:
                    found.append(source)
        found.extend(self._nouns(context.text, start, words, found))
        return sorted(found, key=lambda source: source.start)

    def _speaking(
        self, context: DocumentContext, organization: OrganizationMention, start: int, end: int
    ) -> Source | None:
        """The organisation as a source, with the people who speak for it; None for a mere owner ("Amgen's move")."""
        lowered = context.lowered
        near = (lowered, max(start, organization.start - 60), organization.start)
        before = self.before_name.search(*near) if self.ties_name.search(*near) else None
        after = self.after_name.match(lowered, organization.end, end)
        opening, text = (_ARTICLE, context.text) if after is None else (self.determiner, lowered)
        article = opening.search(text, max(start, organization.start - DETERMINER), organization.start)
        first = before.start() if before else article.start() if article else organization.start
        if after is not None:
            return Source(first, after.end(), "organization", organization=organization, word=after["noun"])
        word = before["noun"] if before else None
        return Source(first, organization.end, "organization", organization=organization, word=word)

    def _nouns(self, text: str, start: int, words: Words, taken: Sequence[Source]) -> Iterator[Source]:
        written, spans = words
        for number in [number for number, word in enumerate(written) if word in self.noun_ends]:
            word, (begin, end) = written[number], spans[number]
            before, behind = written[number - 1] if number else "", "".join(written[number + 1 : number + 2])
            if f"{word} {behind}" in self.nouns:
                continue  # "fund manager" is the second word's
            row = self.nouns.get(f"{before} {word}") or self.nouns.get(word)
            if row is None or any(s.start < end and begin < s.end for s in taken):
                continue
            if word in self.pronouns:
                if word == _OBJECT and self.puts.fullmatch(before):
                    continue  # "put it this way"
                yield Source(begin, end, "pronoun", word=row[0], resolves=row[1])
                continue
            first = self._determiner(text, words, number)
            opening = spans[first]
            if taken and behind not in self.cues and _APPOSITION.search(text, max(start, opening[0] - 2), opening[1]):
                continue
            if first < number or word.endswith("s"):
                yield Source(opening[0], end, "noun", word=row[0], resolves=row[1])

    def _determiner(self, text: str, words: Words, number: int) -> int:
        """The number of the word that opens the phrase of the noun `number`: its determiner, or itself."""
        for first in range(number - 1, max(-1, number - 2 - BETWEEN), -1):
            if text[words.spans[first][1] : words.spans[first + 1][0]] != " ":
                break
            if words.written[first] in self.determiners:
                return first
            if words.written[first] in self.cues:
                break
        return number

    def _cues(
        self, context: DocumentContext, start: int, words: Words, taken: Sequence[Source]
    ) -> Iterator[tuple[int, int, str, str]]:
        for number in [number for number, word in enumerate(words.written) if word in self.cues]:
            word, (begin, end) = words.written[number], words.spans[number]
            if _INFINITIVE.search(context.text, max(start, begin - 8), begin):
                continue
            if not self.no_cues.match(context.lowered, begin) and not any(s.start <= begin < s.end for s in taken):
                yield begin, end, self.cues[word], word


def source_finder(book: Rulebook) -> SourceFinder:
    """Made once from the rules in force."""
    verbs = book.lexicon("cue-verbs")
    nouns = book.lexicon("speaker-nouns")
    people = alternatives(nouns.written(speaks="yes"))
    meant = {kind for row in book.lexicon("speaker-kinds").rows.values() for kind in row["meant"].split(";")}
    houses = alternatives(form for kind in sorted(meant) for form in nouns.written(resolves=kind))
    small = book.lexicon("role-links")
    links, articles = alternatives(small.terms(kind="link")), alternatives(small.terms(kind="article"))
    no_modifier = alternatives((*small.terms(kind="clause"), *small.terms(kind="join"), *small.terms(kind="link")))
    said = alternatives(form for form in verbs.written() if len(form) > SHORT)
    determiners = book.expression("determiners")
    forms = {form.lower(): (nouns[form]["term"], nouns[form]["resolves"]) for form in nouns.written()}
    tied = rf"(?:at|from|with|for|of) (?:the )?(?:(?:{houses}) )?$"
    return SourceFinder(
        tie=compiled(rf"(?<!according )\b(?:{links}) (?:(?:{articles}) )?$"),
        puts=for_lowered(alternatives((*verbs.written(kind="call"), *verbs.written(kind="put")))),
        told=compiled(rf"\b(?:{alternatives(verbs.written(object='yes'))}) (?:(?:{articles}) )?$"),
        no_cues=for_lowered(
            alternatives(f"{form} {row['unless']}" for form, row in verbs.rows.items() if row.get("unless")) + r"\b"
        ),
        cues={form.lower(): verbs[form]["kind"] for form in verbs.written() if verbs[form]["kind"] != "put"},
        nouns=forms,
        noun_ends=frozenset(form.rpartition(" ")[2] for form in forms),
        pronouns=frozenset(word.lower() for word in nouns.written(pronoun="yes")),
        determiners=frozenset(book.lexicon("determiners").rows),
        after_name=for_lowered(rf"(?:[’']s?)? (?:(?!(?:{said}|{determiners})\b)[a-z]+ ){{0,2}}?(?P<noun>{people})\b"),
        determiner=for_lowered(rf"(?<!\w)(?:{determiners}) $"),
        before_name=for_lowered(
            rf"(?:\b(?:the|a|an|some|its)\s+)?(?:\b(?!(?:{no_modifier}|{said})\b)[\w-]+ )?"
            rf"\b(?P<noun>{people}),? {tied}"
        ),
        ties_name=for_lowered(tied),
    )


def _words(context: DocumentContext, start: int, end: int) -> Words:
    lowered = context.lowered
    spans = [match.span() for match in _WORD.finditer(lowered, start, end)]
    return Words([lowered[first:last] for first, last in spans], spans)


def _opens_clause(text: str, source: Source, inner: Source) -> bool:
    """Whether a clause begins behind a source, in its sentence, that is not yet over where the inner one stands."""
    between = text[source.end : inner.start]
    return between.startswith((", ", " (")) and between.count(",") == 1 and ". " not in between
