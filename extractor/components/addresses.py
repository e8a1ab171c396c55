"""Web and e-mail addresses: what stands in them is no mention of anything."""

from __future__ import annotations

import re

from extractor.components.occurrences import places_of

_ADDRESS = re.compile(r"[a-z]+://|www\.|[\w.+-]+@[\w-]+\.\w|[\w-]+\.[a-z]{2,}/", re.IGNORECASE)
_SIGNS = ("/", "@", "www.", "WWW.", "Www.")
"""What stands in every address, and in little else."""
_RUN = re.compile('[^ \t\n\u00a0<>"“”()]+')
"""What an address may be the beginning of: all between white space, quotation marks and brackets."""


def addresses(text: str) -> list[tuple[int, int]]:
    """Where web and e-mail addresses (`https://…`, `www.…`, `a@b.org`, `b.org/c`) start and end in a text."""
    found = []
    behind = 0
    for sign in sorted(places_of(text, _SIGNS)):
        if sign >= behind:
            start = max(behind, text.rfind(" ", behind, sign))
            run = next(run for run in _RUN.finditer(text, start) if run.end() > sign)
            behind = run.end()
            if _ADDRESS.match(text, run.start()):
                found.append(run.span())
    return found
