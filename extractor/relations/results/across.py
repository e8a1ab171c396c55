"""Comparisons that run over sentences: “… had died. In the placebo group the figure was 13%.”"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from extractor.components.context import DocumentContext, Sentence
from extractor.relations.leads import part_of
from extractor.relations.results.apart import cue_expression
from extractor.relations.results.arms import DOSES
from extractor.relations.results.claims import Claim
from extractor.relations.results.phrases import Phrase
from extractor.relations.results.reading import Reading
from extractor.relations.results.rows import Finding
from extractor.rulebook import Rulebook
from extractor.rulebook.prepared import compiled

_NEAR = 2
"""How far apart the numbers of two sentences in one part of a text may be."""

_SHARE = "proportion"
"""The measure of a figure of which no rule says another."""

_LETTERS = 4
"""How long a word must be for two endpoints that have it to be the same."""


@dataclass(frozen=True)
class Told:
    """A finding, the sentence that tells it, and the words of its endpoint; `named` where that sentence has them, else
    with what the sentence that named them claimed of the measure."""

    reading: Reading
    finding: Finding
    endpoint: Phrase | None
    named: bool
    measure: Claim | None = None


class AcrossSentences:
    """Sets the findings of a sentence beside those of the sentence before it."""

    def __init__(self, book: Rulebook) -> None:
        opener = book.expression("comparison-opener")
        back = book.expression("back-reference")
        self._again = compiled(rf"(?<!\w)the (?:{book.expression('anaphora')})(?!\w)", re.IGNORECASE)
        self._opened = compiled(
            rf"[\s\"“]*(?:(?:{opener})(?!\w)|(?:{back})(?: [\w-]+){{0,3}}? (?:{cue_expression(book)})(?!\w))",
            re.IGNORECASE,
        )

    def tells_again(self, context: DocumentContext, last: Sentence | None, sentence: Sentence) -> bool:
        """Whether a sentence speaks of what the sentence right before it measured: “at week 52 the rates were 52%
        …”."""
        follows = last is not None and last.number + 1 == sentence.number
        return follows and self._again.search(context.text, sentence.start, sentence.end) is not None

    def joined(
        self, context: DocumentContext, before: Sequence[Told], told: Sequence[Told]
    ) -> tuple[list[Told], list[Told]]:
        """The findings of two sentences that follow each other, without those that turn out to be the comparison of
        others."""
        unchanged = list(before), list(told)
        if not before or not told or not self._follows(context, before[0].reading, told[0].reading):
            return unchanged
        text = context.text
        if not told[0].named and self.tells_again(context, before[0].reading.sentence, told[0].reading.sentence):
            before = [_with_control_of(text, one, told[0]) for one in before]
            unchanged = before, list(told)
        if all(one.finding.other is None and not _is_of_control(one) for one in before):
            drugs = {one.finding.arm.drug for one in before if one.finding.arm is not None}
            controls = [one for one in told if _is_of_control(one) and one.finding.other is None]
            if len(told) == 1 and self._is_set_beside(text, told[0], drugs):
                controls = list(told)
            heads = _compared(text, before, controls)
            return (heads, [_summed_up(one, heads[-1]) for one in told if one not in controls]) if heads else unchanged
        if any(_is_of_control(one) for one in told):
            return unchanged
        if all(one.finding.other is None and one.finding.comparator is None and _is_of_control(one) for one in before):
            heads = _compared(text, told, before)
            return ([], heads) if heads else unchanged
        return unchanged

    def _follows(self, context: DocumentContext, first: Reading, second: Reading) -> bool:
        """Whether one sentence stands right behind the other, or with but one between in the same part of the text."""
        apart = second.sentence.number - first.sentence.number
        return apart == 1 or (apart == _NEAR and part_of(context, first.sentence) == part_of(context, second.sentence))

    def _is_set_beside(self, text: str, one: Told, drugs: Set[str | None]) -> bool:
        """Whether the finding of a sentence that speaks of the one before (“that compared with 41% of those who got …”)
        is of another medicine than its `drugs`."""
        arm = one.finding.arm
        own = arm is not None and (arm.kind in DOSES or arm.drug in drugs - {None})
        return (
            not own and one.finding.other is None and self._opened.match(text, one.reading.sentence.start) is not None
        )


def _is_of_control(one: Told) -> bool:
    return one.finding.arm is not None and one.finding.arm.is_control


def _measure(one: Told) -> str:
    claim = one.reading.best(one.finding.figure, "measure")
    return (claim.value[0] if claim else None) or _SHARE


def _compared(text: str, heads: Sequence[Told], controls: Sequence[Told]) -> list[Told]:
    """The heads with the figures of the controls beside them: one for all that differ in their arm alone, or as many as
    there are heads; none where they do not fit."""
    if not controls or not heads:
        return []
    if len(controls) == len(heads) > 1:
        pairs = list(zip(heads, controls, strict=True))
    else:
        fitting = [head for head in heads if _is_alike(text, head, controls[0])]
        arms = {head.finding.arm for head in fitting}
        if len(controls) > 1 or len(fitting) != len(arms):
            return []
        pairs = [(head, controls[0]) for head in fitting]
    if not pairs or not all(_is_alike(text, *pair) for pair in pairs):
        return []
    beside = {head.finding.figure: _beside(head, control) for head, control in pairs}
    return [beside.get(head.finding.figure, head) for head in heads]


def _is_alike(text: str, head: Told, control: Told) -> bool:
    """Whether two figures tell of the same: one measure, and endpoints that share a word where both are named."""
    if _measure(head) != _measure(control) or head.finding.figure.unit != control.finding.figure.unit:
        return False
    if head.endpoint is None or control.endpoint is None or not (head.named and control.named):
        return True
    return bool(_words(text, head.endpoint) & _words(text, control.endpoint))


def _words(text: str, phrase: Phrase) -> set[str]:
    words = re.findall(r"\w+", text[phrase.start : phrase.end].lower())
    return {word.rstrip("s") for word in words if len(word) >= _LETTERS} or set(words)


def _beside(head: Told, control: Told) -> Told:
    """A head with the figure of a control, and its endpoint where it names none itself."""
    finding = replace(head.finding, comparator=control.finding.arm, other=control.finding.figure)
    if head.named or control.endpoint is None:
        return replace(head, finding=finding)
    return replace(head, finding=finding, endpoint=control.endpoint, named=True)


def _with_control_of(text: str, head: Told, later: Told) -> Told:
    """A head without a comparison with that of another dose, told in the next sentence: “The figure was 48% for the
    lower dose and 21% for placebo”."""
    finding, control = head.finding, later.finding.comparator
    if finding.other is not None or finding.comparator is not None or _is_of_control(head):
        return head
    if control is None or control.kind != "control" or later.finding.other is None or not _is_alike(text, head, later):
        return head
    if finding.arm is None or finding.arm == later.finding.arm:
        return head
    return replace(head, finding=replace(finding, comparator=control, other=later.finding.other))


def _summed_up(one: Told, head: Told) -> Told:
    """What a comparison comes to, told behind the control's figure: of the head's arm."""
    if _measure(one) == _SHARE and one.finding.figure.unit == "percent":
        return one
    finding = replace(one.finding, arm=head.finding.arm, comparator=head.finding.comparator)
    return replace(one, finding=finding, endpoint=one.endpoint if one.named else head.endpoint)
