"""Organisations by name: companies, brokers, agencies, hospitals, institutes, and the short names they go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.components.organizations_words import (
    BREAKS,
    SUFFIX,
    NameIndex,
    Sense,
    Word,
    row_forms,
    written_forms,
)
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import alternatives

MAX_WORDS = 6
"""Capitalised words before a company's suffix or an institution's head at most."""
_CONNECTED = re.compile(r"(?: of(?: the)?| for(?: the)?| de| di| du| della?| des| and| &|, and) ", re.IGNORECASE)
_DEFINITION = re.compile(r"[,\s]*(?:\([^()“”\"]{0,60}\)[,\s]*)?\((?P<words>[^()]{0,90}?[“\"][^()]{1,80})\)")
_QUOTED = re.compile(r"[“\"]\s*([^“”\"]{1,60}?)\s*,?[”\"]")
_ACRONYM = re.compile(r"\s*\((?:the )?([A-Z][A-Za-z&-]{1,9})\)")
_OF_NAME = re.compile(r" (?:of|at) (?=[A-Z])")
_LAST_WORD = re.compile(r"\w+(?=,?$)")
_MARKED_NAME = re.compile(r"(?:[A-Z]\w+ )?[“\"][A-Z][^“”\"\n]{1,40}[”\"] $")


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A stretch of text that names an organisation; `name` in full, `rule` the id of the way it was found."""

    start: int
    end: int
    name: str
    kind: str
    rule: str
    ticker: str | None = None


@dataclass(frozen=True)
class OrganizationLexicons:
    """What the rules know of organisations, ready for use."""

    known: NameIndex
    legal: re.Pattern[str]
    legal_end: re.Pattern[str]
    ticker: re.Pattern[str]
    head_kinds: dict[str, str]
    firm_roles: frozenset[str]
    role_before: re.Pattern[str]
    defined: frozenset[str]


def organization_lexicons(book: Rulebook) -> OrganizationLexicons:
    """Made once from the rules in force."""
    names: dict[str, object] = {}
    for lexicon, kind in (
        ("companies", "company"),
        ("analyst-firms", "analyst firm"),
        ("agencies", "regulator"),
        ("institutions", ""),
    ):
        for row in {id(row): row for row in book.lexicon(lexicon).rows.values()}.values():
            for form in row_forms(row):
                names[form] = (row["term"], kind or row["kind"], f"organization.{lexicon}")
    legal = alternatives(f.rstrip(".") for f in written_forms(book.lexicon("company-suffixes"), kind="legal"))
    legal_only = legal
    exchanges = alternatives(written_forms(book.lexicon("exchanges")))
    return OrganizationLexicons(
        known=NameIndex.of(names),
        legal=re.compile(rf"(?:,? (?:{legal})(?![\w-])\.?)+"),
        legal_end=re.compile(rf"(?:,? (?:{legal_only})\.?)+$"),
        ticker=re.compile(rf"\((?:[^()]{{0,40}}[;,] ?)?(?:{exchanges})\s?:\s?[“\"]?(?P<ticker>[A-Z0-9.]{{1,9}})\b[^()]*\)"),
        head_kinds={f.split()[-1]: row["kind"] for row in book.lexicon("institution-heads").rows.values() for f in row_forms(row)},
        firm_roles=frozenset(f.lower() for f in written_forms(book.lexicon('role-heads'), firm='yes')),
        role_before=re.compile(rf"\b(?:{alternatives(written_forms(book.lexicon('role-heads')))}) $", re.IGNORECASE),
        defined=frozenset(word.lower() for word in written_forms(book.lexicon("defined-words"))),
    )


def find_organizations(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, barred: Sequence[tuple[int, int]]
) -> list[OrganizationName]:
    """The organisations named in `text`, in order; `barred` are stretches that are something else (drugs)."""
    barred_starts = {start for start, _ in barred}
    found: dict[int, OrganizationName] = {}
    number = 0
    while number < len(words):
        name = None
        if words[number].start not in barred_starts:
            name = _known(text, words[number], lexicons)
            if name is not None and name.end == words[number].end and _is_first_of_name(text, words, number, lexicons):
                name = None
            longer = _by_form(text, words, number, lexicons)
            if longer is not None and (name is None or longer.end > name.end):
                name = longer
        if name is None:
            number += 1
            continue
        found[name.start] = name
        while number < len(words) and words[number].start < name.end:
            number += 1
    for name in _by_role(text, words, lexicons, found):
        found[name.start] = name
    for name in _by_ticker(text, words, lexicons, list(found.values())):
        found[name.start] = name
    names = sorted(found.values(), key=lambda n: n.start)
    return _with_short_names(text, words, names, lexicons, barred_starts)


def _known(text: str, word: Word, lexicons: OrganizationLexicons) -> OrganizationName | None:
    entry = lexicons.known.at(text, word)
    if entry is None:
        return None
    end, (name, kind, rule) = entry  # type: ignore[misc]
    legal = lexicons.legal.match(text, end)
    return OrganizationName(word.start, legal.end() if legal else end, name, kind, rule)


