"""All mentions of the organisations of an article: their full names, and the short ones it defines or makes of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from extractor.components.organizations.capitalised_words import SUFFIX, Sense, Word
from extractor.components.organizations.evidence import names_by_evidence
from extractor.components.organizations.full_names import ACRONYM, bare_name, full_names, keys_of
from extractor.components.organizations.headings import without_mere_words, without_what_precedes
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.name_index import NameIndex
from extractor.components.organizations.names import names_by_words
from extractor.components.organizations.organization_name import FIRMS, OrganizationName

_BRACKET = re.compile(r"[,\s]*\(")
"""What a definition begins with."""
_DEFINITION = re.compile(r"[,\s]*(?:\([^()“”\"]{0,60}\)[,\s]*)?\((?P<words>[^()]{0,90}?[“\"][^()]{1,80})\)")
_QUOTED = re.compile(r"[“\"]\s*([^“”\"]{1,60}?)\s*,?[”\"]")

OFTENER = 2
"""How many times as often as in full a company is called by the short name by which it is known."""
LONG_ENOUGH = 5
"""Letters of the first word of a name that stands for the whole, at least."""
_START = attrgetter("start")
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
    short: dict[str, OrganizationName] = {}
    sure = [name for name in names if name.sure]
    unsure = sorted((name for name in names if not name.sure), key=lambda name: -len(name.name))
    for group in (sure, *([name] for name in unsure)):  # "Acmera Women's Health" before the "Acmera" of a role
        firsts = []
        for name in group:
            of_name = _words_of(name, words) if name.kind in FIRMS and name.rule in _BY_WORDS else ()
            for alias in _aliases(text, name, lexicons, of_name):
                short.setdefault(alias, full[name.name])
            if of_name and _is_told_by_first(of_name[0]):
                firsts.append((of_name[0].text, full[name.name]))
        for first, whole in firsts:
            short.setdefault(first, whole)
    return short


def _words_of(name: OrganizationName, words: Sequence[Word]) -> Sequence[Word]:
    """The words of a name; none for one that begins with none."""
    first = bisect_left(words, name.start, key=_START)
    last = bisect_left(words, name.end, lo=first, key=_START)
    return words[first:last] if first < len(words) and words[first].start == name.start else ()


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


def _aliases(text: str, name: OrganizationName, lexicons: OrganizationLexicons, words: Sequence[Word]) -> Iterator[str]:
    """The short names of a company or institution: defined in brackets, or its name without its suffixes; `words` are
    those of a company that its words tell."""
    if _BRACKET.match(text, name.end) is not None:
        yield from _defined(text, name, lexicons)
    written = text[name.start : name.end]
    if (bare := bare_name(written, lexicons)) != written:
        yield bare
    if name.kind == "hospital" and (owner := written.rpartition(" ")[0]).endswith(_OWNERS):
        yield owner  # Harbour Children's
    if name.kind in FIRMS and name.rule in _BY_WORDS:
        if (stem := _stem(text, words)) is not None:
            yield stem
    elif not name.sure:
        yield written
        if "&" in written and (first := written.split()[0]).isalpha() and len(first) >= LONG_ENOUGH:
            yield first


def _defined(text: str, name: OrganizationName, lexicons: OrganizationLexicons) -> Iterator[str]:
    """The short names in the brackets behind a name."""
    acronym = ACRONYM.match(text, name.end)
    if acronym is not None and acronym[1].lower() not in lexicons.defined and _may_stand_for(acronym[1], name.name):
        yield acronym[1]
    if (definition := _DEFINITION.match(text, name.end)) is not None:
        for quoted in _QUOTED.finditer(definition["words"]):
            if quoted[1].lower() not in lexicons.defined:
                yield quoted[1]


def _may_stand_for(short: str, name: str) -> bool:
    """Whether a word in brackets behind a name may be short for it, and is not where it is: capitals, the name's own
    words, or letters that begin them ("Nice")."""
    if sum(map(str.isupper, short)) > 1 or short.lower() in name.lower():
        return True
    initials = iter(word[0].lower() for word in name.split())
    return all(letter in initials for letter in short.lower())


_BY_WORDS = frozenset(f"organization.{way}" for way in ("company-suffix", "legal-form", "ticker", "weak-suffix"))


def _stem(text: str, words: Sequence[Word]) -> str | None:
    """The words of a company's name before its suffix, if they can stand alone: "Acmera" of "Acmera Therapeutics"."""
    last = 0
    while last + 1 < len(words) and not words[last + 1].sense & (SUFFIX | Sense.WEAK):
        last += 1
    if last or (words and not words[0].sense & Sense.COMMON and len(words[0].text) > 2):
        return text[words[0].start : words[last].end]
    return None


def _is_told_by_first(first: Word) -> bool:
    """Whether the first of several words of a company's name, which no lexicon knows, stands for the whole: "Kestrin"
    of "Kestrin Immune, Inc."."""
    return first.glued and not first.sense and len(first.text) >= LONG_ENOUGH and first.text.isalpha()
