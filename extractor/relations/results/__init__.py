"""Results: percentages of role `result` with arm, comparator, endpoint, time point, trial and phase."""

from extractor.relations.results.relation import Results

__all__ = ["Results"]
