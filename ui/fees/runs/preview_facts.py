"""What a run's preview comes to: totals by fee item, reasons for what is skipped, and the rows of its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.ids import FeeItemId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.periods import add_months, month_start
from app.fees.billing import MOST_MONTHS_AHEAD, BillRow, RunPreview, RunRow, SkippedRow, UnitWithoutTariff
from app.fees.billing_plan import SkipReason
from app.fees.items import FeeItem

_MONTHS_BACK = 12


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A fee item of a run: whether it is chosen, what it comes to against the largest, and what was charged before."""

    item: FeeItem
    chosen: bool
    charges: int
    amount: Money
    largest: Money
    last: Money | None = None

    @property
    def change(self) -> Money | None:
        """How much more it is than the last periods; None where nothing was charged before."""
        return None if self.last is None else self.amount - self.last


@dataclass(frozen=True, slots=True)
class BillLine:
    """A charge that would be written, and who lives there; `number` tells two charges of one unit apart."""

    number: int
    row: BillRow
    person: str

    @property
    def is_conspicuous(self) -> bool:
        """Whether it is more than half off what was charged before."""
        return self.row.more_than_half_off


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
    def conspicuous(self) -> list[BillLine]:
        """The charges to look at before the run is written."""
        return [line for line in self.bills if line.is_conspicuous]

    @property
    def last(self) -> Money | None:
        """What the periods before came to, for the charges that had one; None where none had."""
        return _last(line.row for line in self.bills)

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
    before = _last_by_item(preview) if preview else {}
    largest = max((one.amount for one in totals.values()), default=NOTHING)
    lines = []
    for item in items:
        found = totals.get(item.id)
        charges, amount = (found.charges, found.amount) if found else (0, NOTHING)
        lines.append(ItemLine(item, item.id in chosen, charges, amount, largest, before.get(item.id)))
    return lines


def _last_by_item(preview: RunPreview) -> dict[FeeItemId, Money | None]:
    by_item: dict[FeeItemId, list[BillRow]] = {}
    for row in preview.rows:
        by_item.setdefault(row.item.id, []).append(row)
    return {item_id: _last(rows) for item_id, rows in by_item.items()}


def _last(rows: Iterable[BillRow]) -> Money | None:
    known = [row.last_amount for row in rows if row.last_amount is not None]
    return total(known) if known else None


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
