"""Words of patterns, tokenised as those of articles are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from extractor.rulebook.prepared import compiled

_LEADING_HYPHEN = re.compile(r"-(?=\w)")


@cache
def pattern_tokenizer() -> Any:
    """A tokenizer for patterns alone: building them with the pipeline's own would fill its cache."""
    return spacy_tokenizer(spacy.blank("en"))


def spacy_tokenizer(nlp: Language) -> Tokenizer:
    """spaCy's own tokenizer for the language of `nlp`, but that it takes nothing that ends a bracket (`8)`, `):`) for
    an emoticon, and signs alone for nothing: what is made of those depends on the words around."""
    defaults = nlp.Defaults
    exceptions = {
        text: tokens
        for text, tokens in (defaults.tokenizer_exceptions or {}).items()
        if any(map(str.isalnum, text)) and "(" not in text and ")" not in text
    }
    return Tokenizer(
        nlp.vocab,
        exceptions,
        prefix_search=compiled("|".join(f"^{sign}" for sign in _signs(defaults.prefixes))).search,
        suffix_search=compiled("|".join(f"{sign}$" for sign in _signs(defaults.suffixes))).search,
        infix_finditer=compiled("|".join(_signs(defaults.infixes))).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _signs(expressions: Iterable[Any] | None) -> list[str]:
    return [sign for sign in expressions or () if sign.strip()]


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
