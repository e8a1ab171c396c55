"""What the rules know of roles: the nouns and small words of "chief medical officer of Acmera", as regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.organizations_words import row_forms, written_forms
from extractor.rulebook import Rulebook
from extractor.rulebook.shapes import alternatives


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
    verb: re.Pattern[str]
    past: re.Pattern[str]
    article: re.Pattern[str]
    generic: re.Pattern[str]


def role_lexicons(book: Rulebook) -> RoleLexicons:
    """Made once from the rules in force."""
    heads, titles = book.lexicon("role-heads"), written_forms(book.lexicon("titles"))
    forms = written_forms(heads)
    small = book.lexicon("role-links")
    links, articles, joins = (alternatives(small.terms(kind=kind)) for kind in ("link", "article", "join"))
    relative, clause, verb = (alternatives(small.terms(kind=kind)) for kind in ("relative", "clause", "verb"))
    copula, past = (alternatives(small.terms(kind=kind)) for kind in ("copula", "past"))
    degrees = "|".join(sorted(map(_dotted, written_forms(book.lexicon("degrees"))), key=len, reverse=True))
    verbs = [row for row in book.lexicon("cue-verbs").rows.values() if row["kind"] in ("say", "call")]
    said = alternatives(f for row in verbs for f in row_forms(row) if f != row["term"] and not f.endswith("ing"))
    return RoleLexicons(
        heads=re.compile(rf"(?<![\w-])(?:{alternatives(forms)})(?![\w-])", re.IGNORECASE),
        words=frozenset(w.lower() for w in (*written_forms(book.lexicon("role-modifiers")), *forms, *titles)),
        head_words={form.lower(): heads[form]["kind"] for form in forms},
        titles=frozenset(title.lower() for title in titles),
        degrees=re.compile(rf"(?:\s*,?\s*\(?(?:{degrees})(?![\w])\)?)+"),
        cues=re.compile(rf"\s+(?:has |also |then |further )?(?:{said})\b"),
        small=frozenset((*small.terms(kind="link"), *small.terms(kind="article"), *small.terms(kind="join"))),
        stop=re.compile(rf"[“”\"«»;:\n—!?]| [–-] |\.(?=\s|$)|, (?:{clause})\b|\((?!\w+ [A-Z])"),
        joint=re.compile(
            rf",\s+(?:(?:{joins})\s+)?|\s+(?=(?:{links}) )|\s+\((?=[A-Z])|\s*[–-]\s+|\s+(?=(?:{relative})\b)"
            rf"|\s+(?:{copula})\s+(?=(?:{articles})\s)"
        ),
        link=re.compile(rf"(?:\s*,)?\s*(?:\b(?:{links}|{articles}|{joins})\b\s*)*$"),
        opening=re.compile(rf"^(?:(?:{articles}|{joins})\s+)+", re.IGNORECASE),
        relative=re.compile(rf"(?:{relative})\b"),
        verb=re.compile(rf"\b(?:{verb}|{copula})\b"),
        article=re.compile(rf"\b(?:{articles}) $", re.IGNORECASE),
        past=re.compile(rf"\b(?:{past})\b", re.IGNORECASE),
        generic=re.compile(r"\b(?:the|its)\s+(\w+)(?:[’']s\b|$)", re.IGNORECASE),
    )


def _dotted(degree: str) -> str:
    """A degree in capitals may be written with full stops: MSCE, M.S.C.E."""
    if degree.isupper() and degree.isalpha():
        return r"\.?".join(degree) + r"\.?"
    return re.escape(degree).replace(r"\ ", " ")
