"""Which names of an article are of one organisation, and the fullest of them.

Companies are named with and without their legal form or with a suffix cut short, institutions by a part of their name,
agencies by the short name that the article defines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.organization_name import FIRMS, HOUSES, OrganizationName

ACRONYM = re.compile(r"\s*\((?:the )?([A-Z][A-Za-z&-]{1,9})\)")
"""A short name in brackets behind a full one."""
REMEMBERED = 20_000
"""How many names are remembered with what they are without their legal form."""

_AGENCY, _INSTITUTIONS = "organization.agencies", "organization.institutions"
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_SIGNS = re.compile(r"[™®℠]|\((?:TM|R)\)")
_ARTICLE = "the "


def keys_of(text: str, names: Sequence[OrganizationName], lexicons: OrganizationLexicons) -> dict[str, str]:
    """For each name what all names of its organisation share."""
    keys = _joined(names, {name: _key(name, lexicons) for name in dict.fromkeys(name.name for name in names)})
    _join_institutions(text, names, keys)
    return keys


def _joined(names: Sequence[OrganizationName], keys: dict[str, str]) -> dict[str, str]:
    """The keys of names, where a company whose suffix is cut short has that of its full name: "March Bio" of "March
    Biosciences"."""
    companies = sorted({keys[name.name] for name in names if name.kind in FIRMS}, key=len, reverse=True)
    for short in companies:
        whole = next((key for key in companies if _cuts_short(short, key)), None)
        if whole is not None:
            keys.update({name: whole for name, key in keys.items() if key == short})
    return keys


def _join_institutions(text: str, names: Sequence[OrganizationName], keys: dict[str, str]) -> None:
    """Gives an institution that is only written by a short form of its name the key of the one whose longer name holds
    that: "Vanderbilt" where the article has told of "Vanderbilt University Medical Center"."""
    written = [(text[name.start : name.end], name) for name in names if name.kind in HOUSES]
    terms = {name.name for form, name in written if form == name.name}
    for short in {form for form, name in written if name.rule == _INSTITUTIONS and name.name not in terms}:
        whole = {name.name for form, name in written if f" {short} " in f" {form} " and form != short}
        own = {name.name for form, name in written if form == short}
        if len(whole) == 1 and not whole & own:
            keys.update({name: keys[other] for name in own for other in whole})


def _cuts_short(short: str, whole: str) -> bool:
    """Whether the last of several words is cut short: all others are the same."""
    return len(short) < len(whole) and " " in short and whole.startswith(short) and " " not in whole[len(short) :]


def full_names(
    text: str, names: Sequence[OrganizationName], keys: Mapping[str, str], lexicons: OrganizationLexicons
) -> dict[str, OrganizationName]:
    """For each organisation, by its key, its fullest name in the article, without the legal form, with its ticker if
    one is given; for an agency the name that the article writes most."""
    full: dict[str, OrganizationName] = {}
    written_often = Counter(_undotted(text[name.start : name.end]) for name in names)
    for name in names:
        key = keys[name.name]
        best = full.get(key)
        written = _fullest_form(text[name.start : name.end], lexicons)
        if name.rule == _AGENCY:
            written = _agency_name(text, name, written, written_often)
            better = best is None or (
                (written_often[written], -len(written)) > (written_often[best.name], -len(best.name))
            )
        else:
            better = best is None or len(written) > len(best.name)
        ticker = (best.ticker if best is not None else None) or name.ticker
        if better:
            full[key] = OrganizationName(name.start, name.end, written, name.kind, name.rule, ticker, name.sure)
        elif best is not None and best.ticker != ticker:
            full[key] = best._replace(ticker=ticker)
    return full


def _agency_name(text: str, name: OrganizationName, written: str, written_often: Counter[str]) -> str:
    """An agency's name as `written`, or the short one that the article defines behind it and writes more often:
    "(Nice)"."""
    acronym = ACRONYM.match(text, name.end)
    if acronym is None:
        return written
    times = written_often[acronym[1]] or len(re.findall(rf"\b{re.escape(acronym[1])}\b", text))
    if times <= written_often[written]:
        return written
    written_often[acronym[1]] = times
    return acronym[1]


@lru_cache(maxsize=REMEMBERED)
def _fullest_form(written: str, lexicons: OrganizationLexicons) -> str:
    """A name as it is written, on one line, without the legal form, an article and the stops of "F.D.A."."""
    return _without_article(bare_name(" ".join(_undotted(written).split()), lexicons))


def _undotted(name: str) -> str:
    """ "F.D.A." is "FDA"."""
    return name.replace(".", "") if "." in name and _DOTTED.fullmatch(name) else name


def _without_article(name: str) -> str:
    return name[len(_ARTICLE) :] if name[: len(_ARTICLE)].lower() == _ARTICLE else name


@lru_cache(maxsize=REMEMBERED)
def bare_name(name: str, lexicons: OrganizationLexicons) -> str:
    """A name without its legal form and signs: "Acmera® Therapeutics, Inc." is "Acmera Therapeutics"."""
    name = _SIGNS.sub("", name)
    if name in lexicons.whole:
        return name  # Merck KGaA
    bare = lexicons.legal_end.sub("", name)
    return name if not bare or bare.endswith("&") else bare  # Laidlaw & Company


def _key(name: str, lexicons: OrganizationLexicons) -> str:
    """What two forms of an organisation's name share: the lexicon's name, or the words without the legal form."""
    return _without_article(bare_name(name, lexicons)).lower()
