"""People by name, by what stands beside it: title, degrees, role, first name; and by surname once the article named them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.components.organizations.names import OrganizationName
from extractor.components.organizations.role_words import RoleLexicons
from extractor.components.organizations.roles import PersonPhrase, phrase_of
from extractor.components.organizations.words import BREAKS, SUFFIX, Sense, Word

_SURNAME = "person.surname"
MAX_WORDS = 5
MAX_GAP = 12
"""How many characters the small words between two words of a name have at most, with their spaces."""
_KNOWN_NAME = Sense.SURNAME | Sense.FIRST_NAME
_BARRED = BREAKS | SUFFIX | Sense.COMMON | Sense.INSTITUTION | Sense.WEAK
_NAME_WORD = re.compile(
    r"(?:[^\W\d_]\.){1,3}$|[^\W\d_]{1,2}$|(?:Mc|Mac|De|Di|La|Le|Van|[OD][’'])?[^\W\d_][^\W\d_A-Z]+(?:[-’'][^\W\d_]+)*$|[A-Z]{2,}-[A-Z][a-z]+$"
)
_AGE = re.compile(r", an? \d\d-year-old|, (?:aged? )?\d{1,3}(?=[,.”\"]| and\b|-year)|,? \(\d\d\)")
_QUOTED_BEFORE = re.compile(r"[”\"’']\s$")
_QUOTE_AHEAD = re.compile(r"[,:]? [“\"‘']")
_TIE = re.compile(r",? (?:(?P<of>of)|at|from|with) (?:the )?$")
_EMPLOYERS = frozenset(("hospital", "university", "analyst firm"))
"""Kinds of organisations of which a name is somebody's."""
_OWNER = re.compile(r"[’']s? (?=[A-Z])")
_NICKNAME = re.compile(r" (?:\([\w.-]+\)|[“\"][\w.-]+[”\"]) ")
_LOWER_ROLE = re.compile(r"(?P<role>[\w-]+)(?P<comma>,?)\s+(?:[“\"]\w+[”\"]\s+)?$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A stretch of text that names a person; `name` in full, the phrase around this mention, the rule's id."""

    start: int
    end: int
    name: str
    phrase: PersonPhrase
    rule: str


@dataclass(frozen=True)
class PersonFinder:
    """Finds people with what the rules know of roles; `particles`: the small words inside names; `ways`: the ids of what
    may tell that words are a name."""

    roles: RoleLexicons
    particles: re.Pattern[str]
    ways: frozenset[str]

    def find(
        self, text: str, words: Sequence[Word], organizations: Sequence[OrganizationName], barred: set[int]
    ) -> list[PersonName]:
        """The people named in `text`, in order. `barred`: where drugs and organisations start."""
        full = self._full_names(text, words, organizations, barred)
        return self._with_surnames(text, words, organizations, full, barred)

    def _full_names(
        self, text: str, words: Sequence[Word], organizations: Sequence[OrganizationName], barred: set[int]
    ) -> list[PersonName]:
        found: list[PersonName] = []
        tied = frozenset(_tied_to_firms(text, organizations))
        number = 0
        while number < len(words):
            may_begin = words[number].start not in barred and self._may_begin(text, words, number)
            last = self._last_word(text, words, number, barred) if may_begin else None
            told = self._evidence(text, words, number, last, tied) if last is not None else ()
            rule = next((way for way in told if way in self.ways), None)
            if last is None or rule is None:
                number += 1
                continue
            start, end = words[number].start, words[last].end
            phrase = phrase_of(text, start, end, self.roles, organizations)
            found.append(PersonName(start, end, text[start:end], phrase, rule))
            number = last + 1
        return found

    def _may_begin(self, text: str, words: Sequence[Word], number: int) -> bool:
        """Whether a name can begin with this word, told in a moment: most words are no names, or nothing goes on behind."""
        word = words[number]
        if word.sense & _BARRED and not word.sense & _KNOWN_NAME:
            return False
        if word.glued or word.sense & Sense.FIRST_NAME or self._has_title(text, words, number):
            return True
        behind = words[number + 1].start - word.end if number + 1 < len(words) else MAX_GAP
        return behind < MAX_GAP or _NICKNAME.match(text, word.end) is not None

    def _last_word(self, text: str, words: Sequence[Word], first: int, barred: set[int]) -> int | None:
        """The number of the last word of what could be a name from `first` on."""
        if not _could_be_name(words[first]) and not words[first].sense & _KNOWN_NAME:
            return None
        titled = self._has_title(text, words, first)
        last = first
        while last + 1 < len(words) and last - first < MAX_WORDS - 1:
            gap = text[words[last].end : words[last + 1].start]
            joined = words[last].glued or (len(gap) < MAX_GAP and self.particles.fullmatch(gap) is not None)
            if not joined and (nickname := _NICKNAME.match(text, words[last].end)) is not None:
                if (
                    last + 2 < len(words)
                    and words[last + 2].start == nickname.end()
                    and _could_be_name(words[last + 2])
                ):
                    last += 2
                    continue
            if (
                not joined
                or words[last + 1].start in barred
                or not _could_be_name(words[last + 1], words[first], titled=titled)
            ):
                break
            last += 1
        return last if last > first or titled or self._is_first_name_alone(text, words, first) else None

    def _is_first_name_alone(self, text: str, words: Sequence[Word], number: int) -> bool:
        """Whether one first name stands for somebody: "…," said Tanya, a 44-year-old."""
        word = words[number]
        if not word.sense & Sense.FIRST_NAME or word.sense & Sense.COMMON or word.glued:
            return False
        said = self.roles.cues.match(text, word.end)
        speaks = said is not None and _QUOTE_AHEAD.match(text, said.end()) is not None
        return speaks or self._speaks(text, words, number, number) or _AGE.match(text, word.end) is not None

    def _has_title(self, text: str, words: Sequence[Word], first: int) -> bool:
        return first > 0 and words[first - 1].glued and bool(words[first - 1].sense & Sense.TITLE)

    def _evidence(
        self, text: str, words: Sequence[Word], first: int, last: int, tied: frozenset[tuple[int, int]] = frozenset()
    ) -> Iterator[str]:
        """The ids of the rules by which these words are a person's name, the surest first."""
        count = last - first + 1
        if self._has_title(text, words, first):
            yield "person.title"
        if len(words[last].text.rstrip(".")) < 2:
            return
        if count == 1:
            yield "person.first-name-alone"
            return
        degrees = self.roles.degrees.match(text, words[last].end)
        if degrees is not None and count >= 2 and degrees.group().lstrip().startswith((",", "(")):
            yield "person.degree"
        if count > 4:
            return
        if words[first].sense & Sense.FIRST_NAME and not words[first].sense & Sense.COMMON:
            yield "person.first-name"
        if _AGE.match(text, words[last].end):
            yield "person.age"
        if count <= 3 and ((words[first].start, -1) in tied or (-1, words[last].end) in tied):
            if not any(word.sense & ~_KNOWN_NAME for word in words[first : last + 1]):
                yield "person.firm"
        if count <= 3 and self._speaks(text, words, first, last):
            yield "person.speaks"
        before = _LOWER_ROLE.search(text, max(0, words[first].start - 40), words[first].start)
        if before is not None and self._leads(before["role"].lower()) and count <= 3:
            if not before["comma"] or text[words[last].end : words[last].end + 1] == ",":
                yield "person.role-before"
        after = text[words[last].end : words[last].end + 90]
        if count <= 3 and (apposition := re.match(r", ([^,.;:“\"\n]+)[,.“\"]", after)) is not None:
            head = self.roles.heads.search(apposition[1])
            if head is not None and self._is_title(apposition[1][: head.start()]):
                yield "person.role-after"

    def _speaks(self, text: str, words: Sequence[Word], first: int, last: int) -> bool:
        """Whether these words, all unknown or names, stand between a quotation and a verb of saying: "…," said NAME of Acmera;
        "…," NAME said."""
        if words[first].sense & ~_KNOWN_NAME and not words[first].sense & Sense.FIRST_NAME:
            return False
        if any(word.sense & ~_KNOWN_NAME for word in words[first + 1 : last + 1]):
            return False
        if (first and words[first - 1].glued) or words[last].glued:
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
        words = before_head.lower().replace("-", " ").split()
        return len(words) <= 5 and all(w in self.roles.words or w.endswith(("’s", "'s")) or w.istitle() for w in words)

    def _leads(self, word: str) -> bool:
        """Whether a role noun stands before names: "analyst", but not "patients"."""
        return self.roles.head_words.get(word) not in (None, "patient group", "other")

    def _with_surnames(
        self,
        text: str,
        words: Sequence[Word],
        organizations: Sequence[OrganizationName],
        full: list[PersonName],
        barred: set[int],
    ) -> list[PersonName]:
        surnames = self._surnames(full)
        named_again = surnames if _SURNAME in self.ways else {}
        mentions: list[PersonName] = []
        starts = {name.start: name for name in full}
        covered = 0
        for number, word in enumerate(words):
            if word.start < covered:
                continue
            name = starts.get(word.start)
            if name is None and word.start not in barred and word.text in named_again:
                following = words[number + 1] if word.glued else None
                alone = following is None or following.start in barred or not _could_be_name(following)
                if alone or words[number - 1].sense & Sense.TITLE:
                    known = named_again[word.text]
                    phrase = phrase_of(text, word.start, word.end, self.roles, organizations)
                    name = PersonName(word.start, word.end, known, phrase, _SURNAME)
            elif name is not None:
                name = PersonName(name.start, name.end, surnames.get(name.name, name.name), name.phrase, name.rule)
            if name is not None:
                mentions.append(name)
                covered = name.end
        return mentions

    def _surnames(self, full: Sequence[PersonName]) -> Mapping[str, str]:
        """Surname → the fullest name that ends with it."""
        surnames: dict[str, str] = {}
        for person in full:
            words = person.name.split()
            if len(words) < 2:
                continue
            for count in (1, 2):
                key = " ".join(words[-count:])
                if len(words) > count and len(surnames.get(key, "")) < len(person.name) and words[-1] != person.name:
                    surnames[key] = person.name
        return surnames


def _could_be_name(word: Word, first: Word | None = None, *, titled: bool = False) -> bool:
    """Whether a word can stand in a name; after a first name also one that is a surname and another word besides, after a
    title and a first name any."""
    barred = word.sense & _BARRED
    if barred and first is not None and first.sense & Sense.FIRST_NAME and (titled or word.sense & Sense.SURNAME):
        barred &= ~(Sense.COMMON | Sense.INSTITUTION)
    if first is not None and first.sense & Sense.FIRST_NAME and len(word.text) == 1:
        barred = 0  # an initial without its stop
    return not barred and _NAME_WORD.match(word.text) is not None


def _tied_to_firms(text: str, organizations: Sequence[OrganizationName]) -> Iterator[tuple[int, int]]:
    """Where names stand that an organisation tells to be persons': (start, -1) behind one ("Jefferies' NAME", "at Jefferies,
    NAME"), (-1, end) before one ("NAME of Duke University")."""
    for firm in organizations:
        if firm.kind == "analyst firm" and (owner := _OWNER.match(text, firm.end)) is not None:
            yield owner.end(), -1
        tie = _TIE.search(text, max(0, firm.start - 12), firm.start)
        if tie is not None:
            if tie["of"] and firm.kind in _EMPLOYERS:
                yield -1, tie.start()
            if firm.kind == "analyst firm" and text[firm.end : firm.end + 2] == ", ":
                yield firm.end + 2, -1
