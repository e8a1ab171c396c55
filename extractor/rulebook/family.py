"""What a family of rules is: one decision that the extractor takes, and the keys by which its rules say what
follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NUMBER = "a number"
TEXT = "text"
LIST = "a list"
FLAG = "true or false"


@dataclass(frozen=True)
class Family:
    """One family of rules: what its rules are about, what they may say, and what they must."""

    name: str
    records: str
    """The field of `Extraction` that its rules fill."""
    purpose: str
    rule_field: str = "rule"
    """Where a record keeps the id of the rule."""
    keys: dict[str, Any] = field(default_factory=dict)
    """The keys of its own, with the values that they may take."""
    forms: frozenset[str] = frozenset({"pattern", "shape", "table"})
    """What its rules can be."""
    required: frozenset[str] = frozenset()
    """The keys that no rule can do without."""
    shape_required: frozenset[str] = frozenset()
    """Those that one with a shape cannot do without."""
    pattern_required: frozenset[str] = frozenset()
    """Those that one with a pattern cannot do without, unless it excludes."""
    shape_keys: frozenset[str] = frozenset()
    """The keys that say something with a shape alone."""
    pattern_keys: frozenset[str] = frozenset()
    """The keys that say something with a pattern alone."""
    parts: frozenset[str] = frozenset()
    """The slots that each pattern needs …"""
    parts_unless: str | None = None
    """… but for rules that have this key."""
    head: str | None = None
    """The slot that is the span when a pattern has no brackets."""
    slots: frozenset[str] = frozenset()
    """The labels that its patterns may name beside the kinds of mention."""
    finds: frozenset[str] = frozenset()
    """The kinds of mention that exist through its rules."""
    excluding: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """The values of its keys by which a rule says what is none …"""
    excluding_below_zero: str | None = None
    """… and the key that does when its number is below 0."""
    supporting: frozenset[str] = frozenset()
    """The keys by which a pattern only adds to what other rules find …"""
    shares_records: bool = False
    """… as all rules of the family do."""
