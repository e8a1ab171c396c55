"""Where a rule that did not match stopped: the longest beginning of its pattern that stands in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.vocab import Vocab

from extractor.rulebook import Lexicon, LineMatcher, Match, Rule, View, compile_shape
from extractor.rulebook.linematching import RuleLine, write_view
from extractor.rulebook.lines import write_line
from extractor.rulebook.notation import needed, parse_line
from extractor.rulebook.shapes import ShapeError

Place = tuple[int, int]
"""Characters start to end, exclusive."""

_NEXT_WORD = re.compile(r"\s*([\w%.,-]*\w|\S)")


@dataclass(frozen=True)
class Failure:
    """A pattern that did not match: `matched` are the words of the article that its beginning matched, `wanted` the
    part of the pattern that came next, `instead` the word that stands there (empty at the end). `share`: how much of
    the pattern matched, from 0 to 1; 1 where all of it did, `elsewhere` than at the words in question, or to no
    effect."""

    pattern: str
    matched: str
    wanted: str
    instead: str
    share: float
    elsewhere: bool = False


def failure_of_pattern(
    rule: Rule, pattern: Any, lexicons: Mapping[str, Lexicon], vocab: Vocab, view: View, place: Place
) -> Failure:
    """Where a line of the notation, or a list of token descriptions, stops matching in a view."""
    if not isinstance(pattern, str):
        return _failure_of_tokens(rule, pattern, lexicons, vocab, view, place)
    line = parse_line(pattern, lexicons, rule.family.slots)
    written = write_view(view)
    for count in range(len(line), 0, -1):
        beginning = line[:count]
        if not any(map(needed, beginning)):
            break
        expression = write_line(beginning, lexicons, exact_case=rule.exact_case)
        matches = list(RuleLine(rule, 0, expression).matches(written))
        if matches:
            wanted = pattern[line[count].start : line[count].end] if count < len(line) else ""
            return _stopped(pattern, wanted, matches, view, place, count / len(line))
    return Failure(pattern, "", pattern[line[0].start : line[0].end], "", 0.0)


def _failure_of_tokens(
    rule: Rule, pattern: list[dict[str, Any]], lexicons: Mapping[str, Lexicon], vocab: Vocab, view: View, place: Place
) -> Failure:
    shown = " ".join(map(str, pattern))
    for count in range(len(pattern), 0, -1):
        beginning = Rule(rule.id, "", patterns=(pattern[:count],))
        matches = LineMatcher([beginning], lexicons, vocab).matches(view)
        if matches:
            wanted = str(pattern[count]) if count < len(pattern) else ""
            return _stopped(shown, wanted, matches, view, place, count / len(pattern))
    return Failure(shown, "", str(pattern[0]), "", 0.0)


def _stopped(pattern: str, wanted: str, matches: list[Match], view: View, place: Place, share: float) -> Failure:
    """Of the matches of a beginning, the one nearest to the place, over the fewest words; and the word behind it."""
    match = min(matches, key=lambda m: (_distance((m.whole_start, m.whole_end), place), m.whole_end - m.whole_start))
    following = next((token for token, start in enumerate(view.starts) if start >= match.whole_end), None)
    instead = "" if following is None else view.text[view.starts[following] : view.ends[following]]
    elsewhere = _distance((match.whole_start, match.whole_end), place) > 0
    return Failure(pattern, view.text[match.whole_start : match.whole_end], wanted, instead, share, elsewhere)


def _distance(span: Place, place: Place) -> int:
    """Characters between two spans; 0 where they overlap."""
    return max(0, place[0] - span[1] + 1, span[0] - place[1] + 1)


def failure_of_shape(
    rule: Rule, shape: str, lexicons: Mapping[str, Lexicon], text: str, bounds: Place, place: Place
) -> Failure:
    """Where a shape stops matching within `bounds` (offsets in the text), as near to the place as it can."""
    cuts = list(_cuts(shape))
    for number, cut in reversed(list(enumerate(cuts))):
        try:
            expression = compile_shape(shape[:cut], lexicons, exact_case=rule.exact_case)
        except ShapeError:
            continue
        matches = [match for match in expression.finditer(text, *bounds) if match.end() > match.start()]
        if not matches:
            continue
        match = min(matches, key=lambda m: _distance(m.span(), place))
        elsewhere = _distance(match.span(), place) > 0
        if elsewhere and cut < len(shape):
            continue
        wanted = shape[cut : cuts[number + 1]].strip() if cut < len(shape) else ""
        behind = _NEXT_WORD.match(text, match.end(), bounds[1])
        share = cut / len(shape)
        return Failure(shape, match.group(), wanted, behind[1] if behind else "", share, elsewhere)
    return Failure(shape, "", shape[: cuts[0]], "", 0.0)


def _cuts(shape: str) -> Iterator[int]:
    """Where a shape can be cut in two: between its parts outside of brackets; an alternative on top is one part."""
    depth, place, alternatives = 0, 0, False
    cuts = []
    while place < len(shape):
        sign = shape[place]
        if sign == "\\":
            place += 1
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        elif sign == "|" and depth == 0:
            alternatives = True
        place += 1
        if depth == 0 and shape[place : place + 1] not in ("?", "*", "+", "{"):
            cuts.append(place)
    yield from [len(shape)] if alternatives else [cut for cut in cuts if cut < len(shape)]
    if not alternatives:
        yield len(shape)
