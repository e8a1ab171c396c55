"""What a rule asks of the whole sentence: its keys `with` and `without`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.rulebook import Lexicon, Rule, View, fold


class SentenceConditions:
    """For each of the `rules`, the words of which one must (`with`) or none may (`without`) stand in the sentence.

    An entry is a word, a kind of mention (`@drug`) or a lexicon (`{study-word}`). Raises `RuleError` for a lexicon that is
    not there.
    """

    def __init__(self, rules: Iterable[Rule], lexicons: Mapping[str, Lexicon]) -> None:
        self._wanted: dict[str, frozenset[str]] = {}
        self._unwanted: dict[str, frozenset[str]] = {}
        for rule in rules:
            for key, table in (("with", self._wanted), ("without", self._unwanted)):
                if rule.says.get(key):
                    table[rule.id] = frozenset(_words(rule, rule.says[key], lexicons))

    def hold(self, rule: Rule, view: View) -> bool:
        """Whether the rule may speak in this sentence."""
        wanted = self._wanted.get(rule.id)
        unwanted = self._unwanted.get(rule.id)
        return not (wanted and wanted.isdisjoint(view.features)) and not (
            unwanted and not unwanted.isdisjoint(view.features)
        )


def _words(rule: Rule, entries: Iterable[str], lexicons: Mapping[str, Lexicon]) -> Iterable[str]:
    for entry in entries:
        if entry.startswith("{"):
            name = entry.strip("{}")
            if name not in lexicons:
                raise rule.error(f"unknown lexicon {entry} in “with” or “without”")
            yield from lexicons[name].rows
        else:
            yield fold(entry)
