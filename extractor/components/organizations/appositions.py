"""What follows a person's name: degrees, role and organisation, behind commas or in a clause with "who"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.components.organizations.organization_name import OrganizationName
from extractor.components.organizations.role_words import RoleLexicons

AFTER = 480
"""Characters after a name in which its role may stand."""
_COMMA = re.compile(r",\s|\s\(")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]?$")
_CAPITAL = re.compile(r"\s+(?=[A-Z])")
_PLACE = re.compile(r"(?:in |of )?(?:[A-Z][\w.’'-]+ ?){1,3}$")
_ORIGIN = re.compile(r"(?:in|of|from) (?:[A-Z][\w.’'-]+ ?){1,3}$")
_OWNER_WORD = re.compile(r"^[\w-]+[’']s?\s+")
_OWNS = re.compile(r"[’']s? ")
_POSSESSIVE_START = re.compile(r"^[’']s?\s+|^\s+")
_TAIL = re.compile(r" (?P<word>[a-z]+) ")
_AT = re.compile(r" (?P<tie>at|of|in) (?:the )?")
_PARTS = ("hospital", "institute")
"""Kinds of what is part of a hospital or university: "the Lumen Center for Sleep at Duke University"."""
_BY_FORM = ("organization.institution-head",)
NEAR = 9
"""Characters before an organisation in a segment that tells no role, at most."""
HEAD_WITHIN = 8
"""Words before the noun of a role at most."""


@dataclass
class Apposition:
    """Reads what follows a name, segment by segment: degrees, roles, organisations, a clause with "who"."""

    text: str
    lexicons: RoleLexicons
    organizations: Sequence[OrganizationName]
    end: int = 0
    roles: list[str] = field(default_factory=list)
    named: list[OrganizationName] = field(default_factory=list)
    past: list[OrganizationName] = field(default_factory=list)
    generic: str | None = None
    own: str | None = None

    @property
    def organization(self) -> str | None:
        """The first organisation, if possible not one of former days; a hospital or institute before a university."""
        first = next(iter((*self.named, *self.past)), None)
        if first is not None and first.kind == "university" and not self._owns_next(first):
            first = next((o for kind in _PARTS for o in self.named if o.kind == kind), first)
        return first.name if first is not None else None

    def _owns_next(self, first: OrganizationName) -> bool:
        """Whether an organisation is the owner of the next one: "the University of Leeds's Centre for Sleep"."""
        return any(_OWNS.fullmatch(self.text, first.end, other.start) for other in self.named)

    def read(self, end: int) -> None:
        """Reads from the end of the name on; `self.end` is where the phrase ends."""
        degrees = self.lexicons.degrees.match(self.text, end)
        self.end = degrees.end() if degrees else end
        start = self._joint(after_degrees=degrees is not None)
        limit = self._limit(self.end, min(len(self.text), end + AFTER)) if start is not None else 0
        while start is not None and start < limit:
            if self.lexicons.relative.match(self.text, start):
                self._clause(start, limit)
                break
            stop, cut = self._segment_end(start, limit)
            if not self._take(start, stop):
                break
            self.end = self._without_tail(start, stop)
            if cut or self.end < stop:
                break
            start = self._joint()

    def _without_tail(self, start: int, stop: int) -> int:
        """Where a segment ends without words behind an organisation that say nothing of the person: "of Acmera opened
        the session"."""
        inside = [o for o in self.organizations if start <= o.start and o.end <= stop]
        if not inside or self.lexicons.heads.search(self.text, inside[-1].end, stop):
            return stop
        for organization in inside:
            tail = _TAIL.match(self.text, organization.end, stop)
            if tail is not None and tail["word"] not in self.lexicons.small:
                if tail["word"] not in self.lexicons.head_words:  # "a former FDA commissioner now at …"
                    return organization.end
        return stop

    def _joint(self, *, after_degrees: bool = False) -> int | None:
        """Where the next segment starts: behind a comma, before a preposition, or after a space behind degrees."""
        joint = self.lexicons.joint.match(self.text, self.end)
        if joint is None and after_degrees:
            joint = _CAPITAL.match(self.text, self.end)
        return joint.end() if joint is not None else None

    def _take(self, start: int, stop: int) -> bool:
        """Adds a segment to what is known; false for one that says nothing of the person."""
        segment = self.text[start:stop]
        inside = [o for o in self.organizations if start <= o.start and o.end <= stop]
        head = self.lexicons.heads.search(segment)
        if head is not None and self._is_role(segment[: head.start()]):
            if not self.named and segment.partition(" ")[0] not in self.lexicons.links:
                self.roles.append(self._role_alone(start, stop, inside))
            generic = self.lexicons.generic.search(segment)
            self.generic = self.generic or (generic[1] if generic else None)
            own = self.lexicons.own.search(segment)
            self.own = self.own or (own[1] if own else None)
        elif inside and self.lexicons.tied.fullmatch(segment, 0, inside[0].start - start):
            self.roles.append(self._role_alone(start, stop, inside))
        elif (inside and self.lexicons.verb.search(self.text, start, inside[0].start)) or (
            not (inside and (self.roles or self._is_near(start, inside[0].start)))
            and not (self.roles and _PLACE.match(segment))
            and not _ORIGIN.match(segment)
        ):
            return False
        inside = self._without_clinic(inside)
        past = self.lexicons.past.search(segment)
        left = next((o for o in inside if past is not None and o.start >= start + past.start()), None)
        gone = {o.name for o in (*self.past, *([left] if left else []))}
        self.named.extend(o for o in inside if o.name not in gone)
        self.past.extend([left] if left else [])
        return True

    def _without_clinic(self, inside: list[OrganizationName]) -> list[OrganizationName]:
        """The organisations of a segment without a clinic known by its own words that another one has: "the Sleep
        Clinic at Duke University"."""
        if len(inside) > 1 and inside[0].kind in _PARTS and inside[0].rule in _BY_FORM:
            tie = _AT.fullmatch(self.text, inside[0].end, inside[1].start)
            if tie is not None and (inside[0].kind == "hospital" or tie["tie"] == "at"):
                return inside[1:]
        return inside

    def _is_near(self, start: int, place: int) -> bool:
        """Whether an organisation stands right behind what opens a segment, or only a small word and what it is between
        them."""
        return place - start <= NEAR or self.lexicons.tie.fullmatch(self.text, start, place) is not None

    def _is_role(self, before_head: str) -> bool:
        """Whether the words before the noun of a role belong to it: few, and none of them a verb."""
        return len(before_head.split()) <= HEAD_WITHIN and self.lexicons.verb.search(before_head) is None

    def _clause(self, start: int, limit: int) -> None:
        """A clause with "who" up to a cue verb behind a comma, with the organisation that a preposition ties to it."""
        cue = next(
            (c for c in self.lexicons.cues.finditer(self.text, start, limit) if self.text[c.start() - 1] == ","), None
        )
        stop = cue.start() - 1 if cue else limit
        tied = [o for o in self.organizations if start < o.start and o.end <= stop and self._is_tied(start, o.start)]
        tied = [o for o in tied if self.lexicons.negation.search(self.text, start, o.start) is None]
        led = self.lexicons.leads.search(self.text, start, stop)
        if led is not None and not tied:
            whole = next((o for o in self.organizations if o.start == led.end()), None)
            tied = [whole] if whole is not None else []
            self.generic = self.generic or (None if whole else led["noun"])
            self.own = self.own or led["it"]
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
        """Where the segment that starts at `start` ends: at a comma outside a name or before a cue verb; whether at
        one."""
        cue = self.lexicons.cues.search(self.text, max(0, start - 1), limit)
        end = start + len(self.text[start : cue.start() if cue else limit].rstrip(" ,"))
        for comma in _COMMA.finditer(self.text, start, end):
            if not any(o.start <= comma.start() < o.end for o in self.organizations):
                return comma.start(), False
        relative = self.lexicons.relative_inside.search(self.text, start, end)
        if relative is not None:
            return relative.start(), False
        return end, cue is not None

    def _role_alone(self, start: int, end: int, inside: Sequence[OrganizationName]) -> str:
        """The role without the organisation and what ties it on: "GeoMed's chairman and CEO" is "chairman and CEO"."""
        first = inside[0] if inside else None
        before = self.lexicons.opening.sub("", self.text[start : first.start]).strip() if first is not None else None
        behind = self.lexicons.heads.search(self.text, first.end, end) if first is not None else None
        if before and behind is not None and self.lexicons.heads.search(before) is None:
            role = self.lexicons.opening.sub("", self.text[start : behind.end()])  # "former FDA commissioner"
        elif first is not None and not before:
            role = _POSSESSIVE_START.sub("", self.text[first.end : end])
        else:
            role = self.lexicons.link.sub("", self.text[start : first.start if first is not None else end])
            role = _OWNER_WORD.sub("", self.lexicons.opening.sub("", role))
        return self.lexicons.aside.split(role)[0].strip(" ,")
