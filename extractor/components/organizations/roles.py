"""What stands beside a person's name: title and role before it, degrees, role and organisation after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from extractor.components.organizations.appositions import AFTER, Apposition
from extractor.components.organizations.organization_name import OrganizationName
from extractor.components.organizations.role_words import RoleLexicons

_START = attrgetter("start")
_BEFORE = 110
"""Characters before a name in which its role may stand."""
_ARTICLE = 20
"""Characters before a role that its article takes at most."""
_WORD = re.compile(r"(?:^|(?<=[(“\"]))[\w’'&.\-/–]+,?$")
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)$")
_AT = re.compile(r"\b[Aa]t (?:the )?$")
_OWNED = re.compile(r"([\w-]+)[’']s? ")
_LISTED = re.compile(r" \((?:[^()\n]{0,60}[;,] ?)?(?P<role>[^();:,\n]{3,60}): $")
"""A role with a colon in the brackets behind a company: "Acmera (TSE: 4599; President and CEO: NAME)"."""


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A person's name with all that is said of it: `start` and `end` of the whole, the role as written, the
    organisation's name; where that is none, the `owner` of the role in lower case: "its", or the noun of "the charity's
    president"."""

    start: int
    end: int
    role: str | None = None
    organization: str | None = None
    owner: str | None = None


def phrase_of(
    text: str, start: int, end: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> PersonPhrase:
    """The phrase around the name at [start, end). `organizations` are those of the article, in order."""
    line_start = text.rfind("\n", 0, start) + 1
    place, last = (bisect_left(organizations, offset, key=_START) for offset in (start, end + AFTER))
    before = organizations[:place]
    limit = max(line_start, start - _BEFORE)
    first, role_before, near = _before(text, limit, start, lexicons, before)
    if role_before is None and near is None:
        role_before, near = _listed(text, limit, start, lexicons, before)
    after = Apposition(text, lexicons, organizations[place:last])
    after.read(end)
    generic = after.generic or _generic_before(text, line_start, first, lexicons)
    organization = after.organization or near or _meant(generic, before)
    owned = _OWNED.match(role_before or "") if not organization else None
    if owned is not None and role_before is not None:  # "the company's research chief"
        generic, role_before = generic or owned[1], role_before[owned.end() :]
    role = ", ".join(filter(None, after.roles)) or role_before
    owner = None if organization else generic or after.own or _own(text, line_start, first, lexicons)
    return PersonPhrase(first, after.end, role, organization, owner.lower() if owner else None)


def _own(text: str, limit: int, first: int, lexicons: RoleLexicons) -> str | None:
    """ "its" before a role or as its first word."""
    own = lexicons.own.search(text, max(limit, first - 8), first + 8)
    return own[1] if own is not None and own.end() >= first - 1 else None


def _before(
    text: str, limit: int, start: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> tuple[int, str | None, str | None]:
    """Where the phrase begins, the role before the name, and the organisation before that."""
    owner = organizations[-1] if organizations else None
    last, first = start, start
    has_head = False
    if (role_of := lexicons.role_of_something(text, limit, start)) is not None:
        last, first, has_head = role_of.start(), role_of.start(), True  # "Acmera's head of medicines, NAME"
    for place, word in _words_back(text, limit, last):
        if owner is not None and place < owner.end:
            break
        folded = _without_possessive(word.rstrip(",")).lower()
        comma = word.endswith(",") and last != start  # "its head of research, NAME"
        if folded not in lexicons.words or (comma and folded not in lexicons.head_words):
            break
        if comma and folded[-1:] == "s" and folded[:-1] in lexicons.head_words:
            break  # "on a call with analysts, chief executive NAME"
        has_head = has_head or folded in lexicons.head_words
        last = place
        if folded not in lexicons.small:
            first = place
    role = _without_titles(text[first:start].strip(" ,"), lexicons) if has_head else None
    before = text[limit:first].rstrip(" ,")
    before = _BRACKET.sub("", before) if before.endswith(")") else before
    bare = _without_possessive(before)
    if not has_head and bare == before:
        if owner is not None and lexicons.led_by.fullmatch(text, owner.end, first):
            return owner.start, role, owner.name
        return first, role, owner.name if owner is not None and _is_over_at(text, owner, first) else None
    owned = owner if owner is not None and (owner.start >= first or limit + len(bare) <= owner.end <= first) else None
    opens = min(owned.start, first) if owned is not None else first
    article = lexicons.article.search(text, max(limit, opens - _ARTICLE), opens) if has_head else None
    return article.start() if article else opens, role, owned.name if owned is not None else None


def _words_back(text: str, limit: int, end: int) -> Iterator[tuple[int, str]]:
    """The words between `limit` and `end` with their places, from the last one back to what opens a bracket or a
    quotation."""
    place = end
    for written in reversed(text[limit:end].split()):
        place = text.rindex(written, limit, place)
        word = _WORD.search(written)
        if word is None:
            return
        yield place + word.start(), word.group()
        if word.start():
            return


def _without_possessive(written: str) -> str:
    if written.endswith(("’s", "'s")):
        return written[:-2]
    return written[:-1] if written.endswith(("s’", "s'")) else written


def _listed(
    text: str, limit: int, start: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> tuple[str | None, str | None]:
    """The role and the company of a name in the brackets behind the company."""
    listed = _LISTED.search(text, limit, start) if text[start - 2 : start] == ": " else None
    if listed is None or lexicons.heads.search(listed["role"]) is None:
        return None, None
    owner = next((o.name for o in organizations if o.end == listed.start()), None)
    return listed["role"].strip(), owner


def _is_over_at(text: str, owner: OrganizationName, first: int) -> bool:
    """Whether a research house stands before a name as in "Over at Jefferies, NAME said"."""
    behind = owner.kind == "analyst firm" and text[owner.end : first] == ", "
    return behind and _AT.search(text, max(0, owner.start - 8), owner.start) is not None


def _without_titles(role: str, lexicons: RoleLexicons) -> str | None:
    words = role.split()
    while words and words[-1].lower() in lexicons.titles and words[-1].lower() not in lexicons.head_words:
        words.pop()
    return " ".join(words).strip(" ,") or None


def _generic_before(text: str, limit: int, first: int, lexicons: RoleLexicons) -> str | None:
    """The noun in "the guild's president NAME"."""
    generic = list(lexicons.generic.finditer(text, max(limit, first - 40), first))
    return generic[-1][1] if generic and not text[generic[-1].end() : first].strip() else None


def _meant(generic: str | None, before: Sequence[OrganizationName]) -> str | None:
    """The organisation that "the Association" means: the last one `before` with that word in its name."""
    if generic is None:
        return None
    named = [o for o in before if generic.lower() in o.name.lower().split()]
    return named[-1].name if named else None
