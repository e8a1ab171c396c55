"""What stands beside a person's name: title and role before it, degrees, role and organisation after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.components.organizations_names import OrganizationName
from extractor.components.organizations_words import written_forms
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import alternatives

_BEFORE = 110
"""Characters before a name in which its role may stand."""
_AFTER = 360
_WORD_BACK = re.compile(r"(?:^|(?<=[\s(“\"]))[\w’'&.\-/–]+,?(?=\s*$)")
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)$")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_COMMA = re.compile(r",\s|\s\(")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]?$")
_CAPITAL = re.compile(r"\s+(?=[A-Z])")
_PLACE = re.compile(r"(?:in |of )?(?:[A-Z][\w.’'-]+ ?){1,3}$")
_OWNER_WORD = re.compile(r"^[\w-]+[’']s?\s+")
_PREFERRED = ("hospital", "institute")
HEAD_WITHIN = 8
"""Words before the noun of a role at most."""


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A person's name with all that is said of it: `start` and `end` of the whole, the role as written, the organisation's
    name."""

    start: int
    end: int
    role: str | None = None
    organization: str | None = None


@dataclass(frozen=True)
class RoleLexicons:
    """What the rules know of roles, ready for use."""

    heads: re.Pattern[str]
    words: frozenset[str]
    head_words: dict[str, str]
    titles: frozenset[str]
    degrees: re.Pattern[str]
    cues: re.Pattern[str]
    small: frozenset[str]
    stop: re.Pattern[str]
    joint: re.Pattern[str]
    link: re.Pattern[str]
    opening: re.Pattern[str]
    relative: re.Pattern[str]
    generic: re.Pattern[str]


