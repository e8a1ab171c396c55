"""The trial and the phase of figures, from their sentence or from an earlier one where the article leaves no doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from extractor.components.context import DocumentContext, Sentence
from extractor.components.phases import PhaseFinder, PhaseMention
from extractor.model import FURNITURE_ZONES, Percentage, TrialMention
from extractor.relations.leads import sentences_before
from extractor.relations.results.topics import HEADLINE, LEAD_SENTENCES, Topics, tells_of_others
from extractor.rulebook import Rulebook
from extractor.rulebook.beginnings import WHOLE_WORDS, Beginnings, matches_at
from extractor.rulebook.shapes import for_lowered

HEADLINE_BONUS, LEAD_BONUS = 6, 2
"""How much more a trial's name counts in the headline, and once among the first sentences, than elsewhere."""

TWIN_WITHIN = 6
"""How far apart two trials stand that are named side by side, in characters."""

NEAR_SENTENCES = 6
"""How many sentences before a figure may name the phase of its medicine, where the article names several."""


class StudyWords:
    """The words by which studies are read, of the rules in force."""

    def __init__(self, book: Rulebook) -> None:
        self.phases = PhaseFinder(book)
        studies = book.expression("trial-nouns")
        others = book.expression("indefinite-study")
        likened = book.expression("likened-to")
        cues = book.expression("other-study-cue")
        self.another = for_lowered(rf"(?<![\w-])(?P<likened>(?:{likened}) )?(?:{cues})(?!\w)")
        going, done = book.expression("going-on-cue"), book.expression("done-study-cue")
        self.done = for_lowered(rf"(?<!\w)(?P<going>(?:{going}) )?(?:{done})(?!\w)")
        self.coming = for_lowered(rf"(?<!\w)(?:{book.expression('coming-study-cue')})(?: [\w-]+){{0,2}} $")
        self.other_study = for_lowered(
            rf"(?<!\w)(?P<likened>(?:{likened}) )?(?:{others}) (?:[\w/,-]+ ){{0,5}}?(?:{studies})(?!\w)"
        )
        self.others = Beginnings([self.other_study, self.another], lowered=True, length=WHOLE_WORDS)