def _is_first_of_name(text: str, words: Sequence[Word], number: int, lexicons: OrganizationLexicons) -> bool:
    """Whether a role or title before this word and an unknown word after it make it a person's: "analyst Yale Jen"."""
    word = words[number]
    if not word.glued or words[number + 1].sense & (SUFFIX | Sense.INSTITUTION | Sense.WEAK | BREAKS | Sense.COMMON):
        return False
    before = words[number - 1] if number else None
    if lexicons.role_before.search(text, max(0, word.start - 30), word.start):
        return True
    titled = before is not None and before.glued and bool(before.sense & (Sense.TITLE | Sense.ROLE))
    return titled or bool(word.sense & Sense.FIRST_NAME and words[number + 1].sense == 0 and word.text != word.text.upper())


def _run(words: Sequence[Word], first: int) -> int:
    """The number after the last word of the run of glued words that starts at `first`."""
    last = first
    while words[last].glued and last - first < 14:
        last += 1
    return last + 1


def _by_form(text: str, words: Sequence[Word], first: int, lexicons: OrganizationLexicons) -> OrganizationName | None:
    """A name that starts with this word and ends with a company's suffix or an institution's head."""
    word = words[first]
    if word.sense & BREAKS or (word.sense & Sense.COMMON and not _may_open(words, first)):
        return None
    if not word.glued and not word.sense & Sense.INSTITUTION:
        if text[word.end : word.end + 1] not in ", " or (legal := lexicons.legal.match(text, word.end)) is None:
            return None
        return OrganizationName(word.start, legal.end(), text[word.start : legal.end()], "company", "organization.legal-form")
    stop = _run(words, first)
    for number in range(first, min(stop, first + MAX_WORDS + 1)):
        sense = words[number].sense
        if sense & BREAKS and not sense & (SUFFIX | Sense.INSTITUTION):
            return None
        if number > first and sense & Sense.COMMON and not sense & (SUFFIX | Sense.INSTITUTION | Sense.ADJECTIVE | Sense.WEAK):
            return None
        if number > first and sense & SUFFIX:
            return _company(text, words, first, number, stop, lexicons)
        if sense & Sense.INSTITUTION:
            return _institution(text, words, first, number, stop, lexicons)
        if number == stop - 1 and (legal := lexicons.legal.match(text, words[number].end)):
            return OrganizationName(word.start, legal.end(), text[word.start : legal.end()], "company", "organization.legal-form")
    return None


def _may_open(words: Sequence[Word], first: int) -> bool:
    """Of the common words only adjectives (American, National, New …), heads of institutions, and those that are also
    surnames before a company's suffix ("March Biosciences") open a name."""
    word = words[first]
    if word.glued and word.sense & Sense.SURNAME and words[first + 1].sense & Sense.FIELD:
        return True
    return bool(word.sense & Sense.INSTITUTION) or (word.glued and bool(word.sense & Sense.ADJECTIVE))


