"""A reader and a pipeline that are quick and simple, for tests of what is around them, and that can be made to fail."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extractor.errors import ReadingError
from extractor.model import (
    Alias,
    Article,
    Drug,
    DrugMention,
    Extraction,
    OrganizationMention,
    Percentage,
    Result,
    ResultSpan,
    Zone,
    document_id,
    record_id,
)
from extractor.running.job import Job

DRUG = re.compile(r"\b[a-z]+mab\b")
ALIAS = re.compile(r"\b([a-z]+mab) \((\w+ \d+)\)")
PERCENTAGE = re.compile(r"(\d+)%")
ORGANIZATION = re.compile(r"\b([A-Z][a-z]+) Inc\.( \(([A-Z]+)\))?")


def candidate(path: Path) -> bool:
    return path.suffix in (".txt", ".lines")


def read(path: Path) -> Iterator[Article]:
    """A `.lines` file holds an article a line; a line or file that says `unreadable` cannot be read."""
    content = path.read_bytes()
    if path.suffix == ".txt":
        yield _article(content, str(path))
        return
    for number, line in enumerate(content.splitlines(), 1):
        yield _article(line, f"{path}#{number}")


def _article(content: bytes, path: str) -> Article:
    text = content.decode()
    if "unreadable" in text:
        raise ReadingError("is unreadable; mend it", path=path)
    return Article(text=text, id=document_id(content), path=path, zones=(Zone(0, len(text), "body"),))


class FakePipeline:
    """Finds percentages, drugs that end in -mab, their aliases in brackets, and companies.

    A text with `DIE` kills the process, one with `DIE ONCE <file>` does unless the file exists, `HANG` sleeps, `UNTIL
    <file>` waits until the file exists, `SLOW 0.5` takes so many seconds, `BUG` raises, `HUNGRY` asks for 400 MB.
    """

    def __init__(self, fingerprint: str = "rules-1") -> None:
        self.fingerprint = fingerprint

    def pipe(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        return map(self.extract, articles)

    def extract(self, article: Article) -> Extraction:
        self._misbehave(article.text)
        percentages = tuple(
            Percentage(value=float(found[1]), role="result", **_place(article, "percentage", found))
            for found in PERCENTAGE.finditer(article.text)
        )
        mentions = tuple(
            DrugMention(drug=found[0], **_place(article, "drug", found)) for found in DRUG.finditer(article.text)
        )
        organizations = tuple(
            OrganizationMention(organization=found[1], ticker=found[3], **_place(article, "organization", found))
            for found in ORGANIZATION.finditer(article.text)
        )
        return Extraction(
            article=article,
            drugs=tuple(_drug(article, name) for name in sorted({mention.drug for mention in mentions})),
            drug_mentions=mentions,
            percentages=percentages,
            results=tuple(_result(percentage) for percentage in percentages),
            organizations=organizations,
        )

    def _misbehave(self, text: str) -> None:
        if once := re.search(r"DIE ONCE (\S+)", text):
            if not os.path.exists(once[1]):
                Path(once[1]).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        elif "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in text:
            time.sleep(60)
        if awaited := re.search(r"UNTIL (\S+)", text):
            while not os.path.exists(awaited[1]):
                time.sleep(0.01)
        if "HUNGRY" in text:
            bytearray(400_000_000)
        if "BUG" in text:
            raise ValueError("a bug\nin a rule")
        if slow := re.search(r"SLOW ([\d.]+)", text):
            time.sleep(float(slow[1]))


def _place(article: Article, kind: str, found: re.Match[str]) -> dict[str, Any]:
    start, end = found.span()
    return {
        "id": record_id(article.id, kind, start, end),
        "document_id": article.id,
        "start": start,
        "end": end,
        "text": found[0],
        "sentence": article.text,
        "zone": "about" if "About" in article.text else "body",
        "rule": f"fake.{kind}",
    }


def _drug(article: Article, name: str) -> Drug:
    aliases = tuple(
        Alias(name=found[2], rule="fake.alias", document_id=article.id)
        for found in ALIAS.finditer(article.text)
        if found[1] == name
    )
    return Drug(name=name, kind="inn", aliases=aliases, stem="-mab", source="fake.drug")


def _result(percentage: Percentage) -> Result:
    return Result(
        id=record_id(percentage.document_id, "result", percentage.start, percentage.end),
        document_id=percentage.document_id,
        percentage_id=percentage.id,
        rule="fake.result",
        value=percentage.value,
        endpoint="response",
        spans=(ResultSpan(slot="value", start=percentage.start, end=percentage.end),),
    )


def job(folder: Path, database: Path, **options: Any) -> Job:
    """A job with the fakes; `options` replace fields of `Job`."""
    fingerprint = options.pop("fingerprint", "rules-1")
    fields: dict[str, Any] = {
        "folders": [str(folder)],
        "database": database,
        "candidate": candidate,
        "read": read,
        "make_pipeline": lambda: FakePipeline(fingerprint),
        "fingerprint": fingerprint,
        "workers": 1,
    }
    return Job(**{**fields, **options})


def extraction(text: str, path: str = "a.txt") -> Extraction:
    """What the fake pipeline finds in a text."""
    return FakePipeline().extract(_article(text.encode(), path))
