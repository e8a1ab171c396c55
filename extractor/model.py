"""The records: what goes in (an `Article`) and what comes out (an `Extraction`).

All offsets are code points in `Article.text`, `end` exclusive. Records are frozen and hold plain values only,
so that they can be compared, hashed, pickled and written to a table column by column: a field's name here is the
column's name in the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b, sha256

ZONES = (
    "headline",
    "dateline",
    "body",
    "list",
    "table",
    "caption",
    "quote-box",
    "about",
    "forward-looking",
    "contact",
    "boilerplate",
)
"""The kinds of zone, in no order. Facts in the last four are furniture: kept, and left out of named queries."""

FURNITURE_ZONES = frozenset({"about", "forward-looking", "contact", "boilerplate"})

ARTICLES_AT_ONCE = 32
"""How many articles are extracted together: each step is taken by all of them before the next one is. What a step needs
of rules and lexicons is then near at hand for all but the first, which makes the whole an eighth cheaper."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text with one function in the article; `kind` is one of `ZONES`."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class PageBox:
    """Where a stretch of the text stands on a page of a PDF: page from 1, points from the page's top left corner."""

    start: int
    end: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Article:
    """One document as its reader sees it, before anything is found in it.

    `id` is the first 16 hex digits of the SHA-256 of the file's bytes (of the UTF-8 text where there is no file).
    `zones` cover the text in order without overlap; text between two zones counts as body.
    """

    text: str
    id: str
    path: str = ""
    format: str = "text"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    zones: tuple[Zone, ...] = ()
    boxes: tuple[PageBox, ...] = ()


def document_id(content: bytes) -> str:
    """The id of a document: the first 16 hex digits of the SHA-256 of its bytes."""
    return sha256(content).hexdigest()[:16]


def record_id(document: str, kind: str, start: int, end: int) -> str:
    """The id of a record: 16 hex digits that depend on its document, kind and place alone."""
    return blake2b(f"{document}/{kind}/{start}/{end}".encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What every kind of mention has: its place, the sentence and zone it stands in, and the rule that found it."""

    id: str
    document_id: str
    start: int
    end: int
    text: str
    sentence: str
    zone: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrugMention(Mention):
    """A medicine by name; `drug` is the `Drug.name` it stands for."""

    drug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage(Mention):
    """A number with a percent sign or word.

    `value` is the number as written (the low end of a range, whose high end is `value_high`); `unit` is `percent` or
    `percentage point`; `comparator` one of `=`, `<`, `<=`, `>`, `>=`, `~`; `role` one of result, threshold,
    confidence, dose, financial, population, other, given by the rule `role_rule`; `drug` the drug it is about.
    """

    value: float
    value_high: float | None = None
    unit: str = "percent"
    comparator: str = "="
    role: str = "other"
    role_rule: str | None = None
    drug: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression(Mention):
    """An expression of calendar time.

    `type` is DATE, DURATION or SET; `value` is the TIMEX3 value (ISO 8601), `value_high` the high end of a range of
    durations, `mod` START, MID or END; `date_from` and `date_to` are ISO dates, both inclusive, or null where the
    article does not settle them. `event` and `modality` say what the date is about and whether it has happened.
    """

    type: str
    value: str | None = None
    value_high: str | None = None
    mod: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    event: str | None = None
    modality: str | None = None
    event_rule: str | None = None
    drug: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityWord:
    """Words that a polarity rule took into account, with what they added to the score."""

    start: int
    end: int
    text: str
    rule: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Mention):
    """Somebody's words: between quotation marks (`direct`), or reported as an opinion without them.

    `speaker` as fully as the article names them; `organization` their firm; `role` their title as written;
    `speaker_kind` one of company, analyst firm, investigator, regulator, patient group, other; `interested` whether
    the speaker belongs to the drug's sponsor; `polarity` positive, negative or neutral after `score` (-1 to 1), which
    the `words` made; `cue` the word that attributes it ("said"), by the rule `attribution_rule`.
    """

    speaker: str | None = None
    organization: str | None = None
    role: str | None = None
    speaker_kind: str | None = None
    interested: bool | None = None
    cue: str | None = None
    attribution_rule: str | None = None
    polarity: str = "neutral"
    score: float = 0.0
    words: tuple[PolarityWord, ...] = ()
    drug: str | None = None
    direct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationMention(Mention):
    """A company, broker, agency, hospital or the like; `organization` is its fullest name in the article."""

    organization: str
    kind: str = "company"
    ticker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(Mention):
    """A person by name; `person` is the fullest form in the article, with title and firm where it gives them."""

    person: str
    role: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialMention(Mention):
    """A clinical trial by its name or registry number; `trial` is the name the article's mentions share."""

    trial: str
    registry_number: str | None = None
    phase: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSpan:
    """Where the words stand that fill one slot of a result."""

    slot: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A finding about an arm that carries a percentage of role `result`; null where the article does not say.

    `sign` is what the words beside the figure make of it, as in `Percentage.comparator`: `>` for a value of 40 from
    “more than 40 percent”, and for -40 from “a reduction of more than 40 percent”. `measure` is proportion, change (a
    reduction is negative) or difference, null for a level; `phase` is `1`, `2a`, `1/2`, `3` or `preclinical`; `rule`
    the rule that tied value and arm; `spans` where each slot's words stand.
    """

    id: str
    document_id: str
    percentage_id: str
    rule: str
    value: float
    sign: str = "="
    measure: str | None = "proportion"
    drug: str | None = None
    arm: str | None = None
    comparator: str | None = None
    comparator_value: float | None = None
    endpoint: str | None = None
    timepoint: str | None = None
    trial: str | None = None
    phase: str | None = None
    p_value: str | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    ci_level: float | None = None
    ratio_kind: str | None = None
    ratio: float | None = None
    patients: int | None = None
    rate: str | None = None
    spans: tuple[ResultSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name of a drug, and who says so: a rule on the article `document_id`, or the lexicon (no document)."""

    name: str
    rule: str
    document_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drug:
    """A medicine: `name` in lower case where there is a generic name, else as the articles write it.

    `kind` is inn, brand or code (what `name` is); `stem` the INN stem and `stem_meaning` its sense; `source` the
    lexicon or the rule that knows it.
    """

    name: str
    kind: str
    aliases: tuple[Alias, ...] = ()
    stem: str | None = None
    stem_meaning: str | None = None
    source: str = "lexicon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was found in one article, in the order of the text."""

    article: Article
    drugs: tuple[Drug, ...] = ()
    drug_mentions: tuple[DrugMention, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()
    results: tuple[Result, ...] = ()
    organizations: tuple[OrganizationMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    trials: tuple[TrialMention, ...] = ()
    timings: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
