"""Views and matching: the span and the slots that a rule finds in a text."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import RuleError
from extractor.rulebook import LineMatcher, Match, Rule, RuleMatcher, View, build_view
from extractor.rulebook.compiling import compile_rule, literals, trigger_words
from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.linematching import rule_line
from extractor.rulebook.tracing import tracing

NLP = spacy.blank("en")
LEXICONS = {
    "cue-verbs": Lexicon("cue-verbs", {"said": {}, "went on to say": {}}),
    "number-words": Lexicon("number-words", {"four": {}, "twelve": {}}),
}
MENTION = re.compile(r"<(?P<kind>[a-z]+):(?P<text>[^>]*)>")


def view_of(marked: str) -> View:
    """`on <drug:Foximab>`: a view in which Foximab is a mention of a drug."""
    text, marks, place = "", [], 0
    for match in MENTION.finditer(marked):
        text += marked[place : match.start()]
        marks.append((len(text), len(text) + len(match["text"]), match["kind"], match["text"]))
        text += match["text"]
        place = match.end()
    text += marked[place:]
    tokens = [(token.idx, token.idx + len(token)) for token in NLP.make_doc(text) if not token.is_space]
    return build_view(NLP.vocab, text, tokens, marks)


def matches(
    view: View, *patterns: str, family: str = "event", shape: str | None = None, case: bool = False
) -> list[Match]:
    rule = Rule(f"{family}.test", "", patterns=patterns, shapes=(shape,) if shape else (), exact_case=case)
    return RuleMatcher([rule], LEXICONS, NLP.vocab).matches(view)


def spans(view: View, found: list[Match]) -> list[str]:
    return [view.text[match.start : match.end] for match in found]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("on <drug:Foximab 5>, twice", ["on", "Foximab 5", ",", "twice"]),
        ("<drug:AMG-451>-treated patients", ["AMG-451", "-", "treated", "patients"]),
        ("<drug:AMG-451>/<drug:AMG-452> arms", ["AMG-451", "/", "AMG-452", "arms"]),
        ("non-<drug:XZ12>, <percentage:5%>", ["non", "-", "XZ12", ",", "5%"]),
        ("the drug’s <date:day 3>", ["the", "drug", "'s", "day 3"]),
        ("<date:Q3><drug:Foximab>", ["Q3", "Foximab"]),
    ],
)
def test_mentions_are_one_token_even_inside_words(marked: str, words: list[str]) -> None:
    view = view_of(marked)
    assert [token.text for token in view.doc] == words
    for token, start, end in zip(view.doc, view.starts, view.ends, strict=True):
        assert view.text[start:end].replace("’", "'") == token.text


@given(st.text(alphabet="ab -/.5%’", max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_a_view_loses_no_character_and_overlaps_none(text: str, places: list[int]) -> None:
    bounds = sorted({min(place, len(text)) for place in places})
    marks = [
        (s, e, "drug", 1) for s, e in zip(bounds[::2], bounds[1::2], strict=False) if text[s:e].strip() == text[s:e]
    ]
    tokens = [(t.idx, t.idx + len(t)) for t in NLP.make_doc(text) if not t.is_space]
    view = build_view(NLP.vocab, text, tokens, marks)
    covered = [place for s, e in zip(view.starts, view.ends, strict=True) for place in range(s, e)]
    assert covered == sorted(set(covered))
    assert {place for place, sign in enumerate(text) if not sign.isspace()} <= set(covered)


@pytest.mark.parametrize(
    ("pattern", "marked", "found"),
    [
        ("approved in {date}", "It was approved in <date:May 2024>.", ["approved in May 2024"]),
        ("approved in [{date}]", "It was approved in <date:May 2024>.", ["May 2024"]),
        ("approved in [{date}]", "Approved IN <date:May 2024>.", ["May 2024"]),
        ("approved in [{date}]", "approved in May", []),
        ("Phase [_]", "a Phase 3 trial, a phase 2 trial", ["3"]),
        ("phase [_]", "a Phase 3 trial, a phase 2 trial", ["3", "2"]),
        ("the? [drug]", "the drug, a drug", ["drug", "drug"]),
        ("[{drug}]-treated", "<drug:AMG-451>-treated and <drug:Foximab>-treated", ["AMG-451", "Foximab"]),
        ("a ...2 [z]", "a b c z", ["z"]),
        ("a ...2 [z]", "a b c d z", []),
        ("[{number}] patients", "320 patients, four patients, <percentage:5%> patients", ["320", "four"]),
        ("improv*", "improves, an improvement", ["improves", "improvement"]),
        ("he {cue-verbs}", "he said; he went on to say", ["he said", "he went on to say"]),
        ("drug's", "the drug’s effect", ["drug’s"]),
        ("non-inferior*", "a non-inferiority trial", ["non-inferiority"]),
        ("(p|P) [<] _", "P < 0.001", ["<"]),
        ("([a] b|c [d])", "a b c d", ["a", "d"]),
        ("[(a|b c) d]", "b c d", ["b c d"]),
        ("[a] b [c]", "a b c", ["a b c"]),
        ("[(a (b|c)? )] z", "a c z", ["a c"]),
    ],
)
@pytest.mark.parametrize("matcher", [RuleMatcher, LineMatcher])
def test_the_span_that_a_pattern_finds(
    pattern: str, marked: str, found: list[str], matcher: type[RuleMatcher | LineMatcher]
) -> None:
    view = view_of(marked)
    rule = Rule("event.test", "", patterns=(pattern,))
    assert spans(view, matcher([rule], LEXICONS, NLP.vocab).matches(view)) == found


@pytest.mark.parametrize(
    ("patterns", "kinds", "expected"),
    [
        (["{drug} beat {percentage}"], {"drug", "percentage"}, True),
        (["{drug} beat {percentage}"], {"drug"}, False),
        (["{drug} beat {percentage}", "{drug} won"], {"drug"}, True),
        (["({drug}|it) won"], set(), True),
        (["it won"], set(), True),
        ([[{"LOWER": "it"}]], set(), True),
        ([], {"drug"}, False),
    ],
)
def test_whether_a_view_with_some_kinds_of_mentions_may_match(
    patterns: list[Any], kinds: set[str], expected: bool
) -> None:
    matcher = LineMatcher([Rule("event.test", "", patterns=tuple(patterns))], LEXICONS, NLP.vocab)
    assert matcher.may_match(kinds) is expected
    with tracing():
        assert matcher.may_match(kinds)


def test_without_brackets_the_span_is_the_mention_that_the_family_is_about() -> None:
    view = view_of("about <percentage:30%> of patients")
    assert spans(view, matches(view, "{percentage} of patients", family="role")) == ["30%"]


def test_slots_carry_their_text_place_and_record() -> None:
    view = view_of("<drug:Foximab> and <drug:barumab> beat the vehicle cream")
    (match,) = matches(view, "{drug} and {drug} beat {arm:(the? vehicle cream)}")
    assert {name: hit.text for name, hit in match.slots.items()} == {
        "drug": "Foximab",
        "drug2": "barumab",
        "arm": "the vehicle cream",
    }
    assert match.slots["drug"].record == "Foximab"
    assert match.slots["arm"].record is None
    assert view.text[match.slots["drug2"].start : match.slots["drug2"].end] == "barumab"
    assert (match.whole_start, match.whole_end) == (0, len(view.text))


def test_of_one_span_the_smallest_gap_counts_then_the_longest() -> None:
    view = view_of("<drug:A1> was safe; <drug:B1> was very safe, [it] worked")
    (first, second) = matches(view, "{drug} ...8 [safe]")
    assert [match.slots["drug"].text for match in (first, second)] == ["A1", "B1"]
    view = view_of("the trial of the drug")
    (match,) = matches(view, "(the trial of)? the? [drug]")
    assert match.whole_start == 0


def test_token_descriptions_match_as_in_spacy() -> None:
    view = view_of("given to 320 adults")
    pattern = [{"LOWER": "to"}, {"IS_DIGIT": True, "slot": "patients", "span": True}, {"LOWER": {"IN": ["adults"]}}]
    rule = Rule("event.test", "", patterns=(pattern,))
    (match,) = RuleMatcher([rule], LEXICONS, NLP.vocab).matches(view)
    assert match.slots["patients"].text == "320" == view.text[match.start : match.end]


def test_shapes_match_in_the_text_of_a_view() -> None:
    view = view_of("rose by <percentage:5%> (n=12)")
    (match,) = matches(view, shape=r"\(n=(?P<span>\d+)\)")
    assert spans(view, [match]) == ["12"]
    (match,) = matches(view, shape=r"rose by \S+", family="role")
    assert (spans(view, [match]), match.slots["percentage"].record) == (["5%"], "5%")
    assert matches(view, shape=r"\(n=\d+\)", family="role") == []


def test_a_rule_in_exact_case() -> None:
    view = view_of("Entrust and entrust")
    assert spans(view, matches(view, "entrust", case=True)) == ["entrust"]
    assert spans(view, matches(view, shape="entrust", case=True)) == ["entrust"]


@pytest.mark.parametrize(
    ("pattern", "trigger"),
    [
        ("the approval of {drug}", ("approval",)),
        ("the {drug}", ("@drug",)),
        ("the? {drug}", ("@drug",)),
        ("of the", ("of",)),
        ("improv* _", ()),
    ],
)
def test_the_rarest_word_that_must_be_there_is_the_trigger(pattern: str, trigger: tuple[str, ...]) -> None:
    (compiled,) = compile_rule(Rule("event.test", "", patterns=(pattern,)), LEXICONS)
    assert trigger_words(compiled, lambda word: word in ("the", "of")) == trigger


def test_what_must_not_be_there_is_no_trigger() -> None:
    rule = Rule("event.test", "", patterns=([{"LOWER": "not", "OP": "!"}, {"LOWER": "approved"}],))
    (compiled,) = compile_rule(rule, LEXICONS)
    assert trigger_words(compiled, lambda word: False) == ("approved",)
    assert literals({"LOWER": {"IN": ["A", "b"]}}) == ("a", "b")


def test_matches_come_in_the_order_of_the_rules_then_of_the_text(tmp_path: Path) -> None:
    view = view_of("alpha beta alpha")
    rules = [Rule("event.second", "", patterns=("beta",)), Rule("event.first", "", patterns=("alpha",))]
    found = RuleMatcher(rules, LEXICONS, NLP.vocab).matches(view)
    assert [(match.rule.id, match.start) for match in found] == [
        ("event.second", 6),
        ("event.first", 0),
        ("event.first", 11),
    ]


@pytest.mark.parametrize("matcher", [RuleMatcher, LineMatcher])
def test_slots_are_the_same_for_both_matchers(matcher: type[RuleMatcher | LineMatcher]) -> None:
    view = view_of("<percentage:5%> of twelve on <drug:A1> or <drug:B1> went on to say so")
    line = "{percentage} of {number} on ({drug}|{drug} or {drug}) {cue:cue-verbs} [so]"
    (match,) = matcher([Rule("event.test", "", patterns=(line,))], LEXICONS, NLP.vocab).matches(view)
    assert {name: hit.text for name, hit in match.slots.items()} == {
        "percentage": "5%",
        "number": "twelve",
        "drug": "A1",
        "drug2": "B1",
        "cue": "went on to say",
    }
    assert view.text[match.start : match.end] == "so"


WORDS = st.sampled_from(
    ["a", "b", "B", "c", "_", "a?", "(a|b c)", "(b|c)?", "...2", "{drug}", "{drug}?", "(a (b|c)?|c)"]
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(st.sampled_from(["a", "b", "B", "c", "<drug:D>"]), max_size=7))
def test_what_lines_find_spacy_finds_too(parts: list[str], words: list[str]) -> None:
    rule = Rule("event.test", "", patterns=(" ".join(parts),))
    try:
        line, spacy_s = (matcher([rule], LEXICONS, NLP.vocab) for matcher in (LineMatcher, RuleMatcher))
    except RuleError:
        return
    view = view_of(" ".join(words))
    found = {(match.start, match.end) for match in line.matches(view)}
    every = {(match.start, match.end) for match in spacy_s.matches(view)}
    assert found <= every
    assert bool(found) == bool(every)


def test_a_kept_line_holds_no_expression() -> None:
    pattern = "[{percentage}] (up|down)"
    line = rule_line(Rule("event.test", "", patterns=(pattern,)), pattern, LEXICONS).line
    assert line.groups is not None and "expression" in vars(line)
    assert "expression" not in vars(pickle.loads(pickle.dumps(line)))