def _company(
    text: str, words: Sequence[Word], first: int, number: int, stop: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    while number + 1 < stop and words[number + 1].sense & (SUFFIX | Sense.WEAK) and not words[number + 1].sense & Sense.ROLE:
        number += 1
    if number + 1 < stop and words[number + 1].sense & Sense.INSTITUTION:
        return _institution(text, words, first, number + 1, stop, lexicons)
    end = words[number].end
    if legal := lexicons.legal.match(text, end):
        end = legal.end()
    start = words[first].start
    return OrganizationName(start, end, text[start:end], "company", "organization.company-suffix")


def _institution(
    text: str, words: Sequence[Word], first: int, number: int, stop: int, lexicons: OrganizationLexicons
) -> OrganizationName | None:
    kind = lexicons.head_kinds.get(words[number].text, "institute")
    while number + 1 < stop and not words[number + 1].sense & BREAKS and number - first < MAX_WORDS:
        number += 1
        kind = lexicons.head_kinds.get(words[number].text, kind)
    end = words[number].end
    connected = 0
    while connected < 4 and (joint := _CONNECTED.match(text, end)) is not None:
        following = next((n for n in range(number + 1, min(number + 3, len(words))) if words[n].start == joint.end()), None)
        if following is None or (words[following].sense & BREAKS and not words[following].sense & Sense.INSTITUTION):
            break
        if "and" in joint.group() and not (connected and not words[following].sense & Sense.FIRST_NAME):
            break
        number = following
        while words[number].glued and not words[number + 1].sense & BREAKS:
            number += 1
        end = words[number].end
        connected += 1
    marked = _MARKED_NAME.search(text, max(0, words[first].start - 60), words[first].start)
    if first == number and marked is None:
        return None
    start = words[first].start
    if marked is not None:
        start = marked.start()
    return OrganizationName(start, end, text[start:end], kind, "organization.institution-head")


def _by_role(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, found: dict[int, OrganizationName]
) -> Iterator[OrganizationName]:
    """Firms that nothing but a role tells: "CEO of Glycyx"."""
    by_start = {word.start: number for number, word in enumerate(words)}
    for match in _OF_NAME.finditer(text):
        role = _LAST_WORD.search(text, max(0, match.start() - 16), match.start())
        number = by_start.get(match.end()) if role and role.group().lower() in lexicons.firm_roles else None
        if number is None or any(name.start <= match.end() < name.end for name in found.values()):
            continue
        last = number
        while last - number < 3 and words[last].glued and not words[last + 1].sense & (BREAKS | Sense.COMMON):
            last += 1
        if not words[number].sense & (BREAKS | Sense.COMMON | Sense.INSTITUTION):
            start, end = words[number].start, words[last].end
            yield OrganizationName(start, end, text[start:end], "company", "organization.role")


def _by_ticker(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, names: list[OrganizationName]
) -> Iterator[OrganizationName]:
    """The names before `(NASDAQ: ABCD)`: those found get their ticker, others become companies."""
    for match in lexicons.ticker.finditer(text):
        before = text[: match.start()].rstrip(" ,(®™")
        place = len(before)
        known = next((n for n in reversed(names) if n.start < match.start() and place - 60 <= n.end <= place + 1), None)
        if known is not None and (known.end >= place or text[known.end : place].lstrip(" ,")[:1] == "("):
            yield replace(known, ticker=match["ticker"])
            continue
        last = next((n for n in range(len(words) - 1, -1, -1) if words[n].end <= place), None)
        if last is None or words[last].end < place:
            continue
        first = last
        while first > 0 and words[first - 1].glued and last - first < 3 and not words[first - 1].sense & (BREAKS | Sense.COMMON):
            first -= 1
        start = words[first].start
        yield OrganizationName(start, place, text[start:place], "company", "organization.ticker", match["ticker"])


def _with_short_names(
    text: str, words: Sequence[Word], names: list[OrganizationName], lexicons: OrganizationLexicons, barred: set[int]
) -> list[OrganizationName]:
    """All mentions: those found, and the short names that the article defines or makes of them."""
    full: dict[str, OrganizationName] = {}
    short: dict[str, object] = {}
    for name in names:
        best = full.get(_stem(name.name, lexicons), name)
        full[_stem(name.name, lexicons)] = max(best, name, key=lambda n: (n.ticker is not None, len(n.name)))
    for name in names:
        whole = full[_stem(name.name, lexicons)]
        for alias in _aliases(text, name, lexicons, words):
            short.setdefault(alias, whole)
    taken = {name.start: name for name in names}
    index = NameIndex.of(short)
    mentions: list[OrganizationName] = []
    covered = 0
    for word in words:
        if word.start < covered:
            continue
        name = taken.get(word.start)
        if name is not None and name.rule == "organization.role" and index.at(text, word) is not None:
            name = None
        if name is not None:
            whole = full[_stem(name.name, lexicons)]
            mentions.append(replace(name, name=bare_name(whole.name, lexicons), ticker=name.ticker or whole.ticker, kind=whole.kind))
            covered = name.end
        elif word.start not in barred and (entry := index.at(text, word)) is not None:
            end, whole = entry  # type: ignore[assignment]
            full_name = bare_name(whole.name, lexicons)
            mentions.append(replace(whole, start=word.start, end=end, name=full_name, rule="organization.short-name"))
            covered = end
    return mentions


def bare_name(name: str, lexicons: OrganizationLexicons) -> str:
    """A name without its legal form: "Acmera Therapeutics, Inc." is "Acmera Therapeutics"."""
    return lexicons.legal_end.sub("", name) or name


def _stem(name: str, lexicons: OrganizationLexicons) -> str:
    """What two forms of a company's name share: its words before the suffix, in lower case."""
    bare = lexicons.legal.sub("", name)
    return bare.removeprefix("The ").lower()


def _aliases(text: str, name: OrganizationName, lexicons: OrganizationLexicons, words: Sequence[Word]) -> Iterable[str]:
    """The short names of a company or institution: defined in brackets, or its name without its suffixes."""
    if (acronym := _ACRONYM.match(text, name.end)) is not None:
        yield acronym[1]
    if (definition := _DEFINITION.match(text, name.end)) is not None:
        for quoted in _QUOTED.finditer(definition["words"]):
            if quoted[1].lower() not in lexicons.defined:
                yield quoted[1]
    bare = lexicons.legal.sub("", name.name)
    if bare != name.name:
        yield bare
    if name.kind == "company" and name.rule in ("organization.company-suffix", "organization.legal-form", "organization.ticker"):
        inside = [word for word in words if name.start <= word.start < name.end]
        stem = []
        for word in inside:
            if word.sense & (SUFFIX | Sense.WEAK):
                break
            stem.append(word)
        if stem and (len(stem) > 1 or (not stem[0].sense & Sense.COMMON and len(stem[0].text) > 2)):
            yield text[stem[0].start : stem[-1].end]
