"""Web and e-mail addresses: what stands in them is no mention of anything."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[a-z]+://|www\.|[\w.+-]+@[\w-]+\.\w|[\w-]+\.[a-z]{2,}/", re.IGNORECASE)
_BOUNDS = ' \t\n\u00a0<>"“”()'


def in_address(text: str, offset: int) -> bool:
    """Whether the character at `offset` stands in a web or e-mail address (`https://…`, `www.…`, `a@b.org`, `b.org/c`)."""
    start = 0
    for bound in _BOUNDS:  # the most frequent first: it leaves little to look through for the others
        start = max(start, text.rfind(bound, start, offset) + 1)
    return _ADDRESS.match(text, start) is not None
