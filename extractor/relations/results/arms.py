"""The arms that a sentence names: medicines with their doses, controls, dose groups; several in a row are one group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from extractor.components.context import DocumentContext
from extractor.model import DrugMention, Percentage
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled
from extractor.rulebook.shapes import for_lowered

_DRUG, _STRENGTH, _SET = "\ue100", "\ue101", "\ue102"
"""The characters that stand for those of a medicine's name, of a percentage that is a strength, and of how often
something is given, while arms are looked for."""


_REGIMEN = r"(?-i:[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,3}(?: \d{2,3})?)"
"""A regimen by its initials: “VRd”, “FEC 100”."""

_KINDS = {
    "drug": "drug",
    "control": "control",
    "care": "control",
    "group": "group",
    "regimen": "group",
    "told": "told",
    "class": "class",
    "named": "group",
    "level": "group",
    "lettered": "group",
    "often": "group",
    "bare": "dose",
}
"""The kind of arm for each part of the shape that arms are found by."""

DOSES = frozenset({"dose", "group"})
"""Kinds of arms that may be one dose of several of a medicine."""

LONGEST_OPENING = 70
"""How long the words before a comma may be behind which a sentence begins with a class of medicines, in characters."""

LONGEST_LIST = 40
"""How long the rest of a list of groups may be that are told by how often they got something, in characters."""

_JOINED = re.compile(r"and|or|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm as named: offsets in the article, the medicine's name if it has one; `kind` is drug, comparator (a
    medicine that others are compared with), control, dose, group, class (of medicines, as the subject of a sentence),
    or told (“the drug”, whose name stands elsewhere).

    `whole_end` is behind the word “arm” or “group” that follows.
    """

    start: int
    end: int
    whole_end: int
    kind: str
    drug: str | None = None

    @property
    def is_control(self) -> bool:
        return self.kind in ("control", "comparator")


@dataclass(frozen=True, slots=True)
class ArmGroup:
    """One arm, or several in a row (“the 6 mg, 12 mg and placebo groups”)."""

    start: int
    end: int
    arms: tuple[Arm, ...]

    @property
    def merged(self) -> Arm:
        """All of them as one arm (“olvacimab and cetuximab”)."""
        first, last = self.arms[0], self.arms[-1]
        return replace(first, end=last.end, whole_end=last.whole_end) if len(self.arms) > 1 else first


