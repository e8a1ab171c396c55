"""Drug names, percentages, dates, quotes and results from articles on medicines, by rules.

import extractor
extraction = extractor.extract("In the trial, 32.8% of patients on rocatinlimab …", published=date(2026, 2, 10))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.pipeline import Pipeline, extract

__version__ = "0.1.0"
__all__ = ["Pipeline", "__version__", "extract"]


def __getattr__(name: str) -> Any:
    """Loads the pipeline, and spaCy with it, when it is first asked for."""
    if name in ("Pipeline", "extract"):
        from extractor import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
