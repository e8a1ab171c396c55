"""What is wrong with rules before any text is read: everything at once, with file and line and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import spacy
from spacy.errors import MatchPatternError
from spacy.matcher import Matcher

from extractor.errors import RuleError
from extractor.rulebook.compiling import check_patterns, compile_shapes
from extractor.rulebook.examples import unreadable
from extractor.rulebook.families import FAMILIES
from extractor.rulebook.folders import RULE_SUFFIXES, TABLE_SUFFIXES, files_in, numbered_rows
from extractor.rulebook.lexicon import TERM_COLUMN, Lexicon, lexicon_name, load_lexicons
from extractor.rulebook.notation import Element, Group, Slot, parse_line
from extractor.rulebook.rulebook import duplicate_id
from extractor.rulebook.rulefiles import scan_rules
from extractor.rulebook.rules import Rule, family_name
from extractor.rulebook.words import tokenize_pattern

_UNKNOWN_KEY = re.compile(r"\[pattern(?: -> [^\]]+)* -> (?P<key>[^\]>]+)\] Extra inputs are not permitted")
_WRONG_OPERATOR = re.compile(r"\[pattern -> \d+ -> OP")
_WORD_KEYS = ("LOWER", "TEXT", "ORTH")
_NEVER_SET = frozenset({"LEMMA", "POS", "TAG", "DEP", "MORPH", "ENT_ID", "ENT_KB_ID"})
"""What only spaCy's trained models set, of which there is none here."""


def scan_folder(folder: Path) -> tuple[list[Rule], list[RuleError]]:
    """The rules of a folder that can be read, each id once, and what is wrong with the rest."""
    rules: dict[str, Rule] = {}
    errors: list[RuleError] = []
    for path in files_in(folder, RULE_SUFFIXES):
        found, wrong = scan_rules(path)
        errors += wrong
        for rule in found:
            if rule.id in rules:
                errors.append(duplicate_id(rule, rules[rule.id]))
            else:
                rules[rule.id] = rule
    return list(rules.values()), errors


def scan_lexicons(folders: Sequence[Path]) -> tuple[dict[str, Lexicon], list[RuleError]]:
    """The lexicons of all folders together, and what is wrong with the tables of the user's, or of ours alone."""
    errors = []
    for folder in folders[1:] or folders:
        for path in files_in(folder, TABLE_SUFFIXES):
            try:
                numbered_rows(path)
            except RuleError as error:
                errors.append(error)
    if errors:
        return {}, errors
    try:
        return load_lexicons(folders), []
    except RuleError as error:
        return {}, [error]


def check_tables(folder: Path, ours: Path, rules: Iterable[Rule], lexicons: Mapping[str, Lexicon]) -> list[RuleError]:
    """Tables of a user's folder that nothing reads: without the column `term`, or of a name that no rule knows."""
    known = {lexicon_name(path) for path in files_in(ours, TABLE_SUFFIXES)}
    written = " ".join(str((rule.patterns, rule.shapes, rule.says)) for rule in rules)
    errors = []
    for path in files_in(folder, TABLE_SUFFIXES):
        name = lexicon_name(path)
        if name in known:
            continue
        if name not in lexicons:
            errors.append(RuleError(f"has no column “{TERM_COLUMN}”; name it in the first line", path=path, line=1))
        elif name not in written:
            close = get_close_matches(name, known, 1, cutoff=0.75)
            hint = f"did you mean {close[0]}?" if close else f"write {{{name}}} in a pattern"
            errors.append(RuleError(f"no rule uses the lexicon {name}; {hint}", path=path, line=1))
    return errors


def check_rule(rule: Rule, lexicons: Mapping[str, Lexicon], kinds: Mapping[str, bool]) -> list[RuleError]:
    """What is wrong with one rule; `kinds` says of each kind of mention whether any rule in force finds it."""
    errors = unreadable(rule)
    if not rule.examples and not ((rule.excludes or rule.supports) and rule.counterexamples):
        errors.append(rule.error("has no examples; add “examples:” with at least one text, the span in [brackets]"))
    try:
        compile_shapes(rule, lexicons)
    except RuleError as error:
        errors.append(error)
    try:
        check_patterns(rule, lexicons)
    except RuleError as error:
        errors.append(error)
        return errors
    for pattern in rule.patterns:
        check = _line_problems if isinstance(pattern, str) else _token_problems
        errors += [rule.error(problem, rule.line_of(pattern)) for problem in check(rule, pattern, lexicons, kinds)]
    return errors


