"""What a rule asks of the whole sentence: its keys `with` and `without`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set

from extractor.rulebook import Lexicon, Rule, fold


class SentenceConditions:
    """For each of the `rules`, the words of which one must (`with`) or none may (`without`) stand in the sentence.

    An entry is a word, a kind of mention (`@drug`) or a lexicon (`{study-word}`). Raises `RuleError` for a lexicon
    that is not there.
    """

    def __init__(self, rules: Iterable[Rule], lexicons: Mapping[str, Lexicon]) -> None:
        self._wanted: dict[str, frozenset[str]] = {}
        self._unwanted: dict[str, frozenset[str]] = {}
        for rule in rules:
            for key, table in (("with", self._wanted), ("without", self._unwanted)):
                if rule.says.get(key):
                    table[rule.id] = frozenset(_words(rule, rule.says[key], lexicons))

    def hold(self, rule: Rule, sentence: Set[str], paragraph: Callable[[], Set[str]]) -> bool:
        """Whether the rule may speak where these words stand: those of the sentence or, for a rule with
        `scope: paragraph`, those of its paragraph up to its end."""
        wanted = self._wanted.get(rule.id)
        unwanted = self._unwanted.get(rule.id)
        if wanted is None and unwanted is None:
            return True
        words = paragraph() if rule.says.get("scope") == "paragraph" else sentence
        return (wanted is None or not wanted.isdisjoint(words)) and (unwanted is None or unwanted.isdisjoint(words))


def _words(rule: Rule, entries: Iterable[str], lexicons: Mapping[str, Lexicon]) -> Iterable[str]:
    for entry in entries:
        if entry.startswith("{"):
            name = entry.strip("{}")
            if name not in lexicons:
                raise rule.error(f"unknown lexicon {entry} in “with” or “without”")
            yield from lexicons[name].rows
        else:
            yield fold(entry)
