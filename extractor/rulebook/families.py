"""The families of rules: what the first part of a rule's id means, and which keys its rules may have.

A family is one decision that the extractor takes. Rules of all families have `id`, `description`, `pattern` or
`shape`, `examples`, `counterexamples` and `off`; a family adds keys of its own, which say what follows when a rule
matches.
"""

from __future__ import annotations

from extractor.rulebook.family import FLAG, LIST, NUMBER, TEXT, Family

ROLES = ("result", "threshold", "confidence", "dose", "financial", "population", "other")
UNITS = ("percent", "percentage point")
NO_QUOTES = ("term", "title", "name", "word")
EVENTS = (
    "publication",
    "trial start",
    "data release",
    "submission",
    "decision",
    "approval",
    "launch",
    "deal",
    "other",
)

DATE_READINGS = (
    "calendar",
    "numeric",
    "day",
    "offset",
    "neighbour",
    "anaphor",
    "piece_of_year",
    "duration",
    "set",
    "month",
    "within",
    "parsed",
    "fiscal",
    "nothing",
)

FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        Family(
            "drug",
            "drug_mentions",
            "which words are the name of a medicine",
            keys={
                "needs": NUMBER,
                "evidence": NUMBER,
                "kind": ("inn", "brand", "code"),
                "from": ("last", "bracket"),
                "never": FLAG,
                "lone": FLAG,
                "pointed": FLAG,
                "unknown": FLAG,
                "condition": TEXT,
                "name": TEXT,
            },
            shape_keys=frozenset({"needs", "from", "lone", "pointed", "unknown"}),
            finds=frozenset({"drug"}),
            excluding={"never": (True,)},
            excluding_below_zero="evidence",
            supporting=frozenset({"evidence"}),
        ),
        Family(
            "percent",
            "percentages",
            "the forms of percentages",
            keys={"reads": ("one", "range", "shared", "two"), "unit": UNITS},
            shape_required=frozenset({"reads"}),
            shape_keys=frozenset({"reads"}),
            pattern_keys=frozenset({"unit"}),
            finds=frozenset({"percentage"}),
        ),
        Family(
            "role",
            "percentages",
            "what a percentage measures",
            rule_field="role_rule",
            keys={"role": ROLES, "priority": NUMBER, "with": LIST, "without": LIST, "scope": ("sentence", "paragraph")},
            required=frozenset({"role"}),
            head="percentage",
        ),
        Family(
            "date",
            "dates",
            "the forms of dates, durations and sets",
            keys={
                "reads": DATE_READINGS,
                "trigger": LIST,
                "after": LIST,
                "not-after": LIST,
                "type": ("DATE", "DURATION", "SET"),
                "value": TEXT,
            },
            shape_required=frozenset({"reads", "trigger"}),
            pattern_required=frozenset({"type", "value"}),
            shape_keys=frozenset({"trigger", "after", "not-after"}),
            pattern_keys=frozenset({"type", "value"}),
            finds=frozenset({"date", "duration", "set"}),
            excluding={"reads": ("nothing", "fiscal")},
        ),
        Family(
            "event",
            "dates",
            "what a date is about",
            rule_field="event_rule",
            keys={"event": EVENTS},
            forms=frozenset({"shape"}),
            required=frozenset({"event"}),
        ),
        Family(
            "organization",
            "organizations",
            "companies, brokers, agencies, hospitals",
            keys={"kind": TEXT, "name": TEXT},
            forms=frozenset({"pattern", "table"}),
            finds=frozenset({"organization"}),
        ),
        Family(
            "person",
            "persons",
            "people by name",
            keys={"name": TEXT},
            forms=frozenset({"pattern", "table"}),
            finds=frozenset({"person"}),
        ),
        Family(
            "trial",
            "trials",
            "names and numbers of clinical trials",
            keys={"registry": FLAG, "capitals": FLAG, "begins": TEXT, "behind": TEXT, "name": TEXT},
            finds=frozenset({"trial"}),
        ),
        Family(
            "quote",
            "quotes",
            "which words between quotation marks are no quotes",
            keys={"is": NO_QUOTES},
            required=frozenset({"is"}),
            head="quote",
            finds=frozenset({"quote"}),
            excluding={"is": NO_QUOTES},
        ),
        Family(
            "attribution",
            "quotes",
            "who said a quote",
            rule_field="attribution_rule",
            keys={"rank": NUMBER, "fragment": FLAG, "owner": FLAG},
            parts=frozenset({"quote", "source"}),
            head="quote",
            slots=frozenset({"source", "say", "call", "stance"}),
        ),
        Family(
            "opinion",
            "quotes",
            "opinions reported without quotation marks",
            keys={"by": TEXT, "whole": FLAG},
            parts=frozenset({"source"}),
            slots=frozenset({"source", "say", "call", "stance"}),
        ),
        Family(
            "polarity",
            "quotes",
            "what words say for or against a drug",
            rule_field="words",
            keys={"weight": NUMBER, "crosses": FLAG},
            excluding={"weight": (0,)},
            slots=frozenset(
                {
                    *("praise", "blame", "benefit", "asset", "harm", "more", "less", "grows", "fades"),
                    *(
                        "shows",
                        "cause",
                        "above",
                        "below",
                        "greater",
                        "smaller",
                        "expected",
                        "proof",
                        "relief",
                        "denial",
                        "nobody",
                        "lacking",
                        "unshown",
                        "doubt",
                    ),
                    *("use", "intend", "shun", "wished", "feared", "plea", "amends"),
                    *("able", "activity", "regain", "rival", "unfounded"),
                }
            ),
        ),
        Family(
            "alias",
            "drug_mentions",
            "which names stand for one drug",
            keys={"codes": FLAG, "subject": FLAG},
            parts=frozenset({"one", "other"}),
            parts_unless="subject",
            shares_records=True,
        ),
        Family(
            "statistic",
            "results",
            "the numbers beside a result: p-value, interval, ratio, patients, rate",
            keys={"kind": ("HR", "OR", "RR")},
            forms=frozenset({"shape"}),
            shares_records=True,
        ),
        Family(
            "results",
            "results",
            "value, arm, comparator and endpoint of a result",
            keys={
                "priority": NUMBER,
                "compared": FLAG,
                "measure": ("proportion", "change", "difference", "none"),
                "direction": ("down", "up"),
                "endpoint": ("before", "through", "after", "inside", "item"),
            },
            head="percentage",
            slots=frozenset({"arm"}),
            shares_records=True,
        ),
    )
}
