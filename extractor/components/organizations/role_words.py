"""What the rules know of roles: the nouns and small words of "chief medical officer of Acmera", as regular
expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.cue_verbs import finite_forms
from extractor.rulebook import Rulebook
from extractor.rulebook.branches import branching
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import alternatives

LONGEST_SMALL = 3
"""Letters of the small words among the modifiers of roles at most."""


@dataclass(frozen=True)
class RoleLexicons:
    """What the rules know of roles, ready for use."""

    heads: re.Pattern[str]
    role_of: re.Pattern[str]
    of_what: re.Pattern[str]
    words: frozenset[str]
    head_words: dict[str, str]
    titles: frozenset[str]
    degrees: re.Pattern[str]
    cues: re.Pattern[str]
    said_before: re.Pattern[str]
    who: re.Pattern[str]
    """Behind a person's name: a clause with "who", or what somebody is: " is head of"."""
    small: frozenset[str]
    links: frozenset[str]
    aside: re.Pattern[str]
    stop: re.Pattern[str]
    joint: re.Pattern[str]
    link: re.Pattern[str]
    opening: re.Pattern[str]
    relative: re.Pattern[str]
    relative_inside: re.Pattern[str]
    verb: re.Pattern[str]
    past: re.Pattern[str]
    article: re.Pattern[str]
    generic: re.Pattern[str]
    negation: re.Pattern[str]
    own: re.Pattern[str]
    leads: re.Pattern[str]
    led_by: re.Pattern[str]
    """Between an organisation and who leads its people: "'s team, led by ", " analysts led by "."""
    tied: re.Pattern[str]
    tie: re.Pattern[str]

    def role_of_something(self, text: str, limit: int, start: int) -> re.Match[str] | None:
        """A role and what it is of, right before `start` and behind `limit`: "head of medicines, ", "professor of
        neurology "."""
        last = text[text.rfind(" ", limit, start - 1) + 1 : start]
        if not last.endswith(" ") or not (last[0].islower() or last.endswith(", ")):
            return None  # told much quicker than what a role is of, and that much quicker than a role
        if self.of_what.search(text, limit, start) is None:
            return None
        return self.role_of.search(text, limit, start)


def role_lexicons(book: Rulebook) -> RoleLexicons:
    """Made once from the rules in force."""
    heads, titles = book.lexicon("role-heads"), book.lexicon("titles").written()
    forms = heads.written()
    modifiers = alternatives(w for w in book.lexicon("role-modifiers").written() if len(w) > LONGEST_SMALL)
    small = book.lexicon("role-links")
    links, articles, joins = (alternatives(small.terms(kind=kind)) for kind in ("link", "article", "join"))
    relative, clause, verb = (alternatives(small.terms(kind=kind)) for kind in ("relative", "clause", "verb"))
    own, leads = alternatives(small.terms(own="yes")), alternatives(small.terms(kind="leads"))
    copula, past, works = (alternatives(small.terms(kind=kind)) for kind in ("copula", "past", "works"))
    dotted = sorted(map(_dotted, book.lexicon("degrees").written()), key=len, reverse=True)
    degrees = branching((degree[0], degree[1:]) for degree in dotted)
    said = finite_forms(book, "say", "call")
    of_what = (
        rf" (?:{links}) (?!(?:{articles}) )"
        rf"(?:(?-i:[a-z][\w-]*(?: [a-z][\w-]*){{0,3}} )|[^.,;:()“”\"\n]{{2,50}}(?P<comma>,) )$"
    )
    return RoleLexicons(
        heads=compiled(rf"(?<![\w-])(?:{alternatives(forms)})(?![\w-])", re.IGNORECASE),
        role_of=compiled(rf"(?<![\w-])(?P<role>{alternatives(forms)}){of_what}", re.IGNORECASE),
        of_what=compiled(of_what, re.IGNORECASE),
        words=frozenset(w.lower() for w in (*book.lexicon("role-modifiers").written(), *forms, *titles)),
        head_words={form.lower(): heads[form]["kind"] for form in forms},
        titles=frozenset(title.lower() for title in titles),
        degrees=compiled(rf"(?:\s*+,?+\s*+\(?+(?:{degrees})(?![\w])\)?)+"),
        cues=compiled(rf"\s+(?:has |also |then |further )?(?:{said})\b"),
        who=compiled(
            rf", (?:{relative})\b|,? (?:{copula}) (?:(?:{articles}) )?(?:(?:{modifiers})[ -]){{0,4}}"
            rf"(?:{alternatives(forms)}) (?:{links}) ",
        ),
        said_before=compiled(rf"\s(?:{said}) $"),
        links=frozenset(small.terms(kind="link")),
        aside=compiled(rf" (?:{alternatives(book.lexicon('role-ends').written())}) "),
        small=frozenset((*small.terms(kind="link"), *small.terms(kind="article"), *small.terms(kind="join"))),
        stop=compiled(rf"[“”\"«»;:\n—!?]| [–-] |\.(?=\s|$)|, (?:{clause})\b|\((?!\w+ [A-Z]|[A-Z]\w{{1,9}}\))"),
        joint=compiled(
            rf",?\s+(?:{copula})\s+(?=(?:{articles})\s|[A-Z]\w+[’']s? |(?i:{modifiers}|{alternatives(forms)})\s)"
            rf"|,?\s+(?:{works})\s+(?:[\w-]+\s+){{0,3}}?(?=(?:{links})\s)|\s+(?:has )?(?:{leads})\s+(?=[A-Z])"
            rf"|,\s+(?:(?:{joins})\s+)?|\s+(?=(?:{links}) )|\s+\((?=[A-Z])|\s*[–-]\s+|\s+(?=(?:{relative})\b)"
        ),
        link=compiled(rf"(?:\s*,)?\s*(?:\b(?:{links}|{articles}|{joins})\b\s*)*$"),
        opening=compiled(rf"^(?:(?:{articles}|{joins})\s+)+", re.IGNORECASE),
        relative=compiled(rf"(?:{relative})\b"),
        relative_inside=compiled(rf"\s+(?:{relative})\b"),
        verb=compiled(rf"\b(?:{verb}|{copula})\b"),
        article=compiled(rf"\b(?:{articles}) $", re.IGNORECASE),
        past=compiled(rf"\b(?:{past})\b", re.IGNORECASE),
        negation=compiled(rf"\b(?:{alternatives(small.terms(kind='negation'))})\b"),
        own=compiled(rf"\b({own})\b", re.IGNORECASE),
        tied=compiled(
            rf"(?:{articles}) (?:(?!(?:{relative}|{copula}|{verb})\b)[a-z][\w-]* ){{1,5}}(?:{links}) (?:the )?"
        ),
        tie=compiled(rf"(?:{links}) (?:(?:{articles}) )?(?:[a-z][\w-]* ){{1,3}}"),
        leads=compiled(rf"\b(?:{leads}) (?:(?P<it>it)\b|(?:the |its )?(?P<noun>(?-i:[a-z]+))?)", re.IGNORECASE),
        led_by=compiled(rf"(?:[’']s?)?(?: [a-z]+){{0,3}},? (?:{leads}) by "),
        generic=compiled(r"\b(?:the|its)\s+(\w+)(?:[’']s\b|$)", re.IGNORECASE),
    )


def _dotted(degree: str) -> str:
    """A degree in capitals may be written with full stops: MSCE, M.S.C.E."""
    if degree.isupper() and degree.isalpha():
        return r"\.?".join(degree) + r"\.?"
    return re.escape(degree).replace(r"\ ", " ")
