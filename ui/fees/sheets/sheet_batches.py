"""The imports of the fees room so far."""

from __future__ import annotations

from app.core.language import tr
from app.fees.opening.sheet_results import FeesBatch
from ui.widgets.columns import Column, Kind
from ui.widgets.sheet_batches import SheetBatches


class FeesBatches(SheetBatches[FeesBatch]):
    """Rows, units and, where the sheet brings money, the amount of each import."""

    def __init__(self, *, money: bool) -> None:
        amount: list[Column[FeesBatch]] = [Column(tr("Amount"), lambda batch: batch.amount, Kind.MONEY, bold=True)]
        counted: list[Column[FeesBatch]] = [
            Column(tr("Rows"), lambda batch: f"{batch.rows:,}", Kind.NUMBER),
            Column(tr("Units"), lambda batch: f"{batch.units:,}", Kind.NUMBER),
            *(amount if money else []),
            Column(tr("Wrong rows"), lambda batch: f"{batch.bad:,}", Kind.NUMBER),
        ]
        super().__init__(counted, [tr("Units")])
