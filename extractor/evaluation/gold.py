"""Gold annotations: files of JSON after the annotation guide, checked when they are read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from extractor.errors import ExtractorError
from extractor.rulebook.families import EVENTS


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldSpan(_Checked):
    """A stretch of the article: code points, `end` exclusive; `nth` says which occurrence of `text` it is."""

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int
    nth: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"{self.start}-{self.end} is not as long as {self.text!r}")
        return self


class GoldDrug(GoldSpan):
    """A mention of a medicine; `name` is the drug it stands for."""

    name: str


class GoldPercentage(GoldSpan):
    """A number with a percent sign or word."""

    value: float
    value_high: float | None = None
    unit: Literal["percent", "percentage point"] = "percent"
    comparator: Literal["=", "<", "<=", ">", ">=", "~"] = "="
    role: Literal["result", "threshold", "confidence", "dose", "financial", "population", "other"]


class GoldDate(GoldSpan):
    """An expression of time: a DATE has `from` and `to`, a DURATION or SET has `value` (ISO 8601)."""

    type: Literal["DATE", "DURATION", "SET"]
    value: str | None = None
    value_high: str | None = None
    mod: Literal["START", "MID", "END"] | None = None
    date_from: date | None = Field(default=None, alias="from")
    date_to: date | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _has_its_own_keys(self) -> Self:
        if self.type != "DATE" and (self.value is None or self.date_from or self.date_to):
            raise ValueError(f"{self.type} {self.text!r} wants 'value', and neither 'from' nor 'to'")
        if (self.date_from is None) != (self.date_to is None):
            raise ValueError(f"{self.text!r} wants both 'from' and 'to', or null for both")
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise ValueError(f"{self.text!r} runs from {self.date_from} back to {self.date_to}")
        return self


class GoldQuote(GoldSpan):
    """Somebody's words between quotation marks."""

    speaker: str | None
    organization: str | None
    polarity: Literal["positive", "negative", "neutral"]
    drug: str | None


class GoldOrganization(GoldSpan):
    """A mention of a company, agency, hospital or the like; `organization` is its name in the article."""

    organization: str
    kind: str


class GoldPerson(GoldSpan):
    """A mention of a person; `person` is the fullest name in the article."""

    person: str
    role: str | None
    organization: str | None


class GoldEvent(GoldSpan):
    """What a date (one of type DATE) is about, and whether that has happened."""

    event: str
    modality: Literal["done", "planned", "expected", "possible"] | None

    @field_validator("event")
    @classmethod
    def _is_known(cls, event: str) -> str:
        if event not in EVENTS:
            raise ValueError(f"{event!r} is none of {', '.join(EVENTS)}")
        return event


class GoldOccurrence(_Checked):
    """Names one of the article's percentages by its text and `nth`."""

    text: str
    nth: int


class GoldResult(_Checked):
    """A finding about an arm, headed by one percentage."""

    percentage: GoldOccurrence
    value: float
    measure: Literal["proportion", "change", "difference"] | None
    drug: str | None
    arm: str | None
    comparator: str | None
    comparator_value: float | None
    endpoint: str | None
    timepoint: str | None
    trial: str | None
    phase: str | None = Field(pattern=r"^(preclinical|[1-4][abc]?(/[1-4][abc]?)?)$")


class GoldArticle(_Checked):
    """The annotations of one article: `id` is the stem of its file's name, `sha256` the digest of its bytes. Of the
    kinds that may be None the article has no annotations: they are not scored there."""

    id: str
    published: date | None
    title: str | None
    drugs: tuple[GoldDrug, ...]
    percentages: tuple[GoldPercentage, ...]
    dates: tuple[GoldDate, ...]
    quotes: tuple[GoldQuote, ...]
    results: tuple[GoldResult, ...]
    organizations: tuple[GoldOrganization, ...] | None = None
    persons: tuple[GoldPerson, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None
    source: str | None = None
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")

    @model_validator(mode="after")
    def _results_stand_on_percentages(self) -> Self:
        heads = [(result.percentage.text, result.percentage.nth) for result in self.results]
        for text, nth in heads:
            if self.percentage_of(GoldOccurrence(text=text, nth=nth)) is None:
                raise ValueError(f"a result stands on {text!r}, nth {nth}, which is none of the percentages")
            if heads.count((text, nth)) > 1:
                raise ValueError(f"{text!r}, nth {nth}, heads more than one result")
        return self

    def percentage_of(self, occurrence: GoldOccurrence) -> GoldPercentage | None:
        """The percentage that `occurrence` names, or None."""
        for percentage in self.percentages:
            if (percentage.text, percentage.nth) == (occurrence.text, occurrence.nth):
                return percentage
        return None

    def spans(self) -> Iterator[GoldSpan]:
        """Every annotation that has a place of its own."""
        yield from (*self.drugs, *self.percentages, *self.dates, *self.quotes)
        yield from (*(self.organizations or ()), *(self.persons or ()), *(self.events or ()))

    def misfits(self, text: str) -> list[str]:
        """What does not stand in `text` where it should: one line for each such annotation."""
        return [
            f"{self.id}: {span.text!r} is not at {span.start}-{span.end}, where the text has"
            f" {text[span.start : span.end]!r}"
            for span in self.spans()
            if text[span.start : span.end] != span.text
        ]


def read_gold_file(path: Path) -> GoldArticle:
    """The annotations in one JSON file; `ExtractorError` tells the first thing that is wrong with it."""
    try:
        return GoldArticle.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ExtractorError(f"cannot be read: {error.strerror}", path=path) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ExtractorError(f"{place}: {first['msg']}" if place else first["msg"], path=path) from error


def read_gold(folder: Path) -> list[GoldArticle]:
    """The annotations of every `*.json` in `folder` (or of one file), in the order of their names.

    Raises `ExtractorError` where there is none, or one is wrong.
    """
    paths = sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]
    if not paths:
        raise ExtractorError("holds no gold annotations (*.json)", path=folder)
    return [read_gold_file(path) for path in paths]
