"""A person's organisation, where only the person's quotations tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.model import Extraction

RELEASE = (
    "Zelvora Therapeutics Reports Results\n\nOSLO - Zelvora Therapeutics, Inc. today announced its results.\n\n"
    "“We are glad,” said Jane Rowe, Ph.D., President and Chief Executive Officer. “Much is left to do.”\n\n"
)


@pytest.mark.parametrize(
    ("text", "person", "organization"),
    [
        (RELEASE, "Jane Rowe", "Zelvora Therapeutics"),
        (RELEASE + "Contact: Mary Holt, +1 555 0100", "Mary Holt", None),
    ],
)
def test_fills_the_organization_of_who_is_quoted(
    text: str, person: str, organization: str | None, extract: Callable[..., Extraction]
) -> None:
    mentions = [one for one in extract(text).persons if one.person == person]
    assert mentions
    assert {one.organization for one in mentions} == {organization}
