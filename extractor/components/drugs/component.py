"""The step `extractor_drugs`: finds the names, and says which medicine each stands for."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language

from extractor.components.context import DocumentContext
from extractor.components.drugs.finder import DrugFinder
from extractor.components.steps import Component, as_spans
from extractor.model import DrugMention
from extractor.rulebook import load_rulebook


@dataclass(frozen=True)
class DrugStep:
    """Fills `context.drugs`. The drug of a mention is what the lexicon knows, else the words in which it was first
    written; the relation `aliases` has the last word."""

    finder: DrugFinder

    def __call__(self, context: DocumentContext) -> None:
        names = self.finder.find(context)
        written: dict[str, str] = {}
        for name in names:
            written.setdefault(name.form, name.preferred or context.text[name.start : name.end])
        mentions = [
            DrugMention(
                **context.place("drug_mentions", name.start, name.end),
                rule=name.rule,
                drug=name.preferred or written[name.form],
            )
            for name in names
        ]
        context.set_drugs(mentions)


@Language.factory("extractor_drugs", default_config={"rules": []})
def create_drugs(nlp: Language, name: str, rules: list[str]) -> Component:
    """The component for a spaCy pipeline; `rules` are folders of the user's own rules."""
    return Component(DrugStep(DrugFinder.of(load_rulebook(rules))), as_spans(drugs="DRUG"))
