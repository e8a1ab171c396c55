"""Who can have spoken: the sources and cue verbs in the words around quotations, and the view that attribution rules
match.

A source is a person with title and role, an organisation (with the people who speak for it: "analysts at X", "X's
researchers"), a noun that stands for one ("the company") or a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.components.context import DocumentContext
from extractor.components.organizations import phrase_at
from extractor.components.quotes import quotation_of
from extractor.model import OrganizationMention, PersonMention
from extractor.relations.attribution.frames import Frame
from extractor.rulebook import Rulebook, View
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives
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
_TOKEN = re.compile(r"[’']s\b|\w+(?:[-.&/]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Source:
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
    pronouns: frozenset[str]
    determiners: frozenset[str]
    after_name: re.Pattern[str]
    before_name: re.Pattern[str]
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

    def view(self, context: DocumentContext, frame: Frame) -> View:
        """The view of a frame: each quotation with its marks, each source and each cue verb is one token."""
        quoted = []
        for quote in frame.quotes:
            found = quotation_of(context, quote)
            quoted.append((max(found.outer_start, frame.start), min(found.outer_end, frame.end), "quote", quote))
        marks: list[tuple[int, int, str, Any]] = list(quoted)
        gaps = _gaps(frame.start, frame.end, [(start, end) for start, end, *_ in quoted])
        for start, end in gaps:
            sources = self._outside_clauses(context.text, self.sources(context, start, end))
            marks.extend((source.start, source.end, "source", source) for source in sources)
            marks.extend(self._cues(context, start, end, sources))
        tokens = _tokens(context.text, frame, [(start, end) for start, end, *_ in quoted])
        return build_view(context.vocab, context.text, tokens, sorted(marks, key=lambda m: m[0]))

    def _outside_clauses(self, text: str, sources: Sequence[Source]) -> list[Source]:
        """The sources without those that end a clause about another one: "the Foundation, which invested in Acmera,
        said"."""
        outside: list[Source] = []
        for source in sources:
            ends = _CLAUSE_END.match(text, source.end)
            tied = self.tie.search(text, max(0, source.start - 20), source.start) is not None
            ended = ends is not None and tied and outside and _opens_clause(text, outside[-1], source)
            if ended and ends and (outside[-1].person is not None or ends["verb"].lower() in self.cues):
                continue
            outside.append(source)
        return outside

    def sources(self, context: DocumentContext, start: int, end: int) -> list[Source]:
        """The sources in [start, end), in order, without overlap."""
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
                source = self._speaking(context.text, organization, start, end)
                if source is not None:
                    found.append(source)
        found.extend(self._nouns(context.text, start, end, found))
        return sorted(found, key=lambda source: source.start)

    def _speaking(self, text: str, organization: OrganizationMention, start: int, end: int) -> Source | None:
        """The organisation as a source, with the people who speak for it; None for a mere owner ("Amgen's move")."""
        before = self.before_name.search(text, max(start, organization.start - 60), organization.start)
        after = self.after_name.match(text, organization.end, end)
        article = (_ARTICLE if after is None else self.determiner).search(
            text, max(start, organization.start - DETERMINER), organization.start
        )
        first = before.start() if before else article.start() if article else organization.start
        if after is not None:
            return Source(first, after.end(), "organization", organization=organization, word=after["noun"].lower())
        if before is not None:
            return Source(
                first, organization.end, "organization", organization=organization, word=before["noun"].lower()
            )
        return Source(first, organization.end, "organization", organization=organization)

    def _nouns(self, text: str, start: int, end: int, taken: Sequence[Source]) -> Iterator[Source]:
        words = list(_WORD.finditer(text, start, end))
        for number, match in enumerate(words):
            written = match.group().lower()
            if number + 1 < len(words) and f"{written} {words[number + 1].group().lower()}" in self.nouns:
                continue  # "fund manager" is the second word's
            row = self.nouns.get(f"{words[number - 1].group().lower()} {written}") if number else None
            row = row or self.nouns.get(written)
            if row is None or any(s.start < match.end() and match.start() < s.end for s in taken):
                continue
            if written in self.pronouns:
                if number and written == _OBJECT and self.puts.fullmatch(words[number - 1].group()):
                    continue  # "put it this way"
                yield Source(match.start(), match.end(), "pronoun", word=row[0], resolves=row[1])
                continue
            first = self._determiner(text, words, number)
            speaks = number + 1 < len(words) and words[number + 1].group().lower() in self.cues
            if (
                taken
                and not speaks
                and _APPOSITION.search(text, max(start, words[first].start() - 2), words[first].end())
            ):
                continue
            if first < number or written.endswith("s"):
                yield Source(words[first].start(), match.end(), "noun", word=row[0], resolves=row[1])

    def _determiner(self, text: str, words: Sequence[re.Match[str]], number: int) -> int:
        """The number of the word that opens the phrase of the noun `number`: its determiner, or itself."""
        for first in range(number - 1, max(-1, number - 2 - BETWEEN), -1):
            if text[words[first].end() : words[first + 1].start()] != " ":
                break
            if words[first].group().lower() in self.determiners:
                return first
            if words[first].group().lower() in self.cues:
                break
        return number

    def _cues(
        self, context: DocumentContext, start: int, end: int, taken: Sequence[Source]
    ) -> Iterator[tuple[int, int, str, str]]:
        for match in _WORD.finditer(context.text, start, end):
            kind = self.cues.get(match.group().lower())
            if kind is not None and _INFINITIVE.search(context.text, max(start, match.start() - 8), match.start()):
                continue
            if kind is not None and self.no_cues.match(context.text, match.start()):
                continue
            if kind is not None and not any(s.start <= match.start() < s.end for s in taken):
                yield match.start(), match.end(), kind, match.group()


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
    pronouns = frozenset(nouns.written(pronoun="yes"))
    said = alternatives(form for form in verbs.written() if len(form) > SHORT)
    determiners = book.expression("determiners")
    return SourceFinder(
        tie=compiled(rf"(?<!according )\b(?:{links}) (?:(?:{articles}) )?$"),
        puts=compiled(alternatives((*verbs.written(kind="call"), *verbs.written(kind="put"))), re.IGNORECASE),
        told=compiled(rf"\b(?:{alternatives(verbs.written(object='yes'))}) (?:(?:{articles}) )?$"),
        no_cues=compiled(
            alternatives(f"{form} {row['unless']}" for form, row in verbs.rows.items() if row.get("unless")) + r"\b",
            re.IGNORECASE,
        ),
        cues={form.lower(): verbs[form]["kind"] for form in verbs.written() if verbs[form]["kind"] != "put"},
        nouns={form.lower(): (nouns[form]["term"], nouns[form]["resolves"]) for form in nouns.written()},
        pronouns=frozenset(word.lower() for word in pronouns),
        determiners=frozenset(book.lexicon("determiners").rows),
        after_name=compiled(
            rf"(?:[’']s?)? (?:(?!(?:{said}|{determiners})\b)[a-z]+ ){{0,2}}?(?P<noun>{people})\b", re.IGNORECASE
        ),
        determiner=compiled(rf"(?<!\w)(?:{determiners}) $", re.IGNORECASE),
        before_name=compiled(
            rf"(?:\b(?:the|a|an|some|its)\s+)?(?:\b(?!(?:{no_modifier}|{said})\b)[\w-]+ )?"
            rf"\b(?P<noun>{people}),? (?:at|from|with|for|of) (?:the )?(?:(?:{houses}) )?$",
            re.IGNORECASE,
        ),
    )


def _opens_clause(text: str, source: Source, inner: Source) -> bool:
    """Whether a clause begins behind a source, in its sentence, that is not yet over where the inner one stands."""
    between = text[source.end : inner.start]
    return between.startswith((", ", " (")) and between.count(",") == 1 and ". " not in between


def _gaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in taken:
        if first > start:
            yield start, first
        start = max(start, last)
    if end > start:
        yield start, end


def _tokens(text: str, frame: Frame, quoted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words and signs outside the quotations, cut as the tokenizer cuts the words of patterns, and the quotations."""
    spans: list[tuple[int, int]] = list(quoted)
    for start, end in _gaps(frame.start, frame.end, quoted):
        spans.extend(match.span() for match in _TOKEN.finditer(text, start, end))
    return sorted(spans)
