"""All that is wrong with rules: their form, what can never match, what another rule takes, and their examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import spacy

from extractor.authoring.examples import ExampleRunner
from extractor.errors import RuleError
from extractor.pipeline import Pipeline
from extractor.rulebook import Lexicon, LineMatcher, Rule
from extractor.rulebook.checking import check_rule, check_tables, kinds_found, scan_folder, scan_lexicons
from extractor.rulebook.examples import unreadable
from extractor.rulebook.folders import default_rules_dir, rules_dirs
from extractor.rulebook.notation import NotationError, parse_line
from extractor.rulebook.rulebook import combined_layers
from extractor.rulebook.rules import family_name
from extractor.rulebook.views import View
from extractor.rulebook.witnesses import witnesses


def check_rules(extra: Sequence[Path] = ()) -> tuple[int, list[RuleError]]:
    """Checks the rules of the folders (or files) `extra`, or ours where none is given.

    Returns how many rules were checked, and what is wrong in the order of files and lines. Examples are run only
    where the rules can be loaded at all.
    """
    folders = rules_dirs(extra)
    scans = [scan_folder(folder) for folder in folders]
    lexicons, errors = scan_lexicons(folders)
    errors += [error for _, wrong in scans for error in wrong]
    checked = {rule.id: rule for rules, _ in (scans[1:] if len(scans) > 1 else scans) for rule in rules}
    all_rules = [rule for rules, _ in scans for rule in rules]
    in_force, idle = combined_layers([rules for rules, _ in scans])
    errors += idle
    kinds = kinds_found(in_force, all_rules)
    mine = [rule for rule in in_force if checked.get(rule.id) is rule]
    wrong: dict[str, list[RuleError]] = {}
    if lexicons:
        wrong = {rule.id: check_rule(rule, lexicons, kinds) for rule in mine}
        errors += [error for found in wrong.values() for error in found]
        for folder in folders[1:]:
            errors += check_tables(folder, default_rules_dir(), in_force, lexicons)
    try:
        pipeline = Pipeline(tuple(extra))
    except RuleError as error:
        errors += [] if any(str(error) == str(other) for other in errors) else [error]
    else:
        sound = [rule for rule in mine if not wrong.get(rule.id) or not rule.examples]
        runner = ExampleRunner(pipeline)
        errors += [*shadowed(sound, in_force, lexicons)]
        errors += [error for rule in sound if not unreadable(rule) for error in _in_examples(runner, rule)]
    return len(checked), sorted(errors, key=lambda error: (error.path or "", error.line or 0))


def _in_examples(runner: ExampleRunner, rule: Rule) -> list[RuleError]:
    """What is wrong with the examples of a rule, or with a rule that something in them met."""
    try:
        return list(runner.errors(rule))
    except RuleError as error:
        return [error]


def shadowed(rules: Iterable[Rule], in_force: Sequence[Rule], lexicons: Mapping[str, Lexicon]) -> Iterator[RuleError]:
    """Rules whose every match another rule of their family takes."""
    vocab = spacy.blank("en").vocab
    families: dict[str, list[Rule]] = {}
    for rule in in_force:
        families.setdefault(family_name(rule.id), []).append(rule)
    matchers = {name: LineMatcher(_lines(members), lexicons, vocab) for name, members in families.items()}
    for rule in rules:
        members = families[family_name(rule.id)]
        others = [other for other in members if other is not rule and _goes_before(other, rule, members)]
        views = [] if rule.supports else _witnesses(rule, lexicons, vocab)
        candidates = _same_shapes(rule, others)
        if views:
            candidates += _covering(rule, others, views, matchers[family_name(rule.id)])
        for other in candidates[:1]:
            place = f"{other.id} ({other.path}:{other.line})"
            yield rule.error(
                f"is shadowed by {place}, which matches all that it matches; drop it or change one of them"
            )


def _lines(rules: Iterable[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.patterns]


def _witnesses(rule: Rule, lexicons: Mapping[str, Lexicon], vocab: object) -> list[View]:
    views: list[View] = []
    for pattern in rule.patterns:
        if not isinstance(pattern, str):
            return []
        try:
            views += witnesses(parse_line(pattern, lexicons, rule.family.slots), lexicons, vocab)  # type: ignore[arg-type]
        except NotationError:
            return []
    return views


def _same_shapes(rule: Rule, others: Iterable[Rule]) -> list[Rule]:
    shapes = {(shape, rule.exact_case) for shape in rule.shapes}
    return [o for o in others if shapes and shapes <= {(shape, o.exact_case) for shape in o.shapes}]


def _covering(rule: Rule, others: Sequence[Rule], views: Sequence[View], matcher: LineMatcher) -> list[Rule]:
    """The `others` that match, in every view, the span that the rule does, over no more words."""
    left = {other.id: other for other in others}
    for view in views:
        matches = matcher.matches(view)
        own = [m for m in matches if m.rule.id == rule.id]
        covering = {
            m.rule.id
            for m in matches
            if any(
                (m.start, m.end) == (o.start, o.end) and o.whole_start <= m.whole_start and m.whole_end <= o.whole_end
                for o in own
            )
        }
        left = {name: other for name, other in left.items() if name in covering}
        if not left:
            break
    return list(left.values())


def _goes_before(other: Rule, rule: Rule, members: Sequence[Rule]) -> bool:
    """Whether `other` decides where both match: by priority, rank or place, and on no condition that `rule` lacks."""
    conditions = {key: value for key, value in other.says.items() if isinstance(value, list) or key == "scope"}
    if any(rule.says.get(key) != value for key, value in conditions.items()):
        return False
    if other.excludes != rule.excludes or (other.exact_case and not rule.exact_case):
        return False
    theirs, its = _precedence(other), _precedence(rule)
    return theirs > its or (theirs == its and members.index(other) < members.index(rule))


def _precedence(rule: Rule) -> float:
    return rule.priority - float(rule.says.get("rank", 5))
