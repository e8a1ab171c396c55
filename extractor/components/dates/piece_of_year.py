"""A quarter, half or period of the year before, this one or the next: “the year-ago quarter”, “last year’s first
half”."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.components.dates.anchors import Anchors
from extractor.components.dates.calendar import HALF, MONTH, QUARTER, Period, add_months, attempt, months
from extractor.components.dates.covered import years_away
from extractor.components.dates.parts_of_year import parts_of_year
from extractor.components.dates.time_words import Words
from extractor.components.dates.values import DATE, Reading, resolved

_LENGTHS = {MONTH: 1, QUARTER: 3, HALF: 6}


def read_piece_of_year(words: Words, groups: Mapping[str, str], anchors: Anchors) -> Reading:
    """The piece that `ordinal` names, the one that the text is at, or for a bare “period” what the report covers, as
    many years away as `year_of_piece` says."""
    shift = words.integer("year-of-piece", groups["year_of_piece"], "shift")
    from_narrative = words.cell("year-of-piece", groups["year_of_piece"], "from") == "narrative"
    unsettled = Reading(DATE, "XXXX")
    if anchors.covered is not None and not groups.keys() & {"ordinal", "piece", "time_unit"} and from_narrative:
        return years_away(anchors.covered, shift) or unsettled
    at = _reached(groups, anchors)
    anchor = (at or anchors.narrative) if from_narrative else anchors.published
    if "ordinal" in groups:
        of_year, _ = parts_of_year(words, groups, anchors.fiscal)
        found = attempt(of_year, anchor.first.year + shift) if of_year and anchor else None
        return resolved(found) if found else unsettled
    if at is None:
        return unsettled
    length = _LENGTHS[at.unit]
    return resolved(months(add_months(at.first, 12 * shift), length, at.unit))


def _reached(groups: Mapping[str, str], anchors: Anchors) -> Period | None:
    """The quarter, half or month that the text is at."""
    if "piece" in groups:
        return anchors.reported(groups["piece"][0].upper())
    at = anchors.narrative
    if "time_unit" in groups:
        return at if at and at.unit == MONTH else None
    return at if at and at.unit in _LENGTHS else anchors.reported(QUARTER)
