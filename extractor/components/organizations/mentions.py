"""All mentions of the organisations of an article: their full names, and the short ones it defines or makes of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from extractor.components.organizations.capitalised_words import SUFFIX, NameIndex, Sense, Word
from extractor.components.organizations.evidence import names_by_evidence
from extractor.components.organizations.headings import without_mere_words, without_what_precedes
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.names import names_by_words
from extractor.components.organizations.organization_name import OrganizationName

_DEFINITION = re.compile(r"[,\s]*(?:\([^()“”\"]{0,60}\)[,\s]*)?\((?P<words>[^()]{0,90}?[“\"][^()]{1,80})\)")
_QUOTED = re.compile(r"[“\"]\s*([^“”\"]{1,60}?)\s*,?[”\"]")
_ACRONYM = re.compile(r"\s*\((?:the )?([A-Z][A-Za-z&-]{1,9})\)")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
REMEMBERED = 20_000
"""How many names are remembered with what they are without their legal form."""

OFTENER = 2
"""How many times as often as in full a company is called by the short name by which it is known."""
LONG_ENOUGH = 5
"""Letters of the first word of a name that stands for the whole, at least."""
_AGENCY, _INSTITUTIONS = "organization.agencies", "organization.institutions"
_SHORT_NAME = "organization.short-name"
_OWNERS = ("’s", "'s")
_SIGNS = re.compile(r"[™®℠]|\((?:TM|R)\)")
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


def find_organizations(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, barred: Sequence[tuple[int, int]]
) -> list[OrganizationName]:
    """The organisations named in `text`, in order; `barred` are stretches that are something else (drugs)."""
    barred_starts = {start for start, _ in barred}
    found = names_by_words(text, words, lexicons, barred_starts)
    names_by_evidence(text, words, lexicons, found, barred_starts)
    names = without_mere_words(text, sorted(found.values(), key=lambda name: name.start), lexicons)
    return _as_called(text, _with_short_names(text, words, names, lexicons, barred_starts), lexicons)


def _with_short_names(
    text: str, words: Sequence[Word], names: list[OrganizationName], lexicons: OrganizationLexicons, barred: set[int]
) -> list[OrganizationName]:
    taken = without_what_precedes(text, names)
    names = list(taken.values())
    keys = _joined(names, {name.name: _key(name, lexicons) for name in names})
    _join_institutions(text, names, keys)
    full = _full_names(text, names, keys, lexicons)
    numbers = {word.start: number for number, word in enumerate(words)}
    short: dict[str, OrganizationName] = {}
    for name in sorted(
        names,
        key=lambda name: (not name.sure, name.start if name.sure else -len(name.name)),
    ):
        for alias in _aliases(text, name, lexicons, words, numbers):
            short.setdefault(alias, full[keys[name.name]])
    for name in names:
        for alias in _first_word(name, words, numbers):
            short.setdefault(alias, full[keys[name.name]])
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
            mentions.append(
                whole._replace(start=here.start, end=here.end, rule=here.rule, ticker=here.ticker or whole.ticker)
            )
            covered = here.end
        elif entry is not None:
            end, known = entry
            mentions.append(known._replace(start=word.start, end=end, rule=_SHORT_NAME))
            covered = end
    return mentions


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
    return (
        [mention._replace(name=called.get(mention.name, mention.name)) for mention in mentions] if called else mentions
    )


def _joined(names: Sequence[OrganizationName], keys: dict[str, str]) -> dict[str, str]:
    """The keys of names, where a company whose suffix is cut short has that of its full name: "March Bio" of "March
    Biosciences"."""
    companies = sorted({keys[name.name] for name in names if name.kind in _SHORTENED}, key=len, reverse=True)
    for short in companies:
        whole = next((key for key in companies if _cuts_short(short, key)), None)
        if whole is not None:
            keys.update({name: whole for name, key in keys.items() if key == short})
    return keys


