"""From spans to facts: which names are one drug, who said what, for or against, and which numbers belong together.

A relation is a function of a document's context: it reads what the components found and replaces records by fuller
ones.
"""
