"""What stands beside a person's name: title and role before it, degrees, role and organisation after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.components.organizations_names import OrganizationName
from extractor.components.organizations_words import capitalised, written_forms
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import alternatives

_BEFORE = 110
"""Characters before a name in which its role may stand."""
_AFTER = 320
_STOP = re.compile(r"[“”\"«»;:\n—!?]| [–-] |\.(?=\s|$)|, (?:who|which|whose|where|when|but|adding|noting|while)\b|\((?!\w+ [A-Z])")
_SEGMENT = re.compile(r",\s+(?:and\s+)?|\s+(?=(?:of|from|at|with) )|\s+\((?=[A-Z])|\s*[–-]\s+|\s+(?=who\b)")
_WORD_BACK = re.compile(r"(?:^|(?<=[\s(“\"]))[\w’'&.\-/–]+,?(?=\s*$)")
_LINK = re.compile(r"(?:\s*,)?\s*(?:\b(?:of|at|for|with|from|in|to|and|the|a|an|its)\b\s*)*$")
_OPENING = re.compile(r"^(?:(?:an?|the|its|our|as|and|currently)\s+|[\w-]+[’']s?\s+)+", re.IGNORECASE)
_UNKNOWN_FIRM = re.compile(r"(?:^|.*?\s)(?:of|at|for|with)\s+(?P<name>(?:[A-Z][\w&.’'-]*)(?:\s+[A-Z][\w&.’'-]*){0,3})$", re.DOTALL)
_PREFERRED = ("hospital", "institute")
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)$")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_PLACE = re.compile(r"(?:in |of )?(?:[A-Z][\w.’'-]+ ?){1,3}$")


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A person's name with all that is said of it: `start` and `end` of the whole, the role as written, the organisation's
    name, and `generic` for an organisation told by a noun ("the company's CEO")."""

    start: int
    end: int
    role: str | None = None
    organization: str | None = None
    generic: str | None = None


@dataclass(frozen=True)
class RoleLexicons:
    """What the rules know of roles, ready for use."""

    heads: re.Pattern[str]
    words: frozenset[str]
    head_words: dict[str, str]
    titles: frozenset[str]
    degrees: re.Pattern[str]
    cues: re.Pattern[str]


def role_lexicons(book: Rulebook) -> RoleLexicons:
    """Made once from the rules in force."""
    heads = book.lexicon("role-heads")
    forms = written_forms(heads)
    cues = alternatives(
        form for form in written_forms(book.lexicon("cue-verbs"), kind="say") if re.search(r"(?:ed|s|told|wrote)$|said", form)
    )
    modifiers = written_forms(book.lexicon("role-modifiers"))
    titles = written_forms(book.lexicon("titles"))
    degrees = "|".join(sorted(map(_dotted, written_forms(book.lexicon("degrees"))), key=len, reverse=True))
    return RoleLexicons(
        heads=re.compile(rf"(?<![\w-])(?:{alternatives(forms)})(?![\w-])", re.IGNORECASE),
        words=frozenset(word.lower() for word in (*modifiers, *forms, *titles)),
        head_words={form.lower(): heads[form]["kind"] for form in forms},
        titles=frozenset(title.lower() for title in titles),
        degrees=re.compile(rf"(?:\s*,?\s*\(?(?:{degrees})(?![\w])\)?)+"),
        cues=re.compile(rf"\s+(?:has |also |then |further )?(?:{cues})\b"),
    )


def _dotted(degree: str) -> str:
    """A degree in capitals may be written with full stops: MSCE, M.S.C.E."""
    if degree.isupper() and degree.isalpha():
        return r"\.?".join(degree) + r"\.?"
    return re.escape(degree).replace(r"\ ", " ")


