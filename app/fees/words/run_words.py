"""What a billing run comes to, line by line, for whoever reads it on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.language import tr
from app.core.show import show_money
from app.fees.billing_preview import RunPreview, SkippedRow
from app.fees.skip_reason import SkipReason
from app.fees.words.skip_words import cure_words, needs_mending, reason_words

MOST_NAMED = 10


def run_lines(preview: RunPreview) -> Iterator[str]:
    """What each fee item comes to, what is left out and why, and the units on which no tariff lies."""
    for one in preview.totals():
        said = tr("  {item}: {charges} charges, {amount}")
        yield said.format(item=one.item.name, charges=one.charges, amount=show_money(one.amount, sign=True))
    for reason in SkipReason:
        rows = [row for row in preview.skipped if row.reason is reason]
        if rows:
            yield _left_out(reason, rows)
    if preview.without_tariff:
        units = _named([unit.unit_code for unit in preview.without_tariff])
        said = tr("Without any tariff, perhaps forgotten: {count} units ({units})")
        yield said.format(count=len(preview.without_tariff), units=units)


def _left_out(reason: SkipReason, rows: Sequence[SkippedRow]) -> str:
    """The number of what is left out; units are named only where somebody has to do something."""
    if not needs_mending(reason):
        return tr("Left out, {reason}: {count}").format(reason=reason_words(reason), count=len(rows))
    return tr("Left out, {reason}: {count} ({units}); {cure}").format(
        reason=reason_words(reason),
        count=len(rows),
        units=_named(list(dict.fromkeys(row.unit_code for row in rows))),
        cure=cure_words(reason),
    )


def _named(codes: Sequence[str]) -> str:
    named = tr(", ").join(codes[:MOST_NAMED])
    more = len(codes) - MOST_NAMED
    return tr("{units} and {n} more").format(units=named, n=more) if more > 0 else named
