"""What words say for or against: their classes, their frame, the scale, and the relation."""

from extractor.relations.polarity.relation import PolarityRelation, create_polarity, polarity_of, score_of

__all__ = ["PolarityRelation", "create_polarity", "polarity_of", "score_of"]
