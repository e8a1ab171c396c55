"""Organisations by what stands beside the name: a role, a ticker, a verb of saying, or the short form elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractor.components.organizations.capitalised_words import BREAKS, Sense, Word
from extractor.components.organizations.lexicons import OrganizationLexicons
from extractor.components.organizations.name_forms import names_of_causes, names_of_two
from extractor.components.organizations.organization_name import OrganizationName, name_of, run_end
from extractor.components.organizations.owners import (
    NEVER,
    common_run,
    names_after_noun,
    names_before_noun,
    names_of_owners,
    unknown_run,
)
from extractor.components.organizations.speech import names_by_speech
from extractor.components.organizations.surroundings import Beside, FreeWords

OFTEN = 3
"""Mentions from which on an unknown name that speaks or owns something is a company."""
_TICKER = "organization.ticker"
_SIGN = re.compile(r"[,.;:()“”\"\n—]")
_MARKS = frozenset("™®")
"""Signs behind the names of products."""
_LAST_WORDS = re.compile(r"(?<![\w-])(?:[\w-]++ )?(?P<last>[\w-]++)(?=,?$)")
_NEXT_WORDS = re.compile(r"(?P<owner>[’']s?)? (?P<words>[\w-]+(?: [\w-]+(?: [\w-]+)?)?)")


def names_by_evidence(
    text: str,
    words: Sequence[Word],
    behind: Sequence[int],
    lexicons: OrganizationLexicons,
    found: dict[int, OrganizationName],
    barred: set[int],
) -> None:
    """Adds to `found` (by start) the organisations that only their surroundings tell; `behind`: what may stand behind
    the words."""
    numbers = _free(words, found, barred)
    free = FreeWords(numbers, behind, lexicons.surroundings.before(text, words, numbers))
    for step in (
        _by_weak_suffix,
        names_of_causes,
        names_of_two,
        names_after_noun,
        names_before_noun,
        _after_role,
        _before_role,
        _by_repetition,
        names_of_owners,
        names_by_speech,
    ):
        names = (name for name in step(text, words, lexicons, free) if name.rule in lexicons.ways)
        new = [name for name in names if name.start not in found]
        for name in new:
            found.setdefault(name.start, name)
            free.take(words, name.start, name.end)
    for name in _by_ticker(text, words, lexicons, found):
        if name.start not in barred:
            found[name.start] = name


def _free(words: Sequence[Word], found: dict[int, OrganizationName], barred: set[int]) -> list[int]:
    """The numbers of the words that stand in no name that was found, and begin nothing else."""
    free = []
    end = 0
    for number, word in enumerate(words):
        start = word.start
        if start in found:
            end = max(end, found[start].end)
        if start >= end and start not in barred:
            free.append(number)
    return free


def _after_role(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """ "CEO of Glycyx", "analysts at Marlowe & Finch"."""
    for number in free.with_before(Beside.TIE):
        start = words[number].start
        tie = lexicons.tie.search(text, start - 6, start)
        role = _LAST_WORDS.search(text, max(0, tie.start() - 20), tie.start()) if tie is not None else None
        if tie is None or role is None:
            continue
        word = role["last"].lower()
        analysts = word in lexicons.analysts
        firm = tie.group() in (" of ", " at ") and not lexicons.firm_roles.isdisjoint((word, role.group().lower()))
        at = tie.group() == " at " and _roles_in_segment(text, tie.start(), lexicons)
        if analysts or firm or at:
            last = unknown_run(words, number)
            if last is not None and not (firm and last == number and words[number].sense & Sense.WEAK):
                kind = "analyst firm" if analysts else "company" if firm else "institute"
                yield name_of(text, words, number, last, kind, "organization.role")
            elif (whole := _of_common_words(words, number, tie, role, lexicons)) is not None:
                yield name_of(text, words, number, whole, "association", "organization.role")


def _of_common_words(
    words: Sequence[Word], number: int, tie: re.Match[str], role: re.Match[str], lexicons: OrganizationLexicons
) -> int | None:
    """The number of the last word of a name made of common words, of which somebody is a chief executive, or at which a
    manager: "policy manager at Breast Cancer Now"."""
    leads = not lexicons.heads_of_any.isdisjoint((role["last"].lower(), role.group().lower()))
    has_role = role["last"].lower() in lexicons.roles
    tied = (leads and tie.group() == " of ") or (has_role and tie.group() == " at ")
    return common_run(words, number) if tied else None


def _roles_in_segment(text: str, end: int, lexicons: OrganizationLexicons) -> bool:
    """Whether a role, or a verb for having one, stands in the words up to the next sign before: "chief of surgery at",
    "who runs a fund at"."""
    segment = _SIGN.split(text[max(0, end - 60) : end])[-1]
    return any(word in lexicons.roles or word in lexicons.duties for word in segment.lower().split())


def _before_role(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """ "Northmere CEO Ingrid Solheim", "Orsena's head of oncology"."""
    for number in free.with_behind(Beside.SPACE | Beside.APOSTROPHE):
        word = words[number]
        if (
            (word.sense & NEVER and not (word.sense & Sense.WEAK and word.follows))
            or word.sense & Sense.FIRST_NAME
            or (word.glued and not words[number + 1].sense & Sense.ROLE)
        ):
            continue
        behind = words[number - 1].sense if word.follows else 0
        after = _NEXT_WORDS.match(text, word.end) if not behind & BREAKS else None  # Chief Officer
        following = after["words"].lower().split() if after is not None else []
        if after is None or lexicons.roles.isdisjoint(following):
            continue
        house = not after["owner"] and following[0] in lexicons.analysts and _is_analyst(words, number, after)
        if behind & Sense.FIRST_NAME and not house:  # Owen Pratt
            continue
        reach = following[:1] if not after["owner"] and following[0] in lexicons.firm_roles else following
        if house or (
            any(w in lexicons.roles and w not in lexicons.persons_own for w in reach)
            and (after["owner"] or _is_executive(following, lexicons))
        ):
            first = number
            while first > 0 and words[first - 1].glued and number - first < 3 and not words[first - 1].sense & NEVER:
                first -= 1
            yield name_of(text, words, first, number, "analyst firm" if house else "company", "organization.role")


def _is_analyst(words: Sequence[Word], number: int, after: re.Match[str]) -> bool:
    """Whether somebody's name stands behind a name and the first word after it: "Morgan Keel analyst Jeff Baird"."""
    following = words[number + 1] if number + 1 < len(words) else None
    place = after.start("words") + len(after["words"].split()[0]) + 1
    return following is not None and following.glued and following.start == place


