"""What is known of each medicine of an article: its name, its kind, its other names, and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extractor.components.drugs import DrugName, form_of, load_drug_lexicon
from extractor.model import Alias, Drug, DrugMention
from extractor.relations.stems import Stems
from extractor.rulebook import Rulebook

REMEMBERED = 20_000
"""Of how many names it is remembered what the lexicon and the stems say."""


@dataclass
class Identity:
    """A medicine of one article: its mentions, and the rules that joined names to it (by the joined name)."""

    mentions: list[DrugMention]
    said: dict[str, str] = field(default_factory=dict)


class DrugRecords:
    """Says what a name is, and makes the record of a medicine from its mentions in an article.

    A medicine takes the name that the lexicon prefers, else the generic name that the article gives, else the name or
    code that it writes most often.
    """

    def __init__(self, book: Rulebook) -> None:
        self._lexicon = load_drug_lexicon(book)
        self._kinds = {rule.id: str(rule.says["kind"]) for rule in book.family("drug") if "kind" in rule.says}
        self._naming = {rule.id for rule in book.family("drug") if "name" in rule.says}
        self._known = lru_cache(maxsize=REMEMBERED)(self._look_up)
        self._stem = lru_cache(maxsize=REMEMBERED)(Stems(book).of)

    def _look_up(self, name: str) -> DrugName | None:
        """What the lexicon knows of a name as written."""
        return self._lexicon.get(form_of(name))

    def record(self, identity: Identity, document: str) -> Drug:
        """The record of a medicine, as the document says."""
        name, kind, source = self._preferred(identity.mentions)
        stem, meaning = self._stem(name) if kind == "inn" else (None, None)
        aliases = tuple(self._aliases(identity, name, document))
        return Drug(name=name, kind=kind, aliases=aliases, stem=stem, stem_meaning=meaning, source=source)

    def kind(self, mention: DrugMention) -> str:
        """Whether a mention is a generic name (`inn`), a `brand` or a `code`."""
        known = self._known(mention.text)
        if known is not None:
            return known.kind
        if mention.rule in self._kinds:
            return self._kinds[mention.rule]
        if any(map(str.isdigit, mention.text)):
            return "code"
        return "inn" if mention.text.islower() else "brand"

    def is_new(self, mention: DrugMention) -> bool:
        """Whether the lexicon does not have the name."""
        return self._known(mention.text) is None

    def generic_names(self, mentions: Iterable[DrugMention]) -> Iterator[str]:
        """The generic names of the lexicon that mentions stand for. Codes of its register do not count: sponsors give
        the same code to different medicines, and the article may say which."""
        return (
            mention.drug
            for mention in mentions
            if self.is_generic(mention.drug) and not self._is_code_of_register(mention)
        )

    def _is_code_of_register(self, mention: DrugMention) -> bool:
        known = self._known(mention.text)
        return known is not None and known.kind == "code" and not known.curated

    def is_generic(self, name: str) -> bool:
        """Whether a name is a generic name of the lexicon."""
        known = self._known(name)
        return known is not None and known.kind == "inn"

    def _preferred(self, mentions: Iterable[DrugMention]) -> tuple[str, str, str]:
        """The name of a drug, its kind, and where it is from."""
        mentions = in_order(mentions)
        for name in self.generic_names(mentions):
            return name, "inn", "lexicon"
        for mention in mentions:
            if self._is_given(mention):
                return mention.drug, "inn", mention.rule
        for mention in sorted(mentions, key=_has_capital):
            if self.kind(mention) == "inn":
                return mention.drug.lower(), "inn", mention.rule
        for mention in mentions:
            if self.is_generic(mention.drug):
                return mention.drug, "inn", "lexicon"
        written = Counter(mention.text for mention in mentions)
        most = max(written, key=lambda text: written[text])  # the first of those as often
        first = next(mention for mention in mentions if mention.text == most)
        known = self._known(most) is not None
        return most, self.kind(first), "lexicon" if known else first.rule

    def _aliases(self, identity: Identity, name: str, document: str) -> Iterator[Alias]:
        seen = {name.casefold()}
        for mention in in_order(identity.mentions):
            if mention.text.casefold() in seen:
                continue
            seen.add(mention.text.casefold())
            rule = identity.said.get(mention.text)
            known = self._known(mention.text) is not None
            yield Alias(
                name=mention.text, rule=rule or mention.rule, document_id=None if known and not rule else document
            )

    def _is_given(self, mention: DrugMention) -> bool:
        """Whether a rule or a table written by hand says which generic name another name stands for. Of a vaccine that
        has but brands and codes none is preferred."""
        if mention.drug.casefold() == mention.text.casefold():
            return False
        known = self._known(mention.text)
        other = self._known(mention.drug)
        generic = other is None or other.kind == "inn"
        return mention.rule in self._naming or (known is not None and known.curated and generic)


def _has_capital(mention: DrugMention) -> bool:
    """Whether a name is written as brands are: a generic name stands in lower case but at the start of a sentence."""
    return mention.text[:1].isupper()


def in_order(mentions: Iterable[DrugMention]) -> list[DrugMention]:
    """The mentions in the order of the text."""
    return sorted(mentions, key=lambda mention: mention.start)
