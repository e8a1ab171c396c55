"""Words of patterns, tokenised as those of articles are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import spacy

_LEADING_HYPHEN = re.compile(r"-(?=\w)")


@cache
def pattern_tokenizer() -> Any:
    """A tokenizer for patterns alone: building them with the pipeline's own would fill its cache."""
    tokenizer = spacy.blank("en").tokenizer
    forget_emoticons(tokenizer)
    return tokenizer


def forget_emoticons(tokenizer: Any) -> None:
    """Keeps a tokenizer from taking what ends a bracket (`8)`, `):`) for an emoticon, and signs alone for anything: what is
    made of those depends on the words around."""
    kept = {text: rule for text, rule in tokenizer.rules.items() if any(map(str.isalnum, text))}
    tokenizer.rules = {text: rule for text, rule in kept.items() if not {"(", ")"}.intersection(text)}


def tokenize_pattern(text: str) -> list[str]:
    """The words of a literal, as the tokenizer splits them in an article.

    A hyphen before a word is one of its own, as it is behind a mention (`{drug}-treated`).
    """
    words = []
    for token in pattern_tokenizer()(text):
        if _LEADING_HYPHEN.match(token.text):
            words += ["-", token.text[1:]]
        elif not token.is_space:
            words.append(token.text)
    return words


def is_exact(word: str) -> bool:
    """Whether a word of a pattern matches as written: one with a capital letter."""
    return word != word.lower()


def written_forms(text: str, exact: bool, tokenize: Callable[[str], list[str]]) -> Iterator[list[str]]:
    """The words of a literal; those without capitals once for each way that the tokenizer splits them.

    It splits `inc.` where it keeps `Inc.` whole, and a pattern in lower case is for both.
    """
    if exact or is_exact(text):
        yield tokenize(text)
        return
    variants = (text, text.capitalize(), text.upper()) if "." in text or "'" in text else (text,)
    forms = dict.fromkeys(tuple(word.lower() for word in tokenize(variant)) for variant in variants)
    yield from map(list, forms)
