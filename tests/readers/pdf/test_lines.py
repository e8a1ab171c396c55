"""Lines of a column that make one paragraph."""

from __future__ import annotations

import pytest

from extractor.readers.pdf.lines import Line, blocks_of


def column(*lines: str) -> list[Line]:
    """Lines of 10 points, as wide as their text, one below the other."""
    return [
        Line((text,), 60.0, 100.0 + 12 * at, 60.0 + 5 * len(text), 110.0 + 12 * at, 10.0, 1)
        for at, text in enumerate(lines)
    ]


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (
            (
                "The firm has a pill for gout, a once-weekly medi-",
                "cine for adults who took nothing before, and for",
                "all.",
            ),
            1,
        ),
        (("It is a once-weekly injec-", "tion for adults who had not taken anything before the trial", "began."), 1),
        (("What it is", "The firm has a pill for gout that is taken once in a week", "by adults."), 2),
    ],
)
def test_a_word_broken_at_a_line_end_goes_on(lines: tuple[str, ...], blocks: int) -> None:
    assert len(blocks_of(column(*lines))) == blocks
