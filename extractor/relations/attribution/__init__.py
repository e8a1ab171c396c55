"""Whose words a quotation is: sources, cues, speakers resolved, the drug it is about, and the relation."""

from extractor.relations.attribution.relation import create_attribution

__all__ = ["create_attribution"]