class ArmFinder:
    """Finds arms by the lexicons in `rules/results`."""

    def __init__(self, book: Rulebook) -> None:
        words = book.expression

        noun = rf"(?:[ -](?:{words('arm-noun')})(?!\w))?"
        kinds, other = words("group-noun"), rf"(?:{words('no-group')})(?!\w)"
        unit = words("dose-unit")
        dose = rf"\d[\d.,]*(?: ?(?:-|–|to) ?\d[\d.,]*)?[ -]?(?:{unit})(?![\w/])(?: {_SET}+)?"
        drug = rf"{_DRUG}+(?:[®™]|\([RT]M?\))*(?: ?\({_DRUG}+\))?"
        sort = rf"(?:(?:{words('regimen-adjective')}) ){{0,2}}"
        added = rf"{sort}(?:{words('background-therapy')}|{_REGIMEN})(?!\w)"
        more = rf"(?:(?: {dose})? (?:{words('combined-with')}) (?:{drug}|{added}))*"
        choice = rf" of (?:{drug}|{added})(?:(?:,? (?:or|and) |, ?)(?:{drug}|{added}))*"
        told = rf"(?P<new>(?:{words('new-adjective')}|{_SET}+) )?(?:{words('medicine-noun')})"
        # No arm begins between two letters, and those by words not with what is masked: told before all is tried.
        self._shape = compiled(
            r"(?!(?<=[^\W\d_])[^\W\d_])(?:"
            rf"(?P<dose_of>(?:{dose} (?:of |dose of )?|(?:{words('dose-level')}) doses? of )?)"
            rf"(?P<route>(?:(?<![\w-])(?:{words('route-word')}|{_SET}+) )?)(?P<drug>{drug}{more})(?: alone)?"
            rf"(?: ?(?P<bracket>\()?(?P<dose>{dose}|{_STRENGTH}+(?=[ ,;)]))(?(bracket)\)))?"
            rf"(?P<drug_noun>(?:-treated)?{noun})"
            rf"|(?<![\w-])(?=[^\s{_DRUG}-{_SET}])(?:(?P<care>{words('other-care')})"
            rf"(?P<care_noun>[ -](?:{kinds}|{words('patient-noun')})(?!\w))"
            rf"|(?P<control>(?:{words('medicine-noun')}) (?:{words('without-drug')})|"
            rf"{sort}(?:{words('control-arm')}))"
            rf"(?!\w)(?P<control_noun>{noun})(?P<choice>{choice})?"
            rf"|(?<!\bas )(?<!\bas a )(?P<group>{words('group-arm')})(?!\w)(?P<group_noun>{noun})"
            rf"|(?:{words('given')}) (?:the |either )?(?P<regimen>{_REGIMEN})"
            rf"(?P<regimen_noun>{noun})(?![\w-])"
            rf"|(?P<stopping>(?:{words('stopping-verb')}) )?(?:{words('told-as')}) the (?P<told>{told})"
            rf"(?P<told_noun>{noun})(?![\w-]))"
            rf"|\A\W*(?:[^,{_DRUG}]{{0,{LONGEST_OPENING}}}, )?(?:[\w-]+ )?"
            rf"(?P<class>(?:[\w-]+[ -])?(?:{words('drug-class')}))(?P<class_noun>)(?= )"
            rf"|(?<=\bthe )(?:(?P<named>(?!{other})(?:[\w/+-]+|{_SET}+)(?: (?!{other})[\w/+-]+){{0,3}}?)"
            rf"(?P<named_noun> (?:{kinds})(?!\w))"
            rf"|(?P<level>{words('dose-level')})(?P<level_noun>)(?= (?:(?:at|with|by) )?\d[\d.]*(?:%| per)))"
            rf"|(?<![\w-])(?P<lettered>(?:{kinds}) (?:[A-D]|\d)(?!\w|[.,]\d))(?P<lettered_noun>)"
            rf"|(?P<often>{_SET}+)"
            rf"(?P<often_noun> (?:{kinds})(?!\w)|(?=(?:,|,? and|,? or) [^.;:]{{1,{LONGEST_LIST}}}? (?:{kinds})(?!\w)))"
            rf"|(?<![\w.])(?P<bare>{dose})(?P<bare_noun>{noun}))",
            re.IGNORECASE,
        )
        stopped = rf"(?:{words('stopping-verb')})(?: (?:{words('given')}))?(?: the| their)?"
        self._untold = compiled(rf"(?<!\w)(?:{words('no-arm-before')}|{stopped}) $", re.IGNORECASE)
        self._prior = for_lowered(rf"(?<!\w)(?:{words('prior-treatment')})(?: \w+)?[ (]+$")
        self._study = compiled(rf" (?:{words('trial-nouns')})(?!\w)", re.IGNORECASE)
        self._between = compiled(
            r"(?:, ?(?:and |or |or the |and the |the )?| and (?:the )?| or (?:the )?| ?/ ?)", re.IGNORECASE
        )

    def find(
        self,
        context: DocumentContext,
        start: int,
        end: int,
        doses: Sequence[Percentage] = (),
        controls: Set[str] = frozenset(),
    ) -> list[ArmGroup]:
        """The arms in a stretch of an article, in order; `doses` are the percentages there that are strengths,
        `controls` the medicines that are comparators in this article."""
        drugs = [
            drug
            for drug in context.within(context.drugs, start, end)
            if not self._prior.search(context.lowered, max(start, drug.start - 40), drug.start)
        ]
        masked = _masked(context, start, end, drugs, doses)
        arms: list[Arm] = []
        routes: dict[int, int] = {}
        for match in self._shape.finditer(masked):
            if not match["stopping"] and not self._is_untold(match):
                arms.append(_arm(match, start, drugs, arms, controls))
                if match["route"]:
                    routes[arms[-1].end] = start + match.start()
        arms = _told_apart(arms, routes)
        if any(arm.kind in DOSES for arm in arms):
            arms = [arm for arm in arms if not self._study.match(context.text, arm.whole_end)]
        return list(self._grouped(context.text, arms, routes))

    def _is_untold(self, match: re.Match[str]) -> bool:
        """Whether words before a group tell of earlier treatment (“previously treated patients”), or of one that was
        stopped (“stopped the study drug”)."""
        before = match.string[max(0, match.start() - 30) : match.start()]
        return match["group"] is not None and self._untold.search(before) is not None

    def _grouped(self, text: str, arms: Sequence[Arm], routes: Mapping[int, int]) -> Iterator[ArmGroup]:
        run: list[Arm] = []
        for arm in arms:
            if run and not self._between.fullmatch(text[run[-1].whole_end : arm.start]):
                yield from _groups_of(text, run, routes)
                run = []
            run.append(arm)
        yield from _groups_of(text, run, routes)


