"""The examples of rules run through the whole pipeline: what each must find, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractor.authoring.found import Found, found_by
from extractor.authoring.matched import matched_by
from extractor.errors import RuleError
from extractor.model import Article, document_id
from extractor.pipeline import Pipeline, extraction_of
from extractor.rulebook import Rule
from extractor.rulebook.examples import Example, ExpectedSpan, agrees, counterexamples_of, examples_of
from extractor.rulebook.tracing import tracing


@dataclass(frozen=True)
class Outcome:
    """What became of one example: the family's records, and the places (start, end) where the rule itself matched."""

    found: Sequence[Found]
    matched: Sequence[tuple[int, int]]

    def at(self, start: int, end: int) -> list[Found]:
        """The records with exactly this span."""
        return [one for one in self.found if (one.start, one.end) == (start, end)]

    def over(self, start: int, end: int) -> list[Found]:
        """The records that overlap this span."""
        return [one for one in self.found if one.start < end and start < one.end]

    def is_matched(self, start: int, end: int) -> bool:
        """Whether the rule itself matches over this span or a part of it."""
        return any(s < end and start < e for s, e in self.matched)


@dataclass
class ExampleRunner:
    """Runs examples through one pipeline; `rules` are those in force by their ids."""

    pipeline: Pipeline
    rules: Mapping[str, Rule] = field(init=False)

    def __post_init__(self) -> None:
        self.rules = {rule.id: rule for rule in self.pipeline.rulebook.rules}

    def errors(self, rule: Rule) -> Iterator[RuleError]:
        """What is wrong with the examples and counterexamples of a rule in force."""
        taken: list[str] = []
        problems = [
            rule.error(problem, example.line)
            for example in examples_of(rule)
            for problem in self._problems(rule, example, taken)
        ]
        if len(problems) > 1 and len(taken) == len(problems) and len(set(taken)) == 1:
            place = self._place(taken[0])
            yield rule.error(f"is shadowed by {place}, which takes all its examples; narrow that one or drop this one")
        else:
            yield from problems
        for example in counterexamples_of(rule):
            yield from (rule.error(problem, example.line) for problem in self._trespasses(rule, example))

    def outcome(self, rule: Rule, example: Example) -> Outcome:
        """Extracts from the text of an example."""
        mark = document_id(example.text.encode("utf-8", "surrogatepass"))
        article = Article(text=example.text, id=mark, published=example.published)
        with tracing() as looks:
            context = self.pipeline.context(article)
        found = list(found_by(extraction_of(context), rule.family))
        matches = (match for look in looks for match in look.matches if match.rule.id == rule.id)
        places = [(match.whole_start, match.whole_end) for match in matches]
        named = [(span.start, span.end) for span in example.spans] if rule.family.records == "drug_mentions" else []
        return Outcome(found, [*places, *matched_by(rule, context, self.pipeline.rulebook.lexicons, named)])

    def _problems(self, rule: Rule, example: Example, taken: list[str]) -> Iterator[str]:
        outcome = self.outcome(rule, example)
        if not example.spans and not self._fires(rule, outcome):
            yield f"finds nothing in the example “{example.text}”; put what it should find in [brackets]"
        for span in example.spans:
            words = f"“{example.text[span.start : span.end]}” in the example “{example.text}”"
            if rule.excludes:
                yield from _not_excluded(outcome, span, words)
            else:
                yield from self._not_found(rule, outcome, span, words, taken)

    def _fires(self, rule: Rule, outcome: Outcome) -> bool:
        if any(one.rule == rule.id for one in outcome.found):
            return True
        return (rule.supports or rule.excludes) and bool(outcome.matched)

    def _not_found(
        self, rule: Rule, outcome: Outcome, span: ExpectedSpan, words: str, taken: list[str]
    ) -> Iterator[str]:
        here = outcome.at(span.start, span.end)
        mine = [one for one in here if one.rule == rule.id]
        if not mine and rule.supports and here:
            if not outcome.matched:
                yield f"does not match {words}"
                return
            mine = here
        if mine:
            yield from _wrong_values(mine[0], span, words)
        elif here:
            taken.append(here[0].rule)
            yield f"{words} is taken by {self._place(here[0].rule)}; change one of the two, or the example"
        else:
            yield f"does not find {words}{_instead(rule, outcome, span)}"

    def _trespasses(self, rule: Rule, example: Example) -> Iterator[str]:
        outcome = self.outcome(rule, example)
        places = [(one.start, one.end) for one in outcome.found if one.rule == rule.id]
        if (rule.supports and not rule.family.shares_records) or rule.excludes:
            places += outcome.matched
        spans = [(span.start, span.end) for span in example.spans] or [(0, len(example.text))]
        for start, end in places:
            if any(start < stop and begin < end for begin, stop in spans):
                words = example.text[start:end]
                yield f"finds “{words}” in the counterexample “{example.text}”; narrow the pattern or move the text"
                return

    def _place(self, rule_id: str) -> str:
        rule = self.rules.get(rule_id)
        return f"{rule_id} ({rule.path}:{rule.line})" if rule else rule_id


def _not_excluded(outcome: Outcome, span: ExpectedSpan, words: str) -> Iterator[str]:
    over = outcome.over(span.start, span.end)
    if not outcome.is_matched(span.start, span.end):
        yield f"does not match {words}"
    elif over:
        yield f"should keep {words} from being found, but {over[0].rule} finds “{over[0].text}”"


def _instead(rule: Rule, outcome: Outcome, span: ExpectedSpan) -> str:
    for one in outcome.over(span.start, span.end):
        by = "" if one.rule == rule.id else f" by {one.rule}"
        return f"; found is “{one.text}”{by}: mend the brackets or the pattern"
    if outcome.is_matched(span.start, span.end):
        return ": it matches there, but what it finds is not taken; see extractor rules explain"
    return ": nothing is found there; see extractor rules explain --rule for where it fails"


def _wrong_values(found: Found, span: ExpectedSpan, words: str) -> Iterator[str]:
    for key, expected in span.values.items():
        try:
            value = found.value(key)
        except KeyError:
            known = ", ".join(found.fields())
            yield f"there is no value “{key}” of {words}; there are {known}"
            continue
        if not agrees(expected, value):
            shown = "null" if value is None else value
            yield f"{key} is {shown}, not {'null' if expected is None else expected}, for {words}"