class Studies:
    """The studies of one article."""

    def __init__(self, context: DocumentContext, topics: Topics, words: StudyWords) -> None:
        self._context, self._topics, self._words = context, topics, words
        self._others: dict[int, bool] = {}

    def trial(self, figure: Percentage, drug: str | None) -> TrialMention | None:
        """The trial of a figure: named in its sentence, else before it in its paragraph or in what leads its list in,
        else the only one that the article names with the figure's medicine, else the one that the article is about,
        where it is named with that medicine; none, where another study is introduced before the figure."""
        context = self._context
        sentence = context.sentence_at(figure.start)
        here = context.within(context.trials, sentence.start, sentence.end)
        if here:
            return min(here, key=lambda trial: (trial.start > figure.start, abs(trial.start - figure.start)))
        for earlier in (sentence, *sentences_before(context, sentence)):
            named = context.within(context.trials, earlier.start, earlier.end)
            if named:
                return named[-1]
            if self.tells_of_another(earlier):
                return None
        main = self.main_trial
        return main if main is not None and self._tests(main.trial, drug) else None

    def is_one_of_two(self, figure: Percentage, trial: TrialMention) -> bool:
        """Whether the trial of a figure is named before its sentence, side by side with another: “in REACH-1 and
        REACH-2”."""
        sentence = self._context.sentence_at(figure.start)
        return not sentence.start <= trial.start < sentence.end and any(
            other.trial != trial.trial and max(trial.start, other.start) - min(trial.end, other.end) <= TWIN_WITHIN
            for other in self._context.trials
        )

    def tells_of_another(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of another study than the article's: one that is introduced there, several together,
        or one in another phase."""
        if sentence.number not in self._others:
            self._others[sentence.number] = self._reads_of_another(sentence)
        return self._others[sentence.number]

    def _reads_of_another(self, sentence: Sentence) -> bool:
        places = self._context.places(self._words.others, sentence)
        for words in (self._words.other_study, self._words.another):
            matches = matches_at(words, self._context.lowered, places, sentence.end)
            if any(match["likened"] is None for match in matches):
                return True
        phases = {phase.phase for phase in self._phases_of(sentence)}
        main = self.main_trial
        return main is not None and main.phase is not None and bool(phases) and main.phase not in phases

    def _tests(self, trial: str, drug: str | None) -> bool:
        """Whether a paragraph of the article names a trial together with a medicine, or its lead tells of that trial
        alone, or the article names no other, and is about that medicine."""
        if drug is None or (self._topics.is_about(drug) and (self._leads_with_one_trial or self._tells_of_one_trial)):
            return True
        parts = {self._context.sentence_at(t.start).paragraph for t in self._context.trials if t.trial == trial}
        drugs = (d for d in self._context.drugs if d.drug == drug)
        return any(self._context.sentence_at(d.start).paragraph in parts for d in drugs)

    @cached_property
    def main_trial(self) -> TrialMention | None:
        """The trial that the article is about: named most often, in its headline or early."""
        first: dict[str, TrialMention] = {}
        score: Counter[str] = Counter()
        for mention in self._named:
            if mention.trial not in first:
                first[mention.trial] = mention
                early = self._context.sentence_at(mention.start).number < LEAD_SENTENCES
                score[mention.trial] += LEAD_BONUS * early
            score[mention.trial] += HEADLINE_BONUS if mention.zone == HEADLINE else 1
        return first[max(first, key=lambda trial: score[trial])] if first else None

    @cached_property
    def _named(self) -> list[TrialMention]:
        """The mentions of trials outside of the furniture."""
        return [trial for trial in self._context.trials if trial.zone not in FURNITURE_ZONES]

    @cached_property
    def _names_one_trial(self) -> bool:
        """Whether the article names one trial alone, and does not speak of many medicines."""
        return len({trial.trial for trial in self._named}) == 1 and not self._topics.is_about_many

    @cached_property
    def _leads_with_one_trial(self) -> bool:
        leading = any(self._context.sentence_at(trial.start).number < LEAD_SENTENCES for trial in self._named)
        return leading and self._names_one_trial

    @cached_property
    def _tells_of_one_trial(self) -> bool:
        """Whether the article names but one trial, and says of it that it was done."""
        if not self._names_one_trial:
            return False
        places = {self._context.sentence_at(trial.start) for trial in self._named}
        told = (m for place in places for m in self._words.done.finditer(self._context.lowered, place.start, place.end))
        return any(match["going"] is None for match in told)

    def phase(self, figure: Percentage, trial: TrialMention | None, drug: str | None) -> PhaseMention | None:
        """The phase of a figure: the nearest in its sentence, else the last one before it in its paragraph or in what
        leads its list in, else its trial's, else its medicine's, else the only one of the article, where it is about
        the article's medicine."""
        sentence = self._context.sentence_at(figure.start)
        here = self._phases_of(sentence)
        if here:
            return min(here, key=lambda p: (p.start > figure.start, abs(p.start - figure.start)))
        if trial is None and self.tells_of_another(sentence):
            return None
        stranger = drug if drug is not None and not self._topics.is_about(drug) else None
        for earlier in sentences_before(self._context, sentence):
            named = self._phases_of(earlier)
            if named:
                foreign = stranger is not None and tells_of_others(self._context, earlier, stranger)
                return None if foreign else named[-1]
        if trial is not None and trial.phase is not None:
            return PhaseMention(trial.start, trial.end, trial.phase)
        is_main = drug is None or self._topics.is_about(drug)
        titled = self._title_phase if is_main and trial is not None else None
        return titled or self._of_drug(drug, sentence) or (self._main_phase if is_main else None)

    def _of_drug(self, drug: str | None, sentence: Sentence) -> PhaseMention | None:
        """The phase that the sentences which name a medicine tell of it: the only one, or the last of those shortly
        before a sentence."""
        context = self._context
        named = {context.sentence_at(d.start).number for d in context.drugs if d.drug == drug}
        phases = [p for p in self._phases if context.sentence_at(p.start).number in named and not self._is_coming(p)]
        if len({p.phase for p in phases}) == 1:
            return phases[0]
        low = max(0, sentence.number - NEAR_SENTENCES)
        before = [p for p in phases if low <= context.sentence_at(p.start).number < sentence.number]
        return before[-1] if before else None

    def _is_coming(self, phase: PhaseMention) -> bool:
        """Whether the words right before a phase say of its study that it goes on, or is yet to come."""
        return self._words.coming.search(self._context.lowered, max(0, phase.start - 40), phase.start) is not None

    def _phases_of(self, sentence: Sentence) -> Sequence[PhaseMention]:
        return [p for p in self._phases if sentence.start <= p.start < sentence.end]

    @cached_property
    def _phases(self) -> list[PhaseMention]:
        return self._words.phases.find(self._context)

    @cached_property
    def _main_phase(self) -> PhaseMention | None:
        """The only phase that the article names, else the first of its headline, else the only one of its lead that is
        not yet to come."""
        phases = [p for p in self._phases if self._context.zone_at(p.start) not in FURNITURE_ZONES]
        if len({p.phase for p in phases}) == 1:
            return phases[0]
        leading = [p for p in phases if self._context.sentence_at(p.start).number < LEAD_SENTENCES]
        lead = [p for p in leading if not self._is_coming(p)]
        return self._title_phase or (lead[0] if len({p.phase for p in lead}) == 1 else None)

    @cached_property
    def _title_phase(self) -> PhaseMention | None:
        """The first phase that the headline names."""
        return next((p for p in self._phases if self._context.zone_at(p.start) == HEADLINE), None)
