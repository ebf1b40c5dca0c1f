"""What a meter usually counts between two readings, and what is so much more that somebody should look again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from app.meters.intervals import Interval

LAST = 6
TIMES = 3
_PLACE = Decimal("0.0001")


def usual_usage(intervals: Sequence[Interval]) -> Decimal | None:
    """The mean usage of the last up to six intervals, to four decimals; None before there is one."""
    last = intervals[-LAST:]
    if not last:
        return None
    return mean(sum((one.usage for one in last), Decimal(0)), len(last))


def mean(whole: Decimal, count: int) -> Decimal:
    """The mean of `count` usages that come to `whole`, to four decimals."""
    return (whole / count).quantize(_PLACE, ROUND_HALF_UP)


def is_unusual(usage: Decimal, before: Sequence[Interval]) -> bool:
    """Whether the usage is more than three times the mean of the last up to six intervals before."""
    last = before[-LAST:]
    return bool(last) and usage * len(last) > TIMES * sum(one.usage for one in last)
