"""Verbs that give somebody's words ("said", "called"), as expressions for what stands beside a name."""

from __future__ import annotations

from extractor.rulebook import Rulebook
from extractor.rulebook.lexicon import row_forms
from extractor.rulebook.shapes import alternatives


def finite_forms(book: Rulebook, *kinds: str) -> str:
    """A regular expression for the forms behind a subject in the third person ("says", "said") of the cue verbs of
    these kinds; neither "say" nor "saying"."""
    verbs = [row for row in book.lexicon("cue-verbs").rows.values() if row["kind"] in kinds]
    forms = ((form, row["term"]) for row in verbs for form in row_forms(row))
    return alternatives(form for form, term in forms if form != term and not form.endswith("ing"))
