"""Companies' names and the capitalised words of headings: what is no name at all, and what merely stands before one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.organization_name import OrganizationName

_SUFFIX = "organization.company-suffix"
_INSTITUTION = "organization.institution-head"
_BY_FORM = frozenset((_SUFFIX, _INSTITUTION, "organization.legal-form", "organization.weak-suffix"))
LONG_ENOUGH = 6
"""Letters at least of a name before which other words are cut off."""


def without_mere_words(
    text: str, names: Iterable[OrganizationName], lexicons: OrganizationLexicons
) -> list[OrganizationName]:
    """The names without words of headings that only end as a company's name does: "Advancing Immunotherapy",
    "Innovative Therapies" where the article has "innovative" too. They have no legal form, come once, and do
    nothing."""
    return [name for name in names if name.rule != _SUFFIX or not _is_mere_words(text, name, lexicons)]


def _is_mere_words(text: str, name: OrganizationName, lexicons: OrganizationLexicons) -> bool:
    first = text[name.start : name.end].partition(" ")[0]
    plain = first[1:].islower() and (first.endswith(lexicons.title_endings) or f" {first.lower()} " in text)
    if not plain or text.count(text[name.start : name.end]) > 1:
        return False
    if lexicons.legal_end.search(name.name) or text[name.end : name.end + 1] in ("’", "'") or name.ticker:
        return False
    following = text[name.end : name.end + 30].split()
    tied = lexicons.inside.search(text, max(0, name.start - 6), name.start) is not None
    acts = bool(following) and following[0].rstrip(",").lower() in lexicons.deeds
    return not (acts or text[name.end : name.end + 2] in (" (", ", ") or tied)


def without_what_precedes(text: str, names: list[OrganizationName]) -> dict[int, OrganizationName]:
    """The names by where they started, without the words of a heading before one that the article has besides: "Mission
    of Acmera Therapeutics", "FDAAcmera Therapeutics" where a line was lost."""
    often = Counter(text[name.start : name.end] for name in names)
    long = [written for written in often if len(written) >= LONG_ENOUGH]
    endings = Counter(written[-LONG_ENOUGH:] for written in long)
    alike = [written for written in long if endings[written[-LONG_ENOUGH:]] > 1]
    ends = {written: next((o for o in alike if written.endswith(o) and o != written), None) for written in alike}
    title = text.find("\n", 1)
    cut = {name.start: name for name in names}
    for name in names if any(ends.values()) else ():
        written = text[name.start : name.end]
        other = ends.get(written)
        if other is None or name.rule not in _BY_FORM:
            continue
        glued = written[-len(other) - 1] != " "
        twice = often[other] > often[written] or name.start < title
        if glued or (twice and name.rule != _INSTITUTION):
            cut[name.start] = name._replace(start=name.end - len(other), name=other)
    return cut
