"""Which drug each mention stands for: identity inside the article, and the drugs' records.

Mentions with one form are one drug, as are those that the lexicon gives one generic name. What stands between two names
(rules of the family `alias`) joins them further, unless the lexicon knows them as two medicines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext, Sentence
from extractor.model import Drug, DrugMention
from extractor.relations.drug_records import DrugRecords, Identity
from extractor.rulebook import LineMatcher, Match, Rule, Rulebook

_JOINS = re.compile(r"\band\b|\+")
_LISTS = re.compile(r",|\band\b|\+")
_SHORT_NAME = "alias.short-name"
_SHORT_CELL = re.compile(r"([a-z]{2,})-(?:cel|vec)$")


FEW = 2
"""How often an article may write a name that it only gives in passing for the medicine that it speaks of."""


class Aliases:
    """The relation: gives `context.drugs` their drugs, and fills `context.drug_records`."""

    name = "aliases"

    def __init__(self, book: Rulebook, vocab: Vocab) -> None:
        rules = book.family("alias")
        between = [rule for rule in rules if not rule.says.get("subject")]
        alone = [rule for rule in rules if rule.says.get("subject")]
        self._between = LineMatcher(between, book.lexicons, vocab)
        self._alone = LineMatcher(alone, book.lexicons, vocab)
        self._records = DrugRecords(book)
        self._joins_short_names = _SHORT_NAME in book.ways("alias")

    def __call__(self, context: DocumentContext) -> None:
        if not context.drugs:
            return
        identities: dict[str, Identity] = {}
        for mention in context.drugs:
            identities.setdefault(mention.drug.casefold(), Identity([])).mentions.append(mention)
        for match in self._matches(context, identities):
            one, other = match.slots["one"].record, match.slots["other"].record
            if one is not None and other is not None:
                self._join(identities, match.rule, one, other)
        self._join_names_of_subject(context, identities)
        if self._joins_short_names:
            self._join_short_names(identities)
        names: dict[str, str] = {}
        records: dict[str, Drug] = {}
        for identity in {id(i): i for i in identities.values()}.values():
            record = self._records.record(identity, context.article.id)
            records.setdefault(record.name, record)
            names.update((mention.id, record.name) for mention in identity.mentions)
        context.set_drugs([_named(mention, names[mention.id]) for mention in context.drugs])
        context.drug_records = list(records.values())

    def _matches(self, context: DocumentContext, identities: Mapping[str, Identity]) -> Iterator[Match]:
        """The matches in the sentences that have two names or more which may be one medicine."""
        named: dict[Sentence, list[DrugMention]] = {}
        for mention in context.drugs:
            named.setdefault(context.sentence_at(mention.start), []).append(mention)
        for sentence, mentions in named.items():
            if len({mention.drug for mention in mentions}) < 2:
                continue
            names = {(mention.drug, self._records.kind(mention)): mention for mention in reversed(mentions)}
            if any(self._may_join(identities, *pair) for pair in combinations(names.values(), 2)):
                matches = self._between.matches(context.view(sentence))
                yield from (match for match in matches if not self._begins_list(context, match))

    def _may_join(self, identities: Mapping[str, Identity], one: DrugMention, other: DrugMention) -> bool:
        """Whether a match could make one medicine of two names; what speaks against it is never undone by a match."""
        first, second = identities[one.drug.casefold()], identities[other.drug.casefold()]
        return first is not second and self._may_be_one(one, other, codes=False) and self._agree(first, second)

    def _join(self, identities: dict[str, Identity], rule: Rule, one: DrugMention, other: DrugMention) -> None:
        first, second = identities[one.drug.casefold()], identities[other.drug.casefold()]
        if first is second or not self._may_be_one(one, other, codes=bool(rule.says.get("codes"))):
            return
        if not self._agree(first, second):
            return
        first.said |= second.said | {one.text: rule.id, other.text: rule.id}
        first.mentions += second.mentions
        for mention in second.mentions:
            identities[mention.drug.casefold()] = first

    def _begins_list(self, context: DocumentContext, match: Match) -> bool:
        """Whether the names are followed by others in the same brackets: the medicines of a combination.

        A code behind a comma is none of them but one more name; another generic name always is one.
        """
        one, other = match.slots["one"], match.slots["other"]
        between = context.text[one.end : other.start]
        close = context.text.find(")", other.end) if between.count("(") > between.count(")") else -1
        listed = context.within(context.drugs, other.end, close) if close >= 0 else []
        kind = other.record and self._records.kind(other.record)
        if kind == "inn" and any(self._records.kind(mention) == kind for mention in listed):
            return True
        signs = _JOINS if kind == "code" else _LISTS
        return any(signs.search(context.text, other.end, mention.start) for mention in listed)

    def _may_be_one(self, one: DrugMention, other: DrugMention, *, codes: bool) -> bool:
        kinds = {self._records.kind(one), self._records.kind(other)}
        if codes:
            return kinds == {"code"}
        return kinds != {"inn"} or self._is_brand_of(one, other) or self._is_brand_of(other, one)

    def _is_brand_of(self, one: DrugMention, other: DrugMention) -> bool:
        """Whether a new name that ends like a generic one is written as a brand beside a generic name: “Cabrelin, known
        chemically as zelutinib”."""
        return self._records.is_new(one) and one.text[:1].isupper() and other.text.islower()

    def _agree(self, one: Identity, other: Identity) -> bool:
        """Whether the lexicon does not know them as two medicines with generic names of their own."""
        first, second = (set(self._records.generic_names(identity.mentions)) for identity in (one, other))
        return first == second or not (first and second)

    def _join_names_of_subject(self, context: DocumentContext, identities: dict[str, Identity]) -> None:
        """“The drug, also known as QXR-071, …” names what the article has been speaking of."""
        unknown = [identity for identity in identities.values() if self._records.is_new(identity.mentions[0])]
        if not unknown or len(identities) < 2:
            return
        for mention in [identity.mentions[0] for identity in identities.values() if self._is_given_once(identity)]:
            sentence = context.sentence_at(mention.start)
            if len(context.within(context.drugs, sentence.start, sentence.end)) > 1:
                continue
            for match in self._alone.matches(context.view(sentence)):
                subject = self._subject(context, sentence)
                if subject is not None:
                    self._join(identities, match.rule, subject, mention)

    @staticmethod
    def _subject(context: DocumentContext, sentence: Sentence) -> DrugMention | None:
        """What “the drug” of a sentence is: the only medicine of the sentence before, else the one that at least
        half of the article's mentions until then have named."""
        if sentence.number:
            last = context.sentences[sentence.number - 1]
            named = context.within(context.drugs, last.start, last.end)
            if len({mention.drug.casefold() for mention in named}) == 1:
                return named[0]
        before = context.within(context.drugs, 0, sentence.start)
        often = Counter(mention.drug.casefold() for mention in before).most_common(2)
        if not often or often[0][1] * 2 < len(before) or (len(often) > 1 and often[0][1] == often[1][1]):
            return None
        return next(mention for mention in before if mention.drug.casefold() == often[0][0])

    @staticmethod
    def _is_given_once(identity: Identity) -> bool:
        """Whether an article names a medicine once or twice, and nothing has joined it to another."""
        return len(identity.mentions) <= FEW and not identity.said

    def _join_short_names(self, identities: dict[str, Identity]) -> None:
        """`obre-cel` is the article's `obrecabtagene autoleucel`."""
        for short in list(identities):
            match = _SHORT_CELL.match(short)
            longer = [name for name in identities if match and " " in name and name.startswith(match[1])]
            if len(longer) == 1 and identities[short] is not identities[longer[0]]:
                identity = identities[longer[0]]
                identity.mentions += identities[short].mentions
                identity.said[identities[short].mentions[0].text] = _SHORT_NAME
                identities[short] = identity


def _named(mention: DrugMention, drug: str) -> DrugMention:
    """The mention as one of `drug`."""
    return mention if mention.drug == drug else replace(mention, drug=drug)
