"""Shapes: rules on characters, for what spaCy's tokens cut in two (`32.8%`, `3Q25`, `AMG-451/KHK4083`).

A shape is a regular expression in which `{month}` stands for any term of the lexicon `months`/`month`,
`{name:month}` for the same under another group name, `{number}` for a number in figures or words, and a single space
for white space with at most one line break in it. In a rule file a shape may go over several lines; the breaks and the
white space around them are nothing.
The lexicon `shape-parts` names pieces of shapes: a row `year`, `\\d{4}` makes `{year}` a slot. A piece may have slots
of its own: their groups then stand in the shape as if they were written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from extractor.rulebook.branches import branching
from extractor.rulebook.lexicon import Lexicon
from extractor.rulebook.notation import MENTION_SLOTS
from extractor.rulebook.numbers import NUMBER_WORDS, number_shape
from extractor.rulebook.prepared import compiled, prepared

PARTS = "shape-parts"
SPACE = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
_FLEXIBLE = {" ": SPACE, "'": "['\u2019]"}
_SLOT = re.compile(r"\{(?:(?P<name>[A-Za-z_]\w*):)?(?P<lexicon>[A-Za-z][\w-]*)\}")
_CAPITALS = re.compile(r"\\.|\(\?P|[A-Z]+")
_LETTERS = re.compile("[a-z]+")
_ASCII = bytes(range(128))
_LONG = 400
"""From this length on, text is made small in bytes."""
_UNREAD = re.compile(r"\{[A-Za-z][^{}]*\}")


class ShapeError(ValueError):
    """A shape that is no regular expression or names a lexicon that is not there."""


def alternatives(terms: Iterable[str]) -> str:
    """A regular expression for any of the `terms`, the longest first, with flexible spaces and apostrophes.

    A term never starts or ends in the middle of a run of letters: “may” is not in “maybe”, but “w” is in “12w”. A
    term that is written with a hyphen in front (“-mab”) is the end of a word, without the hyphen.
    """
    different = sorted(set(terms))
    return prepared(("alternatives", "\n".join(different)), lambda: _alternatives(different))


def _alternatives(terms: Iterable[str]) -> str:
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    words = [_pieces(term) for term in ordered if term[:1].isalpha()]
    others = ["".join(_pieces(term)) for term in ordered if not term[:1].isalpha()]
    # One look behind for all words: branches that start with a plain letter are passed over quickly.
    return "|".join(([rf"(?<![^\W\d_]){branching(words)}"] if words else []) + others)


def _any_term(lexicon: Lexicon) -> str:
    return prepared(("alternatives", lexicon.mark), lambda: _alternatives(lexicon.rows))


def _pieces(term: str) -> list[str]:
    """The expression for a term in pieces: its signs, and that it ends where a word does."""
    written = term[1:] if term[:1] == "-" and term[1:2].isalpha() else term
    pieces = [_FLEXIBLE.get(sign) or re.escape(sign) for sign in written]
    return [*pieces, r"(?![^\W\d_])"] if term[-1:].isalpha() else pieces


def lowered_text(text: str) -> str:
    """The text in lower case at the same offsets; the few letters that would grow stay as they are."""
    lowered = text.lower() if len(text) < _LONG else _lowered_in_bytes(text)
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _lowered_in_bytes(text: str) -> str:
    """`text.lower()`, much quicker where all letters that have a small one are ASCII."""
    written = text.encode("utf-8", "surrogatepass")
    others = written.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return written.lower().decode("utf-8", "surrogatepass") if others == others.lower() else text.lower()


def lowered_shape(shape: str) -> str:
    """A shape for text in lower case: its own capitals made small, which is quicker than indifference to case."""
    return _CAPITALS.sub(lambda m: m.group() if m.group()[0] in "\\(" else m.group().lower(), shape)


def for_lowered(expression: str) -> re.Pattern[str]:
    """The regular expression for text in lower case, where it matches as one indifferent to case does in any text."""
    return compiled(lowered_shape(expression))


def opened(shape: str, lexicons: Mapping[str, Lexicon], inside: tuple[str, ...] = ()) -> str:
    """The shape with those pieces written out that have slots of their own. Raises `ShapeError` for one in itself."""
    parts = lexicons.get(PARTS, Lexicon(PARTS))

    def written_out(slot: re.Match[str]) -> str:
        name = slot["lexicon"]
        piece = parts[name]["shape"] if name in parts else ""
        if not _SLOT.search(piece):
            return slot.group()
        if name in inside:
            raise ShapeError(f"names {{{name}}}, which stands in itself")
        group = f"P<{slot['name']}>" if slot["name"] else ":"
        return f"(?{group}{opened(piece, lexicons, (*inside, name))})"

    return _SLOT.sub(written_out, shape)


def shape_words(shape: str, lexicons: Mapping[str, Lexicon]) -> Iterator[str]:
    """The words that may stand in what a shape finds, in lower case (with some that are but parts of its notation)."""
    parts = lexicons.get(PARTS, Lexicon(PARTS))
    shape = opened(shape, lexicons)
    texts = [shape]
    for slot in _SLOT.finditer(shape):
        name = NUMBER_WORDS if slot["lexicon"] == "number" else slot["lexicon"]
        texts += [parts[name]["shape"]] if name in parts else lexicons.get(name, Lexicon(name)).rows
    for text in texts:
        yield from _LETTERS.findall(text.lower())


def compile_shape(shape: str, lexicons: Mapping[str, Lexicon], *, exact_case: bool = False) -> re.Pattern[str]:
    """The regular expression that a shape stands for, indifferent to case unless `exact_case`.

    Each slot is a named group: the slot's name or its lexicon's (`-` as `_`), with 2, 3 … appended when it comes again.
    Raises `ShapeError`.
    """
    seen: dict[str, int] = {}
    parts = lexicons.get(PARTS, Lexicon(PARTS))

    def slot(match: re.Match[str]) -> str:
        name = match["lexicon"]
        if name == "number":
            inner = number_shape(lexicons)
        elif name in parts:
            inner = parts[name]["shape"]
        elif name in lexicons:
            inner = _any_term(lexicons[name])
        else:
            close = get_close_matches(name, [*lexicons, *parts.rows, "number"], 1)
            hint = f"; did you mean {{{close[0]}}}?" if close else ""
            if name in MENTION_SLOTS:
                raise ShapeError(f"cannot name the mention {{{name}}}: shapes are for characters; write a “pattern”")
            raise ShapeError(f"names the unknown slot {{{name}}}: there is no lexicon {name}.tsv{hint}")
        if match["name"] is None and name == "number":
            return f"(?:{inner})"
        group = (match["name"] or name).replace("-", "_")
        seen[group] = seen.get(group, 0) + 1
        label = group if seen[group] == 1 else f"{group}{seen[group]}"
        return f"(?P<{label}>{inner})"

    shape_of = _SLOT.sub(slot, opened(shape, lexicons))
    if odd := _UNREAD.search(shape_of):
        raise ShapeError(f"{odd.group()} is no slot; write {{name:lexicon}} with letters, digits and _ in the name")
    spaced = re.sub(r"(?<!\\) (?![^\[]*\])", lambda _: SPACE, shape_of)
    try:
        return compiled(spaced, 0 if exact_case else re.IGNORECASE)
    except re.error as error:
        raise ShapeError(f"is no regular expression: {error}") from error
