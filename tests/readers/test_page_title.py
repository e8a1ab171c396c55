"""The headline in a declared title."""

from __future__ import annotations

import pytest

from extractor.readers.page_title import headline

SHOWN = ["News", "Gout pill: all goals met", "Corvane – a year later", ""]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("Gout pill: all goals met", "Gout pill: all goals met"),
        ("Gout pill: all goals met | The Courier", "Gout pill: all goals met"),
        ("The Courier: Gout pill: all goals met", "Gout pill: all goals met"),
        ("Gout pill: all goals met - Pharma - The Courier", "Gout pill: all goals met"),
        ("Health » Gout Pill: All Goals Met » Courier", "Gout Pill: All Goals Met"),
        ("Corvane – a year later", "Corvane – a year later"),
        ("A title that is not shown | The Courier", "A title that is not shown | The Courier"),
        ("News", "News"),
        ("EX-99.1", None),
        ("  ", None),
        (None, None),
    ],
)
def test_headline(declared: str | None, expected: str | None) -> None:
    assert headline(declared, SHOWN) == expected
