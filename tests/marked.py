"""Texts with the expected spans marked inline: `"[32.8%] of patients"`, `"[32.8%]{value=32.8} of patients"`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\[(?P<text>[^\[\]]*)\](?:\{(?P<values>[^{}]*)\})?")
_VALUE = re.compile(r"([\w-]+)=('[^']*'|\S+)")


@dataclass(frozen=True)
class Marked:
    """The bare text, and the marked spans in it with the values expected of each."""

    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[dict[str, str], ...]

    @property
    def words(self) -> list[str]:
        """The marked words."""
        return [self.text[start:end] for start, end in self.spans]


def marked(example: str) -> Marked:
    """Takes the marks out of an example."""
    text, spans, values, place = "", [], [], 0
    for match in _MARK.finditer(example):
        text += example[place : match.start()]
        spans.append((len(text), len(text) + len(match["text"])))
        values.append({key: value.strip("'") for key, value in _VALUE.findall(match["values"] or "")})
        text += match["text"]
        place = match.end()
    return Marked(text + example[place:], tuple(spans), tuple(values))
