"""What tells that words are a person's name: title, degrees, role, first name, age, a firm's possessive, a verb of
saying."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.components.organizations.capitalised_words import Sense, Word, word_before
from extractor.components.organizations.organization_name import OrganizationName
from extractor.components.organizations.place_names import PlaceNames
from extractor.components.organizations.role_words import RoleLexicons

KNOWN_NAME = Sense.SURNAME | Sense.FIRST_NAME
"""What the lexicons know to be names of people."""
AGE = re.compile(r", an? \d\d-year-old|, (?:aged? )?\d{1,3}(?=[,.”\"]| and\b|-year)|,? \(\d\d\)")
_QUOTED_BEFORE = re.compile(r"[”\"’']\s$")
_TIE = re.compile(r"(?: (?P<bracket>\()|,? (?:(?P<of>of)|at|from|with) )(?:the )?$")
SPEAKS = -2
"""Instead of where a name ends: a verb of saying must follow it."""
_EMPLOYERS = frozenset(("hospital", "university", "analyst firm"))
"""Kinds of organisations of which a name is somebody's."""
_APPOSITION = re.compile(r", (?P<what>[^,.;:“\"\n]+)[,.:“\"]")
_ENDS = frozenset(",.;")
"""What stands behind a name that a comma parts from a role before it."""
_OWNER = re.compile(r"[’']s? (?=[^\W\d_a-z])")
_LAST_WORD = re.compile(r"(?P<role>[\w-]++)(?P<comma>,?)$")
_NICKNAME = re.compile(r"[“\"]\w+[”\"]")


@dataclass(frozen=True)
class PersonEvidence:
    """Tells names of people with what the rules know of roles and of the names of places."""

    roles: RoleLexicons
    places: PlaceNames

    def ways(
        self, text: str, words: Sequence[Word], first: int, last: int, tied: frozenset[tuple[int, int]]
    ) -> Iterator[str]:
        """The ids of the rules by which the words `first` to `last` are a person's name, the surest first; `tied` is
        where organisations tell that names stand (see `tied_to_firms`)."""
        count = last - first + 1
        if has_title(words, first):
            yield "person.title"
        if len(words[last].text.rstrip(".")) < 2:
            return
        if count == 1:
            yield "person.first-name-alone"
            return
        degrees = self.roles.degrees.match(text, words[last].end)
        if degrees is not None and degrees.group().lstrip().startswith((",", "(")):
            yield "person.degree"
        if count > 4:
            return
        if words[first].sense & Sense.FIRST_NAME and not words[first].sense & Sense.COMMON:
            if not self.places.are_named(text, words, first, last):
                yield "person.first-name"
        if AGE.match(text, words[last].end):
            yield "person.age"
        if count > 3:
            return
        start, end = words[first].start, words[last].end
        if self._is_of_firm(text, start, end, tied):
            if not any(word.sense & ~KNOWN_NAME for word in words[first : last + 1]):
                yield "person.firm"
        if self.speaks(text, words, first, last):
            yield "person.speaks"
        if self._has_role_before(text, start, end):
            yield "person.role-before"
        if self._has_role_after(text, end):
            yield "person.role-after"

    def _is_of_firm(self, text: str, start: int, end: int, tied: frozenset[tuple[int, int]]) -> bool:
        """Whether an organisation tells that a name stands here (see `tied_to_firms`)."""
        owned = (start, SPEAKS) in tied and self.roles.cues.match(text, end) is not None
        return owned or (start, -1) in tied or (-1, end) in tied

    def _has_role_before(self, text: str, start: int, end: int) -> bool:
        """Whether a role stands before a name, maybe with what it is of ("professor of neurology NAME"); one that a
        comma parts from the name only where the name ends a stretch of words too."""
        before = _last_word(text[max(0, start - 40) : start])
        if before is None or not self._leads(before["role"].lower()):
            before = self.roles.role_of_something(text, max(0, start - 80), start)
        if before is None or not self._leads(before["role"].lower()):
            return False
        return not before["comma"] or text[end : end + 1] in _ENDS

    def _has_role_after(self, text: str, end: int) -> bool:
        """Whether a role stands behind a name: in an apposition, a clause with "who", or as what somebody is."""
        if self.roles.who.match(text, end) is not None:
            return True
        told = _APPOSITION.match(text, end, end + 90)
        head = self.roles.heads.search(told["what"]) if told is not None else None
        return told is not None and head is not None and self._is_title(told["what"][: head.start()])

    def speaks(self, text: str, words: Sequence[Word], first: int, last: int) -> bool:
        """Whether these words, all unknown or names, stand between a quotation and a verb of saying: "…," said NAME of
        Acmera; "…," NAME said."""
        if words[first].sense & ~KNOWN_NAME and not words[first].sense & Sense.FIRST_NAME:
            return False
        if any(word.sense & ~KNOWN_NAME for word in words[first + 1 : last + 1]):
            return False
        if words[first].follows or words[last].glued:
            return False
        start, end = words[first].start, words[last].end
        said = self.roles.said_before.search(text, max(0, start - 24), start)
        if said is not None and _QUOTED_BEFORE.search(text, max(0, said.start() - 3), said.start() + 1):
            return True
        return _QUOTED_BEFORE.search(text, max(0, start - 3), start) is not None and (
            self.roles.cues.match(text, end) is not None
        )

    def _is_title(self, before_head: str) -> bool:
        """Whether the words before a role's noun belong to it."""
        words = before_head.replace("-", " ").split()
        return len(words) <= 5 and all(
            word.lower() in self.roles.words or word.endswith(("’s", "'s")) or word.istitle() for word in words
        )

    def _leads(self, word: str) -> bool:
        """Whether a role noun stands before names: "analyst", but not "patients"."""
        return self.roles.head_words.get(word) not in (None, "patient group", "other")


