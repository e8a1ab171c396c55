"""Quotations: the marks that open and close them, and the component."""

from extractor.components.quotes.component import create_quotes, quotation_of

__all__ = ["create_quotes", "quotation_of"]
