"""People by name, where something tells that words are one; and by surname once the article named them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.components.organizations.capitalised_words import BREAKS, REMEMBERED, SUFFIX, Sense, Word
from extractor.components.organizations.organization_name import OrganizationName
from extractor.components.organizations.person_evidence import AGE, KNOWN_NAME, PersonEvidence, has_title, tied_to_firms
from extractor.components.organizations.roles import PersonPhrase, phrase_of

_SURNAME = "person.surname"
MAX_WORDS = 5
MAX_GAP = 12
"""How many characters the small words between two words of a name have at most, with their spaces."""
_BARRED = BREAKS | SUFFIX | Sense.COMMON | Sense.INSTITUTION | Sense.WEAK
_NAME_WORD = re.compile(
    r"(?:[^\W\d_]\.){1,3}$|[^\W\d_]{1,2}$|(?:Mc|Mac|De|Di|La|Le|Van|[OD][’'])?[^\W\d_][^\W\d_A-Z]+(?:[-’'][^\W\d_]+)*$|[A-Z]{2,}-[A-Z][a-z]+$"
)
_QUOTE_AHEAD = re.compile(r"[,:]? [“\"‘']")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_NICKNAME = re.compile(r" (?:\([\w.-]+\)|[“\"][\w.-]+[”\"]) ")
_NICKNAME_OPENS = frozenset((" (", " “", ' "'))


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
    """Finds people by the `evidence` for names; `particles`: the small words inside names; `ways`: the ids of what may
    tell that words are a name."""

    evidence: PersonEvidence
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
        tied = frozenset(tied_to_firms(text, organizations, self.evidence.roles))
        covered = 0
        for number, word in enumerate(words):
            if word.sense & _BARRED and not word.sense & KNOWN_NAME:
                continue  # most words are no names
            if word.start < covered or word.start in barred or not self._goes_on(text, words, number):
                continue
            last = self._last_word(text, words, number, barred)
            if last is None:
                continue
            told = self.evidence.ways(text, words, number, last, tied)
            rule = next((way for way in told if way in self.ways), None)
            if rule is not None:
                start, covered = word.start, words[last].end
                phrase = phrase_of(text, start, covered, self.evidence.roles, organizations)
                found.append(PersonName(start, covered, text[start:covered], phrase, rule))
        return found

    def _goes_on(self, text: str, words: Sequence[Word], number: int) -> bool:
        """Whether something stands behind a word that may be a part of its name, or the word may be one by itself."""
        word = words[number]
        if word.glued or word.sense & Sense.FIRST_NAME or (word.follows and words[number - 1].sense & Sense.TITLE):
            return True
        behind = words[number + 1].start if number + 1 < len(words) else len(text)
        if behind - word.end < MAX_GAP and self.particles.fullmatch(text, word.end, behind) is not None:
            return True
        return text[word.end : word.end + 2] in _NICKNAME_OPENS and _NICKNAME.match(text, word.end) is not None

    def _last_word(self, text: str, words: Sequence[Word], first: int, barred: set[int]) -> int | None:
        """The number of the last word of what could be a name from `first` on."""
        if not _could_be_name(words[first]) and not words[first].sense & KNOWN_NAME:
            return None
        titled = has_title(words, first)
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
        said = self.evidence.roles.cues.match(text, word.end)
        speaks = said is not None and _QUOTE_AHEAD.match(text, said.end()) is not None
        return speaks or self.evidence.speaks(text, words, number, number) or AGE.match(text, word.end) is not None

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
        for number, word in enumerate(words) if full else ():
            if word.start < covered or not (word.start in starts or word.text in named_again):
                continue
            name = starts.get(word.start)
            if name is None and word.start not in barred and word.text in named_again:
                following = words[number + 1] if word.glued else None
                alone = following is None or following.start in barred or not _could_be_name(following)
                if alone or words[number - 1].sense & Sense.TITLE:
                    known = named_again[word.text]
                    start = _with_particles(text, word.start, known)
                    phrase = phrase_of(text, start, word.end, self.evidence.roles, organizations)
                    name = PersonName(start, word.end, known, phrase, _SURNAME)
            elif name is not None:
                name = PersonName(name.start, name.end, surnames.get(name.name, name.name), name.phrase, name.rule)
            if name is not None:
                mentions.append(name)
                covered = name.end
        return mentions

    def _surnames(self, full: Sequence[PersonName]) -> Mapping[str, str]:
        """Surname → the fullest name that ends with it; a name of one word that no name ends with → the first that it
        opens: Dr. Li is Li Wenhua."""
        surnames: dict[str, str] = {}
        for person in full:
            words = person.name.split()
            if len(words) < 2:
                continue
            for count in (1, 2):
                key = " ".join(words[-count:])
                if len(words) > count and len(surnames.get(key, "")) < len(person.name) and words[-1] != person.name:
                    surnames[key] = person.name
            if len(words) == 3 and _INITIAL.fullmatch(words[1]):  # Michael J. Kamdar is Michael Kamdar
                surnames.setdefault(f"{words[0]} {words[2]}", person.name)
        for alone in [person.name for person in full if " " not in person.name and person.name not in surnames]:
            whole = next((person.name for person in full if person.name.startswith(f"{alone} ")), None)
            if whole is not None:
                surnames[alone] = whole
        return surnames


def _with_particles(text: str, start: int, name: str) -> int:
    """Where a surname begins whose last word starts there, with the small words before it: "de Vries"."""
    for small in reversed(name.split()[:-1]):
        if not small[0].islower() or not text.startswith(f"{small} ", start - len(small) - 1):
            break
        start -= len(small) + 1
    return start


def _could_be_name(word: Word, first: Word | None = None, *, titled: bool = False) -> bool:
    """Whether a word can stand in a name; after a first name also one that is a surname and another word besides, after
    a title and a first name any."""
    barred = word.sense & _BARRED
    if barred and first is not None and first.sense & Sense.FIRST_NAME and (titled or word.sense & Sense.SURNAME):
        barred &= ~(Sense.COMMON | Sense.INSTITUTION)
    if first is not None and first.sense & Sense.FIRST_NAME and len(word.text) == 1:
        barred = 0  # an initial without its stop
    return not barred and _is_written_as_name(word.text)


@lru_cache(maxsize=REMEMBERED)
def _is_written_as_name(word: str) -> bool:
    return _NAME_WORD.match(word) is not None