def _last_word(before: str) -> re.Match[str] | None:
    """The last word of what stands before a name, but for a nickname, and the comma behind it."""
    words = before.split() if before[-1:].isspace() else []
    if words and _NICKNAME.fullmatch(words[-1]):
        words.pop()
    return _LAST_WORD.search(words[-1]) if words else None


def has_title(words: Sequence[Word], first: int) -> bool:
    """Whether a title stands right before a word."""
    before = word_before(words, first)
    return before is not None and bool(before.sense & Sense.TITLE)


def tied_to_firms(
    text: str, organizations: Sequence[OrganizationName], roles: RoleLexicons
) -> Iterator[tuple[int, int]]:
    """Where names stand that an organisation tells to be persons': (start, -1) behind one ("Jefferies' NAME", "at
    Jefferies, NAME", "said Acmera's NAME"), (-1, end) before one ("NAME of Duke University", "NAME (Duke University)",
    "NAME of Acmera said"), (start, SPEAKS) where a verb of saying must follow the name ("Acmera's NAME said")."""
    for firm in organizations:
        if (owner := _OWNER.match(text, firm.end)) is not None:
            said = roles.said_before.search(text, max(0, firm.start - 24), firm.start)
            yield owner.end(), -1 if firm.kind == "analyst firm" or said else SPEAKS
        tie = _TIE.search(text, max(0, firm.start - 12), firm.start)
        if tie is None:
            continue
        if tie["bracket"]:
            closes = text[firm.end : firm.end + 1] == ")"
            if closes and (firm.kind in _EMPLOYERS or roles.cues.match(text, firm.end + 1) is not None):
                yield -1, tie.start()
        elif tie["of"] and (firm.kind in _EMPLOYERS or roles.cues.match(text, firm.end) is not None):
            yield -1, tie.start()
        if firm.kind == "analyst firm" and text[firm.end : firm.end + 2] == ", ":
            yield firm.end + 2, -1
