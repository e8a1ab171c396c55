"""Names that a bracket gives away: `BRAND® (generic)`, `generic (CODE)`, `generic (SHORT)`.

The rules are those of the family `drug` with `from: bracket`: their shape spans the words before the bracket and
those in it; its groups `inn`, `brand` and `code` are the names. A short form is a name only behind a medicine whose
letters it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.components.drugs.candidates import Candidate
from extractor.components.drugs.forms import Form, Forms
from extractor.components.drugs.lexicon import DrugLexicon
from extractor.components.drugs.names import form_of
from extractor.components.drugs.ordinary import OrdinaryWords
from extractor.rulebook import Rulebook
from extractor.rulebook.beginnings import Beginnings
from extractor.rulebook.by_beginning import ByBeginning
from extractor.rulebook.prepared import compiled

REACH = 50
"""How far before a bracket, in characters, the name before it may begin."""

REACH_BEHIND = 100
"""How far behind a bracket the name in it may end."""

_SHORT = "[A-Za-z0-9]{2,6}"

GROUPS = ("inn", "brand", "code")


@dataclass(frozen=True)
class BracketReader:
    """Looks at each opening bracket of a text."""

    forms: ByBeginning[tuple[Form, re.Pattern[str]]]
    """Each with what begins at the bracket."""
    ordinary: OrdinaryWords
    known: DrugLexicon
    """What names the lexicon has, by their form."""

    @classmethod
    def of(cls, forms: Forms, known: DrugLexicon) -> BracketReader:
        """With those of the forms that begin before a bracket."""
        tails = ((form, form.tail) for form in forms.by_bracket if form.tail)
        by_beginning = ByBeginning(((form, tail), Beginnings([tail])) for form, tail in tails)
        return cls(by_beginning, forms.ordinary, known)

    def candidates(self, text: str) -> Iterator[Candidate]:
        """The names before and in brackets, with the evidence that the bracket itself gives."""
        place = text.find("(")
        while place >= 0:
            for form, tail in self.forms.at(text, place):
                if tail.match(text, place):
                    yield from self._names(form, text, place)
            place = text.find("(", place + 1)

    def _names(self, form: Form, text: str, bracket: int) -> Iterator[Candidate]:
        for match in form.shape.finditer(text, max(0, bracket - REACH), bracket + REACH_BEHIND):
            if match.start() > bracket:
                return
            if not match.start() <= bracket < match.end():
                continue
            if self._is_ordinary(form, match["inn"]):
                return
            for kind in GROUPS:
                if match.groupdict().get(kind):
                    start, end = match.span(kind)
                    yield Candidate(
                        start, end, form_of(match[kind]), "", kind, form.rule.id, form.needs, gives=form.gives
                    )
            return

    def _is_ordinary(self, form: Form, generic: str) -> bool:
        """Whether what should be a generic name is a word of English, and (if that is enough for the form) no name."""
        return generic.split()[0] in self.ordinary and (form.unknown or form_of(generic) not in self.known)


SHORT_FORM_RULE = "drug.short-form"


def short_form_shape(book: Rulebook) -> re.Pattern[str]:
    """What introduces a short form behind a name: a bracket, or words such as “commonly referred to as”."""
    how, called, joined = (book.expression(name) for name in ("called-how", "called", "called-also"))
    return compiled(
        rf" \((?P<short>{_SHORT})[),;]|,? (?:(?:{joined}) )*(?:(?:{how}) )?(?:{called}) as (?P<also>{_SHORT})\b"
    )


def short_forms(text: str, names: Sequence[Candidate], introducing: re.Pattern[str]) -> Iterator[Candidate]:
    """All places of short forms that are introduced right behind a name and take its letters: `azacitidine (AZA)`."""
    introduced: dict[str, Candidate] = {}
    for name in names:
        match = introducing.match(text, name.end)
        short = (match["short"] or match["also"]) if match else ""
        if short and name.kind == "inn" and is_short_form(short, text[name.start : name.end]):
            introduced.setdefault(short, name)
    for short, name in introduced.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text):
            yield name._replace(start=match.start(), end=match.end(), rule=SHORT_FORM_RULE)


def is_short_form(short: str, name: str) -> bool:
    """Whether `short` is made of letters of `name` in their order, the first of them first, mostly capitals."""
    if not (2 <= len(short) <= 6 and short.isalnum() and sum(map(str.isupper, short)) >= 2):
        return False
    rest = iter(name.lower())
    return short[0].lower() == name[0].lower() and all(letter in rest for letter in short.lower())
