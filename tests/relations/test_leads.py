"""The line that leads a list in."""

from __future__ import annotations

import pytest

from extractor.pipeline import Pipeline
from extractor.readers import article_from_text
from extractor.relations.leads import lead_of, part_of, sentences_before

LIST = "Acmera gave an update.\n\nIn the trial, patients on the drug had:\n- fewer relapses. They slept better.\n- less pain."


@pytest.mark.parametrize(
    ("text", "words", "lead"),
    [
        (LIST, "less pain", "In the trial, patients on the drug had:"),
        (LIST, "They slept", "In the trial, patients on the drug had:"),
        (LIST, "In the trial", None),
        (LIST, "Acmera gave", None),
        ("Highlights\n• Revenue rose.", "Revenue", "Highlights"),
        ("The company grew last year.\n• Revenue rose.", "Revenue", None),
    ],
)
def test_the_lead_of_a_list_is_the_line_above_it(pipeline: Pipeline, text: str, words: str, lead: str | None) -> None:
    context = pipeline.context(article_from_text(text))
    found = lead_of(context, context.sentence_at(text.index(words)))
    assert (text[found.start : found.end] if found else None) == lead


def test_a_list_is_part_of_the_paragraph_above_it(pipeline: Pipeline) -> None:
    context = pipeline.context(article_from_text(LIST))
    lead, item = (context.sentence_at(LIST.index(words)) for words in ("In the trial", "less pain"))
    assert part_of(context, item) == part_of(context, lead) != part_of(context, context.sentences[0])


def test_before_an_item_stand_its_own_sentences_then_the_lead(pipeline: Pipeline) -> None:
    context = pipeline.context(article_from_text(LIST))
    before = sentences_before(context, context.sentence_at(LIST.index("They slept")))
    assert [LIST[one.start : one.end] for one in before] == [
        "- fewer relapses.",
        "In the trial, patients on the drug had:",
    ]
