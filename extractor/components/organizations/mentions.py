"""All mentions of the organisations of an article: their full names, and the short ones it defines or makes of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, takewhile

from extractor.components.organizations.capitalised_words import SUFFIX, Sense, Word
from extractor.components.organizations.evidence import names_by_evidence
from extractor.components.organizations.full_names import ACRONYM, bare_name, full_names, keys_of
from extractor.components.organizations.headings import without_mere_words, without_what_precedes
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.name_index import NameIndex
from extractor.components.organizations.names import names_by_words
from extractor.components.organizations.organization_name import FIRMS, OrganizationName

_DEFINITION = re.compile(r"[,\s]*(?:\([^()“”\"]{0,60}\)[,\s]*)?\((?P<words>[^()]{0,90}?[“\"][^()]{1,80})\)")
_QUOTED = re.compile(r"[“\"]\s*([^“”\"]{1,60}?)\s*,?[”\"]")

OFTENER = 2
"""How many times as often as in full a company is called by the short name by which it is known."""
LONG_ENOUGH = 5
"""Letters of the first word of a name that stands for the whole, at least."""
_SHORT_NAME = "organization.short-name"
_OWNERS = ("’s", "'s")


def find_organizations(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, barred: Sequence[tuple[int, int]]
) -> list[OrganizationName]:
    """The organisations named in `text`, in order; `barred` are stretches that are something else (drugs)."""
    barred_starts = {start for start, _ in barred}
    behind = lexicons.surroundings.behind(text, words)
    found = names_by_words(text, words, behind, lexicons, barred_starts)
    names_by_evidence(text, words, behind, lexicons, found, barred_starts)
    names = without_mere_words(text, sorted(found.values(), key=lambda name: name.start), lexicons)
    return _as_called(text, _with_short_names(text, words, names, lexicons, barred_starts), lexicons)


def _with_short_names(
    text: str, words: Sequence[Word], names: list[OrganizationName], lexicons: OrganizationLexicons, barred: set[int]
) -> list[OrganizationName]:
    """The `names`, each under the fullest name of its organisation, and wherever the article writes a short one."""
    taken = without_what_precedes(text, names)
    names = list(taken.values())
    keys = keys_of(text, names, lexicons)
    full = full_names(text, names, keys, lexicons)
    short = _short_names(text, words, names, {name: full[key] for name, key in keys.items()}, lexicons)
    index = NameIndex.of(short if _SHORT_NAME in lexicons.ways else {})
    mentions: list[OrganizationName] = []
    covered = 0
    for word in words:
        if word.start < covered:
            continue
        here = taken.get(word.start)
        entry = index.at(text, word) if word.text in index.first_words and word.start not in barred else None
        if here is not None and not (entry is not None and entry[0] > here.end):
            whole = full[keys[here.name]]
            if not here.sure:
                whole = short.get(here.name, whole)
            ticker = here.ticker or whole.ticker
            mentions.append(
                OrganizationName(here.start, here.end, whole.name, whole.kind, here.rule, ticker, whole.sure)
            )
            covered = here.end
        elif entry is not None:
            end, known = entry
            mentions.append(
                OrganizationName(word.start, end, known.name, known.kind, _SHORT_NAME, known.ticker, known.sure)
            )
            covered = end
    return mentions


def _short_names(
    text: str,
    words: Sequence[Word],
    names: Sequence[OrganizationName],
    full: Mapping[str, OrganizationName],
    lexicons: OrganizationLexicons,
) -> dict[str, OrganizationName]:
    """The short names with the organisation that each stands for, by its full name: the surest ones first."""
    numbers = {word.start: number for number, word in enumerate(words)}
    short: dict[str, OrganizationName] = {}
    sure = [name for name in names if name.sure]
    unsure = sorted((name for name in names if not name.sure), key=lambda name: -len(name.name))
    for group in (sure, *([name] for name in unsure)):  # "Acmera Women's Health" before the "Acmera" of a role
        aliases = ((name, alias) for name in group for alias in _aliases(text, name, lexicons, words, numbers))
        firsts = ((name, first) for name in group for first in _first_word(name, words, numbers))
        for name, alias in chain(aliases, firsts):
            short.setdefault(alias, full[name.name])
    return short


def _as_called(text: str, mentions: list[OrganizationName], lexicons: OrganizationLexicons) -> list[OrganizationName]:
    """The mentions, a company under the name that the article calls it by, where its full one is that of its legal form
    alone and merely adds a word for a group: "Acmera Labs, Inc." is Acmera."""
    called = {}
    for name in {mention.name for mention in mentions}:
        short, _, last = name.rpartition(" ")
        if lexicons.suffix_kinds.get(last) == "group":
            forms = Counter(text[mention.start : mention.end] for mention in mentions if mention.name == name)
            if name not in forms and forms[short] > OFTENER * (forms.total() - forms[short]):
                called[name] = short
    if not called:
        return mentions
    return [mention._replace(name=called.get(mention.name, mention.name)) for mention in mentions]


def _aliases(
    text: str,
    name: OrganizationName,
    lexicons: OrganizationLexicons,
    words: Sequence[Word],
    numbers: Mapping[int, int],
) -> Iterable[str]:
    """The short names of a company or institution: defined in brackets, or its name without its suffixes."""
    acronym = ACRONYM.match(text, name.end)
    if acronym is not None and acronym[1].lower() not in lexicons.defined and _may_stand_for(acronym[1], name.name):
        yield acronym[1]
    if (definition := _DEFINITION.match(text, name.end)) is not None:
        for quoted in _QUOTED.finditer(definition["words"]):
            if quoted[1].lower() not in lexicons.defined:
                yield quoted[1]
    written = text[name.start : name.end]
    if (bare := bare_name(written, lexicons)) != written:
        yield bare
    if name.kind == "hospital" and (owner := written.rpartition(" ")[0]).endswith(_OWNERS):
        yield owner  # Harbour Children's
    if name.kind in FIRMS and name.rule in _BY_WORDS:
        yield from _stem(text, name, words, numbers)
    elif not name.sure:
        yield written
        if "&" in written and (first := written.split()[0]).isalpha() and len(first) >= LONG_ENOUGH:
            yield first


def _may_stand_for(short: str, name: str) -> bool:
    """Whether a word in brackets behind a name may be short for it, and is not where it is: capitals, the name's own
    words, or letters that begin them ("Nice")."""
    if sum(map(str.isupper, short)) > 1 or short.lower() in name.lower():
        return True
    initials = iter(word[0].lower() for word in name.split())
    return all(letter in initials for letter in short.lower())


_BY_WORDS = frozenset(f"organization.{way}" for way in ("company-suffix", "legal-form", "ticker", "weak-suffix"))


def _stem(text: str, name: OrganizationName, words: Sequence[Word], numbers: Mapping[int, int]) -> Iterable[str]:
    """The words of a company's name before its suffix, if they can stand alone: "Acmera" of "Acmera Therapeutics"."""
    stem: list[Word] = []
    for word in takewhile(lambda word: word.start < name.end, words[numbers.get(name.start, len(words)) :]):
        if stem and word.sense & (SUFFIX | Sense.WEAK):
            break
        stem.append(word)
    first = stem[0] if stem else None
    if first is not None and (len(stem) > 1 or (not first.sense & Sense.COMMON and len(first.text) > 2)):
        yield text[first.start : stem[-1].end]


def _first_word(name: OrganizationName, words: Sequence[Word], numbers: Mapping[int, int]) -> Iterable[str]:
    """The first of several words of a company's name, if no lexicon knows it: "Kestrin" of "Kestrin Immune, Inc."."""
    number = numbers.get(name.start)
    if number is None or name.kind not in FIRMS or name.rule not in _BY_WORDS:
        return
    first = words[number]
    if first.glued and not first.sense and len(first.text) >= LONG_ENOUGH and first.text.isalpha():
        yield first.text
