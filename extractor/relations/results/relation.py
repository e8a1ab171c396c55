"""Results: which percentage heads one, with its arm, comparator, endpoint, time point, trial, phase and statistics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.vocab import Vocab

from extractor.components.context import DocumentContext, Sentence
from extractor.model import Percentage, Result
from extractor.relations.grids import grids_of
from extractor.relations.leads import part_of
from extractor.relations.results.across import AcrossSentences, Told
from extractor.relations.results.background import Background, BackgroundWords
from extractor.relations.results.building import BuilderWords, ResultBuilder
from extractor.relations.results.claims import Claim
from extractor.relations.results.designs import Design
from extractor.relations.results.drugs import with_drugs
from extractor.relations.results.endpoints import EndpointFinder
from extractor.relations.results.pairing import Pairer
from extractor.relations.results.phrases import Phrase
from extractor.relations.results.reading import Reading, SentenceReader
from extractor.relations.results.rows import Finding, Memory
from extractor.relations.results.tables import RULE, TableReader, in_cells
from extractor.relations.subject import Subjects
from extractor.relations.table_roles import BOUND
from extractor.rulebook import Rulebook


class Results:
    """The relation: fills `context.results`, and the `drug` of percentages."""

    name = "results"

    def __init__(self, book: Rulebook, vocab: Vocab, subjects: Subjects) -> None:
        self._reader = SentenceReader(book, vocab)
        self._pairer = Pairer(book)
        self._endpoints = EndpointFinder(book)
        self._across = AcrossSentences(book)
        self._words = BackgroundWords(book, subjects)
        self._built = BuilderWords(book)
        self._tables = TableReader(book, self._built.statistics)
        self._reads_tables = RULE in book.ways("results")

    def __call__(self, context: DocumentContext) -> None:
        starts = {p.id: p.start for p in context.percentages}
        context.results = sorted(self._results(context), key=lambda result: starts[result.percentage_id])
        context.percentages = with_drugs(context)

    def _results(self, context: DocumentContext) -> Iterator[Result]:
        figures = [p for p in context.percentages if p.role == "result" and p.role_rule != BOUND]
        if not figures:
            return
        background = Background.of(context, self._words)
        grids = grids_of(context)
        for grid in grids:
            yield from self._tables.results(context, background, grid) if self._reads_tables else ()
        told = in_cells(context, grids)
        figures = [figure for figure in figures if figure.start not in told]
        for one in self._told(context, background, figures):
            yield ResultBuilder(context, background, one, self._built).result()

    def _told(self, context: DocumentContext, background: Background, figures: Sequence[Percentage]) -> Iterator[Told]:
        """What the sentences tell of the `figures`, each set beside the one before it."""
        memory = Memory()
        designs = self._designs(context, background, figures)
        endpoint: Phrase | None = None
        measure: Claim | None = None
        last: Sentence | None = None
        earlier: list[Told] = []
        part: int | None = None
        for sentence in {s.number: s for s in map(lambda p: context.sentence_at(p.start), figures)}.values():
            part, before = part_of(context, sentence), part
            if part != before and not self._across.tells_again(context, last, sentence):
                endpoint = measure = memory.pair = None
                if background.topics.is_about_many:
                    memory = Memory()
            for skipped in context.sentences[last.number + 1 if last else 0 : sentence.number]:
                design = designs.get(skipped.number)
                if design and (skipped.paragraph == sentence.paragraph or not background.topics.is_about_many):
                    memory.arms, memory.design_control = design.arms, design.control
            last = sentence
            own = [p for p in figures if sentence.start <= p.start < sentence.end]
            reading = self._reader.read(context, sentence, own, background.topics.controls)
            _note_control(context.text, reading, memory)
            compared = self._reader.comparator_above(context, sentence, background.topics.controls)
            told: list[Told] = []
            for found in self._pairer.findings(context.text, reading, memory, background.topics.topic_arm):
                finding = found if found.comparator or found.other else replace(found, comparator=compared)
                named = self._endpoint(context, reading, finding)
                endpoint = named or endpoint
                measure = reading.best(finding.figure, "measure") if named else measure
                told.append(Told(reading, finding, endpoint, named is not None, None if named else measure))
            settled, told = self._across.joined(context, earlier, told)
            yield from settled
            pairs = (one.finding for one in reversed([*settled, *told]) if one.finding.other and one.finding.comparator)
            memory.pair, earlier = next(pairs, memory.pair), told
        yield from earlier

    def _endpoint(self, context: DocumentContext, reading: Reading, finding: Finding) -> Phrase | None:
        """What a figure measures, as the words beside it or beside the figure that it is compared with say."""
        figures = [finding.figure, *([finding.other] if finding.other else [])]
        phrases = (self._endpoints.find(context, reading, figure, finding.other) for figure in figures)
        return next(filter(None, phrases), None)

    def _designs(
        self, context: DocumentContext, background: Background, figures: Sequence[Percentage]
    ) -> Mapping[int, Design]:
        """What sentences without figures say of the arms that studies of the article's drug compare, by their numbers;
        in an article about many drugs a design holds for its paragraph alone."""
        drug = background.topics.main_drug
        if drug is None or not figures:
            return {}
        return self._reader.designs(context, figures[-1].start, drug.drug, background.topics.controls)


def _note_control(text: str, reading: Reading, memory: Memory) -> None:
    """Keeps the control that all figures without an arm of their own are compared with, as long as there is but one."""
    for arm in reading.every_arm():
        known = memory.only_control
        if arm.is_control and (
            known is None or text[known.start : known.end].lower() in text[arm.start : arm.end].lower()
        ):
            memory.only_control = known or arm