def _is_executive(following: Sequence[str], lexicons: OrganizationLexicons) -> bool:
    """Whether the first of these words, or all up to a firm's role, name one: "CEO", "chief medical officer"."""
    place = next((n for n, word in enumerate(following) if word in lexicons.firm_roles), None)
    return place is not None and (place == 0 or following[0] in lexicons.roles or following[0] == "vice")


def _by_weak_suffix(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """ "Pellworth Dermatology", where the article elsewhere says "Pellworth" alone, or where it says or does
    something."""
    for number in free.numbers:
        word = words[number]
        if word.sense or not word.glued or word.follows:
            continue
        last = run_end(words, number) - 1
        if (
            words[last].sense & Sense.WEAK
            and last - number <= 3
            and text[words[last].end : words[last].end + 1] not in _MARKS
            and (_stands_alone(word.text, words, free) or _acts(text, words[last], lexicons))
        ):
            yield name_of(text, words, number, last, "company", "organization.weak-suffix")


def _stands_alone(name: str, words: Sequence[Word], free: FreeWords) -> bool:
    """Whether the article has a word by itself somewhere."""
    return any(words[n].text == name and not (words[n].glued or words[n].follows) for n in free.numbers)


def _acts(text: str, word: Word, lexicons: OrganizationLexicons) -> bool:
    """Whether a verb of saying or doing follows: "Kaspian Oncology said"."""
    after = _NEXT_WORDS.match(text, word.end)
    return after is not None and not after["owner"] and after["words"].lower().split()[0] in lexicons.deeds


def _by_repetition(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, free: FreeWords
) -> Iterator[OrganizationName]:
    """An unknown word by itself that comes often and speaks or announces something: "Veridia said"."""
    unknown = [n for n in free.numbers if words[n].sense == 0 and len(words[n].text) > 3]
    alone = [n for n in unknown if not (words[n].glued or words[n].follows)]
    counts = Counter(words[n].text for n in alone)
    often = {name for name, times in counts.items() if times >= OFTEN and not name.isupper()}
    if not often:
        return
    often.difference_update(words[n].text for n in unknown if words[n].follows)  # persons
    speaking = {words[n].text for n in alone if words[n].text in often and _acts(text, words[n], lexicons)}
    for number in alone:
        if words[number].text in speaking:
            yield name_of(text, words, number, number, "company", "organization.repetition")


def _by_ticker(
    text: str, words: Sequence[Word], lexicons: OrganizationLexicons, found: dict[int, OrganizationName]
) -> list[OrganizationName]:
    """The names before `(NASDAQ: ABCD)`: those found get their ticker, others become companies."""
    names: list[OrganizationName] = []
    known = sorted(found.values(), key=lambda name: name.start)
    for match in lexicons.ticker.finditer(text):
        place = len(text[: match.start()].rstrip(" ,(®™"))
        near = next((n for n in reversed(known) if n.start < match.start() and place - 60 <= n.end <= place + 1), None)
        if near is not None and (near.end >= place or text[near.end : place].lstrip(" ,")[:1] == "("):
            names.append(near._replace(ticker=match["ticker"]))
            continue
        last = next((n for n in range(len(words) - 1, -1, -1) if words[n].end <= place), None)
        if last is None or words[last].end < place:
            continue
        first = last
        while first and words[first - 1].glued and last - first < 3 and not _stops(words[first - 1]):
            first -= 1
        if _TICKER not in lexicons.ways:
            continue
        name = name_of(text, words, first, last, "company", _TICKER)
        names.append(name._replace(end=place, name=text[name.start : place], ticker=match["ticker"], sure=True))
    return names


def _stops(word: Word) -> bool:
    return bool(word.sense & (BREAKS | Sense.COMMON)) and not word.sense & (Sense.SURNAME | Sense.ADJECTIVE)
