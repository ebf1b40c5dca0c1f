"""The readings behind a metered charge in words: before, now, multiplier, loss, share."""

from __future__ import annotations

from fractions import Fraction

from app.core.language import tr
from app.core.periods import Period
from app.core.show import show_days, show_decimal
from app.fees.explained_readings import ReadPart, ReadSpan
from app.fees.words.figure_words import show_exact


def reading_words(span: ReadSpan, charged: Period) -> str:
    """`2026-09-30 – 2026-10-29: 1,320.50 − 1,288.00 = 32.50`, with all that makes usage of it.

    Where only some of its days are charged, their part follows.
    """
    replaced = len(span.parts) > 1
    parts = " + ".join(_named(part) if replaced else _part(part) for part in span.parts)
    words = f"({parts})" if replaced and (span.loss_rate or span.share != 1) else parts
    if span.loss_rate:
        words += tr(" × {factor} for loss").format(factor=show_decimal(1 + span.loss_rate))
    if span.share != 1:
        words += tr(" × {share} of a shared meter").format(share=str(span.share))
    estimated = tr(", estimated") if span.estimated else ""
    said = f"{show_days(span.period.first, span.period.until)}: {words} = {show_exact(span.usage)}{estimated}"
    days = (min(span.period.until, charged.until) - max(span.period.first, charged.first)).days
    if days == span.period.days:
        return said
    part = tr("; {days} of {all} days = {usage}")
    return said + part.format(days=days, all=span.period.days, usage=show_exact(span.within(charged)))


def _named(part: ReadPart) -> str:
    """`138.00 − 130.00 (device W1)`: which of the devices that hung there one after the other counted it."""
    return tr("{counted} (device {number})").format(counted=_part(part), number=part.number)


def _part(part: ReadPart) -> str:
    """`1,320.50 − 1,288.00`, `(12.00 + 100,000.00 − 99,990.00) × 40.00` for a device that began anew."""
    words = show_decimal(part.now)
    if part.digits:
        words += f" + {show_exact(Fraction(10**part.digits))}"
    words += f" − {show_decimal(part.before)}"
    return words if part.multiplier == 1 else f"({words}) × {show_decimal(part.multiplier)}"
