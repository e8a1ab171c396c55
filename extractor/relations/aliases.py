"""Which drug each mention stands for: identity inside the article, and the drugs' records.

Mentions with one form are one drug, as are those that the lexicon gives one generic name. What stands between two names
(rules of the family `alias`) joins them further, unless the lexicon knows them as two medicines. A drug takes the name
that the lexicon prefers, else the generic name that the article gives, else the name or code that it writes most often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext
from extractor.components.drugs import form_of, load_drug_lexicon
from extractor.model import Alias, Drug, DrugMention
from extractor.relations.stems import Stems
from extractor.rulebook import LineMatcher, Match, Rulebook

_JOINS = re.compile(r"\band\b|\+")
_LISTS = re.compile(r",|\band\b|\+")
_SHORT_CELL = re.compile(r"([a-z]{2,})-(?:cel|vec)$")


@dataclass
class _Identity:
    """A medicine of one article: its mentions, and the rules that joined names to it (by the joined name)."""

    mentions: list[DrugMention]
    said: dict[str, str] = field(default_factory=dict)


class Aliases:
    """The relation: gives `context.drugs` their drugs, and fills `context.drug_records`."""

    name = "aliases"

    def __init__(self, book: Rulebook, vocab: Vocab) -> None:
        self._lexicon = load_drug_lexicon(book)
        self._matcher = LineMatcher(book.family("alias"), book.lexicons, vocab)
        self._kinds = {rule.id: str(rule.says["kind"]) for rule in book.family("drug") if "kind" in rule.says}
        self._naming = {rule.id for rule in book.family("drug") if "name" in rule.says}
        self._stems = Stems(book)

    def __call__(self, context: DocumentContext) -> None:
        if not context.drugs:
            return
        identities: dict[str, _Identity] = {}
        for mention in context.drugs:
            identities.setdefault(mention.drug.casefold(), _Identity([])).mentions.append(mention)
        for match in self._matches(context):
            self._join(identities, match)
        self._join_short_names(identities)
        names: dict[str, str] = {}
        records: dict[str, Drug] = {}
        for identity in {id(i): i for i in identities.values()}.values():
            record = self._record(identity, context.article.id)
            records.setdefault(record.name, record)
            names.update((mention.id, record.name) for mention in identity.mentions)
        context.set_drugs([replace(mention, drug=names[mention.id]) for mention in context.drugs])
        context.drug_records = list(records.values())

    def _matches(self, context: DocumentContext) -> Iterator[Match]:
        """The matches in the sentences that have two names or more."""
        counts = Counter(context.sentence_at(mention.start).number for mention in context.drugs)
        for number, count in sorted(counts.items()):
            if count > 1:
                matches = self._matcher.matches(context.view(context.sentences[number]))
                yield from (match for match in matches if not self._begins_list(context, match))

    def _join(self, identities: dict[str, _Identity], match: Match) -> None:
        one, other = match.slots["one"].record, match.slots["other"].record
        if one is None or other is None:
            return
        first, second = identities[one.drug.casefold()], identities[other.drug.casefold()]
        if first is second or not self._may_be_one(one, other, codes=bool(match.rule.says.get("codes"))):
            return
        if any(not self._agree(a, b) for a in _names(first.mentions) for b in _names(second.mentions)):
            return
        first.said |= second.said | {one.text: match.rule.id, other.text: match.rule.id}
        first.mentions += second.mentions
        for mention in second.mentions:
            identities[mention.drug.casefold()] = first

    def _begins_list(self, context: DocumentContext, match: Match) -> bool:
        """Whether the names are followed by others in the same brackets: the medicines of a combination. A code before a
        comma is none of them but one more name."""
        one, other = match.slots["one"], match.slots["other"]
        close = context.text.find(")", other.end) if "(" in context.text[one.end : other.start] else -1
        listed = context.within(context.drugs, other.end, close) if close >= 0 else []
        signs = _JOINS if other.record is not None and self._kind(other.record) == "code" else _LISTS
        return any(signs.search(context.text, other.end, mention.start) for mention in listed)

    def _may_be_one(self, one: DrugMention, other: DrugMention, *, codes: bool) -> bool:
        kinds = {self._kind(one), self._kind(other)}
        return kinds == {"code"} if codes else kinds != {"inn"}

    def _agree(self, one: str, other: str) -> bool:
        """Whether the lexicon does not know two names as two medicines with generic names of their own."""
        return one == other or not (self._generic(one) and self._generic(other))

    def _join_short_names(self, identities: dict[str, _Identity]) -> None:
        """`obre-cel` is the article's `obrecabtagene autoleucel`."""
        for short in list(identities):
            match = _SHORT_CELL.match(short)
            longer = [name for name in identities if match and " " in name and name.startswith(match[1])]
            if len(longer) == 1 and identities[short] is not identities[longer[0]]:
                identity = identities[longer[0]]
                identity.mentions += identities[short].mentions
                identity.said[identities[short].mentions[0].text] = "alias.short-name"
                identities[short] = identity

    def _record(self, identity: _Identity, document: str) -> Drug:
        name, kind, source = self._preferred(identity.mentions)
        stem, meaning = self._stems.of(name) if kind == "inn" else (None, None)
        aliases = tuple(self._aliases(identity, name, document))
        return Drug(name=name, kind=kind, aliases=aliases, stem=stem, stem_meaning=meaning, source=source)

    def _preferred(self, mentions: Iterable[DrugMention]) -> tuple[str, str, str]:
        """The name of a drug, its kind, and where it is from."""
        mentions = sorted(mentions, key=lambda mention: mention.start)
        for name in _names(mentions):
            if self._generic(name):
                return name, "inn", "lexicon"
        for mention in mentions:
            if self._is_given(mention):
                return mention.drug, "inn", mention.rule
        for mention in mentions:
            if self._kind(mention) == "inn":
                return mention.text.lower(), "inn", mention.rule
        written = Counter(mention.text for mention in mentions)
        most = max(written, key=lambda text: written[text])  # the first of those as often
        first = next(mention for mention in mentions if mention.text == most)
        known = form_of(most) in self._lexicon
        return most, self._kind(first), "lexicon" if known else first.rule

    def _aliases(self, identity: _Identity, name: str, document: str) -> Iterator[Alias]:
        seen = {name.casefold()}
        for mention in sorted(identity.mentions, key=lambda mention: mention.start):
            if mention.text.casefold() in seen:
                continue
            seen.add(mention.text.casefold())
            rule = identity.said.get(mention.text)
            known = form_of(mention.text) in self._lexicon
            yield Alias(
                name=mention.text, rule=rule or mention.rule, document_id=None if known and not rule else document
            )

    def _is_given(self, mention: DrugMention) -> bool:
        """Whether a rule or a table written by hand says which medicine another name stands for."""
        if mention.drug.casefold() == mention.text.casefold():
            return False
        known = self._lexicon.get(form_of(mention.text))
        return mention.rule in self._naming or (known is not None and known.curated)

    def _generic(self, name: str) -> bool:
        """Whether a name is a generic name of the lexicon."""
        known = self._lexicon.get(form_of(name))
        return known is not None and known.kind == "inn"

    def _kind(self, mention: DrugMention) -> str:
        known = self._lexicon.get(form_of(mention.text))
        if known is not None:
            return known.kind
        if mention.rule in self._kinds:
            return self._kinds[mention.rule]
        if any(map(str.isdigit, mention.text)):
            return "code"
        return "inn" if mention.text.islower() else "brand"


def _names(mentions: Iterable[DrugMention]) -> list[str]:
    return list(dict.fromkeys(mention.drug for mention in mentions))
