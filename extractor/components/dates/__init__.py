"""Expressions of calendar time: `extractor_dates`.

`forms` finds them by the rules, `readings` says what they mean, `calendar` computes, `anchors` holds what they are
counted from.
"""

from extractor.components.dates.component import DateComponent, create_dates

__all__ = ["DateComponent", "create_dates"]