def kinds_found(rules: Iterable[Rule], all_rules: Iterable[Rule]) -> dict[str, bool]:
    """For each kind of mention that patterns may name, whether it can be there with the `rules` in force.

    A family of which every rule is switched off finds nothing; one without rules of its own has its ways in tables.
    """
    in_force = {family_name(rule.id) for rule in rules}
    written = {family_name(rule.id) for rule in all_rules}
    return {
        kind: family.name in in_force or family.name not in written
        for family in FAMILIES.values()
        for kind in family.finds
    }


def _line_problems(
    rule: Rule, pattern: str, lexicons: Mapping[str, Lexicon], kinds: Mapping[str, bool]
) -> Iterator[str]:
    for slot in _slots(parse_line(pattern, lexicons, rule.family.slots)):
        if slot.is_mention and slot.kind not in rule.family.slots:
            yield from _kind_problems(slot.kind, kinds, f"in the pattern “{pattern}”")
        elif not slot.is_mention and slot.kind in lexicons and not lexicons[slot.kind].rows:
            yield f"the lexicon {{{slot.kind}}} has no terms left, so that “{pattern}” can never match"


def _slots(line: Sequence[Element]) -> Iterator[Slot]:
    for element in line:
        if isinstance(element, Slot):
            yield element
        elif isinstance(element, Group):
            for branch in element.branches:
                yield from _slots(branch)


def _kind_problems(kind: str, kinds: Mapping[str, bool], where: str) -> Iterator[str]:
    if not kinds.get(kind, False):
        known = ", ".join(sorted(name for name, there in kinds.items() if there))
        yield f"can never match: there is no rule that finds {{{kind}}} {where}; kinds that are found: {known}"


def _token_problems(
    rule: Rule, pattern: list[Any], lexicons: Mapping[str, Lexicon], kinds: Mapping[str, bool]
) -> Iterator[str]:
    tokens = [{k: v for k, v in token.items() if k not in ("slot", "span")} for token in pattern]
    try:
        Matcher(spacy.blank("en").vocab, validate=True).add("rule", [tokens])
    except (MatchPatternError, ValueError) as error:
        yield f"is no list of spaCy token descriptions: {_first_problem(error)}"
        return
    for token in tokens:
        for key, value in token.items():
            if key in _WORD_KEYS:
                for word in _literals(value):
                    yield from _word_problems(key, word)
            elif key == "ENT_TYPE":
                for kind in _literals(value):
                    if kind not in rule.family.slots:
                        yield from _kind_problems(kind, kinds, "in ENT_TYPE")
            elif key in _NEVER_SET:
                yield f"can never match: no {key} is known here (no trained model); use LOWER, TEXT, REGEX or SHAPE"


def _first_problem(error: Exception) -> str:
    lines = [line.strip("- ") for line in str(error).splitlines() if line.strip()]
    problem = next((line for line in lines if line.startswith("[pattern")), lines[0])
    if unknown := _UNKNOWN_KEY.match(problem):
        return f"“{unknown['key']}” is nothing that spaCy knows of a token; use LOWER, TEXT, ENT_TYPE, REGEX or OP"
    if _WRONG_OPERATOR.match(problem):
        return "OP must be one of !, ?, +, * or {n,m}"
    return problem


def _literals(value: Any) -> list[str]:
    words = value.get("IN", []) if isinstance(value, dict) else [value]
    return [word for word in words if isinstance(word, str) and word]


def _word_problems(key: str, word: str) -> Iterator[str]:
    if key == "LOWER" and word != word.lower():
        advice = f"write LOWER: {word.lower()}, or TEXT: {word} for exact case"
        yield f"can never match: LOWER: {word} has capitals; {advice}"
        return
    variants = {word, word.capitalize(), word.upper()} if key == "LOWER" else {word}
    if all(len(tokenize_pattern(variant)) != 1 for variant in variants):
        parts = ", ".join(f"{{{key}: {part}}}" for part in tokenize_pattern(word))
        yield f"can never match: {key}: {word} is several tokens; write {parts}"
