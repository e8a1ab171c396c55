"""Branches of regular expressions, of which Python tries each in turn at every place."""

from __future__ import annotations

from collections.abc import Iterable


def by_first_sign(branches: Iterable[str]) -> list[str]:
    """One branch for each sign with which these `branches` begin (a plain character, escaped or not), so that a text is
    compared with few of them. They match what they matched before: those that begin alike keep their order."""
    rests: dict[str, list[str]] = {}
    for branch in branches:
        sign = branch[: 2 if branch[0] == "\\" else 1]
        rests.setdefault(sign, []).append(branch[len(sign) :])
    return [f"{sign}(?:{'|'.join(rest)})" for sign, rest in rests.items()]
