"""Organisations and persons: names by lexicon, form and surroundings, what stands beside a name, and the component."""

from extractor.components.organizations.component import create_organizations, phrase_at

__all__ = ["create_organizations", "phrase_at"]