def phrase_of(
    text: str, start: int, end: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> PersonPhrase:
    """The phrase around the name at [start, end). `organizations` are those of the article, in order."""
    line_start = text.rfind("\n", 0, start) + 1
    first, role_before, near = _before(text, max(line_start, start - _BEFORE), start, lexicons, organizations)
    last, role_after, after, generic = _after(text, end, lexicons, organizations)
    organization = after or near or _meant(generic, start, organizations)
    return PersonPhrase(first, last, role_after or role_before, organization, generic)


def _before(
    text: str, limit: int, start: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> tuple[int, str | None, str | None]:
    """Where the phrase begins, the role before the name, and the organisation before that."""
    place, first = start, start
    has_head = False
    while (word := _WORD_BACK.search(text, limit, place)) is not None:
        bare = word.group().rstrip(",").removesuffix("’s").removesuffix("'s")
        folded = bare.lower()
        if folded not in lexicons.words:
            break
        if word.group().endswith(",") and folded not in lexicons.head_words:
            break
        has_head = has_head or folded in lexicons.head_words
        place = word.start()
        if folded not in ("and", "&", "of", "the", "a", "an", "its", "our"):
            first = place
    role = text[first:start].strip(" ,") if has_head else None
    if role is not None:
        role = _without_titles(role, lexicons)
    before = _BRACKET.sub("", text[limit:first].rstrip(" ,"))
    bare = _POSSESSIVE.sub("", before)
    edge = limit + len(bare)
    if not has_head and bare == before:
        return first, role, None
    owner = next((o for o in reversed(organizations) if o.start < first), None)
    if owner is not None and edge <= owner.end <= first:
        return owner.start, role, owner.name
    return first, role, None


def _meant(generic: str | None, offset: int, organizations: Sequence[OrganizationName]) -> str | None:
    """The organisation that "the Association" means: the last one before with that word in its name."""
    if generic is None:
        return None
    named = [o for o in organizations if o.start < offset and generic in o.name.split()]
    return named[-1].name if named else None


def _without_titles(role: str, lexicons: RoleLexicons) -> str | None:
    words = role.split()
    while words and words[-1].lower() in lexicons.titles and words[-1].lower() not in lexicons.head_words:
        words.pop()
    return " ".join(words).strip(" ,") or None


def _after(
    text: str, end: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> tuple[int, str | None, str | None, str | None]:
    """Where the phrase ends, the role after the name, its organisation, and a noun that stands for one."""
    limit = min(len(text), end + _AFTER)
    degrees = lexicons.degrees.match(text, end)
    place = degrees.end() if degrees else end
    limit = _limit(text, place, limit, organizations)
    roles: list[str] = []
    named: list[OrganizationName] = []
    generic: str | None = None
    while (joint := _joint(text, place, limit, degrees is not None and place == degrees.end())) is not None:
        segment_end, cut = _segment_end(text, joint.end(), limit, lexicons, organizations)
        segment = text[joint.end() : segment_end]
        inside = [o for o in organizations if joint.end() <= o.start and o.end <= segment_end]
        is_role = _is_role(segment, lexicons)
        if is_role:
            if not named:
                roles.append(_role_alone(text, joint.end(), segment_end, inside))
            generic = generic or _generic(segment)
        elif not (inside and (roles or inside[0].start - joint.end() <= 9)) and not (roles and _PLACE.match(segment)):
            break
        named.extend(inside)
        place = segment_end
        if cut:
            break
    preferred = next((o for kind in _PREFERRED for o in named if o.kind == kind), named[0] if named else None)
    role = ", ".join(filter(None, roles)) or None
    return place, role, preferred.name if preferred else None, generic


def _joint(text: str, place: int, limit: int, after_degrees: bool) -> re.Match[str] | None:
    """What stands before the next segment: a comma, a preposition, or only a space behind degrees."""
    joint = _SEGMENT.match(text, place)
    if joint is None and after_degrees:
        joint = re.compile(r"\s+(?=[A-Z])").match(text, place)
    return joint if joint is not None and joint.end() < limit else None


def _limit(text: str, start: int, limit: int, organizations: Sequence[OrganizationName]) -> int:
    """The first stop after `start` that does not stand inside an organisation's name."""
    for stop in _STOP.finditer(text, start, limit):
        inside = any(o.start <= stop.start() < o.end for o in organizations)
        abbreviated = stop.group() == "." and text[stop.end() : stop.end() + 2].strip()[:1].islower()
        if not inside and not abbreviated:
            return stop.start()
    return limit


def _segment_end(
    text: str, start: int, limit: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> tuple[int, bool]:
    """Where the segment that starts at `start` ends: at a comma outside a name or before a cue verb; and whether at one."""
    cue = lexicons.cues.search(text, max(0, start - 1), limit)
    end = cue.start() if cue else limit
    end = start + len(text[start:end].rstrip(" ,"))
    for comma in re.finditer(r",\s|\s\(", text[start:end]):
        place = start + comma.start()
        if not any(o.start <= place < o.end for o in organizations):
            return place, False
    return end, cue is not None


def _is_role(segment: str, lexicons: RoleLexicons) -> bool:
    head = lexicons.heads.search(segment)
    return head is not None and len(segment[: head.start()].split()) <= 8


def _role_alone(text: str, start: int, end: int, organizations: Sequence[OrganizationName]) -> str:
    """The role without the organisation and what ties it on: "GeoMed's chairman and CEO" is "chairman and CEO"."""
    first = organizations[0] if organizations else None
    if first is not None and not text[start : first.start].strip(" thea"):
        return re.sub(r"^[’']s?\s+|^\s+", "", text[first.end : end]).strip(" ,")
    cut = first.start if first is not None else end
    role = _LINK.sub("", text[start:cut])
    return _OPENING.sub("", role).strip(" ,")


def _generic(segment: str) -> str | None:
    match = re.search(r"\b(?:the|its)\s+(\w+)(?:[’']s)?$|\b(?:the|its)\s+(\w+)[’']s\b", segment, re.IGNORECASE)
    return (match[1] or match[2]) if match else None


def role_capitals(book: Rulebook) -> frozenset[str]:
    """The role nouns as they stand in a title with capitals."""
    return frozenset(map(capitalised, written_forms(book.lexicon("role-heads"))))