def role_lexicons(book: Rulebook) -> RoleLexicons:
    """Made once from the rules in force."""
    heads, titles = book.lexicon("role-heads"), written_forms(book.lexicon("titles"))
    forms = written_forms(heads)
    small = book.lexicon("role-links")
    links, articles, joins = (alternatives(small.terms(kind=kind)) for kind in ("link", "article", "join"))
    relative, clause = (alternatives(small.terms(kind=kind)) for kind in ("relative", "clause"))
    degrees = "|".join(sorted(map(_dotted, written_forms(book.lexicon("degrees"))), key=len, reverse=True))
    say = [form for form in written_forms(book.lexicon("cue-verbs"), kind="say") if not form.endswith("ing")]
    call = [form for form in written_forms(book.lexicon("cue-verbs"), kind="call") if form.endswith("ed")]
    said = alternatives(form for form in (*say, *call) if form.endswith(("ed", "s", "d", "e")) and len(form) > 3)
    return RoleLexicons(
        heads=re.compile(rf"(?<![\w-])(?:{alternatives(forms)})(?![\w-])", re.IGNORECASE),
        words=frozenset(w.lower() for w in (*written_forms(book.lexicon("role-modifiers")), *forms, *titles)),
        head_words={form.lower(): heads[form]["kind"] for form in forms},
        titles=frozenset(title.lower() for title in titles),
        degrees=re.compile(rf"(?:\s*,?\s*\(?(?:{degrees})(?![\w])\)?)+"),
        cues=re.compile(rf"\s+(?:has |also |then |further )?(?:{said})\b"),
        small=frozenset((*small.terms(kind="link"), *small.terms(kind="article"), *small.terms(kind="join"))),
        stop=re.compile(rf"[“”\"«»;:\n—!?]| [–-] |\.(?=\s|$)|, (?:{clause})\b|\((?!\w+ [A-Z])"),
        joint=re.compile(rf",\s+(?:(?:{joins})\s+)?|\s+(?=(?:{links}) )|\s+\((?=[A-Z])|\s*[–-]\s+|\s+(?=(?:{relative})\b)"),
        link=re.compile(rf"(?:\s*,)?\s*(?:\b(?:{links}|{articles}|{joins})\b\s*)*$"),
        opening=re.compile(rf"^(?:(?:{articles}|{joins})\s+)+", re.IGNORECASE),
        relative=re.compile(rf"(?:{relative})\b"),
        generic=re.compile(r"\b(?:the|its)\s+(\w+)(?:[’']s\b|$)", re.IGNORECASE),
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
    after = _Apposition(text, lexicons, organizations)
    after.read(end)
    generic = after.generic or _generic_before(text, line_start, first, lexicons)
    organization = after.organization or near or _meant(generic, start, organizations)
    return PersonPhrase(first, after.end, ", ".join(filter(None, after.roles)) or role_before, organization)


def _before(
    text: str, limit: int, start: int, lexicons: RoleLexicons, organizations: Sequence[OrganizationName]
) -> tuple[int, str | None, str | None]:
    """Where the phrase begins, the role before the name, and the organisation before that."""
    place, first = start, start
    has_head = False
    while (word := _WORD_BACK.search(text, limit, place)) is not None:
        folded = _POSSESSIVE.sub("", word.group().rstrip(",")).lower()
        if folded not in lexicons.words or (word.group().endswith(",") and folded not in lexicons.head_words):
            break
        has_head = has_head or folded in lexicons.head_words
        place = word.start()
        if folded not in lexicons.small:
            first = place
    role = _without_titles(text[first:start].strip(" ,"), lexicons) if has_head else None
    before = _BRACKET.sub("", text[limit:first].rstrip(" ,"))
    bare = _POSSESSIVE.sub("", before)
    if not has_head and bare == before:
        return first, role, None
    owner = next((o for o in reversed(organizations) if o.start < first), None)
    if owner is not None and limit + len(bare) <= owner.end <= first:
        return owner.start, role, owner.name
    return first, role, None


def _without_titles(role: str, lexicons: RoleLexicons) -> str | None:
    words = role.split()
    while words and words[-1].lower() in lexicons.titles and words[-1].lower() not in lexicons.head_words:
        words.pop()
    return " ".join(words).strip(" ,") or None


def _generic_before(text: str, limit: int, first: int, lexicons: RoleLexicons) -> str | None:
    """The noun in "the guild's president NAME"."""
    generic = list(lexicons.generic.finditer(text, max(limit, first - 40), first))
    return generic[-1][1] if generic and not text[generic[-1].end() : first].strip() else None


def _meant(generic: str | None, offset: int, organizations: Sequence[OrganizationName]) -> str | None:
    """The organisation that "the Association" means: the last one before with that word in its name."""
    if generic is None:
        return None
    named = [o for o in organizations if o.start < offset and generic.lower() in o.name.lower().split()]
    return named[-1].name if named else None


@dataclass
class _Apposition:
    """Reads what follows a name, segment by segment: degrees, roles, organisations, a clause with "who"."""

    text: str
    lexicons: RoleLexicons
    organizations: Sequence[OrganizationName]
    end: int = 0
    roles: list[str] = field(default_factory=list)
    named: list[OrganizationName] = field(default_factory=list)
    generic: str | None = None

    @property
    def organization(self) -> str | None:
        """The first organisation; a hospital or institute before a university."""
        first = self.named[0] if self.named else None
        if first is not None and first.kind == "university":
            first = next((o for kind in _PREFERRED for o in self.named if o.kind == kind), first)
        return first.name if first is not None else None

    def read(self, end: int) -> None:
        """Reads from the end of the name on; `self.end` is where the phrase ends."""
        degrees = self.lexicons.degrees.match(self.text, end)
        self.end = degrees.end() if degrees else end
        limit = self._limit(self.end, min(len(self.text), end + _AFTER))
        after_degrees = degrees is not None
        while (start := self._joint(limit, after_degrees)) is not None:
            after_degrees = False
            if self.lexicons.relative.match(self.text, start):
                self._clause(start, limit)
                break
            stop, cut = self._segment_end(start, limit)
            if not self._take(start, stop):
                break
            self.end = stop
            if cut:
                break

    def _joint(self, limit: int, after_degrees: bool) -> int | None:
        """Where the next segment starts: behind a comma, before a preposition, or after a space behind degrees."""
        joint = self.lexicons.joint.match(self.text, self.end)
        if joint is None and after_degrees:
            joint = _CAPITAL.match(self.text, self.end)
        return joint.end() if joint is not None and joint.end() < limit else None

    def _take(self, start: int, stop: int) -> bool:
        """Adds a segment to what is known; false for one that says nothing of the person."""
        segment = self.text[start:stop]
        inside = [o for o in self.organizations if start <= o.start and o.end <= stop]
        head = self.lexicons.heads.search(segment)
        if head is not None and len(segment[: head.start()].split()) <= HEAD_WITHIN:
            if not self.named:
                self.roles.append(self._role_alone(start, stop, inside))
            generic = self.lexicons.generic.search(segment)
            self.generic = self.generic or (generic[1] if generic else None)
        elif not (inside and (self.roles or inside[0].start - start <= 9)) and not (self.roles and _PLACE.match(segment)):
            return False
        self.named.extend(inside)
        return True

    def _clause(self, start: int, limit: int) -> None:
        """A clause with "who" up to a cue verb behind a comma, with the organisation that a preposition ties to it."""
        cue = next((c for c in self.lexicons.cues.finditer(self.text, start, limit) if self.text[c.start() - 1] == ","), None)
        stop = cue.start() - 1 if cue else limit
        tied = [o for o in self.organizations if start < o.start and o.end <= stop and self._is_tied(start, o.start)]
        self.named.extend(tied[-1:])
        if cue is not None:
            self.end = stop

    def _is_tied(self, start: int, place: int) -> bool:
        before = self.text[start:place]
        return self.lexicons.link.search(before).start() < len(before.rstrip())  # type: ignore[union-attr]

    def _limit(self, start: int, limit: int) -> int:
        """The first stop after `start` that does not stand inside an organisation's name or after an abbreviation."""
        for stop in self.lexicons.stop.finditer(self.text, start, limit):
            if any(o.start <= stop.start() < o.end for o in self.organizations):
                continue
            following = self.text[stop.end() : stop.end() + 2].strip()[:1]
            abbreviated = stop.group() == "." and (
                following.islower() or _ABBREVIATED.search(self.text, start, stop.start()) is not None
            )
            if not abbreviated:
                return stop.start()
        return limit

    def _segment_end(self, start: int, limit: int) -> tuple[int, bool]:
        """Where the segment that starts at `start` ends: at a comma outside a name or before a cue verb; whether at one."""
        cue = self.lexicons.cues.search(self.text, max(0, start - 1), limit)
        end = start + len(self.text[start : cue.start() if cue else limit].rstrip(" ,"))
        for comma in _COMMA.finditer(self.text, start, end):
            if not any(o.start <= comma.start() < o.end for o in self.organizations):
                return comma.start(), False
        return end, cue is not None

    def _role_alone(self, start: int, end: int, inside: Sequence[OrganizationName]) -> str:
        """The role without the organisation and what ties it on: "GeoMed's chairman and CEO" is "chairman and CEO"."""
        first = inside[0] if inside else None
        if first is not None and not self.lexicons.opening.sub("", self.text[start : first.start]).strip():
            return _POSSESSIVE_START.sub("", self.text[first.end : end]).strip(" ,")
        role = self.lexicons.link.sub("", self.text[start : first.start if first is not None else end])
        return _OWNER_WORD.sub("", self.lexicons.opening.sub("", role)).strip(" ,")


_POSSESSIVE_START = re.compile(r"^[’']s?\s+|^\s+")
