"""What a run's preview comes to: totals by fee item, reasons for what is skipped, and the rows of its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.ids import FeeItemId, UnitId
from app.core.money import NOTHING, Money
from app.core.periods import add_months, month_start
from app.fees.billing import MOST_MONTHS_AHEAD, BillRow, RunPreview, RunRow, SkippedRow, UnitWithoutTariff
from app.fees.billing_plan import SkipReason
from app.fees.items import FeeItem

_MONTHS_BACK = 12


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A fee item of a run: whether it is chosen, and what it comes to against the largest."""

    item: FeeItem
    chosen: bool
    charges: int
    amount: Money
    largest: Money


@dataclass(frozen=True, slots=True)
class BillLine:
    """A charge that would be written, and who lives there; `number` tells two charges of one unit apart."""

    number: int
    row: BillRow
    person: str


@dataclass(frozen=True, slots=True)
class SkipLine:
    """An assignment for which nothing would be written."""

    number: int
    row: SkippedRow
    person: str


@dataclass(frozen=True, slots=True)
class BareLine:
    """A unit without any tariff (漏收)."""

    row: UnitWithoutTariff
    person: str


@dataclass(frozen=True, slots=True)
class PreviewFacts:
    """A preview as its page shows it."""

    preview: RunPreview
    bills: Sequence[BillLine]
    skips: Sequence[SkipLine]
    bare: Sequence[BareLine]

    @property
    def reasons(self) -> list[tuple[SkipReason, int]]:
        """How often each reason, those with the most first."""
        return Counter(row.reason for row in self.preview.skipped).most_common()


def preview_facts(preview: RunPreview, people: Mapping[UnitId, str]) -> PreviewFacts:
    """The rows of a preview with their people; what is billed already needs no line."""
    skipped = [row for row in preview.skipped if row.reason is not SkipReason.BILLED_ALREADY]
    return PreviewFacts(
        preview,
        [BillLine(at, row, people.get(row.unit_id, "")) for at, row in enumerate(preview.rows)],
        [SkipLine(at, row, people.get(row.unit_id, "")) for at, row in enumerate(skipped)],
        [BareLine(row, people.get(row.unit_id, "")) for row in preview.without_tariff],
    )


def item_lines(items: Sequence[FeeItem], chosen: set[FeeItemId], preview: RunPreview | None) -> list[ItemLine]:
    """Every item with a tariff, chosen or not, and what the preview charges for it."""
    totals = {one.item.id: one for one in preview.totals()} if preview else {}
    largest = max((one.amount for one in totals.values()), default=NOTHING)
    lines = []
    for item in items:
        found = totals.get(item.id)
        charges, amount = (found.charges, found.amount) if found else (0, NOTHING)
        lines.append(ItemLine(item, item.id in chosen, charges, amount, largest))
    return lines


def months_to_bill(today: date) -> list[date]:
    """The months that may be billed through, a year back and as far ahead as a run reaches, each by its end."""
    month = month_start(today)
    return [add_months(month, n + 1) for n in range(-_MONTHS_BACK, MOST_MONTHS_AHEAD + 1)]


def next_month_to_bill(runs: Sequence[RunRow], today: date) -> date:
    """The month after the last one billed, but none that is long past or far ahead; by its end."""
    this = add_months(month_start(today), 1)
    standing = [run.until for run in runs if run.undone_at is None]
    if not standing:
        return this
    return min(max(add_months(max(standing), 1), this), add_months(this, 1))
