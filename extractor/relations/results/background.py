"""What a result takes from around its figure: the topic of its part of the article, study times, trial and phase."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.context import DocumentContext
from extractor.relations.results.studies import Studies, StudyWords
from extractor.relations.results.times import StudyTimes, TimeWords
from extractor.relations.results.topics import Topics, TopicWords
from extractor.relations.subject import Subjects
from extractor.rulebook import Rulebook


class BackgroundWords:
    """The words by which a background is read, of the rules in force."""

    def __init__(self, book: Rulebook, subjects: Subjects) -> None:
        self.topics, self.times, self.studies = TopicWords(book, subjects), TimeWords(book), StudyWords(book)


@dataclass(frozen=True)
class Background:
    """What one article says around its figures."""

    topics: Topics
    times: StudyTimes
    studies: Studies

    @classmethod
    def of(cls, context: DocumentContext, words: BackgroundWords) -> Background:
        """The background of an article."""
        topics = Topics(context, words.topics)
        return cls(topics, StudyTimes(context, words.times), Studies(context, topics, words.studies))