def _groups_of(text: str, run: Sequence[Arm], routes: Mapping[int, int]) -> Iterator[ArmGroup]:
    """The arms of a run as one group; one by one where nothing but commas joins them (“compared with placebo, the
    drug …”), or two a comma and a conjunction (“on placebo, and the drug reduced …”)."""
    joined = len(run) > 1 and _JOINED.search(text, run[-2].whole_end, run[-1].start) is not None
    joined = joined and (len(run) > 2 or not text.startswith(",", run[0].whole_end))
    for arms in [tuple(run)] if joined else [(arm,) for arm in run]:
        yield ArmGroup(routes.get(arms[0].end, arms[0].start), arms[-1].whole_end, arms)


def _told_apart(arms: Sequence[Arm], routes: Mapping[int, int]) -> list[Arm]:
    """The arms, those of one medicine with the words before them that tell how it is given: “oral paclitaxel”; `routes`
    are where these words start, by the ends of the arms."""
    drugs = Counter(arm.drug for arm in arms if arm.drug)
    return [
        replace(arm, start=routes[arm.end]) if arm.end in routes and drugs[arm.drug or ""] > 1 else arm for arm in arms
    ]


def _masked(
    context: DocumentContext, start: int, end: int, drugs: Sequence[DrugMention], doses: Sequence[Percentage]
) -> str:
    signs = list(context.text[start:end])
    rates = [date for date in context.within(context.dates, start, end) if date.type == "SET"]
    for mark, records in ((_SET, rates), (_DRUG, drugs), (_STRENGTH, doses)):
        for record in records:
            last = min(record.end, end)
            signs[record.start - start : last - start] = mark * (last - record.start)
    return "".join(signs)


def _arm(
    match: re.Match[str],
    offset: int,
    drugs: Sequence[DrugMention],
    before: Sequence[Arm],
    controls: Set[str],
) -> Arm:
    kind = next(name for name in _KINDS if match[name])
    begin, end = match.span(kind)
    begin = match.start("dose_of") if kind == "drug" and match["dose_of"] else begin
    if kind == "drug":
        end = match.end("dose") if match["dose"] else end
        end += len(" alone") if match.string[end : end + 6].lower() == " alone" else 0
    if kind == "control" and match["choice"]:
        end = match.end("choice")
    if kind == "bare" and "-" in match["bare"]:
        end = match.end("bare_noun")
    if kind == "named" and not any(sign.isdigit() for sign in match["named"]):
        end = match.end("named_noun")
    begin, end, whole = begin + offset, end + offset, match.end(f"{kind}_noun") + offset
    name = next((d.drug for d in drugs if begin <= d.start < end), None)
    if kind == "bare":
        name = next((arm.drug for arm in reversed(before) if arm.drug and not arm.is_control), None)
    kind = "comparator" if kind == "drug" and name in controls else "group" if match["new"] else _KINDS[kind]
    return Arm(begin, end, max(whole, end), kind, name)