def _join_institutions(text: str, names: Sequence[OrganizationName], keys: dict[str, str]) -> None:
    """Gives an institution that is only written by a short form of its name the key of the one whose longer name holds
    that: "Vanderbilt" where the article has told of "Vanderbilt University Medical Center"."""
    written = [(text[name.start : name.end], name) for name in names if name.kind in _HOUSES]
    terms = {name.name for form, name in written if form == name.name}
    for short in {form for form, name in written if name.rule == _INSTITUTIONS and name.name not in terms}:
        whole = {name.name for form, name in written if f" {short} " in f" {form} " and form != short}
        own = {name.name for form, name in written if form == short}
        if len(whole) == 1 and not whole & own:
            keys.update({name: keys[other] for name in own for other in whole})


def _cuts_short(short: str, whole: str) -> bool:
    """Whether the last of several words is cut short: all others are the same."""
    return len(short) < len(whole) and " " in short and whole.startswith(short) and " " not in whole[len(short) :]


def _full_names(
    text: str, names: Sequence[OrganizationName], keys: Mapping[str, str], lexicons: OrganizationLexicons
) -> dict[str, OrganizationName]:
    """For each organisation, by its key, its fullest name in the article, without the legal form, with its ticker if
    one is given; for an agency the name that the article writes most."""
    full: dict[str, OrganizationName] = {}
    written_often = Counter(_undotted(text[name.start : name.end]) for name in names)
    for name in names:
        key = keys[name.name]
        written = bare_name(" ".join(_undotted(text[name.start : name.end]).split()), lexicons)
        candidate = name._replace(name=_ARTICLE.sub("", written))
        if name.rule == _AGENCY:
            candidate = _agency_name(text, candidate, written_often)
        best = full.get(key, candidate)
        if name.rule == _AGENCY:
            better = (written_often[candidate.name], -len(candidate.name)) > (written_often[best.name], -len(best.name))
        else:
            better = len(candidate.name) > len(best.name)
        chosen = candidate if better else best
        full[key] = chosen._replace(ticker=best.ticker or candidate.ticker)
    return full


def _agency_name(text: str, name: OrganizationName, written_often: Counter[str]) -> OrganizationName:
    """An agency under the short name that the article defines behind its full one and writes more often: "(Nice)"."""
    acronym = _ACRONYM.match(text, name.end)
    if acronym is None:
        return name
    times = written_often[acronym[1]] or len(re.findall(rf"\b{re.escape(acronym[1])}\b", text))
    if times <= written_often[name.name]:
        return name
    written_often[acronym[1]] = times
    return name._replace(name=acronym[1])


def _undotted(name: str) -> str:
    """ "F.D.A." is "FDA"."""
    return name.replace(".", "") if _DOTTED.fullmatch(name) else name


@lru_cache(maxsize=REMEMBERED)
def bare_name(name: str, lexicons: OrganizationLexicons) -> str:
    """A name without its legal form and signs: "Acmera® Therapeutics, Inc." is "Acmera Therapeutics"."""
    name = _SIGNS.sub("", name)
    if name in lexicons.whole:
        return name  # Merck KGaA
    bare = lexicons.legal_end.sub("", name)
    return name if not bare or bare.endswith("&") else bare  # Laidlaw & Company


def _key(name: OrganizationName, lexicons: OrganizationLexicons) -> str:
    """What two forms of an organisation's name share: the lexicon's name, or the words without the legal form."""
    return _ARTICLE.sub("", bare_name(name.name, lexicons)).lower()


def _aliases(
    text: str,
    name: OrganizationName,
    lexicons: OrganizationLexicons,
    words: Sequence[Word],
    numbers: Mapping[int, int],
) -> Iterable[str]:
    """The short names of a company or institution: defined in brackets, or its name without its suffixes."""
    acronym = _ACRONYM.match(text, name.end)
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
    if name.kind in _SHORTENED and name.rule in _BY_WORDS:
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


_HOUSES = frozenset({"hospital", "university"})
_SHORTENED = frozenset({"company", "analyst firm"})
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
    if number is None or name.kind not in _SHORTENED or name.rule not in _BY_WORDS:
        return
    first = words[number]
    if first.glued and not first.sense and len(first.text) >= LONG_ENOUGH and first.text.isalpha():
        yield first.text
