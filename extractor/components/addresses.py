"""Web and e-mail addresses: what stands in them is no mention of anything."""

from __future__ import annotations

import re

from extractor.components.occurrences import places_of

_ADDRESS = re.compile(r"[a-z]+://|www\.|[\w.+-]+@[\w-]+\.\w|[\w-]+\.[a-z]{2,}/", re.IGNORECASE)
_SIGNS = ("/", "@", "www.", "WWW.", "Www.")
"""What stands in every address, and in little else."""
_BOUNDS = ' \t\n\u00a0<>"“”()'
_REST = re.compile(f"[^{_BOUNDS}]*")


def addresses(text: str) -> list[tuple[int, int]]:
    """Where web and e-mail addresses (`https://…`, `www.…`, `a@b.org`, `b.org/c`) start and end in a text."""
    found = []
    behind = 0
    for sign in sorted(places_of(text, _SIGNS)):
        if sign < behind:
            continue
        start = behind
        for bound in _BOUNDS:  # the most frequent first: it leaves little to look through for the others
            start = max(start, text.rfind(bound, start, sign) + 1)
        rest = _REST.match(text, sign)
        behind = rest.end() if rest else sign
        if _ADDRESS.match(text, start):
            found.append((start, behind))
    return found
