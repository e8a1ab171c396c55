"""The front matter of a Markdown file: `---`, fields in YAML, `---`."""

from __future__ import annotations

import re

from extractor.model import Zone
from extractor.readers.article import Metadata
from extractor.readers.fields import metadata_of

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.{0,4000}?\n)---[ \t]*(?:\n|$)", re.DOTALL)


def front_matter(text: str) -> tuple[Metadata, tuple[Zone, ...]]:
    """What the front matter says, and its zone; nothing for a text without one or with one that is no YAML."""
    match = FRONT_MATTER.match(text)
    if match is None:
        return Metadata(), ()
    import yaml  # now, for most texts have none

    try:
        fields = yaml.safe_load(match["fields"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return Metadata(), ()
    if not isinstance(fields, dict):
        return Metadata(), ()
    return metadata_of(fields), (Zone(match.start(), match.end(), "boilerplate"),)
