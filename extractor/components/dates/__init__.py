"""Expressions of calendar time: `extractor_dates`.

`forms` finds them by the rules, `readings` says what they mean, `calendar` computes, `anchors` holds what they are
counted from.
"""

from extractor.components.dates.component import DateStep, create_dates

__all__ = ["DateStep", "create_dates"]
